/** Chips on a board: twenty of them, put where the effect may lie. */

import { safeDomain } from "../lib/axis.ts";
import type { PriorProps, Said } from "./message.ts";

export const CHIPS = 20;
const MOST_BINS = 16;

export interface Board {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** How wide a bin is. */
  readonly width: number;
  readonly placed: number;
}

/** An empty board over the effects that are shown; bins meet at no effect, and at the smallest worthwhile change. */
export function board(props: PriorProps): Board {
  const [low, high] = safeDomain(props.domain);
  let width = props.worthwhile;
  while ((high - low) / width > MOST_BINS) width *= 2;
  while ((high - low) / width <= MOST_BINS / 2) width /= 2;
  const first = Math.floor(low / width + 1e-9);
  const last = Math.ceil(high / width - 1e-9);
  const edges = Array.from(
    { length: last - first + 1 },
    (_, i) => Number(((first + i) * width).toPrecision(12)) + 0,
  );
  return of(edges, new Array<number>(edges.length - 1).fill(0));
}

const of = (edges: readonly number[], counts: readonly number[]): Board => ({
  edges,
  counts,
  width: (edges[1] ?? 1) - (edges[0] ?? 0),
  placed: counts.reduce((sum, count) => sum + count, 0),
});

/** The board as it was left: an answer may have bins of its own. */
export const recalled = (said: Said): Board => of(said.at, said.held);

/** So many chips in a bin, or as many as there are left. */
export function stacked(known: Board, bin: number, wanted: number): Board {
  const old = known.counts[bin] ?? 0;
  const most = old + CHIPS - known.placed;
  const count = Math.max(0, Math.min(Math.round(wanted), most));
  return of(
    known.edges,
    known.counts.map((other, i) => (i === bin ? count : other)),
  );
}

export const answer = (known: Board): Said => ({
  way: "chips",
  at: known.edges,
  held: known.counts,
  name: "",
});
