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
var SLACK = 3;
function drag(target, frame, act, signal) {
  let finger = null;
  let from = { x: 0, y: 0, isTouch: false };
  let latest = null;
  let hasMoved = false;
  let ticket = 0;
  const spotOf = (event) => {
    const box = frame.getBoundingClientRect();
    return {
      x: event.clientX - box.left,
      y: event.clientY - box.top,
      isTouch: event.pointerType === "touch"
    };
  };
  const flush = () => {
    cancelAnimationFrame(ticket);
    ticket = 0;
    const spot = latest;
    latest = null;
    if (spot) act.move(spot);
  };
  const stop = () => {
    finger = null;
    latest = null;
    cancelAnimationFrame(ticket);
    ticket = 0;
  };
  const onDown = (event) => {
    if (finger !== null || event.button !== 0) return;
    from = spotOf(event);
    if (!act.start(from)) return;
    event.preventDefault();
    event.stopPropagation();
    finger = event.pointerId;
    hasMoved = false;
    target.setPointerCapture?.(event.pointerId);
    if (target instanceof HTMLElement || target instanceof SVGElement) target.focus({ preventScroll: true });
  };
  const onMove = (event) => {
    if (event.pointerId !== finger) return;
    const spot = spotOf(event);
    hasMoved ||= Math.hypot(spot.x - from.x, spot.y - from.y) > SLACK;
    if (!hasMoved) return;
    latest = spot;
    if (ticket === 0) ticket = requestAnimationFrame(() => guarded(flush));
  };
  const onUp = (event) => {
    if (event.pointerId !== finger) return;
    flush();
    stop();
    act.end(hasMoved);
  };
  const onCancel = (event) => {
    if (event.pointerId !== finger) return;
    stop();
    act.cancel();
  };
  const guarded = (action) => {
    try {
      action();
    } catch (error) {
      target.dispatchEvent(new CustomEvent("nof1-broken", { bubbles: true, composed: true, detail: error }));
    }
  };
  listen(target, "pointerdown", onDown, signal);
  listen(target, "pointermove", onMove, signal);
  listen(target, "pointerup", onUp, signal);
  listen(target, "pointercancel", onCancel, signal);
  listen(
    target,
    "keydown",
    (event) => {
      if (event.key !== "Escape" || finger === null) return;
      event.preventDefault();
      event.stopPropagation();
      stop();
      act.cancel();
    },
    signal
  );
  signal.addEventListener("abort", stop);
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
var QUIET = 400;
function afterQuiet(act, signal) {
  let timer;
  const now = () => {
    if (timer === void 0) return;
    clearTimeout(timer);
    timer = void 0;
    act();
  };
  signal.addEventListener("abort", () => clearTimeout(timer));
  return {
    poke() {
      clearTimeout(timer);
      timer = setTimeout(now, QUIET);
    },
    now
  };
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
function parse(text) {
  const tidy = text.trim().replace(MINUS, "-").replace(",", ".");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(tidy)) return null;
  const value = Number(tidy);
  return Number.isFinite(value) ? value + 0 : null;
}
var withUnit = (text, unit) => unit ? `${text} ${unit}` : text;

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

// src/lib/axis.ts
function scale(domain, range) {
  const span = domain[1] - domain[0] || 1;
  const slope = (range[1] - range[0]) / span;
  return {
    domain,
    range,
    at: (value) => range[0] + (value - domain[0]) * slope,
    value: (place) => slope === 0 ? domain[0] : domain[0] + (place - range[0]) / slope
  };
}
function nice(x) {
  if (!(x > 0) || !Number.isFinite(x)) return 1;
  const power = 10 ** Math.floor(Math.log10(x) + 1e-9);
  const lead = x / power + 1e-9;
  return Number(((lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power).toPrecision(12));
}
function ticks(low, high, count2) {
  if (!(high > low)) return [low];
  let step = nice((high - low) / Math.max(1, count2));
  while ((high - low) / step > count2 * 1.6) step = nice(step * 2.5);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)) + 0);
}
function safeDomain(domain) {
  const [low = 0, high = 1] = domain ?? [];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  return high > low ? [low, high] : [low - 0.5, low + 0.5];
}

