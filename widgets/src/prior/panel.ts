/** One arm on the prior sheet: the picture with its handles, what it is worth, the ways to say it, and its doubts. */

import { announcer } from "../lib/announce.ts";
import { look } from "../lib/arm.ts";
import { scale } from "../lib/axis.ts";
import { freshId } from "../lib/field.ts";
import { afterQuiet, drag, listen } from "../lib/gesture.ts";
import { html, set, show, write } from "../lib/mark.ts";
import { percent, plain, withUnit } from "../lib/number.ts";
import { table } from "../lib/table.ts";
import type { Act, PanelState, Widget } from "./act.ts";
import { disagreement } from "./belief.ts";
import { HANDLES, type Handle, moved } from "./handle.ts";
import { type Layout, layout } from "./layout.ts";
import type { Drawn } from "./message.ts";
import { named } from "./named.ts";
import { picture } from "./picture.ts";
import { reason } from "./reason.ts";
import { legend, tile } from "./tile.ts";
import { waterfall } from "./waterfall.ts";
import { ways } from "./ways.ts";
import { describeHandle, keyed, momentWords, rows, sentence, unknownWords, worthWords } from "./words.ts";
import { daysOf } from "./worth.ts";

const QUESTIONS = [
  ["benefit", () => "better at all"],
  ["worthwhile", (amount: string) => `better by more than ${amount}, so worthwhile`],
  ["harm", (amount: string) => `worse by more than ${amount}`],
] as const;

