/** The drawing of a diary: days across, values up, what was fitted behind, what was written in front. */

import { lookOf } from "../lib/arm.ts";
import { freshId } from "../lib/field.ts";
import { list, type Piece, set, svg, write } from "../lib/mark.ts";
import {
  type Bout,
  bouts,
  type DiaryLayout,
  type DiaryPart,
  type DiaryProps,
  missing,
  type Run,
  stretches,
} from "./page.ts";

export interface Chart {
  readonly node: SVGSVGElement;
  readonly cursor: SVGGElement;
  draw(props: DiaryProps, part: DiaryPart, layout: DiaryLayout, chosen: Chosen): void;
  /** Keeps the numbers of the vertical axis in sight while the days are scrolled. */
  slide(by: number): void;
}

export interface Chosen {
  readonly day: number;
  /** A value that is shown but not yet written. */
  readonly proposal: number | null;
}

interface Dot {
  readonly day: number;
  readonly value: number;
  readonly label: string;
  readonly isUsed: boolean;
}

export function chart(): Chart {
  const hatch = freshId();
  const pattern = svg(
    "pattern",
    { id: hatch, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svg("line", { class: "nof1-hatch", x1: 0, x2: 0, y1: 0, y2: 7 }),
  );
  const group = (): SVGGElement => svg("g", { "aria-hidden": "true" });
  const [grid, ground, heads, fits, gaps, dots, foot] = [
    group(),
    group(),
    group(),
    group(),
    group(),
    group(),
    group(),
  ];
  const bar = svg("rect", { class: "nof1-cursor-bar" });
  const mark = svg("path", { class: "nof1-cursor-mark" });
  const cursor = svg(
    "g",
    {
      class: "nof1-cursor",
      tabindex: 0,
      role: "slider",
      "data-handle": "day",
      "aria-orientation": "vertical",
    },
    bar,
    mark,
  );
  const node = svg(
    "svg",
    { class: "nof1-diary-chart", role: "group" },
    svg("defs", {}, pattern),
    ground,
    grid,
    heads,
    fits,
    gaps,
    foot,
    cursor,
    dots,
  );

  let now: DiaryLayout | undefined;
  const at = (): DiaryLayout => {
    if (!now) throw new Error("the chart has no layout yet");
    return now;
  };
  const scaleMarks = group();
  node.append(scaleMarks);
  const drawScale = list<DiaryLayout["yTicks"][number]>(scaleMarks, (_, i) => String(i), scaleText);
  const drawGrid = list<DiaryLayout["yTicks"][number]>(
    grid,
    (_, i) => String(i),
    () => gridLine(at),
  );
  const drawGround = list<Bout>(
    ground,
    (bout) => String(bout.from),
    () => boutPiece(at, hatch),
  );
  const drawHeads = list<Bout>(
    heads,
    (bout) => String(bout.from),
    () => headPiece(at),
  );
  const drawFits = list<Run>(fits, (_, i) => String(i), runPiece);
  const drawGaps = list<number>(gaps, String, () => gapPiece(at));
  const drawDots = list<Dot>(
    dots,
    (dot) => String(dot.day),
    () => dotPiece(at),
  );
  const drawFoot = list<DiaryLayout["xTicks"][number]>(
    foot,
    (_, i) => String(i),
    () => footPiece(at),
  );

  return {
    node,
    cursor,
    slide: (by) => void set(scaleMarks, { transform: by > 0 ? `translate(${by} 0)` : null }),
    draw(props, part, layout, chosen) {
      now = layout;
      const known = new Map(props.days.map((day) => [day.day, day]));
      set(node, {
        viewBox: `0 0 ${layout.width} ${layout.height}`,
        height: layout.height,
        style: `min-inline-size: ${layout.width}px`,
      });
      drawGrid(layout.yTicks);
      drawScale(layout.yTicks);
      drawFoot(layout.xTicks);
      drawGround(bouts(props.days));
      drawHeads(stretches(props.days));
      drawFits(layout.runs);
      drawGaps(missing(props, part));
      drawDots(
        part.entries.flatMap(({ day, value }): Dot[] => {
          const about = known.get(day);
          return value === null
            ? []
            : [{ day, value, label: about?.label ?? "", isUsed: about?.status === "day" }];
        }),
      );
      const x = layout.x.at(chosen.day);
      set(bar, {
        x: x - layout.cell / 2,
        y: layout.top,
        width: layout.cell,
        height: layout.bottom - layout.top,
      });
      const height = chosen.proposal ?? (layout.y.domain[0] + layout.y.domain[1]) / 2;
      const marker = lookOf(known.get(chosen.day)?.label ?? "A").marker;
      set(mark, {
        d: marker,
        transform: `translate(${x.toFixed(1)} ${layout.y.at(height).toFixed(1)})`,
        visibility: chosen.proposal === null ? "hidden" : null,
      });
    },
  };
}

function gridLine(at: () => DiaryLayout): Piece<DiaryLayout["yTicks"][number]> {
  const line = svg("line", { class: "nof1-axis" });
  return {
    node: line,
    draw: (tick) => void set(line, { x1: 44, x2: at().width - 12, y1: tick.y, y2: tick.y }),
  };
}

function scaleText(): Piece<DiaryLayout["yTicks"][number]> {
  const text = svg("text", { class: "nof1-scale", "text-anchor": "end", x: 36 });
  return { node: text, draw: (tick) => void write(set(text, { y: tick.y + 4 }), tick.text) };
}

function footPiece(at: () => DiaryLayout): Piece<DiaryLayout["xTicks"][number]> {
  const text = svg("text", { "text-anchor": "middle" });
  return { node: text, draw: (tick) => void write(set(text, { x: tick.x, y: at().bottom + 20 }), tick.text) };
}

/** A tint of the arm behind its days; hatched while one arm washes out, faint in the run-in. */
function boutPiece(at: () => DiaryLayout, hatch: string): Piece<Bout> {
  const tint = svg("rect", { class: "nof1-bout" });
  const lines = svg("rect", { fill: `url(#${hatch})` });
  const node = svg("g", { class: "nof1-hued" }, tint, lines);
  return {
    node,
    draw(bout) {
      const { x, cell, top, bottom } = at();
      const box = {
        x: x.at(bout.from) - cell / 2,
        width: cell * (bout.to - bout.from + 1),
        y: top,
        height: bottom - top,
      };
      set(node, { "data-status": bout.status, style: `--nof1-arm: ${lookOf(bout.label).color}` });
      set(tint, box);
      set(lines, { ...box, visibility: bout.status === "washout" ? null : "hidden" });
    },
  };
}

/** The letter of an arm above its days, on a bar of its colour. */
function headPiece(at: () => DiaryLayout): Piece<Bout> {
  const bar = svg("rect", { class: "nof1-head-bar", height: 5, rx: 2 });
  const text = svg("text", { class: "nof1-head-text", "text-anchor": "middle" });
  const node = svg("g", { class: "nof1-hued" }, bar, text);
  return {
    node,
    draw(bout) {
      const { x, cell, top } = at();
      const width = cell * (bout.to - bout.from + 1);
      const left = x.at(bout.from) - cell / 2;
      set(node, { "data-status": bout.status, style: `--nof1-arm: ${lookOf(bout.label).color}` });
      set(bar, { x: left + 1, y: top - 8, width: Math.max(1, width - 2) });
      const words = bout.status === "run-in" ? (width > 50 ? "run-in" : "") : bout.label;
      write(set(text, { x: left + width / 2, y: top - 14, visibility: width < 12 ? "hidden" : null }), words);
    },
  };
}

function runPiece(): Piece<Run> {
  const band = svg("path", { class: "nof1-band" });
  const line = svg("path", { class: "nof1-fit" });
  const node = svg("g", { class: "nof1-hued" }, band, line);
  return {
    node,
    draw(run) {
      set(node, { style: `--nof1-arm: ${lookOf(run.label).color}`, "data-fitted": run.label });
      set(band, { d: run.band });
      set(line, { d: run.line, "stroke-dasharray": lookOf(run.label).dash });
    },
  };
}

/** A small cross at the foot of a day that was missed. */
function gapPiece(at: () => DiaryLayout): Piece<number> {
  const node = svg("path", { class: "nof1-gap", d: "M-3,-3L3,3M-3,3L3,-3" });
  return {
    node,
    draw(day) {
      set(node, {
        transform: `translate(${at().x.at(day).toFixed(1)} ${at().bottom - 6})`,
        "data-missing": day,
      });
    },
  };
}

function dotPiece(at: () => DiaryLayout): Piece<Dot> {
  const hit = svg("circle", { class: "nof1-hit", r: 16 });
  const mark = svg("path", { class: "nof1-dot" });
  const node = svg("g", { class: "nof1-point nof1-hued" }, hit, mark);
  return {
    node,
    draw(dot) {
      const { x, y } = at();
      const { color, marker } = lookOf(dot.label || "A");
      set(node, {
        "data-point": dot.day,
        "data-value": dot.value,
        "data-used": dot.isUsed,
        style: `--nof1-arm: ${color}`,
        transform: `translate(${x.at(dot.day).toFixed(1)} ${y.at(dot.value).toFixed(1)})`,
      });
      set(mark, { d: marker });
    },
  };
}
