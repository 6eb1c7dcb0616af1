/** One candidate in the review: a line, and behind it every field with the words it came from. */

import type { InboxEdit, InboxField, InboxRow } from "../inbox.ts";
import { freshId } from "../lib/field.ts";
import { listen } from "../lib/gesture.ts";
import { visible } from "../lib/hidden.ts";
import { html, list, type Piece, set, show, svg, write } from "../lib/mark.ts";
import { parse, plain } from "../lib/number.ts";
import { type FieldDeeds, type FieldState, fieldOf } from "./field.ts";

export interface RowState {
  readonly row: InboxRow;
  readonly index: number;
  readonly isTicked: boolean;
  readonly isOpen: boolean;
  readonly edits: readonly InboxEdit[];
}

export interface RowDeeds {
  tick(index: number, isTicked: boolean): void;
  open(index: number): void;
  edit(index: number, role: string, text: string): void;
  restore(index: number, role: string): void;
  look(role: string | null): void;
  /** The open row makes room for the pane with the text. */
  host(place: HTMLElement): void;
  step(index: number, by: number): void;
}

const textOf = (row: InboxRow, role: string): string =>
  row.fields.find((field) => field.role === role)?.text.trim() ?? "";

export const nameOf = (row: InboxRow, index: number): string =>
  visible(textOf(row, "name") || row.cells[0] || `Row ${index + 1}`);

const minus = (text: string): string => text.replaceAll(/(^|[^\w.])-(?=[\d.])/g, "$1−");

/** 0.95 -> "95%"; what is no share stays as it was said. */
function percentOf(level: string): string {
  const share = parse(level);
  return share !== null && share > 0 && share < 1 ? `${plain(100 * share, 2)}%` : level;
}

/** What a row claims, as short as it can be said: "−0.6 points, 95% from −1.1 to −0.1". */
export function claim(row: InboxRow): string {
  const say = (role: string): string => minus(visible(textOf(row, role)));
  const [estimate, lower, upper] = [say("estimate"), say("lower"), say("upper")];
  const interval = lower && upper ? `${percentOf(say("level"))} from ${lower} to ${upper}`.trim() : "";
  if (!estimate && !interval) return "no number was said";
  const middle = estimate ? `${estimate} ${say("unit")}`.trim() : "";
  return [middle, interval].filter(Boolean).join(", ");
}

/** What a person should look at twice. */
export const doubts = (row: InboxRow): number => row.warnings.length;

const guesses = (row: InboxRow): number => row.fields.filter((field) => field.how === "guessed").length;

export function stateWords(row: InboxRow): string {
  if (!row.ok) return "cannot be taken yet";
  if (doubts(row) > 0) return `${doubts(row)} ${doubts(row) === 1 ? "doubt" : "doubts"}`;
  return guesses(row) > 0 ? `${guesses(row)} guessed` : "ready";
}

function tone(row: InboxRow): string {
  if (!row.ok) return "bad";
  if (doubts(row) > 0) return "warn";
  return guesses(row) > 0 ? "guessed" : "good";
}

export function rowOf(index: number, deeds: RowDeeds, signal: AbortSignal): Piece<RowState> {
  const id = freshId();
  const tick = html("input", { type: "checkbox", "data-row": index });
  const box = html("label", { class: "nof1-tickbox" }, tick);
  const name = html("span", { class: "nof1-row-name", dir: "auto" });
  const said = html("span", { class: "nof1-muted nof1-row-claim", dir: "auto" });
  const chip = html("span", { class: "nof1-chip" });
  const arrow = svg(
    "svg",
    { viewBox: "0 0 12 12", width: 12, height: 12, class: "nof1-arrow", "aria-hidden": "true" },
    svg("path", { d: "M4 2l4 4-4 4" }),
  );
  const head = html(
    "button",
    { type: "button", class: "nof1-row-head", "aria-controls": id, "data-open-row": index },
    arrow,
    name,
    said,
    chip,
  );
  const body = html("div", { class: "nof1-row-body", id });
  const node = html(
    "li",
    { class: "nof1-found" },
    html("div", { class: "nof1-found-line" }, box, head),
    body,
  );
  let inside: Inside | undefined;

  listen(tick, "change", () => deeds.tick(index, tick.checked), signal);
  listen(head, "click", () => deeds.open(index), signal);
  listen<KeyboardEvent>(
    head,
    "keydown",
    (event) => {
      const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (by === 0) return;
      event.preventDefault();
      deeds.step(index, by);
    },
    signal,
  );
  return {
    node,
    draw({ row, isTicked, isOpen, edits }) {
      set(node, { "data-ok": row.ok, "data-doubts": doubts(row), "data-is-open": isOpen });
      const called = nameOf(row, index);
      set(tick, { disabled: !row.ok, "aria-label": `Accept ${called}` });
      tick.checked = isTicked;
      write(name, called);
      write(said, claim(row));
      write(chip, stateWords(row));
      set(chip, { "data-tone": tone(row) });
      set(head, { "aria-expanded": isOpen ? "true" : "false" });
      show(body, isOpen);
      if (!isOpen) {
        inside = undefined;
        body.replaceChildren();
        return;
      }
      if (!inside) {
        inside = insideOf(index, deeds, signal);
        body.replaceChildren(...inside.nodes);
        deeds.host(inside.place);
      }
      inside.draw(row, edits);
    },
  };
}

