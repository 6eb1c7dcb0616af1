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

// src/lib/hidden.ts
var UNSEEN = [
  [0, 8],
  [11, 12],
  [14, 31],
  [127, 159],
  [173, 173],
  [847, 847],
  [1564, 1564],
  [4447, 4448],
  [6068, 6069],
  [6155, 6159],
  [8203, 8203],
  [8206, 8207],
  [8232, 8238],
  [8288, 8303],
  [10240, 10240],
  [12644, 12644],
  [65024, 65038],
  [65279, 65279],
  [65440, 65440],
  [65520, 65531],
  [55296, 57343],
  [917504, 921599]
];
var JOINERS = /* @__PURE__ */ new Set(["‌", "‍"]);
var isPlain = (letter) => letter === void 0 || letter < "";
function isUnseen(letter, before, after) {
  if (JOINERS.has(letter)) return isPlain(before) || isPlain(after);
  const number = letter.codePointAt(0) ?? 0;
  return number !== 32 && UNSEEN.some(([first, last]) => number >= first && number <= last);
}
var nameOf = (letter) => `⟨U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
function visible(text) {
  const letters = [...text.replaceAll("\r\n", "\n").replaceAll("\r", "\n")];
  return letters.map((letter, i) => isUnseen(letter, letters[i - 1], letters[i + 1]) ? nameOf(letter) : letter).join("");
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

// src/lib/how.ts
var SHAPES = {
  read: "M2 7l3 3 5-7",
  repaired: "M6 1.5 10.5 6 6 10.5 1.5 6z",
  guessed: "M6 1.5 11 10.5H1z",
  missing: "M6 2a4 4 0 1 0 .01 0z",
  edited: "M2 10l1-3 5.5-5.5 2 2L5 9z"
};
var WORDS = {
  read: "read",
  repaired: "repaired",
  guessed: "guessed",
  missing: "not said",
  edited: "by you"
};
var howWords = (how) => WORDS[how] ?? how;
function howMark() {
  const shape = svg("path", {});
  const picture = svg(
    "svg",
    { viewBox: "0 0 12 12", width: 12, height: 12, "aria-hidden": "true", class: "nof1-how-shape" },
    shape
  );
  const word = html("span");
  const node = html("span", { class: "nof1-how" }, picture, word);
  return {
    node,
    draw(how) {
      set(node, { "data-kind": how });
      set(shape, { d: SHAPES[how] ?? SHAPES.missing });
      write(word, howWords(how));
    }
  };
}

// src/candidate/detail.ts
function detailsOf(signal) {
  const body = html("div", { class: "nof1-detail" });
  const node = html(
    "details",
    { class: "nof1-more", "data-details": "" },
    html("summary", {}, "All that was said, and where it comes from"),
    body
  );
  let row;
  let unit = "";
  let shown = "";
  const fill = () => {
    if (!node.open || !row) return;
    const now = JSON.stringify([row.details, row.source, row.waterfall]);
    if (now === shown) return;
    shown = now;
    body.replaceChildren(...told(row, unit));
  };
  listen(node, "toggle", fill, signal);
  return {
    node,
    draw(next, nextUnit) {
      row = next;
      unit = nextUnit;
      fill();
    }
  };
}
function told(row, unit) {
  const parts = html("dl", { class: "nof1-said-parts" }, ...row.details.flatMap(part));
  const from = row.source ? `Read from “${visible(row.source.name)}”${row.source.hash ? `, whose SHA-256 begins with ${row.source.hash}` : ""}.` : "It was not read from a text.";
  const way = html(
    "ol",
    { class: "nof1-way-down" },
    ...row.waterfall.map((stage) => html("li", {}, ...stageWords(stage, unit)))
  );
  return [
    parts,
    html("p", { class: "nof1-small nof1-muted", "data-source": "", dir: "auto" }, from),
    html("h4", {}, "From what was said to what is believed"),
    way
  ];
}
function part({ label, text, how, quote, note: note2 }) {
  const mark = howMark();
  mark.draw(how);
  const said2 = html("span", { class: "nof1-said-text", dir: "auto" }, visible(text));
  const behind = quote ? [html("q", { class: "nof1-quote", dir: "auto" }, visible(quote))] : [];
  const remark = note2 ? [html("span", { class: "nof1-small nof1-muted", dir: "auto" }, visible(note2))] : [];
  return [
    html("dt", {}, label.charAt(0).toUpperCase() + label.slice(1), ...how ? [mark.node] : []),
    html("dd", {}, said2, ...behind, ...remark)
  ];
}
var stageWords = ({ label, mean, sd, note: note2 }, unit) => [
  html("strong", {}, `${label}: ${withUnit(plain(mean), unit)} ± ${plain(sd)}`),
  " ",
  visible(note2)
];

// src/candidate/words.ts
var lead = ({ measure: measure2, better, worthwhile, unit }) => `The effect on ${visible(measure2) || "the measure"}: ${better === "lower" ? "less" : "more"} is better, and ${withUnit(plain(worthwhile, 6), unit)} or more is worthwhile.`;
var span = ({ mean, low, high }, unit) => withUnit(plain(mean), unit) + (low < high ? `, 95% between ${plain(low)} and ${plain(high)}` : "");
function sentence({ unit }, row) {
  const name = visible(row.candidate.name);
  if (!row.believed) return `${name}: ${row.unsaid}`;
  const stated = row.stated ? `stated ${span(row.stated, unit)}; ` : "";
  return `${name}: ${stated}believed of you ${span(row.believed, unit)}. Better in ${frequency(row.p_benefit)}, worthwhile in ${frequency(row.p_worthwhile)}, best of all in ${frequency(row.p_best)}.`;
}
var tableRow = ({ candidate, stated, believed, ...row }) => [
  visible(candidate.name),
  plain(candidate.rank, 0),
  ...[stated, believed].flatMap((each) => [each?.mean, each?.low, each?.high].map((x) => plain(x))),
  percent(row.p_benefit),
  percent(row.p_worthwhile),
  percent(row.p_best)
];
var listed = (names) => names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
function note({ arms, reference, most }, { chosen }) {
  if (arms.length > 0)
    return `The schedule compares ${listed([...arms].map(visible))} with ${visible(reference)}. To test others, tick them on the schedule step and draw it anew.`;
  if (chosen.length === 0) return "Choose what to test. More than one is possible.";
  const full = chosen.length >= most ? ` A schedule holds ${most} at most.` : "";
  return `To be tested: ${listed(chosen.map(visible))}. The schedule step begins with ${chosen.length === 1 ? "it" : "them"}.${full}`;
}

// src/candidate/card.ts
var CHANCES = [
  ["benefit", "better", "p_benefit"],
  ["worthwhile", "worthwhile", "p_worthwhile"],
  ["best", "best of all", "p_best"]
];
function card(name, pictures, deeds, state, signal) {
  const called = visible(name);
  const rank = html("span", { class: "nof1-rank" });
  const arm = html("span", { class: "nof1-chip", "data-arm-chip": "" }, "in your schedule");
  const own = html("span", { class: "nof1-chip" }, "belief set by you");
  const why = html("p", { class: "nof1-why", dir: "auto", "data-rationale": "" });
  const picture = pictures.row();
  const unsaid = html("p", { class: "nof1-unsaid nof1-muted", dir: "auto", "data-unsaid": "" });
  const bars = CHANCES.map(([key, label]) => bar(key, label));
  const tick2 = html("span", { class: "nof1-tick", "aria-hidden": "true" });
  const wish = html("span", {}, "Test this one");
  const choose = html(
    "button",
    {
      type: "button",
      class: "nof1-button nof1-choose",
      "data-choose": "",
      "aria-label": `Test this one: ${called}`
    },
    tick2,
    wish
  );
  const off = html(
    "button",
    {
      type: "button",
      class: "nof1-button nof1-plain",
      "data-action": "remove",
      "aria-label": `Remove ${called}`
    },
    "Remove"
  );
  const more = detailsOf(signal);
  listen(choose, "click", () => deeds.choose(name), signal);
  listen(off, "click", () => deeds.remove(name), signal);
  const node = html(
    "li",
    { class: "nof1-card", "data-candidate": name },
    html("div", { class: "nof1-name" }, rank, html("h3", { dir: "auto" }, called), arm, own),
    html("div", { class: "nof1-picture" }, picture.node, unsaid),
    html("dl", { class: "nof1-chances" }, ...bars.map((each) => each.node)),
    why,
    html("div", { class: "nof1-acts" }, choose, off),
    more.node
  );
  return {
    node,
    draw(row) {
      const now = state();
      if (!now) return;
      const { props, part: part2 } = now;
      const [isChosen, isArm] = [part2.chosen.includes(name), props.arms.includes(name)];
      const isFull = part2.chosen.length >= props.most;
      write(rank, row.candidate.rank === null ? "–" : String(row.candidate.rank));
      set(rank, { title: row.candidate.rank === null ? "no rank was given" : "the model's rank" });
      write(why, visible(row.candidate.rationale));
      show(why, row.candidate.rationale !== "");
      show(arm, isArm);
      show(own, row.origin === "hand");
      write(unsaid, visible(row.unsaid));
      show(unsaid, row.unsaid !== "");
      set(node, { "data-known": row.believed !== null, "data-is-chosen": isChosen || isArm });
      CHANCES.forEach(([, , key], i) => {
        bars[i]?.draw(row[key]);
      });
      set(choose, {
        "aria-pressed": isChosen ? "true" : "false",
        disabled: props.locked || isFull && !isChosen
      });
      write(tick2, isChosen ? "✓" : "");
      show(choose, props.arms.length === 0);
      set(off, { disabled: props.locked });
      show(off, !isArm);
      picture.draw(row, sentence(props, row));
      more.draw(row, props.unit);
    }
  };
}
function bar(key, label) {
  const value = html("span", { class: "nof1-p" });
  const fill = html("span", { class: "nof1-fill" });
  const node = html(
    "div",
    { class: "nof1-chance", "data-p": key },
    html("dt", {}, label),
    html("dd", {}, html("span", { class: "nof1-track", "aria-hidden": "true" }, fill), value)
  );
  return {
    node,
    draw(p) {
      write(value, percent(p));
      fill.style.inlineSize = `${100 * (p ?? 0)}%`;
      set(node, { "data-value": p });
    }
  };
}

// src/lib/axis.ts
function scale(domain, range) {
  const span2 = domain[1] - domain[0] || 1;
  const slope = (range[1] - range[0]) / span2;
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
  const lead2 = x / power + 1e-9;
  return Number(((lead2 >= 5 ? 5 : lead2 >= 2 ? 2 : 1) * power).toPrecision(12));
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

// src/candidate/forest.ts
var HEIGHT = 60;
var SIDE = 14;
var [STATED, BELIEVED] = [20, 40];
function pictureWidth(width) {
  return width < 560 ? width : Math.round(clamp(width * 0.42, 240, 420));
}
function cut({ low, high, mean }, [from, to]) {
  return {
    low: clamp(low, from, to),
    high: clamp(high, from, to),
    mean: clamp(mean, from, to),
    isLeft: low < from,
    isRight: high > to
  };
}
function forest(head) {
  let x = scale([0, 1], [0, 1]);
  let now;
  let size = 240;
  let places = [];
  const marks = svg("g");
  const left = svg("text", { class: "nof1-way", x: SIDE, y: 12 });
  const right = svg("text", { class: "nof1-way", "text-anchor": "end", y: 12 });
  const axis = svg("svg", { class: "nof1-forest", "aria-hidden": "true", height: 40 }, marks, left, right);
  head.append(axis);
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
      places = ticks(...x.domain, Math.max(3, Math.floor(size / 80)));
      set(axis, { viewBox: `0 0 ${size} 40` });
      drawTicks(places);
      const isLess = props.better === "lower";
      write(left, isLess ? "← better" : "← worse");
      write(set(right, { x: size - SIDE }), isLess ? "worse →" : "better →");
    },
    row() {
      const zone = svg("rect", { class: "nof1-zone-worthwhile", y: 0, height: HEIGHT });
      const grid = svg("path", { class: "nof1-grid" });
      const zero = svg("line", { class: "nof1-zero", y1: 0, y2: HEIGHT });
      const person = svg("line", { class: "nof1-person", y1: BELIEVED, y2: BELIEVED });
      const middle = svg("line", { class: "nof1-middle", y1: BELIEVED - 4, y2: BELIEVED + 4 });
      const said2 = svg("path", { class: "nof1-said" });
      const dot = svg("rect", { class: "nof1-dot", y: STATED - 4, width: 8, height: 8 });
      const beyond = svg("path", { class: "nof1-beyond" });
      const node = svg(
        "svg",
        { class: "nof1-forest", role: "img", height: HEIGHT },
        zone,
        grid,
        zero,
        person,
        middle,
        said2,
        dot,
        beyond
      );
      return {
        node,
        draw({ stated, believed }, words) {
          set(node, { viewBox: `0 0 ${size} ${HEIGHT}`, "aria-label": words });
          const [from = 0, to = 0] = worthwhileZone(now, x.domain).map((value) => x.at(value));
          set(zone, { x: from, width: Math.max(0, to - from) });
          set(grid, { d: places.map((value) => `M${x.at(value)} 0V${HEIGHT}`).join("") });
          set(zero, { x1: x.at(0), x2: x.at(0) });
          const thin = stated && cut(stated, x.domain);
          const thick = believed && cut(believed, x.domain);
          set(said2, { d: thin ? whiskers(x.at(thin.low), x.at(thin.high), thin) : "" });
          set(dot, { x: x.at(thin?.mean ?? 0) - 4, visibility: thin ? null : "hidden" });
          const [low, high] = [x.at(thick?.low ?? 0), x.at(thick?.high ?? 0)];
          set(person, { x1: low, x2: high, visibility: thick ? null : "hidden" });
          const at = x.at(thick?.mean ?? 0);
          set(middle, { x1: at, x2: at, visibility: thick ? null : "hidden" });
          const ends = [...arrows(thin, STATED, x), ...arrows(thick, BELIEVED, x)];
          set(beyond, { d: ends.join("") });
        }
      };
    }
  };
}
function whiskers(low, high, { isLeft, isRight }) {
  const cap = (at) => `M${at} ${STATED - 5}V${STATED + 5}`;
  return `M${low} ${STATED}H${high}${isLeft ? "" : cap(low)}${isRight ? "" : cap(high)}`;
}
function arrows(seen, y, { range: [from, to] }) {
  const head = (at, by) => `M${at + by} ${y}l${-by} -6v12z`;
  return [...seen?.isLeft ? [head(from, -9)] : [], ...seen?.isRight ? [head(to, 9)] : []];
}
function worthwhileZone(props, [low, high]) {
  const amount = props?.worthwhile ?? 0;
  return props?.better === "lower" ? [low, Math.max(low, -amount)] : [Math.min(high, amount), high];
}
function tick(x) {
  const mark = svg("line", { class: "nof1-axis", y1: 34, y2: 40 });
  const text = svg("text", { "text-anchor": "middle", y: 30 });
  return {
    node: svg("g", {}, mark, text),
    draw(value) {
      const place = x().at(value);
      set(mark, { x1: place, x2: place });
      write(set(text, { x: place }), plain(value, 6));
    }
  };
}

// src/candidate/order.ts
var ORDERS = [
  ["rank", "the model's rank"],
  ["best", "chance of being best"],
  ["worthwhile", "chance of a worthwhile benefit"],
  ["benefit", "chance of any benefit"],
  ["stated", "width of what was stated"],
  ["name", "name"]
];
var LAST = Number.POSITIVE_INFINITY;
var KEYS = {
  rank: (row) => row.candidate.rank ?? LAST,
  benefit: (row) => -(row.order.benefit ?? -LAST),
  worthwhile: (row) => -(row.order.worthwhile ?? -LAST),
  best: (row) => -(row.order.best ?? -LAST),
  stated: (row) => row.stated && row.stated.low < row.stated.high ? row.stated.high - row.stated.low : LAST
};
function arranged(rows, order, words) {
  const wanted = words.trim().toLocaleLowerCase();
  const found = rows.filter((row) => wanted === "" || said(row).includes(wanted));
  const ranked = sorted(found, KEYS.rank);
  if (order === "name")
    return ranked.sort((one, other) => one.candidate.name.localeCompare(other.candidate.name));
  return sorted(ranked, KEYS[order]);
}
var said = ({ candidate, details }) => [candidate.name, ...details.map((detail) => detail.text)].join("\n").toLocaleLowerCase();
function sorted(rows, key) {
  return [...rows].sort((one, other) => {
    const [a, b] = [key(one), key(other)];
    return a === b ? 0 : a - b;
  });
}
var isUnlike = (rows) => rows.some((row) => row.p_benefit !== row.order.benefit || row.p_worthwhile !== row.order.worthwhile);

// src/candidate/style.ts
var CSS = `
[data-sheet="candidate"] {
  --nof1-columns: minmax(0, 1fr) clamp(240px, 42%, 420px) 208px;
  :is(.nof1-button, .nof1-input) { min-block-size: 44px; }
  .nof1-empty { padding: 24px; border: 1.5px dashed var(--nof1-line); border-radius: 12px; color: var(--nof1-muted); text-align: center; }
  .nof1-tools { display: grid; grid-template-columns: minmax(0, 240px) minmax(0, 240px) 1fr; gap: 8px 16px; align-items: end; }
  .nof1-tools > p { align-self: end; padding-block-end: 12px; }
  .nof1-tools > p:last-child { grid-column: 1 / -1; padding: 0; }
  .nof1-axis-row { display: grid; grid-template-columns: var(--nof1-columns); gap: 24px; position: sticky; inset-block-start: 0; z-index: 2; background: var(--nof1-ground, var(--nof1-paper)); padding-block-start: 4px; }
  .nof1-axis-row svg { grid-column: 2; }
  .nof1-way { font-weight: 600; }
  .nof1-cards { list-style: none; display: grid; border-block-start: 1px solid var(--nof1-line); margin-block-start: -16px !important; }
  .nof1-card { display: grid; grid-template-columns: var(--nof1-columns); gap: 4px 24px; align-items: center; padding-block: 12px 4px; border-block-end: 1px solid var(--nof1-line); position: relative; }
  .nof1-card[data-is-chosen]::before { content: ""; position: absolute; inset-block: 10px; inset-inline-start: -10px; inline-size: 3px; border-radius: 2px; background: var(--nof1-accent); }
  .nof1-card .nof1-name { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; min-inline-size: 0; }
  .nof1-card h3 { overflow-wrap: anywhere; min-inline-size: 0; flex: 1 1 0; min-inline-size: 8ch; }
  .nof1-rank { font-size: 22px; font-weight: 300; color: var(--nof1-muted); min-inline-size: 1.2ch; }
  .nof1-picture { position: relative; align-self: stretch; display: grid; align-items: center; }
  .nof1-unsaid { position: absolute; inset: 0; display: grid; place-items: center; text-align: center; font-size: 12.5px; font-style: italic; padding-inline: 12px; line-height: 1.3; }
  .nof1-card:not([data-known]) .nof1-picture { min-block-size: 60px; display: grid; align-items: center; }
  .nof1-card:not([data-known]) .nof1-forest { visibility: hidden; }
  .nof1-chances { display: grid; gap: 2px; }
  .nof1-chance { display: grid; grid-template-columns: 76px 1fr; gap: 8px; align-items: center; font-size: 12.5px; }
  .nof1-chance dt { color: var(--nof1-muted); }
  .nof1-chance dd { margin: 0; display: grid; grid-template-columns: 1fr 40px; gap: 8px; align-items: center; }
  .nof1-card:not([data-known]) .nof1-track { visibility: hidden; }
  .nof1-tools select { background: var(--nof1-paper); }
  .nof1-track { block-size: 6px; border-radius: 3px; background: color-mix(in srgb, var(--nof1-muted) 22%, transparent); overflow: hidden; }
  .nof1-fill { display: block; block-size: 100%; background: var(--nof1-accent); border-radius: 3px; }
  .nof1-p { font-weight: 650; font-size: 14px; text-align: end; }
  .nof1-why { grid-column: 1 / 3; color: var(--nof1-muted); white-space: pre-line; overflow-wrap: anywhere; max-inline-size: 72ch; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; padding-inline-start: calc(1.2ch + 22px); }
  .nof1-acts { grid-column: 3; display: flex; gap: 4px; align-items: center; justify-content: space-between; }
  .nof1-choose { display: inline-flex; align-items: center; gap: 8px; padding-inline: 12px !important; white-space: nowrap; }
  .nof1-tick { inline-size: 16px; block-size: 16px; border: 1.5px solid currentColor; border-radius: 4px; display: inline-grid; place-items: center; font-size: 12px; font-weight: 700; line-height: 1; }
  .nof1-choose[aria-pressed="true"] { background: color-mix(in srgb, var(--nof1-accent) 14%, transparent); border-color: var(--nof1-accent); color: var(--nof1-accent); }
  .nof1-more { grid-column: 1 / -1; }
  .nof1-more > summary { padding: 12px 0 12px calc(1.2ch + 22px) !important; font-size: 12.5px; }
  .nof1-detail { display: grid; gap: 12px; padding: 4px 0 16px calc(1.2ch + 22px); }
  .nof1-detail h4 { margin: 0; font-size: 13px; font-weight: 650; }
  .nof1-said-parts { display: grid; grid-template-columns: minmax(140px, 240px) minmax(0, 1fr); font-size: 13px; }
  .nof1-said-parts :is(dt, dd) { margin: 0; padding-block: 6px; border-block-end: 1px solid var(--nof1-line); }
  .nof1-said-parts dt { color: var(--nof1-muted); display: flex; flex-wrap: wrap; gap: 2px 10px; justify-content: space-between; align-items: baseline; }
  .nof1-said-parts dd { display: flex; flex-wrap: wrap; gap: 2px 14px; align-items: baseline; overflow-wrap: anywhere; padding-inline-start: 20px; }
  .nof1-said-parts dd > * { min-inline-size: 0; }
  .nof1-said-text { white-space: pre-line; }
  .nof1-quote { font: 12px/1.5 var(--jp-code-font-family, ui-monospace), ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; color: var(--nof1-muted); quotes: "“" "”"; white-space: pre-wrap; }
  .nof1-how { display: inline-flex; gap: 5px; align-items: center; white-space: nowrap; font-size: 12px; }
  .nof1-how-shape { inline-size: 12px !important; block-size: 12px; }
  .nof1-how-shape path { fill: none; stroke: currentColor; stroke-width: 1.6; }
  .nof1-how[data-kind="repaired"], .nof1-how[data-kind="guessed"] { color: var(--nof1-warn); }
  .nof1-how[data-kind="edited"] { color: var(--nof1-accent); }
  .nof1-way-down { padding-inline-start: 20px !important; display: grid; gap: 6px; font-size: 13px; max-inline-size: 76ch; }
  .nof1-sample svg { inline-size: 28px; }
  .nof1-zone-sample { inline-size: 20px; block-size: 14px; background: var(--nof1-good); opacity: 0.22; border-radius: 3px; }
  .nof1-zone-worthwhile { fill: var(--nof1-good); fill-opacity: 0.13; }
  .nof1-grid { stroke: var(--nof1-line); stroke-opacity: 0.6; fill: none; }
  .nof1-zero { stroke: var(--nof1-muted); stroke-width: 1.2; }
  .nof1-said { stroke: var(--nof1-ink); stroke-width: 1.4; fill: none; }
  .nof1-dot { fill: var(--nof1-ink); }
  .nof1-person { stroke: var(--nof1-accent); stroke-width: 7; stroke-linecap: round; }
  .nof1-sample .nof1-person { stroke-width: 6; }
  .nof1-middle { stroke: var(--nof1-paper); stroke-width: 2.5; }
  .nof1-beyond { fill: var(--nof1-ink); }
  .nof1-chosen { font-weight: 550; }
  .nof1-body[data-narrow] {
    .nof1-tools { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
    .nof1-tools > p { grid-column: 1 / -1; padding: 0; }
    :is(.nof1-card, .nof1-axis-row) { grid-template-columns: minmax(0, 1fr); }
    .nof1-axis-row svg { grid-column: 1; }
    .nof1-card { padding-block: 12px; gap: 6px; }
    .nof1-chances { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 12px; }
    .nof1-chance { grid-template-columns: 1fr; gap: 0; }
    .nof1-chance dd { grid-template-columns: 1fr; gap: 4px; }
    .nof1-p { order: -1; text-align: start; font-size: 18px; }
    :is(.nof1-why, .nof1-acts) { grid-column: 1; padding-inline-start: 0; }
    .nof1-more > summary { padding-inline-start: 0 !important; }
    .nof1-detail { padding-inline-start: 0; }
    .nof1-said-parts { grid-template-columns: minmax(0, 1fr); }
    .nof1-said-parts dt { border: 0; padding-block-end: 0; justify-content: flex-start; }
    .nof1-said-parts dd { padding-inline-start: 0; }
  }
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
    send(part2, settled) {
      queue = [...settled ? [] : queue.filter((message) => message.settled), { part: part2, settled }];
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
  const above2 = node.getRootNode();
  return above2 instanceof ShadowRoot ? above2.host : null;
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
    complain: (said2) => fault.say(said2 ?? {}),
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
  let part2 = current().part;
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
    if (isThere(props) && part2 !== null && part2 !== void 0)
      frame.attempt(() => draw(props, part2, isMoving || outgoing.isWaiting()));
    frame.wait(outgoing.isWaiting());
  };
  const tell = (next, settled) => {
    part2 = next;
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
    part2 = value.part;
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
  frame.onRetry(() => outgoing.send(part2, true));
  frame.attempt(() => {
    draw = view2(frame.body, tell, end.signal);
  });
  for (const [event, callback] of hooks) model.on(event, callback);
  onFault();
  redraw();
  return () => {
    if (isMoving) outgoing.send(part2, true);
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

// src/lib/ground.ts
function layGround(el) {
  for (let at = el; at; at = above(at)) {
    const color = getComputedStyle(at).backgroundColor;
    if (color && color !== "transparent" && !/^rgba\(.*, 0\)$/.test(color)) {
      el.style.setProperty("--nof1-ground", color);
      return;
    }
  }
  el.style.removeProperty("--nof1-ground");
}
function above(node) {
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
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

// src/candidate.ts
var without = (part2, name) => ({
  candidates: part2.candidates.filter((known) => known !== name),
  chosen: part2.chosen.filter((known) => known !== name)
});
var toggled = (part2, name) => ({
  ...part2,
  chosen: part2.candidates.filter((known) => part2.chosen.includes(known) !== (known === name))
});
var rowsOf = (props, part2) => part2.candidates.flatMap((name) => props.rows.filter((row) => row.candidate.name === name));
var view = (el, tell, signal) => {
  const title = html("h2", { tabindex: -1 }, "Candidates");
  const words = html("p", { dir: "auto", "data-sentence": "" });
  const leading = html("p", { class: "nof1-muted" });
  const tools = orderTools(() => draw(), signal);
  const axis = html("div", { class: "nof1-axis-row" });
  const rows = html("ol", { class: "nof1-cards" });
  const key = html(
    "div",
    { class: "nof1-row nof1-legend nof1-small nof1-muted" },
    sample("nof1-said", "as it was stated, 95%"),
    sample("nof1-person", "believed of you, 95%"),
    html(
      "span",
      { class: "nof1-legend-item" },
      html("span", { class: "nof1-zone-sample" }),
      "better by enough to matter"
    )
  );
  const chosen = html("p", { class: "nof1-chosen", role: "status", "data-chosen": "" });
  const empty = html(
    "p",
    { class: "nof1-empty" },
    "No candidate yet. Paste what your model said in the box above, or add one by hand there: a name is enough, and nothing is assumed about it."
  );
  const numbers = table("The candidates in numbers", [
    "Candidate",
    "Rank",
    "Stated",
    "From",
    "To",
    "Believed",
    "From",
    "To",
    "Better",
    "Worthwhile",
    "Best"
  ]);
  el.append(title, words, leading, empty, tools.node, key, axis, rows, chosen, numbers.node);
  let props;
  let part2 = { candidates: [], chosen: [] };
  const pictures = forest(axis);
  const width = followWidth(el, () => draw(), signal);
  const remove = (name) => {
    if (props?.locked) return;
    const place = [...rows.children].findIndex((node) => node.getAttribute("data-candidate") === name);
    tell(without(part2, name), true);
    const next = rows.children[Math.min(place, rows.children.length - 1)];
    (next?.querySelector('[data-action="remove"]') ?? title).focus();
  };
  const choose = (name) => {
    if (!props?.locked) tell(toggled(part2, name), true);
  };
  const drawRows = list(
    rows,
    (row) => row.candidate.name,
    (row) => card(row.candidate.name, pictures, { choose, remove }, () => props ? { props, part: part2 } : null, signal)
  );
  function draw() {
    if (!props) return;
    const all = rowsOf(props, part2);
    const shown = arranged(all, tools.order(), tools.filter());
    write(words, props.sentence);
    write(leading, lead(props));
    for (const node of [words, leading, rows, axis, key, numbers.node]) show(node, all.length > 0);
    show(tools.node, all.length > 1);
    show(empty, all.length === 0);
    tools.draw(all.length, shown.length, isUnlike(all));
    layGround(el);
    pictures.draw(props, width());
    drawRows(shown);
    write(chosen, note(props, part2));
    show(chosen, all.length > 0 && note(props, part2) !== "");
    numbers.draw(all.map(tableRow));
  }
  return (nextProps, nextPart) => {
    props = nextProps;
    part2 = nextPart;
    draw();
  };
};
function orderTools(redraw, signal) {
  const [sortId, filterId] = [freshId(), freshId()];
  const sort = html(
    "select",
    { id: sortId, class: "nof1-input", "data-sort": "" },
    ...ORDERS.map(([value, label]) => html("option", { value }, label))
  );
  const filter = html("input", {
    id: filterId,
    class: "nof1-input",
    type: "search",
    autocomplete: "off",
    "data-filter": ""
  });
  const count2 = html("p", { class: "nof1-small nof1-muted", role: "status", "data-count": "" });
  const unlike = html(
    "p",
    { class: "nof1-small nof1-muted" },
    "Sorted as if you were like the people of the evidence: being unlike them lowers nobody's place."
  );
  keepKeys(filter, signal);
  keepKeys(sort, signal);
  listen(sort, "change", redraw, signal);
  listen(filter, "input", redraw, signal);
  const order = () => (ORDERS.find(([value]) => value === sort.value) ?? ORDERS[0])[0];
  return {
    node: html(
      "div",
      { class: "nof1-tools" },
      html("div", { class: "nof1-field" }, html("label", { for: sortId }, "Sorted by"), sort),
      html("div", { class: "nof1-field" }, html("label", { for: filterId }, "Only those that say"), filter),
      count2,
      unlike
    ),
    order,
    filter: () => filter.value,
    draw(all, shown, isUnlike2) {
      write(count2, shown === all ? "" : `${shown} of ${all} shown`);
      show(count2, shown !== all);
      show(unlike, isUnlike2 && ["benefit", "worthwhile", "best"].includes(order()));
    }
  };
}
function sample(kind, words) {
  const line2 = svg("line", { class: kind, x1: 2, x2: 26, y1: 6, y2: 6 });
  const ends = kind === "nof1-said" ? [svg("path", { class: kind, d: "M2 2v8M26 2v8" })] : [];
  const picture = set(svg("svg", { viewBox: "0 0 28 12", width: 28, height: 12 }, line2, ...ends), {
    "aria-hidden": "true"
  });
  return html("span", { class: "nof1-legend-item nof1-sample" }, picture, words);
}
var candidate_default = sheet("candidate", CSS, view);
export {
  candidate_default as default,
  rowsOf,
  sentence,
  toggled,
  view,
  without
};
