/** A polite voice for those who listen: at most one sentence a second, always the last one. */

import { html, write } from "./mark.ts";

const PAUSE = 1000;

export function announcer(signal: AbortSignal): { readonly node: HTMLElement; say(words: string): void } {
  const node = html("p", { class: "nof1-hidden-text", "aria-live": "polite", "data-live": "" });
  let latest = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));
  return {
    node,
    say(words) {
      latest = words;
      timer ??= setTimeout(() => {
        timer = undefined;
        write(node, latest);
      }, PAUSE);
    },
  };
}
