/** A diary in words. */

import { spoken } from "../lib/date.ts";
import { plain, withUnit } from "../lib/number.ts";
import { type DiaryPart, type DiaryProps, missing, valueOn } from "./page.ts";

/** What stands on a day, in words. */
export function describe(props: DiaryProps, part: DiaryPart, day: number): string {
  const known = props.days.find((one) => one.day === day);
  const status = { "run-in": ", run-in", washout: ", wash-out (not analysed)", day: "" }[
    known?.status ?? "day"
  ];
  const arm = known?.arm ? `, ${known.label ? `${known.label}: ` : ""}${known.arm}` : "";
  return `Day ${plain(day, 0)}${known ? `, ${spoken(known.date)}` : ""}${arm}${status}: ${valueWords(props, part, day)}`;
}

/** The value of a day, or that there is none. */
export function valueWords(props: DiaryProps, part: DiaryPart, day: number): string {
  const value = valueOn(part, day);
  return value === null ? "nothing recorded" : withUnit(plain(value, 6), props.unit);
}

/** One sentence for the whole picture. */
export function sentence(props: DiaryProps, part: DiaryPart): string {
  const days = new Set(props.days.map((day) => day.day));
  const written = part.entries.filter((entry) => entry.value !== null && days.has(entry.day)).length;
  const gaps = missing(props, part).length;
  return `${written} of ${days.size} days recorded${gaps > 0 ? `, ${gaps} missed so far` : ""}.`;
}
