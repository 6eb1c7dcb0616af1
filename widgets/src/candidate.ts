/** The candidate sheet: all that was proposed on one scale, where it came from, and which to test. */

import { card } from "./candidate/card.ts";
import { forest } from "./candidate/forest.ts";
import { arranged, isUnlike, ORDERS, type Order } from "./candidate/order.ts";
import { CSS } from "./candidate/style.ts";
import { lead, note, sentence, tableRow } from "./candidate/words.ts";
import { sheet, type View } from "./lib/door.ts";
import { freshId } from "./lib/field.ts";
import { keepKeys, listen } from "./lib/gesture.ts";
import { layGround } from "./lib/ground.ts";
import { html, list, set, show, svg, write } from "./lib/mark.ts";
import { table } from "./lib/table.ts";
import { followWidth } from "./lib/width.ts";

export interface Candidate {
  readonly name: string;
  readonly rank: number | null;
  readonly rationale: string;
}

export interface Belief {
  readonly mean: number;
  readonly sd: number;
  readonly low: number;
  readonly high: number;
}

export interface Detail {
  readonly label: string;
  readonly text: string;
  readonly how: string;
  readonly quote: string;
  readonly note: string;
}

export interface Stage {
  readonly label: string;
  readonly mean: number;
  readonly sd: number;
  readonly note: string;
}

export interface Chances {
  readonly benefit: number | null;
  readonly worthwhile: number | null;
  readonly best: number | null;
}

export interface CandidateRow {
  readonly candidate: Candidate;
  readonly origin: string;
  readonly stated: Belief | null;
  readonly believed: Belief | null;
  readonly p_benefit: number | null;
  readonly p_worthwhile: number | null;
  readonly p_best: number | null;
  /** The chances of somebody just like the people of the evidence: what is sorted by. */
  readonly order: Chances;
  readonly unsaid: string;
  readonly waterfall: readonly Stage[];
  readonly details: readonly Detail[];
  readonly source: { readonly name: string; readonly hash: string } | null;
}

export interface CandidatePart {
  readonly candidates: readonly string[];
  readonly chosen: readonly string[];
}

export interface CandidateProps {
  readonly unit: string;
  readonly better: string;
  readonly measure: string;
  readonly worthwhile: number;
  readonly domain: readonly number[];
  readonly sentence: string;
  readonly reference: string;
  readonly reference_p_best: number | null;
  readonly rows: readonly CandidateRow[];
  readonly arms: readonly string[];
  readonly most: number;
  readonly locked: boolean;
}

export const without = (part: CandidatePart, name: string): CandidatePart => ({
  candidates: part.candidates.filter((known) => known !== name),
  chosen: part.chosen.filter((known) => known !== name),
});

/** Chosen or not any more; the order is that of the candidates. */
export const toggled = (part: CandidatePart, name: string): CandidatePart => ({
  ...part,
  chosen: part.candidates.filter((known) => part.chosen.includes(known) !== (known === name)),
});

/** Every candidate that is still there, in the order of the part. */
export const rowsOf = (props: CandidateProps, part: CandidatePart): CandidateRow[] =>
  part.candidates.flatMap((name) => props.rows.filter((row) => row.candidate.name === name));

export const view: View<CandidateProps, CandidatePart> = (el, tell, signal) => {
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
      "better by enough to matter",
    ),
  );
  const chosen = html("p", { class: "nof1-chosen", role: "status", "data-chosen": "" });
  const empty = html(
    "p",
    { class: "nof1-empty" },
    "No candidate yet. Paste what your model said in the box above, or add one by hand there: a name is enough, and nothing is assumed about it.",
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
    "Best",
  ]);
  el.append(title, words, leading, empty, tools.node, key, axis, rows, chosen, numbers.node);

  let props: CandidateProps | undefined;
  let part: CandidatePart = { candidates: [], chosen: [] };
  const pictures = forest(axis);
  const width = followWidth(el, () => draw(), signal);

  const remove = (name: string): void => {
    if (props?.locked) return;
    const place = [...rows.children].findIndex((node) => node.getAttribute("data-candidate") === name);
    tell(without(part, name), true);
    const next = rows.children[Math.min(place, rows.children.length - 1)];
    (next?.querySelector<HTMLElement>('[data-action="remove"]') ?? title).focus();
  };
  const choose = (name: string): void => {
    if (!props?.locked) tell(toggled(part, name), true);
  };
  const drawRows = list<CandidateRow>(
    rows,
    (row) => row.candidate.name,
    (row) =>
      card(row.candidate.name, pictures, { choose, remove }, () => (props ? { props, part } : null), signal),
  );

  function draw(): void {
    if (!props) return;
    const all = rowsOf(props, part);
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
    write(chosen, note(props, part));
    show(chosen, all.length > 0 && note(props, part) !== "");
    numbers.draw(all.map(tableRow));
  }
  return (nextProps, nextPart) => {
    props = nextProps;
    part = nextPart;
    draw();
  };
};

interface Tools {
  readonly node: HTMLElement;
  order(): Order;
  filter(): string;
  draw(all: number, shown: number, isUnlike: boolean): void;
}

/** Sorting and filtering are ways to look: nothing in the study changes. */
function orderTools(redraw: () => void, signal: AbortSignal): Tools {
  const [sortId, filterId] = [freshId(), freshId()];
  const sort = html(
    "select",
    { id: sortId, class: "nof1-input", "data-sort": "" },
    ...ORDERS.map(([value, label]) => html("option", { value }, label)),
  );
  const filter = html("input", {
    id: filterId,
    class: "nof1-input",
    type: "search",
    autocomplete: "off",
    "data-filter": "",
  });
  const count = html("p", { class: "nof1-small nof1-muted", role: "status", "data-count": "" });
  const unlike = html(
    "p",
    { class: "nof1-small nof1-muted" },
    "Sorted as if you were like the people of the evidence: being unlike them lowers nobody's place.",
  );
  keepKeys(filter, signal);
  keepKeys(sort, signal);
  listen(sort, "change", redraw, signal);
  listen(filter, "input", redraw, signal);
  const order = (): Order => (ORDERS.find(([value]) => value === sort.value) ?? ORDERS[0])[0];
  return {
    node: html(
      "div",
      { class: "nof1-tools" },
      html("div", { class: "nof1-field" }, html("label", { for: sortId }, "Sorted by"), sort),
      html("div", { class: "nof1-field" }, html("label", { for: filterId }, "Only those that say"), filter),
      count,
      unlike,
    ),
    order,
    filter: () => filter.value,
    draw(all, shown, isUnlike) {
      write(count, shown === all ? "" : `${shown} of ${all} shown`);
      show(count, shown !== all);
      show(unlike, isUnlike && ["benefit", "worthwhile", "best"].includes(order()));
    },
  };
}

function sample(kind: string, words: string): HTMLElement {
  const line = svg("line", { class: kind, x1: 2, x2: 26, y1: 6, y2: 6 });
  const ends = kind === "nof1-said" ? [svg("path", { class: kind, d: "M2 2v8M26 2v8" })] : [];
  const picture = set(svg("svg", { viewBox: "0 0 28 12", width: 28, height: 12 }, line, ...ends), {
    "aria-hidden": "true",
  });
  return html("span", { class: "nof1-legend-item nof1-sample" }, picture, words);
}

export { sentence };
export default sheet("candidate", CSS, view);
