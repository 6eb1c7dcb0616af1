/** How many days of one's own a belief is worth, while a finger moves it; Python says it again when it rests. */

import type { Part } from "../lib/shape.ts";
import type { Drawn, Worth } from "./message.ts";

export interface Days {
  readonly days: number;
  /** By the spread alone: what counts when the claim itself is in doubt. */
  readonly moment: number;
}

export function daysOf(drawn: Drawn, worth: Worth): Days {
  const unit = worth.per_block_days * worth.sigma_d ** 2;
  return { days: unit * knowledge(drawn.parts), moment: unit / variance(drawn.parts) };
}

const variance = (parts: readonly Part[]): number => {
  const mean = parts.reduce((sum, [weight, middle]) => sum + weight * middle, 0);
  return parts.reduce((sum, [weight, middle, sd]) => sum + weight * (sd ** 2 + (middle - mean) ** 2), 0);
};

const POINTS = [-0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526];
const WEIGHTS = [0.3478548451374538, 0.6521451548625461, 0.6521451548625461, 0.3478548451374538];
const FURTHEST = 7;
const STEP = 0.5;

/**
 * The expected local information: the mean squared slope of the log height. By Gauss and Legendre's four points
 * between steps of half a spread of each part, thinned where parts overlap.
 */
export function knowledge(parts: readonly Part[]): number {
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only) return only[2] ** -2;
  const edges = edgesOf(parts);
  let sum = 0;
  for (let i = 1; i < edges.length; i += 1) {
    const from = edges[i - 1] ?? 0;
    const half = ((edges[i] ?? 0) - from) / 2;
    for (let k = 0; k < POINTS.length; k += 1)
      sum += half * (WEIGHTS[k] ?? 0) * squared(parts, from + half * ((POINTS[k] ?? 0) + 1));
  }
  return sum;
}

function edgesOf(parts: readonly Part[]): number[] {
  const many = FURTHEST / STEP;
  const all = parts.flatMap(([, mean, sd]) =>
    Array.from({ length: 2 * many + 1 }, (_, i) => [mean + (i - many) * STEP * sd, sd] as const),
  );
  all.sort((one, other) => one[0] - other[0]);
  const kept: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const [spot, sd] of all)
    if (spot - last >= 0.8 * STEP * sd) {
      kept.push(spot);
      last = spot;
    }
  return kept;
}

/** The squared slope of the height over the height, at one place. */
function squared(parts: readonly Part[], x: number): number {
  let height = 0;
  let slope = 0;
  for (const [weight, mean, sd] of parts) {
    const z = (x - mean) / sd;
    const square = z * z;
    if (square > 80) continue;
    const part = (weight / sd) * Math.exp(-0.5 * square);
    height += part;
    slope -= (part * z) / sd;
  }
  return height > 1e-300 ? (slope * slope) / height / Math.sqrt(2 * Math.PI) : 0;
}
