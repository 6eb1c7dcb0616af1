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
var SPELLED = /⟨U\+[0-9A-F]{4,6}⟩/g;
function stretches(text) {
  const found = [];
  let at = 0;
  const spelled = visible(text);
  for (const { 0: name, index } of spelled.matchAll(SPELLED)) {
    if (index > at) found.push({ text: spelled.slice(at, index), isUnseen: false });
    found.push({ text: name, isUnseen: true });
    at = index + name.length;
  }
  if (at < spelled.length) found.push({ text: spelled.slice(at), isUnseen: false });
  return found;
}
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

// src/inbox/review.ts
var counted = (count2, kind) => {
  const noun = kind === "candidates" ? "candidate" : "day";
  return `${count2} ${noun}${count2 === 1 ? "" : "s"}`;
};
function reviewOf(signal) {
  const head = html("tr");
  const body = html("tbody");
  const caption = html("caption");
  const accept = html("button", { type: "button", class: "nof1-button nof1-main", "data-action": "accept" });
  const cancel = html("button", { type: "button", class: "nof1-button", "data-action": "cancel" }, "Cancel");
  const grid = html(
    "div",
    { class: "nof1-scroll nof1-review" },
    html("table", { "data-review": "" }, caption, html("thead", {}, head), body)
  );
  const node = html(
    "div",
    { class: "nof1-body", hidden: true },
    grid,
    html("div", { class: "nof1-row" }, accept, cancel)
  );
  let ticked = /* @__PURE__ */ new Set();
  let props;
  let shown;
  const count2 = () => {
    const kind = props?.kind ?? "";
    write(accept, `Accept ${counted(ticked.size, kind)}`);
    set(accept, { disabled: ticked.size === 0 });
  };
  const row = () => {
    let place = 0;
    const tick = html("input", { type: "checkbox" });
    const node2 = html("tr");
    listen(
      tick,
      "change",
      () => {
        if (tick.checked) ticked.add(place);
        else ticked.delete(place);
        count2();
      },
      signal
    );
    return {
      node: node2,
      draw(item, index) {
        place = index;
        set(tick, {
          disabled: !item.ok,
          "data-row": index,
          "aria-label": `Accept ${item.cells[0] ?? `row ${index + 1}`}`
        });
        tick.checked = ticked.has(index);
        set(node2, { "data-ok": item.ok });
        const cells = item.cells.map((text) => html("td", { dir: "auto" }, text));
        node2.replaceChildren(
          html("td", { class: "nof1-tickbox" }, tick),
          ...cells,
          html("td", { class: "nof1-note" }, item.note)
        );
      }
    };
  };
  const drawRows = list(body, (_, i) => String(i), row);
  return {
    node,
    onAccept: (act) => listen(accept, "click", () => act([...ticked].sort((one, other) => one - other)), signal),
    onCancel: (act) => listen(cancel, "click", act, signal),
    draw(next) {
      props = next;
      show(node, next.rows.length > 0);
      if (JSON.stringify(shown) === JSON.stringify(next.rows)) return;
      shown = next.rows;
      ticked = new Set(next.rows.flatMap((item, i) => item.ok && item.chosen ? [i] : []));
      head.replaceChildren(
        ...["Take", ...next.columns, "Remark"].map((name) => html("th", { scope: "col" }, name))
      );
      write(caption, summary(next));
      drawRows(next.rows);
      count2();
    }
  };
}
function summary({ rows, kind }) {
  const bad = rows.filter((row) => !row.ok).length;
  const read = `${counted(rows.length, kind)} read`;
  return bad === 0 ? `${read}. Look them over, then accept.` : `${read}, ${bad} of them cannot be used; the remark says why.`;
}

// src/lib/number.ts
var MINUS = "−";
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

