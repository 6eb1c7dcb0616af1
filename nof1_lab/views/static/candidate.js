// src/lib/axis.ts
function scale(domain, range) {
  const span = domain[1] - domain[0] || 1;
  const slope = (range[1] - range[0]) / span;
  return {
    domain,
    range,
    at: (value) => range[0] + (value - domain[0]) * slope,
    value: (place2) => slope === 0 ? domain[0] : domain[0] + (place2 - range[0]) / slope
  };
}
function nice(x) {
  if (!(x > 0) || !Number.isFinite(x)) return 1;
  const power = 10 ** Math.floor(Math.log10(x) + 1e-9);
  const lead = x / power + 1e-9;
  return Number(((lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power).toPrecision(12));
}
function ticks(low, high, count) {
  if (!(high > low)) return [low];
  let step = nice((high - low) / Math.max(1, count));
  while ((high - low) / step > count * 1.6) step = nice(step * 2.5);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)) + 0);
}
function safeDomain(domain) {
  const [low = 0, high = 1] = domain ?? [];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  return high > low ? [low, high] : [low - 0.5, low + 0.5];
}

// src/lib/mark.ts
var SVG = "http://www.w3.org/2000/svg";
function set(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === void 0 || value === false) node.removeAttribute(name);
    else {
      const text = value === true ? "" : String(value);
      if (node.getAttribute(name) !== text) node.setAttribute(name, text);
    }
  }
  return node;
}
function html(tag, attributes = {}, ...children) {
  const node = set(document.createElement(tag), attributes);
  node.append(...children);
  return node;
}
function svg(tag, attributes = {}, ...children) {
  const node = set(document.createElementNS(SVG, tag), attributes);
  node.append(...children);
  return node;
}
function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
  return node;
}
function show(node, isShown) {
  set(node, { hidden: !isShown });
}
function list(parent, key, make) {
  let pieces = /* @__PURE__ */ new Map();
  return (items) => {
    const next = /* @__PURE__ */ new Map();
    items.forEach((item, index) => {
      const name = key(item, index);
      const piece = pieces.get(name) ?? make(item);
      next.set(name, piece);
      piece.draw(item, index);
      const place2 = parent.children[index] ?? null;
      if (place2 !== piece.node) parent.insertBefore(piece.node, place2);
    });
    for (const [name, piece] of pieces) if (!next.has(name)) piece.node.remove();
    pieces = next;
  };
}

// src/lib/number.ts
var MINUS = "−";
var clamp = (x, low, high) => Math.min(Math.max(x, low), high);
function plain(x, digits = 2) {
  if (x === null || x === void 0 || !Number.isFinite(x)) return "–";
  const text = Number(x.toFixed(digits)).toString();
  return text.replace("-", MINUS);
}
function percent(p) {
  if (p === null || p === void 0 || !Number.isFinite(p)) return "–";
  if (p < 5e-3) return "<1%";
  if (p >= 0.995) return ">99%";
  return `${Math.round(p * 100)}%`;
}
function frequency(p) {
  if (p === null || p === void 0 || !Number.isFinite(p)) return "unknown";
  if (p < 5e-3) return "fewer than 1 in 100";
  if (p >= 0.995) return "more than 99 in 100";
  return `${Math.round(p * 100)} in 100`;
}
var withUnit = (text, unit) => unit ? `${text} ${unit}` : text;

