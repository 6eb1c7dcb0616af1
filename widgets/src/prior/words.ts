/** The words of the prior sheet: its sentences, its rows, its three sliders. */

import { stepsOf } from "../lib/gesture.ts";
import { set } from "../lib/mark.ts";
import { frequency, percent, plain, withUnit } from "../lib/number.ts";
import type { PanelState } from "./act.ts";
import { grain, type Handle, middleOf, placeOf, reach } from "./handle.ts";
import type { Drawn, PriorProps } from "./message.ts";
import type { Days } from "./worth.ts";

/** Where a key brings a handle, or null when the key means nothing here. */
export function keyed(props: PriorProps, drawn: Drawn, handle: Handle, event: KeyboardEvent): number | null {
  const [low, high] = reach(props, drawn, handle);
  if (event.key === "Home") return low;
  if (event.key === "End") return high;
  const steps = stepsOf(event);
  return steps === null ? null : placeOf(drawn, handle) + steps * grain(props.domain).key;
}

export function describeHandle(
  node: SVGGElement,
  name: Handle,
  { props, arm, weighed, isLocked }: PanelState,
): void {
  const { drawn } = weighed;
  const value = placeOf(drawn, name);
  const [low, high] = reach(props, drawn, name);
  const what = {
    mean: "middle of the belief",
    low: "lower end of the spread",
    high: "upper end of the spread",
  }[name];
  const spread = name === "mean" ? "" : `, spread ${plain(middleOf(drawn).spread, 3)}`;
  set(node, {
    "aria-label": `${arm.arm}: ${what}`,
    "aria-valuenow": Number(value.toFixed(6)),
    "aria-valuemin": Number(low.toFixed(6)),
    "aria-valuemax": Number(high.toFixed(6)),
    "aria-valuetext": `${withUnit(plain(value, 3), props.unit)}${spread}`,
    "aria-disabled": isLocked ? "true" : null,
  });
}

/** One sentence for the whole picture. */
export function sentence({ arm, weighed }: PanelState): string {
  const { beforeChances: before, afterChances: after } = weighed;
  const start = `The chance that ${arm.arm} is better than ${arm.reference} is`;
  if (!after)
    return `No day counts yet. ${start} believed to be ${frequency(before.benefit)}; that it is better by enough to matter, ${frequency(before.worthwhile)}.`;
  return `${start} ${frequency(after.benefit)} (before the days: ${frequency(before.benefit)}); that it is better by enough to matter, ${frequency(after.worthwhile)} (before: ${frequency(before.worthwhile)}).`;
}

/** The case of nothing known, in words. */
export const unknownWords = (arm: string): string =>
  `Nothing is known about the effect of ${arm}, and no number is made up for it. Take the sceptical belief or the nearly flat one, say what you believe yourself, or go on as it is: your days will tell.`;

/** What a belief is worth, as a headline. */
export function worthWords({ days }: Days): string {
  if (days < 0.5) return "less than a day";
  const whole = days < 10 ? Number(days.toFixed(1)) : Math.round(days);
  return `${whole} ${whole === 1 ? "day" : "days"}`;
}

export function momentWords({ moment }: Days): string {
  const days = moment < 10 ? plain(moment, 1) : plain(moment, 0);
  return `By its spread alone it would be ${days}: that is what counts when the claim itself is in doubt.`;
}

export function rows({ props, weighed }: PanelState): string[][] {
  const { before, after, beforeChances, afterChances } = weighed;
  const amount = withUnit(plain(props.worthwhile, 6), props.unit);
  const chance = (kind: "benefit" | "worthwhile" | "harm"): string[] => [
    percent(beforeChances[kind]),
    percent(afterChances?.[kind]),
  ];
  return [
    ["better at all", ...chance("benefit")],
    [`better by more than ${amount}`, ...chance("worthwhile")],
    [`worse by more than ${amount}`, ...chance("harm")],
    ["middle", plain(before.mean, 3), plain(after?.mean, 3)],
    ["spread (sd)", plain(before.sd, 3), plain(after?.sd, 3)],
    ["95% from", plain(before.quantile(0.025), 3), plain(after?.quantile(0.025), 3)],
    ["95% to", plain(before.quantile(0.975), 3), plain(after?.quantile(0.975), 3)],
  ];
}
