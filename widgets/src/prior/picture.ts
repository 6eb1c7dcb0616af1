/** The drawing of one arm's belief, with its three handles. */

import { list, type Piece, set, svg, write } from "../lib/mark.ts";
import { HANDLES, type Handle } from "./handle.ts";
import { type Layout, SIDE, type Zone } from "./layout.ts";

export interface Picture {
  readonly node: SVGSVGElement;
  /** Where something else can be drawn between the curves and the handles. */
  readonly layer: SVGGElement;
  readonly handles: Readonly<Record<Handle, SVGGElement>>;
  draw(layout: Layout): void;
}

const SHAPES: Readonly<Record<Handle, string>> = {
  mean: "M0,-10A10,10 0 1 1 0,10A10,10 0 1 1 0,-10Z",
  low: "M0,-10L9,0L0,10L-9,0Z",
  high: "M0,-10L9,0L0,10L-9,0Z",
};
/** The hit areas of the spread lean outwards, so that a narrow prior can still be taken by the right handle. */
const LEAN: Readonly<Record<Handle, number>> = { mean: 0, low: -10, high: 10 };

function handleMark(handle: Handle, arm: string): SVGGElement {
  return svg(
    "g",
    {
      class: "nof1-handle",
      tabindex: 0,
      role: "slider",
      "data-handle": handle,
      "data-arm": arm,
      "aria-orientation": "horizontal",
    },
    svg("circle", { class: "nof1-hit", r: 22, cx: LEAN[handle] }),
    svg("circle", { class: "nof1-ring", r: 17 }),
    svg("path", { class: "nof1-grip", d: SHAPES[handle] }),
  );
}

