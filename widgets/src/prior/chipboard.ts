/** Twenty chips: stacked in the picture by finger and keys, typed in a table, and fitted as they lie. */

import { numberField } from "../lib/field.ts";
import { drag, listen, type Spot } from "../lib/gesture.ts";
import { html, list, type Piece, set, svg, write } from "../lib/mark.ts";
import { plain, withUnit } from "../lib/number.ts";
import type { PanelState } from "./act.ts";
import { type Board, CHIPS, stacked } from "./chip.ts";
import type { Layout } from "./layout.ts";

interface Bin {
  readonly index: number;
  readonly count: number;
  readonly words: string;
}

export interface Chipboard {
  /** The table to type in. */
  readonly node: HTMLElement;
  draw(state: PanelState, layout: Layout, board: Board): void;
  hide(): void;
}

/** Draws the chips into `layer`, a part of the picture `frame`; `change` is called with every new board. */
export function chipboard(
  frame: SVGSVGElement,
  layer: SVGGElement,
  change: (board: Board) => void,
  signal: AbortSignal,
): Chipboard {
  let state: PanelState | undefined;
  let shown: Layout | undefined;
  let known: Board | undefined;
  const board = (): Board | undefined => known;
  const columns = svg("g", { role: "group", "aria-label": "Chips, stacked where the effect may lie" });
  const glass = svg("rect", { class: "nof1-glass" });
  layer.append(glass, columns);

  const put = (bin: number, count: number): void => {
    const now = board();
    if (!now || !state || state.isLocked) return;
    const next = stacked(now, bin, count);
    if (next.counts[bin] !== now.counts[bin]) change(next);
  };

  /** The bin under a finger, and how high a stack up to there would be. */
  const under = ({ x, y }: Spot): { bin: number; height: number } | null => {
    const cells = shown?.cells;
    if (!shown || !cells) return null;
    const value = shown.x.value(x);
    const bin = cells.board.edges.findLastIndex((edge) => edge <= value);
    if (bin < 0 || bin >= cells.board.counts.length) return null;
    return { bin, height: Math.max(0, Math.ceil((shown.bottom - y) / cells.cell)) };
  };
  let isTakingOff = false;
  drag(
    glass,
    frame,
    {
      start(spot) {
        const at = under(spot);
        const now = board();
        if (!at || !now || !state || state.isLocked) return false;
        // A finger on the top chip takes it off; anywhere else the stack grows or shrinks up to the finger.
        isTakingOff = at.height === (now.counts[at.bin] ?? 0);
        put(at.bin, isTakingOff ? at.height - 1 : at.height);
        return true;
      },
      move(spot) {
        const at = under(spot);
        if (at && !isTakingOff) put(at.bin, at.height);
      },
      end: () => {},
      cancel: () => {},
    },
    signal,
  );

  const column = ({ index }: Bin): Piece<Bin> => {
    const chips = svg("g", {});
    const ring = svg("rect", { class: "nof1-bin-ring", rx: 4 });
    const node = svg(
      "g",
      {
        class: "nof1-bin",
        role: "slider",
        "aria-orientation": "vertical",
        "aria-valuemin": 0,
        "data-bin": index,
      },
      ring,
      chips,
    );
    const drawChips = list<number>(chips, (_, i) => String(i), chipPiece);
    const onKey = (event: KeyboardEvent): void => {
      const now = board()?.counts[index] ?? 0;
      const counts: Record<string, number> = {
        ArrowUp: now + 1,
        ArrowDown: now - 1,
        PageUp: now + 5,
        PageDown: now - 5,
        Home: 0,
        End: CHIPS,
      };
      const count = counts[event.key];
      const aside = { ArrowLeft: index - 1, ArrowRight: index + 1 }[event.key];
      if (count === undefined && aside === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (count !== undefined) put(index, count);
      else columns.querySelector<SVGGElement>(`[data-bin="${aside}"]`)?.focus();
    };
    listen(node, "keydown", onKey, signal);
    return {
      node,
      draw({ count, words }) {
        const cells = shown?.cells;
        if (!shown || !cells) return;
        const { edges } = cells.board;
        const [from, to] = [shown.x.at(edges[index] ?? 0), shown.x.at(edges[index + 1] ?? 1)];
        const most = count + CHIPS - cells.board.placed;
        set(node, {
          tabindex: index === firstOf(cells.board) ? 0 : -1,
          "aria-label": words,
          "aria-valuenow": count,
          "aria-valuemax": most,
          "aria-valuetext": `${count} ${count === 1 ? "chip" : "chips"}`,
        });
        set(ring, {
          x: from + 1,
          width: Math.max(0, to - from - 2),
          y: shown.top,
          height: shown.bottom - shown.top,
        });
        const bottom = shown.bottom;
        drawChips(Array.from({ length: count }, (_, i) => i));
        for (const [i, chip] of [...chips.children].entries())
          set(chip, {
            x: from + 2,
            width: Math.max(1, to - from - 4),
            y: bottom - (i + 1) * cells.cell + 1,
            height: Math.max(1, cells.cell - 2),
          });
      },
    };
  };
  const drawBins = list<Bin>(columns, ({ index }) => String(index), column);

  const body = html("tbody");
  const table = html(
    "details",
    { class: "nof1-table" },
    html("summary", {}, "Type the chips"),
    html(
      "div",
      { class: "nof1-scroll" },
      html(
        "table",
        {},
        html(
          "thead",
          {},
          html("tr", {}, html("th", { scope: "col" }, "Effect"), html("th", { scope: "col" }, "Chips")),
        ),
        body,
      ),
    ),
  );
  const typed = ({ index }: Bin): Piece<Bin> => {
    const name = html("td");
    const field = numberField(
      `Chips in bin ${index + 1}`,
      { "data-chips": String(index) },
      (value) => value !== null && put(index, value),
      signal,
    );
    return {
      node: html("tr", {}, name, html("td", {}, field.node)),
      draw({ count, words }) {
        write(name, words);
        field.draw({
          value: count,
          low: 0,
          high: CHIPS,
          step: 1,
          digits: 0,
          isLocked: state?.isLocked === true,
        });
      },
    };
  };
  const drawTyped = list<Bin>(body, ({ index }) => String(index), typed);

  return {
    node: table,
    draw(next, layout, now) {
      state = next;
      shown = layout;
      known = now;
      set(glass, {
        x: layout.x.range[0],
        width: layout.x.range[1] - layout.x.range[0],
        y: layout.top,
        height: layout.bottom - layout.top,
      });
      set(layer, { display: null });
      const words = (i: number): string =>
        withUnit(`${plain(now.edges[i], 6)} to ${plain(now.edges[i + 1], 6)}`, next.props.unit);
      const bins = now.counts.map((count, index) => ({ index, count, words: words(index) }));
      drawBins(bins);
      drawTyped(bins);
    },
    hide() {
      set(layer, { display: "none" });
    },
  };
}

/** Tab comes to the tallest stack, or to the middle of an empty board. */
function firstOf(board: Board): number {
  const tallest = Math.max(...board.counts);
  return tallest > 0 ? board.counts.indexOf(tallest) : Math.floor(board.counts.length / 2);
}

const chipPiece = (): Piece<number> => ({
  node: svg("rect", { class: "nof1-chip-piece", rx: 3 }),
  draw: () => {},
});