// src/lib/curve.ts
var ROOT = Math.sqrt(2 * Math.PI);
var numbers = (count2, from, to) => Array.from({ length: count2 }, (_, i) => from + (to - from) * i / (count2 - 1));
function normalBelow(z) {
  return z < 0 ? upper(-z) : 1 - upper(z);
}
function upper(z) {
  const height = Math.exp(-0.5 * z * z) / ROOT;
  if (z < 3) {
    let term = z;
    let sum2 = z;
    for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum2); k += 2) {
      term *= z * z / k;
      sum2 += term;
    }
    return 0.5 - height * sum2;
  }
  let fraction = z;
  for (let k = 60; k >= 1; k -= 1) fraction = z + k / fraction;
  return height / fraction;
}
function bell({ mean, sd }, points2 = 181) {
  const x = numbers(points2, mean - 5 * sd, mean + 5 * sd);
  return {
    mean,
    sd,
    x,
    density: x.map((value) => bellDensity({ mean, sd }, value)),
    below: (value) => normalBelow((value - mean) / sd),
    quantile: (p) => mean + sd * normalQuantile(p)
  };
}
var bellDensity = ({ mean, sd }, x) => Math.exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * ROOT);
function normalQuantile(p) {
  let low = -40;
  let high = 40;
  for (let i = 0; i < 70; i += 1) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
function spline(x, y) {
  const n = x.length;
  const at = (values, i) => values[i] ?? 0;
  const bend = bends(x, y);
  const width = (i) => at(x, i + 1) - at(x, i);
  const rise = (i) => (at(y, i + 1) - at(y, i)) / width(i);
  const first = { x: at(x, 0), slope: rise(0) - width(0) * at(bend, 1) / 6 };
  const last = { x: at(x, n - 1), slope: rise(n - 2) + width(n - 2) * at(bend, n - 2) / 6 };
  const inside = (value) => {
    let low = 0;
    let high = n - 1;
    while (high - low > 1) {
      const middle = low + high >> 1;
      if (at(x, middle) > value) high = middle;
      else low = middle;
    }
    const h = width(low);
    const a = (at(x, high) - value) / h;
    const b = 1 - a;
    const curved = ((a ** 3 - a) * at(bend, low) + (b ** 3 - b) * at(bend, high)) * (h * h / 6);
    return a * at(y, low) + b * at(y, high) + curved;
  };
  return {
    first,
    last,
    at: (value) => {
      if (value <= first.x) return at(y, 0) + first.slope * (value - first.x);
      if (value >= last.x) return at(y, n - 1) + last.slope * (value - last.x);
      return inside(value);
    }
  };
}
function bends(x, y) {
  const n = x.length;
  const at = (values, i) => values[i] ?? 0;
  const ratio = new Array(n).fill(0);
  const right = new Array(n).fill(0);
  for (let i = 1; i < n - 1; i += 1) {
    const before = at(x, i) - at(x, i - 1);
    const after = at(x, i + 1) - at(x, i);
    const jump = (at(y, i + 1) - at(y, i)) / after - (at(y, i) - at(y, i - 1)) / before;
    const pivot = 2 * (before + after) - before * at(ratio, i - 1);
    ratio[i] = after / pivot;
    right[i] = (6 * jump - before * at(right, i - 1)) / pivot;
  }
  const result = new Array(n).fill(0);
  for (let i = n - 2; i >= 1; i -= 1) result[i] = at(right, i) - at(ratio, i) * at(result, i + 1);
  return result;
}
var splines = /* @__PURE__ */ new WeakMap();
function splineOf(likelihood) {
  const known = splines.get(likelihood);
  if (known) return known;
  const fresh = spline(likelihood.theta, likelihood.log);
  splines.set(likelihood, fresh);
  return fresh;
}
function swap(likelihood, prior) {
  const line2 = splineOf(likelihood);
  const log = (x) => line2.at(x) - 0.5 * ((x - prior.mean) / prior.sd) ** 2;
  return integrated(log, edges(bracket(log, likelihood, prior), likelihood, prior));
}
var CUT = 40;
var REACH = Array.from({ length: 65 }, (_, i) => (i - 32) / 4);
function bracket(log, likelihood, prior) {
  const near = REACH.map((step) => prior.mean + prior.sd * step);
  const sights = [.../* @__PURE__ */ new Set([...likelihood.theta, ...near])].sort((one, other) => one - other);
  const heights = sights.map(log);
  const top = highest(heights);
  const isSeen = (height) => height > top - CUT;
  const first = Math.max(0, heights.findIndex(isSeen) - 1);
  const last = Math.min(sights.length - 1, heights.findLastIndex(isSeen) + 1);
  return [sights[first] ?? 0, sights[last] ?? 1];
}
var PANELS = 64;
var DRAWN = 401;
var STEPS = REACH.filter((_, i) => i % 4 === 0);
function edges([from, to], likelihood, prior) {
  const steps = STEPS.map((step) => prior.mean + prior.sd * step);
  const knots = likelihood.theta.filter((_, i) => i % 3 === 0);
  const inside = [...steps, ...knots].filter((x) => x > from && x < to);
  return [.../* @__PURE__ */ new Set([...numbers(PANELS + 1, from, to), ...inside])].sort((one, other) => one - other);
}
var HALF_RULE = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975362, 0.1012285362903763]
];
var RULE = HALF_RULE.flatMap(([point, weight]) => [[-point, weight], [point, weight]]);
function integrated(log, edges2) {
  const panels = edges2.length - 1;
  const edge = (panel2) => edges2[panel2] ?? 0;
  const [from, to] = [edge(0), edge(panels)];
  const spots = [];
  const weights = [];
  for (let panel2 = 0; panel2 < panels; panel2 += 1) {
    const half = (edge(panel2 + 1) - edge(panel2)) / 2;
    for (const [point, weight] of RULE) {
      spots.push(edge(panel2) + half * (point + 1));
      weights.push(weight * half);
    }
  }
  const heights = spots.map(log);
  const top = highest(heights);
  const mass = heights.map((height, i) => Math.exp(height - top) * (weights[i] ?? 0));
  const total = sum(mass);
  const mean = sum(mass.map((part2, i) => part2 * (spots[i] ?? 0))) / total;
  const variance = sum(mass.map((part2, i) => part2 * ((spots[i] ?? 0) - mean) ** 2)) / total;
  const density = (x2) => Math.exp(log(x2) - top) / total;
  const chance = Array.from(
    { length: panels },
    (_, panel2) => sum(mass.slice(8 * panel2, 8 * panel2 + 8)) / total
  );
  const left = cumulated(chance);
  const part = (panel2, x2) => {
    const half = (x2 - edge(panel2)) / 2;
    return half * sum(RULE.map(([point, weight]) => weight * density(edge(panel2) + half * (point + 1))));
  };
  const below = (x2) => {
    if (x2 <= from) return 0;
    if (x2 >= to) return 1;
    const panel2 = edges2.findLastIndex((left2) => left2 <= x2);
    return (left[panel2] ?? 0) + part(panel2, x2);
  };
  const quantile = (p) => {
    const panel2 = Math.max(
      0,
      left.findLastIndex((before) => before < p)
    );
    const wanted = p - (left[panel2] ?? 0);
    let [low, high] = [edge(panel2), edge(panel2 + 1)];
    for (let i = 0; i < 50; i += 1) {
      const middle = (low + high) / 2;
      if (part(panel2, middle) < wanted) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  const x = numbers(DRAWN, from, to);
  return { mean, sd: Math.sqrt(variance), x, density: x.map(density), below, quantile };
}
var sum = (values) => values.reduce((total, value) => total + value, 0);
var highest = (values) => values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
function cumulated(chance) {
  const left = [0];
  for (const part of chance.slice(0, -1)) left.push((left.at(-1) ?? 0) + part);
  return left;
}
function chances(curve, direction, worthwhile) {
  const better = (cut) => direction > 0 ? 1 - curve.below(cut) : curve.below(-cut);
  const worse = (cut) => direction > 0 ? curve.below(-cut) : 1 - curve.below(cut);
  return { benefit: better(0), worthwhile: better(worthwhile), harm: worse(worthwhile) };
}

// src/prior/belief.ts
var byHand = (part, arm) => part.priors.find((prior) => prior.arm === arm);
function believed(props, part, arm) {
  const known = byHand(part, arm.arm) ?? arm.derived ?? arm.stated ?? { mean: 0, sd: props.sd_range[1] };
  return { mean: known.mean, sd: Math.max(known.sd, 1e-9) };
}
function put(props, part, arm, prior) {
  const mine = { arm, mean: prior.mean, sd: prior.sd };
  const names = props.arms.map((known) => known.arm);
  const rest = part.priors.filter((known) => known.arm !== arm);
  const place = (name) => names.indexOf(name);
  return { priors: [...rest, mine].sort((one, other) => place(one.arm) - place(other.arm)) };
}
var without = (part, arm) => ({
  priors: part.priors.filter((prior) => prior.arm !== arm)
});
var canGoBack = (part, arm) => {
  const mine = byHand(part, arm.arm);
  if (!mine) return false;
  return arm.origin === "hand" || arm.derived?.mean !== mine.mean || arm.derived.sd !== mine.sd;
};
function grain(domain) {
  const [low, high] = safeDomain(domain);
  return { key: nice((high - low) / 200), drag: nice((high - low) / 1e3) };
}
var handlePlace = (prior, handle) => handle === "mean" ? prior.mean : handle === "low" ? prior.mean - prior.sd : prior.mean + prior.sd;
function moved(props, prior, handle, to) {
  const [low, high] = safeDomain(props.domain);
  const step = grain(props.domain).drag;
  if (handle === "mean") return { mean: round(clamp(to, low, high), step), sd: prior.sd };
  const away = handle === "low" ? prior.mean - to : to - prior.mean;
  return { mean: prior.mean, sd: clamp(round(away, step), ...props.sd_range) };
}
function reach(props, prior, handle) {
  const [least, most] = props.sd_range;
  if (handle === "mean") return safeDomain(props.domain);
  if (handle === "low") return [prior.mean - most, prior.mean - least];
  return [prior.mean + least, prior.mean + most];
}
function weigh(props, arm, prior) {
  const { direction, worthwhile } = props;
  const before = bell(prior);
  const after = isUsable(arm.likelihood) ? swap(arm.likelihood, prior) : null;
  return {
    prior,
    before,
    beforeChances: chances(before, direction, worthwhile),
    after,
    afterChances: after && chances(after, direction, worthwhile)
  };
}
var isUsable = (likelihood) => likelihood !== null && likelihood.theta.length >= 4 && likelihood.theta.length === likelihood.log.length;
function disagreement(python, here) {
  return Math.max(
    Math.abs(python.p_benefit - here.benefit),
    Math.abs(python.p_worthwhile - here.worthwhile),
    Math.abs(python.p_harm - here.harm)
  );
}

// src/lib/announce.ts
var PAUSE = 1e3;
function announcer(signal) {
  const node = html("p", { class: "nof1-hidden-text", "aria-live": "polite", "data-live": "" });
  let latest = "";
  let timer;
  signal.addEventListener("abort", () => clearTimeout(timer));
  return {
    node,
    say(words) {
      latest = words;
      timer ??= setTimeout(() => {
        timer = void 0;
        write(node, latest);
      }, PAUSE);
    }
  };
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

// src/prior/origin.ts
function origin() {
  const body = html("tbody");
  const head = html(
    "tr",
    {},
    ...["Step", "Middle", "Spread", "Range", "Why"].map((name) => html("th", { scope: "col" }, name))
  );
  const grid = html(
    "div",
    { class: "nof1-scroll" },
    html("table", { "data-waterfall": "" }, html("thead", {}, head), body)
  );
  const words = html("p", { class: "nof1-muted nof1-small" });
  const node = html(
    "details",
    { open: true },
    html("summary", {}, "Where this belief comes from"),
    words,
    grid
  );
  let domain = [0, 1];
  const row = () => {
    const [label, middle, spread, why] = [
      html("td"),
      html("td", { class: "nof1-number" }),
      html("td", { class: "nof1-number" }),
      html("td", { class: "nof1-why" })
    ];
    const line2 = svg("line", { class: "nof1-step-line" });
    const dot = svg("circle", { class: "nof1-step-dot", r: 4, cy: 8 });
    const zero = svg("line", { class: "nof1-zero", y1: 0, y2: 16 });
    const glyph = svg(
      "svg",
      { viewBox: "0 0 120 16", width: 120, height: 16, "aria-hidden": "true" },
      zero,
      line2,
      dot
    );
    return {
      node: html("tr", {}, label, middle, spread, html("td", { class: "nof1-glyph" }, glyph), why),
      draw(step) {
        const x = scale(domain, [4, 116]);
        const at = (value) => Math.min(118, Math.max(2, x.at(value)));
        write(label, step.label);
        write(middle, plain(step.mean, 3));
        write(spread, plain(step.sd, 3));
        write(why, step.note);
        set(line2, { x1: at(step.mean - 1.96 * step.sd), x2: at(step.mean + 1.96 * step.sd), y1: 8, y2: 8 });
        set(dot, { cx: at(step.mean) });
        set(zero, { x1: at(0), x2: at(0) });
      }
    };
  };
  const draw = list(body, (_, i) => String(i), row);
  return {
    node,
    draw({ arm, canGoBack: isHand }) {
      domain = stepsDomain(arm.waterfall);
      draw(arm.waterfall);
      show(grid, arm.waterfall.length > 0);
      write(
        words,
        isHand ? "Set by hand. What the model said, made ready for this person, is below." : origins(arm)
      );
    }
  };
}
function stepsDomain(steps) {
  const ends = steps.flatMap((step) => [step.mean - 1.96 * step.sd, step.mean + 1.96 * step.sd]);
  return safeDomain([Math.min(0, ...ends), Math.max(0, ...ends)]);
}
var origins = (arm) => arm.origin === "nothing known" || !arm.derived && !arm.stated ? "No estimate came with this candidate, so the belief starts out nearly flat." : "From what the model said, made ready for this person.";

// src/prior/picture.ts
var SIDE = 24;
var TOP = 40;
var FOOT = 64;
var WORDS = {
  harm: "clearly worse",
  trivial: "too small to matter",
  worthwhile: "clearly better"
};
var SHORT = { harm: "worse", trivial: "too small", worthwhile: "better" };
function layout(props, arm, weighed, width) {
  const height = width < 480 ? 280 : 320;
  const bottom = height - FOOT;
  const x = scale(safeDomain(props.domain), [SIDE, width - SIDE]);
  const { prior, after } = weighed;
  const peak = Math.max(bellDensity(prior, prior.mean), ...after ? [largest(after.density)] : []);
  const y = scale([0, peak], [bottom, TOP + 16]);
  const handle = (name) => {
    const value = handlePlace(prior, name);
    const [low, high] = x.domain;
    const shown = clamp(value, low, high);
    return { x: x.at(shown), y: y.at(bellDensity(prior, value)), isOutside: shown !== value };
  };
  return {
    width,
    height,
    top: TOP,
    bottom,
    x,
    zones: zonesOf(props, x),
    ticks: ticks(...x.domain, Math.max(3, Math.floor(width / 90))).map((value) => ({
      x: x.at(value),
      text: plain(value, 6)
    })),
    prior: path(bellPoints(prior, x), x, y),
    posterior: after ? `${path(points(after), x, y)}` : "",
    stated: arm.stated ? path(bellPoints(arm.stated, x), x, lowered(arm.stated, y, bottom)) : "",
    zero: x.at(clamp(0, ...x.domain)),
    sides: props.direction > 0 ? { left: "← worse", right: "better →" } : { left: "← better", right: "worse →" },
    handles: { low: handle("low"), mean: handle("mean"), high: handle("high") },
    interval: after && intervalOf(after, x)
  };
}
function lowered(stated, y, bottom) {
  const peak = bellDensity(stated, stated.mean);
  return peak > y.domain[1] ? scale([0, peak], [bottom, y.range[1]]) : y;
}
function zonesOf(props, x) {
  const [low, high] = x.domain;
  const [left, right] = [clamp(-props.worthwhile, low, high), clamp(props.worthwhile, low, high)];
  const [first, last] = props.direction > 0 ? ["harm", "worthwhile"] : ["worthwhile", "harm"];
  const zone = (kind, from, to) => {
    const room = x.at(to) - x.at(from);
    const words = room > 130 ? WORDS[kind] : room > 54 ? SHORT[kind] : "";
    return { kind, x: x.at(from), width: room, words };
  };
  return [zone(first, low, left), zone("trivial", left, right), zone(last, right, high)];
}
function intervalOf(after, x) {
  const inside = (value) => x.at(clamp(value, ...x.domain));
  return {
    from: inside(after.quantile(0.025)),
    to: inside(after.quantile(0.975)),
    middle: inside(after.mean)
  };
}
var bellPoints = (shape, x) => {
  const from = Math.max(x.domain[0], shape.mean - 5 * shape.sd);
  const to = Math.min(x.domain[1], shape.mean + 5 * shape.sd);
  return Array.from({ length: 161 }, (_, i) => {
    const value = from + (to - from) * i / 160;
    return [value, bellDensity(shape, value)];
  });
};
var points = (curve) => curve.x.map((value, i) => [value, curve.density[i] ?? 0]);
var largest = (values) => values.reduce((most, value) => Math.max(most, value), 0);
function path(line2, x, y) {
  const [low, high] = x.domain;
  const peak = largest(line2.map(([, density]) => density));
  const inside = line2.filter(([value, density]) => value >= low && value <= high && density > peak / 500);
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last || inside.length < 2) return "";
  const floor = y.at(0).toFixed(1);
  const steps = inside.map(([value, density]) => `${x.at(value).toFixed(1)},${y.at(density).toFixed(1)}`);
  return `M${x.at(first[0]).toFixed(1)},${floor}L${steps.join("L")}L${x.at(last[0]).toFixed(1)},${floor}`;
}
var SHAPES = {
  mean: "M0,-10A10,10 0 1 1 0,10A10,10 0 1 1 0,-10Z",
  low: "M0,-10L9,0L0,10L-9,0Z",
  high: "M0,-10L9,0L0,10L-9,0Z"
};
var LEAN = { mean: 0, low: -10, high: 10 };
function handleMark(handle, arm) {
  return svg(
    "g",
    {
      class: "nof1-handle",
      tabindex: 0,
      role: "slider",
      "data-handle": handle,
      "data-arm": arm,
      "aria-orientation": "horizontal"
    },
    svg("circle", { class: "nof1-hit", r: 22, cx: LEAN[handle] }),
    svg("circle", { class: "nof1-ring", r: 17 }),
    svg("path", { class: "nof1-grip", d: SHAPES[handle] })
  );
}
function picture(arm, hatch) {
  const zones = svg("g", { "aria-hidden": "true" });
  const marks = svg("g", { "aria-hidden": "true" });
  const stated = svg("path", { class: "nof1-stated" });
  const posterior = svg("path", { class: "nof1-posterior" });
  const prior = svg("path", { class: "nof1-prior-line" });
  const zero = svg("line", { class: "nof1-zero" });
  const interval = svg("line", { class: "nof1-interval" });
  const middle = svg("circle", { class: "nof1-middle", r: 4 });
  const floor = svg("line", { class: "nof1-axis" });
  const [left, right] = [svg("text", {}), svg("text", { "text-anchor": "end" })];
  const handles = {
    low: handleMark("low", arm),
    mean: handleMark("mean", arm),
    high: handleMark("high", arm)
  };
  const pattern = svg(
    "pattern",
    { id: hatch, width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svg("line", { class: "nof1-hatch", x1: 0, x2: 0, y1: 0, y2: 8 })
  );
  marks.append(zero, stated, posterior, prior, interval, middle, floor, left, right);
  const node = svg("svg", { class: "nof1-picture", role: "group" }, svg("defs", {}, pattern), zones, marks);
  const tickNodes = svg("g", { "aria-hidden": "true" });
  node.append(tickNodes, handles.low, handles.high, handles.mean);
  const drawZones = list(
    zones,
    (zone) => zone.kind,
    (zone) => zonePiece(zone.kind, hatch, () => size)
  );
  const drawTicks = list(
    tickNodes,
    (_, i) => String(i),
    () => tickPiece(() => size)
  );
  let size = { top: 0, bottom: 0 };
  return {
    node,
    handles,
    draw(now) {
      size = now;
      set(node, { viewBox: `0 0 ${now.width} ${now.height}`, height: now.height });
      drawZones(now.zones);
      drawTicks(now.ticks);
      set(stated, { d: now.stated });
      set(prior, { d: now.prior });
      set(posterior, { d: now.posterior });
      set(zero, { x1: now.zero, x2: now.zero, y1: now.top, y2: now.bottom });
      set(floor, { x1: SIDE, x2: now.width - SIDE, y1: now.bottom, y2: now.bottom });
      drawInterval(now);
      write(set(left, { x: SIDE, y: now.height - 8 }), now.sides.left);
      write(set(right, { x: now.width - SIDE, y: now.height - 8 }), now.sides.right);
      for (const name of ["low", "mean", "high"]) {
        const { x, y, isOutside } = now.handles[name];
        set(handles[name], {
          transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
          "data-outside": isOutside
        });
      }
    }
  };
  function drawInterval(now) {
    const at = now.interval;
    const y = now.bottom + 8;
    set(interval, { x1: at?.from ?? 0, x2: at?.to ?? 0, y1: y, y2: y, visibility: at ? null : "hidden" });
    set(middle, { cx: at?.middle ?? 0, cy: y, visibility: at ? null : "hidden" });
  }
}
function zonePiece(kind, hatch, size) {
  const tint = svg("rect", { class: `nof1-zone nof1-zone-${kind}` });
  const lines = svg("rect", { fill: kind === "harm" ? `url(#${hatch})` : "none" });
  const words = svg("text", { class: "nof1-zone-words", "text-anchor": "middle", y: 24 });
  return {
    node: svg("g", { "data-zone": kind }, tint, lines, words),
    draw(zone) {
      const { top, bottom } = size();
      const box = { x: zone.x, width: Math.max(0, zone.width), y: top - 8, height: bottom - top + 8 };
      set(tint, box);
      set(lines, box);
      write(set(words, { x: zone.x + zone.width / 2 }), zone.words);
    }
  };
}
function tickPiece(size) {
  const mark = svg("line", { class: "nof1-axis" });
  const text = svg("text", { "text-anchor": "middle" });
  return {
    node: svg("g", {}, mark, text),
    draw(tick) {
      const { bottom } = size();
      set(mark, { x1: tick.x, x2: tick.x, y1: bottom, y2: bottom + 5 });
      write(set(text, { x: tick.x, y: bottom + 30 }), tick.text);
    }
  };
}

// src/prior/tile.ts
function tile(kind, arm) {
  const label = html("p", { class: "nof1-tile-words" });
  const old = html("span", { class: "nof1-before" });
  const arrow = html("span", { class: "nof1-arrow", "aria-hidden": "true" }, "→");
  const now = html("span", { class: "nof1-after" });
  const fill = html("span", { class: "nof1-fill" });
  const tick = html("span", { class: "nof1-tick" });
  const bar = html("div", { class: "nof1-bar", "aria-hidden": "true" }, fill, tick);
  const node = html(
    "div",
    { class: "nof1-tile", "data-chance": kind, "data-arm": arm },
    label,
    html(
      "p",
      { class: "nof1-shift" },
      old,
      html("span", { class: "nof1-hidden-text" }, " before, now "),
      arrow,
      now
    ),
    bar
  );
  return {
    node,
    draw(words, before, after) {
      write(label, words);
      write(old, after === null ? "" : percent(before));
      show(arrow, after !== null);
      write(now, percent(after ?? before));
      fill.style.inlineSize = `${(100 * (after ?? before)).toFixed(2)}%`;
      tick.style.insetInlineStart = `${(100 * before).toFixed(2)}%`;
      set(node, { "data-before": before.toFixed(6), "data-after": after?.toFixed(6) });
    }
  };
}
function legend() {
  const sample = (kind, words) => {
    const line2 = svg("line", { class: kind, x1: 0, x2: 28, y1: 6, y2: 6 });
    return html(
      "span",
      { class: "nof1-legend-item", "data-legend": kind },
      svg("svg", { viewBox: "0 0 28 12", width: 28, height: 12, "aria-hidden": "true" }, line2),
      words
    );
  };
  return html(
    "div",
    { class: "nof1-row nof1-legend nof1-small nof1-muted" },
    sample("nof1-stated", "what the model said"),
    sample("nof1-prior-line", "what we believed"),
    sample("nof1-posterior", "what we believe now")
  );
}

// src/prior/words.ts
function keyed(props, prior, handle, event) {
  const [low, high] = reach(props, prior, handle);
  if (event.key === "Home") return low;
  if (event.key === "End") return high;
  const steps = stepsOf(event);
  return steps === null ? null : handlePlace(prior, handle) + steps * grain(props.domain).key;
}
function describeHandle(node, name, { props, arm, weighed }) {
  const value = handlePlace(weighed.prior, name);
  const [low, high] = reach(props, weighed.prior, name);
  const what = {
    mean: "middle of the belief",
    low: "lower end of the spread",
    high: "upper end of the spread"
  }[name];
  const spread = name === "mean" ? "" : `, spread ${plain(weighed.prior.sd, 3)}`;
  set(node, {
    "aria-label": `${arm.arm}: ${what}`,
    "aria-valuenow": Number(value.toFixed(6)),
    "aria-valuemin": Number(low.toFixed(6)),
    "aria-valuemax": Number(high.toFixed(6)),
    "aria-valuetext": `${withUnit(plain(value, 3), props.unit)}${spread}`,
    "aria-disabled": props.locked ? "true" : null
  });
}
function sentence({ arm, weighed }) {
  const { beforeChances: before, afterChances: after } = weighed;
  const start = `The chance that ${arm.arm} is better than ${arm.reference} is`;
  if (!after)
    return `No day counts yet. ${start} believed to be ${frequency(before.benefit)}; that it is better by enough to matter, ${frequency(before.worthwhile)}.`;
  return `${start} ${frequency(after.benefit)} (before the days: ${frequency(before.benefit)}); that it is better by enough to matter, ${frequency(after.worthwhile)} (before: ${frequency(before.worthwhile)}).`;
}
function rows({ props, weighed }) {
  const { before, after, beforeChances, afterChances } = weighed;
  const amount = withUnit(plain(props.worthwhile, 6), props.unit);
  const chance = (kind) => [
    percent(beforeChances[kind]),
    percent(afterChances?.[kind])
  ];
  return [
    ["better at all", ...chance("benefit")],
    [`better by more than ${amount}`, ...chance("worthwhile")],
    [`worse by more than ${amount}`, ...chance("harm")],
    ["middle", plain(before.mean, 3), plain(after?.mean, 3)],
    ["spread (sd)", plain(before.sd, 3), plain(after?.sd, 3)],
    ["95% from", plain(before.quantile(0.025), 3), plain(after?.quantile(0.025), 3)],
    ["95% to", plain(before.quantile(0.975), 3), plain(after?.quantile(0.975), 3)]
  ];
}

// src/prior/panel.ts
var HANDLES = ["low", "mean", "high"];
var QUESTIONS = [
  ["benefit", () => "better at all"],
  ["worthwhile", (amount) => `better by more than ${amount}, so worthwhile`],
  ["harm", (amount) => `worse by more than ${amount}`]
];
function panel(arm, index, change, forget, signal) {
  const view2 = picture(arm, freshId());
  const voice = announcer(signal);
  const tiles = QUESTIONS.map(([kind]) => tile(kind, arm));
  const caption = html("figcaption", { class: "nof1-sentence", "data-sentence": "" });
  const figure = html(
    "figure",
    { class: "nof1-figure" },
    html("div", { class: "nof1-tiles" }, ...tiles.map((t) => t.node)),
    view2.node,
    legend(),
    caption
  );
  const numbers2 = table("The same in numbers", ["", "before the days", "now"]);
  const source = origin();
  const check = html("span", { class: "nof1-chip", "data-check": "", hidden: true });
  const back = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "forget", "data-arm": arm },
    "Back to what the model said"
  );
  const range = html("p", { class: "nof1-muted nof1-small", "data-range": "" });
  let state;
  let sent;
  const now = () => state?.weighed.prior ?? { mean: 0, sd: 1 };
  const tell = (prior, settled) => {
    sent = prior;
    change(prior, settled);
  };
  const typed = (key) => (value) => {
    if (value !== null && state && !state.props.locked) tell({ ...now(), [key]: value }, true);
  };
  const mean = numberField(
    "Middle of the belief",
    { "data-field": "mean", "data-arm": arm },
    typed("mean"),
    signal
  );
  const sd = numberField("Spread (sd)", { "data-field": "sd", "data-arm": arm }, typed("sd"), signal);
  const fields = html(
    "div",
    { class: "nof1-fields" },
    mean.node,
    sd.node,
    html("div", { class: "nof1-row" }, back, check)
  );
  listen(back, "click", () => state && !state.props.locked && forget(), signal);
  for (const name of HANDLES) hold(name, view2.handles[name]);
  function hold(name, node2) {
    let grip = 0;
    let start = { mean: 0, sd: 1 };
    let frame = scale([0, 1], [0, 1]);
    const place = (x) => frame.value(x - grip);
    drag(
      node2,
      view2.node,
      {
        start(spot) {
          if (!state || state.props.locked) return false;
          start = now();
          const drawn = layout(state.props, state.arm, state.weighed, state.width);
          frame = drawn.x;
          grip = spot.x - drawn.handles[name].x;
          set(node2, { "data-held": true });
          return true;
        },
        move: (spot) => state && tell(moved(state.props, now(), name, place(spot.x)), false),
        end(hasMoved) {
          set(node2, { "data-held": null });
          if (hasMoved) tell(now(), true);
        },
        cancel() {
          set(node2, { "data-held": null });
          tell(start, true);
        }
      },
      signal
    );
    const settle = afterQuiet(() => tell(sent ?? now(), true), signal);
    const onKey = (event) => {
      if (!state) return;
      if (event.key === "Enter") settle.now();
      const to = keyed(state.props, now(), name, event);
      if (to === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (state.props.locked) return;
      tell(moved(state.props, now(), name, to), false);
      settle.poke();
    };
    listen(node2, "keydown", onKey, signal);
    listen(node2, "blur", settle.now, signal);
  }
  const node = html(
    "div",
    { class: "nof1-panel nof1-hued", "data-panel": arm, style: `--nof1-arm: ${look(index + 1).color}` },
    figure,
    fields,
    range,
    numbers2.node,
    source.node,
    voice.node
  );
  return {
    node,
    draw(next) {
      state = next;
      const { props, weighed } = next;
      const drawn = layout(props, next.arm, weighed, next.width);
      view2.draw(drawn);
      set(view2.node, {
        "aria-label": `Belief about ${arm} against ${next.arm.reference}, drawn over the effect in ${props.unit || "units of the measure"}`
      });
      const amount = withUnit(plain(props.worthwhile, 6), props.unit);
      QUESTIONS.forEach(([kind, words2], i) => {
        tiles[i]?.draw(words2(amount), weighed.beforeChances[kind], weighed.afterChances?.[kind] ?? null);
      });
      for (const name of HANDLES) describeHandle(view2.handles[name], name, next);
      drawFields(next);
      numbers2.draw(rows(next));
      source.draw(next);
      set(figure, { "data-days": weighed.after !== null });
      const words = sentence(next);
      write(caption, words);
      voice.say(words);
    }
  };
  function drawFields({ props, weighed, isWaiting, arm: known, canGoBack: isBack }) {
    const { prior, afterChances } = weighed;
    const [low, high] = props.domain;
    const [least, most] = props.sd_range;
    const step = grain(props.domain).key;
    const digits = decimals(grain(props.domain).drag) + 1;
    mean.draw({ value: prior.mean, low, high, step, digits, unit: props.unit, isLocked: props.locked });
    sd.draw({
      value: prior.sd,
      low: least,
      high: most,
      step,
      digits,
      unit: props.unit,
      isLocked: props.locked
    });
    const ends = [prior.mean - 1.96 * prior.sd, prior.mean + 1.96 * prior.sd].map((end) => plain(end, 2));
    write(
      range,
      `This belief puts 95% of its weight between ${ends[0]} and ${withUnit(ends[1] ?? "", props.unit)}.`
    );
    set(back, { disabled: props.locked || !isBack });
    const python = known.python;
    show(check, python !== null && afterChances !== null);
    if (python === null || afterChances === null) return;
    const gap = disagreement(python, afterChances);
    const verdict = isWaiting ? "checking" : gap <= 5e-3 ? "confirmed" : "differs";
    set(check, { "data-check": verdict, "data-tone": verdict === "differs" ? "warn" : null });
    write(
      check,
      verdict === "checking" ? "Checking…" : verdict === "confirmed" ? "✓ Confirmed by the engine" : differing(python)
    );
  }
}
var differing = (python) => `The engine says ${percent(python.p_benefit)}, ${percent(python.p_worthwhile)}, ${percent(python.p_harm)}`;

// src/prior/style.ts
var CSS = `
[data-sheet="prior"] {
  .nof1-head { justify-content: space-between; }
  .nof1-tabs { display: flex; flex-wrap: wrap; gap: 8px; }
  .nof1-tab { display: inline-flex; align-items: center; gap: 8px; min-block-size: 44px; padding: 6px 16px 6px 8px; border: 1px solid var(--nof1-line); border-radius: 10px; background: transparent; cursor: pointer; max-inline-size: 100%; }
  .nof1-tab[aria-selected="true"] { border-color: var(--nof1-accent); box-shadow: inset 0 0 0 1px var(--nof1-accent); font-weight: 650; }
  .nof1-panel { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
  .nof1-figure { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); }
  .nof1-tiles { display: grid; gap: 8px 24px; grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .nof1-tile { display: grid; gap: 4px; grid-template-rows: 1fr auto auto; min-inline-size: 0; }
  .nof1-tile-words { font-size: 12.5px; line-height: 1.35; color: var(--nof1-muted); font-weight: 550; }
  .nof1-shift { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 8px; line-height: 1.15; position: relative; }
  .nof1-before { color: var(--nof1-muted); font-size: 17px; }
  .nof1-arrow { color: var(--nof1-muted); font-size: 15px; }
  .nof1-after { font-size: 30px; font-weight: 650; letter-spacing: -0.02em; }
  .nof1-bar { position: relative; block-size: 6px; border-radius: 3px; background: color-mix(in srgb, var(--nof1-ink) 12%, transparent); }
  .nof1-fill { position: absolute; inset-block: 0; inset-inline-start: 0; border-radius: 3px; background: var(--nof1-muted); }
  .nof1-tile[data-chance="worthwhile"] .nof1-fill, .nof1-tile[data-chance="benefit"] .nof1-fill { background: var(--nof1-good); }
  .nof1-tile[data-chance="harm"] .nof1-fill { background: var(--nof1-bad); }
  .nof1-tick { position: absolute; inset-block: -4px; inline-size: 2px; margin-inline-start: -1px; background: var(--nof1-ink); border-radius: 1px; }
  .nof1-figure:not([data-days]) .nof1-tick { display: none; }
  .nof1-figure:not([data-days]) [data-legend="nof1-posterior"] { display: none; }
  .nof1-picture { touch-action: pan-y; }
  .nof1-zone-worthwhile { fill: var(--nof1-good); fill-opacity: 0.13; }
  .nof1-zone-trivial { fill: var(--nof1-ink); fill-opacity: 0.035; }
  .nof1-zone-harm { fill: var(--nof1-bad); fill-opacity: 0.09; }
  .nof1-hatch { stroke: var(--nof1-bad); stroke-width: 1.5; stroke-opacity: 0.22; }
  svg .nof1-zone-words { font-weight: 550; }
  .nof1-zero { stroke: var(--nof1-muted); stroke-width: 1; stroke-dasharray: 1 3; }
  .nof1-stated { fill: none; stroke: var(--nof1-muted); stroke-width: 1.25; stroke-dasharray: 1.5 3; }
  .nof1-prior-line { fill: none; stroke: var(--nof1-ink); stroke-width: 2; stroke-dasharray: 7 5; }
  .nof1-posterior { fill: var(--nof1-hue); stroke: var(--nof1-hue); fill-opacity: 0.24; stroke-width: 2.5; }
  .nof1-interval { stroke: var(--nof1-hue); stroke-width: 3; stroke-linecap: round; }
  .nof1-middle { fill: var(--nof1-hue); }
  .nof1-legend-item svg { inline-size: 28px; }
  .nof1-handle { cursor: ew-resize; touch-action: none; }
  .nof1-hit { fill: transparent; }
  .nof1-grip { fill: var(--nof1-paper); stroke: var(--nof1-ink); stroke-width: 2.25; }
  .nof1-handle[data-handle="mean"] .nof1-grip { fill: var(--nof1-ink); }
  .nof1-handle[data-outside] .nof1-grip { opacity: 0.45; }
  .nof1-handle:hover .nof1-grip, .nof1-handle[data-held] .nof1-grip { stroke: var(--nof1-accent); stroke-width: 3; }
  .nof1-handle[aria-disabled] { cursor: not-allowed; }
  .nof1-handle:focus-visible { outline: none; }
  .nof1-ring { fill: none; pointer-events: none; }
  .nof1-handle:focus-visible .nof1-ring { stroke: var(--nof1-accent); stroke-width: 3; fill: color-mix(in srgb, var(--nof1-accent) 14%, transparent); }
  .nof1-sentence { font-size: 15px; max-inline-size: 68ch; }
  .nof1-fields { display: grid; gap: 8px 24px; grid-template-columns: repeat(2, minmax(0, 200px)) minmax(0, 1fr); align-items: end; }
  .nof1-glyph svg { inline-size: 120px; }
  .nof1-step-line { stroke: var(--nof1-muted); stroke-width: 2; }
  .nof1-step-dot { fill: var(--nof1-ink); }
  .nof1-why { min-inline-size: 16ch; color: var(--nof1-muted); }
  .nof1-body[data-narrow] .nof1-tiles { gap: 8px 12px; }
  .nof1-body[data-narrow] .nof1-tile-words { font-size: 11.5px; }
  .nof1-body[data-narrow] .nof1-before { font-size: 14px; }
  .nof1-body[data-narrow] .nof1-shift { display: grid; }
  .nof1-body[data-narrow] .nof1-arrow { display: none; }
  .nof1-body[data-narrow] [data-waterfall] :is(th, td):nth-child(4) { display: none; }
  .nof1-body[data-narrow] .nof1-after { font-size: 23px; }
  .nof1-body[data-narrow] .nof1-fields { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .nof1-body[data-narrow] .nof1-fields > .nof1-row { grid-column: 1 / -1; }
}
`;

// src/prior.ts
var view = (el, tell, signal) => {
  const title = html("h2");
  const status = html("span", { class: "nof1-chip", "data-status": "" });
  const note = html("p", { class: "nof1-muted", "data-note": "" });
  const tabs = html("div", { class: "nof1-tabs", role: "tablist", "aria-label": "Which candidate" });
  const empty = html(
    "p",
    { class: "nof1-muted" },
    "There is no candidate to believe anything about yet. Accept a candidate first."
  );
  const stage = html("div");
  el.append(html("div", { class: "nof1-row nof1-head" }, title, status), note, tabs, empty, stage);
  let props;
  let part = { priors: [] };
  let isWaiting = false;
  let chosen = "";
  const places = /* @__PURE__ */ new Map();
  const width = followWidth(el, () => draw(), signal);
  const placeOf = (arm, index) => {
    const known = places.get(arm);
    if (known) return known;
    const change = (prior, settled) => {
      if (props) tell(put(props, part, arm, prior), settled);
    };
    const fresh = { arm, ...panel(arm, index, change, () => tell(without(part, arm), true), signal) };
    set(fresh.node, { role: "tabpanel", "aria-label": arm });
    places.set(arm, fresh);
    return fresh;
  };
  const choose = (arm, hasFocus = false) => {
    chosen = arm;
    draw();
    if (hasFocus)
      [...tabs.children].find((tab2) => tab2.getAttribute("data-tab") === arm)?.dispatchEvent(new CustomEvent("nof1-focus"));
  };
  const tab = (arm) => {
    const name = html("span", {}, arm.arm);
    const chance = html("span", { class: "nof1-muted nof1-small" });
    const swatch = html("span", { class: "nof1-swatch", "aria-hidden": "true" });
    const node = html(
      "button",
      { type: "button", role: "tab", class: "nof1-tab", "data-tab": arm.arm },
      swatch,
      name,
      chance
    );
    listen(node, "click", () => choose(arm.arm), signal);
    listen(node, "nof1-focus", () => node.focus(), signal);
    listen(node, "keydown", (event) => step(event, arm.arm), signal);
    return {
      node,
      draw(known, index) {
        const weighed = props && weigh(props, known, believed(props, part, known));
        const { color, letter } = look(index + 1);
        set(node, { "aria-selected": String(known.arm === chosen), tabindex: known.arm === chosen ? 0 : -1 });
        swatch.style.background = color;
        write(swatch, letter);
        write(chance, weighed ? percent((weighed.afterChances ?? weighed.beforeChances).benefit) : "");
      }
    };
  };
  const step = (event, arm) => {
    const names = props?.arms.map((known) => known.arm) ?? [];
    const ways = { ArrowRight: 1, ArrowLeft: -1 };
    const way = ways[event.key];
    if (way === void 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = names[(names.indexOf(arm) + way + names.length) % names.length];
    if (next !== void 0) choose(next, true);
  };
  const drawTabs = list(tabs, (arm) => arm.arm, tab);
  function draw() {
    if (!props) return;
    const arms = props.arms;
    if (!arms.some((arm2) => arm2.arm === chosen)) chosen = arms[0]?.arm ?? "";
    write(
      title,
      props.measure ? `What do we believe about the effect on ${props.measure}?` : "What do we believe?"
    );
    show(status, props.status !== "");
    write(set(status, { "data-tone": props.status === "exact" ? null : "warn" }), props.status);
    write(note, props.note);
    show(note, props.note !== "");
    show(empty, arms.length === 0);
    show(tabs, arms.length > 1);
    drawTabs(arms);
    const index = arms.findIndex((arm2) => arm2.arm === chosen);
    const arm = arms[index];
    if (!arm) {
      stage.replaceChildren();
      return;
    }
    const place = placeOf(arm.arm, index);
    if (place.node.parentElement !== stage) stage.replaceChildren(place.node);
    const weighed = weigh(props, arm, believed(props, part, arm));
    place.draw({ props, arm, weighed, canGoBack: canGoBack(part, arm), isWaiting, width: width() });
  }
  return (nextProps, nextPart, waiting) => {
    props = nextProps;
    part = nextPart;
    isWaiting = waiting;
    draw();
  };
};
var prior_default = sheet("prior", CSS, view);
export {
  prior_default as default,
  view
};
