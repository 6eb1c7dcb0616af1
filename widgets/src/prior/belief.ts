/** What is believed about an arm, before and after the days; nothing here knows of a screen. */

import { blend, type Chances, type Curve, chances } from "../lib/curve.ts";
import { type Part, partsOf, type Shape } from "../lib/shape.ts";
import { type Likelihood, swap } from "../lib/swap.ts";
import type {
  Belief,
  Confirmed,
  Doubt,
  Drawn,
  Hand,
  PriorArm,
  PriorPart,
  PriorProps,
  Said,
} from "./message.ts";

export type Kind = Shape["family"] | "mixture";

export const byHand = (part: PriorPart, arm: string): Hand | undefined =>
  part.priors.find((prior) => prior.arm === arm);

/** What stands for this arm: set by hand, or what the model said made ready for this person. */
export function believed(part: PriorPart, arm: PriorArm): Drawn {
  const hand = byHand(part, arm.arm);
  if (!hand) return arm.derived;
  if (hand.shape) return { shape: hand.shape, parts: partsOf(hand.shape), vague: 0 };
  if (hand.parts) return { shape: null, parts: hand.parts, vague: hand.vague };
  if (arm.fit && isSameAnswer(arm.fit.belief.said, hand.said)) return arm.fit.belief;
  const name = hand.said?.way === "named" ? hand.said.name : "";
  return arm.named.find((named) => named.key === name)?.belief ?? arm.now;
}

const isSameAnswer = (one: Said | null, other: Said | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export const ofShape = (shape: Shape): Drawn => ({ shape, parts: partsOf(shape), vague: 0 });

/** How a curve or a sum of Normals is put into words of the seam. */
export const handOf = (arm: string, drawn: Drawn): Hand =>
  drawn.shape
    ? { arm, shape: drawn.shape, parts: null, vague: 0, said: null }
    : { arm, shape: null, parts: drawn.parts, vague: drawn.vague, said: null };

export const handSaid = (arm: string, said: Said): Hand => ({
  arm,
  shape: null,
  parts: null,
  vague: 0,
  said,
});

/** The part with this arm's prior set by hand; the others stay as they are. */
export function put(props: PriorProps, part: PriorPart, hand: Hand): PriorPart {
  return { ...part, priors: inOrder(props, [...part.priors.filter((one) => one.arm !== hand.arm), hand]) };
}

export const without = (part: PriorPart, arm: string): PriorPart => ({
  ...part,
  priors: part.priors.filter((prior) => prior.arm !== arm),
});

/** The doubts that stand for this arm. */
export const doubtOf = (part: PriorPart, arm: PriorArm): Doubt =>
  part.discounts.find((doubt) => doubt.arm === arm.arm) ?? arm.doubt;

export function putDoubt(props: PriorProps, part: PriorPart, doubt: Doubt): PriorPart {
  const rest = part.discounts.filter((one) => one.arm !== doubt.arm);
  return { ...part, discounts: inOrder(props, [...rest, doubt]) };
}

function inOrder<T extends { readonly arm: string }>(props: PriorProps, things: T[]): T[] {
  const names = props.arms.map((known) => known.arm);
  return things.sort((one, other) => names.indexOf(one.arm) - names.indexOf(other.arm));
}

export const kindOf = (drawn: Drawn): Kind =>
  drawn.shape?.family ?? (drawn.parts.length === 1 ? "normal" : "mixture");

/** The parts that are a claim, with weights that add up to 1. */
export function claimOf(drawn: Drawn): Part[] {
  const kept = drawn.parts.slice(0, drawn.parts.length - drawn.vague);
  const held = kept.reduce((sum, [weight]) => sum + weight, 0);
  return kept.map(([weight, mean, sd]) => [weight / held, mean, sd] as const);
}

/** How much of the belief is room for being wrong. */
export const roomOf = (drawn: Drawn): number =>
  drawn.parts.slice(drawn.parts.length - drawn.vague).reduce((sum, [weight]) => sum + weight, 0);

export interface Weighed {
  readonly drawn: Drawn;
  readonly before: Curve;
  readonly beforeChances: Chances;
  /** Null while no day counts yet. */
  readonly after: Curve | null;
  readonly afterChances: Chances | null;
}

/** Before and after, for one arm. */
export function weigh(props: PriorProps, arm: PriorArm, drawn: Drawn): Weighed {
  const { direction, worthwhile } = props;
  const before = blend(drawn.parts);
  const after = isUsable(arm.likelihood) ? swap(arm.likelihood, drawn.parts) : null;
  return {
    drawn,
    before,
    beforeChances: chances(before, direction, worthwhile),
    after,
    afterChances: after && chances(after, direction, worthwhile),
  };
}

/** The same, worked out once for as long as nothing that goes into it changes. */
export function weighing(): (props: PriorProps, arm: PriorArm, drawn: Drawn) => Weighed {
  const known = new Map<string, Remembered>();
  return (props, arm, drawn) => {
    const last = known.get(arm.arm) ?? { likelihood: null, weighed: [] };
    const isOld = isSame(last.likelihood, arm.likelihood);
    const likelihood = isOld ? last.likelihood : arm.likelihood;
    const sign = [props.direction, props.worthwhile, ...drawn.parts.flat()].join();
    const found = isOld ? last.weighed.find((one) => one.sign === sign) : undefined;
    if (found) return found.weighed.drawn === drawn ? found.weighed : { ...found.weighed, drawn };
    const weighed = weigh(props, { ...arm, likelihood }, drawn);
    // Two of an arm: what is in force, and what is being tried.
    known.set(arm.arm, {
      likelihood,
      weighed: [{ sign, weighed }, ...(isOld ? last.weighed.slice(0, 1) : [])],
    });
    return weighed;
  };
}

interface Remembered {
  readonly likelihood: Likelihood | null;
  readonly weighed: readonly { readonly sign: string; readonly weighed: Weighed }[];
}

const isSame = (one: Likelihood | null, other: Likelihood | null): boolean =>
  one === other ||
  (one !== null && other !== null && alike(one.theta, other.theta) && alike(one.log, other.log));

const alike = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((value, i) => value === other[i]);

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

/** Whether two beliefs are the same to the eye. */
export const isAlike = (one: Drawn, other: Drawn | Belief): boolean =>
  one.parts.length === other.parts.length &&
  one.parts.every((part, i) => part.every((value, j) => Math.abs(value - (other.parts[i]?.[j] ?? 0)) < 1e-9));
