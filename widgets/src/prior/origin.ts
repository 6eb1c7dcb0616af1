/** How a prior came about. */

import { safeDomain, scale } from "../lib/axis.ts";
import { html, list, type Piece, set, show, svg, write } from "../lib/mark.ts";
import { plain } from "../lib/number.ts";
import type { PriorArm, WaterfallStep } from "./belief.ts";
import type { PanelState } from "./panel.ts";

/** How the prior came about: each step with its middle, spread and reason, on one small scale. */
export function origin(): { node: HTMLElement; draw(state: PanelState): void } {
  const body = html("tbody");
  const head = html(
    "tr",
    {},
    ...["Step", "Middle", "Spread", "Range", "Why"].map((name) => html("th", { scope: "col" }, name)),
  );
  const grid = html(
    "div",
    { class: "nof1-scroll" },
    html("table", { "data-waterfall": "" }, html("thead", {}, head), body),
  );
  const words = html("p", { class: "nof1-muted nof1-small" });
  const node = html(
    "details",
    { open: true },
    html("summary", {}, "Where this belief comes from"),
    words,
    grid,
  );
  let domain: readonly [number, number] = [0, 1];
  const row = (): Piece<WaterfallStep> => {
    const [label, middle, spread, why] = [
      html("td"),
      html("td", { class: "nof1-number" }),
      html("td", { class: "nof1-number" }),
      html("td", { class: "nof1-why" }),
    ];
    const line = svg("line", { class: "nof1-step-line" });
    const dot = svg("circle", { class: "nof1-step-dot", r: 4, cy: 8 });
    const zero = svg("line", { class: "nof1-zero", y1: 0, y2: 16 });
    const glyph = svg(
      "svg",
      { viewBox: "0 0 120 16", width: 120, height: 16, "aria-hidden": "true" },
      zero,
      line,
      dot,
    );
    return {
      node: html("tr", {}, label, middle, spread, html("td", { class: "nof1-glyph" }, glyph), why),
      draw(step) {
        const x = scale(domain, [4, 116]);
        const at = (value: number): number => Math.min(118, Math.max(2, x.at(value)));
        write(label, step.label);
        write(middle, plain(step.mean, 3));
        write(spread, plain(step.sd, 3));
        write(why, step.note);
        set(line, { x1: at(step.mean - 1.96 * step.sd), x2: at(step.mean + 1.96 * step.sd), y1: 8, y2: 8 });
        set(dot, { cx: at(step.mean) });
        set(zero, { x1: at(0), x2: at(0) });
      },
    };
  };
  const draw = list<WaterfallStep>(body, (_, i) => String(i), row);
  return {
    node,
    draw({ arm, canGoBack: isHand }) {
      domain = stepsDomain(arm.waterfall);
      draw(arm.waterfall);
      show(grid, arm.waterfall.length > 0);
      write(
        words,
        isHand ? "Set by hand. What the model said, made ready for this person, is below." : origins(arm),
      );
    },
  };
}

/** Wide enough for every step and for no effect at all. */
function stepsDomain(steps: readonly WaterfallStep[]): [number, number] {
  const ends = steps.flatMap((step) => [step.mean - 1.96 * step.sd, step.mean + 1.96 * step.sd]);
  return safeDomain([Math.min(0, ...ends), Math.max(0, ...ends)]);
}

const origins = (arm: PriorArm): string =>
  arm.origin === "nothing known" || (!arm.derived && !arm.stated)
    ? "No estimate came with this candidate, so the belief starts out nearly flat."
    : "From what the model said, made ready for this person.";