interface Inside {
  readonly nodes: readonly HTMLElement[];
  readonly place: HTMLElement;
  draw(row: InboxRow, edits: readonly InboxEdit[]): void;
}

/** The fields of the open row; those that were not said are folded away, and can be filled in. */
function insideOf(index: number, deeds: RowDeeds, signal: AbortSignal): Inside {
  const refused = html("p", { class: "nof1-trouble", role: "status", "data-refused": "" });
  const remark = html("p", { class: "nof1-small nof1-muted", dir: "auto", "data-remark": "" });
  const warnings = html("ul", { class: "nof1-warnings" });
  const there = html("div", { class: "nof1-parts" });
  const absent = html("div", { class: "nof1-parts" });
  const summary = html("summary");
  const more = html("details", { class: "nof1-absent", "data-missing": "" }, summary, absent);
  const place = html("div", { class: "nof1-source-place" });
  const columns = html(
    "div",
    { class: "nof1-columns" },
    place,
    html("div", { class: "nof1-fields" }, there, more),
  );
  const own: FieldDeeds = {
    edit: (role, text) => deeds.edit(index, role, text),
    restore: (role) => deeds.restore(index, role),
    look: deeds.look,
  };
  const key = ({ field }: FieldState): string => field.role;
  const make = ({ field }: FieldState): Piece<FieldState> => fieldOf(field.role, own, signal);
  const [drawThere, drawAbsent] = [list(there, key, make), list(absent, key, make)];
  const drawWarnings = list<string>(
    warnings,
    (words) => words,
    (words) => ({ node: html("li", { "data-warning": "", dir: "auto" }, visible(words)), draw: () => {} }),
  );
  /** A field stays where it is while its row is open: nothing jumps from under the finger. */
  let missing: ReadonlySet<string> | undefined;
  return {
    nodes: [refused, warnings, remark, columns],
    place,
    draw(row, edits) {
      missing ??= new Set(
        row.fields.flatMap((field) => (isMissing(field, edits, index) ? [field.role] : [])),
      );
      const states = row.fields.map((field) => ({ field, edit: editOf(edits, index, field.role) }));
      write(refused, row.ok ? "" : visible(row.note));
      show(refused, !row.ok);
      const rest = row.ok ? remarks(row) : "";
      write(remark, visible(rest));
      show(remark, rest !== "");
      drawWarnings([...new Set(row.warnings)]);
      show(warnings, row.warnings.length > 0);
      drawThere(states.filter(({ field }) => !missing?.has(field.role)));
      drawAbsent(states.filter(({ field }) => missing?.has(field.role)));
      const left = row.fields.filter((field) => missing?.has(field.role) && field.how === "missing");
      write(summary, left.length > 0 ? `${left.length} not said` : "Filled in");
      show(more, missing.size > 0);
    },
  };
}

const editOf = (edits: readonly InboxEdit[], row: number, role: string): InboxEdit | undefined =>
  edits.find((edit) => edit.row === row && edit.role === role);

/** Nothing was said here: not even something of which no number could be made. */
const isMissing = (field: InboxField, edits: readonly InboxEdit[], row: number): boolean =>
  field.how === "missing" && field.note === "" && editOf(edits, row, field.role) === undefined;

/** What is remarked on the row and not already on one of its fields. */
export const remarks = (row: InboxRow): string =>
  row.fields
    .reduce((words, field) => (field.note ? words.replace(field.note, "") : words), row.note)
    .replaceAll(/\s+/g, " ")
    .trim();
