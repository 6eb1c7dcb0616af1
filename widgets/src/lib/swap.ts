/** What is believed after the days: the likelihood of an effect under a prior. */

import { type Curve, logHeight, numbers, remembered } from "./curve.ts";
import type { Part } from "./shape.ts";
import { type Spline, spline } from "./spline.ts";

/** The log likelihood of an effect on a grid, up to a constant. */
export interface Likelihood {
  readonly theta: readonly number[];
  readonly log: readonly number[];
}

const splines = new WeakMap<Likelihood, Spline>();

function splineOf(likelihood: Likelihood): Spline {
  const known = splines.get(likelihood);
  if (known) return known;
  const fresh = spline(likelihood.theta, likelihood.log);
  splines.set(likelihood, fresh);
  return fresh;
}

/** Step for step what `nof1_lab/inference/swap.py` states; both are held to the same examples. */
export function swap(likelihood: Likelihood, prior: readonly Part[]): Curve {
  const line = splineOf(likelihood);
  const height = logHeight(prior);
  const log = (x: number): number => line.at(x) + height(x);
  const steps = stepsOf(prior);
  return integrated(log, edges(bracket(log, likelihood, steps), likelihood, steps));
}

const CUT = 40;
const CLOSE = 0.5;
const REACH = Array.from({ length: 17 }, (_, i) => i - 8);

const rising = (one: number, other: number): number => one - other;

/** Where the prior must be looked at, so that none of its parts is passed over: thinned from the left. */
function stepsOf(prior: readonly Part[]): number[] {
  const all = prior.flatMap(([, mean, sd]) => REACH.map((step) => [mean + step * sd, sd] as const));
  all.sort((one, other) => one[0] - other[0]);
  const kept: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const [spot, sd] of all)
    if (spot - last >= CLOSE * sd) {
      kept.push(spot);
      last = spot;
    }
  return kept;
}

/** From the sight before the first to the sight after the last whose log weight is within 40 of the highest. */
function bracket(
  log: (x: number) => number,
  likelihood: Likelihood,
  steps: readonly number[],
): [number, number] {
  const sights = [...new Set([...likelihood.theta, ...steps])].sort(rising);
  const heights = sights.map(log);
  const top = highest(heights);
  const isSeen = (height: number): boolean => height > top - CUT;
  const first = Math.max(0, heights.findIndex(isSeen) - 1);
  const last = Math.min(sights.length - 1, heights.findLastIndex(isSeen) + 1);
  return [sights[first] ?? 0, sights[last] ?? 1];
}

const PANELS = 64;

/** Where the bracket is cut: evenly, at the prior's steps, and at every third knot, so that nothing sharp is missed. */
function edges([from, to]: [number, number], likelihood: Likelihood, steps: readonly number[]): number[] {
  const knots = likelihood.theta.filter((_, i) => i % 3 === 0);
  const inside = [...steps, ...knots].filter((x) => x > from && x < to);
  return [...new Set([...numbers(PANELS + 1, from, to), ...inside])].sort(rising);
}

/** Gauss and Legendre's eight points on [-1, 1], with their weights; the other four mirror them. */
const HALF_RULE = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975362, 0.1012285362903763],
] as const;
const RULE = HALF_RULE.flatMap(([point, weight]) => [[-point, weight] as const, [point, weight] as const]);
const POINTS = RULE.length;

/** A curve from its log height, panel by panel between the edges. */
function integrated(log: (x: number) => number, edges: readonly number[]): Curve {
  const panels = edges.length - 1;
  const edge = (panel: number): number => edges[panel] ?? 0;
  const [from, to] = [edge(0), edge(panels)];
  const spots = new Float64Array(POINTS * panels);
  const mass = new Float64Array(POINTS * panels);
  let top = Number.NEGATIVE_INFINITY;
  for (let panel = 0; panel < panels; panel += 1) {
    const half = (edge(panel + 1) - edge(panel)) / 2;
    for (let i = 0; i < POINTS; i += 1) {
      const spot = edge(panel) + half * ((RULE[i]?.[0] ?? 0) + 1);
      const height = log(spot);
      spots[POINTS * panel + i] = spot;
      mass[POINTS * panel + i] = height;
      if (height > top) top = height;
    }
  }
  const left = new Float64Array(panels + 1);
  let first = 0;
  for (let panel = 0; panel < panels; panel += 1) {
    const half = (edge(panel + 1) - edge(panel)) / 2;
    let chance = 0;
    for (let i = 0; i < POINTS; i += 1) {
      const at = POINTS * panel + i;
      const part = Math.exp((mass[at] ?? 0) - top) * half * (RULE[i]?.[1] ?? 0);
      mass[at] = part;
      chance += part;
      first += part * (spots[at] ?? 0);
    }
    left[panel + 1] = (left[panel] ?? 0) + chance;
  }
  const total = left[panels] ?? 1;
  const mean = first / total;
  const variance = mass.reduce((sum, part, i) => sum + part * ((spots[i] ?? 0) - mean) ** 2, 0) / total;
  const density = (x: number): number => (x < from || x > to ? 0 : Math.exp(log(x) - top) / total);

  /** The chance from the left edge of a panel to x. */
  const part = (panel: number, x: number): number => {
    const half = (x - edge(panel)) / 2;
    let sum = 0;
    for (const [point, weight] of RULE) sum += weight * density(edge(panel) + half * (point + 1));
    return half * sum;
  };
  const below = (x: number): number => {
    if (x <= from) return 0;
    if (x >= to) return 1;
    const panel = edges.findLastIndex((spot) => spot <= x);
    return (left[panel] ?? 0) / total + part(panel, x);
  };
  const quantile = remembered((p) => {
    let panel = 0;
    while (panel < panels - 1 && (left[panel + 1] ?? 1) < p * total) panel += 1;
    const wanted = p - (left[panel] ?? 0) / total;
    let [low, high] = [edge(panel), edge(panel + 1)];
    for (let i = 0; i < 50; i += 1) {
      const middle = (low + high) / 2;
      if (part(panel, middle) < wanted) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  });
  return { mean, sd: Math.sqrt(variance), density, below, quantile };
}

const highest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
