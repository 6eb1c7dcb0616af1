/** Calendar days, without clocks or time zones. */

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const A_DAY = 86_400_000;

/** The day of an ISO date in whole days since 1970, or null when there is no such date. */
export function dayNumber(iso: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number);
  const time = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1);
  return new Date(time).toISOString().startsWith(iso) ? time / A_DAY : null;
}

export function addDays(iso: string, days: number): string {
  const number = dayNumber(iso);
  return number === null ? iso : new Date((number + days) * A_DAY).toISOString().slice(0, 10);
}

/** "Mon 5 Jan 2026"; a text that is no date stays as it is. */
export function spoken(iso: string): string {
  const number = dayNumber(iso);
  if (number === null) return iso;
  const date = new Date(number * A_DAY);
  return `${DAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
