/** One arm's belief before and after, laid out in pixels as plain numbers. */

import { type Scale, safeDomain, scale, ticks } from "../lib/axis.ts";
import { blend, type Curve } from "../lib/curve.ts";
import { clamp, percent, plain } from "../lib/number.ts";
import type { Part } from "../lib/shape.ts";
import type { Weighed } from "./belief.ts";
import type { Board } from "./chip.ts";
import { type Handle, placeOf } from "./handle.ts";
import type { PriorArm, PriorProps } from "./message.ts";

export interface Zone {
  readonly kind: "harm" | "trivial" | "worthwhile";
  readonly x: number;
  readonly width: number;
  readonly words: string;
  readonly chance: string;
  /** The part of the belief that lies here. */
  readonly area: string;
}

export interface Words {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end" | "middle";
  readonly text: string;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly zones: readonly Zone[];
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly prior: string;
  readonly posterior: string;
  readonly stated: string;
  readonly statedWords: Words | null;
  readonly zero: number;
  readonly benefit: Words & { readonly to: number };
  readonly sides: { readonly left: string; readonly right: string };
  readonly handles: Readonly<
    Record<Handle, { readonly x: number; readonly y: number; readonly isOutside: boolean }>
  >;
  readonly interval: { readonly from: number; readonly to: number; readonly middle: number } | null;
  /** Where an answer put its numbers. */
  readonly marks: readonly number[];
  readonly cells: Cells | null;
}

/** A board of chips: so many rows of so high. */
export interface Cells {
  readonly rows: number;
  readonly cell: number;
  readonly board: Board;
}

export interface Shown {
  readonly props: PriorProps;
  readonly arm: PriorArm;
  readonly weighed: Weighed;
  readonly width: number;
  readonly marks?: readonly number[];
  readonly board?: Board | null;
}

export const SIDE = 24;
const TOP = 68;
const FOOT = 64;
const WORDS = {
  harm: "clearly worse",
  trivial: "too small to matter",
  worthwhile: "clearly better",
} as const;
const SHORT = { harm: "worse", trivial: "too small", worthwhile: "better" } as const;

export function layout({ props, arm, weighed, width, marks = [], board = null }: Shown): Layout {
  const height = width < 480 ? 320 : 360;
  const bottom = height - FOOT;
  const x = scale(safeDomain(props.domain), [SIDE, width - SIDE]);
  const { drawn, before, after } = weighed;
  const spots = spotsOf(x, drawn.parts, after);
  const prior = heights(before, spots);
  const posterior = after ? heights(after, spots) : [];
  const cells = board && cellsOf(board, bottom - TOP, largest(prior));
  const peak = cells
    ? (cells.rows * cells.cell) / perChip(board, cells)
    : Math.max(largest(prior), largest(posterior));
  const y = scale([0, peak || 1], [bottom, cells ? bottom - cells.rows * cells.cell : TOP + 16]);
  const handle = (name: Handle) => {
    const value = placeOf(drawn, name);
    const shown = clamp(value, ...x.domain);
    return { x: x.at(shown), y: y.at(before.density(value)), isOutside: shown !== value };
  };
  const stated = arm.stated && ghost(arm.stated.parts, spots, y, bottom);
  return {
    width,
    height,
    top: TOP,
    bottom,
    x,
    zones: zonesOf(props, x, weighed, (from, to) => area(spots, prior, x, y, from, to)),
    ticks: ticks(...x.domain, Math.max(3, Math.floor(width / 90))).map((value) => ({
      x: x.at(value),
      text: plain(value, 6),
    })),
    prior: line(spots, prior, x, y),
    posterior: after && !cells ? area(spots, posterior, x, y, ...x.domain) : "",
    stated: stated ? line(spots, stated.heights, x, stated.y) : "",
    statedWords: arm.stated && stated ? named(arm.stated.parts, before.mean, x, stated.y) : null,
    zero: x.at(clamp(0, ...x.domain)),
    benefit: benefitOf(props, x, weighed),
    sides:
      props.direction > 0 ? { left: "← worse", right: "better →" } : { left: "← better", right: "worse →" },
    handles: { low: handle("low"), mean: handle("mean"), high: handle("high") },
    interval: after && intervalOf(after, x),
    marks: marks.filter((value) => value >= x.domain[0] && value <= x.domain[1]).map(x.at),
    cells,
  };
}

const FEWEST_ROWS = 8;

/** Rows enough for the tallest stack and one chip more, and for the curve over them. */
function cellsOf(board: Board, room: number, peak: number): Cells {
  const tallest = board.counts.reduce((most, count) => Math.max(most, count), 0);
  const curve = Math.min(peak * board.width * Math.max(1, board.placed), 2 * tallest + 2);
  const rows = Math.max(FEWEST_ROWS, tallest + 1, Math.ceil(curve));
  return { rows, cell: room / rows, board };
}

/** Pixels of height for one unit of density, so that a curve and the chips it fits have the same area. */
const perChip = (board: Board | null, { cell }: Cells): number =>
  board ? board.width * Math.max(1, board.placed) * cell : 1;

const EVERY = 2.5;
const SHARP = 8;

