/** A candidate of one's own: a name, and numbers if there are any. It is looked over like all the others. */

import { freshId } from "../lib/field.ts";
import { keepKeys, listen } from "../lib/gesture.ts";
import { html, show, write } from "../lib/mark.ts";
import { parse } from "../lib/number.ts";

const FIELDS = [
  ["name", "Name", "such as Melatonin 0.5 mg"],
  ["estimate", "Effect, if known", "such as −0.6"],
  ["lower", "From", ""],
  ["upper", "To", ""],
] as const;

/** The same JSON that a model would write; what is no number is left to be complained about. */
export function written(said: Readonly<Record<string, string>>): string {
  const filled = Object.entries(said).flatMap(([key, text]) =>
    text.trim() === "" ? [] : [[key, key === "name" ? text.trim() : (parse(text) ?? text.trim())]],
  );
  return JSON.stringify([Object.fromEntries(filled)], null, 2);
}

export function handForm(send: (text: string) => void, signal: AbortSignal): HTMLElement {
  const inputs = FIELDS.map(([key, label, hint]) => {
    const id = freshId();
    const input = html("input", {
      id,
      class: "nof1-input",
      type: "text",
      autocomplete: "off",
      maxlength: 200,
      inputmode: key === "name" ? "text" : "decimal",
      placeholder: hint,
      "data-hand": key,
    });

    return {
      key,
      input,
      node: html("div", { class: "nof1-field" }, html("label", { for: id }, label), input),
    };
  });
  const trouble = html("p", { class: "nof1-hint", role: "alert", hidden: true });
  const go = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "by-hand" },
    "Look it over",
  );
  const form = html(
    "div",
    { class: "nof1-hand", role: "group", "aria-label": "A candidate of your own" },
    ...inputs.map(({ node }) => node),
    go,
    trouble,
  );
  const submit = (): void => {
    const said = Object.fromEntries(inputs.map(({ key, input }) => [key, input.value]));
    const isNameless = (said.name ?? "").trim() === "";
    write(
      trouble,
      isNameless ? "It has no name yet. A few words are enough. Type them in the first field." : "",
    );
    show(trouble, isNameless);
    if (isNameless) {
      inputs[0]?.input.focus();
      return;
    }
    send(written(said));
    for (const { input } of inputs) input.value = "";
  };
  keepKeys(form, signal);
  listen(go, "click", submit, signal);
  listen<KeyboardEvent>(
    form,
    "keydown",
    (event) => event.key === "Enter" && event.target !== go && submit(),
    signal,
  );
  return html("details", { class: "nof1-own", "data-own": "" }, html("summary", {}, "Add one by hand"), form);
}
