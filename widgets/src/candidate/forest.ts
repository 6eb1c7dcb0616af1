/** What was stated and what is believed, of every candidate on one axis: one small picture a row. */

import type { Belief, CandidateProps, CandidateRow } from "../candidate.ts";
import { type Scale, safeDomain, scale, ticks } from "../lib/axis.ts";
import { list, type Piece, set, svg, write } from "../lib/mark.ts";
import { clamp, plain } from "../lib/number.ts";

export interface Forest {
  draw(props: CandidateProps, width: number): void;
  row(): { readonly node: SVGSVGElement; draw(row: CandidateRow, words: string): void };
}

const HEIGHT = 60;
const SIDE = 14;
const [STATED, BELIEVED] = [20, 40];

export function pictureWidth(width: number): number {
  return width < 560 ? width : Math.round(clamp(width * 0.42, 240, 420));
}

/** The part of a belief that is on the picture, and whether it goes on beyond. */
export function cut({ low, high, mean }: Belief, [from, to]: readonly [number, number]) {
  return {
    low: clamp(low, from, to),
    high: clamp(high, from, to),
    mean: clamp(mean, from, to),
    isLeft: low < from,
    isRight: high > to,
  };
}

/** The axis goes into `head`; rows are asked for one by one and share its scale. */
export function forest(head: Element): Forest {
  let x: Scale = scale([0, 1], [0, 1]);
  let now: CandidateProps | undefined;
  let size = 240;
  let places: number[] = [];
  const marks = svg("g");
  const left = svg("text", { class: "nof1-way", x: SIDE, y: 12 });
  const right = svg("text", { class: "nof1-way", "text-anchor": "end", y: 12 });
  const axis = svg("svg", { class: "nof1-forest", "aria-hidden": "true", height: 40 }, marks, left, right);
  head.append(axis);
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
      places = ticks(...x.domain, Math.max(3, Math.floor(size / 80)));
      set(axis, { viewBox: `0 0 ${size} 40` });
      drawTicks(places);
      const isLess = props.better === "lower";
      write(left, isLess ? "← better" : "← worse");
      write(set(right, { x: size - SIDE }), isLess ? "worse →" : "better →");
    },
    row() {
      const zone = svg("rect", { class: "nof1-zone-worthwhile", y: 0, height: HEIGHT });
      const grid = svg("path", { class: "nof1-grid" });
      const zero = svg("line", { class: "nof1-zero", y1: 0, y2: HEIGHT });
      const person = svg("line", { class: "nof1-person", y1: BELIEVED, y2: BELIEVED });
      const middle = svg("line", { class: "nof1-middle", y1: BELIEVED - 4, y2: BELIEVED + 4 });
      const said = svg("path", { class: "nof1-said" });
      const dot = svg("rect", { class: "nof1-dot", y: STATED - 4, width: 8, height: 8 });
      const beyond = svg("path", { class: "nof1-beyond" });
      const node = svg(
        "svg",
        { class: "nof1-forest", role: "img", height: HEIGHT },
        zone,
        grid,
        zero,
        person,
        middle,
        said,
        dot,
        beyond,
      );
      return {
        node,
        draw({ stated, believed }, words) {
          set(node, { viewBox: `0 0 ${size} ${HEIGHT}`, "aria-label": words });
          const [from = 0, to = 0] = worthwhileZone(now, x.domain).map((value) => x.at(value));
          set(zone, { x: from, width: Math.max(0, to - from) });
          set(grid, { d: places.map((value) => `M${x.at(value)} 0V${HEIGHT}`).join("") });
          set(zero, { x1: x.at(0), x2: x.at(0) });
          const thin = stated && cut(stated, x.domain);
          const thick = believed && cut(believed, x.domain);
          set(said, { d: thin ? whiskers(x.at(thin.low), x.at(thin.high), thin) : "" });
          set(dot, { x: x.at(thin?.mean ?? 0) - 4, visibility: thin ? null : "hidden" });
          const [low, high] = [x.at(thick?.low ?? 0), x.at(thick?.high ?? 0)];
          set(person, { x1: low, x2: high, visibility: thick ? null : "hidden" });
          const at = x.at(thick?.mean ?? 0);
          set(middle, { x1: at, x2: at, visibility: thick ? null : "hidden" });
          const ends = [...arrows(thin, STATED, x), ...arrows(thick, BELIEVED, x)];
          set(beyond, { d: ends.join("") });
        },
      };
    },
  };
}

type Seen = ReturnType<typeof cut>;

/** A thin line with caps; an end that goes on beyond the picture has none. */
function whiskers(low: number, high: number, { isLeft, isRight }: Seen): string {
  const cap = (at: number): string => `M${at} ${STATED - 5}V${STATED + 5}`;
  return `M${low} ${STATED}H${high}${isLeft ? "" : cap(low)}${isRight ? "" : cap(high)}`;
}

function arrows(seen: Seen | null, y: number, { range: [from, to] }: Scale): string[] {
  const head = (at: number, by: number): string => `M${at + by} ${y}l${-by} -6v12z`;
  return [...(seen?.isLeft ? [head(from, -9)] : []), ...(seen?.isRight ? [head(to, 9)] : [])];
}

function worthwhileZone(props: CandidateProps | undefined, [low, high]: readonly [number, number]): number[] {
  const amount = props?.worthwhile ?? 0;
  return props?.better === "lower" ? [low, Math.max(low, -amount)] : [Math.min(high, amount), high];
}

function tick(x: () => Scale): Piece<number> {
  const mark = svg("line", { class: "nof1-axis", y1: 34, y2: 40 });
  const text = svg("text", { "text-anchor": "middle", y: 30 });
  return {
    node: svg("g", {}, mark, text),
    draw(value) {
      const place = x().at(value);
      set(mark, { x1: place, x2: place });
      write(set(text, { x: place }), plain(value, 6));
    },
  };
}
