/** The candidate sheet: what was proposed, in the order it was ranked, on one axis, and a way to put one aside. */

import { type Forest, forest, type Span, spansOf } from "./candidate/forest.ts";
import { CSS } from "./candidate/style.ts";
import { sheet, type View } from "./lib/door.ts";
import { listen } from "./lib/gesture.ts";
import { html, list, type Piece, set, show, svg, write } from "./lib/mark.ts";
import { frequency, percent, plain, withUnit } from "./lib/number.ts";
import { table } from "./lib/table.ts";
import { followWidth } from "./lib/width.ts";

export interface Candidate {
  readonly name: string;
  readonly rank: number | null;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly level: number;
  readonly interval_kind: string;
  readonly rationale: string;
  readonly model: string;
  readonly citations: readonly string[];
}

export interface CandidatePart {
  readonly candidates: readonly Candidate[];
}

export interface CandidateRow {
  readonly name: string;
  readonly p_benefit: number | null;
  readonly p_worthwhile: number | null;
  readonly waterfall: readonly {
    readonly label: string;
    readonly mean: number;
    readonly sd: number;
    readonly note: string;
  }[];
}

export interface CandidateProps {
  readonly unit: string;
  readonly better: string;
  readonly measure: string;
  readonly worthwhile: number;
  readonly domain: readonly [number, number];
  readonly rows: readonly CandidateRow[];
  readonly locked: boolean;
}

export interface Line {
  readonly candidate: Candidate;
  readonly row: CandidateRow | undefined;
  readonly span: Span;
}

export const without = (part: CandidatePart, name: string): CandidatePart => ({
  ...part,
  candidates: part.candidates.filter((candidate) => candidate.name !== name),
});

/** Every candidate with what Python worked out for it; the order of the part is kept. */
export function lines(props: CandidateProps, part: CandidatePart): Line[] {
  return part.candidates.map((candidate) => {
    const row = props.rows.find((known) => known.name === candidate.name);
    return { candidate, row, span: spansOf(candidate, row) };
  });
}

/** One sentence for one candidate. */
export function sentence(props: CandidateProps, { candidate, row }: Line): string {
  const { name, estimate, lower, upper, level } = candidate;
  if (estimate === null && lower === null) return `${name}: no estimate was given.`;
  const interval =
    lower !== null && upper !== null
      ? `, ${plain(level * 100, 1)}% between ${plain(lower)} and ${plain(upper)}`
      : "";
  const chance = row?.p_benefit == null ? "" : ` For this person: better in ${frequency(row.p_benefit)}.`;
  return `${name}: ${withUnit(plain(estimate), props.unit)}${interval}.${chance}`;
}

const WHOSE = "It is not said whom the interval is for, so it is read as the average person's.";
const KINDS: ReadonlyMap<string, string> = new Map([
  ["mean_effect", "The interval is for the average person, so the spread between people is added."],
  ["individual_effect", "The interval is for one person."],
]);

/** Where a candidate comes from, as plain sentences. */
export function provenance(candidate: Candidate): string[] {
  const hasInterval = candidate.lower !== null && candidate.upper !== null;
  return [
    ...(candidate.model ? [`Proposed by ${candidate.model}.`] : []),
    ...(hasInterval ? [KINDS.get(candidate.interval_kind) ?? WHOSE] : []),
    ...candidate.citations,
  ];
}

