/** Why a belief is changed: it goes into the log with the next change. */

import { textField } from "../lib/field.ts";
import { html, set, show, write } from "../lib/mark.ts";
import type { Act, PanelState, Widget } from "./act.ts";

export function reason(act: Act, signal: AbortSignal): Widget<PanelState> {
  const field = textField("Why? It goes into the log with your next change", "text", "why", act.why, signal);
  const words = html("p", { class: "nof1-small", "data-amendment": "" });
  const node = html("div", { class: "nof1-reason" }, words, field.node);
  return {
    node,
    draw({ props, isLocked, why }) {
      set(node, { "data-needed": props.locked });
      field.draw(why, false);
      show(words, props.locked);
      write(
        words,
        isLocked
          ? "The protocol is registered. Give a reason, and the handles come free: your change is then an amendment."
          : "The handles are free: your next change is an amendment, with this reason.",
      );
    },
  };
}