/** The hatch of the harm zone has an id; ids are looked up in the sheet's own root, so a name per picture is enough. */
export function picture(arm: string, hatch: string): Picture {
  const zones = svg("g", { "aria-hidden": "true" });
  const marks = svg("g", { "aria-hidden": "true" });
  const stated = svg("path", { class: "nof1-stated" });
  const statedWords = svg("text", { class: "nof1-stated-words" });
  const posterior = svg("path", { class: "nof1-posterior" });
  const prior = svg("path", { class: "nof1-prior-line" });
  const zero = svg("line", { class: "nof1-zero" });
  const benefit = svg("path", { class: "nof1-benefit" });
  const benefitWords = svg("text", { class: "nof1-benefit-words" });
  const interval = svg("line", { class: "nof1-interval" });
  const middle = svg("circle", { class: "nof1-middle", r: 4 });
  const floor = svg("line", { class: "nof1-axis" });
  const spots = svg("g", {});
  const [left, right] = [svg("text", {}), svg("text", { "text-anchor": "end" })];
  const handles = {
    low: handleMark("low", arm),
    mean: handleMark("mean", arm),
    high: handleMark("high", arm),
  };
  const pattern = svg(
    "pattern",
    { id: hatch, width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svg("line", { class: "nof1-hatch", x1: 0, x2: 0, y1: 0, y2: 8 }),
  );
  marks.append(zero, stated, posterior, prior, statedWords, benefit, benefitWords);
  const foot = svg("g", { "aria-hidden": "true" }, interval, middle, floor, spots, left, right);
  const layer = svg("g", {});
  const tickNodes = svg("g", { "aria-hidden": "true" });
  const node = svg(
    "svg",
    { class: "nof1-picture", role: "group" },
    svg("defs", {}, pattern),
    zones,
    marks,
    foot,
    tickNodes,
    layer,
    handles.low,
    handles.high,
    handles.mean,
  );
  let size = { top: 0, bottom: 0 };
  const drawZones = list<Zone>(
    zones,
    (zone) => zone.kind,
    (zone) => zonePiece(zone.kind, hatch, () => size),
  );
  const drawTicks = list<Layout["ticks"][number]>(
    tickNodes,
    (_, i) => String(i),
    () => tickPiece(() => size),
  );
  const drawSpots = list<number>(
    spots,
    (_, i) => String(i),
    () => spotPiece(() => size),
  );
  return {
    node,
    layer,
    handles,
    draw(now) {
      size = now;
      set(node, { viewBox: `0 0 ${now.width} ${now.height}`, height: now.height });
      drawZones(now.zones);
      drawTicks(now.ticks);
      drawSpots(now.marks);
      set(stated, { d: now.stated });
      set(prior, { d: now.prior });
      set(posterior, { d: now.posterior });
      drawWords(statedWords, now.statedWords);
      drawWords(benefitWords, now.benefit);
      set(benefit, { d: arrow(now.zero, now.benefit.to) });
      set(zero, { x1: now.zero, x2: now.zero, y1: 52, y2: now.bottom });
      set(floor, { x1: SIDE, x2: now.width - SIDE, y1: now.bottom, y2: now.bottom });
      drawInterval(now);
      write(set(left, { x: SIDE, y: now.height - 8 }), now.sides.left);
      write(set(right, { x: now.width - SIDE, y: now.height - 8 }), now.sides.right);
      for (const name of HANDLES) drawHandle(name, now);
    },
  };

  function drawHandle(name: Handle, now: Layout): void {
    const { x, y, isOutside } = now.handles[name];
    set(handles[name], {
      transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
      "data-outside": isOutside,
      display: now.cells ? "none" : null,
    });
  }

  function drawInterval(now: Layout): void {
    const at = now.cells ? null : now.interval;
    const y = now.bottom + 8;
    set(interval, { x1: at?.from ?? 0, x2: at?.to ?? 0, y1: y, y2: y, visibility: at ? null : "hidden" });
    set(middle, { cx: at?.middle ?? 0, cy: y, visibility: at ? null : "hidden" });
  }
}

/** From no effect to the end of the side that is better. */
function arrow(from: number, to: number): string {
  const back = to > from ? -6 : 6;
  return `M${from.toFixed(1)},60V68M${from.toFixed(1)},64H${to.toFixed(1)}l${back},-4m${-back},4l${back},4`;
}

function drawWords(node: SVGTextElement, words: Layout["statedWords"]): void {
  set(node, { x: words?.x ?? 0, y: words?.y ?? 0, "text-anchor": words?.anchor ?? "start" });
  write(node, words?.text ?? "");
}

function zonePiece(
  kind: Zone["kind"],
  hatch: string,
  size: () => { top: number; bottom: number },
): Piece<Zone> {
  const tint = svg("rect", { class: `nof1-zone nof1-zone-${kind}` });
  const belief = svg("path", { class: `nof1-area nof1-area-${kind}` });
  const lines = svg("path", { fill: kind === "harm" ? `url(#${hatch})` : "none" });
  const words = svg("text", { class: "nof1-zone-words", "text-anchor": "middle", y: 16 });
  const chance = svg("text", { class: `nof1-zone-chance nof1-ink-${kind}`, "text-anchor": "middle", y: 38 });
  return {
    node: svg("g", { "data-zone": kind }, tint, belief, lines, words, chance),
    draw(zone) {
      const { top, bottom } = size();
      set(tint, { x: zone.x, width: Math.max(0, zone.width), y: top, height: bottom - top });
      set(belief, { d: zone.area });
      set(lines, { d: zone.area });
      write(set(words, { x: zone.x + zone.width / 2 }), zone.words);
      write(set(chance, { x: zone.x + zone.width / 2 }), zone.chance);
    },
  };
}

function tickPiece(size: () => { bottom: number }): Piece<Layout["ticks"][number]> {
  const mark = svg("line", { class: "nof1-axis" });
  const text = svg("text", { "text-anchor": "middle" });
  return {
    node: svg("g", {}, mark, text),
    draw(tick) {
      const { bottom } = size();
      set(mark, { x1: tick.x, x2: tick.x, y1: bottom, y2: bottom + 5 });
      write(set(text, { x: tick.x, y: bottom + 30 }), tick.text);
    },
  };
}

/** A little flag where an answer put a number. */
function spotPiece(size: () => { top: number; bottom: number }): Piece<number> {
  const pole = svg("line", { class: "nof1-spot" });
  return {
    node: pole,
    draw(x) {
      const { top, bottom } = size();
      set(pole, { x1: x, x2: x, y1: top, y2: bottom });
    },
  };
}
