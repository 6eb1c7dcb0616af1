/** The schedule sheet: a short form, a draw, and a strip of days to look at. */

import { lookOf } from "./lib/arm.ts";
import { addDays, dayNumber, spoken } from "./lib/date.ts";
import { sheet, type View } from "./lib/door.ts";
import { numberField, textField } from "./lib/field.ts";
import { keepKeys, listen } from "./lib/gesture.ts";
import { html, list, type Piece, set, show, write } from "./lib/mark.ts";
import { table } from "./lib/table.ts";
import { followWidth } from "./lib/width.ts";
import { strip } from "./schedule/strip.ts";
import { CSS } from "./schedule/style.ts";

export interface SchedulePart {
  readonly reference: string;
  readonly arms: readonly string[];
  readonly cycles: number;
  readonly days: number;
  readonly washout_days: number;
  readonly run_in_days: number;
  readonly start: string;
  readonly seed: number | null;
  readonly design: string;
  readonly draw: number;
}

export interface Period {
  readonly number: number;
  readonly cycle: number;
  readonly arm: string;
  readonly start: number;
  readonly end: number;
}

export interface ScheduleDay {
  readonly day: number;
  readonly date: string;
  readonly arm: string | null;
  readonly period: number | null;
  readonly status: "run-in" | "washout" | "day";
}

export interface ScheduleProps {
  readonly candidates: readonly string[];
  readonly periods: readonly Period[];
  readonly days: readonly ScheduleDay[];
  readonly labels: Readonly<Record<string, string>>;
  readonly planned: boolean;
  readonly warnings: readonly string[];
  readonly locked: boolean;
}

/** What is missing before a schedule can be drawn, or nothing. */
export function obstacle(part: SchedulePart): string {
  if (part.reference.trim() === "") return "Say what the candidates are compared with.";
  if (part.arms.length === 0)
    return "Tick at least one candidate: a trial of one arm has nothing to compare.";
  if (part.arms.includes(part.reference)) return `${part.reference} cannot be compared with itself.`;
  if (dayNumber(part.start) === null) return "Choose the day on which the trial starts.";
  if (part.washout_days >= part.days)
    return "The wash-out leaves no day of a period; lengthen the periods or shorten it.";
  return "";
}

/** What the form amounts to, before it is drawn. */
export function outlook(part: SchedulePart): string {
  const periods = (part.arms.length + 1) * part.cycles;
  const days = periods * part.days;
  const used = periods * Math.max(0, part.days - part.washout_days);
  const end = dayNumber(part.start) === null ? "" : `, until ${spoken(addDays(part.start, days - 1))}`;
  const runIn = part.run_in_days > 0 ? ` ${part.run_in_days} days of run-in come before.` : "";
  return `${periods} periods of ${part.days} days make ${days} days${end}; ${used} of them count.${runIn}`;
}

const COUNTS = [
  ["cycles", "Cycles", 1, 200],
  ["days", "Days in a period", 1, 1000],
  ["washout_days", "Wash-out days", 0, 1000],
  ["run_in_days", "Run-in days", 0, 1000],
] as const;

