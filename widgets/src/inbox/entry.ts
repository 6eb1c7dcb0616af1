/** The way in: a box to paste into, a file dropped or chosen, a candidate by hand. */

import { freshId } from "../lib/field.ts";
import { keepKeys, listen } from "../lib/gesture.ts";
import { html, set, show } from "../lib/mark.ts";
import { readFile, sizeOf, sizeOfData, tooLarge } from "./file.ts";
import { handForm } from "./hand.ts";

/** What goes off to be read. */
export interface Sent {
  readonly name: string;
  readonly text: string;
  readonly data: string;
}

export interface Entry {
  readonly node: HTMLElement;
  draw(state: { readonly kind: string; readonly most: number; readonly hasPart: boolean }): void;
  empty(): void;
}

const FILES: Readonly<Record<string, string>> = {
  candidates: ".csv,.tsv,.txt,.json,.jsonl,.md,.xlsx",
  outcomes: ".csv,.tsv,.txt,.json,.md",
};

export function entryOf(
  act: { send(sent: Sent): void; complain(words: string): void; clear(): void },
  hintId: string,
  signal: AbortSignal,
): Entry {
  const fileId = freshId();
  const box = html("textarea", {
    class: "nof1-input nof1-paste",
    rows: 6,
    spellcheck: "false",
    dir: "auto",
    "aria-describedby": hintId,
    "data-field": "text",
    "aria-label": "Paste here",
  });
  const button = (action: string, kind: string, words: string): HTMLButtonElement =>
    html("button", { type: "button", class: `nof1-button ${kind}`, "data-action": action }, words);
  const read = button("read", "nof1-main", "Read it");
  const clear = button("clear", "nof1-plain", "Clear");
  const pick = html("input", { id: fileId, type: "file", class: "nof1-hidden-text", "data-field": "file" });
  const choose = html("label", { for: fileId, class: "nof1-button nof1-pick" }, "Choose a file");
  const drop = html(
    "div",
    { class: "nof1-drop" },
    box,
    html("div", { class: "nof1-row" }, read, pick, choose, clear),
  );
  let kind = "";
  let most = 0;

  const send = (name: string, text: string, data = ""): void => {
    const isEmpty = text.trim() === "" && data === "";
    const words = isEmpty
      ? "There is nothing to read yet. A text or a file was expected. Paste one, or choose a file."
      : tooLarge(data === "" ? sizeOf(text) : sizeOfData(data), most);
    act.complain(words);
    if (words === "") act.send({ name, text, data });
  };
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const words = tooLarge(file.size, most);
    act.complain(words);
    if (words) return;
    const { text, data, problem } = await readFile(file, kind === "candidates");
    if (signal.aborted) return;
    if (problem) act.complain(problem);
    else send(file.name, text, data);
  };
  const paste = (): void => send("pasted", box.value);
  const dropped = (transfer: DataTransfer | null): void => {
    const file = transfer?.files[0];
    if (file) return void open(file);
    const text = transfer?.getData("text/plain") ?? "";
    if (text) {
      box.value = text;
      paste();
    }
  };
  const over = (event: DragEvent): void => {
    event.preventDefault();
    set(drop, { "data-over": true });
  };

  keepKeys(box, signal);
  listen(read, "click", paste, signal);
  listen(clear, "click", act.clear, signal);
  // A paste says what it wants: no second click is needed.
  listen(box, "paste", () => void setTimeout(() => !signal.aborted && paste()), signal);
  listen<KeyboardEvent>(
    box,
    "keydown",
    (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && paste(),
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
  listen<DragEvent>(drop, "dragover", over, signal);
  listen(drop, "dragleave", () => set(drop, { "data-over": null }), signal);
  listen<DragEvent>(
    drop,
    "drop",
    (event) => {
      event.preventDefault();
      set(drop, { "data-over": null });
      dropped(event.dataTransfer);
    },
    signal,
  );
  const own = handForm((text) => send("typed by hand", text), signal);
  return {
    node: html("div", { class: "nof1-entries" }, drop, own),
    draw(state) {
      ({ kind, most } = state);
      set(pick, { accept: FILES[kind] ?? FILES.outcomes });
      show(clear, state.hasPart || box.value !== "");
      show(own, kind === "candidates");
    },
    empty() {
      box.value = "";
    },
  };
}
