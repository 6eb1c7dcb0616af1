/** What the candidates mean, in plain sentences. */

import type { Belief, CandidatePart, CandidateProps, CandidateRow } from "../candidate.ts";
import { visible } from "../lib/hidden.ts";
import { frequency, percent, plain, withUnit } from "../lib/number.ts";

export const lead = ({ measure, better, worthwhile, unit }: CandidateProps): string =>
  `The effect on ${visible(measure) || "the measure"}: ${better === "lower" ? "less" : "more"} is better, and ${withUnit(plain(worthwhile, 6), unit)} or more is worthwhile.`;

const span = ({ mean, low, high }: Belief, unit: string): string =>
  withUnit(plain(mean), unit) + (low < high ? `, 95% between ${plain(low)} and ${plain(high)}` : "");

/** One sentence for one candidate: what its picture shows. */
export function sentence({ unit }: CandidateProps, row: CandidateRow): string {
  const name = visible(row.candidate.name);
  if (!row.believed) return `${name}: ${row.unsaid}`;
  const stated = row.stated ? `stated ${span(row.stated, unit)}; ` : "";
  return (
    `${name}: ${stated}believed of you ${span(row.believed, unit)}. Better in ${frequency(row.p_benefit)}, ` +
    `worthwhile in ${frequency(row.p_worthwhile)}, best of all in ${frequency(row.p_best)}.`
  );
}

export const tableRow = ({ candidate, stated, believed, ...row }: CandidateRow): string[] => [
  visible(candidate.name),
  plain(candidate.rank, 0),
  ...[stated, believed].flatMap((each) => [each?.mean, each?.low, each?.high].map((x) => plain(x))),
  percent(row.p_benefit),
  percent(row.p_worthwhile),
  percent(row.p_best),
];

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** What happens with those that are to be tested. */
export function note({ arms, reference, most }: CandidateProps, { chosen }: CandidatePart): string {
  if (arms.length > 0)
    return `The schedule compares ${listed([...arms].map(visible))} with ${visible(reference)}. To test others, tick them on the schedule step and draw it anew.`;
  if (chosen.length === 0) return "Choose what to test. More than one is possible.";
  const full = chosen.length >= most ? ` A schedule holds ${most} at most.` : "";
  return `To be tested: ${listed(chosen.map(visible))}. The schedule step begins with ${chosen.length === 1 ? "it" : "them"}.${full}`;
}
