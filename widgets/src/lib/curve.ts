/** Bell curves, likelihoods, and what one says after the other. */

export interface Bell {
  readonly mean: number;
  readonly sd: number;
}

/** The log likelihood of an effect on a grid, up to a constant. */
export interface Likelihood {
  readonly theta: readonly number[];
  readonly log: readonly number[];
}

/** A distribution that can be drawn and asked. */
export interface Curve {
  readonly mean: number;
  readonly sd: number;
  readonly x: readonly number[];
  readonly density: readonly number[];
  below(x: number): number;
  quantile(p: number): number;
}

export interface Chances {
  readonly benefit: number;
  readonly worthwhile: number;
  readonly harm: number;
}

const ROOT = Math.sqrt(2 * Math.PI);

const numbers = (count: number, from: number, to: number): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

/** The standard normal probability below z, to the last few digits: a series inside, a continued fraction in the tail. */
export function normalBelow(z: number): number {
  return z < 0 ? upper(-z) : 1 - upper(z);
}

function upper(z: number): number {
  const height = Math.exp(-0.5 * z * z) / ROOT;
  if (z < 3) {
    let term = z;
    let sum = z;
    for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
      term *= (z * z) / k;
      sum += term;
    }
    return 0.5 - height * sum;
  }
  let fraction = z;
  for (let k = 60; k >= 1; k -= 1) fraction = z + k / fraction;
  return height / fraction;
}

/** A bell curve as something that can be drawn and asked. */
export function bell({ mean, sd }: Bell, points = 181): Curve {
  const x = numbers(points, mean - 5 * sd, mean + 5 * sd);
  return {
    mean,
    sd,
    x,
    density: x.map((value) => bellDensity({ mean, sd }, value)),
    below: (value) => normalBelow((value - mean) / sd),
    quantile: (p) => mean + sd * normalQuantile(p),
  };
}

export const bellDensity = ({ mean, sd }: Bell, x: number): number =>
  Math.exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * ROOT);

function normalQuantile(p: number): number {
  let low = -40;
  let high = 40;
  for (let i = 0; i < 70; i += 1) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

export interface Spline {
  at(x: number): number;
  readonly first: { readonly x: number; readonly slope: number };
  readonly last: { readonly x: number; readonly slope: number };
}

/** The natural cubic spline through the points, with straight lines beyond both ends. */
export function spline(x: readonly number[], y: readonly number[]): Spline {
  const n = x.length;
  const at = (values: readonly number[], i: number): number => values[i] ?? 0;
  const bend = bends(x, y);
  const width = (i: number): number => at(x, i + 1) - at(x, i);
  const rise = (i: number): number => (at(y, i + 1) - at(y, i)) / width(i);
  const first = { x: at(x, 0), slope: rise(0) - (width(0) * at(bend, 1)) / 6 };
  const last = { x: at(x, n - 1), slope: rise(n - 2) + (width(n - 2) * at(bend, n - 2)) / 6 };
  const inside = (value: number): number => {
    let low = 0;
    let high = n - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (at(x, middle) > value) high = middle;
      else low = middle;
    }
    const h = width(low);
    const a = (at(x, high) - value) / h;
    const b = 1 - a;
    const curved = ((a ** 3 - a) * at(bend, low) + (b ** 3 - b) * at(bend, high)) * ((h * h) / 6);
    return a * at(y, low) + b * at(y, high) + curved;
  };
  return {
    first,
    last,
    at: (value) => {
      if (value <= first.x) return at(y, 0) + first.slope * (value - first.x);
      if (value >= last.x) return at(y, n - 1) + last.slope * (value - last.x);
      return inside(value);
    },
  };
}

/** Second derivatives at the knots, zero at both ends (Thomas's algorithm). */
function bends(x: readonly number[], y: readonly number[]): number[] {
  const n = x.length;
  const at = (values: readonly number[], i: number): number => values[i] ?? 0;
  const ratio = new Array<number>(n).fill(0);
  const right = new Array<number>(n).fill(0);
  for (let i = 1; i < n - 1; i += 1) {
    const before = at(x, i) - at(x, i - 1);
    const after = at(x, i + 1) - at(x, i);
    const jump = (at(y, i + 1) - at(y, i)) / after - (at(y, i) - at(y, i - 1)) / before;
    const pivot = 2 * (before + after) - before * at(ratio, i - 1);
    ratio[i] = after / pivot;
    right[i] = (6 * jump - before * at(right, i - 1)) / pivot;
  }
  const result = new Array<number>(n).fill(0);
  for (let i = n - 2; i >= 1; i -= 1) result[i] = at(right, i) - at(ratio, i) * at(result, i + 1);
  return result;
}

const splines = new WeakMap<Likelihood, Spline>();

function splineOf(likelihood: Likelihood): Spline {
  const known = splines.get(likelihood);
  if (known) return known;
  const fresh = spline(likelihood.theta, likelihood.log);
  splines.set(likelihood, fresh);
  return fresh;
}

/**
 * What is believed after the days: the likelihood under a prior.
 * Step for step what `nof1_lab/inference/swap.py` states; both are held to the same examples.
 */
