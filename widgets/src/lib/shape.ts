/**
 * The curves that a belief can be drawn as, each written as a sum of Normals.
 * Step for step what `nof1_lab/study/shape.py` does; both are held to the same examples.
 */

/** One Normal of a belief: how much of it it holds, its middle and its spread. */
export type Part = readonly [weight: number, mean: number, sd: number];

export const FAMILIES = ["normal", "student", "skewed"] as const;
export type Family = (typeof FAMILIES)[number];

/**
 * `middle` is the median, `spread` the scale, `tail` the degrees of freedom of a Student-t (fewer are heavier),
 * `lean` the log standard deviation of a shifted log-normal: a positive one has its long tail upwards.
 */
export interface Shape {
  readonly family: Family;
  readonly middle: number;
  readonly spread: number;
  readonly tail: number;
  readonly lean: number;
}

export const [LEAST_TAIL, MOST_TAIL, MOST_LEAN] = [3, 100, 1];
const STRAIGHT = 1e-3;
const FAINT = 14;
const WIDE = 4.5;

export function partsOf(shape: Shape): Part[] {
  const { family, middle, spread, tail, lean } = shape;
  if (family === "student") return student(middle, spread, tail);
  if (family === "skewed" && Math.abs(lean) > STRAIGHT) return skewed(middle, spread, lean);
  return [[1, middle, spread]];
}

const steps = (from: number, to: number, step: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => (from + i) * step);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function student(middle: number, spread: number, tail: number): Part[] {
  const step = Math.min(0.75, 2 / Math.sqrt(tail));
  const kept = steps(-Math.ceil(FAINT / step), Math.ceil(4 / step), step)
    .map((u) => [(tail / 2) * (u - Math.exp(u) + 1), u] as const)
    .filter(([height]) => height > -FAINT)
    .map(([height, u]) => [Math.exp(height), u] as const);
  const total = sum(kept.map(([height]) => height));
  return kept.map(([height, u]) => [height / total, middle, spread * Math.exp(-u / 2)] as const);
}

function skewed(middle: number, spread: number, lean: number): Part[] {
  const narrow = Math.min(0.4, 0.15 / Math.abs(lean));
  const rest = Math.sqrt(1 - narrow ** 2);
  const step = 1.25 * narrow;
  const many = Math.ceil((WIDE * rest) / step);
  const spots = steps(-many, many, step);
  const heights = spots.map((z) => Math.exp(-0.5 * (z / rest) ** 2));
  const total = sum(heights);
  const bend = (lean * narrow) ** 2;
  const own = Math.sqrt(Math.expm1(bend)) / Math.abs(lean);
  return spots.map((z, i) => [
    (heights[i] ?? 0) / total,
    middle + (spread * Math.expm1(lean * z + bend / 2)) / lean,
    spread * own * Math.exp(lean * z + bend / 2),
  ]);
}

/** Where the curve stands `z` standard steps from its middle. */
export function placeAt({ family, middle, spread, lean }: Shape, z: number): number {
  if (family !== "skewed" || Math.abs(lean) <= STRAIGHT) return middle + spread * z;
  return middle + (spread * Math.expm1(lean * z)) / lean;
}

/** The leaning curve that goes through its middle and the two places one standard step below and above it. */
export function through(low: number, middle: number, high: number): Shape {
  const [below, above] = [middle - low, high - middle];
  const lean = Math.min(MOST_LEAN, Math.max(-MOST_LEAN, Math.log(above / below)));
  const spread = Math.abs(lean) <= STRAIGHT ? above : (above * lean) / Math.expm1(lean);
  return { family: "skewed", middle, spread, tail: 4, lean };
}
