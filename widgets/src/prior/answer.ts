/** Numbers that answer a question: an interval, or three quartiles. */

import { numberField } from "../lib/field.ts";
import { html, write } from "../lib/mark.ts";
import { decimals, percent, plain, withUnit } from "../lib/number.ts";
import type { PanelState, Widget } from "./act.ts";
import { grain } from "./handle.ts";
import type { Said } from "./message.ts";

export interface Question extends Widget<PanelState> {
  /** The answer as it stands, or null while it is none yet. */
  said(): Said | null;
  reset(): void;
}

const rises = (values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || value > (values[i - 1] ?? value));

/** "I am so sure that the effect lies between here and there." */
export function interval(change: () => void, signal: AbortSignal): Question {
  const given: Record<"low" | "high" | "level", number | null> = { low: null, high: null, level: 90 };
  let state: PanelState | undefined;
  const field = (label: string, hook: keyof typeof given) =>
    numberField(
      label,
      { "data-field": hook },
      (value) => {
        given[hook] = value;
        if (state) draw(state);
        change();
      },
      signal,
      true,
    );
  const [low, high, level] = [
    field("Between", "low"),
    field("and", "high"),
    field("I am this sure", "level"),
  ];
  const words = html("p", { class: "nof1-small nof1-muted", "data-answer": "" });
  const node = html(
    "div",
    { class: "nof1-way" },
    html("p", {}, "Where does the effect lie, and how sure are you of that?"),
    html("div", { class: "nof1-fields" }, low.node, high.node, level.node),
    words,
  );
  const said = (): Said | null => {
    const { low: from, high: to, level: sure } = given;
    if (from === null || to === null || sure === null || !rises([from, to])) return null;
    return { way: "interval", at: [from, to], held: [sure / 100], name: "" };
  };
  function draw(next: PanelState): void {
    if (!state && next.said?.way === "interval") recall(next.said);
    state = next;
    const { props, isLocked } = next;
    const shared = {
      step: grain(props.domain).key * 5,
      digits: decimals(grain(props.domain).drag) + 1,
      unit: props.unit,
      isLocked,
    };
    low.draw({ value: given.low, ...shared });
    high.draw({ value: given.high, ...shared });
    level.draw({ value: given.level, low: 1, high: 99.9, step: 1, digits: 1, unit: "%", isLocked });
    const { low: from, high: to, level: sure } = given;
    const isDisordered = from !== null && to !== null && from >= to;
    write(
      words,
      isDisordered
        ? "The first number must be below the second."
        : said()
          ? `${percent((sure ?? 0) / 100)} sure that the effect is between ${plain(from, 6)} and ${withUnit(plain(to, 6), props.unit)}.`
          : "An effect below 0 is a lower value than without.",
    );
  }
  const recall = ({ at, held }: Said): void => {
    [given.low, given.high] = [at[0] ?? null, at[1] ?? null];
    given.level = 100 * (held[0] ?? 0.9);
  };
  const reset = (): void => {
    [given.low, given.high, given.level] = [null, null, 90];
  };
  return { node, said, reset, draw };
}

const QUARTERS = [
  ["q2", "Even odds", "The effect is as likely below this as above it."],
  ["q1", "If it is below that: even odds again", "One time in four it is lower than this."],
  ["q3", "If it is above that: even odds again", "One time in four it is higher than this."],
] as const;

/** Three questions of even odds. */
export function quartiles(change: () => void, signal: AbortSignal): Question {
  const given: Record<"q1" | "q2" | "q3", number | null> = { q1: null, q2: null, q3: null };
  let state: PanelState | undefined;
  const fields = QUARTERS.map(([hook, label, hint]) => {
    const made = numberField(
      label,
      { "data-field": hook },
      (value) => {
        given[hook] = value;
        if (state) draw(state);
        change();
      },
      signal,
      true,
    );
    made.node.append(html("span", { class: "nof1-small nof1-muted" }, hint));
    return [hook, made] as const;
  });
  const words = html("p", { class: "nof1-small nof1-muted", "data-answer": "" });
  const node = html(
    "div",
    { class: "nof1-way" },
    html("p", {}, "Imagine a bet. At which effect would you not mind which side you are given?"),
    html("div", { class: "nof1-fields nof1-quartiles" }, ...fields.map(([, made]) => made.node)),
    words,
  );
  const said = (): Said | null => {
    const { q1, q2, q3 } = given;
    if (q1 === null || q2 === null || q3 === null || !rises([q1, q2, q3])) return null;
    return { way: "quartiles", at: [q1, q2, q3], held: [0.25, 0.5, 0.75], name: "" };
  };
  function draw(next: PanelState): void {
    if (!state && next.said?.way === "quartiles") {
      const [q1, q2, q3] = next.said.at;
      Object.assign(given, { q1: q1 ?? null, q2: q2 ?? null, q3: q3 ?? null });
    }
    state = next;
    const { props, isLocked } = next;
    const shared = {
      step: grain(props.domain).key * 5,
      digits: decimals(grain(props.domain).drag) + 1,
      unit: props.unit,
      isLocked,
    };
    for (const [hook, made] of fields) made.draw({ value: given[hook], ...shared });
    const { q1, q2, q3 } = given;
    const known = [q1, q2, q3].filter((value) => value !== null);
    write(
      words,
      rises(known)
        ? said()
          ? `Half of the belief lies between ${plain(q1, 6)} and ${withUnit(plain(q3, 6), props.unit)}.`
          : "All three are needed."
        : "The numbers must rise: lower quarter, middle, upper quarter.",
    );
  }
  const reset = (): void => {
    Object.assign(given, { q1: null, q2: null, q3: null });
  };
  return { node, said, reset, draw };
}
