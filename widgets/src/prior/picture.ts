/** One arm's prior and posterior: first the layout as plain numbers, then the drawing of it. */

import { type Scale, safeDomain, scale, ticks } from "../lib/axis.ts";
import { type Bell, bellDensity, type Curve } from "../lib/curve.ts";
import { list, type Piece, set, svg, write } from "../lib/mark.ts";
import { clamp, plain } from "../lib/number.ts";
import type { Handle, PriorArm, PriorProps, Weighed } from "./belief.ts";
import { handlePlace } from "./belief.ts";

export interface Zone {
  readonly kind: "harm" | "trivial" | "worthwhile";
  readonly x: number;
  readonly width: number;
  readonly words: string;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly zones: readonly Zone[];
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly prior: string;
  readonly posterior: string;
  readonly stated: string;
  readonly zero: number;
  readonly sides: { readonly left: string; readonly right: string };
  readonly handles: Readonly<
    Record<Handle, { readonly x: number; readonly y: number; readonly isOutside: boolean }>
  >;
  readonly interval: { readonly from: number; readonly to: number; readonly middle: number } | null;
}

const SIDE = 24;
const TOP = 40;
const FOOT = 64;
const WORDS = {
  harm: "clearly worse",
  trivial: "too small to matter",
  worthwhile: "clearly better",
} as const;
const SHORT = { harm: "worse", trivial: "too small", worthwhile: "better" } as const;

export function layout(props: PriorProps, arm: PriorArm, weighed: Weighed, width: number): Layout {
  const height = width < 480 ? 280 : 320;
  const bottom = height - FOOT;
  const x = scale(safeDomain(props.domain), [SIDE, width - SIDE]);
  const { prior, after } = weighed;
  const peak = Math.max(bellDensity(prior, prior.mean), ...(after ? [largest(after.density)] : []));
  const y = scale([0, peak], [bottom, TOP + 16]);
  const handle = (name: Handle) => {
    const value = handlePlace(prior, name);
    const [low, high] = x.domain;
    const shown = clamp(value, low, high);
    return { x: x.at(shown), y: y.at(bellDensity(prior, value)), isOutside: shown !== value };
  };
  return {
    width,
    height,
    top: TOP,
    bottom,
    x,
    zones: zonesOf(props, x),
    ticks: ticks(...x.domain, Math.max(3, Math.floor(width / 90))).map((value) => ({
      x: x.at(value),
      text: plain(value, 6),
    })),
    prior: path(bellPoints(prior, x), x, y),
    posterior: after ? `${path(points(after), x, y)}` : "",
    stated: arm.stated ? path(bellPoints(arm.stated, x), x, lowered(arm.stated, y, bottom)) : "",
    zero: x.at(clamp(0, ...x.domain)),
    sides:
      props.direction > 0 ? { left: "← worse", right: "better →" } : { left: "← better", right: "worse →" },
    handles: { low: handle("low"), mean: handle("mean"), high: handle("high") },
    interval: after && intervalOf(after, x),
  };
}

/** A narrow stated curve would tower over everything: it is a ghost, so it is cut to the height of the picture. */
function lowered(stated: Bell, y: Scale, bottom: number): Scale {
  const peak = bellDensity(stated, stated.mean);
  return peak > y.domain[1] ? scale([0, peak], [bottom, y.range[1]]) : y;
}

function zonesOf(props: PriorProps, x: Scale): Zone[] {
  const [low, high] = x.domain;
  const [left, right] = [clamp(-props.worthwhile, low, high), clamp(props.worthwhile, low, high)];
  const [first, last] =
    props.direction > 0 ? (["harm", "worthwhile"] as const) : (["worthwhile", "harm"] as const);
  const zone = (kind: Zone["kind"], from: number, to: number): Zone => {
    const room = x.at(to) - x.at(from);
    const words = room > 130 ? WORDS[kind] : room > 54 ? SHORT[kind] : "";
    return { kind, x: x.at(from), width: room, words };
  };
  return [zone(first, low, left), zone("trivial", left, right), zone(last, right, high)];
}

function intervalOf(after: Curve, x: Scale): Layout["interval"] {
  const inside = (value: number): number => x.at(clamp(value, ...x.domain));
  return {
    from: inside(after.quantile(0.025)),
    to: inside(after.quantile(0.975)),
    middle: inside(after.mean),
  };
}

