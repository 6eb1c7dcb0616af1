/** The five named priors side by side, each one click away. */

import { listen } from "../lib/gesture.ts";
import { html, list, type Piece, set, write } from "../lib/mark.ts";
import { percent } from "../lib/number.ts";
import type { Act, PanelState, Widget } from "./act.ts";
import { isAlike } from "./belief.ts";
import type { Named } from "./message.ts";
import { spark } from "./spark.ts";

const DERIVED = "discounted";

export function named(act: Act, signal: AbortSignal): Widget<PanelState> {
  const grid = html("div", { class: "nof1-named", role: "group", "aria-label": "Named beliefs" });
  let state: PanelState | undefined;
  const isOn = (known: Named): boolean => {
    if (!state || state.isTrying) return false;
    const { said, isHand, weighed } = state;
    if (said?.way === "named") return said.name === known.key;
    if (!isHand) return known.key === DERIVED || (!state.arm.is_known && known.key === "near flat");
    return isAlike(weighed.drawn, known.belief);
  };
  const card = (first: Named): Piece<Named> => {
    const title = html("span", { class: "nof1-named-title" });
    const chances = html("span", { class: "nof1-small nof1-muted" });
    const note = html("span", { class: "nof1-small nof1-muted" });
    const curve = spark(48);
    const node = html(
      "button",
      { type: "button", class: "nof1-card", "data-named": first.key },
      title,
      curve.node,
      chances,
      note,
    );
    const press = (): void => {
      if (!state || state.isLocked) return;
      if (first.key === DERIVED) act.forget();
      else act.use({ way: "named", at: [], held: [], name: first.key });
    };
    listen(node, "click", press, signal);
    return {
      node,
      draw(known) {
        if (!state) return;
        const { p_benefit, p_worthwhile, p_harm } = known.belief;
        write(title, known.label);
        write(
          chances,
          `better ${percent(p_benefit)} · worthwhile ${percent(p_worthwhile)} · harm ${percent(p_harm)}`,
        );
        write(note, known.note);
        curve.draw(state.props, known.belief.parts, null);
        set(node, { "aria-pressed": String(isOn(known)), disabled: state.isLocked });
      },
    };
  };
  const draw = list<Named>(grid, (known) => known.key, card);
  const node = html("section", { class: "nof1-section" }, html("h3", {}, "Or start from one of these"), grid);
  return {
    node,
    draw(next) {
      state = next;
      draw(next.arm.named);
    },
  };
}
