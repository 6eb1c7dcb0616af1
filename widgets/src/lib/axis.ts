/** From values to places on the screen and back, with round ticks. */

export interface Scale {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  at(value: number): number;
  value(place: number): number;
}

export function scale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const span = domain[1] - domain[0] || 1;
  const slope = (range[1] - range[0]) / span;
  return {
    domain,
    range,
    at: (value) => range[0] + (value - domain[0]) * slope,
    value: (place) => (slope === 0 ? domain[0] : domain[0] + (place - range[0]) / slope),
  };
}

/** The largest of 1, 2, 5 times a power of ten that is not above `x`. */
export function nice(x: number): number {
  if (!(x > 0) || !Number.isFinite(x)) return 1;
  const power = 10 ** Math.floor(Math.log10(x) + 1e-9);
  const lead = x / power + 1e-9;
  return Number(((lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power).toPrecision(12));
}

/** Round values inside [low, high], about `count` of them. */
export function ticks(low: number, high: number, count: number): number[] {
  if (!(high > low)) return [low];
  let step = nice((high - low) / Math.max(1, count));
  while ((high - low) / step > count * 1.6) step = nice(step * 2.5);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)) + 0);
}

/** A domain that is safe to draw on: finite, increasing. */
export function safeDomain(domain: readonly number[] | null | undefined): [number, number] {
  const [low = 0, high = 1] = domain ?? [];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  return high > low ? [low, high] : [low - 0.5, low + 0.5];
}
