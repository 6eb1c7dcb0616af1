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
function keepBareKeys(target, signal) {
  const keep = (event) => {
    const { ctrlKey, metaKey, altKey, key } = event;
    if (!ctrlKey && !metaKey && !altKey && key !== "Tab") event.stopPropagation();
  };
  target.addEventListener("keydown", keep, { signal });
}

// src/lib/mark.ts
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
      const place = parent.children[index] ?? null;
      if (place !== piece.node) parent.insertBefore(piece.node, place);
    });
    for (const [name, piece] of pieces) if (!next.has(name)) piece.node.remove();
    pieces = next;
  };
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
  const look2 = () => void set(root, { "data-theme": isDark(root) ? "dark" : "light" });
  const watcher = new MutationObserver(look2);
  for (const node of [document.documentElement, document.body])
    if (node) watcher.observe(node, { attributes: true });
  const query = globalThis.matchMedia?.("(prefers-color-scheme: dark)");
  query?.addEventListener?.("change", look2, { signal });
  root.addEventListener("pointerenter", look2, { signal });
  globalThis.addEventListener?.("load", look2, { signal });
  const timer = setTimeout(look2, 500);
  signal.addEventListener("abort", () => {
    watcher.disconnect();
    clearTimeout(timer);
  });
  look2();
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
  const lines = ["wrong", "expected", "remedy"].map(
    (key) => [key, html("p", { "data-line": key })]
  );
  const close = html("button", { type: "button", class: "nof1-button", "data-action": "dismiss" }, "Dismiss");
  const words = html("div", {}, ...lines.map(([, line2]) => line2));
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
      for (const [key, line2] of lines) write(line2, fault[key] ?? "");
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

// src/lib/arm.ts
var COLORS = ["#777777", "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"];
var DASHES = ["2 3", "none", "7 3", "1 3", "9 3 2 3", "4 2", "2 2"];
var MARKERS = [
  "M0,-6A6,6 0 1 1 0,6A6,6 0 1 1 0,-6Z",
  "M-5.5,-5.5H5.5V5.5H-5.5Z",
  "M0,-7L6.5,5H-6.5Z",
  "M0,-7.5L7,0L0,7.5L-7,0Z",
  "M0,7L6.5,-5H-6.5Z",
  "M-6.5,0L-3.2,-5.6H3.2L6.5,0L3.2,5.6H-3.2Z",
  "M0,-7L2,-2.2L7,-2L3,1.2L4.4,6.2L0,3.4L-4.4,6.2L-3,1.2L-7,-2L-2,-2.2Z"
];
function look(index) {
  const place = Math.max(0, index);
  return {
    letter: String.fromCharCode(65 + place % 26),
    color: COLORS[place % COLORS.length] ?? "#777777",
    dash: DASHES[place % DASHES.length] ?? "none",
    marker: MARKERS[place % MARKERS.length] ?? MARKERS[0]
  };
}
var lookOf = (letter) => look(Math.max(0, letter.toUpperCase().charCodeAt(0) - 65 || 0));

