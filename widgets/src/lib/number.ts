/** Numbers as people read and type them. */

const MINUS = "−";

export const clamp = (x: number, low: number, high: number): number => Math.min(Math.max(x, low), high);

/** How many decimals a step needs: 0.05 -> 2. */
export const decimals = (step: number): number =>
  step > 0 ? clamp(Math.ceil(-Math.log10(step) - 1e-9), 0, 8) : 2;

/** The nearest multiple of a step, without binary dust: 0.30000000000000004 -> 0.3. */
export const round = (x: number, step: number): number =>
  step > 0 ? Number((Math.round(x / step) * step).toFixed(decimals(step) + 2)) + 0 : x;

/** Three significant digits or so, a true minus, no trailing zeros. */
export function plain(x: number | null | undefined, digits = 2): string {
  if (x === null || x === undefined || !Number.isFinite(x)) return "–";
  const text = Number(x.toFixed(digits)).toString();
  return text.replace("-", MINUS);
}

export const signed = (x: number, digits = 2): string =>
  Number(x.toFixed(digits)) > 0 ? `+${plain(x, digits)}` : plain(x, digits);

/** A chance; never 0 % and never 100 %, because no study knows that. */
export function percent(p: number | null | undefined): string {
  if (p === null || p === undefined || !Number.isFinite(p)) return "–";
  if (p < 0.005) return "<1%";
  if (p >= 0.995) return ">99%";
  return `${Math.round(p * 100)}%`;
}

/** A chance as a count of cases: 0.874 -> "87 in 100". */
export function frequency(p: number | null | undefined): string {
  if (p === null || p === undefined || !Number.isFinite(p)) return "unknown";
  if (p < 0.005) return "fewer than 1 in 100";
  if (p >= 0.995) return "more than 99 in 100";
  return `${Math.round(p * 100)} in 100`;
}

/** Reads "-0,4", "−0.4" or " 1e3 "; null when it is not one number. */
export function parse(text: string): number | null {
  const tidy = text.trim().replace(MINUS, "-").replace(",", ".");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(tidy)) return null;
  const value = Number(tidy);
  return Number.isFinite(value) ? value + 0 : null;
}

export const withUnit = (text: string, unit: string): string => (unit ? `${text} ${unit}` : text);