// src/candidate/forest.ts
function spansOf(candidate, row) {
  const { estimate, lower, upper } = candidate;
  const last = row?.waterfall.at(-1);
  return {
    estimate,
    stated: lower !== null && upper !== null ? [lower, upper] : null,
    person: last ? [last.mean - 1.96 * last.sd, last.mean + 1.96 * last.sd] : null
  };
}
var HEIGHT = 44;
var SIDE = 12;
function pictureWidth(width) {
  return width < 560 ? width : Math.round(clamp(width * 0.42, 240, 420));
}
function forest(foot) {
  let x = scale([0, 1], [0, 1]);
  let now;
  let size = 240;
  const marks = svg("g");
  const [left, right] = [svg("text", { x: SIDE, y: 44 }), svg("text", { "text-anchor": "end", y: 44 })];
  const axis = svg("svg", { class: "nof1-forest", "aria-hidden": "true", height: 52 }, marks, left, right);
  foot.append(axis);
  const drawTicks = list(
    marks,
    (_, i) => String(i),
    () => tick(() => x)
  );
  return {
    draw(props, width) {
      now = props;
      size = pictureWidth(width);
      x = scale(safeDomain(props.domain), [SIDE, size - SIDE]);
      set(axis, { viewBox: `0 0 ${size} 52` });
      drawTicks(ticks(...x.domain, Math.max(3, Math.floor(size / 80))));
      const isLess = props.better === "lower";
      write(left, isLess ? "← better" : "← worse");
      write(set(right, { x: size - SIDE }), isLess ? "worse →" : "better →");
    },
    row() {
      const zone = svg("rect", { class: "nof1-zone-worthwhile", y: 0, height: HEIGHT });
      const zero = svg("line", { class: "nof1-zero", y1: 0, y2: HEIGHT });
      const person = svg("line", { class: "nof1-person", y1: 30, y2: 30 });
      const stated = svg("line", { class: "nof1-said", y1: 16, y2: 16 });
      const dot = svg("rect", { class: "nof1-dot", y: 11, width: 10, height: 10 });
      const none = svg("text", { y: 27, "text-anchor": "middle" }, "no estimate");
      const node = svg(
        "svg",
        { class: "nof1-forest", role: "img", height: HEIGHT },
        zone,
        zero,
        person,
        stated,
        dot,
        none
      );
      return {
        node,
        draw(span, words) {
          const [low, high] = x.domain;
          const at = (value) => x.at(clamp(value, low, high));
          set(node, { viewBox: `0 0 ${size} ${HEIGHT}`, "aria-label": words });
          place(zone, worthwhileZone(now, x.domain).map(at));
          set(zero, { x1: at(0), x2: at(0) });
          between(stated, span.stated, at);
          between(person, span.person, at);
          const middle = span.estimate;
          set(dot, { x: at(middle ?? 0) - 5, visibility: middle === null ? "hidden" : null });
          set(none, { x: size / 2, visibility: middle === null && span.stated === null ? null : "hidden" });
        }
      };
    }
  };
}
function worthwhileZone(props, [low, high]) {
  const amount = props?.worthwhile ?? 0;
  return props?.better === "lower" ? [low, -amount] : [amount, high];
}
var place = (node, [from = 0, to = 0]) => void set(node, { x: from, width: Math.max(0, to - from) });
function between(node, span, at) {
  set(node, { x1: at(span?.[0] ?? 0), x2: at(span?.[1] ?? 0), visibility: span ? null : "hidden" });
}
function tick(x) {
  const mark = svg("line", { class: "nof1-axis", y1: 0, y2: 5 });
  const text = svg("text", { "text-anchor": "middle", y: 20 });
  return {
    node: svg("g", {}, mark, text),
    draw(value) {
      const place2 = x().at(value);
      set(mark, { x1: place2, x2: place2 });
      write(set(text, { x: place2 }), plain(value, 6));
    }
  };
}

