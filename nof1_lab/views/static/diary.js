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
var withUnit = (text, unit) => unit ? `${text} ${unit}` : text;

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

// src/diary/page.ts
var entryOn = (part, day) => part.entries.find((entry) => entry.day === day);
var valueOn = (part, day) => entryOn(part, day)?.value ?? null;
function write2(part, day, value) {
  const rest = part.entries.filter((entry2) => entry2.day !== day);
  if (value === null) return { entries: rest };
  const entry = { day, value, note: entryOn(part, day)?.note ?? "" };
  return { entries: [...rest, entry].sort((one, other) => one.day - other.day) };
}
function annotate(part, day, note) {
  return { entries: part.entries.map((entry) => entry.day === day ? { ...entry, note } : entry) };
}
function allowed(props, value) {
  const [low, high] = bounds(props);
  return clamp(round(value, props.step), low, high);
}
var bounds = ({ low, high }) => [
  low ?? Number.NEGATIVE_INFINITY,
  high ?? Number.POSITIVE_INFINITY
];
function missing(props, part) {
  const written = part.entries.filter((entry) => entry.value !== null).map((entry) => entry.day);
  const until = props.today ?? Math.max(props.first_day - 1, ...written);
  const known = new Set(written);
  return props.days.map((day) => day.day).filter((day) => day <= until && !known.has(day));
}
function bouts(days) {
  const found = [];
  for (const { day, label, arm, status } of days) {
    const last = found.at(-1);
    if (last && last.label === label && last.status === status && last.to === day - 1)
      found[found.length - 1] = { ...last, to: day };
    else found.push({ label, arm, status, from: day, to: day });
  }
  return found;
}
function stretches(days) {
  return bouts(days.map((day) => ({ ...day, status: day.status === "run-in" ? "run-in" : "day" })));
}
var LEFT = 44;
var RIGHT = 12;
var TOP = 40;
var FOOT = 44;
var least = (room) => room < 480 ? 11 : 8;
function layout(props, room) {
  const count2 = Math.max(1, props.last_day - props.first_day + 1);
  const width = Math.max(room, LEFT + RIGHT + count2 * least(room));
  const height = room < 480 ? 280 : 320;
  const bottom = height - FOOT;
  const cell = (width - LEFT - RIGHT) / count2;
  const x = scale([props.first_day, props.first_day + 1], [LEFT + cell / 2, LEFT + cell / 2 + cell]);
  const y = scale(safeDomain(props.domain), [bottom - 10, TOP + 6]);
  const digits = Math.max(decimals(props.step), 2);
  const every = Math.max(1, ...[1, 2, 7, 14, 28, 56, 112].filter((n) => n * cell < 56).map((n) => n * 2));
  const stride = [1, 2, 7, 14, 28, 56, 112].find((n) => n >= every / 2 && n * cell >= 28) ?? 112;
  const days = Array.from({ length: count2 }, (_, i) => props.first_day + i);
  return {
    width,
    height,
    top: TOP,
    bottom,
    x,
    y,
    cell,
    yTicks: ticks(...y.domain, 5).map((value) => ({ y: y.at(value), text: plain(value, digits) })),
    xTicks: days.filter((day) => (day - 1) % stride === 0).map((day) => ({ x: x.at(day), text: plain(day, 0) })),
    runs: runs(props, x, y, cell)
  };
}
function runs(props, x, y, cell) {
  const labels = new Map(props.days.map((day) => [day.day, day.label]));
  const groups = [];
  for (const point of props.fitted) {
    const last = groups.at(-1)?.at(-1);
    const follows = last?.day === point.day - 1 && labels.get(last.day) === labels.get(point.day);
    if (follows) groups.at(-1)?.push(point);
    else groups.push([point]);
  }
  return groups.map((group) => ({
    label: labels.get(group[0]?.day ?? 0) ?? "",
    line: trace(group, (point) => point.mean, x, y, cell),
    band: `${trace(group, (point) => point.high, x, y, cell)}${trace([...group].reverse(), (point) => point.low, x, y, -cell).replace("M", "L")}Z`
  }));
}
function trace(group, height, x, y, cell) {
  const at = (point, shift) => `${(x.at(point.day) + shift).toFixed(1)},${clamp(y.at(height(point)), -20, 2e3).toFixed(1)}`;
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return "";
  return `M${[at(first, -cell / 2.4), ...group.map((point) => at(point, 0)), at(last, cell / 2.4)].join("L")}`;
}

