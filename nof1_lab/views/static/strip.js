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

// src/strip.ts
var CSS = `
.nof1-strip { max-inline-size: none; }
.nof1-strip .nof1-body { gap: 12px; }
.nof1-strip h1 { margin: 0; font-size: 22px; line-height: 1.25; font-weight: 700; letter-spacing: -0.015em; overflow-wrap: anywhere; }
.nof1-strip .nof1-title { flex: 1 1 300px; min-inline-size: 0; }
.nof1-strip .nof1-back { gap: 8px; }
.nof1-strip .nof1-back .nof1-button { min-block-size: 40px; padding: 6px 12px; max-inline-size: 220px; text-align: start; }
.nof1-strip .nof1-back .nof1-small { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--nof1-muted); font-weight: 400; }
.nof1-strip .nof1-saved { overflow-wrap: anywhere; }
.nof1-strip ol { display: flex; gap: 4px; margin: 0; padding: 0 0 4px; list-style: none; overflow-x: auto; border-block-end: 1px solid var(--nof1-line); }
.nof1-strip li { flex: 1 0 auto; }
.nof1-strip .nof1-step {
  display: flex; gap: 8px; align-items: center; inline-size: 100%; min-block-size: 44px; padding: 6px 12px; cursor: pointer;
  background: transparent; border: 0; border-block-end: 3px solid transparent; border-radius: 8px 8px 0 0; white-space: nowrap; text-align: start;
}
.nof1-strip .nof1-step:hover { background: var(--nof1-soft); }
.nof1-strip .nof1-step[aria-current] { border-block-end-color: var(--nof1-accent); font-weight: 650; }
.nof1-strip .nof1-mark {
  display: inline-grid; place-items: center; inline-size: 24px; block-size: 24px; flex: none; border-radius: 50%;
  border: 1.5px solid var(--nof1-muted); color: var(--nof1-muted); font-size: 12.5px; font-weight: 650;
}
.nof1-strip [data-state="done"] .nof1-mark { border-color: var(--nof1-good); color: var(--nof1-good); }
.nof1-strip [aria-current] .nof1-mark { background: var(--nof1-accent); border-color: var(--nof1-accent); color: var(--nof1-on-accent); }
@media (max-width: 560px) {
  .nof1-strip ol { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); overflow: visible; }
  .nof1-strip .nof1-step { flex-direction: column; gap: 2px; padding: 6px 2px; font-size: 12.5px; }
}
`;
var LOST = "nof1Lost";
var view = (el, tell, signal) => {
  const title = html("h1");
  const note = html("p", { class: "nof1-muted nof1-small", "data-note": "" });
  const saved = html("span", { class: "nof1-chip nof1-saved", role: "status", "data-saved": "" });
  const [undo, redo] = ["undo", "redo"].map(
    (action) => html(
      "button",
      { type: "button", class: "nof1-button", "data-action": action },
      html("span"),
      html("span", { class: "nof1-small" })
    )
  );
  const lost = html(
    "div",
    { class: "nof1-notice nof1-fault", role: "alert", hidden: true, "data-notice": "lost" },
    html(
      "p",
      {},
      "The connection to Python is lost. What you change now is not saved until it is back; trying again."
    )
  );
  const steps = html("ol");
  el.append(
    lost,
    html(
      "div",
      { class: "nof1-row" },
      html("div", { class: "nof1-title" }, title, note),
      saved,
      html("div", { class: "nof1-row nof1-back" }, undo, redo)
    ),
    html("nav", { "aria-label": "Steps of the trial" }, steps)
  );
  let props;
  let part = { at: "", press: "" };
  const press = (what) => {
    if (props?.[what] != null) tell({ ...part, press: what }, true);
  };
  listen(undo, "click", () => press("undo"), signal);
  listen(redo, "click", () => press("redo"), signal);
  listen(
    document,
    "keydown",
    (event) => {
      const what = props?.keys && !isTyping(event) ? wanted(event) : null;
      if (!what) return;
      event.preventDefault();
      press(what);
    },
    signal
  );
  const piece = (step) => {
    const mark = html("span", { class: "nof1-mark", "aria-hidden": "true" });
    const label = html("span");
    const state = html("span", { class: "nof1-hidden-text" });
    const button = html(
      "button",
      { type: "button", class: "nof1-step", "data-step": step.name },
      mark,
      label,
      state
    );
    listen(button, "click", () => tell({ at: step.name, press: "" }, true), signal);
    return {
      node: html("li", {}, button),
      draw(known, index) {
        set(button, { "data-state": known.state, "aria-current": part.at === known.name ? "step" : null });
        set(button, { title: known.note || null });
        write(mark, known.state === "done" && part.at !== known.name ? "✓" : String(index + 1));
        write(label, known.label);
        write(state, known.state === "done" ? ", done" : "");
      }
    };
  };
  const drawSteps = list(steps, (step) => step.name, piece);
  const watcher = new MutationObserver(() => show(lost, LOST in document.documentElement.dataset));
  watcher.observe(document.documentElement, { attributes: true });
  signal.addEventListener("abort", () => watcher.disconnect());
  return (nextProps, nextPart, isWaiting) => {
    props = nextProps;
    part = nextPart;
    write(title, props.title);
    write(
      note,
      [props.note, props.who && `What you change is signed “${props.who}”.`].filter(Boolean).join(" ")
    );
    write(set(saved, { "data-tone": props.tone || null }), isWaiting ? "Saving …" : props.saved);
    for (const [button, what, word] of [
      [undo, props.undo, "Undo"],
      [redo, props.redo, "Redo"]
    ]) {
      write(button.firstElementChild, word);
      write(button.lastElementChild, what ?? "");
      show(button.lastElementChild, Boolean(what));
      set(button, { title: what ?? null });
      button.disabled = what === null;
    }
    drawSteps(props.steps);
  };
};
var wanted = (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" ? "redo" : null;
};
var isTyping = (event) => {
  const target = event.composedPath()[0];
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLElement && target.isContentEditable;
};
var strip_default = sheet("strip", CSS, view);
export {
  strip_default as default,
  view
};
