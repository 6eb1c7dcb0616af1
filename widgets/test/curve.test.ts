/** The arithmetic of belief: against closed forms, against the numbers that Python is held to as well. */

import { describe, expect, test } from "vitest";
import priors from "../contract/prior.json";
import { blend, chances, normalBelow } from "../src/lib/curve.ts";
import { type Part, partsOf, type Shape } from "../src/lib/shape.ts";
import { spline } from "../src/lib/spline.ts";
import { type Likelihood, swap } from "../src/lib/swap.ts";
import { knowledge } from "../src/prior/worth.ts";

const grid = (low: number, high: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));

const bell = (mean: number, sd: number): Part[] => [[1, mean, sd]];

const normalLikelihood = (
  mean: number,
  sd: number,
  theta = grid(mean - 6 * sd, mean + 6 * sd, 121),
): Likelihood => ({
  theta,
  log: theta.map((x) => -0.5 * ((x - mean) / sd) ** 2 + 17),
});

describe("the normal distribution", () => {
  test.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [-1.959963984540054, 0.025],
    [3.5, 0.999767370920964],
    [-6, 9.86587645037698e-10],
    [-12, 1.776482112077679e-33],
  ])("below %d lies %d", (z, p) => {
    expect(Math.abs(normalBelow(z) / p - 1)).toBeLessThan(1e-11);
  });

  test("a bell's quantiles undo its chances", () => {
    const curve = blend(bell(-0.4, 0.3));
    for (const p of [0.025, 0.3, 0.975]) expect(curve.below(curve.quantile(p))).toBeCloseTo(p, 10);
  });

  test("many Normals have the mean and the spread of their sum", () => {
    const sum = blend([
      [0.5, -1, 0.5],
      [0.5, 1, 0.5],
    ]);
    expect(sum.mean).toBeCloseTo(0, 12);
    expect(sum.sd).toBeCloseTo(Math.sqrt(1.25), 12);
    expect(sum.below(0)).toBeCloseTo(0.5, 12);
    expect(sum.quantile(0.5)).toBeCloseTo(0, 9);
  });
});

describe("the spline", () => {
  test("goes through its knots, and is straight beyond them with the slope of its ends", () => {
    const x = [0, 1, 2.5, 4];
    const y = [1, 3, 2, 5];
    const line = spline(x, y);
    for (const [i, value] of x.entries()) expect(line.at(value)).toBeCloseTo(y[i] ?? 0, 12);
    expect(line.at(6) - line.at(5)).toBeCloseTo(line.last.slope, 10);
    expect(line.at(-2) - line.at(-3)).toBeCloseTo(line.first.slope, 10);
    const slope = (line.at(4) - line.at(4 - 1e-6)) / 1e-6;
    expect(slope).toBeCloseTo(line.last.slope, 4);
  });

  test("keeps a straight line straight", () => {
    const line = spline([0, 0.5, 2, 3], [1, 2, 5, 7]);
    for (const x of [-4, 0.1, 1.3, 2.9, 9]) expect(line.at(x)).toBeCloseTo(1 + 2 * x, 10);
  });
});

describe("the posterior", () => {
  const cases = [
    [-0.9, 0.36, -0.6, 0.394],
    [0.2, 0.1, -3, 0.5],
    [1.5, 2, 0, 8],
    [0, 0.5, 0.01, 0.01],
    [0, 0.3, 5, 4],
  ] as const;

  test.each(cases)(
    "of a Normal likelihood (%d, %d) and a Normal prior (%d, %d) is the precision-weighted Normal",
    (m, s, m0, s0) => {
      const curve = swap(normalLikelihood(m, s), bell(m0, s0));
      const precision = 1 / s ** 2 + 1 / s0 ** 2;
      const mean = (m / s ** 2 + m0 / s0 ** 2) / precision;
      const sd = precision ** -0.5;
      // A natural spline is a little too straight in its outermost interval; nothing else is lost.
      expect(Math.abs(curve.mean - mean)).toBeLessThan(1e-5);
      expect(Math.abs(curve.sd - sd)).toBeLessThan(1e-5);
      for (const z of [-2, -0.5, 0, 1, 1.96])
        expect(Math.abs(curve.below(mean + z * sd) - normalBelow(z))).toBeLessThan(1e-5);
      for (const z of [-1.96, 0, 1.5])
        expect(Math.abs(curve.quantile(normalBelow(z)) - mean - z * sd)).toBeLessThan(1e-5);
    },
  );

  test("does not care about the constant in the likelihood", () => {
    const one = normalLikelihood(0.3, 0.2);
    const other = { theta: one.theta, log: one.log.map((value) => value - 1e4) };
    expect(swap(other, bell(0, 1)).mean).toBeCloseTo(swap(one, bell(0, 1)).mean, 7);
  });

  test("moves with its data: a shift of all shifts it, a change of units scales it", () => {
    const prior = bell(-0.2, 0.5);
    const plain = swap(normalLikelihood(0.4, 0.3), prior);
    const moved = swap(normalLikelihood(2.4, 0.3), bell(1.8, 0.5));
    const scaled = swap(normalLikelihood(4, 3), bell(-2, 5));
    expect(moved.mean - plain.mean).toBeCloseTo(2, 6);
    expect(scaled.mean / plain.mean).toBeCloseTo(10, 6);
    expect(scaled.below(0)).toBeCloseTo(plain.below(0), 8);
  });

  test("has a density that its own chances are the area of", () => {
    const curve = swap(normalLikelihood(0.4, 0.3), bell(-0.2, 0.5));
    const spots = grid(curve.mean - 8 * curve.sd, curve.mean + 8 * curve.sd, 801);
    const step = (spots[1] ?? 0) - (spots[0] ?? 0);
    const area = spots.reduce((sum, spot) => sum + step * curve.density(spot), 0);
    expect(area).toBeCloseTo(1, 4);
  });

  test("mirrors: reading the outcome upside down changes no chance", () => {
    const down = swap(normalLikelihood(-0.5, 0.4), bell(-0.2, 0.6));
    const up = swap(normalLikelihood(0.5, 0.4), bell(0.2, 0.6));
    const [one, other] = [chances(down, -1, 0.4), chances(up, 1, 0.4)];
    for (const kind of ["benefit", "worthwhile", "harm"] as const)
      expect(one[kind]).toBeCloseTo(other[kind], 9);
  });
});

