/** Which mark belongs to which arm. */

import { lookOf } from "../lib/arm.ts";
import { html, type Piece, set, svg, write } from "../lib/mark.ts";

export function legendItem(): Piece<readonly [string, string]> {
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
    },
  };
}
