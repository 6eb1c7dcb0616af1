/** How like the people of the evidence this person is: one question, and other ways to say it. */

import { freshId, numberField } from "../lib/field.ts";
import { keepKeys, listen } from "../lib/gesture.ts";
import { html, list, type Piece, set, show, write } from "../lib/mark.ts";
import type { PanelState, Widget } from "./act.ts";
import type { Doubt, DoubtWay, Group, Likeness } from "./message.ts";

const ANSWERS: readonly (readonly [Likeness, string])[] = [
  ["most", "most of"],
  ["some", "some of"],
  ["few", "few of"],
  ["none", "not in"],
];
const MOST_GROUPS = 12;
const WAYS: readonly (readonly [DoubtWay, string])[] = [
  ["accuracy", "By accuracy"],
  ["shares", "By groups"],
  ["overlap", "By overlap"],
];

type Turn = (change: Partial<Doubt>, settled?: boolean) => void;

export function likeness(arm: string, turn: Turn, signal: AbortSignal): Widget<PanelState> {
  const answers = question(turn, signal);
  const others = [
    share(
      "accuracy",
      "How well such predictions work in people like you, against those in the evidence",
      turn,
      signal,
    ),
    groups(turn, signal),
    share(
      "overlap",
      "How much of the evidence is left when its people are weighted to be like you",
      turn,
      signal,
    ),
  ];
  const summary = html("summary", {}, "Other ways to say it");
  const folded = html(
    "details",
    { class: "nof1-other-ways" },
    summary,
    ...others.map((other, i) => {
      const [way = "answer", label = ""] = WAYS[i] ?? [];
      return html(
        "div",
        { class: "nof1-other-way", "data-likeness-way": way },
        html("h4", {}, label),
        other.node,
      );
    }),
  );
  return {
    node: html("div", { class: "nof1-likeness", "aria-label": arm }, answers.node, folded),
    draw(state) {
      answers.draw(state);
      for (const other of others) other.draw(state);
      write(summary, state.doubt.way === "answer" ? "Other ways to say it" : "Said in another way, here");
    },
  };
}

function question(turn: Turn, signal: AbortSignal): Widget<PanelState> {
  const id = freshId();
  const inputs = ANSWERS.map(([answer, label]) => {
    const input = html("input", { type: "radio", name: id, value: answer, "data-likeness": answer });
    listen(input, "change", () => turn({ way: "answer", likeness: answer }), signal);
    return { answer, input, node: html("label", { class: "nof1-radio" }, input, label) };
  });
  const node = html(
    "fieldset",
    { class: "nof1-question" },
    html("legend", {}, "People like me are:"),
    html("div", { class: "nof1-choices" }, ...inputs.map((each) => each.node)),
    html("span", { class: "nof1-small nof1-muted" }, "the people in the evidence"),
  );
  return {
    node,
    draw({ doubt, isLocked }) {
      for (const { answer, input } of inputs) {
        input.checked = doubt.way === "answer" && doubt.likeness === answer;
        set(input, { disabled: isLocked });
      }
    },
  };
}

/** A share in per cent that answers by itself. */
function share(
  way: "accuracy" | "overlap",
  label: string,
  turn: Turn,
  signal: AbortSignal,
): Widget<PanelState> {
  const change = (value: number | null): void => {
    if (value !== null) turn({ way, [way]: value / 100 });
  };
  const field = numberField(label, { "data-likeness-field": way }, change, signal);
  return {
    node: field.node,
    draw({ doubt, isLocked }) {
      const value = doubt[way];
      field.draw({
        value: value === null || doubt.way !== way ? null : 100 * value,
        low: 0,
        high: 100,
        step: 5,
        digits: 1,
        unit: "%",
        isLocked,
      });
    },
  };
}

