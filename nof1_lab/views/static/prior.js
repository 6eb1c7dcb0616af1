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
  const steps2 = sign[event.key];
  return steps2 === void 0 ? null : steps2 * (event.shiftKey && Math.abs(steps2) === 1 ? 10 : 1);
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
  const words = html("div", {}, ...lines.map(([, line3]) => line3));
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
      for (const [key, line3] of lines) write(line3, fault[key] ?? "");
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
  if (z > 39) return 0;
  let fraction = z;
  for (let k = 60; k >= 1; k -= 1) fraction = z + k / fraction;
  return height / fraction;
}
function blend(parts) {
  const mean = total(parts, ([, middle]) => middle);
  const sd = Math.sqrt(total(parts, ([, middle, spread]) => spread ** 2 + (middle - mean) ** 2));
  const below = (x) => total(parts, ([, middle, spread]) => normalBelow((x - middle) / spread));
  const high = logHeight(parts);
  const quantile = remembered((p) => between(below, p, parts));
  return { mean, sd, density: (x) => Math.exp(high(x)), below, quantile };
}
var total = (parts, of2) => {
  let sum2 = 0;
  for (const part of parts) sum2 += part[0] * of2(part);
  return sum2;
};
function remembered(find) {
  const known = /* @__PURE__ */ new Map();
  return (p) => {
    const found = known.get(p) ?? find(p);
    known.set(p, found);
    return found;
  };
}
var FURTHEST = 9;
function between(below, p, parts) {
  let low = Math.min(...parts.map(([, middle, spread]) => middle - FURTHEST * spread));
  let high = Math.max(...parts.map(([, middle, spread]) => middle + FURTHEST * spread));
  for (let i = 0; i < 48; i += 1) {
    const middle = (low + high) / 2;
    if (below(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
var NOTHING = -40;
function logHeight(parts) {
  const count2 = parts.length;
  const [base, rate, middle, found] = [0, 0, 0, 0].map(() => new Float64Array(count2));
  if (!base || !rate || !middle || !found) return () => 0;
  parts.forEach(([weight, mean, sd], i) => {
    base[i] = Math.log(weight) - Math.log(sd * ROOT);
    rate[i] = 1 / sd;
    middle[i] = mean;
  });
  return (x) => {
    let top = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < count2; i += 1) {
      const z = (x - (middle[i] ?? 0)) * (rate[i] ?? 0);
      const height = (base[i] ?? 0) - 0.5 * z * z;
      found[i] = height;
      if (height > top) top = height;
    }
    let sum2 = 0;
    for (let i = 0; i < count2; i += 1) {
      const less = (found[i] ?? 0) - top;
      if (less > NOTHING) sum2 += Math.exp(less);
    }
    return top + Math.log(sum2);
  };
}
function chances(curve, direction, worthwhile) {
  const better = (cut) => direction > 0 ? 1 - curve.below(cut) : curve.below(-cut);
  const worse = (cut) => direction > 0 ? curve.below(-cut) : 1 - curve.below(cut);
  return { benefit: better(0), worthwhile: better(worthwhile), harm: worse(worthwhile) };
}

// src/lib/shape.ts
var [LEAST_TAIL, MOST_TAIL, MOST_LEAN] = [3, 100, 1];
var STRAIGHT = 1e-3;
var FAINT = 14;
var WIDE = 4.5;
function partsOf(shape) {
  const { family: family2, middle, spread, tail, lean } = shape;
  if (family2 === "student") return student(middle, spread, tail);
  if (family2 === "skewed" && Math.abs(lean) > STRAIGHT) return skewed(middle, spread, lean);
  return [[1, middle, spread]];
}
var steps = (from, to, step) => Array.from({ length: to - from + 1 }, (_, i) => (from + i) * step);
var sum = (values) => values.reduce((total2, value) => total2 + value, 0);
function student(middle, spread, tail) {
  const step = Math.min(0.75, 2 / Math.sqrt(tail));
  const kept = steps(-Math.ceil(FAINT / step), Math.ceil(4 / step), step).map((u) => [tail / 2 * (u - Math.exp(u) + 1), u]).filter(([height]) => height > -FAINT).map(([height, u]) => [Math.exp(height), u]);
  const total2 = sum(kept.map(([height]) => height));
  return kept.map(([height, u]) => [height / total2, middle, spread * Math.exp(-u / 2)]);
}
function skewed(middle, spread, lean) {
  const narrow = Math.min(0.4, 0.15 / Math.abs(lean));
  const rest = Math.sqrt(1 - narrow ** 2);
  const step = 1.25 * narrow;
  const many = Math.ceil(WIDE * rest / step);
  const spots = steps(-many, many, step);
  const heights3 = spots.map((z) => Math.exp(-0.5 * (z / rest) ** 2));
  const total2 = sum(heights3);
  const bend = (lean * narrow) ** 2;
  const own = Math.sqrt(Math.expm1(bend)) / Math.abs(lean);
  return spots.map((z, i) => [
    (heights3[i] ?? 0) / total2,
    middle + spread * Math.expm1(lean * z + bend / 2) / lean,
    spread * own * Math.exp(lean * z + bend / 2)
  ]);
}
function placeAt({ family: family2, middle, spread, lean }, z) {
  if (family2 !== "skewed" || Math.abs(lean) <= STRAIGHT) return middle + spread * z;
  return middle + spread * Math.expm1(lean * z) / lean;
}
function through(low, middle, high) {
  const [below, above] = [middle - low, high - middle];
  const lean = Math.min(MOST_LEAN, Math.max(-MOST_LEAN, Math.log(above / below)));
  const spread = Math.abs(lean) <= STRAIGHT ? above : above * lean / Math.expm1(lean);
  return { family: "skewed", middle, spread, tail: 4, lean };
}

// src/lib/spline.ts
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

// src/lib/swap.ts
var splines = /* @__PURE__ */ new WeakMap();
function splineOf(likelihood) {
  const known = splines.get(likelihood);
  if (known) return known;
  const fresh2 = spline(likelihood.theta, likelihood.log);
  splines.set(likelihood, fresh2);
  return fresh2;
}
function swap(likelihood, prior) {
  const line3 = splineOf(likelihood);
  const height = logHeight(prior);
  const log = (x) => line3.at(x) + height(x);
  const steps2 = stepsOf2(prior);
  return integrated(log, edges(bracket(log, likelihood, steps2), likelihood, steps2));
}
var CUT = 40;
var CLOSE = 0.5;
var REACH = Array.from({ length: 17 }, (_, i) => i - 8);
var rising = (one, other) => one - other;
function stepsOf2(prior) {
  const all = prior.flatMap(([, mean, sd]) => REACH.map((step) => [mean + step * sd, sd]));
  all.sort((one, other) => one[0] - other[0]);
  const kept = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const [spot, sd] of all)
    if (spot - last >= CLOSE * sd) {
      kept.push(spot);
      last = spot;
    }
  return kept;
}
function bracket(log, likelihood, steps2) {
  const sights = [.../* @__PURE__ */ new Set([...likelihood.theta, ...steps2])].sort(rising);
  const heights3 = sights.map(log);
  const top = highest(heights3);
  const isSeen = (height) => height > top - CUT;
  const first = Math.max(0, heights3.findIndex(isSeen) - 1);
  const last = Math.min(sights.length - 1, heights3.findLastIndex(isSeen) + 1);
  return [sights[first] ?? 0, sights[last] ?? 1];
}
var PANELS = 64;
function edges([from, to], likelihood, steps2) {
  const knots = likelihood.theta.filter((_, i) => i % 3 === 0);
  const inside = [...steps2, ...knots].filter((x) => x > from && x < to);
  return [.../* @__PURE__ */ new Set([...numbers(PANELS + 1, from, to), ...inside])].sort(rising);
}
var HALF_RULE = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975362, 0.1012285362903763]
];
var RULE = HALF_RULE.flatMap(([point2, weight]) => [[-point2, weight], [point2, weight]]);
var POINTS = RULE.length;
function integrated(log, edges2) {
  const panels = edges2.length - 1;
  const edge = (panel2) => edges2[panel2] ?? 0;
  const [from, to] = [edge(0), edge(panels)];
  const spots = new Float64Array(POINTS * panels);
  const mass = new Float64Array(POINTS * panels);
  let top = Number.NEGATIVE_INFINITY;
  for (let panel2 = 0; panel2 < panels; panel2 += 1) {
    const half = (edge(panel2 + 1) - edge(panel2)) / 2;
    for (let i = 0; i < POINTS; i += 1) {
      const spot = edge(panel2) + half * ((RULE[i]?.[0] ?? 0) + 1);
      const height = log(spot);
      spots[POINTS * panel2 + i] = spot;
      mass[POINTS * panel2 + i] = height;
      if (height > top) top = height;
    }
  }
  const left = new Float64Array(panels + 1);
  let first = 0;
  for (let panel2 = 0; panel2 < panels; panel2 += 1) {
    const half = (edge(panel2 + 1) - edge(panel2)) / 2;
    let chance = 0;
    for (let i = 0; i < POINTS; i += 1) {
      const at = POINTS * panel2 + i;
      const part2 = Math.exp((mass[at] ?? 0) - top) * half * (RULE[i]?.[1] ?? 0);
      mass[at] = part2;
      chance += part2;
      first += part2 * (spots[at] ?? 0);
    }
    left[panel2 + 1] = (left[panel2] ?? 0) + chance;
  }
  const total2 = left[panels] ?? 1;
  const mean = first / total2;
  const variance2 = mass.reduce((sum2, part2, i) => sum2 + part2 * ((spots[i] ?? 0) - mean) ** 2, 0) / total2;
  const density = (x) => x < from || x > to ? 0 : Math.exp(log(x) - top) / total2;
  const part = (panel2, x) => {
    const half = (x - edge(panel2)) / 2;
    let sum2 = 0;
    for (const [point2, weight] of RULE) sum2 += weight * density(edge(panel2) + half * (point2 + 1));
    return half * sum2;
  };
  const below = (x) => {
    if (x <= from) return 0;
    if (x >= to) return 1;
    const panel2 = edges2.findLastIndex((spot) => spot <= x);
    return (left[panel2] ?? 0) / total2 + part(panel2, x);
  };
  const quantile = remembered((p) => {
    let panel2 = 0;
    while (panel2 < panels - 1 && (left[panel2 + 1] ?? 1) < p * total2) panel2 += 1;
    const wanted = p - (left[panel2] ?? 0) / total2;
    let [low, high] = [edge(panel2), edge(panel2 + 1)];
    for (let i = 0; i < 50; i += 1) {
      const middle = (low + high) / 2;
      if (part(panel2, middle) < wanted) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  });
  return { mean, sd: Math.sqrt(variance2), density, below, quantile };
}
var highest = (values) => values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);

