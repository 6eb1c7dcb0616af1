/** Fields: for one number, with commas or dots and arrows to step; and for a text. */

import { keepKeys, listen, stepsOf } from "./gesture.ts";
import { html, set, show, write } from "./mark.ts";
import { clamp, parse, plain, round } from "./number.ts";

export interface NumberField {
  readonly node: HTMLElement;
  readonly input: HTMLInputElement;
  draw(state: NumberState): void;
}

export interface NumberState {
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly step: number;
  readonly digits?: number;
  readonly unit?: string;
  readonly isLocked?: boolean;
}

let count = 0;
/** An id for a label or a description; unique in the page, and of no other meaning. */
export function freshId(): string {
  count += 1;
  return `nof1-${count}`;
}

/** Keeps the last good value when the text is no number. `change` is called with each new one, also null when the field may be empty and has been emptied. */
export function numberField(
  label: string,
  hook: Record<string, string>,
  change: (value: number | null) => void,
  signal: AbortSignal,
  mayBeEmpty = false,
): NumberField {
  const id = freshId();
  const input = html("input", {
    id,
    class: "nof1-input",
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    ...hook,
  });
  const unit = html("span", { class: "nof1-unit" });
  const hint = html("span", { class: "nof1-hint", id: `${id}-hint`, role: "alert", hidden: true });
  const node = html(
    "div",
    { class: "nof1-field" },
    html("label", { for: id }, label),
    html("span", { class: "nof1-entry" }, input, unit),
    hint,
  );
  let state: NumberState = { value: null, step: 1 };
  let isTyping = false;

  const text = (): string => (state.value === null ? "" : plain(state.value, state.digits ?? 6));
  const complain = (words: string): void => {
    write(hint, words);
    show(hint, words !== "");
    set(input, { "aria-invalid": words ? "true" : null, "aria-describedby": words ? hint.id : null });
  };
  const range = (): string => {
    const [low, high] = [plain(state.low, 4), plain(state.high, 4)];
    if (state.low !== undefined && state.high !== undefined) return `a number from ${low} to ${high}`;
    if (state.low !== undefined) return `a number from ${low} up`;
    return "a number";
  };
  const isInside = (value: number): boolean =>
    value >= (state.low ?? Number.NEGATIVE_INFINITY) && value <= (state.high ?? Number.POSITIVE_INFINITY);
  const commit = (): void => {
    if (!isTyping) return;
    isTyping = false;
    const typed = input.value.trim();
    if (typed === text()) {
      complain("");
      return;
    }
    const value = parse(typed);
    if (typed === "" && mayBeEmpty) change(null);
    else if (value === null || !isInside(value)) {
      complain(`“${typed.slice(0, 20)}” is not ${range()}.`);
      isTyping = true;
      return;
    } else change(value);
    complain("");
    input.value = text();
  };

  keepKeys(input, signal);
  const onInput = (): void => {
    isTyping = true;
  };
  listen(input, "input", onInput, signal);
  listen(input, "change", commit, signal);
  listen(input, "blur", commit, signal);
  listen<KeyboardEvent>(
    input,
    "keydown",
    (event) => {
      if (event.key === "Enter") return commit();
      if (event.key === "Escape") {
        isTyping = false;
        complain("");
        input.value = text();
        return;
      }
      const steps =
        event.key === "ArrowUp" || event.key === "ArrowDown" || event.key.startsWith("Page")
          ? stepsOf(event)
          : null;
      if (steps === null || input.readOnly) return;
      event.preventDefault();
      const from = (isTyping ? parse(input.value) : state.value) ?? state.low ?? 0;
      isTyping = false;
      complain("");
      change(clamp(round(from + steps * state.step, state.step), state.low ?? -1e12, state.high ?? 1e12));
    },
    signal,
  );

  return {
    node,
    input,
    draw(next) {
      state = next;
      set(input, { readonly: next.isLocked === true });
      write(unit, next.unit ?? "");
      if (!isTyping && input.value !== text()) input.value = text();
    },
  };
}

export interface TextField {
  readonly node: HTMLElement;
  draw(value: string, isLocked: boolean): void;
}

/** A field for a text or a date: what is typed counts at once. */
export function textField(
  label: string,
  type: string,
  hook: string,
  change: (text: string) => void,
  signal: AbortSignal,
): TextField {
  const id = freshId();
  const input = html("input", {
    id,
    class: "nof1-input",
    type,
    autocomplete: "off",
    maxlength: 200,
    "data-field": hook,
  });
  keepKeys(input, signal);
  listen(input, "input", () => change(input.value), signal);
  return {
    node: html("div", { class: "nof1-field" }, html("label", { for: id }, label), input),
    draw(value, isLocked) {
      if (input.value !== value) input.value = value;
      set(input, { readonly: isLocked });
    },
  };
}