type Point = readonly [number, number];

const bellPoints = (shape: Bell, x: Scale): Point[] => {
  const from = Math.max(x.domain[0], shape.mean - 5 * shape.sd);
  const to = Math.min(x.domain[1], shape.mean + 5 * shape.sd);
  return Array.from({ length: 161 }, (_, i) => {
    const value = from + ((to - from) * i) / 160;
    return [value, bellDensity(shape, value)] as const;
  });
};

const points = (curve: Curve): Point[] => curve.x.map((value, i) => [value, curve.density[i] ?? 0] as const);

const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), 0);

function path(line: readonly Point[], x: Scale, y: Scale): string {
  const [low, high] = x.domain;
  const peak = largest(line.map(([, density]) => density));
  // The far tails would only thicken the axis.
  const inside = line.filter(([value, density]) => value >= low && value <= high && density > peak / 500);
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last || inside.length < 2) return "";
  const floor = y.at(0).toFixed(1);
  const steps = inside.map(([value, density]) => `${x.at(value).toFixed(1)},${y.at(density).toFixed(1)}`);
  return `M${x.at(first[0]).toFixed(1)},${floor}L${steps.join("L")}L${x.at(last[0]).toFixed(1)},${floor}`;
}

export interface Picture {
  readonly node: SVGSVGElement;
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
  const posterior = svg("path", { class: "nof1-posterior" });
  const prior = svg("path", { class: "nof1-prior-line" });
  const zero = svg("line", { class: "nof1-zero" });
  const interval = svg("line", { class: "nof1-interval" });
  const middle = svg("circle", { class: "nof1-middle", r: 4 });
  const floor = svg("line", { class: "nof1-axis" });
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
  marks.append(zero, stated, posterior, prior, interval, middle, floor, left, right);
  const node = svg("svg", { class: "nof1-picture", role: "group" }, svg("defs", {}, pattern), zones, marks);
  const tickNodes = svg("g", { "aria-hidden": "true" });
  node.append(tickNodes, handles.low, handles.high, handles.mean);

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
  let size = { top: 0, bottom: 0 };
  return {
    node,
    handles,
    draw(now) {
      size = now;
      set(node, { viewBox: `0 0 ${now.width} ${now.height}`, height: now.height });
      drawZones(now.zones);
      drawTicks(now.ticks);
      set(stated, { d: now.stated });
      set(prior, { d: now.prior });
      set(posterior, { d: now.posterior });
      set(zero, { x1: now.zero, x2: now.zero, y1: now.top, y2: now.bottom });
      set(floor, { x1: SIDE, x2: now.width - SIDE, y1: now.bottom, y2: now.bottom });
      drawInterval(now);
      write(set(left, { x: SIDE, y: now.height - 8 }), now.sides.left);
      write(set(right, { x: now.width - SIDE, y: now.height - 8 }), now.sides.right);
      for (const name of ["low", "mean", "high"] as const) {
        const { x, y, isOutside } = now.handles[name];
        set(handles[name], {
          transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
          "data-outside": isOutside,
        });
      }
    },
  };

  function drawInterval(now: Layout): void {
    const at = now.interval;
    const y = now.bottom + 8;
    set(interval, { x1: at?.from ?? 0, x2: at?.to ?? 0, y1: y, y2: y, visibility: at ? null : "hidden" });
    set(middle, { cx: at?.middle ?? 0, cy: y, visibility: at ? null : "hidden" });
  }
}

function zonePiece(
  kind: Zone["kind"],
  hatch: string,
  size: () => { top: number; bottom: number },
): Piece<Zone> {
  const tint = svg("rect", { class: `nof1-zone nof1-zone-${kind}` });
  const lines = svg("rect", { fill: kind === "harm" ? `url(#${hatch})` : "none" });
  const words = svg("text", { class: "nof1-zone-words", "text-anchor": "middle", y: 24 });
  return {
    node: svg("g", { "data-zone": kind }, tint, lines, words),
    draw(zone) {
      const { top, bottom } = size();
      const box = { x: zone.x, width: Math.max(0, zone.width), y: top - 8, height: bottom - top + 8 };
      set(tint, box);
      set(lines, box);
      write(set(words, { x: zone.x + zone.width / 2 }), zone.words);
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
