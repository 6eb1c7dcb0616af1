/** The days of a trial as a strip, one row a cycle: arms by colour and letter, wash-out hatched. */

import { lookOf } from "../lib/arm.ts";
import { spoken } from "../lib/date.ts";
import { freshId } from "../lib/field.ts";
import { listen, stepsOf } from "../lib/gesture.ts";
import { html, list, type Piece, set, svg, write } from "../lib/mark.ts";
import { clamp } from "../lib/number.ts";
import type { ScheduleDay, ScheduleProps } from "../schedule.ts";

export interface Cell {
  readonly day: ScheduleDay;
  readonly letter: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The first day of a period that counts carries its letter. */
  readonly isFirst: boolean;
}

export interface Row {
  readonly name: string;
  readonly y: number;
}

export interface StripLayout {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly Row[];
  readonly cells: readonly Cell[];
}

const LABEL = 64;
const CELL = 28;
const GAP = 8;
const TOP = 4;

export const letterOf = (labels: Readonly<Record<string, string>>, arm: string | null): string =>
  Object.entries(labels).find(([, name]) => name === arm)?.[0] ?? "";

export function layout(props: ScheduleProps, width: number): StripLayout {
  const cycleOf = new Map(props.periods.map((period) => [period.number, period.cycle]));
  const rowOf = (day: ScheduleDay): number =>
    day.status === "run-in" ? 0 : (cycleOf.get(day.period ?? -1) ?? 1);
  const numbers = [...new Set(props.days.map(rowOf))].sort((one, other) => one - other);
  const groups = numbers.map((number) => props.days.filter((day) => rowOf(day) === number));
  const longest = Math.max(1, ...groups.map((group) => group.length));
  const cell = clamp((width - LABEL) / longest, 4, 44);
  const rows = numbers.map((number, i) => ({
    name: number === 0 ? "Run-in" : `Cycle ${number}`,
    y: TOP + i * (CELL + GAP),
  }));
  const firsts = firstDays(props.days);
  const cells = groups.flatMap((group, i) =>
    group.map(
      (day, place): Cell => ({
        day,
        letter: letterOf(props.labels, day.arm),
        x: LABEL + place * cell,
        y: TOP + i * (CELL + GAP),
        width: cell,
        isFirst: firsts.get(day.period ?? -1) === day.day,
      }),
    ),
  );
  return {
    width: Math.max(width, LABEL + longest * cell),
    height: TOP + rows.length * (CELL + GAP),
    rows,
    cells,
  };
}

function firstDays(days: readonly ScheduleDay[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const { day, period, status } of days)
    if (period !== null && status === "day" && !found.has(period)) found.set(period, day);
  return found;
}

/** One sentence for a day. */
export function describe(day: ScheduleDay, letter: string): string {
  const when = `Day ${String(day.day).replace("-", "−")}, ${spoken(day.date)}`;
  if (day.status === "run-in") return `${when}: run-in, not analysed`;
  const what = `${when}: ${letter ? `${letter}, ` : ""}${day.arm ?? ""}`;
  return day.status === "washout" ? `${what}; wash-out, not analysed` : what;
}

