/** What was read, to be looked over. */

import type { InboxEdit, InboxPart, InboxProps, InboxRow } from "../inbox.ts";
import { listen } from "../lib/gesture.ts";
import { html, list, type Piece, set, show, write } from "../lib/mark.ts";

export const counted = (count: number, kind: string): string => {
  const noun = kind === "candidates" ? "candidate" : "day";
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
};
export interface Review {
  readonly node: HTMLElement;
  onAccept(act: (rows: number[]) => void): void;
  onCancel(act: () => void): void;
  /** Only where fields can be typed over. */
  onEdit?(act: (edits: InboxEdit[]) => void): void;
  draw(props: InboxProps, part: InboxPart): void;
}

/** What was read, row by row; what cannot be used says why, and cannot be ticked. */
export function reviewOf(signal: AbortSignal): Review {
  const head = html("tr");
  const body = html("tbody");
  const caption = html("caption");
  const accept = html("button", { type: "button", class: "nof1-button nof1-main", "data-action": "accept" });
  const cancel = html("button", { type: "button", class: "nof1-button", "data-action": "cancel" }, "Cancel");
  const grid = html(
    "div",
    { class: "nof1-scroll nof1-review" },
    html("table", { "data-review": "" }, caption, html("thead", {}, head), body),
  );
  const node = html(
    "div",
    { class: "nof1-body", hidden: true },
    grid,
    html("div", { class: "nof1-row" }, accept, cancel),
  );
  let ticked = new Set<number>();
  let props: InboxProps | undefined;
  let shown: readonly InboxRow[] | undefined;

  const count = (): void => {
    const kind = props?.kind ?? "";
    write(accept, `Accept ${counted(ticked.size, kind)}`);
    set(accept, { disabled: ticked.size === 0 });
  };
  const row = (): Piece<InboxRow> => {
    let place = 0;
    const tick = html("input", { type: "checkbox" });
    const node = html("tr");
    listen(
      tick,
      "change",
      () => {
        if (tick.checked) ticked.add(place);
        else ticked.delete(place);
        count();
      },
      signal,
    );
    return {
      node,
      draw(item, index) {
        place = index;
        set(tick, {
          disabled: !item.ok,
          "data-row": index,
          "aria-label": `Accept ${item.cells[0] ?? `row ${index + 1}`}`,
        });
        tick.checked = ticked.has(index);
        set(node, { "data-ok": item.ok });
        const cells = item.cells.map((text) => html("td", { dir: "auto" }, text));
        node.replaceChildren(
          html("td", { class: "nof1-tickbox" }, tick),
          ...cells,
          html("td", { class: "nof1-note" }, item.note),
        );
      },
    };
  };
  const drawRows = list<InboxRow>(body, (_, i) => String(i), row);
  return {
    node,
    onAccept: (act) =>
      listen(accept, "click", () => act([...ticked].sort((one, other) => one - other)), signal),
    onCancel: (act) => listen(cancel, "click", act, signal),
    draw(next) {
      props = next;
      show(node, next.rows.length > 0);
      if (JSON.stringify(shown) === JSON.stringify(next.rows)) return;
      shown = next.rows;
      ticked = new Set(next.rows.flatMap((item, i) => (item.ok && item.chosen ? [i] : [])));
      head.replaceChildren(
        ...["Take", ...next.columns, "Remark"].map((name) => html("th", { scope: "col" }, name)),
      );
      write(caption, summary(next));
      drawRows(next.rows);
      count();
    },
  };
}

/** "12 days read, 2 cannot be used." */
export function summary({ rows, kind }: Pick<InboxProps, "rows" | "kind">): string {
  const bad = rows.filter((row) => !row.ok).length;
  const read = `${counted(rows.length, kind)} read`;
  return bad === 0
    ? `${read}. Look them over, then accept.`
    : `${read}, ${bad} of them cannot be used; the remark says why.`;
}