// src/prior/belief.ts
var byHand = (part, arm) => part.priors.find((prior) => prior.arm === arm);
function believed(part, arm) {
  const hand = byHand(part, arm.arm);
  if (!hand) return arm.derived;
  if (hand.shape) return { shape: hand.shape, parts: partsOf(hand.shape), vague: 0 };
  if (hand.parts) return { shape: null, parts: hand.parts, vague: hand.vague };
  if (arm.fit && isSameAnswer(arm.fit.belief.said, hand.said)) return arm.fit.belief;
  const name = hand.said?.way === "named" ? hand.said.name : "";
  return arm.named.find((named3) => named3.key === name)?.belief ?? arm.now;
}
var isSameAnswer = (one, other) => JSON.stringify(one) === JSON.stringify(other);
var ofShape = (shape) => ({ shape, parts: partsOf(shape), vague: 0 });
var handOf = (arm, drawn) => drawn.shape ? { arm, shape: drawn.shape, parts: null, vague: 0, said: null } : { arm, shape: null, parts: drawn.parts, vague: drawn.vague, said: null };
var handSaid = (arm, said) => ({
  arm,
  shape: null,
  parts: null,
  vague: 0,
  said
});
function put(props, part, hand) {
  return { ...part, priors: inOrder(props, [...part.priors.filter((one) => one.arm !== hand.arm), hand]) };
}
var without = (part, arm) => ({
  ...part,
  priors: part.priors.filter((prior) => prior.arm !== arm)
});
var doubtOf = (part, arm) => part.discounts.find((doubt) => doubt.arm === arm.arm) ?? arm.doubt;
function putDoubt(props, part, doubt) {
  const rest = part.discounts.filter((one) => one.arm !== doubt.arm);
  return { ...part, discounts: inOrder(props, [...rest, doubt]) };
}
function inOrder(props, things) {
  const names = props.arms.map((known) => known.arm);
  return things.sort((one, other) => names.indexOf(one.arm) - names.indexOf(other.arm));
}
var kindOf = (drawn) => drawn.shape?.family ?? (drawn.parts.length === 1 ? "normal" : "mixture");
function claimOf(drawn) {
  const kept = drawn.parts.slice(0, drawn.parts.length - drawn.vague);
  const held = kept.reduce((sum2, [weight]) => sum2 + weight, 0);
  return kept.map(([weight, mean, sd]) => [weight / held, mean, sd]);
}
var roomOf = (drawn) => drawn.parts.slice(drawn.parts.length - drawn.vague).reduce((sum2, [weight]) => sum2 + weight, 0);
function weigh(props, arm, drawn) {
  const { direction, worthwhile } = props;
  const before = blend(drawn.parts);
  const after = isUsable(arm.likelihood) ? swap(arm.likelihood, drawn.parts) : null;
  return {
    drawn,
    before,
    beforeChances: chances(before, direction, worthwhile),
    after,
    afterChances: after && chances(after, direction, worthwhile)
  };
}
function weighing() {
  const known = /* @__PURE__ */ new Map();
  return (props, arm, drawn) => {
    const last = known.get(arm.arm) ?? { likelihood: null, weighed: [] };
    const isOld = isSame(last.likelihood, arm.likelihood);
    const likelihood = isOld ? last.likelihood : arm.likelihood;
    const sign = [props.direction, props.worthwhile, ...drawn.parts.flat()].join();
    const found = isOld ? last.weighed.find((one) => one.sign === sign) : void 0;
    if (found) return found.weighed.drawn === drawn ? found.weighed : { ...found.weighed, drawn };
    const weighed = weigh(props, { ...arm, likelihood }, drawn);
    known.set(arm.arm, {
      likelihood,
      weighed: [{ sign, weighed }, ...isOld ? last.weighed.slice(0, 1) : []]
    });
    return weighed;
  };
}
var isSame = (one, other) => one === other || one !== null && other !== null && alike(one.theta, other.theta) && alike(one.log, other.log);
var alike = (one, other) => one.length === other.length && one.every((value, i) => value === other[i]);
var isUsable = (likelihood) => likelihood !== null && likelihood.theta.length >= 4 && likelihood.theta.length === likelihood.log.length;
function disagreement(python, here) {
  return Math.max(
    Math.abs(python.p_benefit - here.benefit),
    Math.abs(python.p_worthwhile - here.worthwhile),
    Math.abs(python.p_harm - here.harm)
  );
}
var isAlike = (one, other) => one.parts.length === other.parts.length && one.parts.every((part, i) => part.every((value, j) => Math.abs(value - (other.parts[i]?.[j] ?? 0)) < 1e-9));

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
      const steps2 = event.key === "ArrowUp" || event.key === "ArrowDown" || event.key.startsWith("Page") ? stepsOf(event) : null;
      if (steps2 === null || input.readOnly) return;
      event.preventDefault();
      const from = (isTyping ? parse(input.value) : state.value) ?? state.low ?? 0;
      isTyping = false;
      complain("");
      change(clamp(round(from + steps2 * state.step, state.step), state.low ?? -1e12, state.high ?? 1e12));
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

// src/prior/handle.ts
var HANDLES = ["low", "mean", "high"];
var STEP = { low: -1, mean: 0, high: 1 };
function grain(domain) {
  const [low, high] = safeDomain(domain);
  return { key: nice((high - low) / 200), drag: nice((high - low) / 1e3) };
}
function middleOf(drawn) {
  if (drawn.shape) return drawn.shape;
  const claim = claimOf(drawn);
  const middle = claim.reduce((sum2, [weight, mean]) => sum2 + weight * mean, 0);
  const spread = claim.reduce(
    (sum2, [weight, mean, sd]) => sum2 + weight * (sd ** 2 + (mean - middle) ** 2),
    0
  );
  return { middle, spread: Math.sqrt(spread) };
}
function placeOf(drawn, handle) {
  if (drawn.shape) return placeAt(drawn.shape, STEP[handle]);
  const { middle, spread } = middleOf(drawn);
  return middle + STEP[handle] * spread;
}
function brought(drawn, middle, spread) {
  if (drawn.shape) return ofShape({ ...drawn.shape, middle, spread });
  const old = middleOf(drawn);
  const factor = spread / old.spread;
  const last = drawn.parts.length - drawn.vague;
  const parts = drawn.parts.map(
    ([weight, mean, sd], i) => i < last ? [weight, middle + (mean - old.middle) * factor, sd * factor] : [weight, mean, sd]
  );
  if (parts.length === 1) return ofShape(normal(middle, spread));
  return { shape: null, parts, vague: drawn.vague };
}
function moved(props, drawn, handle, to) {
  const [low, high] = safeDomain(props.domain);
  const step = grain(props.domain).drag;
  const { middle, spread } = middleOf(drawn);
  if (handle === "mean") return brought(drawn, round(clamp(to, low, high), step), spread);
  const [least, most] = props.sd_range;
  const away = clamp(
    round(Math.abs(handle === "low" ? Math.min(0, to - middle) : Math.max(0, to - middle)), step),
    least,
    most
  );
  if (drawn.shape?.family !== "skewed") return brought(drawn, middle, away);
  return ofShape(leaned(drawn.shape, handle, away));
}
function leaned(shape, handle, away) {
  const ends = { low: shape.middle - placeAt(shape, -1), high: placeAt(shape, 1) - shape.middle };
  const most = Math.exp(MOST_LEAN);
  if (handle === "high") ends.low = clamp(ends.low, away / most, away * most);
  else ends.high = clamp(ends.high, away / most, away * most);
  const wanted = { ...ends, [handle]: away };
  return through(shape.middle - wanted.low, shape.middle, shape.middle + wanted.high);
}
function reach(props, drawn, handle) {
  const [least, most] = props.sd_range;
  const { middle } = middleOf(drawn);
  if (handle === "mean") return safeDomain(props.domain);
  return handle === "low" ? [middle - most, middle - least] : [middle + least, middle + most];
}
var normal = (middle, spread) => ({
  family: "normal",
  middle,
  spread,
  tail: 4,
  lean: 0
});
var SOME_LEAN = 0.4;
var SOME_ROOM = 0.2;
function changed(drawn, kind, vague) {
  if (kind === kindOf(drawn)) return drawn;
  const { middle, spread } = middleOf(drawn);
  const plain2 = normal(middle, spread);
  if (kind === "normal") return ofShape(plain2);
  if (kind === "student") return ofShape({ ...plain2, family: "student", tail: LEAST_TAIL + 1 });
  if (kind === "skewed")
    return ofShape({ ...plain2, family: "skewed", lean: middle < 0 ? SOME_LEAN : -SOME_LEAN });
  return roomed(drawn, SOME_ROOM, vague);
}
function roomed(drawn, room, vague) {
  const old = roomOf(drawn);
  const claim = claimOf(drawn).map(([weight, mean, sd]) => [weight * (1 - room), mean, sd]);
  const rest = drawn.parts.slice(drawn.parts.length - drawn.vague).map(([weight, mean, sd]) => [weight / old * room, mean, sd]);
  const open2 = rest.length > 0 ? rest : [[room, 0, vague]];
  return { shape: null, parts: [...claim, ...open2], vague: open2.length };
}

// src/prior/layout.ts
var SIDE = 24;
var TOP = 68;
var FOOT = 64;
var WORDS = {
  harm: "clearly worse",
  trivial: "too small to matter",
  worthwhile: "clearly better"
};
var SHORT = { harm: "worse", trivial: "too small", worthwhile: "better" };
function layout({ props, arm, weighed, width, marks = [], board: board2 = null }) {
  const height = width < 480 ? 320 : 360;
  const bottom = height - FOOT;
  const x = scale(safeDomain(props.domain), [SIDE, width - SIDE]);
  const { drawn, before, after } = weighed;
  const spots = spotsOf(x, drawn.parts, after);
  const prior = heights(before, spots);
  const posterior = after ? heights(after, spots) : [];
  const cells = board2 && cellsOf(board2, bottom - TOP, largest(prior));
  const peak = cells ? cells.rows * cells.cell / perChip(board2, cells) : Math.max(largest(prior), largest(posterior));
  const y = scale([0, peak || 1], [bottom, cells ? bottom - cells.rows * cells.cell : TOP + 16]);
  const handle = (name) => {
    const value = placeOf(drawn, name);
    const shown = clamp(value, ...x.domain);
    return { x: x.at(shown), y: y.at(before.density(value)), isOutside: shown !== value };
  };
  const stated = arm.stated && ghost(arm.stated.parts, spots, y, bottom);
  return {
    width,
    height,
    top: TOP,
    bottom,
    x,
    zones: zonesOf(props, x, weighed, (from, to) => area(spots, prior, x, y, from, to)),
    ticks: ticks(...x.domain, Math.max(3, Math.floor(width / 90))).map((value) => ({
      x: x.at(value),
      text: plain(value, 6)
    })),
    prior: line2(spots, prior, x, y),
    posterior: after && !cells ? area(spots, posterior, x, y, ...x.domain) : "",
    stated: stated ? line2(spots, stated.heights, x, stated.y) : "",
    statedWords: arm.stated && stated ? named(arm.stated.parts, before.mean, x, stated.y) : null,
    zero: x.at(clamp(0, ...x.domain)),
    benefit: benefitOf(props, x, weighed),
    sides: props.direction > 0 ? { left: "← worse", right: "better →" } : { left: "← better", right: "worse →" },
    handles: { low: handle("low"), mean: handle("mean"), high: handle("high") },
    interval: after && intervalOf(after, x),
    marks: marks.filter((value) => value >= x.domain[0] && value <= x.domain[1]).map(x.at),
    cells
  };
}
var FEWEST_ROWS = 8;
function cellsOf(board2, room, peak) {
  const tallest = board2.counts.reduce((most, count2) => Math.max(most, count2), 0);
  const curve = Math.min(peak * board2.width * Math.max(1, board2.placed), 2 * tallest + 2);
  const rows2 = Math.max(FEWEST_ROWS, tallest + 1, Math.ceil(curve));
  return { rows: rows2, cell: room / rows2, board: board2 };
}
var perChip = (board2, { cell }) => board2 ? board2.width * Math.max(1, board2.placed) * cell : 1;
var EVERY = 2.5;
var SHARP = 8;
function spotsOf(x, parts, after) {
  const [low, high] = x.domain;
  const count2 = Math.ceil((x.at(high) - x.at(low)) / EVERY);
  const even = Array.from({ length: count2 + 1 }, (_, i) => low + (high - low) * i / count2);
  const pixel = (high - low) / (x.at(high) - x.at(low));
  const sharp = [
    ...parts.map(([, mean, sd]) => [mean, sd]),
    ...after ? [[after.mean, after.sd]] : []
  ];
  const closer = sharp.filter(([, sd]) => sd < SHARP * pixel).flatMap(([mean, sd]) => Array.from({ length: 19 }, (_, i) => mean + (i - 9) / 3 * sd));
  return [...even, ...closer.filter((value) => value > low && value < high)].sort(
    (one, other) => one - other
  );
}
var heights = (curve, spots) => spots.map((spot) => curve.density(spot));
var largest = (values) => values.reduce((most, value) => Math.max(most, value), 0);
function ghost(parts, spots, y, bottom) {
  const found = heights(blend(parts), spots);
  const peak = largest(found);
  return { heights: found, y: peak > y.domain[1] ? scale([0, peak], [bottom, y.range[1]]) : y };
}
function named(parts, middle, x, y) {
  const curve = blend(parts);
  const isLeft = curve.mean < middle || curve.mean === middle && x.at(curve.mean) > (x.range[0] + x.range[1]) / 2;
  const room = 112;
  const place = x.at(curve.mean + (isLeft ? -1.2 : 1.2) * curve.sd);
  const isFlipped = isLeft ? place - room < x.range[0] : place + room > x.range[1];
  const side = isLeft !== isFlipped ? -1 : 1;
  const value = curve.mean + 1.2 * side * curve.sd;
  const at = x.at(value) + 5 * side;
  if (at < x.range[0] || at > x.range[1]) return null;
  return {
    x: at,
    y: y.at(curve.density(value)) - 3,
    anchor: side < 0 ? "end" : "start",
    text: "as the model said"
  };
}
function zonesOf(props, x, { beforeChances }, areaOf) {
  const [low, high] = x.domain;
  const [left, right] = [clamp(-props.worthwhile, low, high), clamp(props.worthwhile, low, high)];
  const [first, last] = props.direction > 0 ? ["harm", "worthwhile"] : ["worthwhile", "harm"];
  const { worthwhile, harm } = beforeChances;
  const held = { worthwhile, harm, trivial: 1 - worthwhile - harm };
  const zone = (kind, from, to) => {
    const room = x.at(to) - x.at(from);
    return {
      kind,
      x: x.at(from),
      width: room,
      words: room > 130 ? WORDS[kind] : room > 54 ? SHORT[kind] : "",
      chance: room > 34 ? percent(held[kind]) : "",
      area: areaOf(from, to)
    };
  };
  return [zone(first, low, left), zone("trivial", left, right), zone(last, right, high)];
}
function benefitOf(props, x, { beforeChances }) {
  const isRight = props.direction > 0;
  const zero = x.at(clamp(0, ...x.domain));
  return {
    x: zero + (isRight ? 6 : -6),
    y: 58,
    anchor: isRight ? "start" : "end",
    text: `better at all: ${percent(beforeChances.benefit)}`,
    to: isRight ? x.range[1] : x.range[0]
  };
}
function intervalOf(after, x) {
  const inside = (value) => x.at(clamp(value, ...x.domain));
  return {
    from: inside(after.quantile(0.025)),
    to: inside(after.quantile(0.975)),
    middle: inside(after.mean)
  };
}
function line2(spots, found, x, y) {
  const least = largest(found) / 500;
  const steps2 = [];
  for (const [i, spot] of spots.entries()) {
    const height = found[i] ?? 0;
    if (height > least) steps2.push(point(x.at(spot), y.at(height)));
  }
  return steps2.length > 1 ? `M${steps2.join("L")}` : "";
}
function area(spots, found, x, y, from, to) {
  const least = largest(found) / 500;
  const inside = [];
  for (const [i, spot] of spots.entries()) {
    const height = found[i] ?? 0;
    const next = spots[i + 1];
    if (spot >= from && spot <= to && height > least) inside.push([spot, height]);
    for (const edge of [from, to])
      if (next !== void 0 && spot < edge && edge < next)
        inside.push([edge, height + (edge - spot) / (next - spot) * ((found[i + 1] ?? 0) - height)]);
  }
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last || inside.length < 2) return "";
  const steps2 = inside.map(([value, height]) => point(x.at(value), y.at(height)));
  return `M${point(x.at(first[0]), y.at(0))}L${steps2.join("L")}L${point(x.at(last[0]), y.at(0))}Z`;
}
var point = (x, y) => `${x.toFixed(1)},${y.toFixed(1)}`;