export function strip(signal: AbortSignal): {
  readonly node: HTMLElement;
  draw(props: ScheduleProps, width: number): void;
} {
  const hatch = freshId();
  const pattern = svg(
    "pattern",
    { id: hatch, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svg("line", { class: "nof1-hatch", x1: 0, x2: 0, y1: 0, y2: 6 }),
  );
  const names = svg("g", { "aria-hidden": "true" });
  const cells = svg("g", { "aria-hidden": "true" });
  const cursor = svg("rect", { class: "nof1-cursor", height: CELL + 4, rx: 4, visibility: "hidden" });
  const node = svg(
    "svg",
    { class: "nof1-days", tabindex: 0, role: "slider", "aria-label": "Day of the schedule" },
    svg("defs", {}, pattern),
    names,
    cells,
    cursor,
  );
  const words = html("p", { class: "nof1-muted nof1-days-words", "data-day-words": "" });
  const legend = html("div", { class: "nof1-row nof1-legend nof1-small" });
  const drawNames = list<Row>(names, (row) => row.name, nameOf);
  const drawCells = list<Cell>(
    cells,
    (cell) => String(cell.day.day),
    () => cellOf(hatch),
  );
  const drawLegend = list<readonly [string, string]>(legend, ([letter]) => letter, legendItem);
  let now: StripLayout = { width: 0, height: 0, rows: [], cells: [] };
  let chosen = -1;

  const look = (place: number): void => {
    chosen = clamp(place, 0, Math.max(0, now.cells.length - 1));
    const cell = now.cells[chosen];
    if (!cell) return;
    const text = describe(cell.day, cell.letter);
    write(words, text);
    set(node, { "aria-valuenow": cell.day.day, "aria-valuetext": text });
    set(cursor, { x: cell.x - 1, y: cell.y - 2, width: cell.width + 1, visibility: "visible" });
  };
  const onPoint = (event: PointerEvent): void => {
    const box = node.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const place = now.cells.findIndex(
      (cell) => x >= cell.x && x < cell.x + cell.width && y >= cell.y && y < cell.y + CELL + GAP,
    );
    if (place >= 0) look(place);
  };
  const onKey = (event: KeyboardEvent): void => {
    const week = event.key === "ArrowUp" || event.key === "ArrowDown" ? 7 : 1;
    const ends: Record<string, number> = { Home: 0, End: now.cells.length - 1 };
    const steps = stepsOf(event);
    const sign = event.key === "ArrowDown" || event.key === "ArrowUp" ? -1 : 1;
    const place = ends[event.key] ?? (steps === null ? null : chosen + sign * steps * week);
    if (place === null) return;
    event.preventDefault();
    event.stopPropagation();
    look(place);
  };
  listen(node, "pointermove", onPoint, signal);
  listen(node, "pointerdown", onPoint, signal);
  listen(node, "keydown", onKey, signal);

  return {
    node: html("figure", { class: "nof1-body" }, legend, html("div", { class: "nof1-scroll" }, node), words),
    draw(props, width) {
      now = layout(props, width);
      set(node, {
        viewBox: `0 0 ${now.width} ${now.height}`,
        height: now.height,
        style: `min-inline-size: ${now.width}px`,
      });
      set(node, {
        "aria-valuemin": now.cells[0]?.day.day ?? 0,
        "aria-valuemax": now.cells.at(-1)?.day.day ?? 0,
      });
      drawNames(now.rows);
      drawCells(now.cells);
      drawLegend(Object.entries(props.labels));
      look(chosen < 0 ? now.cells.findIndex((cell) => cell.day.status !== "run-in") : chosen);
    },
  };
}

function nameOf(): Piece<Row> {
  const node = svg("text", { x: 0 });
  return { node, draw: (row) => void write(set(node, { y: row.y + CELL / 2 + 4 }), row.name) };
}

function cellOf(hatch: string): Piece<Cell> {
  const box = svg("rect", { class: "nof1-day", height: CELL, rx: 3 });
  const lines = svg("rect", { height: CELL, rx: 3, fill: `url(#${hatch})` });
  const letter = svg("text", { class: "nof1-letter", "text-anchor": "middle" });
  const node = svg("g", { class: "nof1-hued" }, box, lines, letter);
  return {
    node,
    draw(cell) {
      const place = { x: cell.x + 0.75, y: cell.y, width: Math.max(1, cell.width - 1.5) };
      set(node, {
        "data-day": cell.day.day,
        "data-status": cell.day.status,
        style: `--nof1-arm: ${lookOf(cell.letter).color}`,
      });
      set(box, place);
      set(lines, { ...place, visibility: cell.day.status === "washout" ? null : "hidden" });
      set(letter, {
        x: cell.x + cell.width / 2,
        y: cell.y + CELL / 2 + 4,
        visibility: cell.isFirst && cell.width >= 9 ? null : "hidden",
      });
      write(letter, cell.letter);
    },
  };
}

function legendItem(): Piece<readonly [string, string]> {
  const swatch = html("span", { class: "nof1-swatch", "aria-hidden": "true" });
  const name = html("span", { dir: "auto" });
  return {
    node: html("span", { class: "nof1-legend-item" }, swatch, name),
    draw([letter, arm]) {
      write(swatch, letter);
      swatch.style.background = lookOf(letter).color;
      write(name, arm);
    },
  };
}