// src/candidate/style.ts
var CSS = `
[data-sheet="candidate"] {
  .nof1-cards { list-style: none; display: grid; gap: 0; }
  .nof1-card { display: grid; grid-template-columns: minmax(0, 1fr) clamp(240px, 42%, 420px) auto; gap: 4px 24px; align-items: center; padding-block: 16px; border-block-start: 1px solid var(--nof1-line); }
  .nof1-card .nof1-name { display: flex; gap: 12px; align-items: baseline; min-inline-size: 0; }
  .nof1-card h3 { overflow-wrap: anywhere; }
  .nof1-rank { font-size: 22px; font-weight: 300; color: var(--nof1-muted); min-inline-size: 1ch; }
  .nof1-chances { display: flex; gap: 16px; align-items: center; }
  .nof1-chance { display: grid; min-inline-size: 62px; }
  .nof1-big { font-size: 22px; font-weight: 650; line-height: 1.2; }
  .nof1-words { grid-column: 1 / -1; padding-inline-start: calc(1ch + 14px); max-inline-size: 72ch; overflow-wrap: anywhere; }
  .nof1-why { color: var(--nof1-muted); white-space: pre-line; }
  .nof1-sources { padding-inline-start: 18px !important; }
  .nof1-axis-row { display: grid; grid-template-columns: minmax(0, 1fr) clamp(240px, 42%, 420px) auto; gap: 24px; border-block-start: 1px solid var(--nof1-line); padding-block-start: 8px; }
  .nof1-axis-row svg { grid-column: 2; }
  .nof1-axis-row::after { content: ""; inline-size: 240px; }
  .nof1-chances { inline-size: 240px; justify-content: space-between; }
  .nof1-sample svg { inline-size: 28px; }
  .nof1-zone-worthwhile { fill: var(--nof1-good); fill-opacity: 0.13; }
  .nof1-zero { stroke: var(--nof1-muted); stroke-dasharray: 1 3; }
  .nof1-said { stroke: var(--nof1-ink); stroke-width: 2.5; }
  .nof1-person { stroke: var(--nof1-muted); stroke-width: 2; stroke-dasharray: 5 3; }
  .nof1-dot { fill: var(--nof1-ink); }
  .nof1-body[data-narrow] :is(.nof1-card, .nof1-axis-row) { grid-template-columns: minmax(0, 1fr); gap: 8px; }
  .nof1-body[data-narrow] .nof1-axis-row svg { grid-column: 1; }
  .nof1-body[data-narrow] .nof1-axis-row::after { display: none; }
  .nof1-body[data-narrow] .nof1-words { padding-inline-start: 0; }
}
`;

// src/lib/line.ts
var PATIENCE = 1e3;
function line(post, floor) {
  let last = 0;
  let done = 0;
  let isBusy = false;
  let timer;
  let queue = [];
  const next = () => {
    const message = queue[0];
    if (isBusy || message === void 0) return;
    queue = queue.slice(1);
    isBusy = true;
    last = Math.max(last, floor()) + 1;
    timer = setTimeout(release, PATIENCE);
    post({ n: last, ...message });
  };
  const release = () => {
    clearTimeout(timer);
    isBusy = false;
    next();
  };
  return {
    send(part, settled) {
      queue = [...settled ? [] : queue.filter((message) => message.settled), { part, settled }];
      next();
    },
    acknowledge(n) {
      done = Math.max(done, n);
      if (isBusy && n >= last) release();
    },
    sent: () => last,
    isWaiting: () => done < last || queue.length > 0,
    hasUnsent: () => queue.length > 0,
    close() {
      const message = queue.at(-1);
      clearTimeout(timer);
      queue = [];
      if (message) post({ n: Math.max(last, floor()) + 1, ...message });
    }
  };
}

// src/lib/gesture.ts
function listen(target, type, act, signal) {
  const safely = (event) => {
    try {
      act(event);
    } catch (error) {
      target.dispatchEvent(new CustomEvent("nof1-broken", { bubbles: true, composed: true, detail: error }));
    }
  };
  target.addEventListener(type, safely, { signal });
}
function keepBareKeys(target, signal) {
  const keep = (event) => {
    const { ctrlKey, metaKey, altKey, key } = event;
    if (!ctrlKey && !metaKey && !altKey && key !== "Tab") event.stopPropagation();
  };
  target.addEventListener("keydown", keep, { signal });
}