// src/prior/spark.ts
var WIDTH = 200;
var POINTS2 = 100;
function spark(height = 44) {
  const zones = [svg("rect", {}), svg("rect", {})];
  const ghost2 = svg("path", { class: "nof1-spark-ghost" });
  const curve = svg("path", { class: "nof1-spark" });
  const zero = svg("line", { class: "nof1-zero", y1: 0, y2: height });
  const floor = svg("line", { class: "nof1-axis", x1: 0, x2: WIDTH, y1: height, y2: height });
  const node = svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${height}`, height, preserveAspectRatio: "none", "aria-hidden": "true" },
    ...zones,
    zero,
    ghost2,
    curve,
    floor
  );
  let last = [];
  return {
    node,
    draw(props, parts, before) {
      const sign = [props.domain.join(), props.worthwhile, props.direction, parts, before];
      if (sign.every((value, i) => value === last[i])) return;
      last = sign;
      const x = scale(safeDomain(props.domain), [0, WIDTH]);
      const at = (value) => x.at(clamp(value, ...x.domain));
      const [left, right] = [at(-props.worthwhile), at(props.worthwhile)];
      const better = props.direction > 0;
      set(zones[0], { class: better ? "nof1-zone-harm" : "nof1-zone-worthwhile", x: 0, width: left, height });
      set(zones[1], {
        class: better ? "nof1-zone-worthwhile" : "nof1-zone-harm",
        x: right,
        width: WIDTH - right,
        height
      });
      set(zero, { x1: at(0), x2: at(0) });
      const [own, old] = [heights2(parts, x), before ? heights2(before, x) : []];
      const peak = Math.max(...own);
      const room = Math.min(Math.max(peak, ...old), 2.5 * peak) || 1;
      set(curve, { d: `M0,${height}L${points(own, room, height)}L${WIDTH},${height}Z` });
      set(ghost2, { d: before ? `M${points(old, room, height)}` : "" });
    }
  };
}
var heights2 = (parts, x) => {
  const { density } = blend(parts);
  return Array.from({ length: POINTS2 + 1 }, (_, i) => density(x.value(WIDTH * i / POINTS2)));
};
var points = (values, peak, height) => values.map((value, i) => {
  const up = Math.min(1, value / peak) * (height - 4);
  return `${WIDTH * i / POINTS2},${(height - up).toFixed(1)}`;
}).join("L");

// src/prior/named.ts
var DERIVED = "discounted";
function named2(act, signal) {
  const grid = html("div", { class: "nof1-named", role: "group", "aria-label": "Named beliefs" });
  let state;
  const isOn = (known) => {
    if (!state || state.isTrying) return false;
    const { said, isHand, weighed } = state;
    if (said?.way === "named") return said.name === known.key;
    if (!isHand) return known.key === DERIVED || !state.arm.is_known && known.key === "near flat";
    return isAlike(weighed.drawn, known.belief);
  };
  const card = (first) => {
    const title = html("span", { class: "nof1-named-title" });
    const chances2 = html("span", { class: "nof1-small nof1-muted" });
    const note = html("span", { class: "nof1-small nof1-muted" });
    const curve = spark(48);
    const node2 = html(
      "button",
      { type: "button", class: "nof1-card", "data-named": first.key },
      title,
      curve.node,
      chances2,
      note
    );
    const press = () => {
      if (!state || state.isLocked) return;
      if (first.key === DERIVED) act.forget();
      else act.use({ way: "named", at: [], held: [], name: first.key });
    };
    listen(node2, "click", press, signal);
    return {
      node: node2,
      draw(known) {
        if (!state) return;
        const { p_benefit, p_worthwhile, p_harm } = known.belief;
        write(title, known.label);
        write(
          chances2,
          `better ${percent(p_benefit)} · worthwhile ${percent(p_worthwhile)} · harm ${percent(p_harm)}`
        );
        write(note, known.note);
        curve.draw(state.props, known.belief.parts, null);
        set(node2, { "aria-pressed": String(isOn(known)), disabled: state.isLocked });
      }
    };
  };
  const draw = list(grid, (known) => known.key, card);
  const node = html("section", { class: "nof1-section" }, html("h3", {}, "Or start from one of these"), grid);
  return {
    node,
    draw(next) {
      state = next;
      draw(next.arm.named);
    }
  };
}

// src/prior/picture.ts
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
  const statedWords = svg("text", { class: "nof1-stated-words" });
  const posterior = svg("path", { class: "nof1-posterior" });
  const prior = svg("path", { class: "nof1-prior-line" });
  const zero = svg("line", { class: "nof1-zero" });
  const benefit = svg("path", { class: "nof1-benefit" });
  const benefitWords = svg("text", { class: "nof1-benefit-words" });
  const interval2 = svg("line", { class: "nof1-interval" });
  const middle = svg("circle", { class: "nof1-middle", r: 4 });
  const floor = svg("line", { class: "nof1-axis" });
  const spots = svg("g", {});
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
  marks.append(zero, stated, posterior, prior, statedWords, benefit, benefitWords);
  const foot = svg("g", { "aria-hidden": "true" }, interval2, middle, floor, spots, left, right);
  const layer = svg("g", {});
  const tickNodes = svg("g", { "aria-hidden": "true" });
  const node = svg(
    "svg",
    { class: "nof1-picture", role: "group" },
    svg("defs", {}, pattern),
    zones,
    marks,
    foot,
    tickNodes,
    layer,
    handles.low,
    handles.high,
    handles.mean
  );
  let size = { top: 0, bottom: 0 };
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
  const drawSpots = list(
    spots,
    (_, i) => String(i),
    () => spotPiece(() => size)
  );
  return {
    node,
    layer,
    handles,
    draw(now) {
      size = now;
      set(node, { viewBox: `0 0 ${now.width} ${now.height}`, height: now.height });
      drawZones(now.zones);
      drawTicks(now.ticks);
      drawSpots(now.marks);
      set(stated, { d: now.stated });
      set(prior, { d: now.prior });
      set(posterior, { d: now.posterior });
      drawWords(statedWords, now.statedWords);
      drawWords(benefitWords, now.benefit);
      set(benefit, { d: arrow(now.zero, now.benefit.to) });
      set(zero, { x1: now.zero, x2: now.zero, y1: 52, y2: now.bottom });
      set(floor, { x1: SIDE, x2: now.width - SIDE, y1: now.bottom, y2: now.bottom });
      drawInterval(now);
      write(set(left, { x: SIDE, y: now.height - 8 }), now.sides.left);
      write(set(right, { x: now.width - SIDE, y: now.height - 8 }), now.sides.right);
      for (const name of HANDLES) drawHandle(name, now);
    }
  };
  function drawHandle(name, now) {
    const { x, y, isOutside } = now.handles[name];
    set(handles[name], {
      transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
      "data-outside": isOutside,
      display: now.cells ? "none" : null
    });
  }
  function drawInterval(now) {
    const at = now.cells ? null : now.interval;
    const y = now.bottom + 8;
    set(interval2, { x1: at?.from ?? 0, x2: at?.to ?? 0, y1: y, y2: y, visibility: at ? null : "hidden" });
    set(middle, { cx: at?.middle ?? 0, cy: y, visibility: at ? null : "hidden" });
  }
}
function arrow(from, to) {
  const back = to > from ? -6 : 6;
  return `M${from.toFixed(1)},60V68M${from.toFixed(1)},64H${to.toFixed(1)}l${back},-4m${-back},4l${back},4`;
}
function drawWords(node, words) {
  set(node, { x: words?.x ?? 0, y: words?.y ?? 0, "text-anchor": words?.anchor ?? "start" });
  write(node, words?.text ?? "");
}
function zonePiece(kind, hatch, size) {
  const tint = svg("rect", { class: `nof1-zone nof1-zone-${kind}` });
  const belief = svg("path", { class: `nof1-area nof1-area-${kind}` });
  const lines = svg("path", { fill: kind === "harm" ? `url(#${hatch})` : "none" });
  const words = svg("text", { class: "nof1-zone-words", "text-anchor": "middle", y: 16 });
  const chance = svg("text", { class: `nof1-zone-chance nof1-ink-${kind}`, "text-anchor": "middle", y: 38 });
  return {
    node: svg("g", { "data-zone": kind }, tint, belief, lines, words, chance),
    draw(zone) {
      const { top, bottom } = size();
      set(tint, { x: zone.x, width: Math.max(0, zone.width), y: top, height: bottom - top });
      set(belief, { d: zone.area });
      set(lines, { d: zone.area });
      write(set(words, { x: zone.x + zone.width / 2 }), zone.words);
      write(set(chance, { x: zone.x + zone.width / 2 }), zone.chance);
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
function spotPiece(size) {
  const pole = svg("line", { class: "nof1-spot" });
  return {
    node: pole,
    draw(x) {
      const { top, bottom } = size();
      set(pole, { x1: x, x2: x, y1: top, y2: bottom });
    }
  };
}

// src/prior/reason.ts
function reason(act, signal) {
  const field = textField("Why? It goes into the log with your next change", "text", "why", act.why, signal);
  const words = html("p", { class: "nof1-small", "data-amendment": "" });
  const node = html("div", { class: "nof1-reason" }, words, field.node);
  return {
    node,
    draw({ props, isLocked, why }) {
      set(node, { "data-needed": props.locked });
      field.draw(why, false);
      show(words, props.locked);
      write(
        words,
        isLocked ? "The protocol is registered. Give a reason, and the handles come free: your change is then an amendment." : "The handles are free: your next change is an amendment, with this reason."
      );
    }
  };
}

// src/prior/tile.ts
function tile(kind, arm) {
  const label = html("p", { class: "nof1-tile-words" });
  const old = html("span", { class: "nof1-before" });
  const arrow2 = html("span", { class: "nof1-arrow", "aria-hidden": "true" }, "→");
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
      arrow2,
      now
    ),
    bar
  );
  return {
    node,
    draw(words, before, after) {
      write(label, words);
      write(old, after === null ? "" : percent(before));
      show(arrow2, after !== null);
      write(now, percent(after ?? before));
      fill.style.inlineSize = `${(100 * (after ?? before)).toFixed(2)}%`;
      tick.style.insetInlineStart = `${(100 * before).toFixed(2)}%`;
      set(node, { "data-before": before.toFixed(6), "data-after": after?.toFixed(6) });
    }
  };
}
function legend() {
  const sample = (kind, words) => {
    const line3 = svg("line", { class: kind, x1: 0, x2: 28, y1: 6, y2: 6 });
    return html(
      "span",
      { class: "nof1-legend-item", "data-legend": kind },
      svg("svg", { viewBox: "0 0 28 12", width: 28, height: 12, "aria-hidden": "true" }, line3),
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

// src/prior/act.ts
function settling(tell, signal) {
  let latest;
  const quiet = afterQuiet(() => {
    const last = latest;
    latest = void 0;
    if (last) tell(last.value, true);
  }, signal);
  return {
    change(value) {
      latest = { value };
      tell(value, false);
      quiet.poke();
    },
    watch: (node) => listen(node, "blur", quiet.now, signal)
  };
}

// src/prior/likeness.ts
var ANSWERS = [
  ["most", "most of"],
  ["some", "some of"],
  ["few", "few of"],
  ["none", "not in"]
];
var MOST_GROUPS = 12;
var WAYS = [
  ["accuracy", "By accuracy"],
  ["shares", "By groups"],
  ["overlap", "By overlap"]
];
function likeness(arm, turn, signal) {
  const answers = question(turn, signal);
  const others = [
    share(
      "accuracy",
      "How well such predictions work in people like you, against those in the evidence",
      turn,
      signal
    ),
    groups(turn, signal),
    share(
      "overlap",
      "How much of the evidence is left when its people are weighted to be like you",
      turn,
      signal
    )
  ];
  const summary = html("summary", {}, "Other ways to say it");
  const folded = html(
    "details",
    { class: "nof1-other-ways" },
    summary,
    ...others.map((other, i) => {
      const [way = "answer", label = ""] = WAYS[i] ?? [];
      return html(
        "div",
        { class: "nof1-other-way", "data-likeness-way": way },
        html("h4", {}, label),
        other.node
      );
    })
  );
  return {
    node: html("div", { class: "nof1-likeness", "aria-label": arm }, answers.node, folded),
    draw(state) {
      answers.draw(state);
      for (const other of others) other.draw(state);
      write(summary, state.doubt.way === "answer" ? "Other ways to say it" : "Said in another way, here");
    }
  };
}
function question(turn, signal) {
  const id = freshId();
  const inputs = ANSWERS.map(([answer2, label]) => {
    const input = html("input", { type: "radio", name: id, value: answer2, "data-likeness": answer2 });
    listen(input, "change", () => turn({ way: "answer", likeness: answer2 }), signal);
    return { answer: answer2, input, node: html("label", { class: "nof1-radio" }, input, label) };
  });
  const node = html(
    "fieldset",
    { class: "nof1-question" },
    html("legend", {}, "People like me are:"),
    html("div", { class: "nof1-choices" }, ...inputs.map((each) => each.node)),
    html("span", { class: "nof1-small nof1-muted" }, "the people in the evidence")
  );
  return {
    node,
    draw({ doubt, isLocked }) {
      for (const { answer: answer2, input } of inputs) {
        input.checked = doubt.way === "answer" && doubt.likeness === answer2;
        set(input, { disabled: isLocked });
      }
    }
  };
}
function share(way, label, turn, signal) {
  const change = (value) => {
    if (value !== null) turn({ way, [way]: value / 100 });
  };
  const field = numberField(label, { "data-likeness-field": way }, change, signal);
  return {
    node: field.node,
    draw({ doubt, isLocked }) {
      const value = doubt[way];
      field.draw({
        value: value === null || doubt.way !== way ? null : 100 * value,
        low: 0,
        high: 100,
        step: 5,
        digits: 1,
        unit: "%",
        isLocked
      });
    }
  };
}
function groups(turn, signal) {
  let state;
  const known = () => {
    if (!state) return [];
    return state.doubt.groups.length > 0 ? state.doubt.groups : state.arm.population;
  };
  const own = freshId();
  const body = html("tbody");
  const add = html("button", { type: "button", class: "nof1-button nof1-plain" }, "Add a group");
  const put2 = (list2, mine) => turn({ way: "shares", groups: list2, own: mine ?? state?.doubt.own ?? "" });
  listen(add, "click", () => put2([...known(), { name: fresh(known()), share: null }]), signal);
  const table2 = html(
    "table",
    {},
    html(
      "thead",
      {},
      html(
        "tr",
        {},
        ...["Group", "Share of the evidence", "Mine", ""].map((name) => html("th", { scope: "col" }, name))
      )
    ),
    body
  );
  const node = html("div", {}, html("div", { class: "nof1-scroll" }, table2), add);
  const row = (_, index = 0) => groupRow(index, own, known, put2, () => state, signal);
  const draw = list(
    body,
    (_, i) => String(i),
    (group) => row(group, body.childElementCount)
  );
  return {
    node,
    draw(next) {
      state = next;
      draw(known());
      show(table2, known().length > 0);
      set(add, { disabled: next.isLocked || known().length >= MOST_GROUPS });
    }
  };
}
var fresh = (groups2) => {
  const names = groups2.map(({ name }) => name);
  let number = groups2.length + 1;
  while (names.includes(`group ${number}`)) number += 1;
  return `group ${number}`;
};
function groupRow(index, own, known, put2, state, signal) {
  const name = html("input", {
    class: "nof1-input",
    type: "text",
    maxlength: 80,
    "aria-label": `Name of group ${index + 1}`,
    "data-group": index
  });
  let isTyping = false;
  keepKeys(name, signal);
  const onInput = () => {
    isTyping = true;
  };
  listen(name, "input", onInput, signal);
  const change = (next, mine2) => put2(
    known().map((group, i) => i === index ? { ...group, ...next } : group),
    mine2
  );
  const onName = () => {
    isTyping = false;
    const text = name.value.trim();
    const old = known()[index]?.name;
    if (text && text !== old) change({ name: text }, state()?.doubt.own === old ? text : void 0);
  };
  listen(name, "change", onName, signal);
  const field = numberField(
    `Share of group ${index + 1}`,
    { "data-group-share": String(index) },
    (value) => change({ share: value === null ? null : value / 100 }),
    signal,
    true
  );
  const mine = html("input", {
    type: "radio",
    name: own,
    "aria-label": `Group ${index + 1} is mine`,
    "data-own": index
  });
  listen(mine, "change", () => put2(known(), known()[index]?.name ?? ""), signal);
  const gone = html(
    "button",
    { type: "button", class: "nof1-button nof1-plain", "aria-label": `Remove group ${index + 1}` },
    "Remove"
  );
  listen(gone, "click", () => put2(known().filter((_, i) => i !== index)), signal);
  return {
    node: html("tr", {}, ...[name, field.node, mine, gone].map((each) => html("td", {}, each))),
    draw(group) {
      const now = state();
      if (!now) return;
      if (!isTyping && name.value !== group.name) name.value = group.name;
      set(name, { readonly: now.isLocked });
      field.draw({
        value: group.share === null ? null : 100 * group.share,
        low: 0,
        high: 100,
        step: 1,
        digits: 1,
        unit: "%",
        isLocked: now.isLocked
      });
      mine.checked = now.doubt.way === "shares" && now.doubt.own === group.name;
      set(mine, { disabled: now.isLocked });
      set(gone, { disabled: now.isLocked });
    }
  };
}

// src/prior/waterfall.ts
var SWITCHES = {
  recalibrated: "recalibrates",
  person: "transfers",
  representation: "represents",
  robust: "robustifies",
  capped: "caps"
};
var DIALS = {
  usual: ["Your usual level", "unit"],
  between: ["How far people differ", "unit"],
  weight: ["Belief that the claim keeps", "share"],
  cap: ["At most this share of the planned days", "share"],
  accuracy: ["Relative accuracy", "share"],
  overlap: ["Overlap", "share"]
};
function waterfall(arm, act, signal) {
  let state;
  const ladder = html("ol", { class: "nof1-stages", "data-waterfall": "" });
  const lead = html("p", { class: "nof1-muted nof1-small" });
  const ethics = html("p", { class: "nof1-ethics nof1-small", "data-ethics": "" });
  const turn = (change, settled = true) => {
    if (state && !state.isLocked) act.doubt({ ...state.doubt, ...change }, settled);
  };
  const alike2 = likeness(arm, turn, signal);
  const stage = (first) => {
    const title = html("span", { class: "nof1-stage-title" });
    const button = html("button", {
      type: "button",
      class: "nof1-switch",
      role: "switch",
      "data-switch": first.key
    });
    const note = html("p", { class: "nof1-small nof1-muted nof1-why" });
    const numbers2 = html("p", { class: "nof1-stage-numbers" });
    const curve = spark(44);
    const place = html("div", { class: "nof1-stage-dial" });
    const flip = () => {
      const name = SWITCHES[first.key];
      if (name && state) turn({ [name]: !state.doubt[name] });
    };
    listen(button, "click", flip, signal);
    const dial = dialField(turn, () => state, signal);
    place.append(dial.node);
    const node2 = html(
      "li",
      { class: "nof1-stage", "data-stage": first.key },
      html("div", { class: "nof1-stage-head" }, button, title),
      html("div", { class: "nof1-stage-curve" }, curve.node),
      numbers2,
      note,
      place,
      ...first.key === "representation" ? [alike2.node] : []
    );
    return {
      node: node2,
      draw(known, index) {
        if (!state) return;
        const { props, isLocked } = state;
        write(title, `${index + 1}. ${sentenceCase(known.label)}`);
        write(note, known.note);
        write(
          numbers2,
          `${withUnit(plain(known.mean, 2), props.unit)}, give or take ${plain(known.sd, 2)} · better ${percent(known.p_benefit)}`
        );
        set(node2, {
          "data-mean": known.mean.toFixed(6),
          "data-sd": known.sd.toFixed(6),
          "data-on": String(known.is_on)
        });
        set(button, { "aria-checked": String(known.is_on), "aria-label": known.label, disabled: isLocked });
        show(button, known.can_switch);
        curve.draw(props, known.parts, state.arm.waterfall[index - 1]?.parts ?? null);
        dial.draw(known.dial);
        if (first.key === "representation") alike2.draw(state);
      }
    };
  };
  const draw = list(ladder, ({ key }) => key, stage);
  const node = html(
    "section",
    { class: "nof1-section" },
    html("h3", {}, "From what the model said to what is believed of you"),
    lead,
    ladder,
    ethics
  );
  let last = [];
  return {
    node,
    draw(next) {
      state = next;
      const sign = [next.arm, next.doubt, next.isLocked, next.isHand, next.props];
      if (sign.every((value, i) => value === last[i])) return;
      last = sign;
      draw(next.arm.waterfall);
      write(lead, leading(next));
      write(ethics, guard(next.arm));
      show(ethics, next.arm.is_known);
    }
  };
}
var sentenceCase = (text) => text.charAt(0).toUpperCase() + text.slice(1);
function leading({ arm, isHand }) {
  if (!arm.is_known) return "There is no claim here that could be doubted.";
  if (isHand)
    return "You set this belief by hand, and it stands. The steps show what would be believed otherwise: take “as discounted” above to go back to them. Turning a doubt changes the steps, and not what you set.";
  return "Each doubt can be switched off, and its number turned. The dotted line is the belief before the step.";
}
function guard({ arm, worth }) {
  const extra = Math.round(worth.extra_days);
  const never = `${arm} is never put further down for it, and never out of reach.`;
  if (extra < 1)
    return `A doubt lowers how much is borrowed from others. Your own data count for more instead; ${never}`;
  const days = extra === 1 ? "1 extra day gives" : `${extra} extra days give`;
  return `You are unlike the people of the evidence, so less is borrowed from them. Your own data count for more: ${days} the same certainty; ${never}`;
}
function dialField(turn, state, signal) {
  const node = html("div", {});
  let name = "";
  let field;
  const settle = settling((value, settled) => {
    const isShare = DIALS[name]?.[1] === "share";
    turn({ [name]: isShare ? value / 100 : value }, settled);
  }, signal);
  return {
    node,
    draw(dial) {
      const now = state();
      show(node, dial !== null && now !== void 0);
      if (!dial || !now) return;
      if (dial.name !== name) {
        name = dial.name;
        const change = (value) => {
          if (value !== null) settle.change(value);
        };
        field = numberField(DIALS[name]?.[0] ?? name, { "data-dial": name }, change, signal);
        settle.watch(field.input);
        node.replaceChildren(field.node);
      }
      const isShare = DIALS[name]?.[1] === "share";
      const times = isShare ? 100 : 1;
      field?.draw({
        value: dial.value === null ? null : times * dial.value,
        low: times * dial.low,
        high: times * dial.high,
        step: isShare ? 5 : now.props.worthwhile / 4,
        digits: isShare ? 1 : 3,
        unit: isShare ? "%" : now.props.unit,
        isLocked: now.isLocked
      });
    }
  };
}

// src/prior/answer.ts
var rises = (values) => values.every((value, i) => i === 0 || value > (values[i - 1] ?? value));
function interval(change, signal) {
  const given = { low: null, high: null, level: 90 };
  let state;
  const field = (label, hook) => numberField(
    label,
    { "data-field": hook },
    (value) => {
      given[hook] = value;
      if (state) draw(state);
      change();
    },
    signal,
    true
  );
  const [low, high, level] = [
    field("Between", "low"),
    field("and", "high"),
    field("I am this sure", "level")
  ];
  const words = html("p", { class: "nof1-small nof1-muted", "data-answer": "" });
  const node = html(
    "div",
    { class: "nof1-way" },
    html("p", {}, "Where does the effect lie, and how sure are you of that?"),
    html("div", { class: "nof1-fields" }, low.node, high.node, level.node),
    words
  );
  const said = () => {
    const { low: from, high: to, level: sure } = given;
    if (from === null || to === null || sure === null || !rises([from, to])) return null;
    return { way: "interval", at: [from, to], held: [sure / 100], name: "" };
  };
  function draw(next) {
    if (!state && next.said?.way === "interval") recall(next.said);
    state = next;
    const { props, isLocked } = next;
    const shared = {
      step: grain(props.domain).key * 5,
      digits: decimals(grain(props.domain).drag) + 1,
      unit: props.unit,
      isLocked
    };
    low.draw({ value: given.low, ...shared });
    high.draw({ value: given.high, ...shared });
    level.draw({ value: given.level, low: 1, high: 99.9, step: 1, digits: 1, unit: "%", isLocked });
    const { low: from, high: to, level: sure } = given;
    const isDisordered = from !== null && to !== null && from >= to;
    write(
      words,
      isDisordered ? "The first number must be below the second." : said() ? `${percent((sure ?? 0) / 100)} sure that the effect is between ${plain(from, 6)} and ${withUnit(plain(to, 6), props.unit)}.` : "An effect below 0 is a lower value than without."
    );
  }
  const recall = ({ at, held }) => {
    [given.low, given.high] = [at[0] ?? null, at[1] ?? null];
    given.level = 100 * (held[0] ?? 0.9);
  };
  const reset = () => {
    [given.low, given.high, given.level] = [null, null, 90];
  };
  return { node, said, reset, draw };
}
var QUARTERS = [
  ["q2", "Even odds", "The effect is as likely below this as above it."],
  ["q1", "If it is below that: even odds again", "One time in four it is lower than this."],
  ["q3", "If it is above that: even odds again", "One time in four it is higher than this."]
];
function quartiles(change, signal) {
  const given = { q1: null, q2: null, q3: null };
  let state;
  const fields = QUARTERS.map(([hook, label, hint]) => {
    const made = numberField(
      label,
      { "data-field": hook },
      (value) => {
        given[hook] = value;
        if (state) draw(state);
        change();
      },
      signal,
      true
    );
    made.node.append(html("span", { class: "nof1-small nof1-muted" }, hint));
    return [hook, made];
  });
  const words = html("p", { class: "nof1-small nof1-muted", "data-answer": "" });
  const node = html(
    "div",
    { class: "nof1-way" },
    html("p", {}, "Imagine a bet. At which effect would you not mind which side you are given?"),
    html("div", { class: "nof1-fields nof1-quartiles" }, ...fields.map(([, made]) => made.node)),
    words
  );
  const said = () => {
    const { q1, q2, q3 } = given;
    if (q1 === null || q2 === null || q3 === null || !rises([q1, q2, q3])) return null;
    return { way: "quartiles", at: [q1, q2, q3], held: [0.25, 0.5, 0.75], name: "" };
  };
  function draw(next) {
    if (!state && next.said?.way === "quartiles") {
      const [q12, q22, q32] = next.said.at;
      Object.assign(given, { q1: q12 ?? null, q2: q22 ?? null, q3: q32 ?? null });
    }
    state = next;
    const { props, isLocked } = next;
    const shared = {
      step: grain(props.domain).key * 5,
      digits: decimals(grain(props.domain).drag) + 1,
      unit: props.unit,
      isLocked
    };
    for (const [hook, made] of fields) made.draw({ value: given[hook], ...shared });
    const { q1, q2, q3 } = given;
    const known = [q1, q2, q3].filter((value) => value !== null);
    write(
      words,
      rises(known) ? said() ? `Half of the belief lies between ${plain(q1, 6)} and ${withUnit(plain(q3, 6), props.unit)}.` : "All three are needed." : "The numbers must rise: lower quarter, middle, upper quarter."
    );
  }
  const reset = () => {
    Object.assign(given, { q1: null, q2: null, q3: null });
  };
  return { node, said, reset, draw };
}

// src/prior/chip.ts
var CHIPS = 20;
var MOST_BINS = 16;
function board(props) {
  const [low, high] = safeDomain(props.domain);
  let width = props.worthwhile;
  while ((high - low) / width > MOST_BINS) width *= 2;
  while ((high - low) / width <= MOST_BINS / 2) width /= 2;
  const first = Math.floor(low / width + 1e-9);
  const last = Math.ceil(high / width - 1e-9);
  const edges2 = Array.from(
    { length: last - first + 1 },
    (_, i) => Number(((first + i) * width).toPrecision(12)) + 0
  );
  return of(edges2, new Array(edges2.length - 1).fill(0));
}
var of = (edges2, counts) => ({
  edges: edges2,
  counts,
  width: (edges2[1] ?? 1) - (edges2[0] ?? 0),
  placed: counts.reduce((sum2, count2) => sum2 + count2, 0)
});
var recalled = (said) => of(said.at, said.held);
function stacked(known, bin, wanted) {
  const old = known.counts[bin] ?? 0;
  const most = old + CHIPS - known.placed;
  const count2 = Math.max(0, Math.min(Math.round(wanted), most));
  return of(
    known.edges,
    known.counts.map((other, i) => i === bin ? count2 : other)
  );
}
var answer = (known) => ({
  way: "chips",
  at: known.edges,
  held: known.counts,
  name: ""
});

// src/prior/chipboard.ts
function chipboard(frame, layer, change, signal) {
  let state;
  let shown;
  let known;
  const board2 = () => known;
  const columns = svg("g", { role: "group", "aria-label": "Chips, stacked where the effect may lie" });
  const glass = svg("rect", { class: "nof1-glass" });
  layer.append(glass, columns);
  const put2 = (bin, count2) => {
    const now = board2();
    if (!now || !state || state.isLocked) return;
    const next = stacked(now, bin, count2);
    if (next.counts[bin] !== now.counts[bin]) change(next);
  };
  const under = ({ x, y }) => {
    const cells = shown?.cells;
    if (!shown || !cells) return null;
    const value = shown.x.value(x);
    const bin = cells.board.edges.findLastIndex((edge) => edge <= value);
    if (bin < 0 || bin >= cells.board.counts.length) return null;
    return { bin, height: Math.max(0, Math.ceil((shown.bottom - y) / cells.cell)) };
  };
  let isTakingOff = false;
  drag(
    glass,
    frame,
    {
      start(spot) {
        const at = under(spot);
        const now = board2();
        if (!at || !now || !state || state.isLocked) return false;
        isTakingOff = at.height === (now.counts[at.bin] ?? 0);
        put2(at.bin, isTakingOff ? at.height - 1 : at.height);
        return true;
      },
      move(spot) {
        const at = under(spot);
        if (at && !isTakingOff) put2(at.bin, at.height);
      },
      end: () => {
      },
      cancel: () => {
      }
    },
    signal
  );
  const column = ({ index }) => {
    const chips = svg("g", {});
    const ring = svg("rect", { class: "nof1-bin-ring", rx: 4 });
    const node = svg(
      "g",
      {
        class: "nof1-bin",
        role: "slider",
        "aria-orientation": "vertical",
        "aria-valuemin": 0,
        "data-bin": index
      },
      ring,
      chips
    );
    const drawChips = list(chips, (_, i) => String(i), chipPiece);
    const onKey = (event) => {
      const now = board2()?.counts[index] ?? 0;
      const counts = {
        ArrowUp: now + 1,
        ArrowDown: now - 1,
        PageUp: now + 5,
        PageDown: now - 5,
        Home: 0,
        End: CHIPS
      };
      const count2 = counts[event.key];
      const aside = { ArrowLeft: index - 1, ArrowRight: index + 1 }[event.key];
      if (count2 === void 0 && aside === void 0) return;
      event.preventDefault();
      event.stopPropagation();
      if (count2 !== void 0) put2(index, count2);
      else columns.querySelector(`[data-bin="${aside}"]`)?.focus();
    };
    listen(node, "keydown", onKey, signal);
    return {
      node,
      draw({ count: count2, words }) {
        const cells = shown?.cells;
        if (!shown || !cells) return;
        const { edges: edges2 } = cells.board;
        const [from, to] = [shown.x.at(edges2[index] ?? 0), shown.x.at(edges2[index + 1] ?? 1)];
        const most = count2 + CHIPS - cells.board.placed;
        set(node, {
          tabindex: index === firstOf(cells.board) ? 0 : -1,
          "aria-label": words,
          "aria-valuenow": count2,
          "aria-valuemax": most,
          "aria-valuetext": `${count2} ${count2 === 1 ? "chip" : "chips"}`
        });
        set(ring, {
          x: from + 1,
          width: Math.max(0, to - from - 2),
          y: shown.top,
          height: shown.bottom - shown.top
        });
        const bottom = shown.bottom;
        drawChips(Array.from({ length: count2 }, (_, i) => i));
        for (const [i, chip] of [...chips.children].entries())
          set(chip, {
            x: from + 2,
            width: Math.max(1, to - from - 4),
            y: bottom - (i + 1) * cells.cell + 1,
            height: Math.max(1, cells.cell - 2)
          });
      }
    };
  };
  const drawBins = list(columns, ({ index }) => String(index), column);
  const body = html("tbody");
  const table2 = html(
    "details",
    { class: "nof1-table" },
    html("summary", {}, "Type the chips"),
    html(
      "div",
      { class: "nof1-scroll" },
      html(
        "table",
        {},
        html(
          "thead",
          {},
          html("tr", {}, html("th", { scope: "col" }, "Effect"), html("th", { scope: "col" }, "Chips"))
        ),
        body
      )
    )
  );
  const typed = ({ index }) => {
    const name = html("td");
    const field = numberField(
      `Chips in bin ${index + 1}`,
      { "data-chips": String(index) },
      (value) => value !== null && put2(index, value),
      signal
    );
    return {
      node: html("tr", {}, name, html("td", {}, field.node)),
      draw({ count: count2, words }) {
        write(name, words);
        field.draw({
          value: count2,
          low: 0,
          high: CHIPS,
          step: 1,
          digits: 0,
          isLocked: state?.isLocked === true
        });
      }
    };
  };
  const drawTyped = list(body, ({ index }) => String(index), typed);
  return {
    node: table2,
    draw(next, layout2, now) {
      state = next;
      shown = layout2;
      known = now;
      set(glass, {
        x: layout2.x.range[0],
        width: layout2.x.range[1] - layout2.x.range[0],
        y: layout2.top,
        height: layout2.bottom - layout2.top
      });
      set(layer, { display: null });
      const words = (i) => withUnit(`${plain(now.edges[i], 6)} to ${plain(now.edges[i + 1], 6)}`, next.props.unit);
      const bins = now.counts.map((count2, index) => ({ index, count: count2, words: words(index) }));
      drawBins(bins);
      drawTyped(bins);
    },
    hide() {
      set(layer, { display: "none" });
    }
  };
}
function firstOf(board2) {
  const tallest = Math.max(...board2.counts);
  return tallest > 0 ? board2.counts.indexOf(tallest) : Math.floor(board2.counts.length / 2);
}
var chipPiece = () => ({
  node: svg("rect", { class: "nof1-chip-piece", rx: 3 }),
  draw: () => {
  }
});

// src/prior/parts.ts
var MOST_ROWS = 6;
function retyped(drawn, index, column, value) {
  const parts = drawn.parts.map((part, i) => {
    if (column > 0)
      return i === index ? [part[0], column === 1 ? value : part[1], column === 2 ? value : part[2]] : part;
    const old = drawn.parts[index]?.[0] ?? 0;
    return [i === index ? value : part[0] * (1 - value) / (1 - old), part[1], part[2]];
  });
  return { shape: null, parts, vague: drawn.vague };
}
function removed(drawn, index) {
  const gone = drawn.parts[index]?.[0] ?? 0;
  const kept = drawn.parts.filter((_, i) => i !== index);
  const parts = kept.map(([weight, mean, sd]) => [weight / (1 - gone), mean, sd]);
  const only = parts.length === 1 ? parts[0] : void 0;
  if (only) return ofShape({ family: "normal", middle: only[1], spread: only[2], tail: 4, lean: 0 });
  const isVague = index >= drawn.parts.length - drawn.vague;
  return { shape: null, parts, vague: Math.min(drawn.vague - (isVague ? 1 : 0), parts.length - 1) };
}
function added(drawn) {
  const [, mean, sd] = drawn.parts[0] ?? [1, 0, 1];
  const old = drawn.parts.map(([weight, ...rest]) => [0.75 * weight, ...rest]);
  const place = drawn.parts.length - drawn.vague;
  return {
    shape: null,
    parts: [...old.slice(0, place), [0.25, mean + 2 * sd, sd], ...old.slice(place)],
    vague: drawn.vague
  };
}
function partsTable(act, signal) {
  let state;
  const body = html("tbody");
  const head = ["Part", "Share", "Middle", "Spread", ""].map((name) => html("th", { scope: "col" }, name));
  const more = html(
    "button",
    { type: "button", class: "nof1-button nof1-plain", "data-action": "add-part" },
    "Add another claim"
  );
  listen(more, "click", () => state && !state.isLocked && act.draw(added(state.weighed.drawn), true), signal);
  const node = html(
    "details",
    { class: "nof1-table" },
    html("summary", {}, "Its parts, one by one"),
    html(
      "div",
      { class: "nof1-scroll" },
      html("table", {}, html("thead", {}, html("tr", {}, ...head)), body)
    ),
    more
  );
  const row = ({ index }) => {
    const settle = settling((value, isSettled) => act.draw(value, isSettled), signal);
    const fields = ["Share", "Middle", "Spread"].map((label, column) => {
      const change = (value) => {
        if (value === null || !state || state.isLocked) return;
        settle.change(retyped(state.weighed.drawn, index, column, column === 0 ? value / 100 : value));
      };
      const made = numberField(
        `${label} of part ${index + 1}`,
        { "data-part": `${index}-${column}` },
        change,
        signal
      );
      settle.watch(made.input);
      return made;
    });
    const name = html("td");
    const gone = html(
      "button",
      { type: "button", class: "nof1-button nof1-plain", "aria-label": `Remove part ${index + 1}` },
      "Remove"
    );
    listen(
      gone,
      "click",
      () => state && !state.isLocked && act.draw(removed(state.weighed.drawn, index), true),
      signal
    );
    return {
      node: html("tr", {}, name, ...fields.map((each) => html("td", {}, each.node)), html("td", {}, gone)),
      draw({ part, isVague }) {
        if (!state) return;
        const { props, isLocked } = state;
        name.textContent = isVague ? "room for being wrong" : "claim";
        const step = grain(props.domain).key;
        const digits = decimals(grain(props.domain).drag) + 1;
        fields[0]?.draw({
          value: 100 * part[0],
          low: 0.1,
          high: 99.9,
          step: 1,
          digits: 1,
          unit: "%",
          isLocked
        });
        fields[1]?.draw({ value: part[1], step, digits, unit: props.unit, isLocked });
        fields[2]?.draw({
          value: part[2],
          low: Math.min(part[2], props.sd_range[0]),
          step,
          digits,
          unit: props.unit,
          isLocked
        });
        set(gone, { disabled: isLocked });
      }
    };
  };
  const draw = list(body, ({ index }) => String(index), row);
  return {
    node,
    draw(next) {
      state = next;
      const { parts, vague } = next.weighed.drawn;
      const isShown = kindOf(next.weighed.drawn) === "mixture" && parts.length <= MOST_ROWS;
      show(node, isShown);
      set(more, { disabled: next.isLocked || parts.length >= MOST_ROWS });
      if (isShown)
        draw(parts.map((part, index) => ({ index, part, isVague: index >= parts.length - vague })));
    }
  };
}

// src/prior/family.ts
var KINDS = [
  ["normal", "Bell", "The same chance to either side, and few surprises."],
  ["student", "Heavy tails", "A bell that leaves room for surprises far out."],
  ["skewed", "Leaning", "A longer tail to one side: pull either end by itself."],
  [
    "mixture",
    "With room for being wrong",
    "The handles move the claim; the rest of the belief is kept for its being wrong altogether."
  ]
];
function family(arm, act, signal) {
  let state;
  const drawn = () => state?.weighed.drawn;
  const hint = html("p", { class: "nof1-small nof1-muted" });
  const buttons = KINDS.map(([kind, label]) => {
    const node2 = html("button", { type: "button", class: "nof1-choice", "data-family": kind }, label);
    const press = () => {
      const now = drawn();
      if (now && state && !state.isLocked && kindOf(now) !== kind)
        act.draw(changed(now, kind, state.arm.worth.sigma_d || 4 * state.props.worthwhile), true);
    };
    listen(node2, "click", press, signal);
    return [kind, node2];
  });
  const field = (label, hook, made) => {
    const settle = settling((value, isSettled) => act.draw(value, isSettled), signal);
    const change = (value) => {
      const now = drawn();
      if (value !== null && now && state && !state.isLocked) settle.change(made(now, value));
    };
    const made_ = numberField(label, { "data-field": hook, "data-arm": arm }, change, signal);
    settle.watch(made_.input);
    return made_;
  };
  const mean = field(
    "Middle of the belief",
    "mean",
    (now, value) => brought(now, value, middleOf(now).spread)
  );
  const sd = field("Spread (sd)", "sd", (now, value) => brought(now, middleOf(now).middle, value));
  const tail = field(
    "Tails: 3 very heavy, 30 almost a bell",
    "tail",
    (now, value) => now.shape ? ofShape({ ...now.shape, tail: value }) : now
  );
  const lean = field(
    "Lean: −1 tail down, 1 tail up",
    "lean",
    (now, value) => now.shape ? ofShape({ ...now.shape, lean: value }) : now
  );
  const room = field(
    "Room for being wrong",
    "room",
    (now, value) => roomed(now, value / 100, state?.arm.worth.sigma_d || 1)
  );
  const table2 = partsTable(act, signal);
  const node = html(
    "div",
    { class: "nof1-way" },
    html(
      "div",
      { class: "nof1-choices", role: "group", "aria-label": "What kind of curve" },
      ...buttons.map(([, button]) => button)
    ),
    hint,
    html("div", { class: "nof1-fields" }, mean.node, sd.node, tail.node, lean.node, room.node),
    table2.node
  );
  return {
    node,
    draw(next) {
      state = next;
      const { props, weighed, isLocked } = next;
      const now = weighed.drawn;
      const kind = kindOf(now);
      for (const [name, button] of buttons)
        set(button, { "aria-pressed": String(name === kind), disabled: isLocked });
      write(hint, KINDS.find(([name]) => name === kind)?.[2] ?? "");
      const { middle, spread } = middleOf(now);
      const [low, high] = props.domain;
      const [least, most] = props.sd_range;
      const step = grain(props.domain).key;
      const digits = decimals(grain(props.domain).drag) + 1;
      mean.draw({
        value: middle,
        low: Math.min(low, middle),
        high: Math.max(high, middle),
        step,
        digits,
        unit: props.unit,
        isLocked
      });
      sd.draw({
        value: spread,
        low: Math.min(least, spread),
        high: Math.max(most, spread),
        step,
        digits,
        unit: props.unit,
        isLocked
      });
      show(tail.node, kind === "student");
      show(lean.node, kind === "skewed");
      show(room.node, kind === "mixture");
      tail.draw({
        value: now.shape?.tail ?? 4,
        low: LEAST_TAIL,
        high: MOST_TAIL,
        step: 1,
        digits: 1,
        isLocked
      });
      lean.draw({
        value: now.shape?.lean ?? 0,
        low: -MOST_LEAN,
        high: MOST_LEAN,
        step: 0.05,
        digits: 3,
        isLocked
      });
      room.draw({ value: 100 * roomOf(now), low: 1, high: 99, step: 1, digits: 1, unit: "%", isLocked });
      table2.draw(next);
    }
  };
}

// src/prior/ways.ts
var WAYS2 = [
  ["bell", "Draw the curve"],
  ["interval", "An interval"],
  ["quartiles", "Quartiles"],
  ["chips", "Chips"]
];
function ways(arm, view2, act, redraw, signal) {
  let way = "bell";
  let state;
  let chips = null;
  const drawing = family(arm, act, signal);
  const questions = {
    interval: interval(() => attempt(), signal),
    quartiles: quartiles(() => attempt(), signal)
  };
  const stack = chipboard(
    view2.node,
    view2.layer,
    (next) => {
      chips = next;
      attempt();
      redraw();
    },
    signal
  );
  const left = html("p", { "data-left": "", role: "status" });
  const chipWay = html(
    "div",
    { class: "nof1-way" },
    html(
      "p",
      {},
      "Twenty chips are all your belief. Stack them in the picture where the effect may lie: each is worth five in a hundred."
    ),
    left,
    stack.node
  );
  const use = html(
    "button",
    { type: "button", class: "nof1-button nof1-main", "data-action": "use" },
    "Use this belief"
  );
  const clear = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "clear-chips" },
    "Start again"
  );
  const fitWords = html("p", { class: "nof1-small", "data-fit": "" });
  const foot = html("div", { class: "nof1-row" }, use, clear, fitWords);
  const places = {
    bell: drawing.node,
    interval: questions.interval.node,
    quartiles: questions.quartiles.node,
    chips: chipWay
  };
  const said = () => {
    if (way === "bell") return null;
    if (way === "chips") return chips && chips.placed > 0 ? answer(chips) : null;
    return questions[way].said();
  };
  const attempt = () => act.attempt(said());
  const choose = (next) => {
    if (next === way) return;
    way = next;
    act.attempt(said());
    redraw();
  };
  const onUse = () => {
    const now = said();
    if (now && state && !state.isLocked) act.use(now);
  };
  const onClear = () => {
    if (way === "chips" && chips) chips = { ...chips, counts: chips.counts.map(() => 0), placed: 0 };
    else if (way !== "bell" && way !== "chips") questions[way].reset();
    attempt();
    redraw();
  };
  listen(use, "click", onUse, signal);
  listen(clear, "click", onClear, signal);
  const tabs = WAYS2.map(([name, label]) => {
    const node2 = html(
      "button",
      { type: "button", role: "tab", class: "nof1-choice", "data-way": name },
      label
    );
    listen(node2, "click", () => choose(name), signal);
    return [name, node2];
  });
  const bar = html(
    "div",
    { class: "nof1-choices", role: "tablist", "aria-label": "How to say it" },
    ...tabs.map(([, tab]) => tab)
  );
  const onKey = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === void 0) return;
    event.preventDefault();
    event.stopPropagation();
    const at = WAYS2.findIndex(([name]) => name === way);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    choose(next[0]);
    next[1].focus();
  };
  listen(bar, "keydown", onKey, signal);
  const node = html(
    "section",
    { class: "nof1-section nof1-ways" },
    html("h3", {}, "Say what you believe"),
    bar,
    ...Object.values(places),
    foot
  );
  return {
    node,
    board() {
      if (way !== "chips" || !state) return null;
      chips ??= state.said?.way === "chips" ? recalled(state.said) : board(state.props);
      return chips;
    },
    marks: () => way === "interval" || way === "quartiles" ? said()?.at ?? [] : [],
    draw(next, layout2) {
      const isFirst = state === void 0;
      state = next;
      if (isFirst && next.said && next.said.way !== "named") recall(next.said, next.said.way);
      for (const [name, tab] of tabs)
        set(tab, { "aria-selected": String(name === way), tabindex: name === way ? 0 : -1 });
      for (const [name] of WAYS2) show(places[name], name === way);
      show(foot, way !== "bell");
      if (way === "bell") drawing.draw(next);
      else if (way !== "chips") questions[way].draw(next);
      if (way === "chips" && layout2.cells) stack.draw(next, layout2, layout2.cells.board);
      else stack.hide();
      drawFoot(next);
    }
  };
  function recall(answered, by) {
    way = by;
    if (by !== "chips") return;
    chips = recalled(answered);
    queueMicrotask(() => signal.aborted || redraw());
  }
  function drawFoot(next) {
    const now = said();
    const placed = chips?.placed ?? 0;
    write(
      left,
      placed === CHIPS ? "All 20 chips are placed." : `${CHIPS - placed} of ${CHIPS} chips are left.`
    );
    set(left, { "data-left": CHIPS - placed });
    const isInForce = now !== null && JSON.stringify(now) === JSON.stringify(next.said);
    set(use, { disabled: now === null || next.isLocked || isInForce });
    set(clear, { disabled: next.isLocked || (way === "chips" ? placed === 0 : now === null) });
    const fit = next.isTrying ? next.arm.fit : null;
    write(fitWords, now && fit ? fit.note : isInForce ? "This belief is in force." : "");
  }
}

// src/prior/words.ts
function keyed(props, drawn, handle, event) {
  const [low, high] = reach(props, drawn, handle);
  if (event.key === "Home") return low;
  if (event.key === "End") return high;
  const steps2 = stepsOf(event);
  return steps2 === null ? null : placeOf(drawn, handle) + steps2 * grain(props.domain).key;
}
function describeHandle(node, name, { props, arm, weighed, isLocked }) {
  const { drawn } = weighed;
  const value = placeOf(drawn, name);
  const [low, high] = reach(props, drawn, name);
  const what = {
    mean: "middle of the belief",
    low: "lower end of the spread",
    high: "upper end of the spread"
  }[name];
  const spread = name === "mean" ? "" : `, spread ${plain(middleOf(drawn).spread, 3)}`;
  set(node, {
    "aria-label": `${arm.arm}: ${what}`,
    "aria-valuenow": Number(value.toFixed(6)),
    "aria-valuemin": Number(low.toFixed(6)),
    "aria-valuemax": Number(high.toFixed(6)),
    "aria-valuetext": `${withUnit(plain(value, 3), props.unit)}${spread}`,
    "aria-disabled": isLocked ? "true" : null
  });
}
function sentence({ arm, weighed }) {
  const { beforeChances: before, afterChances: after } = weighed;
  const start = `The chance that ${arm.arm} is better than ${arm.reference} is`;
  if (!after)
    return `No day counts yet. ${start} believed to be ${frequency(before.benefit)}; that it is better by enough to matter, ${frequency(before.worthwhile)}.`;
  return `${start} ${frequency(after.benefit)} (before the days: ${frequency(before.benefit)}); that it is better by enough to matter, ${frequency(after.worthwhile)} (before: ${frequency(before.worthwhile)}).`;
}
var unknownWords = (arm) => `Nothing is known about the effect of ${arm}, and no number is made up for it. Take the sceptical belief or the nearly flat one, say what you believe yourself, or go on as it is: your days will tell.`;
function worthWords({ days }) {
  if (days < 0.5) return "less than a day";
  const whole = days < 10 ? Number(days.toFixed(1)) : Math.round(days);
  return `${whole} ${whole === 1 ? "day" : "days"}`;
}
function momentWords({ moment }) {
  const days = moment < 10 ? plain(moment, 1) : plain(moment, 0);
  return `By its spread alone it would be ${days}: that is what counts when the claim itself is in doubt.`;
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

// src/prior/worth.ts
function daysOf(drawn, worth) {
  const unit = worth.per_block_days * worth.sigma_d ** 2;
  return { days: unit * knowledge(drawn.parts), moment: unit / variance(drawn.parts) };
}
var variance = (parts) => {
  const mean = parts.reduce((sum2, [weight, middle]) => sum2 + weight * middle, 0);
  return parts.reduce((sum2, [weight, middle, sd]) => sum2 + weight * (sd ** 2 + (middle - mean) ** 2), 0);
};
var POINTS3 = [-0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526];
var WEIGHTS = [0.3478548451374538, 0.6521451548625461, 0.6521451548625461, 0.3478548451374538];
var FURTHEST2 = 7;
var STEP2 = 0.5;
function knowledge(parts) {
  const only = parts.length === 1 ? parts[0] : void 0;
  if (only) return only[2] ** -2;
  const edges2 = edgesOf(parts);
  let sum2 = 0;
  for (let i = 1; i < edges2.length; i += 1) {
    const from = edges2[i - 1] ?? 0;
    const half = ((edges2[i] ?? 0) - from) / 2;
    for (let k = 0; k < POINTS3.length; k += 1)
      sum2 += half * (WEIGHTS[k] ?? 0) * squared(parts, from + half * ((POINTS3[k] ?? 0) + 1));
  }
  return sum2;
}
function edgesOf(parts) {
  const many = FURTHEST2 / STEP2;
  const all = parts.flatMap(
    ([, mean, sd]) => Array.from({ length: 2 * many + 1 }, (_, i) => [mean + (i - many) * STEP2 * sd, sd])
  );
  all.sort((one, other) => one[0] - other[0]);
  const kept = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const [spot, sd] of all)
    if (spot - last >= 0.8 * STEP2 * sd) {
      kept.push(spot);
      last = spot;
    }
  return kept;
}
function squared(parts, x) {
  let height = 0;
  let slope = 0;
  for (const [weight, mean, sd] of parts) {
    const z = (x - mean) / sd;
    const square = z * z;
    if (square > 80) continue;
    const part = weight / sd * Math.exp(-0.5 * square);
    height += part;
    slope -= part * z / sd;
  }
  return height > 1e-300 ? slope * slope / height / Math.sqrt(2 * Math.PI) : 0;
}

// src/prior/panel.ts
var QUESTIONS = [
  ["benefit", () => "better at all"],
  ["worthwhile", (amount) => `better by more than ${amount}, so worthwhile`],
  ["harm", (amount) => `worse by more than ${amount}`]
];
function panel(arm, index, act, redraw, signal) {
  const view2 = picture(arm, freshId());
  const voice = announcer(signal);
  const tiles = QUESTIONS.map(([kind]) => tile(kind, arm));
  const caption = html("p", { class: "nof1-sentence", "data-sentence": "" });
  const figure = html(
    "figure",
    { class: "nof1-figure" },
    html("div", { class: "nof1-tiles" }, ...tiles.map((t) => t.node)),
    view2.node,
    legend()
  );
  const numbers2 = table("The same in numbers", ["", "before the days", "now"]);
  const check = html("span", { class: "nof1-chip", "data-check": "", hidden: true });
  const back = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "forget", "data-arm": arm },
    "Back to what the model said"
  );
  const range = html("p", { class: "nof1-muted nof1-small", "data-range": "" });
  const worth = html("strong", { "data-worth": "" });
  const moment = html("p", { class: "nof1-muted nof1-small" });
  const headline = html(
    "div",
    { class: "nof1-worth" },
    html("p", { class: "nof1-worth-words" }, "This belief is worth ", worth, " of your own data."),
    moment
  );
  const saying = ways(arm, view2, act, redraw, signal);
  const stances = named2(act, signal);
  const doubts = waterfall(arm, act, signal);
  const why = reason(act, signal);
  const unknown = html("p", { class: "nof1-unknown", "data-unknown": "", hidden: true });
  const foot = html("div", { class: "nof1-row" }, back, check);
  listen(back, "click", () => state && !state.isLocked && act.forget(), signal);
  let state;
  let drawn;
  const now = () => state?.weighed.drawn;
  for (const name of HANDLES) hold(name, view2.handles[name]);
  function hold(name, node2) {
    let grip = 0;
    let frame = scale([0, 1], [0, 1]);
    const pull = (place, settled) => {
      const from = now();
      if (state && from) act.draw(moved(state.props, from, name, place), settled);
    };
    drag(
      node2,
      view2.node,
      {
        start(spot) {
          if (!state || !drawn || state.isLocked) return false;
          act.hold();
          frame = drawn.x;
          grip = spot.x - drawn.handles[name].x;
          set(node2, { "data-held": true });
          return true;
        },
        move: (spot) => pull(frame.value(spot.x - grip), false),
        end(hasMoved) {
          set(node2, { "data-held": null });
          const last = now();
          if (hasMoved && last) act.draw(last, true);
        },
        cancel() {
          set(node2, { "data-held": null });
          act.release();
        }
      },
      signal
    );
    const settle = afterQuiet(() => {
      const last = now();
      if (last) act.draw(last, true);
    }, signal);
    const onKey = (event) => {
      const from = now();
      if (!state || !from) return;
      if (event.key === "Enter") settle.now();
      const to = keyed(state.props, from, name, event);
      if (to === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (state.isLocked) return;
      pull(to, false);
      settle.poke();
    };
    listen(node2, "keydown", onKey, signal);
    listen(node2, "blur", settle.now, signal);
  }
  const node = html(
    "div",
    { class: "nof1-panel nof1-hued", "data-panel": arm, style: `--nof1-arm: ${look(index + 1).color}` },
    why.node,
    unknown,
    figure,
    saying.node,
    foot,
    caption,
    headline,
    range,
    stances.node,
    doubts.node,
    numbers2.node,
    voice.node
  );
  return {
    node,
    draw(next) {
      state = next;
      const { props, weighed, width } = next;
      drawn = layout({
        props,
        arm: next.arm,
        weighed,
        width,
        marks: saying.marks(),
        board: saying.board()
      });
      view2.draw(drawn);
      set(view2.node, {
        "aria-label": `Belief about ${arm} against ${next.arm.reference}, drawn over the effect in ${props.unit || "units of the measure"}`
      });
      saying.draw(next, drawn);
      const amount = withUnit(plain(props.worthwhile, 6), props.unit);
      QUESTIONS.forEach(([kind, words2], i) => {
        tiles[i]?.draw(words2(amount), weighed.beforeChances[kind], weighed.afterChances?.[kind] ?? null);
      });
      for (const name of HANDLES) describeHandle(view2.handles[name], name, next);
      drawWorth(next);
      drawFoot(next);
      stances.draw(next);
      doubts.draw(next);
      why.draw(next);
      numbers2.draw(rows(next));
      show(unknown, !next.arm.is_known);
      write(unknown, unknownWords(arm));
      set(figure, { "data-days": weighed.after !== null, "data-stated": next.arm.stated !== null });
      const words = sentence(next);
      write(caption, words);
      voice.say(words);
    }
  };
  function drawWorth({ arm: known, weighed }) {
    const days = daysOf(weighed.drawn, known.worth);
    write(worth, worthWords(days));
    set(worth, { "data-days": days.days.toFixed(3), "data-moment": days.moment.toFixed(3) });
    write(moment, momentWords(days));
  }
  function drawFoot({ props, weighed, isWaiting, arm: known, isHand, isLocked, isTrying }) {
    const { before, afterChances } = weighed;
    const [low, high] = [before.quantile(0.025), before.quantile(0.975)].map((end) => plain(end, 2));
    write(
      range,
      `This belief puts 95% of its weight between ${low} and ${withUnit(high ?? "", props.unit)}.`
    );
    set(back, { disabled: isLocked || !isHand });
    show(back, isHand);
    write(back, known.is_known ? "Back to what the model said" : "Forget this belief");
    const python = known.python;
    show(check, python !== null && afterChances !== null && !isTrying);
    if (python === null || afterChances === null) return;
    const gap = disagreement(python, afterChances);
    const verdict = isWaiting ? "checking" : gap <= 5e-3 ? "confirmed" : "differs";
    set(check, { "data-check": verdict, "data-tone": verdict === "differs" ? "warn" : null });
    const said = {
      checking: "Checking…",
      confirmed: "✓ Confirmed by the engine",
      differs: differing(python)
    };
    write(check, said[verdict]);
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
  .nof1-panel { display: grid; gap: 20px; grid-template-columns: minmax(0, 1fr); }
  .nof1-figure { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); }
  .nof1-panel > .nof1-ways { border-block-start: 0; padding-block-start: 0; }
  .nof1-section { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); border-block-start: 1px solid var(--nof1-line); padding-block-start: 20px; }
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
  .nof1-figure:not([data-stated]) [data-legend="nof1-stated"] { display: none; }
  .nof1-unknown { padding: 12px 16px; border-radius: 10px; background: var(--nof1-soft); border-inline-start: 4px solid var(--nof1-muted); max-inline-size: 76ch; }
  .nof1-picture { touch-action: pan-y; }
  .nof1-zone-worthwhile { fill: var(--nof1-good); fill-opacity: 0.07; }
  .nof1-zone-trivial { fill: var(--nof1-ink); fill-opacity: 0.025; }
  .nof1-zone-harm { fill: var(--nof1-bad); fill-opacity: 0.07; }
  .nof1-area-worthwhile { fill: var(--nof1-good); fill-opacity: 0.34; }
  .nof1-area-trivial { fill: var(--nof1-ink); fill-opacity: 0.13; }
  .nof1-area-harm { fill: var(--nof1-bad); fill-opacity: 0.34; }
  .nof1-hatch { stroke: var(--nof1-bad); stroke-width: 2; stroke-opacity: 0.55; }
  svg .nof1-zone-words { font-weight: 550; }
  svg .nof1-zone-chance { font-size: 19px; font-weight: 680; fill: var(--nof1-ink); letter-spacing: -0.01em; }
  .nof1-zero { stroke: var(--nof1-muted); stroke-width: 1; stroke-dasharray: 1 3; }
  .nof1-benefit { stroke: var(--nof1-muted); stroke-width: 1.5; fill: none; }
  svg .nof1-benefit-words { font-size: 12.5px; font-weight: 550; fill: var(--nof1-ink); }
  .nof1-stated { fill: none; stroke: var(--nof1-muted); stroke-width: 1.25; stroke-dasharray: 1.5 3; }
  svg .nof1-stated-words { font-size: 11.5px; font-style: italic; }
  .nof1-prior-line { fill: none; stroke: var(--nof1-ink); stroke-width: 2; stroke-dasharray: 7 5; }
  .nof1-figure:not([data-days]) .nof1-prior-line { stroke-dasharray: none; }
  .nof1-posterior { fill: var(--nof1-hue); stroke: var(--nof1-hue); fill-opacity: 0.12; stroke-width: 2.5; }
  .nof1-interval { stroke: var(--nof1-hue); stroke-width: 3; stroke-linecap: round; }
  .nof1-middle { fill: var(--nof1-hue); }
  .nof1-spot { stroke: var(--nof1-accent); stroke-width: 1.5; stroke-dasharray: 4 3; }
  .nof1-legend-item svg { inline-size: 28px; }
  .nof1-handle { cursor: ew-resize; touch-action: none; }
  .nof1-hit { fill: transparent; }
  .nof1-grip { fill: var(--nof1-paper); stroke: var(--nof1-ink); stroke-width: 2.25; }
  .nof1-handle[data-handle="mean"] .nof1-grip { fill: var(--nof1-ink); }
  .nof1-handle[data-outside] .nof1-grip { opacity: 0.45; }
  .nof1-handle:hover .nof1-grip, .nof1-handle[data-held] .nof1-grip { stroke: var(--nof1-accent); stroke-width: 3; }
  .nof1-handle[aria-disabled] { cursor: not-allowed; }
  .nof1-handle:focus-visible, .nof1-bin:focus-visible { outline: none; }
  .nof1-ring { fill: none; pointer-events: none; }
  .nof1-handle:focus-visible .nof1-ring { stroke: var(--nof1-accent); stroke-width: 3; fill: color-mix(in srgb, var(--nof1-accent) 14%, transparent); }
  .nof1-glass { fill: transparent; cursor: pointer; touch-action: none; }
  .nof1-bin { pointer-events: none; }
  .nof1-bin-ring { fill: none; }
  .nof1-bin:focus-visible .nof1-bin-ring { stroke: var(--nof1-accent); stroke-width: 3; }
  .nof1-chip-piece { fill: var(--nof1-accent); fill-opacity: 0.5; stroke: var(--nof1-accent); stroke-width: 1; }
  .nof1-sentence { font-size: 15px; max-inline-size: 68ch; }
  .nof1-worth { display: grid; gap: 4px; padding: 12px 16px; border-radius: 10px; background: var(--nof1-soft); }
  .nof1-worth-words { font-size: 16px; }
  .nof1-worth-words strong { font-size: 22px; font-weight: 680; letter-spacing: -0.01em; white-space: nowrap; }
  .nof1-way { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); }
  .nof1-choices { display: flex; flex-wrap: wrap; gap: 6px; }
  .nof1-choice { min-block-size: 40px; padding: 6px 14px; border: 1px solid var(--nof1-line); border-radius: 8px; background: transparent; cursor: pointer; }
  .nof1-choice:hover:not(:disabled) { background: var(--nof1-soft); }
  .nof1-choice:is([aria-pressed="true"], [aria-selected="true"]) { border-color: var(--nof1-accent); box-shadow: inset 0 0 0 1px var(--nof1-accent); font-weight: 620; }
  .nof1-choice:disabled { opacity: 0.55; cursor: not-allowed; }
  .nof1-fields { display: grid; gap: 12px 24px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 220px)); align-items: end; }
  .nof1-quartiles { grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr)); }
  .nof1-named { display: grid; gap: 10px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 164px), 1fr)); }
  .nof1-card { display: grid; gap: 6px; align-content: start; text-align: start; padding: 10px 12px; border: 1px solid var(--nof1-line); border-radius: 10px; background: transparent; cursor: pointer; min-inline-size: 0; }
  .nof1-card:hover:not(:disabled) { background: var(--nof1-soft); }
  .nof1-card[aria-pressed="true"] { border-color: var(--nof1-accent); box-shadow: inset 0 0 0 1px var(--nof1-accent); }
  .nof1-card:disabled { opacity: 0.55; cursor: not-allowed; }
  .nof1-named-title { font-weight: 620; }
  .nof1-spark { fill: var(--nof1-hue); fill-opacity: 0.22; stroke: var(--nof1-hue); stroke-width: 1.75; vector-effect: non-scaling-stroke; }
  .nof1-spark-ghost { fill: none; stroke: var(--nof1-ink); stroke-width: 1.25; stroke-dasharray: 1.5 3; vector-effect: non-scaling-stroke; }
  .nof1-stages { list-style: none; display: grid; gap: 0; }
  .nof1-stage { display: grid; gap: 4px 20px; grid-template-columns: minmax(0, 1fr) 196px 220px; padding-block: 12px; border-block-end: 1px solid var(--nof1-line); }
  .nof1-stage:last-child { border-block-end: 0; }
  .nof1-stage > * { grid-column: 1; }
  .nof1-stage > .nof1-stage-dial { grid-column: 2; grid-row: 1 / span 3; align-self: start; }
  .nof1-stage > .nof1-stage-curve { grid-column: 3; grid-row: 1 / span 3; align-self: start; }
  .nof1-stage > .nof1-likeness { grid-column: 1 / span 2; }
  .nof1-stage-head { display: flex; align-items: center; gap: 10px; min-block-size: 28px; }
  .nof1-stage-title { font-weight: 620; }
  .nof1-stage-numbers { font-size: 13px; }
  .nof1-stage[data-on="false"] :is(.nof1-stage-title, .nof1-stage-numbers, .nof1-stage-curve) { opacity: 0.5; }
  .nof1-switch { flex: none; position: relative; inline-size: 40px; block-size: 24px; border-radius: 12px; border: 1.5px solid var(--nof1-muted); background: transparent; cursor: pointer; padding: 0; }
  .nof1-switch::before { content: ""; position: absolute; inset-block-start: 3px; inset-inline-start: 3px; inline-size: 15px; block-size: 15px; border-radius: 50%; background: var(--nof1-muted); }
  .nof1-switch[aria-checked="true"] { background: var(--nof1-accent); border-color: var(--nof1-accent); }
  .nof1-switch[aria-checked="true"]::before { inset-inline-start: 19px; background: var(--nof1-on-accent); }
  .nof1-switch:disabled { opacity: 0.5; cursor: not-allowed; }
  .nof1-question { border: 0; margin: 0; padding: 0; display: grid; gap: 6px; min-inline-size: 0; }
  .nof1-question legend { padding: 0; font-weight: 550; margin-block-end: 6px; }
  .nof1-radio { display: inline-flex; align-items: center; gap: 8px; min-block-size: 40px; padding: 6px 14px 6px 10px; border: 1px solid var(--nof1-line); border-radius: 8px; cursor: pointer; }
  .nof1-radio:has(:checked) { border-color: var(--nof1-accent); box-shadow: inset 0 0 0 1px var(--nof1-accent); font-weight: 620; }
  .nof1-radio:has(:focus-visible) { outline: 3px solid var(--nof1-accent); outline-offset: 2px; }
  input[type="radio"] { inline-size: 18px; block-size: 18px; margin: 0; accent-color: var(--nof1-accent); }
  .nof1-likeness { display: grid; gap: 8px; }
  .nof1-other-way { display: grid; gap: 6px; padding-block: 8px; }
  .nof1-other-way h4 { margin: 0; font-size: 13px; font-weight: 620; }
  .nof1-ethics { padding: 10px 16px; border-radius: 8px; border-inline-start: 4px solid var(--nof1-good); background: var(--nof1-soft); max-inline-size: 76ch; }
  .nof1-why { max-inline-size: 68ch; }
  .nof1-reason { display: grid; gap: 8px; max-inline-size: 560px; order: 1; }
  .nof1-reason[data-needed] { order: -1; max-inline-size: none; padding: 12px 16px; border-radius: 10px; background: var(--nof1-soft); border-inline-start: 4px solid var(--nof1-warn); }
  .nof1-panel > .nof1-table { order: 2; }
  .nof1-body[data-narrow] .nof1-tiles { gap: 8px 12px; }
  .nof1-body[data-narrow] .nof1-tile-words { font-size: 11.5px; }
  .nof1-body[data-narrow] .nof1-before { font-size: 14px; }
  .nof1-body[data-narrow] .nof1-shift { display: grid; }
  .nof1-body[data-narrow] .nof1-arrow { display: none; }
  .nof1-body[data-narrow] .nof1-after { font-size: 23px; }
  .nof1-body[data-narrow] .nof1-stage { grid-template-columns: minmax(0, 1fr); }
  .nof1-body[data-narrow] .nof1-stage > :is(.nof1-stage-curve, .nof1-stage-dial, .nof1-likeness) { grid-column: 1; grid-row: auto; }
  .nof1-body[data-narrow] .nof1-stage > .nof1-stage-curve { grid-row: 2; }
  .nof1-body[data-narrow] .nof1-named { grid-template-columns: repeat(2, minmax(0, 1fr)); }
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
  let part = { priors: [], discounts: [], why: "", trying: null };
  let isWaiting = false;
  let chosen = "";
  let why = "";
  let tried = "";
  let kept = part;
  const places = /* @__PURE__ */ new Map();
  const weigh2 = weighing();
  const width = followWidth(el, () => draw(), signal);
  const send = (next, settled) => {
    const said = why;
    if (settled) why = "";
    tried = "";
    tell({ ...next, why: said, trying: null }, settled);
  };
  const actOn = (arm) => ({
    hold() {
      kept = part;
    },
    release: () => tell(kept, true),
    draw: (drawn, settled) => props && send(put(props, part, handOf(arm, drawn)), settled),
    attempt(said) {
      if (!said && !tried) return;
      tried = said ? arm : "";
      tell({ ...part, why: "", trying: said ? handSaid(arm, said) : null }, true);
    },
    use: (said) => props && send(put(props, part, handSaid(arm, said)), true),
    forget: () => send(without(part, arm), true),
    doubt: (doubt, settled) => props && send(putDoubt(props, part, doubt), settled),
    why(text) {
      why = text;
      draw();
    }
  });
  const placeOf2 = (arm, index) => {
    const known = places.get(arm);
    if (known) return known;
    const fresh2 = panel(arm, index, actOn(arm), () => draw(), signal);
    set(fresh2.node, { role: "tabpanel", "aria-label": arm });
    places.set(arm, fresh2);
    return fresh2;
  };
  const stateOf = (known, arm) => {
    const isTrying = tried === arm.arm && arm.fit !== null;
    const standing = believed(part, arm);
    const drawn = isTrying && arm.fit ? arm.fit.belief : standing;
    return {
      props: known,
      arm,
      weighed: weigh2(known, arm, drawn),
      doubt: doubtOf(part, arm),
      said: byHand(part, arm.arm)?.said ?? null,
      isHand: byHand(part, arm.arm) !== void 0,
      isTrying,
      isWaiting,
      isLocked: known.locked && why.trim() === "",
      why,
      width: width()
    };
  };
  const choose = (arm, hasFocus = false) => {
    if (tried && tried !== arm) {
      tried = "";
      tell({ ...part, why: "", trying: null }, true);
    }
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
        const weighed = props && weigh2(props, known, believed(part, known));
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
    const ways2 = { ArrowRight: 1, ArrowLeft: -1 };
    const way = ways2[event.key];
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
    const place = placeOf2(arm.arm, index);
    if (place.node.parentElement !== stage) stage.replaceChildren(place.node);
    place.draw(stateOf(props, arm));
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