export const view: View<CandidateProps, CandidatePart> = (el, tell, signal) => {
  const title = html("h2", { tabindex: -1 });
  const lead = html("p", { class: "nof1-muted" });
  const rows = html("ol", { class: "nof1-cards" });
  const axis = html("div", { class: "nof1-axis-row" });
  const key = html(
    "div",
    { class: "nof1-row nof1-legend nof1-small nof1-muted" },
    sample("nof1-said", "as it was stated"),
    sample("nof1-person", "for this person, 95%"),
    html("span", {}, "Shaded: better by enough to matter."),
  );
  const empty = html(
    "p",
    { class: "nof1-muted" },
    "No candidate yet. Paste or pick a list of candidates to begin.",
  );
  const numbers = table("The candidates in numbers", [
    "Candidate",
    "Rank",
    "Estimate",
    "From",
    "To",
    "Better",
    "Worthwhile",
  ]);
  el.append(title, lead, empty, rows, axis, key, numbers.node);

  let props: CandidateProps | undefined;
  let part: CandidatePart = { candidates: [] };
  const pictures = forest(axis);
  const width = followWidth(el, () => draw(), signal);

  const remove = (name: string): void => {
    if (props?.locked) return;
    const place = part.candidates.findIndex((candidate) => candidate.name === name);
    tell(without(part, name), true);
    const next = rows.children[Math.min(place, rows.children.length - 1)]?.querySelector("button");
    (next ?? title).focus();
  };
  const drawRows = list<Line>(
    rows,
    (line) => line.candidate.name,
    (line) => card(line.candidate.name, pictures, () => props, remove, signal),
  );

  function draw(): void {
    if (!props) return;
    const all = lines(props, part);
    write(title, all.length === 1 ? "One candidate" : `${all.length} candidates`);
    write(lead, leadOf(props));
    for (const node of [lead, rows, axis, key, numbers.node]) show(node, all.length > 0);
    show(empty, all.length === 0);
    pictures.draw(props, width());
    drawRows(all);
    numbers.draw(all.map(tableRow));
  }
  return (nextProps, nextPart) => {
    props = nextProps;
    part = nextPart;
    draw();
  };
};

function sample(kind: string, words: string): HTMLElement {
  const line = svg("line", { class: kind, x1: 0, x2: 28, y1: 6, y2: 6 });
  const picture = svg("svg", { viewBox: "0 0 28 12", width: 28, height: 12, "aria-hidden": "true" }, line);
  return html("span", { class: "nof1-legend-item nof1-sample" }, picture, words);
}

const leadOf = ({ measure, better, worthwhile, unit }: CandidateProps): string =>
  `The effect on ${measure || "the measure"}: ${better === "lower" ? "less" : "more"} is better, and ${withUnit(plain(worthwhile, 6), unit)} or more is worthwhile.`;

const tableRow = ({ candidate, row }: Line): string[] => [
  candidate.name,
  plain(candidate.rank, 0),
  plain(candidate.estimate),
  plain(candidate.lower),
  plain(candidate.upper),
  percent(row?.p_benefit),
  percent(row?.p_worthwhile),
];

function card(
  name: string,
  pictures: Forest,
  props: () => CandidateProps | undefined,
  remove: (name: string) => void,
  signal: AbortSignal,
): Piece<Line> {
  const rank = html("span", { class: "nof1-rank" });
  const heading = html("h3", { dir: "auto" }, name);
  const why = html("p", { class: "nof1-why", dir: "auto", "data-rationale": "" });
  const sources = html("ul", { class: "nof1-sources nof1-small nof1-muted" });
  const more = html("details", {}, html("summary", {}, "Where it comes from"), sources);
  const picture = pictures.row();
  const better = html("span", { class: "nof1-big", "data-chance": "benefit" });
  const worthwhile = html("span", { class: "nof1-big", "data-chance": "worthwhile" });
  const off = html(
    "button",
    {
      type: "button",
      class: "nof1-button nof1-plain",
      "data-action": "remove",
      "aria-label": `Remove ${name}`,
    },
    "Remove",
  );
  listen(off, "click", () => remove(name), signal);
  const chance = (value: HTMLElement, words: string): HTMLElement =>
    html("div", { class: "nof1-chance" }, value, html("span", { class: "nof1-small nof1-muted" }, words));
  const node = html(
    "li",
    { class: "nof1-card", "data-candidate": name },
    html("div", { class: "nof1-name" }, rank, heading),
    picture.node,
    html("div", { class: "nof1-chances" }, chance(better, "better"), chance(worthwhile, "worthwhile"), off),
    html("div", { class: "nof1-words" }, why, more),
  );
  const drawSources = list<string>(sources, (_, i) => String(i), textItem);
  return {
    node,
    draw(line, index) {
      const now = props();
      if (!now) return;
      const said = provenance(line.candidate);
      write(rank, String(line.candidate.rank ?? index + 1));
      write(why, line.candidate.rationale);
      show(why, line.candidate.rationale !== "");
      drawSources(said);
      show(more, said.length > 0);
      write(better, percent(line.row?.p_benefit));
      write(worthwhile, percent(line.row?.p_worthwhile));
      set(off, { disabled: now.locked });
      picture.draw(line.span, sentence(now, line));
    },
  };
}

const textItem = (): Piece<string> => {
  const node = html("li", { dir: "auto" });
  return { node, draw: (text) => void write(node, text) };
};

export default sheet("candidate", CSS, view);
