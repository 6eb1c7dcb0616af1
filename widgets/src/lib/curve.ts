/** Beliefs as sums of Normals: their heights, their chances, and how much they know. */

import type { Part } from "./shape.ts";

/** A distribution that can be drawn and asked. */
export interface Curve {
  readonly mean: number;
  readonly sd: number;
  density(x: number): number;
  below(x: number): number;
  quantile(p: number): number;
}

export interface Chances {
  readonly benefit: number;
  readonly worthwhile: number;
  readonly harm: number;
}

const ROOT = Math.sqrt(2 * Math.PI);

export const numbers = (count: number, from: number, to: number): number[] =>
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
  if (z > 39) return 0;
  let fraction = z;
  for (let k = 60; k >= 1; k -= 1) fraction = z + k / fraction;
  return height / fraction;
}

/** Normals added up, as something that can be drawn and asked. */
export function blend(parts: readonly Part[]): Curve {
  const mean = total(parts, ([, middle]) => middle);
  const sd = Math.sqrt(total(parts, ([, middle, spread]) => spread ** 2 + (middle - mean) ** 2));
  const below = (x: number): number =>
    total(parts, ([, middle, spread]) => normalBelow((x - middle) / spread));
  const high = logHeight(parts);
  const quantile = remembered((p) => between(below, p, parts));
  return { mean, sd, density: (x) => Math.exp(high(x)), below, quantile };
}

const total = (parts: readonly Part[], of: (part: Part) => number): number => {
  let sum = 0;
  for (const part of parts) sum += part[0] * of(part);
  return sum;
};

/** A quantile is asked for in several places of one picture, and costs more than all else. */
export function remembered(find: (p: number) => number): (p: number) => number {
  const known = new Map<number, number>();
  return (p) => {
    const found = known.get(p) ?? find(p);
    known.set(p, found);
    return found;
  };
}

const FURTHEST = 9;

function between(below: (x: number) => number, p: number, parts: readonly Part[]): number {
  let low = Math.min(...parts.map(([, middle, spread]) => middle - FURTHEST * spread));
  let high = Math.max(...parts.map(([, middle, spread]) => middle + FURTHEST * spread));
  for (let i = 0; i < 48; i += 1) {
    const middle = (low + high) / 2;
    if (below(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const NOTHING = -40;

/** The log height of a sum of Normals; the largest exponent is taken out, so that it holds however far away. */
export function logHeight(parts: readonly Part[]): (x: number) => number {
  const count = parts.length;
  const [base, rate, middle, found] = [0, 0, 0, 0].map(() => new Float64Array(count));
  if (!base || !rate || !middle || !found) return () => 0;
  parts.forEach(([weight, mean, sd], i) => {
    base[i] = Math.log(weight) - Math.log(sd * ROOT);
    rate[i] = 1 / sd;
    middle[i] = mean;
  });
  return (x) => {
    let top = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < count; i += 1) {
      const z = (x - (middle[i] ?? 0)) * (rate[i] ?? 0);
      const height = (base[i] ?? 0) - 0.5 * z * z;
      found[i] = height;
      if (height > top) top = height;
    }
    let sum = 0;
    for (let i = 0; i < count; i += 1) {
      const less = (found[i] ?? 0) - top;
      if (less > NOTHING) sum += Math.exp(less);
    }
    return top + Math.log(sum);
  };
}

/** Better at all, better by a worthwhile amount, worse by that amount. */
export function chances(curve: Pick<Curve, "below">, direction: number, worthwhile: number): Chances {
  const better = (cut: number): number => (direction > 0 ? 1 - curve.below(cut) : curve.below(-cut));
  const worse = (cut: number): number => (direction > 0 ? curve.below(-cut) : 1 - curve.below(cut));
  return { benefit: better(0), worthwhile: better(worthwhile), harm: worse(worthwhile) };
}
