/** What crosses the seam of the prior sheet: shown by Python, and wanted by the person. */

import type { Part, Shape } from "../lib/shape.ts";
import type { Likelihood } from "../lib/swap.ts";

export type SaidWay = "interval" | "quartiles" | "chips" | "named";

/** An answer as it was given; Python works out the belief that it stands for. */
export interface Said {
  readonly way: SaidWay;
  readonly at: readonly number[];
  readonly held: readonly number[];
  readonly name: string;
}

/** A curve, or a sum of Normals whose last `vague` ones are the room for being wrong. */
export interface Drawn {
  readonly shape: Shape | null;
  readonly parts: readonly Part[];
  readonly vague: number;
}

export interface Belief extends Drawn {
  readonly mean: number;
  readonly sd: number;
  readonly said: Said | null;
  readonly p_benefit: number;
  readonly p_worthwhile: number;
  readonly p_harm: number;
}

export interface Dial {
  readonly name: string;
  /** Null when nobody knows it. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly is_default: boolean;
}

/** What is believed after one stage of the way from claim to prior. */
export interface Stage {
  readonly key: string;
  readonly label: string;
  readonly mean: number;
  readonly sd: number;
  readonly note: string;
  readonly parts: readonly Part[];
  readonly is_on: boolean;
  readonly can_switch: boolean;
  readonly dial: Dial | null;
  readonly p_benefit: number;
  readonly p_worthwhile: number;
}

export interface Named {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  readonly belief: Belief;
}

export interface Worth {
  readonly days: number;
  readonly blocks: number;
  readonly moment_days: number;
  readonly extra_days: number;
  readonly per_block_days: number;
  readonly sigma_d: number;
  readonly sentence: string;
}

export interface Fit {
  readonly belief: Belief;
  readonly misfit: number;
  readonly note: string;
}

export interface Group {
  readonly name: string;
  readonly share: number | null;
}

export type Likeness = "" | "most" | "some" | "few" | "none";
export type DoubtWay = "answer" | "accuracy" | "shares" | "overlap";

/** How far the claim is believed of this person; null leaves a number to its default. */
export interface Doubt {
  readonly arm: string;
  readonly usual: number | null;
  readonly recalibrates: boolean;
  readonly transfers: boolean;
  readonly between: number | null;
  readonly represents: boolean;
  readonly way: DoubtWay;
  readonly likeness: Likeness;
  readonly accuracy: number | null;
  readonly groups: readonly Group[];
  readonly own: string;
  readonly overlap: number | null;
  readonly robustifies: boolean;
  readonly weight: number | null;
  readonly caps: boolean;
  readonly cap: number;
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
  readonly origin: string;
  readonly is_known: boolean;
  readonly stated: Belief | null;
  readonly derived: Belief;
  readonly now: Belief;
  readonly waterfall: readonly Stage[];
  readonly named: readonly Named[];
  readonly worth: Worth;
  readonly fit: Fit | null;
  readonly doubt: Doubt;
  readonly population: readonly Group[];
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

/** A belief set by hand: as a curve, as parts, or as an answer. */
export interface Hand {
  readonly arm: string;
  readonly shape: Shape | null;
  readonly parts: readonly Part[] | null;
  readonly vague: number;
  readonly said: Said | null;
}

/** `trying` is looked at and not believed yet: no step comes of it. */
export interface PriorPart {
  readonly priors: readonly Hand[];
  readonly discounts: readonly Doubt[];
  readonly why: string;
  readonly trying: Hand | null;
}
