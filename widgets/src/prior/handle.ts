/** Where the three handles of a belief stand, and what becomes of it when one is moved. */

import { nice, safeDomain } from "../lib/axis.ts";
import { clamp, round } from "../lib/number.ts";
import { LEAST_TAIL, MOST_LEAN, type Part, placeAt, type Shape, through } from "../lib/shape.ts";
import { claimOf, type Kind, kindOf, ofShape, roomOf } from "./belief.ts";
import type { Drawn, PriorProps } from "./message.ts";

export type Handle = "low" | "mean" | "high";
export const HANDLES = ["low", "mean", "high"] as const;

const STEP: Readonly<Record<Handle, number>> = { low: -1, mean: 0, high: 1 };

export interface Grain {
  /** What an arrow key adds. */
  readonly key: number;
  /** What a drag is rounded to. */
  readonly drag: number;
}

export function grain(domain: readonly [number, number]): Grain {
  const [low, high] = safeDomain(domain);
  return { key: nice((high - low) / 200), drag: nice((high - low) / 1000) };
}

/** The middle and the spread that the handles and the fields stand for: those of the claim. */
export function middleOf(drawn: Drawn): { middle: number; spread: number } {
  if (drawn.shape) return drawn.shape;
  const claim = claimOf(drawn);
  const middle = claim.reduce((sum, [weight, mean]) => sum + weight * mean, 0);
  const spread = claim.reduce(
    (sum, [weight, mean, sd]) => sum + weight * (sd ** 2 + (mean - middle) ** 2),
    0,
  );
  return { middle, spread: Math.sqrt(spread) };
}

export function placeOf(drawn: Drawn, handle: Handle): number {
  if (drawn.shape) return placeAt(drawn.shape, STEP[handle]);
  const { middle, spread } = middleOf(drawn);
  return middle + STEP[handle] * spread;
}

/** The belief with its claim brought to another middle and spread; the room for being wrong stays. */
export function brought(drawn: Drawn, middle: number, spread: number): Drawn {
  if (drawn.shape) return ofShape({ ...drawn.shape, middle, spread });
  const old = middleOf(drawn);
  const factor = spread / old.spread;
  const last = drawn.parts.length - drawn.vague;
  const parts = drawn.parts.map(
    ([weight, mean, sd], i): Part =>
      i < last ? [weight, middle + (mean - old.middle) * factor, sd * factor] : [weight, mean, sd],
  );
  if (parts.length === 1) return ofShape(normal(middle, spread));
  return { shape: null, parts, vague: drawn.vague };
}

/** The belief after a handle has been brought to a place. */
export function moved(props: PriorProps, drawn: Drawn, handle: Handle, to: number): Drawn {
  const [low, high] = safeDomain(props.domain);
  const step = grain(props.domain).drag;
  const { middle, spread } = middleOf(drawn);
  if (handle === "mean") return brought(drawn, round(clamp(to, low, high), step), spread);
  const [least, most] = props.sd_range;
  const away = clamp(
    round(Math.abs(handle === "low" ? Math.min(0, to - middle) : Math.max(0, to - middle)), step),
    least,
    most,
  );
  if (drawn.shape?.family !== "skewed") return brought(drawn, middle, away);
  return ofShape(leaned(drawn.shape, handle, away));
}

/** One end is moved and the other stays, unless the curve would lean too far. */
function leaned(shape: Shape, handle: Handle, away: number): Shape {
  const ends = { low: shape.middle - placeAt(shape, -1), high: placeAt(shape, 1) - shape.middle };
  const most = Math.exp(MOST_LEAN);
  if (handle === "high") ends.low = clamp(ends.low, away / most, away * most);
  else ends.high = clamp(ends.high, away / most, away * most);
  const wanted = { ...ends, [handle]: away };
  return through(shape.middle - wanted.low, shape.middle, shape.middle + wanted.high);
}

/** Where a handle stops: for the two of the spread that is the allowed range of the spread. */
export function reach(props: PriorProps, drawn: Drawn, handle: Handle): [number, number] {
  const [least, most] = props.sd_range;
  const { middle } = middleOf(drawn);
  if (handle === "mean") return safeDomain(props.domain);
  return handle === "low" ? [middle - most, middle - least] : [middle + least, middle + most];
}

const normal = (middle: number, spread: number): Shape => ({
  family: "normal",
  middle,
  spread,
  tail: 4,
  lean: 0,
});

const SOME_LEAN = 0.4;
const SOME_ROOM = 0.2;

/** The same belief drawn as another family: its middle and its spread stay. */
export function changed(drawn: Drawn, kind: Kind, vague: number): Drawn {
  if (kind === kindOf(drawn)) return drawn;
  const { middle, spread } = middleOf(drawn);
  const plain = normal(middle, spread);
  if (kind === "normal") return ofShape(plain);
  if (kind === "student") return ofShape({ ...plain, family: "student", tail: LEAST_TAIL + 1 });
  // A leaning curve begins with its long tail on the side of no effect: that is the cautious one.
  if (kind === "skewed")
    return ofShape({ ...plain, family: "skewed", lean: middle < 0 ? SOME_LEAN : -SOME_LEAN });
  return roomed(drawn, SOME_ROOM, vague);
}

/** The belief with so much room for being wrong, around no effect. */
export function roomed(drawn: Drawn, room: number, vague: number): Drawn {
  const old = roomOf(drawn);
  const claim = claimOf(drawn).map(([weight, mean, sd]): Part => [weight * (1 - room), mean, sd]);
  const rest = drawn.parts
    .slice(drawn.parts.length - drawn.vague)
    .map(([weight, mean, sd]): Part => [(weight / old) * room, mean, sd]);
  const open: Part[] = rest.length > 0 ? rest : [[room, 0, vague]];
  return { shape: null, parts: [...claim, ...open], vague: open.length };
}
