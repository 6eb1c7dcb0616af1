/** The ways to say a belief: draw it, give an interval, give quartiles, or stack chips. */

import { listen } from "../lib/gesture.ts";
import { html, set, show, write } from "../lib/mark.ts";
import type { Act, PanelState } from "./act.ts";
import { interval, type Question, quartiles } from "./answer.ts";
import { answer, type Board, board, CHIPS, recalled } from "./chip.ts";
import { chipboard } from "./chipboard.ts";
import { family } from "./family.ts";
import type { Layout } from "./layout.ts";
import type { Said } from "./message.ts";
import type { Picture } from "./picture.ts";

export type Way = "bell" | "interval" | "quartiles" | "chips";
const WAYS: readonly (readonly [Way, string])[] = [
  ["bell", "Draw the curve"],
  ["interval", "An interval"],
  ["quartiles", "Quartiles"],
  ["chips", "Chips"],
];

export interface Ways {
  readonly node: HTMLElement;
  /** The chips that are to be drawn into the picture, if any. */
  board(): Board | null;
  /** The numbers of an answer that are to be marked in the picture. */
  marks(): readonly number[];
  draw(state: PanelState, layout: Layout): void;
}

export function ways(arm: string, view: Picture, act: Act, redraw: () => void, signal: AbortSignal): Ways {
  let way: Way = "bell";
  let state: PanelState | undefined;
  let chips: Board | null = null;
  const drawing = family(arm, act, signal);
  const questions: Record<"interval" | "quartiles", Question> = {
    interval: interval(() => attempt(), signal),
    quartiles: quartiles(() => attempt(), signal),
  };
  const stack = chipboard(
    view.node,
    view.layer,
    (next) => {
      chips = next;
      attempt();
      redraw();
    },
    signal,
  );
  const left = html("p", { "data-left": "", role: "status" });
  const chipWay = html(
    "div",
    { class: "nof1-way" },
    html(
      "p",
      {},
      "Twenty chips are all your belief. Stack them in the picture where the effect may lie: each is worth five in a hundred.",
    ),
    left,
    stack.node,
  );
  const use = html(
    "button",
    { type: "button", class: "nof1-button nof1-main", "data-action": "use" },
    "Use this belief",
  );
  const clear = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "clear-chips" },
    "Start again",
  );
  const fitWords = html("p", { class: "nof1-small", "data-fit": "" });
  const foot = html("div", { class: "nof1-row" }, use, clear, fitWords);
  const places: Record<Way, HTMLElement> = {
    bell: drawing.node,
    interval: questions.interval.node,
    quartiles: questions.quartiles.node,
    chips: chipWay,
  };

  const said = (): Said | null => {
    if (way === "bell") return null;
    if (way === "chips") return chips && chips.placed > 0 ? answer(chips) : null;
    return questions[way].said();
  };
  const attempt = (): void => act.attempt(said());
  const choose = (next: Way): void => {
    if (next === way) return;
    way = next;
    act.attempt(said());
    redraw();
  };
  const onUse = (): void => {
    const now = said();
    if (now && state && !state.isLocked) act.use(now);
  };
  const onClear = (): void => {
    if (way === "chips" && chips) chips = { ...chips, counts: chips.counts.map(() => 0), placed: 0 };
    else if (way !== "bell" && way !== "chips") questions[way].reset();
    attempt();
    redraw();
  };
  listen(use, "click", onUse, signal);
  listen(clear, "click", onClear, signal);

  const tabs = WAYS.map(([name, label]) => {
    const node = html(
      "button",
      { type: "button", role: "tab", class: "nof1-choice", "data-way": name },
      label,
    );
    listen(node, "click", () => choose(name), signal);
    return [name, node] as const;
  });
  const bar = html(
    "div",
    { class: "nof1-choices", role: "tablist", "aria-label": "How to say it" },
    ...tabs.map(([, tab]) => tab),
  );
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const at = WAYS.findIndex(([name]) => name === way);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    choose(next[0]);
    next[1].focus();
  };
  listen(bar, "keydown", onKey, signal);
  const node = html(
    "section",
    { class: "nof1-section nof1-ways" },
    html("h3", {}, "Say what you believe"),
    bar,
    ...Object.values(places),
    foot,
  );

  return {
    node,
    board() {
      if (way !== "chips" || !state) return null;
      chips ??= state.said?.way === "chips" ? recalled(state.said) : board(state.props);
      return chips;
    },
    marks: () => (way === "interval" || way === "quartiles" ? (said()?.at ?? []) : []),
    draw(next, layout) {
      const isFirst = state === undefined;
      state = next;
      if (isFirst && next.said && next.said.way !== "named") recall(next.said, next.said.way);
      for (const [name, tab] of tabs)
        set(tab, { "aria-selected": String(name === way), tabindex: name === way ? 0 : -1 });
      for (const [name] of WAYS) show(places[name], name === way);
      show(foot, way !== "bell");
      if (way === "bell") drawing.draw(next);
      else if (way !== "chips") questions[way].draw(next);
      if (way === "chips" && layout.cells) stack.draw(next, layout, layout.cells.board);
      else stack.hide();
      drawFoot(next);
    },
  };

  /** Take up an answer where it was left: chips need a picture with bins, which comes with the next drawing. */
  function recall(answered: Said, by: Way): void {
    way = by;
    if (by !== "chips") return;
    chips = recalled(answered);
    queueMicrotask(() => signal.aborted || redraw());
  }

  function drawFoot(next: PanelState): void {
    const now = said();
    const placed = chips?.placed ?? 0;
    write(
      left,
      placed === CHIPS ? "All 20 chips are placed." : `${CHIPS - placed} of ${CHIPS} chips are left.`,
    );
    set(left, { "data-left": CHIPS - placed });
    const isInForce = now !== null && JSON.stringify(now) === JSON.stringify(next.said);
    set(use, { disabled: now === null || next.isLocked || isInForce });
    set(clear, { disabled: next.isLocked || (way === "chips" ? placed === 0 : now === null) });
    const fit = next.isTrying ? next.arm.fit : null;
    write(fitWords, now && fit ? fit.note : isInForce ? "This belief is in force." : "");
  }
}
