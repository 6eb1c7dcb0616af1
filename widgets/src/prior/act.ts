/** What a person can do to one arm's belief, and what every part of its panel is drawn from. */

import { afterQuiet, listen } from "../lib/gesture.ts";
import type { Weighed } from "./belief.ts";
import type { Doubt, Drawn, PriorArm, PriorProps, Said } from "./message.ts";

export interface PanelState {
  readonly props: PriorProps;
  readonly arm: PriorArm;
  readonly weighed: Weighed;
  readonly doubt: Doubt;
  /** The answer that is in force, if it was an answer. */
  readonly said: Said | null;
  readonly isHand: boolean;
  readonly isTrying: boolean;
  readonly isWaiting: boolean;
  /** A registered protocol is open only while a reason is given. */
  readonly isLocked: boolean;
  readonly why: string;
  readonly width: number;
}

export interface Act {
  /** Remembers what stands now, in case the gesture is taken away. */
  hold(): void;
  /** Brings back what stood then. */
  release(): void;
  /** A curve or a sum of Normals in hand. */
  draw(drawn: Drawn, settled: boolean): void;
  /** What would an answer come to? Nothing is believed yet; null when it is given up. */
  attempt(said: Said | null): void;
  use(said: Said): void;
  forget(): void;
  doubt(doubt: Doubt, settled: boolean): void;
  why(text: string): void;
}

/** Shows a change at once and lets it count when it has been quiet: many presses of a key are one step. */
export function settling<T>(
  tell: (value: T, settled: boolean) => void,
  signal: AbortSignal,
): { change(value: T): void; watch(node: EventTarget): void } {
  let latest: { value: T } | undefined;
  const quiet = afterQuiet(() => {
    const last = latest;
    latest = undefined;
    if (last) tell(last.value, true);
  }, signal);
  return {
    change(value) {
      latest = { value };
      tell(value, false);
      quiet.poke();
    },
    watch: (node) => listen(node, "blur", quiet.now, signal),
  };
}

export interface Widget<State> {
  readonly node: HTMLElement;
  draw(state: State): void;
}