/** Evenly over the picture, and closer where a part or the posterior is sharp. */
function spotsOf(x: Scale, parts: readonly Part[], after: Curve | null): number[] {
  const [low, high] = x.domain;
  const count = Math.ceil((x.at(high) - x.at(low)) / EVERY);
  const even = Array.from({ length: count + 1 }, (_, i) => low + ((high - low) * i) / count);
  const pixel = (high - low) / (x.at(high) - x.at(low));
  const sharp = [
    ...parts.map(([, mean, sd]) => [mean, sd] as const),
    ...(after ? [[after.mean, after.sd] as const] : []),
  ];
  const closer = sharp
    .filter(([, sd]) => sd < SHARP * pixel)
    .flatMap(([mean, sd]) => Array.from({ length: 19 }, (_, i) => mean + ((i - 9) / 3) * sd));
  return [...even, ...closer.filter((value) => value > low && value < high)].sort(
    (one, other) => one - other,
  );
}

const heights = (curve: Curve, spots: readonly number[]): number[] =>
  spots.map((spot) => curve.density(spot));

const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), 0);

/** A narrow curve of the model's would tower over everything: it is cut to the height of the picture. */
function ghost(
  parts: readonly Part[],
  spots: readonly number[],
  y: Scale,
  bottom: number,
): { heights: number[]; y: Scale } {
  const found = heights(blend(parts), spots);
  const peak = largest(found);
  return { heights: found, y: peak > y.domain[1] ? scale([0, peak], [bottom, y.range[1]]) : y };
}

/** The name of the model's curve stands at its flank that is further from the belief. */
function named(parts: readonly Part[], middle: number, x: Scale, y: Scale): Words | null {
  const curve = blend(parts);
  const isLeft =
    curve.mean < middle || (curve.mean === middle && x.at(curve.mean) > (x.range[0] + x.range[1]) / 2);
  const room = 112;
  const place = x.at(curve.mean + (isLeft ? -1.2 : 1.2) * curve.sd);
  const isFlipped = isLeft ? place - room < x.range[0] : place + room > x.range[1];
  const side = isLeft !== isFlipped ? -1 : 1;
  const value = curve.mean + 1.2 * side * curve.sd;
  const at = x.at(value) + 5 * side;
  if (at < x.range[0] || at > x.range[1]) return null;
  return {
    x: at,
    y: y.at(curve.density(value)) - 3,
    anchor: side < 0 ? "end" : "start",
    text: "as the model said",
  };
}

function zonesOf(
  props: PriorProps,
  x: Scale,
  { beforeChances }: Weighed,
  areaOf: (from: number, to: number) => string,
): Zone[] {
  const [low, high] = x.domain;
  const [left, right] = [clamp(-props.worthwhile, low, high), clamp(props.worthwhile, low, high)];
  const [first, last] =
    props.direction > 0 ? (["harm", "worthwhile"] as const) : (["worthwhile", "harm"] as const);
  const { worthwhile, harm } = beforeChances;
  const held = { worthwhile, harm, trivial: 1 - worthwhile - harm };
  const zone = (kind: Zone["kind"], from: number, to: number): Zone => {
    const room = x.at(to) - x.at(from);
    return {
      kind,
      x: x.at(from),
      width: room,
      words: room > 130 ? WORDS[kind] : room > 54 ? SHORT[kind] : "",
      chance: room > 34 ? percent(held[kind]) : "",
      area: areaOf(from, to),
    };
  };
  return [zone(first, low, left), zone("trivial", left, right), zone(last, right, high)];
}

/** How likely it is better at all, over the whole side of no effect that is better. */
function benefitOf(props: PriorProps, x: Scale, { beforeChances }: Weighed): Layout["benefit"] {
  const isRight = props.direction > 0;
  const zero = x.at(clamp(0, ...x.domain));
  return {
    x: zero + (isRight ? 6 : -6),
    y: 58,
    anchor: isRight ? "start" : "end",
    text: `better at all: ${percent(beforeChances.benefit)}`,
    to: isRight ? x.range[1] : x.range[0],
  };
}

function intervalOf(after: Curve, x: Scale): Layout["interval"] {
  const inside = (value: number): number => x.at(clamp(value, ...x.domain));
  return {
    from: inside(after.quantile(0.025)),
    to: inside(after.quantile(0.975)),
    middle: inside(after.mean),
  };
}

/** The curve alone; its far tails would only thicken the axis. */
function line(spots: readonly number[], found: readonly number[], x: Scale, y: Scale): string {
  const least = largest(found) / 500;
  const steps: string[] = [];
  for (const [i, spot] of spots.entries()) {
    const height = found[i] ?? 0;
    if (height > least) steps.push(point(x.at(spot), y.at(height)));
  }
  return steps.length > 1 ? `M${steps.join("L")}` : "";
}

/** What lies under the curve between two effects. */
function area(
  spots: readonly number[],
  found: readonly number[],
  x: Scale,
  y: Scale,
  from: number,
  to: number,
): string {
  const least = largest(found) / 500;
  const inside: [number, number][] = [];
  for (const [i, spot] of spots.entries()) {
    const height = found[i] ?? 0;
    const next = spots[i + 1];
    if (spot >= from && spot <= to && height > least) inside.push([spot, height]);
    for (const edge of [from, to])
      if (next !== undefined && spot < edge && edge < next)
        inside.push([edge, height + ((edge - spot) / (next - spot)) * ((found[i + 1] ?? 0) - height)]);
  }
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last || inside.length < 2) return "";
  const steps = inside.map(([value, height]) => point(x.at(value), y.at(height)));
  return `M${point(x.at(first[0]), y.at(0))}L${steps.join("L")}L${point(x.at(last[0]), y.at(0))}Z`;
}

const point = (x: number, y: number): string => `${x.toFixed(1)},${y.toFixed(1)}`;
