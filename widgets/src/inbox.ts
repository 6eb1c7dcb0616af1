/** The inbox: paste a text or pick a file, look over what was read, and take what is wanted. */

import { candidateReview } from "./inbox/candidates.ts";
import { entryOf } from "./inbox/entry.ts";
import { sizeOf, sizeOfData, sizeWords } from "./inbox/file.ts";
import { reviewOf } from "./inbox/review.ts";
import { CSS } from "./inbox/style.ts";
import { sheet, type View } from "./lib/door.ts";
import { freshId } from "./lib/field.ts";
import { layGround } from "./lib/ground.ts";
import { visible } from "./lib/hidden.ts";
import { html, list, show, write } from "./lib/mark.ts";

export interface InboxEdit {
  readonly row: number;
  readonly role: string;
  readonly text: string;
}

export interface InboxPart {
  readonly name: string;
  readonly text: string;
  readonly accept: readonly number[] | null;
  /** A file that is no text, in base64. */
  readonly data: string;
  readonly edits: readonly InboxEdit[];
}

export interface InboxField {
  readonly role: string;
  readonly label: string;
  readonly text: string;
  readonly how: string;
  /** Where it stands in the text that is shown. */
  readonly from: number | null;
  readonly to: number | null;
  readonly note: string;
}

export interface InboxRow {
  readonly cells: readonly string[];
  readonly ok: boolean;
  readonly note: string;
  readonly chosen: boolean;
  readonly fields: readonly InboxField[];
  readonly warnings: readonly string[];
}

export interface InboxProps {
  readonly kind: string;
  readonly title: string;
  readonly hint: string;
  readonly notes: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly InboxRow[];
  /** The text as it was read, when it is not the one that was sent. */
  readonly shown: string | null;
  readonly problem: string;
  readonly max_bytes: number;
  readonly done: string;
}

export const EMPTY: InboxPart = { name: "", text: "", accept: null, data: "", edits: [] };

const isThere = (part: InboxPart): boolean => part.text !== "" || part.data !== "";

export const view: View<InboxProps, InboxPart> = (el, tell, signal) => {
  const hintId = freshId();
  const title = html("h2", { tabindex: -1 });
  const hint = html("p", { class: "nof1-muted", id: hintId });
  const trouble = html("p", { class: "nof1-trouble", role: "alert", dir: "auto", "data-problem": "" });
  const done = html("p", { class: "nof1-done", role: "status", "data-done": "" });
  const source = html("p", { class: "nof1-small nof1-muted", dir: "auto", "data-source": "" });
  const notes = html("ul", { class: "nof1-notes nof1-small nof1-muted", "data-notes": "" });
  const place = html("div");

  let part = EMPTY;
  let said = "";

  const complain = (words: string): void => {
    said = words;
    write(trouble, words);
    show(trouble, words !== "");
  };
  const cancel = (): void => {
    complain("");
    entry.empty();
    tell(EMPTY, true);
  };
  const entry = entryOf(
    { complain, clear: cancel, send: (sent) => tell({ ...EMPTY, ...sent }, true) },
    hintId,
    signal,
  );
  el.append(title, hint, entry.node, trouble, done, source, notes, place);

  /** The review of this kind of things, made once it is known which. */
  const begin = (kind: string): ((props: InboxProps) => void) => {
    const found = kind === "candidates" ? candidateReview(signal) : reviewOf(signal);
    found.onAccept((accept) => tell({ ...part, accept }, true));
    found.onCancel(() => {
      cancel();
      title.focus();
    });
    found.onEdit?.((edits) => tell({ ...part, accept: null, edits }, true));
    place.append(found.node);
    return (props) => found.draw(props, part);
  };
  let review: ((props: InboxProps) => void) | undefined;
  /** What had the focus is put away: those who cannot see it are taken along. */
  const follow = (target: HTMLElement | null, from: HTMLElement): (() => void) => {
    const root = el.getRootNode() as Document | ShadowRoot;
    return from.contains(root.activeElement) ? () => target?.focus() : () => {};
  };
  const drawNotes = list<string>(
    notes,
    (words) => words,
    (words) => ({ node: html("li", { dir: "auto" }, visible(words)), draw: () => {} }),
  );

  return (next, nextPart, waiting) => {
    // Python has taken the text, or has put it away.
    if (isThere(part) && !isThere(nextPart)) entry.empty();
    part = nextPart;
    const isReview = next.kind === "candidates" && next.rows.length > 0;
    write(title, next.title);
    write(hint, next.hint);
    write(done, next.done);
    show(done, next.done !== "");
    const problem = said || next.problem;
    write(trouble, visible(problem));
    show(trouble, problem !== "");
    entry.draw({ kind: next.kind, most: next.max_bytes, hasPart: isThere(part) });
    const go = isReview ? follow(place.querySelector("[data-summary]"), entry.node) : follow(title, place);
    // While candidates are looked over, their text stands beside their fields.
    for (const node of [entry.node, hint]) show(node, !isReview);
    show(source, isThere(part) && !isReview);
    const size = part.data === "" ? sizeOf(part.text) : sizeOfData(part.data);
    const state = waiting && next.rows.length === 0 ? ": being read" : "";
    write(source, isThere(part) ? `${visible(part.name)}, ${sizeWords(size)}${state}` : "");
    drawNotes([...new Set(next.notes)]);
    show(notes, next.notes.length > 0);
    layGround(el);
    review ??= begin(next.kind);
    review(next);
    if (isReview || next.rows.length === 0) go();
  };
};

export default sheet("inbox", CSS, view);