export function swap(likelihood: Likelihood, prior: Bell): Curve {
  const line = splineOf(likelihood);
  const log = (x: number): number => line.at(x) - 0.5 * ((x - prior.mean) / prior.sd) ** 2;
  return integrated(log, edges(bracket(log, likelihood, prior), likelihood, prior));
}

const CUT = 40;
const REACH = Array.from({ length: 65 }, (_, i) => (i - 32) / 4);

/** From the sight before the first to the sight after the last whose log weight is within 40 of the highest. */
function bracket(log: (x: number) => number, likelihood: Likelihood, prior: Bell): [number, number] {
  const near = REACH.map((step) => prior.mean + prior.sd * step);
  const sights = [...new Set([...likelihood.theta, ...near])].sort((one, other) => one - other);
  const heights = sights.map(log);
  const top = highest(heights);
  const isSeen = (height: number): boolean => height > top - CUT;
  const first = Math.max(0, heights.findIndex(isSeen) - 1);
  const last = Math.min(sights.length - 1, heights.findLastIndex(isSeen) + 1);
  return [sights[first] ?? 0, sights[last] ?? 1];
}

const PANELS = 64;
const DRAWN = 401;
const STEPS = REACH.filter((_, i) => i % 4 === 0);

/** Where the bracket is cut: evenly, at the prior's steps, and at every third knot, so that nothing sharp is missed. */
function edges([from, to]: [number, number], likelihood: Likelihood, prior: Bell): number[] {
  const steps = STEPS.map((step) => prior.mean + prior.sd * step);
  const knots = likelihood.theta.filter((_, i) => i % 3 === 0);
  const inside = [...steps, ...knots].filter((x) => x > from && x < to);
  return [...new Set([...numbers(PANELS + 1, from, to), ...inside])].sort((one, other) => one - other);
}

/** Gauss and Legendre's eight points on [-1, 1], with their weights; the other four mirror them. */
const HALF_RULE = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975362, 0.1012285362903763],
] as const;
const RULE = HALF_RULE.flatMap(([point, weight]) => [[-point, weight] as const, [point, weight] as const]);

/** A curve from its log height, panel by panel between the edges. */
function integrated(log: (x: number) => number, edges: readonly number[]): Curve {
  const panels = edges.length - 1;
  const edge = (panel: number): number => edges[panel] ?? 0;
  const [from, to] = [edge(0), edge(panels)];
  const spots: number[] = [];
  const weights: number[] = [];
  for (let panel = 0; panel < panels; panel += 1) {
    const half = (edge(panel + 1) - edge(panel)) / 2;
    for (const [point, weight] of RULE) {
      spots.push(edge(panel) + half * (point + 1));
      weights.push(weight * half);
    }
  }
  const heights = spots.map(log);
  const top = highest(heights);
  const mass = heights.map((height, i) => Math.exp(height - top) * (weights[i] ?? 0));
  const total = sum(mass);
  const mean = sum(mass.map((part, i) => part * (spots[i] ?? 0))) / total;
  const variance = sum(mass.map((part, i) => part * ((spots[i] ?? 0) - mean) ** 2)) / total;
  const density = (x: number): number => Math.exp(log(x) - top) / total;
  const chance = Array.from(
    { length: panels },
    (_, panel) => sum(mass.slice(8 * panel, 8 * panel + 8)) / total,
  );
  const left = cumulated(chance);

  /** The chance from the left edge of a panel to x. */
  const part = (panel: number, x: number): number => {
    const half = (x - edge(panel)) / 2;
    return half * sum(RULE.map(([point, weight]) => weight * density(edge(panel) + half * (point + 1))));
  };
  const below = (x: number): number => {
    if (x <= from) return 0;
    if (x >= to) return 1;
    const panel = edges.findLastIndex((left) => left <= x);
    return (left[panel] ?? 0) + part(panel, x);
  };
  const quantile = (p: number): number => {
    const panel = Math.max(
      0,
      left.findLastIndex((before) => before < p),
    );
    const wanted = p - (left[panel] ?? 0);
    let [low, high] = [edge(panel), edge(panel + 1)];
    for (let i = 0; i < 50; i += 1) {
      const middle = (low + high) / 2;
      if (part(panel, middle) < wanted) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  const x = numbers(DRAWN, from, to);
  return { mean, sd: Math.sqrt(variance), x, density: x.map(density), below, quantile };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const highest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);

/** What lies to the left of each panel. */
function cumulated(chance: readonly number[]): number[] {
  const left = [0];
  for (const part of chance.slice(0, -1)) left.push((left.at(-1) ?? 0) + part);
  return left;
}

/** Better at all, better by a worthwhile amount, worse by that amount. */
export function chances(curve: Pick<Curve, "below">, direction: number, worthwhile: number): Chances {
  const better = (cut: number): number => (direction > 0 ? 1 - curve.below(cut) : curve.below(-cut));
  const worse = (cut: number): number => (direction > 0 ? curve.below(-cut) : 1 - curve.below(cut));
  return { benefit: better(0), worthwhile: better(worthwhile), harm: worse(worthwhile) };
}
