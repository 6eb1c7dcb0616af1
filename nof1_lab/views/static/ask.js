// src/ask/style.ts
var CSS = `
.nof1-ask .nof1-way > summary { color: var(--nof1-ink); font-weight: 550; }
.nof1-ask .nof1-fields { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); }
.nof1-ask .nof1-pair { display: grid; gap: 12px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr)); }
.nof1-ask .nof1-said {
  margin: 0; padding: 12px; max-block-size: 320px; overflow: auto; border-radius: 8px; border: 1px solid var(--nof1-line);
  background: var(--nof1-soft); font: 400 12.5px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere;
}
.nof1-ask .nof1-leaving { display: grid; gap: 8px; padding: 12px; border-radius: 8px; border: 2px solid var(--nof1-warn); }
.nof1-ask h4 { margin: 0; font-size: 14px; }
.nof1-ask .nof1-hash { overflow-wrap: anywhere; }
.nof1-ask .nof1-tick { display: flex; gap: 8px; align-items: center; }
.nof1-ask .nof1-lines { display: block; margin-block-end: 0; }
.nof1-ask .nof1-lines > p:first-child { font-weight: 650; }
.nof1-ask :is(pre):focus-visible { outline: 3px solid var(--nof1-accent); outline-offset: 2px; }
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

// src/lib/field.ts
var count = 0;
function freshId() {
  count += 1;
  return `nof1-${count}`;
}

// src/ask.ts
var button = (action, words, kind = "") => html("button", { type: "button", class: `nof1-button ${kind}`.trim(), "data-action": action }, words);
function field(label, input, hint) {
  const [id, hintId] = [freshId(), freshId()];
  set(input, { id, "aria-describedby": hint ? hintId : null });
  const below = hint ? [html("p", { class: "nof1-small nof1-muted", id: hintId }, hint)] : [];
  return html("div", { class: "nof1-field" }, html("label", { for: id }, label), input, ...below);
}
var line2 = (tag) => () => {
  const node = html(tag);
  return { node, draw: (text) => void write(node, text) };
};
async function copy(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied. Paste it into a chat, and paste the answer into the box above.";
  } catch {
    document.getSelection()?.selectAllChildren(shown);
    return "Your browser does not let this page copy. The question is marked: copy it with Ctrl+C.";
  }
}
var view = (el, tell, signal) => {
  const input = (hook, example, more = {}) => html("input", {
    class: "nof1-input",
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: example,
    "data-field": hook,
    ...more
  });
  const presetId = freshId();
  const topic = html("textarea", { class: "nof1-input", rows: 2, "data-field": "topic" });
  const url = input("url", "", { inputmode: "url", list: presetId });
  const model = input("model", "llama3.1");
  const own = html("input", { type: "checkbox", "data-field": "private" });
  const presets = html("datalist", { id: presetId });
  const examples = html("p", { class: "nof1-small nof1-muted", "data-presets": "" });
  const copyIt = button("copy", "Copy the question");
  const copied = html("p", { class: "nof1-small", role: "status", "data-copied": "" });
  const question = html("pre", { class: "nof1-said", tabindex: 0, "data-question": "" });
  const reading = html("details", {}, html("summary", {}, "Read the question"), question);
  const notes = html("ul", { class: "nof1-warnings", "data-notes": "" });
  const look = button("show", "Show what would leave");
  const send = button("send", "Approve and send exactly this", "nof1-main");
  const back = button("hide", "Not now", "nof1-plain");
  const cancel = button("cancel", "Stop");
  const note = html("p", { class: "nof1-small", "data-note": "" });
  const wire = html("pre", { class: "nof1-said", tabindex: 0, "data-wire": "" });
  const hash = html("p", { class: "nof1-small nof1-muted nof1-hash", "data-hash": "" });
  const preview = html(
    "div",
    { class: "nof1-leaving", role: "group", "aria-label": "What would leave this machine" },
    html("h4", {}, "This would leave this machine, and nothing else:"),
    note,
    wire,
    hash,
    html("div", { class: "nof1-row" }, send, back)
  );
  const words = html("p", { role: "status", "data-words": "" });
  const fault = html("div", { class: "nof1-notice nof1-fault nof1-lines", role: "alert", "data-fault": "" });
  const obstacle = html("div", { class: "nof1-notice nof1-lines", "data-obstacle": "" });
  const form = html(
    "div",
    { class: "nof1-fields" },
    html("div", { class: "nof1-pair" }, field("Endpoint", url, ""), field("Model", model, "")),
    examples,
    presets,
    html("label", { class: "nof1-tick" }, own, "It stands in my own private network"),
    html("div", { class: "nof1-row" }, look)
  );
  el.append(
    html(
      "details",
      { class: "nof1-way" },
      html("summary", {}, "Ask a model, if you wish"),
      html(
        "div",
        { class: "nof1-fields" },
        field(
          "What is it about?",
          topic,
          "What you type here leaves with the question. Leave out names, dates and places."
        ),
        notes,
        html("div", { class: "nof1-row" }, copyIt, copied),
        reading,
        html("h3", {}, "Or send it from here"),
        html(
          "p",
          { class: "nof1-small nof1-muted" },
          "Off until you name an endpoint. Nothing is sent before you have seen and approved it. A key, if the endpoint wants one, is read from the environment variable NOF1_LFM_KEY; it is shown and kept nowhere."
        ),
        obstacle,
        form,
        preview,
        html("div", { class: "nof1-row" }, words, cancel),
        fault
      )
    )
  );
  let props;
  const fields = () => ({
    press: "",
    url: url.value,
    model: model.value,
    topic: topic.value,
    private: own.checked,
    approve: ""
  });
  const press = (what, approve = "") => tell({ ...fields(), press: what, approve }, true);
  for (const each of [topic, url, model, own]) {
    keepKeys(each, signal);
    listen(each, "change", () => press(""), signal);
  }
  listen(look, "click", () => press("show"), signal);
  listen(back, "click", () => press("hide"), signal);
  listen(cancel, "click", () => press("cancel"), signal);
  listen(send, "click", () => props?.preview && press("send", props.preview.sha256), signal);
  const onCopy = async () => {
    set(reading, { open: true });
    const said = await copy(props?.question ?? "", question);
    if (!signal.aborted) write(copied, said);
  };
  listen(copyIt, "click", () => void onCopy(), signal);
  const isUsed = (node) => node.getRootNode().activeElement === node;
  const fill = (node, text) => {
    if (!isUsed(node) && node.value !== text) node.value = text;
  };
  const drawNotes = list(notes, (_, index) => String(index), line2("li"));
  const drawFault = list(fault, (_, index) => String(index), line2("p"));
  const drawObstacle = list(obstacle, (_, index) => String(index), line2("p"));
  const drawPresets = list(
    presets,
    (item) => item.url,
    (item) => ({ node: html("option", { value: item.url }), draw: () => {
    } })
  );
  return (next, part, waiting) => {
    props = next;
    if (!waiting) {
      fill(topic, part.topic);
      fill(url, part.url);
      fill(model, part.model);
      own.checked = part.private;
    }
    for (const each of [topic, url, model]) set(each, { maxlength: next.most });
    write(question, next.question);
    drawNotes(next.notes);
    show(notes, next.notes.length > 0);
    drawPresets(next.presets);
    set(url, { placeholder: next.presets[0]?.url ?? "" });
    write(
      examples,
      next.presets.map(({ name, url: at }) => name === at ? at : `${name}: ${at}`).join(" · ")
    );
    drawObstacle(next.obstacle);
    show(obstacle, next.obstacle.length > 0);
    show(form, next.obstacle.length === 0);
    const leaving = next.is_asking ? null : next.preview;
    show(preview, leaving !== null);
    write(wire, leaving?.text ?? "");
    write(note, leaving?.note ?? "");
    show(note, (leaving?.note ?? "") !== "");
    write(hash, leaving ? `SHA-256 ${leaving.sha256}` : "");
    set(look, { disabled: next.is_asking });
    show(look, leaving === null);
    write(words, next.words);
    show(words, next.words !== "");
    show(cancel, next.is_asking);
    drawFault(next.fault);
    show(fault, next.fault.length > 0);
  };
};
var ask_default = sheet("ask", CSS, view);
export {
  ask_default as default,
  view
};
