/** How wide the sheet is, so that pictures are laid out in real pixels and their words stay readable. */

import { set } from "./mark.ts";
import { clamp } from "./number.ts";

const USUAL = 640;
const NARROW = 560;

/** Calls `act` when the width changes; marks `el` as narrow for the style sheets (the page's width says little in a notebook). */
export function followWidth(
  el: HTMLElement,
  act: (width: number) => void,
  signal: AbortSignal,
): () => number {
  const mark = (): void => void set(el, { "data-narrow": width < NARROW });
  let width = measure(el);
  mark();
  if (typeof ResizeObserver !== "undefined") {
    const observer = new ResizeObserver(() => {
      const now = measure(el);
      if (now === width) return;
      width = now;
      mark();
      act(width);
    });
    observer.observe(el);
    signal.addEventListener("abort", () => observer.disconnect());
  }
  return () => width;
}

const measure = (el: HTMLElement): number => clamp(Math.floor(el.clientWidth) || USUAL, 240, 1200);
