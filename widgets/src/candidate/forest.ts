/** Intervals of all candidates on one axis, one small picture a row. */

import type { Candidate, CandidateProps, CandidateRow } from "../candidate.ts";
import { type Scale, safeDomain, scale, ticks } from "../lib/axis.ts";
import { list, type Piece, set, svg, write } from "../lib/mark.ts";
import { clamp, plain } from "../lib/number.ts";

export interface Span {
  readonly estimate: number | null;
  readonly stated: readonly [number, number] | null;
  /** 95 % of what is believed for this one person, after all steps. */
  readonly person: readonly [number, number] | null;
}

export function spansOf(candidate: Candidate, row: CandidateRow | undefined): Span {
  const { estimate, lower, upper } = candidate;
  const last = row?.waterfall.at(-1);
  return {
    estimate,
    stated: lower !== null && upper !== null ? [lower, upper] : null,
    person: last ? [last.mean - 1.96 * last.sd, last.mean + 1.96 * last.sd] : null,
  };
}

export interface Forest {
  draw(props: CandidateProps, width: number): void;
  row(): { readonly node: SVGSVGElement; draw(span: Span, words: string): void };
}

const HEIGHT = 44;
const SIDE = 12;

export function pictureWidth(width: number): number {
  return width < 560 ? width : Math.round(clamp(width * 0.42, 240, 420));
}

/** The axis goes into `foot`; rows are asked for one by one and share its scale. */
export function forest(foot: Element): Forest {
  let x: Scale = scale([0, 1], [0, 1]);
  let now: CandidateProps | undefined;
  let size = 240;
  const marks = svg("g");
  const [left, right] = [svg("text", { x: SIDE, y: 44 }), svg("text", { "text-anchor": "end", y: 44 })];
  const axis = svg("svg", { class: "nof1-forest", "aria-hidden": "true", height: 52 }, marks, left, right);
  foot.append(axis);
  const drawTicks = list<number>(
    marks,
    (_, i) => String(i),
    () => tick(() => x),
  );

  return {
    draw(props, width) {
      now = props;
      size = pictureWidth(width);
      x = scale(safeDomain(props.domain), [SIDE, size - SIDE]);
      set(axis, { viewBox: `0 0 ${size} 52` });
      drawTicks(ticks(...x.domain, Math.max(3, Math.floor(size / 80))));
      const isLess = props.better === "lower";
      write(left, isLess ? "← better" : "← worse");
      write(set(right, { x: size - SIDE }), isLess ? "worse →" : "better →");
    },
    row() {
      const zone = svg("rect", { class: "nof1-zone-worthwhile", y: 0, height: HEIGHT });
      const zero = svg("line", { class: "nof1-zero", y1: 0, y2: HEIGHT });
      const person = svg("line", { class: "nof1-person", y1: 30, y2: 30 });
      const stated = svg("line", { class: "nof1-said", y1: 16, y2: 16 });
      const dot = svg("rect", { class: "nof1-dot", y: 11, width: 10, height: 10 });
      const none = svg("text", { y: 27, "text-anchor": "middle" }, "no estimate");
      const node = svg(
        "svg",
        { class: "nof1-forest", role: "img", height: HEIGHT },
        zone,
        zero,
        person,
        stated,
        dot,
        none,
      );
      return {
        node,
        draw(span, words) {
          const [low, high] = x.domain;
          const at = (value: number): number => x.at(clamp(value, low, high));
          set(node, { viewBox: `0 0 ${size} ${HEIGHT}`, "aria-label": words });
          place(zone, worthwhileZone(now, x.domain).map(at));
          set(zero, { x1: at(0), x2: at(0) });
          between(stated, span.stated, at);
          between(person, span.person, at);
          const middle = span.estimate;
          set(dot, { x: at(middle ?? 0) - 5, visibility: middle === null ? "hidden" : null });
          set(none, { x: size / 2, visibility: middle === null && span.stated === null ? null : "hidden" });
        },
      };
    },
  };
}

function worthwhileZone(props: CandidateProps | undefined, [low, high]: readonly [number, number]): number[] {
  const amount = props?.worthwhile ?? 0;
  return props?.better === "lower" ? [low, -amount] : [amount, high];
}

const place = (node: Element, [from = 0, to = 0]: readonly number[]): void =>
  void set(node, { x: from, width: Math.max(0, to - from) });

function between(node: Element, span: readonly [number, number] | null, at: (value: number) => number): void {
  set(node, { x1: at(span?.[0] ?? 0), x2: at(span?.[1] ?? 0), visibility: span ? null : "hidden" });
}

function tick(x: () => Scale): Piece<number> {
  const mark = svg("line", { class: "nof1-axis", y1: 0, y2: 5 });
  const text = svg("text", { "text-anchor": "middle", y: 20 });
  return {
    node: svg("g", {}, mark, text),
    draw(value) {
      const place = x().at(value);
      set(mark, { x1: place, x2: place });
      write(set(text, { x: place }), plain(value, 6));
    },
  };
}