// src/lib/style.ts
var STYLE = `
.nof1 {
  --nof1-ink: #1b2330; --nof1-muted: #566072; --nof1-line: #d5dae3; --nof1-soft: #f4f6f9; --nof1-paper: #ffffff;
  --nof1-accent: #1f5fbf; --nof1-on-accent: #ffffff; --nof1-good: #009e73; --nof1-bad: #d55e00; --nof1-warn: #8a5a00;
  /* Room for focus rings, which notebook cells would cut off. */
  padding: 4px;
  box-sizing: border-box; inline-size: 100%; max-inline-size: 960px; min-inline-size: min(100%, 280px);
  color: var(--nof1-ink); color-scheme: light; text-align: start;
  font: 400 14px/1.45 var(--jp-ui-font-family, system-ui), system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums;
}
.nof1[data-theme="dark"] {
  --nof1-ink: #e8ebf1; --nof1-muted: #a9b2c2; --nof1-line: #414a5a; --nof1-soft: rgb(255 255 255 / 5%); --nof1-paper: #1c212b;
  --nof1-accent: #86b4ff; --nof1-on-accent: #0c1524; --nof1-good: #35c99c; --nof1-bad: #ff9452; --nof1-warn: #f0c060;
  color-scheme: dark;
}
.nof1-hued { --nof1-hue: var(--nof1-arm); }
.nof1[data-theme="dark"] .nof1-hued { --nof1-hue: color-mix(in srgb, var(--nof1-arm) 62%, white); }
.nof1 *, .nof1 *::before { box-sizing: border-box; }
.nof1 [hidden] { display: none !important; }
.nof1 p, .nof1 h2, .nof1 h3, .nof1 dl, .nof1 ul, .nof1 ol, .nof1 figure { margin: 0; padding: 0; }
.nof1 h2 { font-size: 20px; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; }
.nof1 h3 { font-size: 15px; line-height: 1.35; font-weight: 650; }
.nof1-body { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
.nof1-muted { color: var(--nof1-muted); }
.nof1-small { font-size: 12.5px; }
.nof1 svg { display: block; inline-size: 100%; overflow: visible; user-select: none; -webkit-user-select: none; }
.nof1 svg text { fill: var(--nof1-muted); font-size: 12px; font-family: inherit; }
.nof1 svg .nof1-axis { stroke: var(--nof1-line); stroke-width: 1; }
:where(.nof1) :where(button, input, textarea, select) { font: inherit; color: inherit; }
.nof1 .nof1-button {
  min-block-size: 40px; padding: 8px 16px; border-radius: 8px; border: 1px solid var(--nof1-line);
  background: transparent; cursor: pointer; font-weight: 500; line-height: 1.3;
}
.nof1 .nof1-button:hover:not(:disabled) { background: var(--nof1-soft); border-color: var(--nof1-muted); }
.nof1 .nof1-button:disabled { opacity: 0.5; cursor: not-allowed; }
.nof1 .nof1-button.nof1-main { background: var(--nof1-accent); border-color: var(--nof1-accent); color: var(--nof1-on-accent); }
.nof1 .nof1-button.nof1-main:hover:not(:disabled) { background: var(--nof1-accent); filter: brightness(1.08); }
.nof1 .nof1-button.nof1-plain { border-color: transparent; padding-inline: 8px; color: var(--nof1-accent); }
.nof1 :focus { outline: none; }
.nof1 :is(button, input, textarea, select, summary, [role="tab"], [tabindex]):focus-visible { outline: 3px solid var(--nof1-accent); outline-offset: 2px; }
.nof1-field { display: grid; gap: 4px; align-content: start; min-inline-size: 0; }
.nof1-field > label, .nof1-label { font-size: 12.5px; color: var(--nof1-muted); font-weight: 550; }
.nof1-entry { display: flex; align-items: center; gap: 8px; }
.nof1 .nof1-input {
  inline-size: 100%; min-inline-size: 0; min-block-size: 40px; padding: 8px 10px; border-radius: 8px;
  border: 1px solid var(--nof1-line); background: var(--nof1-paper);
}
.nof1 .nof1-input:read-only { background: var(--nof1-soft); }
.nof1 .nof1-input[aria-invalid="true"] { border-color: var(--nof1-bad); border-width: 2px; }
.nof1-unit:empty { display: none; }
.nof1-unit { color: var(--nof1-muted); white-space: nowrap; }
.nof1-hint { color: var(--nof1-bad); font-size: 12.5px; }
.nof1-row { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; }
.nof1-notice {
  display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between; margin-block-end: 16px;
  padding: 12px 16px; border-radius: 8px; border: 1px solid var(--nof1-line); border-inline-start: 4px solid var(--nof1-muted); background: var(--nof1-soft);
}
.nof1-fault { border-inline-start-color: var(--nof1-bad); }
.nof1-fault [data-line="wrong"] { font-weight: 650; }
.nof1-scroll { overflow-x: auto; }
.nof1 table { border-collapse: collapse; inline-size: 100%; font-size: 13px; }
.nof1 :is(th, td) { text-align: start; padding: 6px 12px 6px 0; border-block-end: 1px solid var(--nof1-line); vertical-align: baseline; }
.nof1 th { font-weight: 550; color: var(--nof1-muted); font-size: 12.5px; }
.nof1 .nof1-number { text-align: end; white-space: nowrap; }
.nof1 caption { text-align: start; color: var(--nof1-muted); padding-block-end: 4px; }
.nof1 details > summary { cursor: pointer; color: var(--nof1-muted); padding-block: 6px; border-radius: 4px; inline-size: fit-content; }
.nof1 details[open] > summary { margin-block-end: 4px; }
.nof1-hidden-text { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.nof1-swatch { flex: none; inline-size: 24px; block-size: 24px; border-radius: 6px; color: #ffffff; display: inline-grid; place-items: center; font-size: 12px; font-weight: 700; text-shadow: 0 0 2px rgb(0 0 0 / 60%); }
.nof1-legend { gap: 4px 20px; }
.nof1-legend-item { display: inline-flex; gap: 8px; align-items: center; }
.nof1-warnings { display: grid; gap: 4px; list-style: none; padding: 12px 16px !important; border-radius: 8px; border-inline-start: 4px solid var(--nof1-warn); background: var(--nof1-soft); }
.nof1 input[type="checkbox"] { flex: none; inline-size: 20px; block-size: 20px; margin: 0; accent-color: var(--nof1-accent); vertical-align: middle; }
.nof1-chip { display: inline-flex; align-items: center; gap: 6px; padding: 2px 10px; border-radius: 999px; border: 1px solid var(--nof1-line); font-size: 12.5px; color: var(--nof1-muted); }
.nof1-chip[data-tone="warn"] { border-color: var(--nof1-warn); color: var(--nof1-warn); }
@media (prefers-reduced-motion: no-preference) { .nof1 .nof1-button { transition: background-color 120ms, border-color 120ms; } }
@media (forced-colors: active) { .nof1 svg { forced-color-adjust: auto; } }
`;

