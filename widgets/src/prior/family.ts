/** Draw the curve: its family, and the numbers that the handles stand for. */

import { numberField } from "../lib/field.ts";
import { listen } from "../lib/gesture.ts";
import { html, set, show, write } from "../lib/mark.ts";
import { decimals } from "../lib/number.ts";
import { LEAST_TAIL, MOST_LEAN, MOST_TAIL } from "../lib/shape.ts";
import { type Act, type PanelState, settling, type Widget } from "./act.ts";
import { type Kind, kindOf, ofShape, roomOf } from "./belief.ts";
import { brought, changed, grain, middleOf, roomed } from "./handle.ts";
import type { Drawn } from "./message.ts";
import { partsTable } from "./parts.ts";

const KINDS: readonly (readonly [Kind, string, string])[] = [
  ["normal", "Bell", "The same chance to either side, and few surprises."],
  ["student", "Heavy tails", "A bell that leaves room for surprises far out."],
  ["skewed", "Leaning", "A longer tail to one side: pull either end by itself."],
  [
    "mixture",
    "With room for being wrong",
    "The handles move the claim; the rest of the belief is kept for its being wrong altogether.",
  ],
];

export function family(arm: string, act: Act, signal: AbortSignal): Widget<PanelState> {
  let state: PanelState | undefined;
  const drawn = (): Drawn | undefined => state?.weighed.drawn;
  const hint = html("p", { class: "nof1-small nof1-muted" });
  const buttons = KINDS.map(([kind, label]) => {
    const node = html("button", { type: "button", class: "nof1-choice", "data-family": kind }, label);
    const press = (): void => {
      const now = drawn();
      if (now && state && !state.isLocked && kindOf(now) !== kind)
        act.draw(changed(now, kind, state.arm.worth.sigma_d || 4 * state.props.worthwhile), true);
    };
    listen(node, "click", press, signal);
    return [kind, node] as const;
  });

  /** A field whose value makes another belief of the one in hand. */
  const field = (label: string, hook: string, made: (now: Drawn, value: number) => Drawn) => {
    const settle = settling<Drawn>((value, isSettled) => act.draw(value, isSettled), signal);
    const change = (value: number | null): void => {
      const now = drawn();
      if (value !== null && now && state && !state.isLocked) settle.change(made(now, value));
    };
    const made_ = numberField(label, { "data-field": hook, "data-arm": arm }, change, signal);
    settle.watch(made_.input);
    return made_;
  };
  const mean = field("Middle of the belief", "mean", (now, value) =>
    brought(now, value, middleOf(now).spread),
  );
  const sd = field("Spread (sd)", "sd", (now, value) => brought(now, middleOf(now).middle, value));
  const tail = field("Tails: 3 very heavy, 30 almost a bell", "tail", (now, value) =>
    now.shape ? ofShape({ ...now.shape, tail: value }) : now,
  );
  const lean = field("Lean: −1 tail down, 1 tail up", "lean", (now, value) =>
    now.shape ? ofShape({ ...now.shape, lean: value }) : now,
  );
  const room = field("Room for being wrong", "room", (now, value) =>
    roomed(now, value / 100, state?.arm.worth.sigma_d || 1),
  );
  const table = partsTable(act, signal);
  const node = html(
    "div",
    { class: "nof1-way" },
    html(
      "div",
      { class: "nof1-choices", role: "group", "aria-label": "What kind of curve" },
      ...buttons.map(([, button]) => button),
    ),
    hint,
    html("div", { class: "nof1-fields" }, mean.node, sd.node, tail.node, lean.node, room.node),
    table.node,
  );
  return {
    node,
    draw(next) {
      state = next;
      const { props, weighed, isLocked } = next;
      const now = weighed.drawn;
      const kind = kindOf(now);
      for (const [name, button] of buttons)
        set(button, { "aria-pressed": String(name === kind), disabled: isLocked });
      write(hint, KINDS.find(([name]) => name === kind)?.[2] ?? "");
      const { middle, spread } = middleOf(now);
      const [low, high] = props.domain;
      const [least, most] = props.sd_range;
      const step = grain(props.domain).key;
      const digits = decimals(grain(props.domain).drag) + 1;
      mean.draw({
        value: middle,
        low: Math.min(low, middle),
        high: Math.max(high, middle),
        step,
        digits,
        unit: props.unit,
        isLocked,
      });
      sd.draw({
        value: spread,
        low: Math.min(least, spread),
        high: Math.max(most, spread),
        step,
        digits,
        unit: props.unit,
        isLocked,
      });
      show(tail.node, kind === "student");
      show(lean.node, kind === "skewed");
      show(room.node, kind === "mixture");
      tail.draw({
        value: now.shape?.tail ?? 4,
        low: LEAST_TAIL,
        high: MOST_TAIL,
        step: 1,
        digits: 1,
        isLocked,
      });
      lean.draw({
        value: now.shape?.lean ?? 0,
        low: -MOST_LEAN,
        high: MOST_LEAN,
        step: 0.05,
        digits: 3,
        isLocked,
      });
      room.draw({ value: 100 * roomOf(now), low: 1, high: 99, step: 1, digits: 1, unit: "%", isLocked });
      table.draw(next);
    },
  };
}