export function panel(
  arm: string,
  index: number,
  act: Act,
  redraw: () => void,
  signal: AbortSignal,
): Widget<PanelState> {
  const view = picture(arm, freshId());
  const voice = announcer(signal);
  const tiles = QUESTIONS.map(([kind]) => tile(kind, arm));
  const caption = html("p", { class: "nof1-sentence", "data-sentence": "" });
  const figure = html(
    "figure",
    { class: "nof1-figure" },
    html("div", { class: "nof1-tiles" }, ...tiles.map((t) => t.node)),
    view.node,
    legend(),
  );
  const numbers = table("The same in numbers", ["", "before the days", "now"]);
  const check = html("span", { class: "nof1-chip", "data-check": "", hidden: true });
  const back = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "forget", "data-arm": arm },
    "Back to what the model said",
  );
  const range = html("p", { class: "nof1-muted nof1-small", "data-range": "" });
  const worth = html("strong", { "data-worth": "" });
  const moment = html("p", { class: "nof1-muted nof1-small" });
  const headline = html(
    "div",
    { class: "nof1-worth" },
    html("p", { class: "nof1-worth-words" }, "This belief is worth ", worth, " of your own data."),
    moment,
  );
  const saying = ways(arm, view, act, redraw, signal);
  const stances = named(act, signal);
  const doubts = waterfall(arm, act, signal);
  const why = reason(act, signal);
  const unknown = html("p", { class: "nof1-unknown", "data-unknown": "", hidden: true });
  const foot = html("div", { class: "nof1-row" }, back, check);
  listen(back, "click", () => state && !state.isLocked && act.forget(), signal);

  let state: PanelState | undefined;
  let drawn: Layout | undefined;
  const now = (): Drawn | undefined => state?.weighed.drawn;

  for (const name of HANDLES) hold(name, view.handles[name]);

  function hold(name: Handle, node: SVGGElement): void {
    let grip = 0;
    let frame: Layout["x"] = scale([0, 1], [0, 1]);
    const pull = (place: number, settled: boolean): void => {
      const from = now();
      if (state && from) act.draw(moved(state.props, from, name, place), settled);
    };
    drag(
      node,
      view.node,
      {
        start(spot) {
          if (!state || !drawn || state.isLocked) return false;
          act.hold();
          frame = drawn.x;
          grip = spot.x - drawn.handles[name].x;
          set(node, { "data-held": true });
          return true;
        },
        move: (spot) => pull(frame.value(spot.x - grip), false),
        end(hasMoved) {
          set(node, { "data-held": null });
          const last = now();
          if (hasMoved && last) act.draw(last, true);
        },
        cancel() {
          set(node, { "data-held": null });
          act.release();
        },
      },
      signal,
    );
    const settle = afterQuiet(() => {
      const last = now();
      if (last) act.draw(last, true);
    }, signal);
    const onKey = (event: KeyboardEvent): void => {
      const from = now();
      if (!state || !from) return;
      if (event.key === "Enter") settle.now();
      const to = keyed(state.props, from, name, event);
      if (to === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (state.isLocked) return;
      pull(to, false);
      settle.poke();
    };
    listen(node, "keydown", onKey, signal);
    listen(node, "blur", settle.now, signal);
  }

  const node = html(
    "div",
    { class: "nof1-panel nof1-hued", "data-panel": arm, style: `--nof1-arm: ${look(index + 1).color}` },
    why.node,
    unknown,
    figure,
    saying.node,
    foot,
    caption,
    headline,
    range,
    stances.node,
    doubts.node,
    numbers.node,
    voice.node,
  );
  return {
    node,
    draw(next) {
      state = next;
      const { props, weighed, width } = next;
      drawn = layout({
        props,
        arm: next.arm,
        weighed,
        width,
        marks: saying.marks(),
        board: saying.board(),
      });
      view.draw(drawn);
      set(view.node, {
        "aria-label": `Belief about ${arm} against ${next.arm.reference}, drawn over the effect in ${props.unit || "units of the measure"}`,
      });
      saying.draw(next, drawn);
      const amount = withUnit(plain(props.worthwhile, 6), props.unit);
      QUESTIONS.forEach(([kind, words], i) => {
        tiles[i]?.draw(words(amount), weighed.beforeChances[kind], weighed.afterChances?.[kind] ?? null);
      });
      for (const name of HANDLES) describeHandle(view.handles[name], name, next);
      drawWorth(next);
      drawFoot(next);
      stances.draw(next);
      doubts.draw(next);
      why.draw(next);
      numbers.draw(rows(next));
      show(unknown, !next.arm.is_known);
      write(unknown, unknownWords(arm));
      set(figure, { "data-days": weighed.after !== null, "data-stated": next.arm.stated !== null });
      const words = sentence(next);
      write(caption, words);
      voice.say(words);
    },
  };

  function drawWorth({ arm: known, weighed }: PanelState): void {
    const days = daysOf(weighed.drawn, known.worth);
    write(worth, worthWords(days));
    set(worth, { "data-days": days.days.toFixed(3), "data-moment": days.moment.toFixed(3) });
    write(moment, momentWords(days));
  }

  function drawFoot({ props, weighed, isWaiting, arm: known, isHand, isLocked, isTrying }: PanelState): void {
    const { before, afterChances } = weighed;
    const [low, high] = [before.quantile(0.025), before.quantile(0.975)].map((end) => plain(end, 2));
    write(
      range,
      `This belief puts 95% of its weight between ${low} and ${withUnit(high ?? "", props.unit)}.`,
    );
    set(back, { disabled: isLocked || !isHand });
    show(back, isHand);
    write(back, known.is_known ? "Back to what the model said" : "Forget this belief");
    const python = known.python;
    show(check, python !== null && afterChances !== null && !isTrying);
    if (python === null || afterChances === null) return;
    const gap = disagreement(python, afterChances);
    const verdict = isWaiting ? "checking" : gap <= 0.005 ? "confirmed" : "differs";
    set(check, { "data-check": verdict, "data-tone": verdict === "differs" ? "warn" : null });
    const said = {
      checking: "Checking…",
      confirmed: "✓ Confirmed by the engine",
      differs: differing(python),
    };
    write(check, said[verdict]);
  }
}

const differing = (python: { p_benefit: number; p_worthwhile: number; p_harm: number }): string =>
  `The engine says ${percent(python.p_benefit)}, ${percent(python.p_worthwhile)}, ${percent(python.p_harm)}`;
