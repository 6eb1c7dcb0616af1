/** A diary as a page of numbers: what is on a day, what a gesture makes of it, and where it is drawn. */

import { type Scale, safeDomain, scale, ticks } from "../lib/axis.ts";
import { clamp, decimals, plain, round } from "../lib/number.ts";

export interface Entry {
  readonly day: number;
  readonly value: number | null;
  readonly note: string;
}

export interface DiaryPart {
  readonly entries: readonly Entry[];
}

export interface DiaryDay {
  readonly day: number;
  readonly date: string;
  readonly arm: string | null;
  readonly label: string;
  readonly status: "run-in" | "washout" | "day";
}

export interface Fitted {
  readonly day: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface DiaryProps {
  readonly measure: string;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly domain: readonly [number, number];
  readonly step: number;
  readonly first_day: number;
  readonly last_day: number;
  readonly days: readonly DiaryDay[];
  readonly fitted: readonly Fitted[];
  readonly today: number | null;
  readonly better: string;
}

export const entryOn = (part: DiaryPart, day: number): Entry | undefined =>
  part.entries.find((entry) => entry.day === day);

export const valueOn = (part: DiaryPart, day: number): number | null => entryOn(part, day)?.value ?? null;

/** The part with this value on this day; null strikes the day out, and it is gone from the page. */
export function write(part: DiaryPart, day: number, value: number | null): DiaryPart {
  const rest = part.entries.filter((entry) => entry.day !== day);
  if (value === null) return { entries: rest };
  const entry = { day, value, note: entryOn(part, day)?.note ?? "" };
  return { entries: [...rest, entry].sort((one, other) => one.day - other.day) };
}

export function annotate(part: DiaryPart, day: number, note: string): DiaryPart {
  return { entries: part.entries.map((entry) => (entry.day === day ? { ...entry, note } : entry)) };
}

/** A value that the measure can have. */
export function allowed(props: DiaryProps, value: number): number {
  const [low, high] = bounds(props);
  return clamp(round(value, props.step), low, high);
}

/** What may be written: the measure's own range, else anything. */
export const bounds = ({ low, high }: DiaryProps): [number, number] => [
  low ?? Number.NEGATIVE_INFINITY,
  high ?? Number.POSITIVE_INFINITY,
];

/** The days up to today, or up to the last entry, that have no value. */
export function missing(props: DiaryProps, part: DiaryPart): number[] {
  const written = part.entries.filter((entry) => entry.value !== null).map((entry) => entry.day);
  const until = props.today ?? Math.max(props.first_day - 1, ...written);
  const known = new Set(written);
  return props.days.map((day) => day.day).filter((day) => day <= until && !known.has(day));
}

export interface Bout {
  readonly label: string;
  readonly arm: string | null;
  readonly status: DiaryDay["status"];
  readonly from: number;
  readonly to: number;
}

/** Runs of days on one arm with one status. */
export function bouts(days: readonly DiaryDay[]): Bout[] {
  const found: Bout[] = [];
  for (const { day, label, arm, status } of days) {
    const last = found.at(-1);
    if (last && last.label === label && last.status === status && last.to === day - 1)
      found[found.length - 1] = { ...last, to: day };
    else found.push({ label, arm, status, from: day, to: day });
  }
  return found;
}

/** Runs of arms: where a letter stands above the days. */
export function stretches(days: readonly DiaryDay[]): Bout[] {
  return bouts(days.map((day) => ({ ...day, status: day.status === "run-in" ? "run-in" : "day" })));
}

export interface Run {
  readonly label: string;
  readonly line: string;
  readonly band: string;
}

export interface DiaryLayout {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly cell: number;
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
  readonly xTicks: readonly { readonly x: number; readonly text: string }[];
  readonly runs: readonly Run[];
}

const LEFT = 44;
const RIGHT = 12;
const TOP = 40;
const FOOT = 44;
/** A day needs room for a finger on a small screen, and less for a mouse. */
const least = (room: number): number => (room < 480 ? 11 : 8);

export function layout(props: DiaryProps, room: number): DiaryLayout {
  const count = Math.max(1, props.last_day - props.first_day + 1);
  const width = Math.max(room, LEFT + RIGHT + count * least(room));
  const height = room < 480 ? 280 : 320;
  const bottom = height - FOOT;
  const cell = (width - LEFT - RIGHT) / count;
  const x = scale([props.first_day, props.first_day + 1], [LEFT + cell / 2, LEFT + cell / 2 + cell]);
  const y = scale(safeDomain(props.domain), [bottom - 10, TOP + 6]);
  const digits = Math.max(decimals(props.step), 2);
  const every = Math.max(1, ...[1, 2, 7, 14, 28, 56, 112].filter((n) => n * cell < 56).map((n) => n * 2));
  const stride = [1, 2, 7, 14, 28, 56, 112].find((n) => n >= every / 2 && n * cell >= 28) ?? 112;
  const days = Array.from({ length: count }, (_, i) => props.first_day + i);
  return {
    width,
    height,
    top: TOP,
    bottom,
    x,
    y,
    cell,
    yTicks: ticks(...y.domain, 5).map((value) => ({ y: y.at(value), text: plain(value, digits) })),
    xTicks: days
      .filter((day) => (day - 1) % stride === 0)
      .map((day) => ({ x: x.at(day), text: plain(day, 0) })),
    runs: runs(props, x, y, cell),
  };
}

/** Fitted means and bands, broken wherever the arm changes or a day is left out. */
function runs(props: DiaryProps, x: Scale, y: Scale, cell: number): Run[] {
  const labels = new Map(props.days.map((day) => [day.day, day.label]));
  const groups: Fitted[][] = [];
  for (const point of props.fitted) {
    const last = groups.at(-1)?.at(-1);
    const follows = last?.day === point.day - 1 && labels.get(last.day) === labels.get(point.day);
    if (follows) groups.at(-1)?.push(point);
    else groups.push([point]);
  }
  return groups.map((group) => ({
    label: labels.get(group[0]?.day ?? 0) ?? "",
    line: trace(group, (point) => point.mean, x, y, cell),
    band: `${trace(group, (point) => point.high, x, y, cell)}${trace([...group].reverse(), (point) => point.low, x, y, -cell).replace("M", "L")}Z`,
  }));
}

/** Half a day is added at both ends, so that a run of one day can be seen. */
function trace(
  group: readonly Fitted[],
  height: (point: Fitted) => number,
  x: Scale,
  y: Scale,
  cell: number,
): string {
  const at = (point: Fitted, shift: number): string =>
    `${(x.at(point.day) + shift).toFixed(1)},${clamp(y.at(height(point)), -20, 2000).toFixed(1)}`;
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return "";
  return `M${[at(first, -cell / 2.4), ...group.map((point) => at(point, 0)), at(last, cell / 2.4)].join("L")}`;
}