// src/lib/theme.ts
function followTheme(root, signal) {
  const look = () => void set(root, { "data-theme": isDark(root) ? "dark" : "light" });
  const watcher = new MutationObserver(look);
  for (const node of [document.documentElement, document.body])
    if (node) watcher.observe(node, { attributes: true });
  const query = globalThis.matchMedia?.("(prefers-color-scheme: dark)");
  query?.addEventListener?.("change", look, { signal });
  root.addEventListener("pointerenter", look, { signal });
  globalThis.addEventListener?.("load", look, { signal });
  const timer = setTimeout(look, 500);
  signal.addEventListener("abort", () => {
    watcher.disconnect();
    clearTimeout(timer);
  });
  look();
}
function isDark(node) {
  for (let at = parentOf(node); at; at = parentOf(at)) {
    const color = channels(getComputedStyle(at).backgroundColor);
    if (color && color[3] > 0.5) return lightness(color) < 0.35;
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme ?? "";
  if (!scheme.includes("dark")) return false;
  return !scheme.includes("light") || globalThis.matchMedia?.("(prefers-color-scheme: dark)").matches === true;
}
function parentOf(node) {
  if (node.parentElement) return node.parentElement;
  const above = node.getRootNode();
  return above instanceof ShadowRoot ? above.host : null;
}
function channels(color) {
  const found = /^rgba?\(([^)]*)\)/.exec(color)?.[1]?.split(/[\s,/]+/).map(Number);
  if (!found || found.length < 3) return null;
  const [red = 0, green = 0, blue = 0, alpha = 1] = found;
  return [red / 255, green / 255, blue / 255, alpha];
}
var lightness = ([red, green, blue]) => 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);

