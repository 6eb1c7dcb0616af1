/** The review of candidates: each a line, one of them open, and nothing taken before the press. */

import type { InboxEdit, InboxPart, InboxProps, InboxRow } from "../inbox.ts";
import { listen } from "../lib/gesture.ts";
import { visible } from "../lib/hidden.ts";
import { html, list, set, show, write } from "../lib/mark.ts";
import { counted, type Review } from "./review.ts";
import { doubts, type RowDeeds, type RowState, rowOf } from "./row.ts";
import { sourcePane } from "./source.ts";

/** "12 candidates: 9 ready, 2 with doubts, 1 that cannot be taken yet." */
export function summary(rows: readonly InboxRow[]): string {
  const refused = rows.filter((row) => !row.ok).length;
  const doubted = rows.filter((row) => row.ok && doubts(row) > 0).length;
  const ready = rows.length - refused - doubted;
  const parts = [
    ready > 0 ? `${ready} ready` : "",
    doubted > 0 ? `${doubted} with doubts` : "",
    refused > 0 ? `${refused} that cannot be taken yet` : "",
  ];
  return `${counted(rows.length, "candidates")} read: ${parts.filter(Boolean).join(", ")}.`;
}

/** Another text of the same field; no two edits for one. */
export const typedOver = (edits: readonly InboxEdit[], edit: InboxEdit): InboxEdit[] => [
  ...restored(edits, edit.row, edit.role),
  edit,
];

export const restored = (edits: readonly InboxEdit[], row: number, role: string): InboxEdit[] =>
  edits.filter((known) => known.row !== row || known.role !== role);

/** The row that is most worth a look: one that is refused, else one with doubts, else the first. */
export function firstOpen(rows: readonly InboxRow[]): number {
  const refused = rows.findIndex((row) => !row.ok);
  const doubted = rows.findIndex((row) => doubts(row) > 0);
  return refused >= 0 ? refused : Math.max(0, doubted);
}

export function candidateReview(signal: AbortSignal): Review {
  const words = html("p", {
    class: "nof1-summary",
    role: "status",
    tabindex: -1,
    "data-summary": "",
  });
  const all = html("input", { type: "checkbox", "data-action": "all" });
  const accept = html("button", { type: "button", class: "nof1-button nof1-main", "data-action": "accept" });
  const cancel = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "cancel" },
    "Start over",
  );
  const bar = html(
    "div",
    { class: "nof1-bar" },
    words,
    html(
      "div",
      { class: "nof1-row" },
      html("label", { class: "nof1-all" }, all, "All that can be taken"),
      accept,
      cancel,
    ),
  );
  const rows = html("ol", { class: "nof1-found-list", "data-review": "" });
  const node = html("div", { class: "nof1-candidates", hidden: true }, bar, rows);
  const pane = sourcePane();

  let props: InboxProps | undefined;
  let part: InboxPart | undefined;
  let source = "";
  let wishes = new Map<number, boolean>();
  let open = -1;
  let looked: string | null = null;
  let sendEdits: (edits: InboxEdit[]) => void = () => {};
  let sendRows: (rows: number[]) => void = () => {};

  const isTicked = (row: InboxRow, index: number): boolean => row.ok && (wishes.get(index) ?? row.chosen);
  const ticked = (): number[] =>
    (props?.rows ?? []).flatMap((row, index) => (isTicked(row, index) ? [index] : []));
  const focused = (): string | null => {
    const root = node.getRootNode() as Document | ShadowRoot;
    const at = root.activeElement;
    return at && rows.contains(at) ? (at.getAttribute("data-part") ?? null) : null;
  };
  const deeds: RowDeeds = {
    tick(index, isOn) {
      wishes.set(index, isOn);
      redraw();
    },
    open(index) {
      open = open === index ? -1 : index;
      redraw();
    },
    edit: (row, role, text) => sendEdits(typedOver(part?.edits ?? [], { row, role, text })),
    restore: (row, role) => sendEdits(restored(part?.edits ?? [], row, role)),
    look(role) {
      looked = role ?? focused();
      pane.point(looked);
    },
    host: (place) => place.replaceChildren(pane.node),
    step(index, by) {
      const next = rows.querySelector<HTMLElement>(`[data-open-row="${index + by}"]`);
      next?.focus();
    },
  };
  pane.onPick((role) => rows.querySelector<HTMLElement>(`[data-part="${role}"]`)?.focus());
  const drawRows = list<RowState>(
    rows,
    ({ index }) => String(index),
    ({ index }) => rowOf(index, deeds, signal),
  );
  listen(
    all,
    "change",
    () => {
      wishes = new Map((props?.rows ?? []).map((_, index) => [index, all.checked]));
      redraw();
    },
    signal,
  );
  listen(accept, "click", () => sendRows(ticked()), signal);

  function redraw(): void {
    if (!props || !part) return;
    const { edits } = part;
    const chosen = ticked();
    drawRows(
      props.rows.map((row, index) => ({
        row,
        index,
        isTicked: isTicked(row, index),
        isOpen: index === open,
        edits,
      })),
    );
    const good = props.rows.filter((row) => row.ok).length;
    all.checked = good > 0 && chosen.length === good;
    all.indeterminate = chosen.length > 0 && chosen.length < good;
    set(all, { disabled: good === 0 });
    write(accept, `Accept ${counted(chosen.length, "candidates")}`);
    set(accept, { disabled: chosen.length === 0 });
    write(words, summary(props.rows));
    const shownRow = props.rows[open];
    if (shownRow) pane.draw(visible(part.name), props.shown ?? part.text, shownRow.fields);
    pane.point(looked);
  }

  return {
    node,
    onAccept(act) {
      sendRows = act;
    },
    onCancel: (act) => listen(cancel, "click", act, signal),
    onEdit(act) {
      sendEdits = act;
    },
    draw(next, nextPart) {
      const now = JSON.stringify([
        nextPart.name,
        nextPart.text.length,
        nextPart.data.length,
        next.rows.length,
      ]);
      if (now !== source) {
        source = now;
        wishes = new Map();
        open = firstOpen(next.rows);
        looked = null;
      }
      props = next;
      part = nextPart;
      show(node, next.rows.length > 0);
      redraw();
    },
  };
}
