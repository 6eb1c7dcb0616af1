/** One field of a candidate: what was read, how it came about, and a box to type over it. */

import type { InboxEdit, InboxField } from "../inbox.ts";
import { freshId } from "../lib/field.ts";
import { keepKeys, listen } from "../lib/gesture.ts";
import { howMark } from "../lib/how.ts";
import { html, type Piece, set, show, write } from "../lib/mark.ts";

export interface FieldState {
  readonly field: InboxField;
  readonly edit: InboxEdit | undefined;
}

export interface FieldDeeds {
  edit(role: string, text: string): void;
  restore(role: string): void;
  /** The field that a person looks at now; null when they look away. */
  look(role: string | null): void;
}

const LONG = new Set(["rationale", "citations", "population"]);

/** Words that a field may hold, with what they mean; the first is "not said". */
const CHOICES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  scale: [
    ["", "not said (a difference)"],
    ["difference", "difference"],
    ["ratio", "ratio (1 is no effect)"],
    ["log_ratio", "logarithm of a ratio"],
    ["odds", "odds ratio"],
    ["log_odds", "logarithm of an odds ratio"],
  ],
  interval_kind: [
    ["", "not said"],
    ["mean_effect", "the mean effect in many people"],
    ["individual_effect", "the effect in one person"],
    ["unknown", "unknown"],
  ],
  direction: [
    ["", "not said"],
    ["lower", "lowers the measure"],
    ["higher", "raises the measure"],
  ],
  design: [
    ["", "not said"],
    ["trial", "trials that drew by chance"],
    ["cohort", "people observed"],
    ["mechanism", "how it should work"],
    ["none", "no evidence"],
  ],
};

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function fieldOf(role: string, deeds: FieldDeeds, signal: AbortSignal): Piece<FieldState> {
  const id = freshId();
  const label = html("label", { for: id });
  const mark = howMark();
  const control = controlOf(role, id);
  const note = html("p", { class: "nof1-small nof1-muted", id: `${id}-note`, dir: "auto" });
  const back = html(
    "button",
    { type: "button", class: "nof1-button nof1-plain nof1-back", "data-action": "restore" },
    "As it was read",
  );
  const node = html(
    "div",
    { class: "nof1-part", "data-long": LONG.has(role) },
    html("div", { class: "nof1-part-head" }, label, mark.node),
    control,
    note,
    back,
  );
  let state: FieldState | undefined;
  let isTyping = false;

  const shown = (): string => state?.edit?.text ?? state?.field.text ?? "";
  const commit = (): void => {
    isTyping = false;
    if (control.value !== shown()) deeds.edit(role, control.value);
  };
  const giveUp = (): void => {
    if (isTyping && control.value !== shown()) control.value = shown();
    else if (state?.edit) deeds.restore(role);
    isTyping = false;
  };
  keepKeys(control, signal);
  const onInput = (): void => {
    isTyping = true;
  };
  listen(control, "input", onInput, signal);
  listen(control, "change", commit, signal);
  listen<KeyboardEvent>(
    control,
    "keydown",
    (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        giveUp();
      } else if (event.key === "Enter" && (!LONG.has(role) || event.ctrlKey || event.metaKey)) commit();
    },
    signal,
  );
  listen(
    back,
    "click",
    () => {
      deeds.restore(role);
      control.focus();
    },
    signal,
  );
  listen(node, "focusin", () => deeds.look(role), signal);
  listen(node, "focusout", () => deeds.look(null), signal);
  // A page that scrolls under a resting pointer is no look at a field.
  const onMove = ({ movementX, movementY }: PointerEvent): void => {
    if (movementX !== 0 || movementY !== 0) deeds.look(role);
  };
  listen(node, "pointermove", onMove, signal);
  listen(node, "pointerleave", () => deeds.look(null), signal);

  return {
    node,
    draw(next) {
      state = next;
      const { field, edit } = next;
      set(node, { "data-how": field.how });
      write(label, capital(field.label));
      mark.draw(field.how);
      set(back, { "aria-label": `${capital(field.label)}: as it was read` });
      show(back, edit !== undefined);
      write(note, field.note);
      show(note, field.note !== "");
      set(control, { "aria-describedby": field.note ? note.id : null });
      if (control instanceof HTMLSelectElement) offer(control, role, shown());
      if (!isTyping && control.value !== shown()) control.value = shown();
    },
  };
}

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function controlOf(role: string, id: string): Control {
  const common = { id, class: "nof1-input", "data-part": role, dir: "auto" };
  if (role in CHOICES) return html("select", common);
  if (LONG.has(role))
    return html("textarea", { ...common, rows: role === "rationale" ? 4 : 2, spellcheck: "false" });
  return html("input", { ...common, type: "text", autocomplete: "off", spellcheck: "false" });
}

/** The words that may stand here, and the one that does, be it another. */
function offer(select: HTMLSelectElement, role: string, now: string): void {
  const known = CHOICES[role] ?? [];
  const all = known.some(([value]) => value === now) ? known : [...known, [now, now] as const];
  if (select.options.length === all.length && select.options.item(all.length - 1)?.value === all.at(-1)?.[0])
    return;
  select.replaceChildren(...all.map(([value, words]) => html("option", { value }, words)));
}