// src/inbox/field.ts
var LONG = /* @__PURE__ */ new Set(["rationale", "citations", "population"]);
var CHOICES = {
  scale: [
    ["", "not said (a difference)"],
    ["difference", "difference"],
    ["ratio", "ratio (1 is no effect)"],
    ["log_ratio", "logarithm of a ratio"],
    ["odds", "odds ratio"],
    ["log_odds", "logarithm of an odds ratio"]
  ],
  interval_kind: [
    ["", "not said"],
    ["mean_effect", "the mean effect in many people"],
    ["individual_effect", "the effect in one person"],
    ["unknown", "unknown"]
  ],
  direction: [
    ["", "not said"],
    ["lower", "lowers the measure"],
    ["higher", "raises the measure"]
  ],
  design: [
    ["", "not said"],
    ["trial", "trials that drew by chance"],
    ["cohort", "people observed"],
    ["mechanism", "how it should work"],
    ["none", "no evidence"]
  ]
};
function fieldOf(role, deeds, signal) {
  const id = freshId();
  const label = html("label", { for: id });
  const mark = howMark();
  const control = controlOf(role, id);
  const note = html("p", { class: "nof1-small nof1-muted", id: `${id}-note`, dir: "auto" });
  const back = html(
    "button",
    { type: "button", class: "nof1-button nof1-plain nof1-back", "data-action": "restore" },
    "As it was read"
  );
  const node = html(
    "div",
    { class: "nof1-part", "data-long": LONG.has(role) },
    html("div", { class: "nof1-part-head" }, label, mark.node),
    control,
    note,
    back
  );
  let state;
  let isTyping = false;
  const shown = () => state?.edit?.text ?? state?.field.text ?? "";
  const commit = () => {
    isTyping = false;
    if (control.value !== shown()) deeds.edit(role, control.value);
  };
  const giveUp = () => {
    if (isTyping && control.value !== shown()) control.value = shown();
    else if (state?.edit) deeds.restore(role);
    isTyping = false;
  };
  keepKeys(control, signal);
  const onInput = () => {
    isTyping = true;
  };
  listen(control, "input", onInput, signal);
  listen(control, "change", commit, signal);
  listen(
    control,
    "keydown",
    (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        giveUp();
      } else if (event.key === "Enter" && (!LONG.has(role) || event.ctrlKey || event.metaKey)) commit();
    },
    signal
  );
  listen(
    back,
    "click",
    () => {
      deeds.restore(role);
      control.focus();
    },
    signal
  );
  listen(node, "focusin", () => deeds.look(role), signal);
  listen(node, "focusout", () => deeds.look(null), signal);
  const onMove = ({ movementX, movementY }) => {
    if (movementX !== 0 || movementY !== 0) deeds.look(role);
  };
  listen(node, "pointermove", onMove, signal);
  listen(node, "pointerleave", () => deeds.look(null), signal);
  return {
    node,
    draw(next) {
      state = next;
      const { field, edit } = next;
      set(node, { "data-how": field.how });
      write(label, capital(field.label));
      mark.draw(field.how);
      set(back, { "aria-label": `${capital(field.label)}: as it was read` });
      show(back, edit !== void 0);
      write(note, field.note);
      show(note, field.note !== "");
      set(control, { "aria-describedby": field.note ? note.id : null });
      if (control instanceof HTMLSelectElement) offer(control, role, shown());
      if (!isTyping && control.value !== shown()) control.value = shown();
    }
  };
}
var capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);
function controlOf(role, id) {
  const common = { id, class: "nof1-input", "data-part": role, dir: "auto" };
  if (role in CHOICES) return html("select", common);
  if (LONG.has(role))
    return html("textarea", { ...common, rows: role === "rationale" ? 4 : 2, spellcheck: "false" });
  return html("input", { ...common, type: "text", autocomplete: "off", spellcheck: "false" });
}
function offer(select, role, now) {
  const known = CHOICES[role] ?? [];
  const all = known.some(([value]) => value === now) ? known : [...known, [now, now]];
  if (select.options.length === all.length && select.options.item(all.length - 1)?.value === all.at(-1)?.[0])
    return;
  select.replaceChildren(...all.map(([value, words]) => html("option", { value }, words)));
}