// src/lib/shell.ts
var SILENCE = 5e3;
function shell(name, css, el, signal) {
  const fault = notice("alert", "fault");
  const broken = notice("alert", "broken");
  const again = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "retry" },
    "Send again"
  );
  const silence = html(
    "div",
    { class: "nof1-notice", role: "status", hidden: true, "data-notice": "silence" },
    html("p", {}, "Python has not answered yet, so this is not saved. It is kept here."),
    again
  );
  const body = html("div", { class: "nof1-body" });
  const root = html("section", { class: `nof1 nof1-${name}`, "data-sheet": name });
  root.append(html("style", {}, `${STYLE}
${css}`), fault.node, broken.node, silence, body);
  el.append(root);
  followTheme(root, signal);
  keepBareKeys(root, signal);
  const attempt = (action) => {
    try {
      action();
    } catch (error) {
      broken.say(describe(error));
    }
  };
  root.addEventListener("nof1-broken", (event) => broken.say(describe(event.detail)), {
    signal
  });
  let timer;
  signal.addEventListener("abort", () => clearTimeout(timer));
  return {
    body,
    attempt,
    complain: (said) => fault.say(said ?? {}),
    wait(isWaiting) {
      set(root, { "data-waiting": isWaiting });
      if (!isWaiting) {
        clearTimeout(timer);
        timer = void 0;
        show(silence, false);
      } else timer ??= setTimeout(() => show(silence, true), SILENCE);
    },
    onRetry: (action) => again.addEventListener("click", () => attempt(action), { signal }),
    remove: () => root.remove()
  };
}
var describe = (error) => ({
  wrong: `This sheet could not be drawn: ${error instanceof Error ? error.message : String(error)}.`,
  expected: "Nothing you entered has been changed by this.",
  remedy: "Reload the page; if it comes back, undo the last step."
});
function notice(role, kind) {
  const lines2 = ["wrong", "expected", "remedy"].map(
    (key) => [key, html("p", { "data-line": key })]
  );
  const close = html("button", { type: "button", class: "nof1-button", "data-action": "dismiss" }, "Dismiss");
  const words = html("div", {}, ...lines2.map(([, line2]) => line2));
  const node = html(
    "div",
    { class: "nof1-notice nof1-fault", role, hidden: true, "data-notice": kind },
    words,
    close
  );
  close.addEventListener("click", () => show(node, false));
  return {
    node,
    say(fault) {
      for (const [key, line2] of lines2) write(line2, fault[key] ?? "");
      show(node, Boolean(fault.wrong || fault.expected || fault.remedy));
    }
  };
}

// src/lib/door.ts
function sheet(name, css, view2) {
  return { render: ({ model, el }) => open(name, css, view2, model, el) };
}
function open(name, css, view2, model, el) {
  const end = new AbortController();
  const frame = shell(name, css, el, end.signal);
  const read = (key) => unwrap(model.get(key));
  const number = (key) => Number(model.get(key)) || 0;
  const current = () => read("value");
  let props = read("props");
  let part = current().part;
  let isMoving = false;
  let sentPart;
  let draw = () => {
  };
  const outgoing = line(
    (message) => {
      sentPart = message.part;
      model.set("value", message);
      model.save_changes();
    },
    () => Math.max(number("ack"), current().n || 0)
  );
  const redraw = () => {
    if (isThere(props) && part !== null && part !== void 0)
      frame.attempt(() => draw(props, part, isMoving || outgoing.isWaiting()));
    frame.wait(outgoing.isWaiting());
  };
  const tell = (next, settled) => {
    part = next;
    isMoving = !settled;
    outgoing.send(next, settled);
    redraw();
  };
  const onProps = () => {
    props = read("props");
    redraw();
  };
  const onValue = () => {
    const value = current();
    const isOwn = value.n === outgoing.sent() && same(value.part, sentPart);
    const isOld = value.n === 0 && value.seen !== void 0 && value.seen < outgoing.sent();
    if (isOwn || isOld || isMoving || outgoing.hasUnsent()) return;
    part = value.part;
    redraw();
  };
  const onAck = () => {
    outgoing.acknowledge(number("ack"));
    redraw();
  };
  const onFault = () => frame.complain(read("fault"));
  const hooks = [
    ["change:props", onProps],
    ["change:value", onValue],
    ["change:ack", onAck],
    ["change:fault", onFault]
  ];
  frame.onRetry(() => outgoing.send(part, true));
  frame.attempt(() => {
    draw = view2(frame.body, tell, end.signal);
  });
  for (const [event, callback] of hooks) model.on(event, callback);
  onFault();
  redraw();
  return () => {
    if (isMoving) outgoing.send(part, true);
    outgoing.close();
    for (const [event, callback] of hooks) model.off(event, callback);
    end.abort();
    frame.remove();
  };
}
var isThere = (props) => typeof props === "object" && props !== null && Object.keys(props).length > 0;
function unwrap(value) {
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, item]) => [String(key), unwrap(item)]));
  if (Array.isArray(value)) return value.map(unwrap);
  if (ArrayBuffer.isView(value)) return value instanceof DataView ? value : Array.from(value);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unwrap(item)]));
  return value;
}
var same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// src/lib/table.ts
function table(caption, columns, isNumber = (i) => i > 0) {
  const body = html("tbody");
  const cell = (i) => isNumber(i) ? "nof1-number" : null;
  const head = html(
    "tr",
    {},
    ...columns.map((name, i) => html("th", { scope: "col", class: cell(i) }, name))
  );
  const node = html(
    "details",
    { class: "nof1-table", "data-table": "" },
    html("summary", {}, "Show as a table"),
    html(
      "div",
      { class: "nof1-scroll" },
      html("table", {}, html("caption", {}, caption), html("thead", {}, head), body)
    )
  );
  const row = () => {
    const cells = columns.map((_, i) => html("td", { class: cell(i) }));
    return {
      node: html("tr", {}, ...cells),
      draw(texts) {
        for (const [i, td] of cells.entries()) write(td, texts[i] ?? "");
      }
    };
  };
  return { node, draw: list(body, (_, i) => String(i), row) };
}