describe("a sum of Normals before the days", () => {
  const days = normalLikelihood(0.4, 0.3);
  const updated = ([weight, mean, sd]: Part): Part => {
    const wide = sd ** 2 + 0.09;
    const evidence = Math.exp(-0.5 * ((0.4 - mean) ** 2 / wide)) / Math.sqrt(wide);
    const precision = 1 / sd ** 2 + 1 / 0.09;
    return [weight * evidence, (mean / sd ** 2 + 0.4 / 0.09) / precision, precision ** -0.5];
  };

  test("becomes the sum of what each becomes, weighed by what it foresaw", () => {
    const prior = partsOf({ family: "skewed", middle: -0.5, spread: 0.4, tail: 4, lean: 0.5 });
    const parts = prior.map(updated);
    const held = parts.reduce((sum, [weight]) => sum + weight, 0);
    const exact = blend(parts.map(([weight, mean, sd]) => [weight / held, mean, sd] as const));
    const found = swap(days, prior);
    expect(found.mean).toBeCloseTo(exact.mean, 5);
    expect(found.sd).toBeCloseTo(exact.sd, 5);
    for (const x of [-0.5, 0, 0.4]) expect(found.below(x)).toBeCloseTo(exact.below(x), 5);
  });

  test("is drawn in a few milliseconds, however many they are", () => {
    const prior = partsOf({ family: "skewed", middle: -0.5, spread: 0.4, tail: 4, lean: 0.9 });
    expect(prior.length).toBeGreaterThan(20);
    swap(days, prior);
    const start = performance.now();
    for (let i = 0; i < 10; i += 1) swap(days, prior).quantile(0.975);
    expect((performance.now() - start) / 10).toBeLessThan(100);
  });
});

interface Numbers {
  readonly arm: string;
  readonly prior: { readonly shape: Shape | null; readonly parts: readonly Part[] | null };
  readonly expected: {
    readonly before: Record<string, number>;
    readonly after: Record<string, number>;
    readonly days: number;
  };
}

describe("the numbers that both halves are held to", () => {
  const all = priors.flatMap((example) =>
    ("numbers" in example ? (example.numbers as unknown as Numbers[]) : []).map((numbers) => ({
      example,
      ...numbers,
    })),
  );
  test.each(
    all.map((one) => [`${one.arm}, ${JSON.stringify(one.prior)}: ${one.example.name}`, one] as const),
  )("%s", (_, { example, arm, prior, expected }) => {
    const { direction, worthwhile } = example.props;
    const known = example.props.arms.find((each) => each.arm === arm);
    if (!known?.likelihood) throw new Error("an example without a likelihood has no numbers");
    const parts = prior.shape ? partsOf(prior.shape) : (prior.parts ?? []);
    const after = swap(known.likelihood, parts);
    const read = (curve: { below(x: number): number }) => {
      const { benefit, worthwhile: enough, harm } = chances(curve, direction, worthwhile);
      return { p_benefit: benefit, p_worthwhile: enough, p_harm: harm };
    };
    const found = {
      mean: after.mean,
      sd: after.sd,
      low: after.quantile(0.025),
      high: after.quantile(0.975),
      ...read(after),
    };
    for (const [key, value] of Object.entries(found))
      expect(Math.abs(value - (expected.after[key] ?? Number.NaN)), key).toBeLessThan(1e-6);
    for (const [key, value] of Object.entries(read(blend(parts))))
      expect(Math.abs(value - (expected.before[key] ?? Number.NaN)), key).toBeLessThan(1e-8);
    const { per_block_days, sigma_d } = known.worth;
    const days = per_block_days * sigma_d ** 2 * knowledge(parts);
    expect(Math.abs(days / expected.days - 1)).toBeLessThan(1e-3);
  });
  test("there are enough of them to mean something", () => expect(all.length).toBeGreaterThan(10));
});
