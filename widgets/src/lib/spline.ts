/** The natural cubic spline: through all points, straight beyond both ends. */

export interface Spline {
  at(x: number): number;
  readonly first: { readonly x: number; readonly slope: number };
  readonly last: { readonly x: number; readonly slope: number };
}

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