/** Who the evidence is about, and which of these groups is one's own. */
function groups(turn: Turn, signal: AbortSignal): Widget<PanelState> {
  let state: PanelState | undefined;
  const known = (): readonly Group[] => {
    if (!state) return [];
    return state.doubt.groups.length > 0 ? state.doubt.groups : state.arm.population;
  };
  const own = freshId();
  const body = html("tbody");
  const add = html("button", { type: "button", class: "nof1-button nof1-plain" }, "Add a group");
  const put = (list: readonly Group[], mine?: string): void =>
    turn({ way: "shares", groups: list, own: mine ?? state?.doubt.own ?? "" });
  listen(add, "click", () => put([...known(), { name: fresh(known()), share: null }]), signal);
  const table = html(
    "table",
    {},
    html(
      "thead",
      {},
      html(
        "tr",
        {},
        ...["Group", "Share of the evidence", "Mine", ""].map((name) => html("th", { scope: "col" }, name)),
      ),
    ),
    body,
  );
  const node = html("div", {}, html("div", { class: "nof1-scroll" }, table), add);
  const row = (_: Group, index = 0): Piece<Group> => groupRow(index, own, known, put, () => state, signal);
  const draw = list<Group>(
    body,
    (_, i) => String(i),
    (group) => row(group, body.childElementCount),
  );
  return {
    node,
    draw(next) {
      state = next;
      draw(known());
      show(table, known().length > 0);
      set(add, { disabled: next.isLocked || known().length >= MOST_GROUPS });
    },
  };
}

const fresh = (groups: readonly Group[]): string => {
  const names = groups.map(({ name }) => name);
  let number = groups.length + 1;
  while (names.includes(`group ${number}`)) number += 1;
  return `group ${number}`;
};

function groupRow(
  index: number,
  own: string,
  known: () => readonly Group[],
  put: (list: readonly Group[], mine?: string) => void,
  state: () => PanelState | undefined,
  signal: AbortSignal,
): Piece<Group> {
  const name = html("input", {
    class: "nof1-input",
    type: "text",
    maxlength: 80,
    "aria-label": `Name of group ${index + 1}`,
    "data-group": index,
  });
  let isTyping = false;
  keepKeys(name, signal);
  const onInput = (): void => {
    isTyping = true;
  };
  listen(name, "input", onInput, signal);
  const change = (next: Partial<Group>, mine?: string): void =>
    put(
      known().map((group, i) => (i === index ? { ...group, ...next } : group)),
      mine,
    );
  const onName = (): void => {
    isTyping = false;
    const text = name.value.trim();
    const old = known()[index]?.name;
    if (text && text !== old) change({ name: text }, state()?.doubt.own === old ? text : undefined);
  };
  listen(name, "change", onName, signal);
  const field = numberField(
    `Share of group ${index + 1}`,
    { "data-group-share": String(index) },
    (value) => change({ share: value === null ? null : value / 100 }),
    signal,
    true,
  );
  const mine = html("input", {
    type: "radio",
    name: own,
    "aria-label": `Group ${index + 1} is mine`,
    "data-own": index,
  });
  listen(mine, "change", () => put(known(), known()[index]?.name ?? ""), signal);
  const gone = html(
    "button",
    { type: "button", class: "nof1-button nof1-plain", "aria-label": `Remove group ${index + 1}` },
    "Remove",
  );
  listen(gone, "click", () => put(known().filter((_, i) => i !== index)), signal);
  return {
    node: html("tr", {}, ...[name, field.node, mine, gone].map((each) => html("td", {}, each))),
    draw(group) {
      const now = state();
      if (!now) return;
      if (!isTyping && name.value !== group.name) name.value = group.name;
      set(name, { readonly: now.isLocked });
      field.draw({
        value: group.share === null ? null : 100 * group.share,
        low: 0,
        high: 100,
        step: 1,
        digits: 1,
        unit: "%",
        isLocked: now.isLocked,
      });
      mine.checked = now.doubt.way === "shares" && now.doubt.own === group.name;
      set(mine, { disabled: now.isLocked });
      set(gone, { disabled: now.isLocked });
    },
  };
}
