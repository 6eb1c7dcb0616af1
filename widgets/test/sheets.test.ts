/** The other sheets: their layouts, their words, and fingers on the diary. */

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import diaries from "../contract/diary.json";
import schedules from "../contract/schedule.json";
import { bouts, type DiaryPart, type DiaryProps, layout, missing, stretches } from "../src/diary/page.ts";
import { describe as dayWords } from "../src/diary/words.ts";
import diary from "../src/diary.ts";
import { layout as stripLayout } from "../src/schedule/strip.ts";
import schedule, { obstacle, outlook, type SchedulePart, type ScheduleProps } from "../src/schedule.ts";
import { segments } from "../src/verdict/box.ts";
import { point, press, stage, type } from "./fake.ts";

const pick = <P, V>(all: readonly unknown[], name: string): { props: P; part: V } => {
  const found = (all as { name: string; props: P; value: { part: V } }[]).find((one) => one.name === name);
  if (!found) throw new Error(`no example is called ${name}`);
  return { props: found.props, part: found.value.part };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe("the schedule", () => {
  const { props, part } = pick<ScheduleProps, SchedulePart>(schedules, "another schedule is drawn by chance");

  test("counts its days before it is drawn", () => {
    expect(outlook(part)).toBe(
      "12 periods of 7 days make 84 days, until Sun 29 Mar 2026; 60 of them count. 3 days of run-in come before.",
    );
  });

  test("says what is missing", () => {
    expect(obstacle(part)).toBe("");
    expect(obstacle({ ...part, arms: [] })).toContain("nothing to compare");
    expect(obstacle({ ...part, reference: part.arms[0] ?? "" })).toContain("with itself");
    expect(obstacle({ ...part, start: "2026-02-30" })).toContain("day on which the trial starts");
    expect(obstacle({ ...part, washout_days: 7 })).toContain("leaves no day");
  });

  test("lies in rows of one cycle, every day once", () => {
    const drawn = stripLayout(props, 640);
    expect(drawn.rows.map((row) => row.name)).toEqual(["Run-in", "Cycle 1", "Cycle 2", "Cycle 3", "Cycle 4"]);
    expect(drawn.cells.map((cell) => cell.day.day).sort((a, b) => a - b)).toEqual(
      props.days.map((day) => day.day),
    );
    expect(Math.max(...drawn.cells.map((cell) => cell.x + cell.width))).toBeLessThanOrEqual(
      drawn.width + 0.01,
    );
    expect(drawn.cells.filter((cell) => cell.isFirst)).toHaveLength(12);
  });

  test("typing sends nothing; the press sends all of it", () => {
    const on = stage(schedule, props, part);
    type(on.find<HTMLInputElement>('[data-field="days"]'), "5");
    expect(on.model.sent).toHaveLength(0);
    expect(on.text("[data-outlook]")).toContain("60 days");
    on.find('[data-action="draw"]').click();
    expect(on.model.sent).toHaveLength(1);
    expect(on.model.last()?.part).toEqual({ ...part, days: 5, draw: 2 });
  });

  test("a half-filled form outlives news of other things", () => {
    const on = stage(schedule, props, part);
    type(on.find<HTMLInputElement>('[data-field="days"]'), "5");
    on.model.push("props", { ...props, warnings: ["Something else."] });
    expect(on.find<HTMLInputElement>('[data-field="days"]').value).toBe("5");
    on.model.push("value", { n: 0, part: { ...part, days: 9 }, settled: true });
    expect(on.find<HTMLInputElement>('[data-field="days"]').value).toBe("9");
  });

  test("every day can be looked at with keys", () => {
    const on = stage(schedule, props, part);
    const strip = on.find(".nof1-days");
    press(strip, "Home");
    expect(on.text("[data-day-words]")).toBe("Day −2, Fri 2 Jan 2026: run-in, not analysed");
    press(strip, "End");
    expect(on.text("[data-day-words]")).toContain("Day 84, Sun 29 Mar 2026");
    press(strip, "ArrowUp");
    expect(on.text("[data-day-words]")).toContain("Day 77");
  });
});

describe("the diary", () => {
  const { props, part } = pick<DiaryProps, DiaryPart>(diaries, "a day and a height are clicked");
  const long = pick<DiaryProps, DiaryPart>(diaries, "a long diary, a value is typed");
  const spot = (day: number, value: number): [number, number] => {
    const { x, y } = layout(props, 640);
    return [x.at(day), y.at(value)];
  };
  const entry = (on: { model: { last(): { part: unknown } | undefined } }, day: number) =>
    ((on.model.last()?.part ?? { entries: [] }) as DiaryPart).entries.find((one) => one.day === day);

  test("a drag moves a value, and is one gesture", () => {
    const on = stage(diary, props, part);
    const chart = on.find(".nof1-diary-chart");
    point(chart, "pointerdown", ...spot(1, 6.5));
    point(chart, "pointermove", ...spot(1, 3));
    vi.advanceTimersByTime(20);
    expect(on.model.last()).toMatchObject({ settled: false });
    point(chart, "pointerup", ...spot(1, 3));
    expect(on.model.last()?.settled).toBe(true);
    expect(entry(on, 1)?.value).toBe(3);
    expect(on.model.sent.filter((message) => message.settled)).toHaveLength(1);
  });

  test("a drag across other days stays on its own", () => {
    const on = stage(diary, props, part);
    const chart = on.find(".nof1-diary-chart");
    point(chart, "pointerdown", ...spot(4, 5));
    point(chart, "pointermove", ...spot(9, 2));
    vi.advanceTimersByTime(20);
    point(chart, "pointerup", ...spot(9, 2));
    expect(entry(on, 4)?.value).toBe(2);
    expect(entry(on, 9)).toBeUndefined();
  });

  test("a finger that scrolls writes nothing; one that taps does", () => {
    const on = stage(diary, props, part);
    const chart = on.find(".nof1-diary-chart");
    point(chart, "pointerdown", ...spot(5, 4), "touch");
    point(chart, "pointermove", ...spot(8, 2), "touch");
    vi.advanceTimersByTime(20);
    point(chart, "pointercancel", ...spot(8, 2), "touch");
    expect(on.model.sent).toHaveLength(0);
    point(chart, "pointerdown", ...spot(5, 4), "touch");
    point(chart, "pointerup", ...spot(5, 4), "touch");
    expect(entry(on, 5)?.value).toBe(4);
  });

  test("escape takes a drag back", () => {
    const on = stage(diary, props, part);
    const chart = on.find(".nof1-diary-chart");
    point(chart, "pointerdown", ...spot(6, 4));
    press(chart, "Escape");
    expect(on.model.last()).toMatchObject({ settled: true, part });
  });

  test("a proposed value is not written until Enter", () => {
    const on = stage(diary, props, part);
    const cursor = on.find('[data-handle="day"]');
    press(cursor, "ArrowUp", 2);
    expect(cursor.getAttribute("aria-valuetext")).toContain("not yet written: press Enter");
    press(cursor, "ArrowRight");
    press(cursor, "Enter");
    expect(on.model.sent).toHaveLength(0);
  });

  test("values stay on the scale of the measure", () => {
    const on = stage(diary, props, part);
    const cursor = on.find('[data-handle="day"]');
    press(cursor, "PageUp", 40);
    press(cursor, "Enter");
    expect(entry(on, 5)?.value).toBe(10);
  });

  test("a note belongs to a day that has a value", () => {
    const on = stage(diary, props, part);
    type(on.find<HTMLInputElement>('[data-field="day"]'), "2");
    const note = on.find<HTMLInputElement>('[data-field="note"]');
    expect(note.value).toBe("late dinner");
    type(note, "early dinner");
    expect(entry(on, 2)).toEqual({ day: 2, value: 6, note: "early dinner" });
    type(on.find<HTMLInputElement>('[data-field="day"]'), "3");
    expect(note.disabled).toBe(true);
  });

  test("missed days are those without a value until today", () => {
    expect(missing(props, part)).toEqual([3, 4, 5]);
    expect(missing({ ...props, today: null }, part)).toEqual([]);
    expect(missing({ ...props, today: null }, { entries: [{ day: 3, value: 1, note: "" }] })).toEqual([1, 2]);
  });

  test("the ground is one piece a stretch: run-in, wash-out, days", () => {
    expect(
      bouts(props.days).map(({ label, status, from, to }) => `${label} ${status} ${from}-${to}`),
    ).toEqual([
      `${props.days[0]?.label} washout 1-2`,
      `${props.days[0]?.label} day 3-7`,
      `${props.days[7]?.label} washout 8-9`,
      `${props.days[7]?.label} day 10-14`,
    ]);
    expect(stretches(props.days)).toHaveLength(2);
  });

  test("fitted means break where the arm changes or a day is left out", () => {
    expect(layout(long.props, 640).runs).toHaveLength(12);
  });

  test("a long diary keeps room for every day, and scrolls", () => {
    const drawn = layout(long.props, 328);
    expect(drawn.width).toBeGreaterThan(328);
    expect(drawn.x.at(long.props.last_day)).toBeLessThan(drawn.width);
  });

  test("a day is told in words", () => {
    expect(dayWords(props, part, 2)).toMatch(
      /^Day 2, Tue 6 Jan 2026, [ABC]: .*, wash-out \(not analysed\): 6 points$/,
    );
    expect(dayWords(props, part, 4)).toMatch(/: nothing recorded$/);
  });
});

describe("the verdict", () => {
  test("cuts a belief into shares that add up to one", () => {
    const belief = { arm: "B", p_benefit: 0.9935, p_worthwhile: 0.8738, p_harm: 0.0001 };
    const parts = segments(belief);
    expect(parts.map((part) => part.kind)).toEqual(["worthwhile", "small", "unhelpful", "harm"]);
    expect(parts.reduce((total, part) => total + part.share, 0)).toBeCloseTo(1, 12);
    expect(segments({ arm: "B", p_benefit: 0.7, p_worthwhile: 0.5 }).map((part) => part.words)).toContain(
      "not better",
    );
  });
});
