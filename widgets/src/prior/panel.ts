/** One arm on the prior sheet: the three chances, the picture with its handles, two fields, and where it all comes from. */

import { announcer } from "../lib/announce.ts";
import { look } from "../lib/arm.ts";
import { scale } from "../lib/axis.ts";
import type { Bell } from "../lib/curve.ts";
import { freshId, numberField } from "../lib/field.ts";
import { afterQuiet, drag, listen } from "../lib/gesture.ts";
import { html, set, show, write } from "../lib/mark.ts";
import { decimals, percent, plain, withUnit } from "../lib/number.ts";
import { table } from "../lib/table.ts";
import {
  disagreement,
  grain,
  type Handle,
  moved,
  type PriorArm,
  type PriorProps,
  type Weighed,
} from "./belief.ts";
import { origin } from "./origin.ts";
import { type Layout, layout, picture } from "./picture.ts";
import { legend, tile } from "./tile.ts";
import { describeHandle, keyed, rows, sentence } from "./words.ts";

export interface PanelState {
  readonly props: PriorProps;
  readonly arm: PriorArm;
  readonly weighed: Weighed;
  readonly canGoBack: boolean;
  readonly isWaiting: boolean;
  readonly width: number;
}

export interface Panel {
  readonly node: HTMLElement;
  draw(state: PanelState): void;
}

const HANDLES = ["low", "mean", "high"] as const;
const QUESTIONS = [
  ["benefit", () => "better at all"],
  ["worthwhile", (amount: string) => `better by more than ${amount}, so worthwhile`],
  ["harm", (amount: string) => `worse by more than ${amount}`],
] as const;

