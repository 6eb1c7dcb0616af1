/** The text that was read, with the words behind every field marked: built from text, never from markup. */

import { stretches } from "../lib/hidden.ts";
import { html, set, write } from "../lib/mark.ts";

export interface Cited {
  readonly role: string;
  readonly from: number | null;
  readonly to: number | null;
}

export interface Bit {
  readonly text: string;
  readonly roles: readonly string[];
}

const ALL = 12_000;
const AROUND = 2_500;

/** The part of a long text that is worth showing: around what is cited. */
export function windowOf(text: string, cited: readonly Cited[]): readonly [number, number] {
  if (text.length <= ALL) return [0, text.length];
  const ends = cited.flatMap(({ from, to }) => (from === null || to === null ? [] : [from, to]));
  if (ends.length === 0) return [0, 2 * AROUND];
  const start = Math.max(0, Math.min(...ends) - AROUND);
  return [start, Math.min(text.length, Math.max(...ends) + AROUND, start + 2 * ALL)];
}

/** The window cut wherever a citation begins or ends; what several fields cite belongs to all of them. */
export function bits(text: string, cited: readonly Cited[], [start, end]: readonly [number, number]): Bit[] {
  const there = cited.flatMap(({ role, from, to }) =>
    from === null || to === null || to <= from ? [] : [{ role, from, to }],
  );
  const inside = (at: number): boolean => at > start && at < end;
  const cuts = new Set([start, end, ...there.flatMap(({ from, to }) => [from, to]).filter(inside)]);
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(0, -1).map((from, i) => {
    const to = places[i + 1] ?? end;
    const roles = there.filter((one) => one.from <= from && one.to >= to).map((one) => one.role);
    return { text: text.slice(from, to), roles };
  });
}

export interface SourcePane {
  readonly node: HTMLElement;
  draw(name: string, text: string, cited: readonly Cited[]): void;
  /** Marks the words behind a field, and brings them into view. */
  point(role: string | null): void;
  onPick(act: (role: string) => void): void;
}

export function sourcePane(): SourcePane {
  const title = html("p", { class: "nof1-label" });
  const page = html("div", {
    class: "nof1-page",
    role: "region",
    "aria-label": "The text that was read",
    tabindex: 0,
    dir: "auto",
  });
  const node = html("div", { class: "nof1-source" }, title, page);
  let marks: { node: HTMLElement; roles: readonly string[] }[] = [];
  let pick: (role: string) => void = () => {};
  let shown = "";
  let pointed: string | null = null;

  const fill = (text: string, cited: readonly Cited[]): void => {
    const span = windowOf(text, cited);
    marks = [];
    const nodes = bits(text, cited, span).map((bit) => {
      const inside = stretches(bit.text).map(({ text: words, isUnseen }) =>
        isUnseen ? html("span", { class: "nof1-unseen" }, words) : words,
      );
      if (bit.roles.length === 0) return html("span", {}, ...inside);
      const mark = html("mark", { class: "nof1-cited" }, ...inside);
      marks.push({ node: mark, roles: bit.roles });
      return mark;
    });
    page.replaceChildren(
      ...(span[0] > 0 ? [html("span", { class: "nof1-muted" }, "… ")] : []),
      ...nodes,
      ...(span[1] < text.length ? [html("span", { class: "nof1-muted" }, " …")] : []),
    );
  };
  const show = (): void => {
    let first: HTMLElement | undefined;
    for (const mark of marks) {
      const isOn = pointed !== null && mark.roles.includes(pointed);
      set(mark.node, { "data-mark": isOn ? pointed : null });
      if (isOn) first ??= mark.node;
    }
    if (first) bring(page, first);
  };
  page.addEventListener("click", (event) => {
    const target = (event.target as Element | null)?.closest("mark");
    const role = marks.find((mark) => mark.node === target)?.roles[0];
    if (role !== undefined) pick(role);
  });

  return {
    node,
    draw(name, text, cited) {
      write(title, `Where it stands in “${name}”`);
      const key = JSON.stringify([text.length, name, cited.map((one) => [one.role, one.from, one.to])]);
      if (key === shown && page.childElementCount > 0) return;
      shown = key;
      fill(text, cited);
      show();
    },
    point(role) {
      if (role === pointed && role === null) return;
      pointed = role;
      show();
    },
    onPick(act) {
      pick = act;
    },
  };
}

/** Scrolls the pane only: the page stays where the person has it. */
function bring(page: HTMLElement, mark: HTMLElement): void {
  const top = mark.offsetTop - page.offsetTop;
  const isSeen = top >= page.scrollTop && top + mark.offsetHeight <= page.scrollTop + page.clientHeight;
  if (!isSeen) page.scrollTop = Math.max(0, top - page.clientHeight / 3);
}
