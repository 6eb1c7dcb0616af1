/** Every contract example, worked by hand and key: what a person does, and what Python is then told. */

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import asks from "../contract/ask.json";
import candidates from "../contract/candidate.json";
import diaries from "../contract/diary.json";
import inboxes from "../contract/inbox.json";
import priors from "../contract/prior.json";
import schedules from "../contract/schedule.json";
import verdicts from "../contract/verdict.json";
import ask from "../src/ask.ts";
import candidate from "../src/candidate.ts";
import { type DiaryProps, layout } from "../src/diary/page.ts";
import diary from "../src/diary.ts";
import inbox from "../src/inbox.ts";
import type { Sheet } from "../src/lib/door.ts";
import prior from "../src/prior.ts";
import schedule from "../src/schedule.ts";
import verdict from "../src/verdict.ts";
import { type Example, type Gesture, perform, point, type Stage, stage } from "./fake.ts";

const SHEETS: readonly (readonly [string, Sheet, readonly unknown[]])[] = [
  ["ask", ask, asks],
  ["candidate", candidate, candidates],
  ["diary", diary, diaries],
  ["inbox", inbox, inboxes],
  ["prior", prior, priors],
  ["schedule", schedule, schedules],
  ["verdict", verdict, verdicts],
];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** A click at a day and a height, in the pixels of the chart. */
function pointAt(on: Stage, props: DiaryProps, gesture: Gesture): void {
  const { x, y } = layout(props, 640);
  const spot = [x.at(gesture.day ?? 0), y.at(gesture.value ?? 0)] as const;
  const chart = on.find<SVGSVGElement>(".nof1-diary-chart");
  point(chart, "pointerdown", ...spot);
  point(chart, "pointerup", ...spot);
}

for (const [name, sheet, examples] of SHEETS)
  describe(name, () => {
    test.each((examples as Example[]).map((example) => [example.name, example] as const))(
      "%s",
      (_, example) => {
        const on = stage(sheet, example.props, example.value.part);
        for (const gesture of example.gesture)
          if (gesture.do === "point") pointAt(on, example.props as DiaryProps, gesture);
          else perform(on, gesture);
        vi.advanceTimersByTime(2000);
        const last = on.model.last();
        if (example.after === null) expect(on.model.sent).toEqual([]);
        else
          expect({ part: last?.part, settled: last?.settled }).toEqual({
            part: example.after,
            settled: true,
          });
        expect(on.find('[data-notice="broken"]').hidden).toBe(true);
        on.close();
      },
    );

    test.each((examples as Example[]).map((example) => [example.name, example] as const))(
      "%s: drawn without a single complaint, and nothing is left when it is closed",
      (_, example) => {
        const on = stage(sheet, example.props, example.value.part);
        expect(on.find('[data-notice="broken"]').hidden).toBe(true);
        expect(on.el.textContent).not.toMatch(/NaN|undefined|Infinity|\[object/);
        expect(on.el.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
        on.close();
        expect(on.el.childElementCount).toBe(0);
        expect(on.model.listeners()).toBe(0);
      },
    );
  });
