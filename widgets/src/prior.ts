/** The prior sheet: draw or say what is believed about each arm, and see at once what the days make of it. */

import { look } from "./lib/arm.ts";
import { sheet, type View } from "./lib/door.ts";
import { listen } from "./lib/gesture.ts";
import { html, list, type Piece, set, show, write } from "./lib/mark.ts";
import { percent } from "./lib/number.ts";
import { followWidth } from "./lib/width.ts";
import type { Act, PanelState, Widget } from "./prior/act.ts";
import {
  believed,
  byHand,
  doubtOf,
  handOf,
  handSaid,
  put,
  putDoubt,
  weighing,
  without,
} from "./prior/belief.ts";
import type { PriorArm, PriorPart, PriorProps } from "./prior/message.ts";
import { panel } from "./prior/panel.ts";
import { CSS } from "./prior/style.ts";

export const view: View<PriorProps, PriorPart> = (el, tell, signal) => {
  const title = html("h2");
  const status = html("span", { class: "nof1-chip", "data-status": "" });
  const note = html("p", { class: "nof1-muted", "data-note": "" });
  const tabs = html("div", { class: "nof1-tabs", role: "tablist", "aria-label": "Which candidate" });
  const empty = html(
    "p",
    { class: "nof1-muted" },
    "There is no candidate to believe anything about yet. Accept a candidate first.",
  );
  const stage = html("div");
  el.append(html("div", { class: "nof1-row nof1-head" }, title, status), note, tabs, empty, stage);

  let props: PriorProps | undefined;
  let part: PriorPart = { priors: [], discounts: [], why: "", trying: null };
  let isWaiting = false;
  let chosen = "";
  let why = "";
  /** The arm whose answer is only being looked at. */
  let tried = "";
  let kept = part;
  const places = new Map<string, Widget<PanelState>>();
  const weigh = weighing();
  const width = followWidth(el, () => draw(), signal);

  /** Sends the part with the reason; a reason belongs to one change. */
  const send = (next: PriorPart, settled: boolean): void => {
    const said = why;
    if (settled) why = "";
    tried = "";
    tell({ ...next, why: said, trying: null }, settled);
  };

  const actOn = (arm: string): Act => ({
    hold() {
      kept = part;
    },
    release: () => tell(kept, true),
    draw: (drawn, settled) => props && send(put(props, part, handOf(arm, drawn)), settled),
    attempt(said) {
      if (!said && !tried) return;
      tried = said ? arm : "";
      tell({ ...part, why: "", trying: said ? handSaid(arm, said) : null }, true);
    },
    use: (said) => props && send(put(props, part, handSaid(arm, said)), true),
    forget: () => send(without(part, arm), true),
    doubt: (doubt, settled) => props && send(putDoubt(props, part, doubt), settled),
    why(text) {
      why = text;
      draw();
    },
  });

  const placeOf = (arm: string, index: number): Widget<PanelState> => {
    const known = places.get(arm);
    if (known) return known;
    const fresh = panel(arm, index, actOn(arm), () => draw(), signal);
    set(fresh.node, { role: "tabpanel", "aria-label": arm });
    places.set(arm, fresh);
    return fresh;
  };

  const stateOf = (known: PriorProps, arm: PriorArm): PanelState => {
    const isTrying = tried === arm.arm && arm.fit !== null;
    const standing = believed(part, arm);
    const drawn = isTrying && arm.fit ? arm.fit.belief : standing;
    return {
      props: known,
      arm,
      weighed: weigh(known, arm, drawn),
      doubt: doubtOf(part, arm),
      said: byHand(part, arm.arm)?.said ?? null,
      isHand: byHand(part, arm.arm) !== undefined,
      isTrying,
      isWaiting,
      isLocked: known.locked && why.trim() === "",
      why,
      width: width(),
    };
  };

  const choose = (arm: string, hasFocus = false): void => {
    if (tried && tried !== arm) {
      tried = "";
      tell({ ...part, why: "", trying: null }, true);
    }
    chosen = arm;
    draw();
    if (hasFocus)
      [...tabs.children]
        .find((tab) => tab.getAttribute("data-tab") === arm)
        ?.dispatchEvent(new CustomEvent("nof1-focus"));
  };

  const tab = (arm: PriorArm): Piece<PriorArm> => {
    const name = html("span", {}, arm.arm);
    const chance = html("span", { class: "nof1-muted nof1-small" });
    const swatch = html("span", { class: "nof1-swatch", "aria-hidden": "true" });
    const node = html(
      "button",
      { type: "button", role: "tab", class: "nof1-tab", "data-tab": arm.arm },
      swatch,
      name,
      chance,
    );
    listen(node, "click", () => choose(arm.arm), signal);
    listen(node, "nof1-focus", () => node.focus(), signal);
    listen<KeyboardEvent>(node, "keydown", (event) => step(event, arm.arm), signal);
    return {
      node,
      draw(known, index) {
        const weighed = props && weigh(props, known, believed(part, known));
        const { color, letter } = look(index + 1);
        set(node, { "aria-selected": String(known.arm === chosen), tabindex: known.arm === chosen ? 0 : -1 });
        swatch.style.background = color;
        write(swatch, letter);
        write(chance, weighed ? percent((weighed.afterChances ?? weighed.beforeChances).benefit) : "");
      },
    };
  };
  const step = (event: KeyboardEvent, arm: string): void => {
    const names = props?.arms.map((known) => known.arm) ?? [];
    const ways: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };
    const way = ways[event.key];
    if (way === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = names[(names.indexOf(arm) + way + names.length) % names.length];
    if (next !== undefined) choose(next, true);
  };
  const drawTabs = list<PriorArm>(tabs, (arm) => arm.arm, tab);

  function draw(): void {
    if (!props) return;
    const arms = props.arms;
    if (!arms.some((arm) => arm.arm === chosen)) chosen = arms[0]?.arm ?? "";
    write(
      title,
      props.measure ? `What do we believe about the effect on ${props.measure}?` : "What do we believe?",
    );
    show(status, props.status !== "");
    write(set(status, { "data-tone": props.status === "exact" ? null : "warn" }), props.status);
    write(note, props.note);
    show(note, props.note !== "");
    show(empty, arms.length === 0);
    show(tabs, arms.length > 1);
    drawTabs(arms);
    const index = arms.findIndex((arm) => arm.arm === chosen);
    const arm = arms[index];
    if (!arm) {
      stage.replaceChildren();
      return;
    }
    const place = placeOf(arm.arm, index);
    if (place.node.parentElement !== stage) stage.replaceChildren(place.node);
    place.draw(stateOf(props, arm));
  }

  return (nextProps, nextPart, waiting) => {
    props = nextProps;
    part = nextPart;
    isWaiting = waiting;
    draw();
  };
};

export default sheet("prior", CSS, view);
