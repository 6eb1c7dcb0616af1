/** The diary sheet: days as dots that a click sets, moves or takes away. */

import { chart } from "./diary/chart.ts";
import { legendItem } from "./diary/legend.ts";
import {
  allowed,
  annotate,
  bounds,
  type DiaryPart,
  type DiaryProps,
  entryOn,
  layout,
  write as record,
  valueOn,
} from "./diary/page.ts";
import { CSS } from "./diary/style.ts";
import { describe, sentence, valueWords } from "./diary/words.ts";
import { spoken } from "./lib/date.ts";
import { sheet, type View } from "./lib/door.ts";
import { freshId, numberField } from "./lib/field.ts";
import { drag, keepKeys, listen, type Spot, stepsOf } from "./lib/gesture.ts";
import { html, list, set, show, write } from "./lib/mark.ts";
import { clamp, decimals, plain, withUnit } from "./lib/number.ts";
import { table } from "./lib/table.ts";
import { followWidth } from "./lib/width.ts";

const NEAR = 14;

export const view: View<DiaryProps, DiaryPart> = (el, tell, signal) => {
  let props: DiaryProps | undefined;
  let part: DiaryPart = { entries: [] };
  let day = Number.NaN;
  let proposal: number | null = null;

  const picture = chart();
  const title = html("h2");
  const words = html("p", { class: "nof1-muted", "data-sentence": "" });
  const legend = html("div", { class: "nof1-row nof1-legend nof1-small" });
  const about = html("p", { class: "nof1-about", "data-day-words": "" });
  const numbers = table("The diary in numbers", ["Day", "Date", "Arm", "Value", "Note"], (i) => i === 3);
  const earlier = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "earlier", "aria-label": "Day before" },
    "← Day before",
  );
  const later = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "later", "aria-label": "Next day" },
    "Next day →",
  );
  const strike = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "strike" },
    "Strike out",
  );
  const dayField = numberField(
    "Day",
    { "data-field": "day" },
    (value) => value !== null && choose(value),
    signal,
  );
  const valueField = numberField(
    "Value",
    { "data-field": "value" },
    (value) => put(value, true),
    signal,
    true,
  );
  const noteId = freshId();
  const note = html("input", {
    id: noteId,
    class: "nof1-input",
    type: "text",
    maxlength: 2000,
    "data-field": "note",
  });
  const noteField = html("div", { class: "nof1-field" }, html("label", { for: noteId }, "Note"), note);
  const form = html(
    "div",
    { class: "nof1-form" },
    dayField.node,
    valueField.node,
    noteField,
    html("div", { class: "nof1-row" }, earlier, later, strike),
  );
  const scroll = html("div", { class: "nof1-scroll" }, picture.node);
  const empty = html(
    "p",
    { class: "nof1-muted" },
    "There is no schedule yet, so there are no days to write on. Draw one in the step before.",
  );
  const key = html(
    "p",
    { class: "nof1-small nof1-muted" },
    "Hollow: recorded, not analysed. ×: missed. Hatched: wash-out.",
  );
  const page = html(
    "div",
    { class: "nof1-body" },
    html("figure", { class: "nof1-body" }, legend, scroll, key),
    about,
    form,
    numbers.node,
  );
  el.append(title, words, empty, page);
  const onWidth = (): void => {
    draw();
    reveal();
  };
  const width = followWidth(el, onWidth, signal);

  const reveal = (): void => {
    if (!props) return;
    const { x, cell } = layout(props, width());
    const [from, room] = [scroll.scrollLeft, scroll.clientWidth];
    const at = x.at(day);
    if (room > 0 && (at - cell < from || at + cell > from + room)) scroll.scrollLeft = at - room / 2;
  };
  const choose = (to: number): void => {
    if (!props) return;
    day = clamp(Math.round(to), props.first_day, props.last_day);
    proposal = null;
    draw();
    reveal();
  };
  const put = (value: number | null, settled: boolean): void => {
    if (!props || (value === null && valueOn(part, day) === null)) return;
    proposal = null;
    tell(record(part, day, value === null ? null : allowed(props, value)), settled);
  };

  listen(scroll, "scroll", () => picture.slide(scroll.scrollLeft), signal);
  listen(earlier, "click", () => choose(day - 1), signal);
  listen(later, "click", () => choose(day + 1), signal);
  listen(strike, "click", () => put(null, true), signal);
  keepKeys(note, signal);
  listen(note, "change", () => tell(annotate(part, day, note.value.trim()), true), signal);

  const placeOf = (spot: Spot): { day: number; value: number } | null => {
    if (!props) return null;
    const { x, y } = layout(props, width());
    return {
      day: clamp(Math.round(x.value(spot.x)), props.first_day, props.last_day),
      value: allowed(props, clamp(y.value(spot.y), ...y.domain)),
    };
  };
  const isOnPoint = (spot: Spot, on: number): boolean => {
    const value = valueOn(part, on);
    if (!props || value === null) return false;
    const { x, y } = layout(props, width());
    return Math.hypot(x.at(on) - spot.x, y.at(value) - spot.y) <= NEAR;
  };

  let before: DiaryPart = part;
  let hadPoint = false;
  let tapped: number | null = null;
  drag(
    picture.node,
    picture.node,
    {
      start(spot) {
        const place = placeOf(spot);
        if (!place) return false;
        before = part;
        day = place.day;
        proposal = null;
        hadPoint = isOnPoint(spot, day);
        tapped = null;
        // A finger on bare paper may be about to scroll: it writes only when it is lifted in place.
        if (spot.isTouch && !hadPoint) tapped = place.value;
        else if (!hadPoint) put(place.value, false);
        draw();
        return true;
      },
      move(spot) {
        const place = placeOf(spot);
        if (place && tapped === null) put(place.value, false);
      },
      end(hasMoved) {
        picture.cursor.focus({ preventScroll: true });
        if (tapped !== null) {
          if (!hasMoved) put(tapped, true);
        } else if (hadPoint && !hasMoved) put(null, true);
        else tell(part, true);
      },
      cancel() {
        if (tapped === null) tell(before, true);
      },
    },
    signal,
  );

  listen<KeyboardEvent>(picture.cursor, "keydown", (event) => onKey(event), signal);
  function onKey(event: KeyboardEvent): void {
    if (!props) return;
    if (!act(props, event)) return;
    event.preventDefault();
    event.stopPropagation();
  }
  function act(now: DiaryProps, event: KeyboardEvent): boolean {
    const { key } = event;
    const steps = stepsOf(event);
    if (key === "Home") choose(now.first_day);
    else if (key === "End") choose(now.last_day);
    else if (key === "Enter" || key === " ") {
      if (proposal !== null) put(proposal, true);
    } else if (key === "Delete" || key === "Backspace") put(null, true);
    else if (key === "Escape" && proposal !== null) choose(day);
    else if (steps === null) return false;
    else if (key === "ArrowLeft" || key === "ArrowRight") choose(day + steps);
    else propose(now, steps);
    return true;
  }
  function propose(now: DiaryProps, steps: number): void {
    const [low, high] = now.domain;
    const from = proposal ?? valueOn(part, day) ?? nearest(part, day) ?? (low + high) / 2;
    proposal = allowed(now, from + steps * now.step);
    draw();
  }
  listen(
    picture.cursor,
    "blur",
    () => {
      if (proposal !== null) choose(day);
    },
    signal,
  );

  const drawLegend = list<readonly [string, string]>(legend, ([letter]) => letter, legendItem);

  function draw(): void {
    if (!props) return;
    const now = props;
    const isNew = Number.isNaN(day);
    if (isNew) day = firstFree(now, part);
    day = clamp(day, now.first_day, now.last_day);
    const isEmpty = now.days.length === 0;
    show(empty, isEmpty);
    show(page, !isEmpty);
    write(title, now.measure ? `Diary: ${now.measure}` : "Diary");
    write(words, isEmpty ? "" : sentence(now, part));
    if (isEmpty) return;
    picture.draw(now, part, layout(now, width()), { day, proposal });
    set(picture.node, { "aria-label": `${now.measure}: ${sentence(now, part)}` });
    const text = describe(now, part, day);
    write(
      about,
      proposal === null ? text : `${text}. Enter writes ${withUnit(plain(proposal, 6), now.unit)}.`,
    );
    if (isNew) reveal();
    drawCursor(now);
    drawFields(now);
    drawLegend(
      [
        ...new Map(
          now.days.flatMap((one) => (one.arm && one.label ? [[one.label, one.arm] as const] : [])),
        ).entries(),
      ].sort(),
    );
    numbers.draw(
      now.days.map((one) => [
        plain(one.day, 0),
        spoken(one.date),
        one.arm ?? "",
        plain(valueOn(part, one.day), 6),
        entryOn(part, one.day)?.note ?? "",
      ]),
    );
  }

  function drawCursor(now: DiaryProps): void {
    const [low, high] = now.domain;
    const value = proposal ?? valueOn(part, day);
    const state =
      proposal === null
        ? valueWords(now, part, day)
        : `${withUnit(plain(proposal, 6), now.unit)}, not yet written: press Enter`;
    set(picture.cursor, {
      "aria-label": describe(now, part, day).split(":")[0] ?? "",
      "aria-valuemin": now.low ?? low,
      "aria-valuemax": now.high ?? high,
      "aria-valuenow": value ?? (low + high) / 2,
      "aria-valuetext": state,
    });
  }

  function drawFields(now: DiaryProps): void {
    const [low, high] = bounds(now);
    const limits = { ...(Number.isFinite(low) ? { low } : {}), ...(Number.isFinite(high) ? { high } : {}) };
    dayField.draw({ value: day, low: now.first_day, high: now.last_day, step: 1, digits: 0 });
    valueField.draw({
      value: valueOn(part, day),
      ...limits,
      step: now.step,
      digits: Math.max(6, decimals(now.step)),
      unit: now.unit,
    });
    const said = entryOn(part, day)?.note ?? "";
    const isTyping = (note.getRootNode() as Document | ShadowRoot).activeElement === note;
    if (!isTyping && note.value !== said) note.value = said;
    set(note, { disabled: entryOn(part, day) === undefined });
    set(strike, { disabled: valueOn(part, day) === null });
    set(earlier, { disabled: day <= now.first_day });
    set(later, { disabled: day >= now.last_day });
  }

  return (nextProps, nextPart) => {
    props = nextProps;
    part = nextPart;
    draw();
  };
};

/** The value of the day before, or the last one that was written: where a new one most likely is. */
function nearest(part: DiaryPart, day: number): number | null {
  return part.entries.findLast((entry) => entry.value !== null && entry.day < day)?.value ?? null;
}

/** Today, or the first day without a value. */
function firstFree(props: DiaryProps, part: DiaryPart): number {
  const free = props.days.find((day) => valueOn(part, day.day) === null)?.day;
  return props.today ?? free ?? props.last_day;
}

export default sheet("diary", CSS, view);