// src/inbox/row.ts
var textOf = (row, role) => row.fields.find((field) => field.role === role)?.text.trim() ?? "";
var nameOf2 = (row, index) => visible(textOf(row, "name") || row.cells[0] || `Row ${index + 1}`);
var minus = (text) => text.replaceAll(/(^|[^\w.])-(?=[\d.])/g, "$1−");
function percentOf(level) {
  const share = parse(level);
  return share !== null && share > 0 && share < 1 ? `${plain(100 * share, 2)}%` : level;
}
function claim(row) {
  const say = (role) => minus(visible(textOf(row, role)));
  const [estimate, lower, upper] = [say("estimate"), say("lower"), say("upper")];
  const interval = lower && upper ? `${percentOf(say("level"))} from ${lower} to ${upper}`.trim() : "";
  if (!estimate && !interval) return "no number was said";
  const middle = estimate ? `${estimate} ${say("unit")}`.trim() : "";
  return [middle, interval].filter(Boolean).join(", ");
}
var doubts = (row) => row.warnings.length;
var guesses = (row) => row.fields.filter((field) => field.how === "guessed").length;
function stateWords(row) {
  if (!row.ok) return "cannot be taken yet";
  if (doubts(row) > 0) return `${doubts(row)} ${doubts(row) === 1 ? "doubt" : "doubts"}`;
  return guesses(row) > 0 ? `${guesses(row)} guessed` : "ready";
}
function tone(row) {
  if (!row.ok) return "bad";
  if (doubts(row) > 0) return "warn";
  return guesses(row) > 0 ? "guessed" : "good";
}
function rowOf(index, deeds, signal) {
  const id = freshId();
  const tick = html("input", { type: "checkbox", "data-row": index });
  const box = html("label", { class: "nof1-tickbox" }, tick);
  const name = html("span", { class: "nof1-row-name", dir: "auto" });
  const said = html("span", { class: "nof1-muted nof1-row-claim", dir: "auto" });
  const chip = html("span", { class: "nof1-chip" });
  const arrow = svg(
    "svg",
    { viewBox: "0 0 12 12", width: 12, height: 12, class: "nof1-arrow", "aria-hidden": "true" },
    svg("path", { d: "M4 2l4 4-4 4" })
  );
  const head = html(
    "button",
    { type: "button", class: "nof1-row-head", "aria-controls": id, "data-open-row": index },
    arrow,
    name,
    said,
    chip
  );
  const body = html("div", { class: "nof1-row-body", id });
  const node = html(
    "li",
    { class: "nof1-found" },
    html("div", { class: "nof1-found-line" }, box, head),
    body
  );
  let inside;
  listen(tick, "change", () => deeds.tick(index, tick.checked), signal);
  listen(head, "click", () => deeds.open(index), signal);
  listen(
    head,
    "keydown",
    (event) => {
      const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (by === 0) return;
      event.preventDefault();
      deeds.step(index, by);
    },
    signal
  );
  return {
    node,
    draw({ row, isTicked, isOpen, edits }) {
      set(node, { "data-ok": row.ok, "data-doubts": doubts(row), "data-is-open": isOpen });
      const called = nameOf2(row, index);
      set(tick, { disabled: !row.ok, "aria-label": `Accept ${called}` });
      tick.checked = isTicked;
      write(name, called);
      write(said, claim(row));
      write(chip, stateWords(row));
      set(chip, { "data-tone": tone(row) });
      set(head, { "aria-expanded": isOpen ? "true" : "false" });
      show(body, isOpen);
      if (!isOpen) {
        inside = void 0;
        body.replaceChildren();
        return;
      }
      if (!inside) {
        inside = insideOf(index, deeds, signal);
        body.replaceChildren(...inside.nodes);
        deeds.host(inside.place);
      }
      inside.draw(row, edits);
    }
  };
}
function insideOf(index, deeds, signal) {
  const refused = html("p", { class: "nof1-trouble", role: "status", "data-refused": "" });
  const remark = html("p", { class: "nof1-small nof1-muted", dir: "auto", "data-remark": "" });
  const warnings = html("ul", { class: "nof1-warnings" });
  const there = html("div", { class: "nof1-parts" });
  const absent = html("div", { class: "nof1-parts" });
  const summary3 = html("summary");
  const more = html("details", { class: "nof1-absent", "data-missing": "" }, summary3, absent);
  const place = html("div", { class: "nof1-source-place" });
  const columns = html(
    "div",
    { class: "nof1-columns" },
    place,
    html("div", { class: "nof1-fields" }, there, more)
  );
  const own = {
    edit: (role, text) => deeds.edit(index, role, text),
    restore: (role) => deeds.restore(index, role),
    look: deeds.look
  };
  const key = ({ field }) => field.role;
  const make = ({ field }) => fieldOf(field.role, own, signal);
  const [drawThere, drawAbsent] = [list(there, key, make), list(absent, key, make)];
  const drawWarnings = list(
    warnings,
    (words) => words,
    (words) => ({ node: html("li", { "data-warning": "", dir: "auto" }, visible(words)), draw: () => {
    } })
  );
  let missing;
  return {
    nodes: [refused, warnings, remark, columns],
    place,
    draw(row, edits) {
      missing ??= new Set(
        row.fields.flatMap((field) => isMissing(field, edits, index) ? [field.role] : [])
      );
      const states = row.fields.map((field) => ({ field, edit: editOf(edits, index, field.role) }));
      write(refused, row.ok ? "" : visible(row.note));
      show(refused, !row.ok);
      const rest = row.ok ? remarks(row) : "";
      write(remark, visible(rest));
      show(remark, rest !== "");
      drawWarnings([...new Set(row.warnings)]);
      show(warnings, row.warnings.length > 0);
      drawThere(states.filter(({ field }) => !missing?.has(field.role)));
      drawAbsent(states.filter(({ field }) => missing?.has(field.role)));
      const left = row.fields.filter((field) => missing?.has(field.role) && field.how === "missing");
      write(summary3, left.length > 0 ? `${left.length} not said` : "Filled in");
      show(more, missing.size > 0);
    }
  };
}
var editOf = (edits, row, role) => edits.find((edit) => edit.row === row && edit.role === role);
var isMissing = (field, edits, row) => field.how === "missing" && field.note === "" && editOf(edits, row, field.role) === void 0;
var remarks = (row) => row.fields.reduce((words, field) => field.note ? words.replace(field.note, "") : words, row.note).replaceAll(/\s+/g, " ").trim();

