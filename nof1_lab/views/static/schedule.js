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

// src/lib/date.ts
var DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
var MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
var A_DAY = 864e5;
function dayNumber(iso) {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number);
  const time = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1);
  return new Date(time).toISOString().startsWith(iso) ? time / A_DAY : null;
}
function addDays(iso, days) {
  const number = dayNumber(iso);
  return number === null ? iso : new Date((number + days) * A_DAY).toISOString().slice(0, 10);
}
function spoken(iso) {
  const number = dayNumber(iso);
  if (number === null) return iso;
  const date = new Date(number * A_DAY);
  return `${DAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

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
var isSave = (event) => event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
function keepKeys(target, signal) {
  const keep = (event) => {
    if (!isSave(event)) event.stopPropagation();
  };
  for (const type of ["keydown", "keyup", "keypress", "paste"])
    target.addEventListener(type, keep, { signal });
}
function keepBareKeys(target, signal) {
  const keep = (event) => {
    const { ctrlKey, metaKey, altKey, key } = event;
    if (!ctrlKey && !metaKey && !altKey && key !== "Tab") event.stopPropagation();
  };
  target.addEventListener("keydown", keep, { signal });
}
function stepsOf(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const sign = {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: 10,
    PageDown: -10
  };
  const steps = sign[event.key];
  return steps === void 0 ? null : steps * (event.shiftKey && Math.abs(steps) === 1 ? 10 : 1);
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
var decimals = (step) => step > 0 ? clamp(Math.ceil(-Math.log10(step) - 1e-9), 0, 8) : 2;
var round = (x, step) => step > 0 ? Number((Math.round(x / step) * step).toFixed(decimals(step) + 2)) + 0 : x;
function plain(x, digits = 2) {
  if (x === null || x === void 0 || !Number.isFinite(x)) return "–";
  const text = Number(x.toFixed(digits)).toString();
  return text.replace("-", MINUS);
}
function parse(text) {
  const tidy = text.trim().replace(MINUS, "-").replace(",", ".");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(tidy)) return null;
  const value = Number(tidy);
  return Number.isFinite(value) ? value + 0 : null;
}

// src/lib/field.ts
var count = 0;
function freshId() {
  count += 1;
  return `nof1-${count}`;
}
function numberField(label, hook, change, signal, mayBeEmpty = false) {
  const id = freshId();
  const input = html("input", {
    id,
    class: "nof1-input",
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    ...hook
  });
  const unit = html("span", { class: "nof1-unit" });
  const hint = html("span", { class: "nof1-hint", id: `${id}-hint`, role: "alert", hidden: true });
  const node = html(
    "div",
    { class: "nof1-field" },
    html("label", { for: id }, label),
    html("span", { class: "nof1-entry" }, input, unit),
    hint
  );
  let state = { value: null, step: 1 };
  let isTyping = false;
  const text = () => state.value === null ? "" : plain(state.value, state.digits ?? 6);
  const complain = (words) => {
    write(hint, words);
    show(hint, words !== "");
    set(input, { "aria-invalid": words ? "true" : null, "aria-describedby": words ? hint.id : null });
  };
  const range = () => {
    const [low, high] = [plain(state.low, 4), plain(state.high, 4)];
    if (state.low !== void 0 && state.high !== void 0) return `a number from ${low} to ${high}`;
    if (state.low !== void 0) return `a number from ${low} up`;
    return "a number";
  };
  const isInside = (value) => value >= (state.low ?? Number.NEGATIVE_INFINITY) && value <= (state.high ?? Number.POSITIVE_INFINITY);
  const commit = () => {
    if (!isTyping) return;
    isTyping = false;
    const typed = input.value.trim();
    if (typed === text()) {
      complain("");
      return;
    }
    const value = parse(typed);
    if (typed === "" && mayBeEmpty) change(null);
    else if (value === null || !isInside(value)) {
      complain(`“${typed.slice(0, 20)}” is not ${range()}.`);
      isTyping = true;
      return;
    } else change(value);
    complain("");
    input.value = text();
  };
  keepKeys(input, signal);
  const onInput = () => {
    isTyping = true;
  };
  listen(input, "input", onInput, signal);
  listen(input, "change", commit, signal);
  listen(input, "blur", commit, signal);
  listen(
    input,
    "keydown",
    (event) => {
      if (event.key === "Enter") return commit();
      if (event.key === "Escape") {
        isTyping = false;
        complain("");
        input.value = text();
        return;
      }
      const steps = event.key === "ArrowUp" || event.key === "ArrowDown" || event.key.startsWith("Page") ? stepsOf(event) : null;
      if (steps === null || input.readOnly) return;
      event.preventDefault();
      const from = (isTyping ? parse(input.value) : state.value) ?? state.low ?? 0;
      isTyping = false;
      complain("");
      change(clamp(round(from + steps * state.step, state.step), state.low ?? -1e12, state.high ?? 1e12));
    },
    signal
  );
  return {
    node,
    input,
    draw(next) {
      state = next;
      set(input, { readonly: next.isLocked === true });
      write(unit, next.unit ?? "");
      if (!isTyping && input.value !== text()) input.value = text();
    }
  };
}
function textField(label, type, hook, change, signal) {
  const id = freshId();
  const input = html("input", {
    id,
    class: "nof1-input",
    type,
    autocomplete: "off",
    maxlength: 200,
    "data-field": hook
  });
  keepKeys(input, signal);
  listen(input, "input", () => change(input.value), signal);
  return {
    node: html("div", { class: "nof1-field" }, html("label", { for: id }, label), input),
    draw(value, isLocked) {
      if (input.value !== value) input.value = value;
      set(input, { readonly: isLocked });
    }
  };
}

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

// src/schedule/strip.ts
var LABEL = 64;
var CELL = 28;
var GAP = 8;
var TOP = 4;
var letterOf = (labels, arm) => Object.entries(labels).find(([, name]) => name === arm)?.[0] ?? "";
function layout(props, width) {
  const cycleOf = new Map(props.periods.map((period) => [period.number, period.cycle]));
  const rowOf = (day) => day.status === "run-in" ? 0 : cycleOf.get(day.period ?? -1) ?? 1;
  const numbers = [...new Set(props.days.map(rowOf))].sort((one, other) => one - other);
  const groups = numbers.map((number) => props.days.filter((day) => rowOf(day) === number));
  const longest = Math.max(1, ...groups.map((group) => group.length));
  const cell = clamp((width - LABEL) / longest, 4, 44);
  const rows = numbers.map((number, i) => ({
    name: number === 0 ? "Run-in" : `Cycle ${number}`,
    y: TOP + i * (CELL + GAP)
  }));
  const firsts = firstDays(props.days);
  const cells = groups.flatMap(
    (group, i) => group.map(
      (day, place) => ({
        day,
        letter: letterOf(props.labels, day.arm),
        x: LABEL + place * cell,
        y: TOP + i * (CELL + GAP),
        width: cell,
        isFirst: firsts.get(day.period ?? -1) === day.day
      })
    )
  );
  return {
    width: Math.max(width, LABEL + longest * cell),
    height: TOP + rows.length * (CELL + GAP),
    rows,
    cells
  };
}
function firstDays(days) {
  const found = /* @__PURE__ */ new Map();
  for (const { day, period, status } of days)
    if (period !== null && status === "day" && !found.has(period)) found.set(period, day);
  return found;
}
function describe2(day, letter) {
  const when = `Day ${String(day.day).replace("-", "−")}, ${spoken(day.date)}`;
  if (day.status === "run-in") return `${when}: run-in, not analysed`;
  const what = `${when}: ${letter ? `${letter}, ` : ""}${day.arm ?? ""}`;
  return day.status === "washout" ? `${what}; wash-out, not analysed` : what;
}
function strip(signal) {
  const hatch = freshId();
  const pattern = svg(
    "pattern",
    { id: hatch, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svg("line", { class: "nof1-hatch", x1: 0, x2: 0, y1: 0, y2: 6 })
  );
  const names = svg("g", { "aria-hidden": "true" });
  const cells = svg("g", { "aria-hidden": "true" });
  const cursor = svg("rect", { class: "nof1-cursor", height: CELL + 4, rx: 4, visibility: "hidden" });
  const node = svg(
    "svg",
    { class: "nof1-days", tabindex: 0, role: "slider", "aria-label": "Day of the schedule" },
    svg("defs", {}, pattern),
    names,
    cells,
    cursor
  );
  const words = html("p", { class: "nof1-muted nof1-days-words", "data-day-words": "" });
  const legend = html("div", { class: "nof1-row nof1-legend nof1-small" });
  const drawNames = list(names, (row) => row.name, nameOf);
  const drawCells = list(
    cells,
    (cell) => String(cell.day.day),
    () => cellOf(hatch)
  );
  const drawLegend = list(legend, ([letter]) => letter, legendItem);
  let now = { width: 0, height: 0, rows: [], cells: [] };
  let chosen = -1;
  const look2 = (place) => {
    chosen = clamp(place, 0, Math.max(0, now.cells.length - 1));
    const cell = now.cells[chosen];
    if (!cell) return;
    const text = describe2(cell.day, cell.letter);
    write(words, text);
    set(node, { "aria-valuenow": cell.day.day, "aria-valuetext": text });
    set(cursor, { x: cell.x - 1, y: cell.y - 2, width: cell.width + 1, visibility: "visible" });
  };
  const onPoint = (event) => {
    const box = node.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const place = now.cells.findIndex(
      (cell) => x >= cell.x && x < cell.x + cell.width && y >= cell.y && y < cell.y + CELL + GAP
    );
    if (place >= 0) look2(place);
  };
  const onKey = (event) => {
    const week = event.key === "ArrowUp" || event.key === "ArrowDown" ? 7 : 1;
    const ends = { Home: 0, End: now.cells.length - 1 };
    const steps = stepsOf(event);
    const sign = event.key === "ArrowDown" || event.key === "ArrowUp" ? -1 : 1;
    const place = ends[event.key] ?? (steps === null ? null : chosen + sign * steps * week);
    if (place === null) return;
    event.preventDefault();
    event.stopPropagation();
    look2(place);
  };
  listen(node, "pointermove", onPoint, signal);
  listen(node, "pointerdown", onPoint, signal);
  listen(node, "keydown", onKey, signal);
  return {
    node: html("figure", { class: "nof1-body" }, legend, html("div", { class: "nof1-scroll" }, node), words),
    draw(props, width) {
      now = layout(props, width);
      set(node, {
        viewBox: `0 0 ${now.width} ${now.height}`,
        height: now.height,
        style: `min-inline-size: ${now.width}px`
      });
      set(node, {
        "aria-valuemin": now.cells[0]?.day.day ?? 0,
        "aria-valuemax": now.cells.at(-1)?.day.day ?? 0
      });
      drawNames(now.rows);
      drawCells(now.cells);
      drawLegend(Object.entries(props.labels));
      look2(chosen < 0 ? now.cells.findIndex((cell) => cell.day.status !== "run-in") : chosen);
    }
  };
}
function nameOf() {
  const node = svg("text", { x: 0 });
  return { node, draw: (row) => void write(set(node, { y: row.y + CELL / 2 + 4 }), row.name) };
}
function cellOf(hatch) {
  const box = svg("rect", { class: "nof1-day", height: CELL, rx: 3 });
  const lines = svg("rect", { height: CELL, rx: 3, fill: `url(#${hatch})` });
  const letter = svg("text", { class: "nof1-letter", "text-anchor": "middle" });
  const node = svg("g", { class: "nof1-hued" }, box, lines, letter);
  return {
    node,
    draw(cell) {
      const place = { x: cell.x + 0.75, y: cell.y, width: Math.max(1, cell.width - 1.5) };
      set(node, {
        "data-day": cell.day.day,
        "data-status": cell.day.status,
        style: `--nof1-arm: ${lookOf(cell.letter).color}`
      });
      set(box, place);
      set(lines, { ...place, visibility: cell.day.status === "washout" ? null : "hidden" });
      set(letter, {
        x: cell.x + cell.width / 2,
        y: cell.y + CELL / 2 + 4,
        visibility: cell.isFirst && cell.width >= 9 ? null : "hidden"
      });
      write(letter, cell.letter);
    }
  };
}
function legendItem() {
  const swatch = html("span", { class: "nof1-swatch", "aria-hidden": "true" });
  const name = html("span", { dir: "auto" });
  return {
    node: html("span", { class: "nof1-legend-item" }, swatch, name),
    draw([letter, arm]) {
      write(swatch, letter);
      swatch.style.background = lookOf(letter).color;
      write(name, arm);
    }
  };
}

// src/schedule/style.ts
var CSS = `
[data-sheet="schedule"] {
  .nof1-form { display: grid; gap: 16px 24px; grid-template-columns: repeat(4, minmax(0, 1fr)); align-items: start; }
  .nof1-form > :nth-child(1), .nof1-group { grid-column: span 2; }
  .nof1-form > :nth-last-child(-n + 2) { grid-column: span 2; }
  .nof1-group { border: 0; margin: 0; padding: 0; min-inline-size: 0; }
  .nof1-group legend { padding: 0; margin-block-end: 4px; }
  .nof1-checks { display: grid; gap: 0; }
  .nof1-check { display: flex; align-items: center; gap: 10px; min-block-size: 40px; cursor: pointer; overflow-wrap: anywhere; }
  .nof1-days { touch-action: pan-x pan-y; border-radius: 4px; }
  .nof1-day { fill: var(--nof1-hue); fill-opacity: 0.82; }
  .nof1-hued[data-status="washout"] .nof1-day { fill-opacity: 0.3; }
  .nof1-hued[data-status="run-in"] .nof1-day { fill: var(--nof1-muted); fill-opacity: 0.22; }
  .nof1-hatch { stroke: var(--nof1-ink); stroke-width: 1.5; stroke-opacity: 0.55; }
  svg .nof1-letter { fill: #ffffff; font-weight: 700; paint-order: stroke; stroke: rgb(0 0 0 / 45%); stroke-width: 2px; }
  .nof1-cursor { fill: none; stroke: var(--nof1-ink); stroke-width: 2; }
  .nof1-days-words { min-block-size: 1.45em; }
  .nof1-body[data-narrow] .nof1-form { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px; }
}
`;

// src/schedule.ts
function obstacle(part) {
  if (part.reference.trim() === "") return "Say what the candidates are compared with.";
  if (part.arms.length === 0)
    return "Tick at least one candidate: a trial of one arm has nothing to compare.";
  if (part.arms.includes(part.reference)) return `${part.reference} cannot be compared with itself.`;
  if (dayNumber(part.start) === null) return "Choose the day on which the trial starts.";
  if (part.washout_days >= part.days)
    return "The wash-out leaves no day of a period; lengthen the periods or shorten it.";
  return "";
}
function outlook(part) {
  const periods = (part.arms.length + 1) * part.cycles;
  const days = periods * part.days;
  const used = periods * Math.max(0, part.days - part.washout_days);
  const end = dayNumber(part.start) === null ? "" : `, until ${spoken(addDays(part.start, days - 1))}`;
  const runIn = part.run_in_days > 0 ? ` ${part.run_in_days} days of run-in come before.` : "";
  return `${periods} periods of ${part.days} days make ${days} days${end}; ${used} of them count.${runIn}`;
}
var COUNTS = [
  ["cycles", "Cycles", 1, 200],
  ["days", "Days in a period", 1, 1e3],
  ["washout_days", "Wash-out days", 0, 1e3],
  ["run_in_days", "Run-in days", 0, 1e3]
];
var view = (el, tell, signal) => {
  let props;
  let part;
  let draft;
  const edit = (change) => {
    if (!draft || props?.locked) return;
    draft = { ...draft, ...change };
    draw();
  };
  const press = (change) => {
    if (!draft || !part || props?.locked || obstacle(draft) !== "") return;
    tell({ ...draft, ...change, reference: draft.reference.trim(), draw: part.draw + 1 }, true);
  };
  const isUnchanged = () => draft?.seed != null && JSON.stringify(draft) === JSON.stringify(part);
  const reference = textField(
    "Compared with (the reference)",
    "text",
    "reference",
    (text) => edit({ reference: text }),
    signal
  );
  const start = textField("First day", "date", "start", (text) => edit({ start: text }), signal);
  const counts = COUNTS.map(
    ([key, label]) => numberField(label, { "data-field": key }, (value) => edit({ [key]: Math.round(value ?? 0) }), signal)
  );
  const seed = numberField(
    "Seed (empty: by chance)",
    { "data-field": "seed" },
    (value) => edit({ seed: value === null ? null : Math.round(value) }),
    signal,
    true
  );
  const arms = html("div", { class: "nof1-checks" });
  const group = html(
    "fieldset",
    { class: "nof1-group" },
    html("legend", { class: "nof1-label" }, "Candidates to try"),
    arms
  );
  const noArms = html("p", { class: "nof1-muted nof1-small" }, "No candidate has been accepted yet.");
  group.append(noArms);
  const form = html(
    "div",
    { class: "nof1-form" },
    reference.node,
    group,
    ...counts.map((field) => field.node),
    start.node,
    seed.node
  );
  const words = html("p", { "data-outlook": "" });
  const trouble = html("p", { class: "nof1-muted", role: "status", "data-obstacle": "" });
  const go = html("button", { type: "button", class: "nof1-button nof1-main", "data-action": "draw" });
  const anew = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "draw-anew" },
    "Draw another one"
  );
  const warnings = html("ul", { class: "nof1-warnings" });
  const picture = strip(signal);
  const numbers = table(
    "The periods in order",
    ["Period", "Cycle", "Arm", "From day", "To day", "From", "To"],
    (i) => i !== 2 && i < 5
  );
  const result = html("div", { class: "nof1-body" }, picture.node, numbers.node);
  el.append(
    html("h2", {}, "Schedule"),
    form,
    words,
    trouble,
    html("div", { class: "nof1-row" }, go, anew),
    warnings,
    result
  );
  const width = followWidth(el, () => draw(), signal);
  listen(go, "click", () => press({}), signal);
  listen(anew, "click", () => press({ seed: null }), signal);
  const drawArms = list(
    arms,
    (arm) => arm,
    (arm) => checkbox(arm)
  );
  const drawWarnings = list(
    warnings,
    (_, i) => String(i),
    () => {
      const node = html("li");
      return { node, draw: (text) => void write(node, text) };
    }
  );
  function checkbox(arm) {
    const box = html("input", { type: "checkbox", "data-arm": arm });
    const letter = html("span", { class: "nof1-swatch nof1-hued", "aria-hidden": "true" });
    const name = html("span", { dir: "auto" }, arm);
    const node = html("label", { class: "nof1-check" }, box, letter, name);
    listen(
      box,
      "change",
      () => {
        const ticked = new Set(draft?.arms ?? []);
        if (box.checked) ticked.add(arm);
        else ticked.delete(arm);
        edit({ arms: (props?.candidates ?? []).filter((known) => ticked.has(known)) });
      },
      signal
    );
    keepKeys(box, signal);
    return {
      node,
      draw() {
        const place = draft?.arms.indexOf(arm) ?? -1;
        box.checked = place >= 0;
        set(box, { disabled: props?.locked === true });
        show(letter, place >= 0);
        const mark = lookOf(String.fromCharCode(66 + Math.max(0, place)));
        write(letter, mark.letter);
        letter.style.background = mark.color;
      }
    };
  }
  function draw() {
    if (!props || !draft) return;
    const { locked, planned } = props;
    reference.draw(draft.reference, locked);
    start.draw(draft.start, locked);
    COUNTS.forEach(([key, , low, high], i) => {
      counts[i]?.draw({ value: draft?.[key] ?? 0, low, high, step: 1, digits: 0, isLocked: locked });
    });
    seed.draw({ value: draft.seed, low: 0, high: 2 ** 53 - 1, step: 1, digits: 0, isLocked: locked });
    drawArms(props.candidates);
    show(noArms, props.candidates.length === 0);
    const problem = obstacle(draft);
    write(trouble, problem);
    show(trouble, problem !== "");
    write(words, outlook(draft));
    show(words, problem === "");
    write(go, planned ? "Draw with these settings" : "Draw the schedule");
    set(go, { disabled: locked || problem !== "" || planned && isUnchanged() });
    set(anew, { disabled: locked || problem !== "" });
    show(anew, planned);
    show(go, !locked);
    drawWarnings(props.warnings);
    show(warnings, props.warnings.length > 0);
    show(result, planned);
    if (!planned) return;
    picture.draw(props, width());
    numbers.draw(props.periods.map((period) => periodRow(period, props?.days ?? [])));
  }
  return (nextProps, nextPart) => {
    props = nextProps;
    if (JSON.stringify(part) !== JSON.stringify(nextPart)) draft = nextPart;
    part = nextPart;
    draw();
  };
};
function periodRow(period, days) {
  const date = (day) => spoken(days.find((known) => known.day === day)?.date ?? "");
  return [
    period.number,
    period.cycle,
    period.arm,
    period.start,
    period.end,
    date(period.start),
    date(period.end)
  ].map(String);
}
var schedule_default = sheet("schedule", CSS, view);
export {
  schedule_default as default,
  obstacle,
  outlook,
  view
};
