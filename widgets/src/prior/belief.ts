/** What is believed about an arm, before and after the days; nothing here knows of a screen. */

import { nice, safeDomain } from "../lib/axis.ts";
import { type Bell, bell, type Chances, type Curve, chances, type Likelihood, swap } from "../lib/curve.ts";
import { clamp, round } from "../lib/number.ts";

export interface Stated {
  readonly mean: number;
  readonly sd: number;
}

export interface WaterfallStep {
  readonly label: string;
  readonly mean: number;
  readonly sd: number;
  readonly note: string;
}

export interface Confirmed {
  readonly mean: number;
  readonly sd: number;
  readonly low: number;
  readonly high: number;
  readonly p_benefit: number;
  readonly p_worthwhile: number;
  readonly p_harm: number;
}

export interface PriorArm {
  readonly arm: string;
  readonly reference: string;
  readonly stated: Stated | null;
  readonly derived: Stated | null;
  readonly origin: string;
  readonly waterfall: readonly WaterfallStep[];
  readonly likelihood: Likelihood | null;
  readonly python: Confirmed | null;
}

export interface PriorProps {
  readonly unit: string;
  readonly measure: string;
  readonly direction: number;
  readonly worthwhile: number;
  readonly domain: readonly [number, number];
  readonly sd_range: readonly [number, number];
  readonly arms: readonly PriorArm[];
  readonly status: string;
  readonly note: string;
  readonly locked: boolean;
}

export interface HandPrior {
  readonly arm: string;
  readonly mean: number;
  readonly sd: number;
}

export interface PriorPart {
  readonly priors: readonly HandPrior[];
}

export type Handle = "low" | "mean" | "high";

export const byHand = (part: PriorPart, arm: string): HandPrior | undefined =>
  part.priors.find((prior) => prior.arm === arm);

/** The prior in force: set by hand, or worked out from what the model said, or nearly flat. */
export function believed(props: PriorProps, part: PriorPart, arm: PriorArm): Bell {
  const known = byHand(part, arm.arm) ?? arm.derived ?? arm.stated ?? { mean: 0, sd: props.sd_range[1] };
  return { mean: known.mean, sd: Math.max(known.sd, 1e-9) };
}

/** The part with this arm's prior set by hand; the others stay as they are. */
export function put(props: PriorProps, part: PriorPart, arm: string, prior: Bell): PriorPart {
  const mine: HandPrior = { arm, mean: prior.mean, sd: prior.sd };
  const names = props.arms.map((known) => known.arm);
  const rest = part.priors.filter((known) => known.arm !== arm);
  const place = (name: string): number => names.indexOf(name);
  return { priors: [...rest, mine].sort((one, other) => place(one.arm) - place(other.arm)) };
}

export const without = (part: PriorPart, arm: string): PriorPart => ({
  priors: part.priors.filter((prior) => prior.arm !== arm),
});

export const canGoBack = (part: PriorPart, arm: PriorArm): boolean => {
  const mine = byHand(part, arm.arm);
  if (!mine) return false;
  return arm.origin === "hand" || arm.derived?.mean !== mine.mean || arm.derived.sd !== mine.sd;
};

export interface Grain {
  /** What an arrow key adds. */
  readonly key: number;
  /** What a drag is rounded to. */
  readonly drag: number;
}

export function grain(domain: readonly [number, number]): Grain {
  const [low, high] = safeDomain(domain);
  return { key: nice((high - low) / 200), drag: nice((high - low) / 1000) };
}

export const handlePlace = (prior: Bell, handle: Handle): number =>
  handle === "mean" ? prior.mean : handle === "low" ? prior.mean - prior.sd : prior.mean + prior.sd;

/** The prior after a handle has been brought to a value. */
export function moved(props: PriorProps, prior: Bell, handle: Handle, to: number): Bell {
  const [low, high] = safeDomain(props.domain);
  const step = grain(props.domain).drag;
  if (handle === "mean") return { mean: round(clamp(to, low, high), step), sd: prior.sd };
  const away = handle === "low" ? prior.mean - to : to - prior.mean;
  return { mean: prior.mean, sd: clamp(round(away, step), ...props.sd_range) };
}

/** Where a handle stops: for the two of the spread that is the allowed range of the spread. */
export function reach(props: PriorProps, prior: Bell, handle: Handle): [number, number] {
  const [least, most] = props.sd_range;
  if (handle === "mean") return safeDomain(props.domain);
  if (handle === "low") return [prior.mean - most, prior.mean - least];
  return [prior.mean + least, prior.mean + most];
}

export interface Weighed {
  readonly prior: Bell;
  readonly before: Curve;
  readonly beforeChances: Chances;
  /** Null while no day counts yet. */
  readonly after: Curve | null;
  readonly afterChances: Chances | null;
}

/** Before and after, for one arm. */
export function weigh(props: PriorProps, arm: PriorArm, prior: Bell): Weighed {
  const { direction, worthwhile } = props;
  const before = bell(prior);
  const after = isUsable(arm.likelihood) ? swap(arm.likelihood, prior) : null;
  return {
    prior,
    before,
    beforeChances: chances(before, direction, worthwhile),
    after,
    afterChances: after && chances(after, direction, worthwhile),
  };
}

const isUsable = (likelihood: Likelihood | null): likelihood is Likelihood =>
  likelihood !== null && likelihood.theta.length >= 4 && likelihood.theta.length === likelihood.log.length;

/** The largest distance between the chances drawn here and those that Python has confirmed. */
export function disagreement(python: Confirmed, here: Chances): number {
  return Math.max(
    Math.abs(python.p_benefit - here.benefit),
    Math.abs(python.p_worthwhile - here.worthwhile),
    Math.abs(python.p_harm - here.harm),
  );
}