// src/lib/width.ts
var USUAL = 640;
var NARROW = 560;
function followWidth(el, act, signal) {
  const mark = () => void set(el, { "data-narrow": width < NARROW });
  let width = measure(el);
  mark();
  if (typeof ResizeObserver !== "undefined") {
    const observer = new ResizeObserver(() => {
      const now = measure(el);
      if (now === width) return;
      width = now;
      mark();
      act(width);
    });
    observer.observe(el);
    signal.addEventListener("abort", () => observer.disconnect());
  }
  return () => width;
}
var measure = (el) => clamp(Math.floor(el.clientWidth) || USUAL, 240, 1200);

// src/candidate.ts
var without = (part, name) => ({
  ...part,
  candidates: part.candidates.filter((candidate) => candidate.name !== name)
});
function lines(props, part) {
  return part.candidates.map((candidate) => {
    const row = props.rows.find((known) => known.name === candidate.name);
    return { candidate, row, span: spansOf(candidate, row) };
  });
}
function sentence(props, { candidate, row }) {
  const { name, estimate, lower, upper, level } = candidate;
  if (estimate === null && lower === null) return `${name}: no estimate was given.`;
  const interval = lower !== null && upper !== null ? `, ${plain(level * 100, 1)}% between ${plain(lower)} and ${plain(upper)}` : "";
  const chance = row?.p_benefit == null ? "" : ` For this person: better in ${frequency(row.p_benefit)}.`;
  return `${name}: ${withUnit(plain(estimate), props.unit)}${interval}.${chance}`;
}
var WHOSE = "It is not said whom the interval is for, so it is read as the average person's.";
var KINDS = /* @__PURE__ */ new Map([
  ["mean_effect", "The interval is for the average person, so the spread between people is added."],
  ["individual_effect", "The interval is for one person."]
]);
function provenance(candidate) {
  const hasInterval = candidate.lower !== null && candidate.upper !== null;
  return [
    ...candidate.model ? [`Proposed by ${candidate.model}.`] : [],
    ...hasInterval ? [KINDS.get(candidate.interval_kind) ?? WHOSE] : [],
    ...candidate.citations
  ];
}
var view = (el, tell, signal) => {
  const title = html("h2", { tabindex: -1 });
  const lead = html("p", { class: "nof1-muted" });
  const rows = html("ol", { class: "nof1-cards" });
  const axis = html("div", { class: "nof1-axis-row" });
  const key = html(
    "div",
    { class: "nof1-row nof1-legend nof1-small nof1-muted" },
    sample("nof1-said", "as it was stated"),
    sample("nof1-person", "for this person, 95%"),
    html("span", {}, "Shaded: better by enough to matter.")
  );
  const empty = html(
    "p",
    { class: "nof1-muted" },
    "No candidate yet. Paste or pick a list of candidates to begin."
  );
  const numbers = table("The candidates in numbers", [
    "Candidate",
    "Rank",
    "Estimate",
    "From",
    "To",
    "Better",
    "Worthwhile"
  ]);
  el.append(title, lead, empty, rows, axis, key, numbers.node);
  let props;
  let part = { candidates: [] };
  const pictures = forest(axis);
  const width = followWidth(el, () => draw(), signal);
  const remove = (name) => {
    if (props?.locked) return;
    const place2 = part.candidates.findIndex((candidate) => candidate.name === name);
    tell(without(part, name), true);
    const next = rows.children[Math.min(place2, rows.children.length - 1)]?.querySelector("button");
    (next ?? title).focus();
  };
  const drawRows = list(
    rows,
    (line2) => line2.candidate.name,
    (line2) => card(line2.candidate.name, pictures, () => props, remove, signal)
  );
  function draw() {
    if (!props) return;
    const all = lines(props, part);
    write(title, all.length === 1 ? "One candidate" : `${all.length} candidates`);
    write(lead, leadOf(props));
    for (const node of [lead, rows, axis, key, numbers.node]) show(node, all.length > 0);
    show(empty, all.length === 0);
    pictures.draw(props, width());
    drawRows(all);
    numbers.draw(all.map(tableRow));
  }
  return (nextProps, nextPart) => {
    props = nextProps;
    part = nextPart;
    draw();
  };
};
function sample(kind, words) {
  const line2 = svg("line", { class: kind, x1: 0, x2: 28, y1: 6, y2: 6 });
  const picture = svg("svg", { viewBox: "0 0 28 12", width: 28, height: 12, "aria-hidden": "true" }, line2);
  return html("span", { class: "nof1-legend-item nof1-sample" }, picture, words);
}
var leadOf = ({ measure: measure2, better, worthwhile, unit }) => `The effect on ${measure2 || "the measure"}: ${better === "lower" ? "less" : "more"} is better, and ${withUnit(plain(worthwhile, 6), unit)} or more is worthwhile.`;
var tableRow = ({ candidate, row }) => [
  candidate.name,
  plain(candidate.rank, 0),
  plain(candidate.estimate),
  plain(candidate.lower),
  plain(candidate.upper),
  percent(row?.p_benefit),
  percent(row?.p_worthwhile)
];
function card(name, pictures, props, remove, signal) {
  const rank = html("span", { class: "nof1-rank" });
  const heading = html("h3", { dir: "auto" }, name);
  const why = html("p", { class: "nof1-why", dir: "auto", "data-rationale": "" });
  const sources = html("ul", { class: "nof1-sources nof1-small nof1-muted" });
  const more = html("details", {}, html("summary", {}, "Where it comes from"), sources);
  const picture = pictures.row();
  const better = html("span", { class: "nof1-big", "data-chance": "benefit" });
  const worthwhile = html("span", { class: "nof1-big", "data-chance": "worthwhile" });
  const off = html(
    "button",
    {
      type: "button",
      class: "nof1-button nof1-plain",
      "data-action": "remove",
      "aria-label": `Remove ${name}`
    },
    "Remove"
  );
  listen(off, "click", () => remove(name), signal);
  const chance = (value, words) => html("div", { class: "nof1-chance" }, value, html("span", { class: "nof1-small nof1-muted" }, words));
  const node = html(
    "li",
    { class: "nof1-card", "data-candidate": name },
    html("div", { class: "nof1-name" }, rank, heading),
    picture.node,
    html("div", { class: "nof1-chances" }, chance(better, "better"), chance(worthwhile, "worthwhile"), off),
    html("div", { class: "nof1-words" }, why, more)
  );
  const drawSources = list(sources, (_, i) => String(i), textItem);
  return {
    node,
    draw(line2, index) {
      const now = props();
      if (!now) return;
      const said = provenance(line2.candidate);
      write(rank, String(line2.candidate.rank ?? index + 1));
      write(why, line2.candidate.rationale);
      show(why, line2.candidate.rationale !== "");
      drawSources(said);
      show(more, said.length > 0);
      write(better, percent(line2.row?.p_benefit));
      write(worthwhile, percent(line2.row?.p_worthwhile));
      set(off, { disabled: now.locked });
      picture.draw(line2.span, sentence(now, line2));
    }
  };
}
var textItem = () => {
  const node = html("li", { dir: "auto" });
  return { node, draw: (text) => void write(node, text) };
};
var candidate_default = sheet("candidate", CSS, view);
export {
  candidate_default as default,
  lines,
  provenance,
  sentence,
  view,
  without
};