/** `change` sets this arm's prior; `forget` goes back to what the model said. */
export function panel(
  arm: string,
  index: number,
  change: (prior: Bell, settled: boolean) => void,
  forget: () => void,
  signal: AbortSignal,
): Panel {
  const view = picture(arm, freshId());
  const voice = announcer(signal);
  const tiles = QUESTIONS.map(([kind]) => tile(kind, arm));
  const caption = html("figcaption", { class: "nof1-sentence", "data-sentence": "" });
  const figure = html(
    "figure",
    { class: "nof1-figure" },
    html("div", { class: "nof1-tiles" }, ...tiles.map((t) => t.node)),
    view.node,
    legend(),
    caption,
  );
  const numbers = table("The same in numbers", ["", "before the days", "now"]);
  const source = origin();
  const check = html("span", { class: "nof1-chip", "data-check": "", hidden: true });
  const back = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "forget", "data-arm": arm },
    "Back to what the model said",
  );
  const range = html("p", { class: "nof1-muted nof1-small", "data-range": "" });
  let state: PanelState | undefined;
  let sent: Bell | undefined;

  const now = (): Bell => state?.weighed.prior ?? { mean: 0, sd: 1 };
  const tell = (prior: Bell, settled: boolean): void => {
    sent = prior;
    change(prior, settled);
  };
  const typed =
    (key: keyof Bell) =>
    (value: number | null): void => {
      if (value !== null && state && !state.props.locked) tell({ ...now(), [key]: value }, true);
    };
  const mean = numberField(
    "Middle of the belief",
    { "data-field": "mean", "data-arm": arm },
    typed("mean"),
    signal,
  );
  const sd = numberField("Spread (sd)", { "data-field": "sd", "data-arm": arm }, typed("sd"), signal);
  const fields = html(
    "div",
    { class: "nof1-fields" },
    mean.node,
    sd.node,
    html("div", { class: "nof1-row" }, back, check),
  );
  listen(back, "click", () => state && !state.props.locked && forget(), signal);

  for (const name of HANDLES) hold(name, view.handles[name]);

  function hold(name: Handle, node: SVGGElement): void {
    let grip = 0;
    let start: Bell = { mean: 0, sd: 1 };
    let frame: Layout["x"] = scale([0, 1], [0, 1]);
    const place = (x: number): number => frame.value(x - grip);
    drag(
      node,
      view.node,
      {
        start(spot) {
          if (!state || state.props.locked) return false;
          start = now();
          const drawn = layout(state.props, state.arm, state.weighed, state.width);
          frame = drawn.x;
          grip = spot.x - drawn.handles[name].x;
          set(node, { "data-held": true });
          return true;
        },
        move: (spot) => state && tell(moved(state.props, now(), name, place(spot.x)), false),
        end(hasMoved) {
          set(node, { "data-held": null });
          if (hasMoved) tell(now(), true);
        },
        cancel() {
          set(node, { "data-held": null });
          tell(start, true);
        },
      },
      signal,
    );
    const settle = afterQuiet(() => tell(sent ?? now(), true), signal);
    const onKey = (event: KeyboardEvent): void => {
      if (!state) return;
      if (event.key === "Enter") settle.now();
      const to = keyed(state.props, now(), name, event);
      if (to === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (state.props.locked) return;
      tell(moved(state.props, now(), name, to), false);
      settle.poke();
    };
    listen(node, "keydown", onKey, signal);
    listen(node, "blur", settle.now, signal);
  }

  const node = html(
    "div",
    { class: "nof1-panel nof1-hued", "data-panel": arm, style: `--nof1-arm: ${look(index + 1).color}` },
    figure,
    fields,
    range,
    numbers.node,
    source.node,
    voice.node,
  );
  return {
    node,
    draw(next) {
      state = next;
      const { props, weighed } = next;
      const drawn = layout(props, next.arm, weighed, next.width);
      view.draw(drawn);
      set(view.node, {
        "aria-label": `Belief about ${arm} against ${next.arm.reference}, drawn over the effect in ${props.unit || "units of the measure"}`,
      });
      const amount = withUnit(plain(props.worthwhile, 6), props.unit);
      QUESTIONS.forEach(([kind, words], i) => {
        tiles[i]?.draw(words(amount), weighed.beforeChances[kind], weighed.afterChances?.[kind] ?? null);
      });
      for (const name of HANDLES) describeHandle(view.handles[name], name, next);
      drawFields(next);
      numbers.draw(rows(next));
      source.draw(next);
      set(figure, { "data-days": weighed.after !== null });
      const words = sentence(next);
      write(caption, words);
      voice.say(words);
    },
  };

  function drawFields({ props, weighed, isWaiting, arm: known, canGoBack: isBack }: PanelState): void {
    const { prior, afterChances } = weighed;
    const [low, high] = props.domain;
    const [least, most] = props.sd_range;
    const step = grain(props.domain).key;
    const digits = decimals(grain(props.domain).drag) + 1;
    mean.draw({ value: prior.mean, low, high, step, digits, unit: props.unit, isLocked: props.locked });
    sd.draw({
      value: prior.sd,
      low: least,
      high: most,
      step,
      digits,
      unit: props.unit,
      isLocked: props.locked,
    });
    const ends = [prior.mean - 1.96 * prior.sd, prior.mean + 1.96 * prior.sd].map((end) => plain(end, 2));
    write(
      range,
      `This belief puts 95% of its weight between ${ends[0]} and ${withUnit(ends[1] ?? "", props.unit)}.`,
    );
    set(back, { disabled: props.locked || !isBack });
    const python = known.python;
    show(check, python !== null && afterChances !== null);
    if (python === null || afterChances === null) return;
    const gap = disagreement(python, afterChances);
    const verdict = isWaiting ? "checking" : gap <= 0.005 ? "confirmed" : "differs";
    set(check, { "data-check": verdict, "data-tone": verdict === "differs" ? "warn" : null });
    write(
      check,
      verdict === "checking"
        ? "Checking…"
        : verdict === "confirmed"
          ? "✓ Confirmed by the engine"
          : differing(python),
    );
  }
}

const differing = (python: { p_benefit: number; p_worthwhile: number; p_harm: number }): string =>
  `The engine says ${percent(python.p_benefit)}, ${percent(python.p_worthwhile)}, ${percent(python.p_harm)}`;
