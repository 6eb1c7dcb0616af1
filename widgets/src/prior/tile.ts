/** One chance before and now, and what the lines of the picture stand for. */

import { html, set, show, svg, write } from "../lib/mark.ts";
import { percent } from "../lib/number.ts";

/** One chance, before and now; the exact numbers stand in `data-before` and `data-after`. */
export function tile(
  kind: string,
  arm: string,
): { node: HTMLElement; draw(words: string, before: number, after: number | null): void } {
  const label = html("p", { class: "nof1-tile-words" });
  const old = html("span", { class: "nof1-before" });
  const arrow = html("span", { class: "nof1-arrow", "aria-hidden": "true" }, "→");
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
      arrow,
      now,
    ),
    bar,
  );
  return {
    node,
    draw(words, before, after) {
      write(label, words);
      write(old, after === null ? "" : percent(before));
      show(arrow, after !== null);
      write(now, percent(after ?? before));
      fill.style.inlineSize = `${(100 * (after ?? before)).toFixed(2)}%`;
      tick.style.insetInlineStart = `${(100 * before).toFixed(2)}%`;
      set(node, { "data-before": before.toFixed(6), "data-after": after?.toFixed(6) });
    },
  };
}

export function legend(): HTMLElement {
  const sample = (kind: string, words: string): HTMLElement => {
    const line = svg("line", { class: kind, x1: 0, x2: 28, y1: 6, y2: 6 });
    return html(
      "span",
      { class: "nof1-legend-item", "data-legend": kind },
      svg("svg", { viewBox: "0 0 28 12", width: 28, height: 12, "aria-hidden": "true" }, line),
      words,
    );
  };
  return html(
    "div",
    { class: "nof1-row nof1-legend nof1-small nof1-muted" },
    sample("nof1-stated", "what the model said"),
    sample("nof1-prior-line", "what we believed"),
    sample("nof1-posterior", "what we believe now"),
  );
}
