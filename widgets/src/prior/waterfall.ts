/** The waterfall of doubt: from what the model said to what is believed of this person, step by step. */

import { numberField } from "../lib/field.ts";
import { listen } from "../lib/gesture.ts";
import { html, list, type Piece, set, show, write } from "../lib/mark.ts";
import { percent, plain, withUnit } from "../lib/number.ts";
import { type Act, type PanelState, settling, type Widget } from "./act.ts";
import { likeness } from "./likeness.ts";
import type { Dial, Doubt, PriorArm, Stage } from "./message.ts";
import { spark } from "./spark.ts";

/** Which part of a doubt a stage's switch turns. */
const SWITCHES: Readonly<
  Record<string, "recalibrates" | "transfers" | "represents" | "robustifies" | "caps">
> = {
  recalibrated: "recalibrates",
  person: "transfers",
  representation: "represents",
  robust: "robustifies",
  capped: "caps",
};
/** What a dial is called, whether it is a share, and whether it is in the unit of the measure. */
const DIALS: Readonly<Record<string, readonly [label: string, kind: "share" | "unit"]>> = {
  usual: ["Your usual level", "unit"],
  between: ["How far people differ", "unit"],
  weight: ["Belief that the claim keeps", "share"],
  cap: ["At most this share of the planned days", "share"],
  accuracy: ["Relative accuracy", "share"],
  overlap: ["Overlap", "share"],
};

export function waterfall(arm: string, act: Act, signal: AbortSignal): Widget<PanelState> {
  let state: PanelState | undefined;
  const ladder = html("ol", { class: "nof1-stages", "data-waterfall": "" });
  const lead = html("p", { class: "nof1-muted nof1-small" });
  const ethics = html("p", { class: "nof1-ethics nof1-small", "data-ethics": "" });
  const turn = (change: Partial<Doubt>, settled = true): void => {
    if (state && !state.isLocked) act.doubt({ ...state.doubt, ...change }, settled);
  };
  const alike = likeness(arm, turn, signal);

  const stage = (first: Stage): Piece<Stage> => {
    const title = html("span", { class: "nof1-stage-title" });
    const button = html("button", {
      type: "button",
      class: "nof1-switch",
      role: "switch",
      "data-switch": first.key,
    });
    const note = html("p", { class: "nof1-small nof1-muted nof1-why" });
    const numbers = html("p", { class: "nof1-stage-numbers" });
    const curve = spark(44);
    const place = html("div", { class: "nof1-stage-dial" });
    const flip = (): void => {
      const name = SWITCHES[first.key];
      if (name && state) turn({ [name]: !state.doubt[name] });
    };
    listen(button, "click", flip, signal);
    const dial = dialField(turn, () => state, signal);
    place.append(dial.node);
    const node = html(
      "li",
      { class: "nof1-stage", "data-stage": first.key },
      html("div", { class: "nof1-stage-head" }, button, title),
      html("div", { class: "nof1-stage-curve" }, curve.node),
      numbers,
      note,
      place,
      ...(first.key === "representation" ? [alike.node] : []),
    );
    return {
      node,
      draw(known, index) {
        if (!state) return;
        const { props, isLocked } = state;
        write(title, `${index + 1}. ${sentenceCase(known.label)}`);
        write(note, known.note);
        write(
          numbers,
          `${withUnit(plain(known.mean, 2), props.unit)}, give or take ${plain(known.sd, 2)} · better ${percent(known.p_benefit)}`,
        );
        set(node, {
          "data-mean": known.mean.toFixed(6),
          "data-sd": known.sd.toFixed(6),
          "data-on": String(known.is_on),
        });
        set(button, { "aria-checked": String(known.is_on), "aria-label": known.label, disabled: isLocked });
        show(button, known.can_switch);
        curve.draw(props, known.parts, state.arm.waterfall[index - 1]?.parts ?? null);
        dial.draw(known.dial);
        if (first.key === "representation") alike.draw(state);
      },
    };
  };
  const draw = list<Stage>(ladder, ({ key }) => key, stage);
  const node = html(
    "section",
    { class: "nof1-section" },
    html("h3", {}, "From what the model said to what is believed of you"),
    lead,
    ladder,
    ethics,
  );
  let last: readonly unknown[] = [];
  return {
    node,
    draw(next) {
      state = next;
      const sign = [next.arm, next.doubt, next.isLocked, next.isHand, next.props];
      if (sign.every((value, i) => value === last[i])) return;
      last = sign;
      draw(next.arm.waterfall);
      write(lead, leading(next));
      write(ethics, guard(next.arm));
      show(ethics, next.arm.is_known);
    },
  };
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function leading({ arm, isHand }: PanelState): string {
  if (!arm.is_known) return "There is no claim here that could be doubted.";
  if (isHand)
    return "You set this belief by hand, and it stands. The steps show what would be believed otherwise: take “as discounted” above to go back to them. Turning a doubt changes the steps, and not what you set.";
  return "Each doubt can be switched off, and its number turned. The dotted line is the belief before the step.";
}

/** A doubt takes weight from a claim, never a chance from a person. */
function guard({ arm, worth }: PriorArm): string {
  const extra = Math.round(worth.extra_days);
  const never = `${arm} is never put further down for it, and never out of reach.`;
  if (extra < 1)
    return `A doubt lowers how much is borrowed from others. Your own data count for more instead; ${never}`;
  const days = extra === 1 ? "1 extra day gives" : `${extra} extra days give`;
  return `You are unlike the people of the evidence, so less is borrowed from them. Your own data count for more: ${days} the same certainty; ${never}`;
}

/** The number of a doubt. */
function dialField(
  turn: (change: Partial<Doubt>, settled?: boolean) => void,
  state: () => PanelState | undefined,
  signal: AbortSignal,
): { node: HTMLElement; draw(dial: Dial | null): void } {
  const node = html("div", {});
  let name = "";
  let field: ReturnType<typeof numberField> | undefined;
  const settle = settling<number>((value, settled) => {
    const isShare = DIALS[name]?.[1] === "share";
    turn({ [name]: isShare ? value / 100 : value }, settled);
  }, signal);
  return {
    node,
    draw(dial) {
      const now = state();
      show(node, dial !== null && now !== undefined);
      if (!dial || !now) return;
      if (dial.name !== name) {
        name = dial.name;
        const change = (value: number | null): void => {
          if (value !== null) settle.change(value);
        };
        field = numberField(DIALS[name]?.[0] ?? name, { "data-dial": name }, change, signal);
        settle.watch(field.input);
        node.replaceChildren(field.node);
      }
      const isShare = DIALS[name]?.[1] === "share";
      const times = isShare ? 100 : 1;
      field?.draw({
        value: dial.value === null ? null : times * dial.value,
        low: times * dial.low,
        high: times * dial.high,
        step: isShare ? 5 : now.props.worthwhile / 4,
        digits: isShare ? 1 : 3,
        unit: isShare ? "%" : now.props.unit,
        isLocked: now.isLocked,
      });
    },
  };
}
