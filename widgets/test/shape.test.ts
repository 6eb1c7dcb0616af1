/** The curves as sums of Normals: the same sums as Python's, and the places that handles stand at. */

import { describe, expect, test } from "vitest";
import priors from "../contract/prior.json";
import { blend, normalBelow } from "../src/lib/curve.ts";
import { partsOf, placeAt, type Shape, through } from "../src/lib/shape.ts";

const skewed = (middle: number, spread: number, lean: number): Shape => ({
  family: "skewed",
  middle,
  spread,
  tail: 4,
  lean,
});

describe("a curve as a sum of Normals", () => {
  const known = priors.flatMap((example) =>
    example.props.arms.flatMap((arm) => [arm.now, arm.derived, ...(arm.stated ? [arm.stated] : [])]),
  );
  const shaped = known.filter((belief) => belief.shape !== null && belief.parts.length > 1);

  test("there are curves of Python's to be held to", () => expect(shaped.length).toBeGreaterThan(1));

  test("has the parts that Python sends", () => {
    for (const { shape, parts } of shaped) {
      const found = partsOf(shape as Shape);
      expect(found).toHaveLength(parts.length);
      found.forEach((part, i) => {
        part.forEach((value, j) => {
          expect(Math.abs(value - (parts[i]?.[j] ?? Number.NaN))).toBeLessThan(1e-6);
        });
      });
    }
  });

  test("keeps the chances of the leaning curve to three in a thousand", () => {
    for (const lean of [0.1, 0.5, 1, -0.7]) {
      const shape = skewed(-0.3, 0.6, lean);
      const sum = blend(partsOf(shape));
      for (const z of [-2, -1, 0, 0.7, 2])
        expect(Math.abs(sum.below(placeAt(shape, z)) - normalBelow(z))).toBeLessThan(0.003);
    }
  });

  test("weighs one in all", () => {
    for (const shape of [skewed(0, 1, 0.8), { ...skewed(0, 1, 0), family: "student" as const }])
      expect(partsOf(shape).reduce((sum, [weight]) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
});

describe("a curve through three places", () => {
  test("is the one whose handles stand there", () => {
    const shape = through(-1, -0.6, 0.1);
    expect(placeAt(shape, -1)).toBeCloseTo(-1, 12);
    expect(placeAt(shape, 0)).toBeCloseTo(-0.6, 12);
    expect(placeAt(shape, 1)).toBeCloseTo(0.1, 12);
    expect(shape.lean).toBeGreaterThan(0);
  });

  test("leans no further than a curve may", () => {
    expect(through(-10, 0, 1).lean).toBe(-1);
    expect(through(-1, 0, 10).lean).toBe(1);
    expect(through(-1, 0, 1)).toMatchObject({ lean: 0, spread: 1 });
  });
});