export const view: View<ScheduleProps, SchedulePart> = (el, tell, signal) => {
  let props: ScheduleProps | undefined;
  let part: SchedulePart | undefined;
  let draft: SchedulePart | undefined;

  const edit = (change: Partial<SchedulePart>): void => {
    if (!draft || props?.locked) return;
    draft = { ...draft, ...change };
    draw();
  };
  const press = (change: Partial<SchedulePart>): void => {
    if (!draft || !part || props?.locked || obstacle(draft) !== "") return;
    tell({ ...draft, ...change, reference: draft.reference.trim(), draw: part.draw + 1 }, true);
  };

  const isUnchanged = (): boolean => draft?.seed != null && JSON.stringify(draft) === JSON.stringify(part);

  const reference = textField(
    "Compared with (the reference)",
    "text",
    "reference",
    (text) => edit({ reference: text }),
    signal,
  );
  const start = textField("First day", "date", "start", (text) => edit({ start: text }), signal);
  const counts = COUNTS.map(([key, label]) =>
    numberField(label, { "data-field": key }, (value) => edit({ [key]: Math.round(value ?? 0) }), signal),
  );
  const seed = numberField(
    "Seed (empty: by chance)",
    { "data-field": "seed" },
    (value) => edit({ seed: value === null ? null : Math.round(value) }),
    signal,
    true,
  );
  const arms = html("div", { class: "nof1-checks" });
  const group = html(
    "fieldset",
    { class: "nof1-group" },
    html("legend", { class: "nof1-label" }, "Candidates to try"),
    arms,
  );
  const noArms = html("p", { class: "nof1-muted nof1-small" }, "No candidate has been accepted yet.");
  group.append(noArms);
  const form = html(
    "div",
    { class: "nof1-form" },
    reference.node,
    group,
    ...counts.map((field) => field.node),
    start.node,
    seed.node,
  );
  const words = html("p", { "data-outlook": "" });
  const trouble = html("p", { class: "nof1-muted", role: "status", "data-obstacle": "" });
  const go = html("button", { type: "button", class: "nof1-button nof1-main", "data-action": "draw" });
  const anew = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "draw-anew" },
    "Draw another one",
  );
  const warnings = html("ul", { class: "nof1-warnings" });
  const picture = strip(signal);
  const numbers = table(
    "The periods in order",
    ["Period", "Cycle", "Arm", "From day", "To day", "From", "To"],
    (i) => i !== 2 && i < 5,
  );
  const result = html("div", { class: "nof1-body" }, picture.node, numbers.node);
  el.append(
    html("h2", {}, "Schedule"),
    form,
    words,
    trouble,
    html("div", { class: "nof1-row" }, go, anew),
    warnings,
    result,
  );
  const width = followWidth(el, () => draw(), signal);

  listen(go, "click", () => press({}), signal);
  listen(anew, "click", () => press({ seed: null }), signal);
  const drawArms = list<string>(
    arms,
    (arm) => arm,
    (arm) => checkbox(arm),
  );
  const drawWarnings = list<string>(
    warnings,
    (_, i) => String(i),
    () => {
      const node = html("li");
      return { node, draw: (text) => void write(node, text) };
    },
  );

  function checkbox(arm: string): Piece<string> {
    const box = html("input", { type: "checkbox", "data-arm": arm });
    const letter = html("span", { class: "nof1-swatch nof1-hued", "aria-hidden": "true" });
    const name = html("span", { dir: "auto" }, arm);
    const node = html("label", { class: "nof1-check" }, box, letter, name);
    listen(
      box,
      "change",
      () => {
        const ticked = new Set(draft?.arms ?? []);
        if (box.checked) ticked.add(arm);
        else ticked.delete(arm);
        edit({ arms: (props?.candidates ?? []).filter((known) => ticked.has(known)) });
      },
      signal,
    );
    keepKeys(box, signal);
    return {
      node,
      draw() {
        const place = draft?.arms.indexOf(arm) ?? -1;
        box.checked = place >= 0;
        set(box, { disabled: props?.locked === true });
        show(letter, place >= 0);
        const mark = lookOf(String.fromCharCode(66 + Math.max(0, place)));
        write(letter, mark.letter);
        letter.style.background = mark.color;
      },
    };
  }

  function draw(): void {
    if (!props || !draft) return;
    const { locked, planned } = props;
    reference.draw(draft.reference, locked);
    start.draw(draft.start, locked);
    COUNTS.forEach(([key, , low, high], i) => {
      counts[i]?.draw({ value: draft?.[key] ?? 0, low, high, step: 1, digits: 0, isLocked: locked });
    });
    seed.draw({ value: draft.seed, low: 0, high: 2 ** 53 - 1, step: 1, digits: 0, isLocked: locked });
    drawArms(props.candidates);
    show(noArms, props.candidates.length === 0);
    const problem = obstacle(draft);
    write(trouble, problem);
    show(trouble, problem !== "");
    write(words, outlook(draft));
    show(words, problem === "");
    write(go, planned ? "Draw with these settings" : "Draw the schedule");
    // With the same seed and settings the same schedule would come: there is nothing to do.
    set(go, { disabled: locked || problem !== "" || (planned && isUnchanged()) });
    set(anew, { disabled: locked || problem !== "" });
    show(anew, planned);
    show(go, !locked);
    drawWarnings(props.warnings);
    show(warnings, props.warnings.length > 0);
    show(result, planned);
    if (!planned) return;
    picture.draw(props, width());
    numbers.draw(props.periods.map((period) => periodRow(period, props?.days ?? [])));
  }

  return (nextProps, nextPart) => {
    props = nextProps;
    // A half-filled form outlives news about other things, but not another schedule.
    if (JSON.stringify(part) !== JSON.stringify(nextPart)) draft = nextPart;
    part = nextPart;
    draw();
  };
};

function periodRow(period: Period, days: readonly ScheduleDay[]): string[] {
  const date = (day: number): string => spoken(days.find((known) => known.day === day)?.date ?? "");
  return [
    period.number,
    period.cycle,
    period.arm,
    period.start,
    period.end,
    date(period.start),
    date(period.end),
  ].map(String);
}

export default sheet("schedule", CSS, view);
