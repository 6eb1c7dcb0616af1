/** The parts of a mixture as a table that can be typed into. */

import { numberField } from "../lib/field.ts";
import { listen } from "../lib/gesture.ts";
import { html, list, type Piece, set, show } from "../lib/mark.ts";
import { decimals } from "../lib/number.ts";
import type { Part } from "../lib/shape.ts";
import { type Act, type PanelState, settling, type Widget } from "./act.ts";
import { kindOf, ofShape } from "./belief.ts";
import { grain } from "./handle.ts";
import type { Drawn } from "./message.ts";

const MOST_ROWS = 6;

interface Row {
  readonly index: number;
  readonly part: Part;
  readonly isVague: boolean;
}

/** The belief with one number of one part changed; the other shares make room. */
export function retyped(drawn: Drawn, index: number, column: number, value: number): Drawn {
  const parts = drawn.parts.map((part, i): Part => {
    if (column > 0)
      return i === index ? [part[0], column === 1 ? value : part[1], column === 2 ? value : part[2]] : part;
    const old = drawn.parts[index]?.[0] ?? 0;
    return [i === index ? value : (part[0] * (1 - value)) / (1 - old), part[1], part[2]];
  });
  return { shape: null, parts, vague: drawn.vague };
}

/** The belief without one of its parts; the last one that is left is a bell. */
export function removed(drawn: Drawn, index: number): Drawn {
  const gone = drawn.parts[index]?.[0] ?? 0;
  const kept = drawn.parts.filter((_, i) => i !== index);
  const parts = kept.map(([weight, mean, sd]): Part => [weight / (1 - gone), mean, sd]);
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only) return ofShape({ family: "normal", middle: only[1], spread: only[2], tail: 4, lean: 0 });
  const isVague = index >= drawn.parts.length - drawn.vague;
  return { shape: null, parts, vague: Math.min(drawn.vague - (isVague ? 1 : 0), parts.length - 1) };
}

/** The belief with another claim of a quarter of it, a little apart from the first. */
export function added(drawn: Drawn): Drawn {
  const [, mean, sd] = drawn.parts[0] ?? [1, 0, 1];
  const old = drawn.parts.map(([weight, ...rest]): Part => [0.75 * weight, ...rest]);
  const place = drawn.parts.length - drawn.vague;
  return {
    shape: null,
    parts: [...old.slice(0, place), [0.25, mean + 2 * sd, sd], ...old.slice(place)],
    vague: drawn.vague,
  };
}

export function partsTable(act: Act, signal: AbortSignal): Widget<PanelState> {
  let state: PanelState | undefined;
  const body = html("tbody");
  const head = ["Part", "Share", "Middle", "Spread", ""].map((name) => html("th", { scope: "col" }, name));
  const more = html(
    "button",
    { type: "button", class: "nof1-button nof1-plain", "data-action": "add-part" },
    "Add another claim",
  );
  listen(more, "click", () => state && !state.isLocked && act.draw(added(state.weighed.drawn), true), signal);
  const node = html(
    "details",
    { class: "nof1-table" },
    html("summary", {}, "Its parts, one by one"),
    html(
      "div",
      { class: "nof1-scroll" },
      html("table", {}, html("thead", {}, html("tr", {}, ...head)), body),
    ),
    more,
  );

  const row = ({ index }: Row): Piece<Row> => {
    const settle = settling<Drawn>((value, isSettled) => act.draw(value, isSettled), signal);
    const fields = (["Share", "Middle", "Spread"] as const).map((label, column) => {
      const change = (value: number | null): void => {
        if (value === null || !state || state.isLocked) return;
        settle.change(retyped(state.weighed.drawn, index, column, column === 0 ? value / 100 : value));
      };
      const made = numberField(
        `${label} of part ${index + 1}`,
        { "data-part": `${index}-${column}` },
        change,
        signal,
      );
      settle.watch(made.input);
      return made;
    });
    const name = html("td");
    const gone = html(
      "button",
      { type: "button", class: "nof1-button nof1-plain", "aria-label": `Remove part ${index + 1}` },
      "Remove",
    );
    listen(
      gone,
      "click",
      () => state && !state.isLocked && act.draw(removed(state.weighed.drawn, index), true),
      signal,
    );
    return {
      node: html("tr", {}, name, ...fields.map((each) => html("td", {}, each.node)), html("td", {}, gone)),
      draw({ part, isVague }) {
        if (!state) return;
        const { props, isLocked } = state;
        name.textContent = isVague ? "room for being wrong" : "claim";
        const step = grain(props.domain).key;
        const digits = decimals(grain(props.domain).drag) + 1;
        fields[0]?.draw({
          value: 100 * part[0],
          low: 0.1,
          high: 99.9,
          step: 1,
          digits: 1,
          unit: "%",
          isLocked,
        });
        fields[1]?.draw({ value: part[1], step, digits, unit: props.unit, isLocked });
        fields[2]?.draw({
          value: part[2],
          low: Math.min(part[2], props.sd_range[0]),
          step,
          digits,
          unit: props.unit,
          isLocked,
        });
        set(gone, { disabled: isLocked });
      },
    };
  };
  const draw = list<Row>(body, ({ index }) => String(index), row);
  return {
    node,
    draw(next) {
      state = next;
      const { parts, vague } = next.weighed.drawn;
      const isShown = kindOf(next.weighed.drawn) === "mixture" && parts.length <= MOST_ROWS;
      show(node, isShown);
      set(more, { disabled: next.isLocked || parts.length >= MOST_ROWS });
      if (isShown)
        draw(parts.map((part, index) => ({ index, part, isVague: index >= parts.length - vague })));
    },
  };
}
