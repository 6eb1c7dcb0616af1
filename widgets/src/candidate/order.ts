/** In which order the candidates are looked at, and which of them. */

import type { CandidateRow } from "../candidate.ts";

export type Order = "rank" | "name" | "stated" | "benefit" | "worthwhile" | "best";

export const ORDERS: readonly [readonly [Order, string], ...(readonly [Order, string])[]] = [
  ["rank", "the model's rank"],
  ["best", "chance of being best"],
  ["worthwhile", "chance of a worthwhile benefit"],
  ["benefit", "chance of any benefit"],
  ["stated", "width of what was stated"],
  ["name", "name"],
];

type Key = (row: CandidateRow) => number;

const LAST = Number.POSITIVE_INFINITY;
const KEYS: Readonly<Record<Exclude<Order, "name">, Key>> = {
  rank: (row) => row.candidate.rank ?? LAST,
  benefit: (row) => -(row.order.benefit ?? -LAST),
  worthwhile: (row) => -(row.order.worthwhile ?? -LAST),
  best: (row) => -(row.order.best ?? -LAST),
  stated: (row) => (row.stated && row.stated.low < row.stated.high ? row.stated.high - row.stated.low : LAST),
};

/** Those that say the words, sorted; what is equal, or unknown, keeps the model's order. */
export function arranged(rows: readonly CandidateRow[], order: Order, words: string): CandidateRow[] {
  const wanted = words.trim().toLocaleLowerCase();
  const found = rows.filter((row) => wanted === "" || said(row).includes(wanted));
  const ranked = sorted(found, KEYS.rank);
  if (order === "name")
    return ranked.sort((one, other) => one.candidate.name.localeCompare(other.candidate.name));
  return sorted(ranked, KEYS[order]);
}

const said = ({ candidate, details }: CandidateRow): string =>
  [candidate.name, ...details.map((detail) => detail.text)].join("\n").toLocaleLowerCase();

function sorted(rows: readonly CandidateRow[], key: Key): CandidateRow[] {
  return [...rows].sort((one, other) => {
    const [a, b] = [key(one), key(other)];
    return a === b ? 0 : a - b;
  });
}

/** Whether any chance is lower for this person than for those of the evidence. */
export const isUnlike = (rows: readonly CandidateRow[]): boolean =>
  rows.some((row) => row.p_benefit !== row.order.benefit || row.p_worthwhile !== row.order.worthwhile);