// src/inbox/source.ts
var ALL = 12e3;
var AROUND = 2500;
function windowOf(text, cited) {
  if (text.length <= ALL) return [0, text.length];
  const ends = cited.flatMap(({ from, to }) => from === null || to === null ? [] : [from, to]);
  if (ends.length === 0) return [0, 2 * AROUND];
  const start = Math.max(0, Math.min(...ends) - AROUND);
  return [start, Math.min(text.length, Math.max(...ends) + AROUND, start + 2 * ALL)];
}
function bits(text, cited, [start, end]) {
  const there = cited.flatMap(
    ({ role, from, to }) => from === null || to === null || to <= from ? [] : [{ role, from, to }]
  );
  const inside = (at) => at > start && at < end;
  const cuts = /* @__PURE__ */ new Set([start, end, ...there.flatMap(({ from, to }) => [from, to]).filter(inside)]);
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(0, -1).map((from, i) => {
    const to = places[i + 1] ?? end;
    const roles = there.filter((one) => one.from <= from && one.to >= to).map((one) => one.role);
    return { text: text.slice(from, to), roles };
  });
}
function sourcePane() {
  const title = html("p", { class: "nof1-label" });
  const page = html("div", {
    class: "nof1-page",
    role: "region",
    "aria-label": "The text that was read",
    tabindex: 0,
    dir: "auto"
  });
  const node = html("div", { class: "nof1-source" }, title, page);
  let marks = [];
  let pick = () => {
  };
  let shown = "";
  let pointed = null;
  const fill = (text, cited) => {
    const span = windowOf(text, cited);
    marks = [];
    const nodes = bits(text, cited, span).map((bit) => {
      const inside = stretches(bit.text).map(
        ({ text: words, isUnseen: isUnseen2 }) => isUnseen2 ? html("span", { class: "nof1-unseen" }, words) : words
      );
      if (bit.roles.length === 0) return html("span", {}, ...inside);
      const mark = html("mark", { class: "nof1-cited" }, ...inside);
      marks.push({ node: mark, roles: bit.roles });
      return mark;
    });
    page.replaceChildren(
      ...span[0] > 0 ? [html("span", { class: "nof1-muted" }, "… ")] : [],
      ...nodes,
      ...span[1] < text.length ? [html("span", { class: "nof1-muted" }, " …")] : []
    );
  };
  const show2 = () => {
    let first;
    for (const mark of marks) {
      const isOn = pointed !== null && mark.roles.includes(pointed);
      set(mark.node, { "data-mark": isOn ? pointed : null });
      if (isOn) first ??= mark.node;
    }
    if (first) bring(page, first);
  };
  page.addEventListener("click", (event) => {
    const target = event.target?.closest("mark");
    const role = marks.find((mark) => mark.node === target)?.roles[0];
    if (role !== void 0) pick(role);
  });
  return {
    node,
    draw(name, text, cited) {
      write(title, `Where it stands in “${name}”`);
      const key = JSON.stringify([text.length, name, cited.map((one) => [one.role, one.from, one.to])]);
      if (key === shown && page.childElementCount > 0) return;
      shown = key;
      fill(text, cited);
      show2();
    },
    point(role) {
      if (role === pointed && role === null) return;
      pointed = role;
      show2();
    },
    onPick(act) {
      pick = act;
    }
  };
}
function bring(page, mark) {
  const top = mark.offsetTop - page.offsetTop;
  const isSeen = top >= page.scrollTop && top + mark.offsetHeight <= page.scrollTop + page.clientHeight;
  if (!isSeen) page.scrollTop = Math.max(0, top - page.clientHeight / 3);
}

// src/inbox/candidates.ts
function summary2(rows) {
  const refused = rows.filter((row) => !row.ok).length;
  const doubted = rows.filter((row) => row.ok && doubts(row) > 0).length;
  const ready = rows.length - refused - doubted;
  const parts = [
    ready > 0 ? `${ready} ready` : "",
    doubted > 0 ? `${doubted} with doubts` : "",
    refused > 0 ? `${refused} that cannot be taken yet` : ""
  ];
  return `${counted(rows.length, "candidates")} read: ${parts.filter(Boolean).join(", ")}.`;
}
var typedOver = (edits, edit) => [
  ...restored(edits, edit.row, edit.role),
  edit
];
var restored = (edits, row, role) => edits.filter((known) => known.row !== row || known.role !== role);
function firstOpen(rows) {
  const refused = rows.findIndex((row) => !row.ok);
  const doubted = rows.findIndex((row) => doubts(row) > 0);
  return refused >= 0 ? refused : Math.max(0, doubted);
}
function candidateReview(signal) {
  const words = html("p", {
    class: "nof1-summary",
    role: "status",
    tabindex: -1,
    "data-summary": ""
  });
  const all = html("input", { type: "checkbox", "data-action": "all" });
  const accept = html("button", { type: "button", class: "nof1-button nof1-main", "data-action": "accept" });
  const cancel = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "cancel" },
    "Start over"
  );
  const bar = html(
    "div",
    { class: "nof1-bar" },
    words,
    html(
      "div",
      { class: "nof1-row" },
      html("label", { class: "nof1-all" }, all, "All that can be taken"),
      accept,
      cancel
    )
  );
  const rows = html("ol", { class: "nof1-found-list", "data-review": "" });
  const node = html("div", { class: "nof1-candidates", hidden: true }, bar, rows);
  const pane = sourcePane();
  let props;
  let part;
  let source = "";
  let wishes = /* @__PURE__ */ new Map();
  let open2 = -1;
  let looked = null;
  let sendEdits = () => {
  };
  let sendRows = () => {
  };
  const isTicked = (row, index) => row.ok && (wishes.get(index) ?? row.chosen);
  const ticked = () => (props?.rows ?? []).flatMap((row, index) => isTicked(row, index) ? [index] : []);
  const focused = () => {
    const root = node.getRootNode();
    const at = root.activeElement;
    return at && rows.contains(at) ? at.getAttribute("data-part") ?? null : null;
  };
  const deeds = {
    tick(index, isOn) {
      wishes.set(index, isOn);
      redraw();
    },
    open(index) {
      open2 = open2 === index ? -1 : index;
      redraw();
    },
    edit: (row, role, text) => sendEdits(typedOver(part?.edits ?? [], { row, role, text })),
    restore: (row, role) => sendEdits(restored(part?.edits ?? [], row, role)),
    look(role) {
      looked = role ?? focused();
      pane.point(looked);
    },
    host: (place) => place.replaceChildren(pane.node),
    step(index, by) {
      const next = rows.querySelector(`[data-open-row="${index + by}"]`);
      next?.focus();
    }
  };
  pane.onPick((role) => rows.querySelector(`[data-part="${role}"]`)?.focus());
  const drawRows = list(
    rows,
    ({ index }) => String(index),
    ({ index }) => rowOf(index, deeds, signal)
  );
  listen(
    all,
    "change",
    () => {
      wishes = new Map((props?.rows ?? []).map((_, index) => [index, all.checked]));
      redraw();
    },
    signal
  );
  listen(accept, "click", () => sendRows(ticked()), signal);
  function redraw() {
    if (!props || !part) return;
    const { edits } = part;
    const chosen = ticked();
    drawRows(
      props.rows.map((row, index) => ({
        row,
        index,
        isTicked: isTicked(row, index),
        isOpen: index === open2,
        edits
      }))
    );
    const good = props.rows.filter((row) => row.ok).length;
    all.checked = good > 0 && chosen.length === good;
    all.indeterminate = chosen.length > 0 && chosen.length < good;
    set(all, { disabled: good === 0 });
    write(accept, `Accept ${counted(chosen.length, "candidates")}`);
    set(accept, { disabled: chosen.length === 0 });
    write(words, summary2(props.rows));
    const shownRow = props.rows[open2];
    if (shownRow) pane.draw(visible(part.name), props.shown ?? part.text, shownRow.fields);
    pane.point(looked);
  }
  return {
    node,
    onAccept(act) {
      sendRows = act;
    },
    onCancel: (act) => listen(cancel, "click", act, signal),
    onEdit(act) {
      sendEdits = act;
    },
    draw(next, nextPart) {
      const now = JSON.stringify([
        nextPart.name,
        nextPart.text.length,
        nextPart.data.length,
        next.rows.length
      ]);
      if (now !== source) {
        source = now;
        wishes = /* @__PURE__ */ new Map();
        open2 = firstOpen(next.rows);
        looked = null;
      }
      props = next;
      part = nextPart;
      show(node, next.rows.length > 0);
      redraw();
    }
  };
}