// src/verdict/box.ts
function segments(belief) {
  const harm = belief.p_harm ?? 0;
  const share = (value) => Math.min(1, Math.max(0, value));
  const rest = belief.p_harm === void 0 ? "not better" : "a little worse";
  return [
    { kind: "worthwhile", share: share(belief.p_worthwhile), words: "clearly better" },
    { kind: "small", share: share(belief.p_benefit - belief.p_worthwhile), words: "a little better" },
    { kind: "unhelpful", share: share(1 - belief.p_benefit - harm), words: rest },
    ...belief.p_harm === void 0 ? [] : [{ kind: "harm", share: share(harm), words: "clearly worse" }]
  ];
}
var spokenChances = (belief) => `${frequency(belief.p_benefit)} that it is better at all, ${frequency(belief.p_worthwhile)} that it is better by enough to matter.`;
function box(kind, title, subtitle) {
  const words = html("p", { class: "nof1-box-words nof1-small nof1-muted", dir: "auto" });
  const rows = html("div", { class: "nof1-arms" });
  const head = html(
    "div",
    {},
    html("h3", {}, title),
    html("p", { class: "nof1-small nof1-muted" }, subtitle)
  );
  let unit = "";
  const drawRows = list(
    rows,
    (belief) => belief.arm,
    () => armRow(() => unit)
  );
  return {
    node: html(
      "section",
      { class: `nof1-box nof1-box-${kind}`, "data-box": kind, "aria-label": title },
      head,
      rows,
      words
    ),
    draw(text, numbers, nextUnit) {
      unit = nextUnit;
      write(words, text);
      show(words, text !== "");
      drawRows(numbers);
    }
  };
}
function legend() {
  const item = (kind, words) => html(
    "span",
    { class: "nof1-legend-item" },
    html("span", { class: `nof1-key nof1-share-${kind}`, "aria-hidden": "true" }),
    words
  );
  return html(
    "div",
    { class: "nof1-row nof1-legend nof1-small nof1-muted" },
    item("worthwhile", "clearly better"),
    item("small", "a little better"),
    item("unhelpful", "not better, or a little worse"),
    item("harm", "clearly worse")
  );
}
function armRow(unit) {
  const swatch = html("span", { class: "nof1-swatch", "aria-hidden": "true" });
  const name = html("h3", { dir: "auto" });
  const effect = html("p", { class: "nof1-effect" });
  const bar = html("div", { class: "nof1-shares", role: "img" });
  const words = html("p", { class: "nof1-small nof1-muted" });
  const node = html(
    "div",
    { class: "nof1-arm" },
    html("div", { class: "nof1-row" }, swatch, name),
    effect,
    bar,
    words
  );
  const drawBar = list(bar, (segment) => segment.kind, segmentPiece);
  return {
    node,
    draw(belief, index) {
      const { color, letter } = lookOf(String.fromCharCode(66 + index));
      set(node, {
        "data-arm": belief.arm,
        "data-p-benefit": belief.p_benefit.toFixed(6),
        "data-p-worthwhile": belief.p_worthwhile.toFixed(6)
      });
      swatch.style.background = color;
      write(swatch, letter);
      write(name, belief.arm);
      write(effect, effectWords(belief, unit()));
      show(effect, belief.mean !== void 0);
      const parts = segments(belief);
      drawBar(parts);
      set(bar, { "aria-label": parts.map((part) => `${part.words} ${percent(part.share)}`).join(", ") });
      write(words, spokenChances(belief));
    }
  };
}
function effectWords({ mean, low, high }, unit) {
  if (mean === void 0 || low === void 0 || high === void 0) return "";
  return `${withUnit(plain(mean), unit)} (95% between ${plain(low)} and ${plain(high)})`;
}
function segmentPiece() {
  const number = html("b");
  const words = html("span");
  const node = html("div", {}, number, words);
  return {
    node,
    draw(segment) {
      set(node, { class: `nof1-share nof1-share-${segment.kind}`, "data-share": segment.share.toFixed(6) });
      node.style.flexGrow = segment.share.toFixed(4);
      show(node, segment.share >= 4e-3);
      write(number, segment.share >= 0.1 ? percent(segment.share) : "");
      write(words, segment.share >= 0.3 ? segment.words : "");
    }
  };
}

// src/verdict/style.ts
var CSS = `
[data-sheet="verdict"] {
  .nof1-banner { display: grid; gap: 8px; padding: 24px; border-radius: 12px; background: var(--nof1-soft); border-inline-start: 6px solid var(--nof1-muted); }
  .nof1-banner[data-advice="adopt"] { border-inline-start-color: var(--nof1-good); }
  .nof1-banner[data-advice^="stop"] { border-inline-start-color: var(--nof1-bad); }
  .nof1-banner[data-advice="continue"] { border-inline-start-color: var(--nof1-accent); }
  .nof1-banner h2 { font-size: 26px; }
  .nof1-reason { font-size: 15px; max-inline-size: 72ch; white-space: pre-line; }
  .nof1-watermark { padding: 6px 12px; border: 1px dashed var(--nof1-warn); color: var(--nof1-warn); border-radius: 6px; font-weight: 550; inline-size: fit-content; }
  .nof1-key { inline-size: 16px; block-size: 16px; border-radius: 4px; }
  .nof1-checks { display: grid; gap: 4px; padding-inline-start: 18px; color: var(--nof1-muted); max-inline-size: 80ch; }
  .nof1-boxes { display: grid; gap: 16px; grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .nof1-box { display: grid; gap: 16px; align-content: start; padding: 20px; border: 1px solid var(--nof1-line); border-radius: 12px; min-inline-size: 0; }
  .nof1-box-hypothesis { border-style: dashed; }
  .nof1-box-words { white-space: pre-line; }
  .nof1-arms { display: grid; gap: 20px; }
  .nof1-arm { display: grid; gap: 6px; min-inline-size: 0; }
  .nof1-arm h3 { overflow-wrap: anywhere; min-inline-size: 0; flex: 1; }
  .nof1-effect { font-size: 17px; font-weight: 550; }
  .nof1-shares { display: flex; gap: 2px; block-size: 40px; border-radius: 8px; overflow: hidden; }
  .nof1-share { flex: 0 1 0; min-inline-size: 3px; display: grid; align-content: center; justify-items: center; line-height: 1.15; font-size: 11px; color: #ffffff; overflow: hidden; white-space: nowrap; }
  .nof1-share b { font-size: 13px; }
  .nof1-share-worthwhile { background: #00785a; }
  .nof1-share-small { background: color-mix(in srgb, #00785a 30%, var(--nof1-paper)); color: var(--nof1-ink); }
  .nof1-share-unhelpful { background: color-mix(in srgb, var(--nof1-ink) 16%, transparent); color: var(--nof1-ink); }
  .nof1-share-harm { background: repeating-linear-gradient(45deg, #b34a00 0 6px, #8f3b00 6px 12px); }
  .nof1-body[data-narrow] .nof1-boxes { grid-template-columns: minmax(0, 1fr); }
  .nof1-body[data-narrow] .nof1-banner { padding: 16px; }
}
`;

