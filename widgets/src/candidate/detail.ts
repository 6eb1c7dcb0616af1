/** Where a candidate comes from, for ever: every part with the words behind it, as text and nothing else. */

import type { CandidateRow, Detail, Stage } from "../candidate.ts";
import { listen } from "../lib/gesture.ts";
import { visible } from "../lib/hidden.ts";
import { howMark } from "../lib/how.ts";
import { html } from "../lib/mark.ts";
import { plain, withUnit } from "../lib/number.ts";

export interface Details {
  readonly node: HTMLElement;
  draw(row: CandidateRow, unit: string): void;
}

/** Folded; made when it is opened, and anew when what it says has changed. */
export function detailsOf(signal: AbortSignal): Details {
  const body = html("div", { class: "nof1-detail" });
  const node = html(
    "details",
    { class: "nof1-more", "data-details": "" },
    html("summary", {}, "All that was said, and where it comes from"),
    body,
  );
  let row: CandidateRow | undefined;
  let unit = "";
  let shown = "";
  const fill = (): void => {
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
    },
  };
}

function told(row: CandidateRow, unit: string): HTMLElement[] {
  const parts = html("dl", { class: "nof1-said-parts" }, ...row.details.flatMap(part));
  const from = row.source
    ? `Read from “${visible(row.source.name)}”${row.source.hash ? `, whose SHA-256 begins with ${row.source.hash}` : ""}.`
    : "It was not read from a text.";
  const way = html(
    "ol",
    { class: "nof1-way-down" },
    ...row.waterfall.map((stage) => html("li", {}, ...stageWords(stage, unit))),
  );
  return [
    parts,
    html("p", { class: "nof1-small nof1-muted", "data-source": "", dir: "auto" }, from),
    html("h4", {}, "From what was said to what is believed"),
    way,
  ];
}

function part({ label, text, how, quote, note }: Detail): HTMLElement[] {
  const mark = howMark();
  mark.draw(how);
  const said = html("span", { class: "nof1-said-text", dir: "auto" }, visible(text));
  const behind = quote ? [html("q", { class: "nof1-quote", dir: "auto" }, visible(quote))] : [];
  const remark = note ? [html("span", { class: "nof1-small nof1-muted", dir: "auto" }, visible(note))] : [];
  return [
    html("dt", {}, label.charAt(0).toUpperCase() + label.slice(1), ...(how ? [mark.node] : [])),
    html("dd", {}, said, ...behind, ...remark),
  ];
}

const stageWords = ({ label, mean, sd, note }: Stage, unit: string): (Node | string)[] => [
  html("strong", {}, `${label}: ${withUnit(plain(mean), unit)} ± ${plain(sd)}`),
  " ",
  visible(note),
];
