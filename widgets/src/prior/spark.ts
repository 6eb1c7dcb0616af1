/** A small density on the axis of the large picture, with the one before it as a ghost. */

import { type Scale, safeDomain, scale } from "../lib/axis.ts";
import { blend } from "../lib/curve.ts";
import { set, svg } from "../lib/mark.ts";
import { clamp } from "../lib/number.ts";
import type { Part } from "../lib/shape.ts";
import type { PriorProps } from "./message.ts";

export interface Spark {
  readonly node: SVGSVGElement;
  draw(props: PriorProps, parts: readonly Part[], before: readonly Part[] | null): void;
}

const WIDTH = 200;
const POINTS = 100;

export function spark(height = 44): Spark {
  const zones = [svg("rect", {}), svg("rect", {})] as const;
  const ghost = svg("path", { class: "nof1-spark-ghost" });
  const curve = svg("path", { class: "nof1-spark" });
  const zero = svg("line", { class: "nof1-zero", y1: 0, y2: height });
  const floor = svg("line", { class: "nof1-axis", x1: 0, x2: WIDTH, y1: height, y2: height });
  const node = svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${height}`, height, preserveAspectRatio: "none", "aria-hidden": "true" },
    ...zones,
    zero,
    ghost,
    curve,
    floor,
  );
  let last: readonly unknown[] = [];
  return {
    node,
    draw(props, parts, before) {
      const sign = [props.domain.join(), props.worthwhile, props.direction, parts, before];
      if (sign.every((value, i) => value === last[i])) return;
      last = sign;
      const x = scale(safeDomain(props.domain), [0, WIDTH]);
      const at = (value: number): number => x.at(clamp(value, ...x.domain));
      const [left, right] = [at(-props.worthwhile), at(props.worthwhile)];
      const better = props.direction > 0;
      set(zones[0], { class: better ? "nof1-zone-harm" : "nof1-zone-worthwhile", x: 0, width: left, height });
      set(zones[1], {
        class: better ? "nof1-zone-worthwhile" : "nof1-zone-harm",
        x: right,
        width: WIDTH - right,
        height,
      });
      set(zero, { x1: at(0), x2: at(0) });
      const [own, old] = [heights(parts, x), before ? heights(before, x) : []];
      const peak = Math.max(...own);
      const room = Math.min(Math.max(peak, ...old), 2.5 * peak) || 1;
      set(curve, { d: `M0,${height}L${points(own, room, height)}L${WIDTH},${height}Z` });
      set(ghost, { d: before ? `M${points(old, room, height)}` : "" });
    },
  };
}

const heights = (parts: readonly Part[], x: Scale): number[] => {
  const { density } = blend(parts);
  return Array.from({ length: POINTS + 1 }, (_, i) => density(x.value((WIDTH * i) / POINTS)));
};

const points = (values: readonly number[], peak: number, height: number): string =>
  values
    .map((value, i) => {
      const up = Math.min(1, value / peak) * (height - 4);
      return `${(WIDTH * i) / POINTS},${(height - up).toFixed(1)}`;
    })
    .join("L");
