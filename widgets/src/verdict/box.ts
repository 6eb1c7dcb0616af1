/** The two boxes of the verdict, and the bars in them. */

import { lookOf } from "../lib/arm.ts";
import { html, list, type Piece, set, show, write } from "../lib/mark.ts";
import { frequency, percent, plain, withUnit } from "../lib/number.ts";
import type { Belief, Finding } from "../verdict.ts";

export interface Segment {
  readonly kind: "worthwhile" | "small" | "unhelpful" | "harm";
  readonly share: number;
  readonly words: string;
}

/** The whole of a belief, cut into what matters: the shares add up to one. */
export function segments(belief: Belief & { readonly p_harm?: number }): Segment[] {
  const harm = belief.p_harm ?? 0;
  const share = (value: number): number => Math.min(1, Math.max(0, value));
  const rest = belief.p_harm === undefined ? "not better" : "a little worse";
  return [
    { kind: "worthwhile", share: share(belief.p_worthwhile), words: "clearly better" },
    { kind: "small", share: share(belief.p_benefit - belief.p_worthwhile), words: "a little better" },
    { kind: "unhelpful", share: share(1 - belief.p_benefit - harm), words: rest },
    ...(belief.p_harm === undefined
      ? []
      : [{ kind: "harm", share: share(harm), words: "clearly worse" } as const]),
  ];
}

/** "87 in 100 that it is clearly better, ..." */
export const spokenChances = (belief: Belief): string =>
  `${frequency(belief.p_benefit)} that it is better at all, ${frequency(belief.p_worthwhile)} that it is better by enough to matter.`;

type AnyBelief = Belief & Partial<Finding>;

export interface Box {
  readonly node: HTMLElement;
  draw(text: string, numbers: readonly AnyBelief[], unit: string): void;
}

export function box(kind: string, title: string, subtitle: string): Box {
  const words = html("p", { class: "nof1-box-words nof1-small nof1-muted", dir: "auto" });
  const rows = html("div", { class: "nof1-arms" });
  const head = html(
    "div",
    {},
    html("h3", {}, title),
    html("p", { class: "nof1-small nof1-muted" }, subtitle),
  );
  let unit = "";
  const drawRows = list<AnyBelief>(
    rows,
    (belief) => belief.arm,
    () => armRow(() => unit),
  );
  return {
    node: html(
      "section",
      { class: `nof1-box nof1-box-${kind}`, "data-box": kind, "aria-label": title },
      head,
      rows,
      words,
    ),
    draw(text, numbers, nextUnit) {
      unit = nextUnit;
      write(words, text);
      show(words, text !== "");
      drawRows(numbers);
    },
  };
}

/** What the four shades of a bar stand for. */
export function legend(): HTMLElement {
  const item = (kind: Segment["kind"], words: string): HTMLElement =>
    html(
      "span",
      { class: "nof1-legend-item" },
      html("span", { class: `nof1-key nof1-share-${kind}`, "aria-hidden": "true" }),
      words,
    );
  return html(
    "div",
    { class: "nof1-row nof1-legend nof1-small nof1-muted" },
    item("worthwhile", "clearly better"),
    item("small", "a little better"),
    item("unhelpful", "not better, or a little worse"),
    item("harm", "clearly worse"),
  );
}

function armRow(unit: () => string): Piece<AnyBelief> {
  const swatch = html("span", { class: "nof1-swatch", "aria-hidden": "true" });
  const name = html("h3", { dir: "auto" });
  const effect = html("p", { class: "nof1-effect" });
  const bar = html("div", { class: "nof1-shares", role: "img" });
  const words = html("p", { class: "nof1-small nof1-muted" });
  const node = html(
    "div",
    { class: "nof1-arm" },
    html("div", { class: "nof1-row" }, swatch, name),
    effect,
    bar,
    words,
  );
  const drawBar = list<Segment>(bar, (segment) => segment.kind, segmentPiece);
  return {
    node,
    draw(belief, index) {
      const { color, letter } = lookOf(String.fromCharCode(66 + index));
      set(node, {
        "data-arm": belief.arm,
        "data-p-benefit": belief.p_benefit.toFixed(6),
        "data-p-worthwhile": belief.p_worthwhile.toFixed(6),
      });
      swatch.style.background = color;
      write(swatch, letter);
      write(name, belief.arm);
      write(effect, effectWords(belief, unit()));
      show(effect, belief.mean !== undefined);
      const parts = segments(belief);
      drawBar(parts);
      set(bar, { "aria-label": parts.map((part) => `${part.words} ${percent(part.share)}`).join(", ") });
      write(words, spokenChances(belief));
    },
  };
}

function effectWords({ mean, low, high }: AnyBelief, unit: string): string {
  if (mean === undefined || low === undefined || high === undefined) return "";
  return `${withUnit(plain(mean), unit)} (95% between ${plain(low)} and ${plain(high)})`;
}

/** A share too narrow for its number shows only its colour and hatch; the words stand below and in the table. */
function segmentPiece(): Piece<Segment> {
  const number = html("b");
  const words = html("span");
  const node = html("div", {}, number, words);
  return {
    node,
    draw(segment) {
      set(node, { class: `nof1-share nof1-share-${segment.kind}`, "data-share": segment.share.toFixed(6) });
      node.style.flexGrow = segment.share.toFixed(4);
      show(node, segment.share >= 0.004);
      write(number, segment.share >= 0.1 ? percent(segment.share) : "");
      write(words, segment.share >= 0.3 ? segment.words : "");
    },
  };
}