// src/diary/chart.ts
function chart() {
  const hatch = freshId();
  const pattern = svg(
    "pattern",
    { id: hatch, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svg("line", { class: "nof1-hatch", x1: 0, x2: 0, y1: 0, y2: 7 })
  );
  const group = () => svg("g", { "aria-hidden": "true" });
  const [grid, ground, heads, fits, gaps, dots, foot] = [
    group(),
    group(),
    group(),
    group(),
    group(),
    group(),
    group()
  ];
  const bar = svg("rect", { class: "nof1-cursor-bar" });
  const mark = svg("path", { class: "nof1-cursor-mark" });
  const cursor = svg(
    "g",
    {
      class: "nof1-cursor",
      tabindex: 0,
      role: "slider",
      "data-handle": "day",
      "aria-orientation": "vertical"
    },
    bar,
    mark
  );
  const node = svg(
    "svg",
    { class: "nof1-diary-chart", role: "group" },
    svg("defs", {}, pattern),
    ground,
    grid,
    heads,
    fits,
    gaps,
    foot,
    cursor,
    dots
  );
  let now;
  const at = () => {
    if (!now) throw new Error("the chart has no layout yet");
    return now;
  };
  const scaleMarks = group();
  node.append(scaleMarks);
  const drawScale = list(scaleMarks, (_, i) => String(i), scaleText);
  const drawGrid = list(
    grid,
    (_, i) => String(i),
    () => gridLine(at)
  );
  const drawGround = list(
    ground,
    (bout) => String(bout.from),
    () => boutPiece(at, hatch)
  );
  const drawHeads = list(
    heads,
    (bout) => String(bout.from),
    () => headPiece(at)
  );
  const drawFits = list(fits, (_, i) => String(i), runPiece);
  const drawGaps = list(gaps, String, () => gapPiece(at));
  const drawDots = list(
    dots,
    (dot) => String(dot.day),
    () => dotPiece(at)
  );
  const drawFoot = list(
    foot,
    (_, i) => String(i),
    () => footPiece(at)
  );
  return {
    node,
    cursor,
    slide: (by) => void set(scaleMarks, { transform: by > 0 ? `translate(${by} 0)` : null }),
    draw(props, part, layout2, chosen) {
      now = layout2;
      const known = new Map(props.days.map((day) => [day.day, day]));
      set(node, {
        viewBox: `0 0 ${layout2.width} ${layout2.height}`,
        height: layout2.height,
        style: `min-inline-size: ${layout2.width}px`
      });
      drawGrid(layout2.yTicks);
      drawScale(layout2.yTicks);
      drawFoot(layout2.xTicks);
      drawGround(bouts(props.days));
      drawHeads(stretches(props.days));
      drawFits(layout2.runs);
      drawGaps(missing(props, part));
      drawDots(
        part.entries.flatMap(({ day, value }) => {
          const about = known.get(day);
          return value === null ? [] : [{ day, value, label: about?.label ?? "", isUsed: about?.status === "day" }];
        })
      );
      const x = layout2.x.at(chosen.day);
      set(bar, {
        x: x - layout2.cell / 2,
        y: layout2.top,
        width: layout2.cell,
        height: layout2.bottom - layout2.top
      });
      const height = chosen.proposal ?? (layout2.y.domain[0] + layout2.y.domain[1]) / 2;
      const marker = lookOf(known.get(chosen.day)?.label ?? "A").marker;
      set(mark, {
        d: marker,
        transform: `translate(${x.toFixed(1)} ${layout2.y.at(height).toFixed(1)})`,
        visibility: chosen.proposal === null ? "hidden" : null
      });
    }
  };
}
function gridLine(at) {
  const line2 = svg("line", { class: "nof1-axis" });
  return {
    node: line2,
    draw: (tick) => void set(line2, { x1: 44, x2: at().width - 12, y1: tick.y, y2: tick.y })
  };
}
function scaleText() {
  const text = svg("text", { class: "nof1-scale", "text-anchor": "end", x: 36 });
  return { node: text, draw: (tick) => void write(set(text, { y: tick.y + 4 }), tick.text) };
}
function footPiece(at) {
  const text = svg("text", { "text-anchor": "middle" });
  return { node: text, draw: (tick) => void write(set(text, { x: tick.x, y: at().bottom + 20 }), tick.text) };
}
function boutPiece(at, hatch) {
  const tint = svg("rect", { class: "nof1-bout" });
  const lines = svg("rect", { fill: `url(#${hatch})` });
  const node = svg("g", { class: "nof1-hued" }, tint, lines);
  return {
    node,
    draw(bout) {
      const { x, cell, top, bottom } = at();
      const box = {
        x: x.at(bout.from) - cell / 2,
        width: cell * (bout.to - bout.from + 1),
        y: top,
        height: bottom - top
      };
      set(node, { "data-status": bout.status, style: `--nof1-arm: ${lookOf(bout.label).color}` });
      set(tint, box);
      set(lines, { ...box, visibility: bout.status === "washout" ? null : "hidden" });
    }
  };
}
function headPiece(at) {
  const bar = svg("rect", { class: "nof1-head-bar", height: 5, rx: 2 });
  const text = svg("text", { class: "nof1-head-text", "text-anchor": "middle" });
  const node = svg("g", { class: "nof1-hued" }, bar, text);
  return {
    node,
    draw(bout) {
      const { x, cell, top } = at();
      const width = cell * (bout.to - bout.from + 1);
      const left = x.at(bout.from) - cell / 2;
      set(node, { "data-status": bout.status, style: `--nof1-arm: ${lookOf(bout.label).color}` });
      set(bar, { x: left + 1, y: top - 8, width: Math.max(1, width - 2) });
      const words = bout.status === "run-in" ? width > 50 ? "run-in" : "" : bout.label;
      write(set(text, { x: left + width / 2, y: top - 14, visibility: width < 12 ? "hidden" : null }), words);
    }
  };
}
function runPiece() {
  const band = svg("path", { class: "nof1-band" });
  const line2 = svg("path", { class: "nof1-fit" });
  const node = svg("g", { class: "nof1-hued" }, band, line2);
  return {
    node,
    draw(run) {
      set(node, { style: `--nof1-arm: ${lookOf(run.label).color}`, "data-fitted": run.label });
      set(band, { d: run.band });
      set(line2, { d: run.line, "stroke-dasharray": lookOf(run.label).dash });
    }
  };
}
function gapPiece(at) {
  const node = svg("path", { class: "nof1-gap", d: "M-3,-3L3,3M-3,3L3,-3" });
  return {
    node,
    draw(day) {
      set(node, {
        transform: `translate(${at().x.at(day).toFixed(1)} ${at().bottom - 6})`,
        "data-missing": day
      });
    }
  };
}
function dotPiece(at) {
  const hit = svg("circle", { class: "nof1-hit", r: 16 });
  const mark = svg("path", { class: "nof1-dot" });
  const node = svg("g", { class: "nof1-point nof1-hued" }, hit, mark);
  return {
    node,
    draw(dot) {
      const { x, y } = at();
      const { color, marker } = lookOf(dot.label || "A");
      set(node, {
        "data-point": dot.day,
        "data-value": dot.value,
        "data-used": dot.isUsed,
        style: `--nof1-arm: ${color}`,
        transform: `translate(${x.at(dot.day).toFixed(1)} ${y.at(dot.value).toFixed(1)})`
      });
      set(mark, { d: marker });
    }
  };
}

// src/diary/legend.ts
function legendItem() {
  const mark = svg("path", { class: "nof1-dot", transform: "translate(8 8)" });
  const item = html("span", { class: "nof1-legend-item nof1-hued" });
  const name = html("span", { dir: "auto" });
  item.append(svg("svg", { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" }, mark), name);
  return {
    node: item,
    draw([letter, arm]) {
      set(item, { style: `--nof1-arm: ${lookOf(letter).color}` });
      set(mark, { d: lookOf(letter).marker });
      write(name, `${letter}: ${arm}`);
    }
  };
}

// src/diary/style.ts
var CSS = `
[data-sheet="diary"] {
  .nof1-diary-chart { touch-action: pan-x pan-y; cursor: crosshair; }
  .nof1-bout { fill: var(--nof1-hue); fill-opacity: 0.06; }
  .nof1-hued[data-status="washout"] .nof1-bout { fill-opacity: 0.03; }
  .nof1-hued[data-status="run-in"] .nof1-bout { fill: none; }
  .nof1-hatch { stroke: var(--nof1-muted); stroke-width: 1; stroke-opacity: 0.4; }
  .nof1-head-bar { fill: var(--nof1-hue); }
  .nof1-hued[data-status="run-in"] .nof1-head-bar { fill: var(--nof1-line); }
  svg .nof1-head-text { font-weight: 650; fill: var(--nof1-ink); }
  svg .nof1-scale { paint-order: stroke; stroke: var(--nof1-paper); stroke-width: 5px; stroke-linejoin: round; pointer-events: none; }
  .nof1-band { fill: var(--nof1-hue); fill-opacity: 0.16; stroke: none; }
  .nof1-fit { fill: none; stroke: var(--nof1-hue); stroke-width: 2; }
  .nof1-gap { stroke: var(--nof1-muted); stroke-width: 1.5; fill: none; }
  .nof1-hit { fill: transparent; }
  .nof1-point { cursor: ns-resize; touch-action: none; }
  .nof1-dot { fill: var(--nof1-hue); stroke: var(--nof1-paper); stroke-width: 1.25; }
  .nof1-point:not([data-used]) .nof1-dot { fill: var(--nof1-paper); stroke: var(--nof1-hue); stroke-width: 1.75; }
  .nof1-point:hover .nof1-dot { stroke: var(--nof1-ink); }
  .nof1-cursor-bar { fill: var(--nof1-accent); fill-opacity: 0.1; }
  .nof1-cursor:focus-visible { outline: none; }
  .nof1-cursor:focus-visible .nof1-cursor-bar { stroke: var(--nof1-accent); stroke-width: 2; }
  .nof1-cursor-mark { fill: none; stroke: var(--nof1-accent); stroke-width: 2; stroke-dasharray: 2 2; }
  .nof1-about { font-size: 15px; min-block-size: 1.45em; }
  .nof1-form { display: grid; gap: 8px 16px; grid-template-columns: 96px minmax(120px, 200px) minmax(0, 1fr); align-items: end; }
  .nof1-form > :nth-child(4) { grid-column: 1 / -1; gap: 8px; }
  .nof1-legend-item svg { inline-size: 16px; }
  .nof1-body[data-narrow] .nof1-form { grid-template-columns: 88px minmax(0, 1fr); }
  .nof1-body[data-narrow] .nof1-form > :nth-child(n + 3) { grid-column: 1 / -1; }
}
`;

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
function spoken(iso) {
  const number = dayNumber(iso);
  if (number === null) return iso;
  const date = new Date(number * A_DAY);
  return `${DAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

// src/diary/words.ts
function describe(props, part, day) {
  const known = props.days.find((one) => one.day === day);
  const status = { "run-in": ", run-in", washout: ", wash-out (not analysed)", day: "" }[known?.status ?? "day"];
  const arm = known?.arm ? `, ${known.label ? `${known.label}: ` : ""}${known.arm}` : "";
  return `Day ${plain(day, 0)}${known ? `, ${spoken(known.date)}` : ""}${arm}${status}: ${valueWords(props, part, day)}`;
}
function valueWords(props, part, day) {
  const value = valueOn(part, day);
  return value === null ? "nothing recorded" : withUnit(plain(value, 6), props.unit);
}
function sentence(props, part) {
  const days = new Set(props.days.map((day) => day.day));
  const written = part.entries.filter((entry) => entry.value !== null && days.has(entry.day)).length;
  const gaps = missing(props, part).length;
  return `${written} of ${days.size} days recorded${gaps > 0 ? `, ${gaps} missed so far` : ""}.`;
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
      broken.say(describe2(error));
    }
  };
  root.addEventListener("nof1-broken", (event) => broken.say(describe2(event.detail)), {
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
var describe2 = (error) => ({
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

// src/diary.ts
var NEAR = 14;
var view = (el, tell, signal) => {
  let props;
  let part = { entries: [] };
  let day = Number.NaN;
  let proposal = null;
  const picture = chart();
  const title = html("h2");
  const words = html("p", { class: "nof1-muted", "data-sentence": "" });
  const legend = html("div", { class: "nof1-row nof1-legend nof1-small" });
  const about = html("p", { class: "nof1-about", "data-day-words": "" });
  const numbers = table("The diary in numbers", ["Day", "Date", "Arm", "Value", "Note"], (i) => i === 3);
  const earlier = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "earlier", "aria-label": "Day before" },
    "← Day before"
  );
  const later = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "later", "aria-label": "Next day" },
    "Next day →"
  );
  const strike = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "strike" },
    "Strike out"
  );
  const dayField = numberField(
    "Day",
    { "data-field": "day" },
    (value) => value !== null && choose(value),
    signal
  );
  const valueField = numberField(
    "Value",
    { "data-field": "value" },
    (value) => put(value, true),
    signal,
    true
  );
  const noteId = freshId();
  const note = html("input", {
    id: noteId,
    class: "nof1-input",
    type: "text",
    maxlength: 2e3,
    "data-field": "note"
  });
  const noteField = html("div", { class: "nof1-field" }, html("label", { for: noteId }, "Note"), note);
  const form = html(
    "div",
    { class: "nof1-form" },
    dayField.node,
    valueField.node,
    noteField,
    html("div", { class: "nof1-row" }, earlier, later, strike)
  );
  const scroll = html("div", { class: "nof1-scroll" }, picture.node);
  const empty = html(
    "p",
    { class: "nof1-muted" },
    "There is no schedule yet, so there are no days to write on. Draw one in the step before."
  );
  const key = html(
    "p",
    { class: "nof1-small nof1-muted" },
    "Hollow: recorded, not analysed. ×: missed. Hatched: wash-out."
  );
  const page = html(
    "div",
    { class: "nof1-body" },
    html("figure", { class: "nof1-body" }, legend, scroll, key),
    about,
    form,
    numbers.node
  );
  el.append(title, words, empty, page);
  const onWidth = () => {
    draw();
    reveal();
  };
  const width = followWidth(el, onWidth, signal);
  const reveal = () => {
    if (!props) return;
    const { x, cell } = layout(props, width());
    const [from, room] = [scroll.scrollLeft, scroll.clientWidth];
    const at = x.at(day);
    if (room > 0 && (at - cell < from || at + cell > from + room)) scroll.scrollLeft = at - room / 2;
  };
  const choose = (to) => {
    if (!props) return;
    day = clamp(Math.round(to), props.first_day, props.last_day);
    proposal = null;
    draw();
    reveal();
  };
  const put = (value, settled) => {
    if (!props || value === null && valueOn(part, day) === null) return;
    proposal = null;
    tell(write2(part, day, value === null ? null : allowed(props, value)), settled);
  };
  listen(scroll, "scroll", () => picture.slide(scroll.scrollLeft), signal);
  listen(earlier, "click", () => choose(day - 1), signal);
  listen(later, "click", () => choose(day + 1), signal);
  listen(strike, "click", () => put(null, true), signal);
  keepKeys(note, signal);
  listen(note, "change", () => tell(annotate(part, day, note.value.trim()), true), signal);
  const placeOf = (spot) => {
    if (!props) return null;
    const { x, y } = layout(props, width());
    return {
      day: clamp(Math.round(x.value(spot.x)), props.first_day, props.last_day),
      value: allowed(props, clamp(y.value(spot.y), ...y.domain))
    };
  };
  const isOnPoint = (spot, on) => {
    const value = valueOn(part, on);
    if (!props || value === null) return false;
    const { x, y } = layout(props, width());
    return Math.hypot(x.at(on) - spot.x, y.at(value) - spot.y) <= NEAR;
  };
  let before = part;
  let hadPoint = false;
  let tapped = null;
  drag(
    picture.node,
    picture.node,
    {
      start(spot) {
        const place = placeOf(spot);
        if (!place) return false;
        before = part;
        day = place.day;
        proposal = null;
        hadPoint = isOnPoint(spot, day);
        tapped = null;
        if (spot.isTouch && !hadPoint) tapped = place.value;
        else if (!hadPoint) put(place.value, false);
        draw();
        return true;
      },
      move(spot) {
        const place = placeOf(spot);
        if (place && tapped === null) put(place.value, false);
      },
      end(hasMoved) {
        picture.cursor.focus({ preventScroll: true });
        if (tapped !== null) {
          if (!hasMoved) put(tapped, true);
        } else if (hadPoint && !hasMoved) put(null, true);
        else tell(part, true);
      },
      cancel() {
        if (tapped === null) tell(before, true);
      }
    },
    signal
  );
  listen(picture.cursor, "keydown", (event) => onKey(event), signal);
  function onKey(event) {
    if (!props) return;
    if (!act(props, event)) return;
    event.preventDefault();
    event.stopPropagation();
  }
  function act(now, event) {
    const { key: key2 } = event;
    const steps = stepsOf(event);
    if (key2 === "Home") choose(now.first_day);
    else if (key2 === "End") choose(now.last_day);
    else if (key2 === "Enter" || key2 === " ") {
      if (proposal !== null) put(proposal, true);
    } else if (key2 === "Delete" || key2 === "Backspace") put(null, true);
    else if (key2 === "Escape" && proposal !== null) choose(day);
    else if (steps === null) return false;
    else if (key2 === "ArrowLeft" || key2 === "ArrowRight") choose(day + steps);
    else propose(now, steps);
    return true;
  }
  function propose(now, steps) {
    const [low, high] = now.domain;
    const from = proposal ?? valueOn(part, day) ?? nearest(part, day) ?? (low + high) / 2;
    proposal = allowed(now, from + steps * now.step);
    draw();
  }
  listen(
    picture.cursor,
    "blur",
    () => {
      if (proposal !== null) choose(day);
    },
    signal
  );
  const drawLegend = list(legend, ([letter]) => letter, legendItem);
  function draw() {
    if (!props) return;
    const now = props;
    const isNew = Number.isNaN(day);
    if (isNew) day = firstFree(now, part);
    day = clamp(day, now.first_day, now.last_day);
    const isEmpty = now.days.length === 0;
    show(empty, isEmpty);
    show(page, !isEmpty);
    write(title, now.measure ? `Diary: ${now.measure}` : "Diary");
    write(words, isEmpty ? "" : sentence(now, part));
    if (isEmpty) return;
    picture.draw(now, part, layout(now, width()), { day, proposal });
    set(picture.node, { "aria-label": `${now.measure}: ${sentence(now, part)}` });
    const text = describe(now, part, day);
    write(
      about,
      proposal === null ? text : `${text}. Enter writes ${withUnit(plain(proposal, 6), now.unit)}.`
    );
    if (isNew) reveal();
    drawCursor(now);
    drawFields(now);
    drawLegend(
      [
        ...new Map(
          now.days.flatMap((one) => one.arm && one.label ? [[one.label, one.arm]] : [])
        ).entries()
      ].sort()
    );
    numbers.draw(
      now.days.map((one) => [
        plain(one.day, 0),
        spoken(one.date),
        one.arm ?? "",
        plain(valueOn(part, one.day), 6),
        entryOn(part, one.day)?.note ?? ""
      ])
    );
  }
  function drawCursor(now) {
    const [low, high] = now.domain;
    const value = proposal ?? valueOn(part, day);
    const state = proposal === null ? valueWords(now, part, day) : `${withUnit(plain(proposal, 6), now.unit)}, not yet written: press Enter`;
    set(picture.cursor, {
      "aria-label": describe(now, part, day).split(":")[0] ?? "",
      "aria-valuemin": now.low ?? low,
      "aria-valuemax": now.high ?? high,
      "aria-valuenow": value ?? (low + high) / 2,
      "aria-valuetext": state
    });
  }
  function drawFields(now) {
    const [low, high] = bounds(now);
    const limits = { ...Number.isFinite(low) ? { low } : {}, ...Number.isFinite(high) ? { high } : {} };
    dayField.draw({ value: day, low: now.first_day, high: now.last_day, step: 1, digits: 0 });
    valueField.draw({
      value: valueOn(part, day),
      ...limits,
      step: now.step,
      digits: Math.max(6, decimals(now.step)),
      unit: now.unit
    });
    const said = entryOn(part, day)?.note ?? "";
    const isTyping = note.getRootNode().activeElement === note;
    if (!isTyping && note.value !== said) note.value = said;
    set(note, { disabled: entryOn(part, day) === void 0 });
    set(strike, { disabled: valueOn(part, day) === null });
    set(earlier, { disabled: day <= now.first_day });
    set(later, { disabled: day >= now.last_day });
  }
  return (nextProps, nextPart) => {
    props = nextProps;
    part = nextPart;
    draw();
  };
};
function nearest(part, day) {
  return part.entries.findLast((entry) => entry.value !== null && entry.day < day)?.value ?? null;
}
function firstFree(props, part) {
  const free = props.days.find((day) => valueOn(part, day.day) === null)?.day;
  return props.today ?? free ?? props.last_day;
}
var diary_default = sheet("diary", CSS, view);
export {
  diary_default as default,
  view
};