// src/inbox/file.ts
var sizeOf = (text) => new TextEncoder().encode(text).length;
var sizeOfData = (data) => Math.floor(3 * data.length / 4);
function sizeWords(bytes) {
  if (bytes < 1e3) return `${bytes} bytes`;
  if (bytes < 1e6) return `${Math.round(bytes / 1e3)} kB`;
  return `${Number((bytes / 1e6).toFixed(1))} MB`;
}
var tooLarge = (bytes, most) => bytes > most ? `This has ${sizeWords(bytes)}. At most ${sizeWords(most)} were expected. Leave out what is not needed, and try again.` : "";
var readFile = async (file, takesData = false) => decode(new Uint8Array(await file.arrayBuffer()), takesData);
function decode(bytes, takesData = false) {
  const [first, second] = bytes;
  if (first === 255 && second === 254) return fine(new TextDecoder("utf-16le").decode(bytes));
  if (first === 254 && second === 255) return fine(new TextDecoder("utf-16be").decode(bytes));
  if (bytes.includes(0) || first === 80 && second === 75) return takesData ? packed(bytes) : NO_TEXT;
  try {
    return fine(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return fine(new TextDecoder("windows-1252").decode(bytes));
  }
}
var NO_TEXT = {
  text: "",
  data: "",
  problem: "This file is not a text. A CSV, JSON or Markdown file is expected; save the sheet as CSV and choose that."
};
var fine = (text) => ({ text: text.replace(/^\uFEFF/, ""), data: "", problem: "" });
var CHUNK = 32768;
function packed(bytes) {
  let letters = "";
  for (let at = 0; at < bytes.length; at += CHUNK)
    letters += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return { text: "", data: btoa(letters), problem: "" };
}

// src/inbox/hand.ts
var FIELDS = [
  ["name", "Name", "such as Melatonin 0.5 mg"],
  ["estimate", "Effect, if known", "such as −0.6"],
  ["lower", "From", ""],
  ["upper", "To", ""]
];
function written(said) {
  const filled = Object.entries(said).flatMap(
    ([key, text]) => text.trim() === "" ? [] : [[key, key === "name" ? text.trim() : parse(text) ?? text.trim()]]
  );
  return JSON.stringify([Object.fromEntries(filled)], null, 2);
}
function handForm(send, signal) {
  const inputs = FIELDS.map(([key, label, hint]) => {
    const id = freshId();
    const input = html("input", {
      id,
      class: "nof1-input",
      type: "text",
      autocomplete: "off",
      maxlength: 200,
      inputmode: key === "name" ? "text" : "decimal",
      placeholder: hint,
      "data-hand": key
    });
    return {
      key,
      input,
      node: html("div", { class: "nof1-field" }, html("label", { for: id }, label), input)
    };
  });
  const trouble = html("p", { class: "nof1-hint", role: "alert", hidden: true });
  const go = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "by-hand" },
    "Look it over"
  );
  const form = html(
    "div",
    { class: "nof1-hand", role: "group", "aria-label": "A candidate of your own" },
    ...inputs.map(({ node }) => node),
    go,
    trouble
  );
  const submit = () => {
    const said = Object.fromEntries(inputs.map(({ key, input }) => [key, input.value]));
    const isNameless = (said.name ?? "").trim() === "";
    write(
      trouble,
      isNameless ? "It has no name yet. A few words are enough. Type them in the first field." : ""
    );
    show(trouble, isNameless);
    if (isNameless) {
      inputs[0]?.input.focus();
      return;
    }
    send(written(said));
    for (const { input } of inputs) input.value = "";
  };
  keepKeys(form, signal);
  listen(go, "click", submit, signal);
  listen(
    form,
    "keydown",
    (event) => event.key === "Enter" && event.target !== go && submit(),
    signal
  );
  return html("details", { class: "nof1-own", "data-own": "" }, html("summary", {}, "Add one by hand"), form);
}