// src/verdict.ts
var ENGINES = /* @__PURE__ */ new Map([
  ["exact", "Exact engine"],
  ["sampled", "Sampled fit"]
]);
var view = (el, _tell, signal) => {
  const watermark = html("p", { class: "nof1-watermark", "data-watermark": "" });
  const headline = html("h2", { "data-headline": "", dir: "auto" });
  const reason = html("p", { class: "nof1-reason", "data-reason": "", dir: "auto" });
  const engine = html("span", { class: "nof1-chip", "data-engine": "" });
  const stale = html(
    "span",
    { class: "nof1-chip", "data-tone": "warn", "data-stale": "" },
    "Out of date: a newer result is on its way"
  );
  const banner = html(
    "div",
    { class: "nof1-banner", role: "status" },
    headline,
    reason,
    html("div", { class: "nof1-row" }, engine, stale)
  );
  const checks = html("ul", { class: "nof1-checks nof1-small", "data-checks": "" });
  const hypothesis = box("hypothesis", "Hypothesis", "What the model and you believed before");
  const evidence = box("evidence", "Evidence", "What this person's days say");
  const key = legend();
  const numbers = table(
    "The verdict in numbers",
    [
      "Arm",
      "",
      "Better",
      "Worthwhile",
      "Clearly worse",
      "Too small to matter",
      "Effect",
      "95% from",
      "95% to"
    ],
    (i) => i > 1
  );
  el.append(
    watermark,
    banner,
    html("div", { class: "nof1-boxes" }, hypothesis.node, evidence.node),
    key,
    checks,
    numbers.node
  );
  followWidth(el, () => {
  }, signal);
  const drawChecks = list(
    checks,
    (_, i) => String(i),
    () => {
      const node = html("li", { dir: "auto" });
      return { node, draw: (text) => void write(node, text) };
    }
  );
  return (props) => {
    write(watermark, props.watermark);
    show(watermark, props.watermark !== "");
    set(banner, { "data-advice": props.advice });
    write(headline, props.headline);
    write(reason, props.reason);
    write(engine, ENGINES.get(props.engine) ?? props.engine);
    show(engine, props.engine !== "");
    show(stale, props.stale);
    drawChecks(props.checks);
    show(checks, props.checks.length > 0);
    hypothesis.draw(props.hypothesis.text, props.hypothesis.numbers, props.unit ?? "");
    evidence.draw(props.evidence.text, props.evidence.numbers, props.unit ?? "");
    const rows = tableRows(props);
    numbers.draw(rows);
    show(numbers.node, rows.length > 0);
    show(key, rows.length > 0);
  };
};
function tableRows({ hypothesis, evidence }) {
  return [
    ...hypothesis.numbers.map((n) => [
      n.arm,
      "before",
      percent(n.p_benefit),
      percent(n.p_worthwhile),
      "",
      "",
      "",
      "",
      ""
    ]),
    ...evidence.numbers.map((n) => [
      n.arm,
      "now",
      ...[n.p_benefit, n.p_worthwhile, n.p_harm, n.p_rope].map((p) => percent(p)),
      ...[n.mean, n.low, n.high].map((x) => plain(x))
    ])
  ];
}
var verdict_default = sheet("verdict", CSS, view);
export {
  verdict_default as default,
  view
};
