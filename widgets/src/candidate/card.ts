/** One candidate: its name, its picture, its chances, and the way to choose it. */

import type { CandidatePart, CandidateProps, CandidateRow } from "../candidate.ts";
import { listen } from "../lib/gesture.ts";
import { visible } from "../lib/hidden.ts";
import { html, type Piece, set, show, write } from "../lib/mark.ts";
import { percent } from "../lib/number.ts";
import { detailsOf } from "./detail.ts";
import type { Forest } from "./forest.ts";
import { sentence } from "./words.ts";

export interface CardDeeds {
  choose(name: string): void;
  remove(name: string): void;
}

const CHANCES = [
  ["benefit", "better", "p_benefit"],
  ["worthwhile", "worthwhile", "p_worthwhile"],
  ["best", "best of all", "p_best"],
] as const;

export function card(
  name: string,
  pictures: Forest,
  deeds: CardDeeds,
  state: () => { readonly props: CandidateProps; readonly part: CandidatePart } | null,
  signal: AbortSignal,
): Piece<CandidateRow> {
  const called = visible(name);
  const rank = html("span", { class: "nof1-rank" });
  const arm = html("span", { class: "nof1-chip", "data-arm-chip": "" }, "in your schedule");
  const own = html("span", { class: "nof1-chip" }, "belief set by you");
  const why = html("p", { class: "nof1-why", dir: "auto", "data-rationale": "" });
  const picture = pictures.row();
  const unsaid = html("p", { class: "nof1-unsaid nof1-muted", dir: "auto", "data-unsaid": "" });
  const bars = CHANCES.map(([key, label]) => bar(key, label));
  const tick = html("span", { class: "nof1-tick", "aria-hidden": "true" });
  const wish = html("span", {}, "Test this one");
  const choose = html(
    "button",
    {
      type: "button",
      class: "nof1-button nof1-choose",
      "data-choose": "",
      "aria-label": `Test this one: ${called}`,
    },
    tick,
    wish,
  );
  const off = html(
    "button",
    {
      type: "button",
      class: "nof1-button nof1-plain",
      "data-action": "remove",
      "aria-label": `Remove ${called}`,
    },
    "Remove",
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
    more.node,
  );
  return {
    node,
    draw(row) {
      const now = state();
      if (!now) return;
      const { props, part } = now;
      const [isChosen, isArm] = [part.chosen.includes(name), props.arms.includes(name)];
      const isFull = part.chosen.length >= props.most;
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
        disabled: props.locked || (isFull && !isChosen),
      });
      write(tick, isChosen ? "✓" : "");
      show(choose, props.arms.length === 0);
      set(off, { disabled: props.locked });
      show(off, !isArm);
      picture.draw(row, sentence(props, row));
      more.draw(row, props.unit);
    },
  };
}

/** A chance as a number and a small bar. */
function bar(key: string, label: string): { node: HTMLElement; draw(p: number | null): void } {
  const value = html("span", { class: "nof1-p" });
  const fill = html("span", { class: "nof1-fill" });
  const node = html(
    "div",
    { class: "nof1-chance", "data-p": key },
    html("dt", {}, label),
    html("dd", {}, html("span", { class: "nof1-track", "aria-hidden": "true" }, fill), value),
  );
  return {
    node,
    draw(p) {
      write(value, percent(p));
      fill.style.inlineSize = `${100 * (p ?? 0)}%`;
      set(node, { "data-value": p });
    },
  };
}