// src/inbox/entry.ts
var FILES = {
  candidates: ".csv,.tsv,.txt,.json,.jsonl,.md,.xlsx",
  outcomes: ".csv,.tsv,.txt,.json,.md"
};
function entryOf(act, hintId, signal) {
  const fileId = freshId();
  const box = html("textarea", {
    class: "nof1-input nof1-paste",
    rows: 6,
    spellcheck: "false",
    dir: "auto",
    "aria-describedby": hintId,
    "data-field": "text",
    "aria-label": "Paste here"
  });
  const button = (action, kind2, words) => html("button", { type: "button", class: `nof1-button ${kind2}`, "data-action": action }, words);
  const read = button("read", "nof1-main", "Read it");
  const clear = button("clear", "nof1-plain", "Clear");
  const pick = html("input", { id: fileId, type: "file", class: "nof1-hidden-text", "data-field": "file" });
  const choose = html("label", { for: fileId, class: "nof1-button nof1-pick" }, "Choose a file");
  const drop = html(
    "div",
    { class: "nof1-drop" },
    box,
    html("div", { class: "nof1-row" }, read, pick, choose, clear)
  );
  let kind = "";
  let most = 0;
  const send = (name, text, data = "") => {
    const isEmpty = text.trim() === "" && data === "";
    const words = isEmpty ? "There is nothing to read yet. A text or a file was expected. Paste one, or choose a file." : tooLarge(data === "" ? sizeOf(text) : sizeOfData(data), most);
    act.complain(words);
    if (words === "") act.send({ name, text, data });
  };
  const open2 = async (file) => {
    if (!file) return;
    const words = tooLarge(file.size, most);
    act.complain(words);
    if (words) return;
    const { text, data, problem } = await readFile(file, kind === "candidates");
    if (signal.aborted) return;
    if (problem) act.complain(problem);
    else send(file.name, text, data);
  };
  const paste = () => send("pasted", box.value);
  const dropped = (transfer) => {
    const file = transfer?.files[0];
    if (file) return void open2(file);
    const text = transfer?.getData("text/plain") ?? "";
    if (text) {
      box.value = text;
      paste();
    }
  };
  const over = (event) => {
    event.preventDefault();
    set(drop, { "data-over": true });
  };
  keepKeys(box, signal);
  listen(read, "click", paste, signal);
  listen(clear, "click", act.clear, signal);
  listen(box, "paste", () => void setTimeout(() => !signal.aborted && paste()), signal);
  listen(
    box,
    "keydown",
    (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && paste(),
    signal
  );
  listen(
    pick,
    "change",
    () => {
      void open2(pick.files?.[0]);
      pick.value = "";
    },
    signal
  );
  listen(drop, "dragover", over, signal);
  listen(drop, "dragleave", () => set(drop, { "data-over": null }), signal);
  listen(
    drop,
    "drop",
    (event) => {
      event.preventDefault();
      set(drop, { "data-over": null });
      dropped(event.dataTransfer);
    },
    signal
  );
  const own = handForm((text) => send("typed by hand", text), signal);
  return {
    node: html("div", { class: "nof1-entries" }, drop, own),
    draw(state) {
      ({ kind, most } = state);
      set(pick, { accept: FILES[kind] ?? FILES.outcomes });
      show(clear, state.hasPart || box.value !== "");
      show(own, kind === "candidates");
    },
    empty() {
      box.value = "";
    }
  };
}

// src/inbox/style.ts
var CSS = `
[data-sheet="inbox"] {
  :is(.nof1-button, .nof1-input) { min-block-size: 44px; }
  .nof1-entries { display: grid; gap: 8px; }
  .nof1-drop { display: grid; gap: 12px; padding: 16px; border: 1.5px dashed var(--nof1-line); border-radius: 12px; }
  .nof1-drop[data-over] { border-color: var(--nof1-accent); background: var(--nof1-soft); }
  .nof1-paste { font-family: var(--jp-code-font-family, ui-monospace), ui-monospace, SFMono-Regular, Menlo, Consolas, monospace !important; font-size: 13px !important; resize: vertical; min-block-size: 112px !important; }
  .nof1-pick { display: inline-flex; align-items: center; }
  input[type="file"]:focus-visible + .nof1-pick { outline: 3px solid var(--nof1-accent); outline-offset: 2px; }
  .nof1-own > summary { padding-block: 12px !important; }
  .nof1-hand { display: grid; grid-template-columns: minmax(0, 2fr) repeat(3, minmax(0, 1fr)) auto; gap: 12px; align-items: end; padding: 4px 16px 16px; }
  .nof1-hand > .nof1-hint { grid-column: 1 / -1; }
  .nof1-trouble { padding: 12px 16px; border-radius: 8px; border-inline-start: 4px solid var(--nof1-bad); background: var(--nof1-soft); white-space: pre-line; overflow-wrap: anywhere; }
  .nof1-done { padding: 12px 16px; border-radius: 8px; border-inline-start: 4px solid var(--nof1-good); background: var(--nof1-soft); }
  .nof1-notes { padding-inline-start: 18px !important; }
  .nof1-review { max-block-size: 420px; overflow: auto; }
  .nof1-review thead th { position: sticky; inset-block-start: 0; background: var(--nof1-paper); z-index: 1; }
  .nof1-review td { overflow-wrap: break-word; max-inline-size: 34ch; }
  .nof1-review td:nth-child(2) { min-inline-size: 14ch; }
  .nof1-review .nof1-note { min-inline-size: 18ch; }
  .nof1-review tr:not([data-ok]) td { color: var(--nof1-muted); }
  .nof1-review tr:not([data-ok]) .nof1-note { color: var(--nof1-bad); }
  .nof1-tickbox { inline-size: 44px; min-block-size: 44px; }

  .nof1-candidates { container-type: inline-size; }
  .nof1-bar { position: sticky; inset-block-start: 0; z-index: 3; display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; justify-content: space-between; padding-block: 8px; background: var(--nof1-ground, var(--nof1-paper)); border-block-end: 1px solid var(--nof1-line); }
  .nof1-summary { font-weight: 600; flex: 1 1 260px; }
  .nof1-all { display: inline-flex; gap: 12px; align-items: center; min-block-size: 44px; cursor: pointer; }
  .nof1-found-list { list-style: none; display: grid; }
  .nof1-found { border-block-end: 1px solid var(--nof1-line); }
  .nof1-found-line { display: flex; align-items: stretch; }
  .nof1-found .nof1-tickbox { display: grid; place-items: center; cursor: pointer; flex: none; }
  .nof1-row-head { display: grid; grid-template-columns: 16px minmax(0, 1fr) minmax(0, 1.1fr) 168px; gap: 4px 12px; align-items: center; flex: 1; min-inline-size: 0; min-block-size: 48px; padding: 8px; border: 0; border-radius: 8px; background: transparent; text-align: start; cursor: pointer; }
  .nof1-row-head:hover { background: var(--nof1-soft); }
  .nof1-row-name { font-weight: 600; overflow-wrap: anywhere; }
  .nof1-found:not([data-ok]) .nof1-row-name { font-weight: 500; color: var(--nof1-muted); }
  .nof1-row-claim { overflow-wrap: anywhere; }
  .nof1-arrow path { fill: none; stroke: var(--nof1-muted); stroke-width: 1.8; }
  [aria-expanded="true"] .nof1-arrow { transform: rotate(90deg); }
  .nof1-found .nof1-chip { justify-self: end; white-space: nowrap; }
  .nof1-chip::before { content: "✓"; font-size: 11px; }
  .nof1-chip[data-tone="good"] { border-color: var(--nof1-good); color: var(--nof1-ink); }
  .nof1-chip[data-tone="good"]::before { color: var(--nof1-good); font-weight: 700; }
  .nof1-chip[data-tone="warn"]::before { content: "?"; font-weight: 700; }
  .nof1-chip[data-tone="guessed"]::before { content: "△"; }
  .nof1-chip[data-tone="bad"] { border-color: var(--nof1-bad); color: var(--nof1-bad); }
  .nof1-chip[data-tone="bad"]::before { content: "✕"; }

  .nof1-row-body { display: grid; gap: 12px; padding: 4px 0 24px 44px; }
  .nof1-columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 42%); gap: 16px 24px; align-items: start; }
  .nof1-source-place { grid-column: 2; grid-row: 1; position: sticky; inset-block-start: 68px; }
  .nof1-fields { grid-column: 1; grid-row: 1; display: grid; gap: 8px; min-inline-size: 0; }
  .nof1-parts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 190px), 1fr)); gap: 14px 16px; align-items: start; }
  .nof1-part { display: grid; gap: 4px; min-inline-size: 0; }
  .nof1-part[data-long] { grid-column: 1 / -1; }
  .nof1-part-head { display: flex; gap: 8px; justify-content: space-between; align-items: baseline; font-size: 12.5px; }
  .nof1-part-head label { color: var(--nof1-muted); font-weight: 550; }
  .nof1-part select { background: var(--nof1-paper); }
  .nof1-part textarea { resize: vertical; }
  .nof1-part:is([data-how="repaired"], [data-how="guessed"]) .nof1-input { border-color: var(--nof1-warn); }
  .nof1-part[data-how="guessed"] .nof1-input { border-style: dashed; }
  .nof1-part[data-how="edited"] .nof1-input { border-color: var(--nof1-accent); }
  .nof1-back { justify-self: start; padding-inline: 0 !important; font-size: 12.5px !important; }
  .nof1-how { display: inline-flex; gap: 5px; align-items: center; color: var(--nof1-muted); white-space: nowrap; }
  .nof1 .nof1-how-shape, .nof1-how-shape { inline-size: 12px !important; block-size: 12px; }
  .nof1-how-shape path { fill: none; stroke: currentColor; stroke-width: 1.6; }
  .nof1-how[data-kind="repaired"], .nof1-how[data-kind="guessed"] { color: var(--nof1-warn); font-weight: 600; }
  .nof1-how[data-kind="repaired"] path { fill: currentColor; }
  .nof1-how[data-kind="edited"] { color: var(--nof1-accent); font-weight: 600; }
  .nof1-absent > summary { padding-block: 12px !important; }

  .nof1-source { display: grid; gap: 6px; }
  .nof1-source .nof1-label { overflow-wrap: anywhere; }
  .nof1-page { position: relative; max-block-size: min(60vh, 460px); overflow: auto; padding: 12px; border: 1px solid var(--nof1-line); border-radius: 8px; background: var(--nof1-soft); white-space: pre-wrap; overflow-wrap: anywhere; font: 12.5px/1.6 var(--jp-code-font-family, ui-monospace), ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
  .nof1-cited { background: transparent; color: inherit; border-block-end: 2px dotted var(--nof1-muted); cursor: pointer; }
  .nof1-cited[data-mark] { background: color-mix(in srgb, var(--nof1-accent) 26%, transparent); border-block-end: 2px solid var(--nof1-accent); border-radius: 2px; }
  .nof1-unseen { color: var(--nof1-bad); font-weight: 600; border: 1px solid currentColor; border-radius: 3px; padding-inline: 2px; font-size: 11px; white-space: nowrap; }

  @container (max-width: 719px) {
    .nof1-bar { position: static; }
    .nof1-row-head { grid-template-columns: 16px minmax(0, 1fr) auto; }
    .nof1-row-claim { grid-column: 2 / -1; grid-row: 2; }
    .nof1-row-body { padding-inline-start: 0; }
    .nof1-columns { grid-template-columns: minmax(0, 1fr); }
    .nof1-source-place { grid-column: 1; grid-row: 1; inset-block-start: 0; z-index: 2; background: var(--nof1-ground, var(--nof1-paper)); padding-block-end: 8px; }
    .nof1-page { max-block-size: 132px; }
    .nof1-fields { grid-row: 2; }
  }
  .nof1-body[data-narrow] .nof1-hand { grid-template-columns: repeat(3, minmax(0, 1fr)); padding-inline: 0; }
  .nof1-body[data-narrow] .nof1-hand > :is(:first-child, button) { grid-column: 1 / -1; }
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

// src/inbox.ts
var EMPTY = { name: "", text: "", accept: null, data: "", edits: [] };
var isThere2 = (part) => part.text !== "" || part.data !== "";
var view = (el, tell, signal) => {
  const hintId = freshId();
  const title = html("h2", { tabindex: -1 });
  const hint = html("p", { class: "nof1-muted", id: hintId });
  const trouble = html("p", { class: "nof1-trouble", role: "alert", dir: "auto", "data-problem": "" });
  const done = html("p", { class: "nof1-done", role: "status", "data-done": "" });
  const source = html("p", { class: "nof1-small nof1-muted", dir: "auto", "data-source": "" });
  const notes = html("ul", { class: "nof1-notes nof1-small nof1-muted", "data-notes": "" });
  const place = html("div");
  let part = EMPTY;
  let said = "";
  const complain = (words) => {
    said = words;
    write(trouble, words);
    show(trouble, words !== "");
  };
  const cancel = () => {
    complain("");
    entry.empty();
    tell(EMPTY, true);
  };
  const entry = entryOf(
    { complain, clear: cancel, send: (sent) => tell({ ...EMPTY, ...sent }, true) },
    hintId,
    signal
  );
  el.append(title, hint, entry.node, trouble, done, source, notes, place);
  const begin = (kind) => {
    const found = kind === "candidates" ? candidateReview(signal) : reviewOf(signal);
    found.onAccept((accept) => tell({ ...part, accept }, true));
    found.onCancel(() => {
      cancel();
      title.focus();
    });
    found.onEdit?.((edits) => tell({ ...part, accept: null, edits }, true));
    place.append(found.node);
    return (props) => found.draw(props, part);
  };
  let review;
  const follow = (target, from) => {
    const root = el.getRootNode();
    return from.contains(root.activeElement) ? () => target?.focus() : () => {
    };
  };
  const drawNotes = list(
    notes,
    (words) => words,
    (words) => ({ node: html("li", { dir: "auto" }, visible(words)), draw: () => {
    } })
  );
  return (next, nextPart, waiting) => {
    if (isThere2(part) && !isThere2(nextPart)) entry.empty();
    part = nextPart;
    const isReview = next.kind === "candidates" && next.rows.length > 0;
    write(title, next.title);
    write(hint, next.hint);
    write(done, next.done);
    show(done, next.done !== "");
    const problem = said || next.problem;
    write(trouble, visible(problem));
    show(trouble, problem !== "");
    entry.draw({ kind: next.kind, most: next.max_bytes, hasPart: isThere2(part) });
    const go = isReview ? follow(place.querySelector("[data-summary]"), entry.node) : follow(title, place);
    for (const node of [entry.node, hint]) show(node, !isReview);
    show(source, isThere2(part) && !isReview);
    const size = part.data === "" ? sizeOf(part.text) : sizeOfData(part.data);
    const state = waiting && next.rows.length === 0 ? ": being read" : "";
    write(source, isThere2(part) ? `${visible(part.name)}, ${sizeWords(size)}${state}` : "");
    drawNotes([...new Set(next.notes)]);
    show(notes, next.notes.length > 0);
    layGround(el);
    review ??= begin(next.kind);
    review(next);
    if (isReview || next.rows.length === 0) go();
  };
};
var inbox_default = sheet("inbox", CSS, view);
export {
  EMPTY,
  inbox_default as default,
  view
};
