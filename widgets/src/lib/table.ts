/** The same picture as a table, for those who would rather read it. */

import { html, list, type Piece, write } from "./mark.ts";

export interface Table {
  readonly node: HTMLElement;
  draw(rows: readonly (readonly string[])[]): void;
}

/** Folded away under "Show as a table"; columns after the first are numbers unless told otherwise. */
export function table(
  caption: string,
  columns: readonly string[],
  isNumber: (column: number) => boolean = (i) => i > 0,
): Table {
  const body = html("tbody");
  const cell = (i: number): string | null => (isNumber(i) ? "nof1-number" : null);
  const head = html(
    "tr",
    {},
    ...columns.map((name, i) => html("th", { scope: "col", class: cell(i) }, name)),
  );
  const node = html(
    "details",
    { class: "nof1-table", "data-table": "" },
    html("summary", {}, "Show as a table"),
    html(
      "div",
      { class: "nof1-scroll" },
      html("table", {}, html("caption", {}, caption), html("thead", {}, head), body),
    ),
  );
  const row = (): Piece<readonly string[]> => {
    const cells = columns.map((_, i) => html("td", { class: cell(i) }));
    return {
      node: html("tr", {}, ...cells),
      draw(texts) {
        for (const [i, td] of cells.entries()) write(td, texts[i] ?? "");
      },
    };
  };
  return { node, draw: list<readonly string[]>(body, (_, i) => String(i), row) };
}
