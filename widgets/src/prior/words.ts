/** The words of the prior sheet: one sentence, seven rows, three sliders. */

import type { Bell } from "../lib/curve.ts";
import { stepsOf } from "../lib/gesture.ts";
import { set } from "../lib/mark.ts";
import { frequency, percent, plain, withUnit } from "../lib/number.ts";
import { grain, type Handle, handlePlace, type PriorProps, reach } from "./belief.ts";
import type { PanelState } from "./panel.ts";

/** Where a key brings a handle, or null when the key means nothing here. */
export function keyed(props: PriorProps, prior: Bell, handle: Handle, event: KeyboardEvent): number | null {
  const [low, high] = reach(props, prior, handle);
  if (event.key === "Home") return low;
  if (event.key === "End") return high;
  const steps = stepsOf(event);
  return steps === null ? null : handlePlace(prior, handle) + steps * grain(props.domain).key;
}

export function describeHandle(node: SVGGElement, name: Handle, { props, arm, weighed }: PanelState): void {
  const value = handlePlace(weighed.prior, name);
  const [low, high] = reach(props, weighed.prior, name);
  const what = {
    mean: "middle of the belief",
    low: "lower end of the spread",
    high: "upper end of the spread",
  }[name];
  const spread = name === "mean" ? "" : `, spread ${plain(weighed.prior.sd, 3)}`;
  set(node, {
    "aria-label": `${arm.arm}: ${what}`,
    "aria-valuenow": Number(value.toFixed(6)),
    "aria-valuemin": Number(low.toFixed(6)),
    "aria-valuemax": Number(high.toFixed(6)),
    "aria-valuetext": `${withUnit(plain(value, 3), props.unit)}${spread}`,
    "aria-disabled": props.locked ? "true" : null,
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
