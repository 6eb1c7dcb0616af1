/** The inbox: paste a text or pick a file, look over what was read, and take what is wanted. */

import { readFile, sizeOf, sizeWords } from "./inbox/file.ts";
import { reviewOf } from "./inbox/review.ts";
import { CSS } from "./inbox/style.ts";
import { sheet, type View } from "./lib/door.ts";
import { freshId } from "./lib/field.ts";
import { keepKeys, listen } from "./lib/gesture.ts";
import { html, set, show, write } from "./lib/mark.ts";

export interface InboxPart {
  readonly name: string;
  readonly text: string;
  readonly accept: readonly number[] | null;
}

export interface InboxRow {
  readonly cells: readonly string[];
  readonly ok: boolean;
  readonly note: string;
  readonly chosen: boolean;
}

export interface InboxProps {
  readonly kind: string;
  readonly title: string;
  readonly hint: string;
  readonly columns: readonly string[];
  readonly rows: readonly InboxRow[];
  readonly problem: string;
  readonly max_bytes: number;
  readonly done: string;
}

const EMPTY: InboxPart = { name: "", text: "", accept: null };

/** Why a text may not be sent, or nothing. */
export function tooLarge(bytes: number, most: number): string {
  return bytes > most
    ? `This is ${sizeWords(bytes)}, and at most ${sizeWords(most)} can be read. Send a shorter piece.`
    : "";
}

export const view: View<InboxProps, InboxPart> = (el, tell, signal) => {
  const [id, hintId, fileId] = [freshId(), freshId(), freshId()];
  const title = html("h2");
  const hint = html("p", { class: "nof1-muted", id: hintId });
  const box = html("textarea", {
    id,
    class: "nof1-input nof1-paste",
    rows: 6,
    spellcheck: "false",
    "aria-describedby": hintId,
    "data-field": "text",
    "aria-label": "Paste here",
  });
  const read = html(
    "button",
    { type: "button", class: "nof1-button nof1-main", "data-action": "read" },
    "Read it",
  );
  const pick = html("input", {
    id: fileId,
    type: "file",
    class: "nof1-hidden-text",
    accept: ".csv,.tsv,.txt,.json,.md",
    "data-field": "file",
  });
  const choose = html("label", { for: fileId, class: "nof1-button nof1-pick" }, "Choose a file");
  const clear = html(
    "button",
    { type: "button", class: "nof1-button nof1-plain", "data-action": "clear" },
    "Clear",
  );
  const trouble = html("p", { class: "nof1-trouble", role: "alert", "data-problem": "" });
  const done = html("p", { class: "nof1-done", role: "status", "data-done": "" });
  const source = html("p", { class: "nof1-small nof1-muted", "data-source": "" });
  const review = reviewOf(signal);
  const entry = html(
    "div",
    { class: "nof1-drop" },
    box,
    html("div", { class: "nof1-row" }, read, pick, choose, clear),
  );
  el.append(title, hint, entry, trouble, done, source, review.node);

  let props: InboxProps | undefined;
  let part = EMPTY;
  let said = "";

  const complain = (words: string): void => {
    said = words;
    write(trouble, words);
    show(trouble, words !== "");
  };
  const send = (name: string, text: string): void => {
    const words =
      text.trim() === ""
        ? "There is nothing to read yet. Paste a text or choose a file."
        : tooLarge(sizeOf(text), props?.max_bytes ?? 0);
    complain(words);
    if (words === "") tell({ name, text, accept: null }, true);
  };
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    complain(tooLarge(file.size, props?.max_bytes ?? 0));
    if (said) return;
    const { text, problem } = await readFile(file);
    if (signal.aborted) return;
    if (problem) complain(problem);
    else send(file.name, text);
  };

  keepKeys(box, signal);
  listen(read, "click", () => send("pasted", box.value), signal);
  listen(clear, "click", () => cancel(), signal);
  // A paste says what it wants: no second click is needed.
  listen(box, "paste", () => void setTimeout(() => !signal.aborted && send("pasted", box.value)), signal);
  listen<KeyboardEvent>(
    box,
    "keydown",
    (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && send("pasted", box.value),
    signal,
  );
  listen(
    pick,
    "change",
    () => {
      void open(pick.files?.[0]);
      pick.value = "";
    },
    signal,
  );
  listen<DragEvent>(
    entry,
    "dragover",
    (event) => {
      event.preventDefault();
      set(entry, { "data-over": true });
    },
    signal,
  );
  listen(entry, "dragleave", () => set(entry, { "data-over": null }), signal);
  listen<DragEvent>(
    entry,
    "drop",
    (event) => {
      event.preventDefault();
      set(entry, { "data-over": null });
      void open(event.dataTransfer?.files[0]);
    },
    signal,
  );
  const cancel = (): void => {
    complain("");
    box.value = "";
    tell(EMPTY, true);
  };
  review.onAccept((accept) => tell({ ...part, accept }, true));
  review.onCancel(cancel);

  return (next, nextPart) => {
    // Python has taken the text, or has put it away.
    if (part.text !== "" && nextPart.text === "") box.value = "";
    props = next;
    part = nextPart;
    write(title, next.title);
    write(hint, next.hint);
    write(done, next.done);
    show(done, next.done !== "");
    const problem = said || next.problem;
    write(trouble, problem);
    show(trouble, problem !== "");
    show(clear, part.text !== "" || box.value !== "");
    show(source, part.text !== "");
    write(source, part.text === "" ? "" : `${part.name}, ${sizeWords(sizeOf(part.text))}`);
    review.draw(next);
  };
};

export default sheet("inbox", CSS, view);
