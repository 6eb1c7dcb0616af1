/** How a field came about: a shape and a word, so that nobody needs its colour. */

import { html, set, svg, write } from "./mark.ts";

const SHAPES: Readonly<Record<string, string>> = {
  read: "M2 7l3 3 5-7",
  repaired: "M6 1.5 10.5 6 6 10.5 1.5 6z",
  guessed: "M6 1.5 11 10.5H1z",
  missing: "M6 2a4 4 0 1 0 .01 0z",
  edited: "M2 10l1-3 5.5-5.5 2 2L5 9z",
};
const WORDS: Readonly<Record<string, string>> = {
  read: "read",
  repaired: "repaired",
  guessed: "guessed",
  missing: "not said",
  edited: "by you",
};

export const howWords = (how: string): string => WORDS[how] ?? how;

export interface HowMark {
  readonly node: HTMLElement;
  draw(how: string): void;
}

export function howMark(): HowMark {
  const shape = svg("path", {});
  const picture = svg(
    "svg",
    { viewBox: "0 0 12 12", width: 12, height: 12, "aria-hidden": "true", class: "nof1-how-shape" },
    shape,
  );
  const word = html("span");
  const node = html("span", { class: "nof1-how" }, picture, word);
  return {
    node,
    draw(how) {
      set(node, { "data-kind": how });
      set(shape, { d: SHAPES[how] ?? SHAPES.missing });
      write(word, howWords(how));
    },
  };
}
