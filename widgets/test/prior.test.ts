/** The prior sheet by hand: what moves, what is said, and what Python hears. */

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import priors from "../contract/prior.json";
import { blend, chances } from "../src/lib/curve.ts";
import type { Part, Shape } from "../src/lib/shape.ts";
import { swap } from "../src/lib/swap.ts";
import { believed, handOf, handSaid, ofShape, put, weigh, weighing } from "../src/prior/belief.ts";
import { board, stacked } from "../src/prior/chip.ts";
import { brought, changed, grain, moved, placeOf, roomed } from "../src/prior/handle.ts";
import { layout as laidOut } from "../src/prior/layout.ts";
import type { Drawn, PriorArm, PriorPart, PriorProps } from "../src/prior/message.ts";
import { added, removed, retyped } from "../src/prior/parts.ts";
import prior from "../src/prior.ts";
import { FakeModel, point, press, stage, type } from "./fake.ts";

const pick = (name: string) => {
  const found = priors.find((example) => example.name.includes(name));
  if (!found) throw new Error(`no example is called ${name}`);
  return found;
};
const props = pick("days that count").props as unknown as PriorProps;
const arm = props.arms[0];
if (!arm) throw new Error("no arm");
const M = arm.arm;
const other = props.arms[1]?.arm ?? "";
const none: PriorPart = { priors: [], discounts: [], why: "", trying: null };

const bell = (middle: number, spread: number): Shape => ({
  family: "normal",
  middle,
  spread,
  tail: 4,
  lean: 0,
});
const drawnBell = (middle: number, spread: number): Drawn => ofShape(bell(middle, spread));
const byBell = (middle: number, spread: number, name = M): PriorPart =>
  put(props, none, handOf(name, drawnBell(middle, spread)));
const layout = (what: PriorProps, known: PriorArm, drawn: Drawn, width: number) =>
  laidOut({ props: what, arm: known, weighed: weigh(what, known, drawn), width });

const open = (part: PriorPart = byBell(-0.6, 0.4), what: PriorProps = props) => stage(prior, what, part);
const told = (on: { model: FakeModel }): PriorPart => {
  const last = on.model.last();
  if (!last) throw new Error("nothing was sent");
  return last.part as PriorPart;
};
const frame = (): void => void vi.advanceTimersByTime(20);
const hook = (name: string): string => `[data-handle="${name}"][data-arm="${M}"]`;

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame", "cancelAnimationFrame"],
    }),
);
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe("what is believed", () => {
  test("set by hand goes before worked out", () => {
    expect(believed(byBell(1, 0.5), arm).shape).toEqual(bell(1, 0.5));
    expect(believed(none, arm)).toBe(arm.derived);
    const parts: Part[] = [[0.5, 0, 1], [0.5, 1, 1]]; // biome-ignore format: two parts
    expect(believed(put(props, none, handOf(M, { shape: null, parts, vague: 1 })), arm).parts).toBe(parts);
  });

  test("an answer is what Python says it is, and a name is known here", () => {
    const said = { way: "named" as const, at: [], held: [], name: "sceptical" };
    const hand = { arm: M, shape: null, parts: null, vague: 0, said };
    expect(believed(put(props, none, hand), arm).parts).toEqual(arm.named[0]?.belief.parts);
    const chips = { ...hand, said: { ...said, way: "chips" as const, name: "" } };
    expect(believed(put(props, none, chips), arm)).toBe(arm.now);
  });

  test("the part keeps the order of the arms, whatever was set first", () => {
    const later = byBell(0, 1, other);
    const both = put(props, later, handOf(M, drawnBell(0, 1)));
    expect(both.priors.map((one) => one.arm)).toEqual([M, other]);
  });

  test("is worked out once while nothing changes, even when Python sends it all anew", () => {
    const weighAgain = weighing();
    const first = weighAgain(props, arm, drawnBell(0, 1));
    expect(weighAgain(structuredClone(props), structuredClone(arm), drawnBell(0, 1)).after).toBe(first.after);
    expect(weighAgain(props, arm, drawnBell(0.1, 1)).after).not.toBe(first.after);
  });
});

describe("the handles", () => {
  test("none leaves its range", () => {
    const start = drawnBell(0, 1);
    expect(moved(props, start, "mean", 99).shape?.middle).toBe(props.domain[1]);
    expect(moved(props, start, "high", -5).shape?.spread).toBe(props.sd_range[0]);
    expect(moved(props, start, "low", -99).shape?.spread).toBe(props.sd_range[1]);
  });

  test("a drag lands on round numbers", () => {
    expect(moved(props, drawnBell(0, 1), "mean", -0.41237).shape?.middle).toBeCloseTo(-0.41, 9);
    expect(grain([-3, 3])).toEqual({ key: 0.02, drag: 0.005 });
  });

  test("either end of a leaning curve moves by itself, until it leans as far as it may", () => {
    const start = ofShape({ ...bell(-0.5, 0.4), family: "skewed", lean: 0.3 });
    const wider = moved(props, start, "high", 0.3);
    expect(placeOf(wider, "high")).toBeCloseTo(0.3, 6);
    expect(placeOf(wider, "low")).toBeCloseTo(placeOf(start, "low"), 6);
    const furthest = moved(props, start, "high", 1.5);
    expect(furthest.shape?.lean).toBeCloseTo(1, 6);
    expect(placeOf(furthest, "high")).toBeCloseTo(1.5, 2);
    expect(placeOf(furthest, "low")).toBeLessThan(placeOf(start, "low"));
  });

  test("those of a mixture hold its claim; the room for being wrong stays where it is", () => {
    const start: Drawn = { shape: null, parts: [[0.4, -1, 0.2], [0.4, -0.6, 0.2], [0.2, 0, 1]], vague: 1 }; // biome-ignore format: three parts
    const after = brought(start, -0.5, placeOf(start, "high") - placeOf(start, "mean"));
    expect(placeOf(after, "mean")).toBeCloseTo(-0.5, 9);
    expect(after.parts[0]?.[1]).toBeCloseTo(-0.7, 9);
    expect(after.parts[2]).toEqual([0.2, 0, 1]);
  });

  test("another family keeps the middle, and a lean begins on the cautious side", () => {
    const start = drawnBell(-0.5, 0.4);
    expect(changed(start, "skewed", 1).shape).toMatchObject({ middle: -0.5, lean: 0.4 });
    expect(changed(start, "student", 1).shape).toMatchObject({ middle: -0.5, spread: 0.4, tail: 4 });
    expect(changed(start, "mixture", 0.7).parts).toEqual([[0.8, -0.5, 0.4], [0.2, 0, 0.7]]); // biome-ignore format: two parts
    expect(changed(changed(start, "mixture", 0.7), "normal", 1).shape).toEqual(bell(-0.5, 0.4));
    expect(roomed(changed(start, "mixture", 0.7), 0.5, 1).parts.map(([weight]) => weight)).toEqual([
      0.5, 0.5,
    ]);
  });

  test("the parts of a mixture can be typed, taken away and added", () => {
    const start = changed(drawnBell(-0.5, 0.4), "mixture", 0.7);
    expect(retyped(start, 0, 0, 0.5).parts[1]?.[0]).toBeCloseTo(0.5, 12);
    expect(retyped(start, 1, 2, 2).parts[1]?.[2]).toBe(2);
    expect(removed(start, 1).shape).toEqual(bell(-0.5, 0.4));
    expect(added(start).parts).toHaveLength(3);
    expect(added(start).parts.reduce((sum, [weight]) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
});

describe("the picture", () => {
  test("stands in pixels: zones meet at the smallest worthwhile change, handles on the prior", () => {
    const drawn = layout(props, arm, drawnBell(-0.5, 0.4), 600);
    const [better, trivial, worse] = drawn.zones;
    expect(drawn.zones.map((zone) => zone.kind)).toEqual(["worthwhile", "trivial", "harm"]);
    expect((better?.x ?? 0) + (better?.width ?? 0)).toBeCloseTo(drawn.x.at(-0.4), 6);
    expect(trivial?.x).toBeCloseTo(drawn.x.at(-0.4), 6);
    expect(worse?.x).toBeCloseTo(drawn.x.at(0.4), 6);
    expect(drawn.handles.mean.x).toBeCloseTo(drawn.x.at(-0.5), 6);
    expect(drawn.handles.high.x).toBeCloseTo(drawn.x.at(-0.1), 6);
    expect(drawn.handles.mean.y).toBeLessThan(drawn.handles.high.y);
    expect(drawn.sides).toEqual({ left: "← better", right: "worse →" });
  });

  test("says in each zone how much of the belief lies there, and shades just that", () => {
    const drawn = layout(props, arm, drawnBell(-0.5, 0.4), 600);
    expect(drawn.zones.map((zone) => zone.chance)).toEqual(["60%", "39%", "1%"]);
    expect(drawn.benefit.text).toBe("better at all: 89%");
    expect(drawn.zones.every((zone) => zone.area.startsWith("M") && zone.area.endsWith("Z"))).toBe(true);
    expect(drawn.statedWords?.text).toBe("as the model said");
  });

  test("where more is better the sides change places", () => {
    const drawn = layout({ ...props, direction: 1 }, arm, drawnBell(0, 1), 600);
    expect(drawn.zones.map((zone) => zone.kind)).toEqual(["harm", "trivial", "worthwhile"]);
    expect(drawn.sides.right).toBe("better →");
  });

  test("a handle outside the picture waits at its edge", () => {
    expect(layout(props, arm, drawnBell(0, 8), 600).handles.high).toMatchObject({ x: 576, isOutside: true });
  });

  test("without a day that counts there is no posterior", () => {
    expect(layout(props, { ...arm, likelihood: null }, drawnBell(0, 1), 600).posterior).toBe("");
  });

  test("fits a narrow screen", () => {
    const drawn = layout(props, arm, drawnBell(0, 1), 328);
    expect(drawn.zones.every((zone) => zone.x >= 0 && zone.x + zone.width <= 328)).toBe(true);
    expect(drawn.ticks.length).toBeLessThan(8);
  });
});

describe("chips", () => {
  test("lie in bins that meet at no effect and at the smallest worthwhile change", () => {
    const { edges, counts } = board(props);
    expect(edges).toContain(0);
    expect(edges.some((edge) => Math.abs(edge - props.worthwhile) < 1e-9)).toBe(true);
    expect(counts.length).toBeGreaterThan(7);
    expect(counts.length).toBeLessThan(17);
  });

  test("are twenty, and never more", () => {
    const full = stacked(stacked(board(props), 2, 15), 3, 9);
    expect(full.placed).toBe(20);
    expect(full.counts.slice(2, 4)).toEqual([15, 5]);
    expect(stacked(full, 2, -3).counts[2]).toBe(0);
  });

  test("are stacked by finger in the picture, and nothing is believed until they are used", () => {
    const on = open(none);
    on.find('[data-way="chips"]').click();
    expect(on.text("[data-left]")).toContain("20 of 20");
    const glass = on.find(".nof1-glass");
    const x = laidOut({ props, arm, weighed: weigh(props, arm, arm.derived), width: 640 }).x;
    const spot = (value: number, height: number): [number, number] => [x.at(value), 296 - height * 28.5 + 8];
    point(glass, "pointerdown", ...spot(-0.5, 3));
    point(glass, "pointerup", ...spot(-0.5, 3));
    expect(on.find("[data-left]").dataset.left).toBe("17");
    const tried = told(on);
    expect(tried.priors).toEqual([]);
    expect(tried.trying?.said?.held.reduce((sum, count) => sum + count, 0)).toBe(3);
    point(glass, "pointerdown", ...spot(-0.5, 3));
    point(glass, "pointerup", ...spot(-0.5, 3));
    expect(on.find("[data-left]").dataset.left).toBe("18");
    on.find('[data-action="use"]').click();
    expect(told(on).priors[0]?.said?.way).toBe("chips");
    on.close();
  });

  test("lie where they were left when the sheet is opened again", async () => {
    const said = { way: "chips" as const, at: [-2, -1, 0, 1], held: [4, 12, 4], name: "" };
    const on = open(put(props, none, handSaid(arm.arm, said)));
    await Promise.resolve();
    expect(on.find("[data-left]").dataset.left).toBe("0");
    expect(on.el.querySelectorAll("[data-bin]").length).toBe(3);
    expect(on.find<HTMLButtonElement>('[data-action="use"]').disabled).toBe(true);
    on.close();
  });

  test("Python's curve is drawn over them, and its word on how well it fits is said", () => {
    const example = pick("looked at");
    const on = open(example.value.part as PriorPart, example.props as unknown as PriorProps);
    on.find('[data-way="chips"]').click();
    press(on.find('[data-bin="4"]'), "ArrowUp", 2);
    expect(on.text("[data-fit]")).toContain("no chance is off by more than");
    on.find('[data-action="clear-chips"]').click();
    expect(told(on).trying).toBeNull();
    on.close();
  });
});

describe("answers", () => {
  test("are only sent when they can be answers", () => {
    const on = open(none);
    on.find('[data-way="quartiles"]').click();
    type(on.find<HTMLInputElement>('[data-field="q2"]'), "-0.5");
    type(on.find<HTMLInputElement>('[data-field="q1"]'), "-0.2");
    expect(on.text('[data-way="quartiles"]')).toBeTruthy();
    expect(on.el.textContent).toContain("The numbers must rise");
    expect(on.find<HTMLButtonElement>('[data-action="use"]').disabled).toBe(true);
    type(on.find<HTMLInputElement>('[data-field="q1"]'), "-0.9");
    type(on.find<HTMLInputElement>('[data-field="q3"]'), "0");
    on.find('[data-action="use"]').click();
    expect(told(on).priors[0]?.said).toEqual({
      way: "quartiles",
      at: [-0.9, -0.5, 0],
      held: [0.25, 0.5, 0.75],
      name: "",
    });
    on.close();
  });

  test("another candidate's tab gives an unfinished answer up", () => {
    const on = open(none);
    on.find('[data-way="interval"]').click();
    type(on.find<HTMLInputElement>('[data-field="low"]'), "-1");
    type(on.find<HTMLInputElement>('[data-field="high"]'), "0");
    expect(told(on).trying?.arm).toBe(M);
    on.find(`[data-tab="${other}"]`).click();
    expect(told(on).trying).toBeNull();
    on.close();
  });
});

describe("doubts", () => {
  test("are switched, turned and answered; each is one step", () => {
    const on = open(none);
    on.find('[data-switch="robust"]').click();
    expect(told(on).discounts[0]).toMatchObject({ robustifies: false });
    const before = on.model.sent.length;
    press(on.find('[data-dial="weight"]'), "ArrowUp", 3);
    vi.advanceTimersByTime(500);
    expect(on.model.sent.slice(before).filter((message) => message.settled)).toHaveLength(1);
    const few = on.find<HTMLInputElement>('[data-likeness="few"]');
    few.checked = true;
    few.dispatchEvent(new Event("change"));
    expect(told(on).discounts[0]).toMatchObject({
      way: "answer",
      likeness: "few",
    });
    on.close();
  });

  test("groups of the evidence can be said with one's own among them", () => {
    const on = open(none);
    const mine = on.find<HTMLInputElement>('[data-own="1"]');
    mine.checked = true;
    mine.dispatchEvent(new Event("change"));
    expect(told(on).discounts[0]).toMatchObject({
      way: "shares",
      own: "adults in Asia",
      groups: arm.population,
    });
    on.close();
  });

  test("every stage says its number, and the guard is there", () => {
    const on = open(none);
    for (const each of arm.waterfall) {
      const row = on.find(`[data-stage="${each.key}"]`);
      expect(Number(row.dataset.mean)).toBeCloseTo(each.mean, 5);
      expect(row.dataset.on).toBe(String(each.is_on));
    }
    expect(on.text("[data-ethics]")).toContain("never put further down");
    on.close();
  });

  test("nothing known is said in words, and no number is made up", () => {
    const on = open(none, pick("sceptical").props as unknown as PriorProps);
    expect(on.text("[data-unknown]")).toContain("Nothing is known");
    expect(on.el.querySelectorAll("[data-named]")).toHaveLength(3);
    on.close();
  });
});

describe("a reason", () => {
  const locked = pick("is locked");

  test("goes with the next change, and with no other", () => {
    const on = open();
    type(on.find<HTMLInputElement>('[data-field="why"]'), "A friend said so");
    press(on.find(hook("mean")), "ArrowRight");
    vi.advanceTimersByTime(500);
    expect(on.model.last()?.part).toMatchObject({ why: "A friend said so" });
    press(on.find(hook("mean")), "ArrowRight");
    vi.advanceTimersByTime(500);
    expect(on.model.last()?.part).toMatchObject({ why: "" });
    on.close();
  });

  test("frees the handles of a registered protocol", () => {
    const on = open(locked.value.part as PriorPart, locked.props as unknown as PriorProps);
    expect(on.find(hook("mean")).getAttribute("aria-disabled")).toBe("true");
    type(on.find<HTMLInputElement>('[data-field="why"]'), "New evidence");
    expect(on.find(hook("mean")).getAttribute("aria-disabled")).toBeNull();
    expect(on.text("[data-amendment]")).toContain("amendment");
    on.close();
  });
});

describe("what it is worth", () => {
  test("is said in days while a finger moves, and agrees with Python at rest", () => {
    const on = open(none);
    expect(Number(on.find("[data-worth]").dataset.days) / arm.worth.days).toBeCloseTo(1, 3);
    const before = Number(on.find("[data-worth]").dataset.days);
    on.find('[data-family="normal"]').click();
    press(on.find(hook("high")), "Shift+ArrowLeft");
    expect(Number(on.find("[data-worth]").dataset.days)).toBeGreaterThan(before);
    on.close();
  });
});

describe("dragging", () => {
  const at = (value: number): number => layout(props, arm, drawnBell(-0.6, 0.4), 640).x.at(value);

  test("draws the chances while the finger moves, and tells Python of it", () => {
    const on = open();
    const handle = on.find(hook("mean"));
    point(handle, "pointerdown", at(-0.6), 100);
    point(handle, "pointermove", at(0.4), 100);
    frame();
    const mid = on.find('[data-chance="benefit"]');
    const now = told(on);
    expect(on.model.last()?.settled).toBe(false);
    expect(now.priors[0]?.shape?.middle).toBeCloseTo(0.4, 9);
    const likelihood = arm.likelihood;
    if (!likelihood) throw new Error("the example has days");
    const expected = chances(swap(likelihood, [[1, 0.4, 0.4]]), -1, 0.4);
    expect(Number(mid.dataset.after)).toBeCloseTo(expected.benefit, 6);
    expect(Number(mid.dataset.before)).toBeCloseTo(blend([[1, 0.4, 0.4]]).below(0), 6);
    point(handle, "pointerup", at(0.4), 100);
    expect(on.model.last()).toMatchObject({ settled: true, part: now });
  });

  test("many moves in one frame are one", () => {
    const on = open();
    const handle = on.find(hook("high"));
    point(handle, "pointerdown", at(-0.2), 150);
    for (let i = 1; i < 20; i += 1) point(handle, "pointermove", at(-0.2 + i / 20), 150);
    expect(on.model.sent).toHaveLength(0);
    frame();
    expect(on.model.sent).toHaveLength(1);
  });

  test("a click that moves nothing is no gesture", () => {
    const on = open();
    const handle = on.find(hook("mean"));
    point(handle, "pointerdown", at(-0.6), 100);
    point(handle, "pointermove", at(-0.6) + 1, 100);
    point(handle, "pointerup", at(-0.6) + 1, 100);
    frame();
    expect(on.model.sent).toHaveLength(0);
  });

  test("a gesture that is taken away, or escaped from, leaves all as it was", () => {
    for (const leave of [
      (handle: Element) => point(handle, "pointercancel", 0, 0),
      (handle: Element) => press(handle, "Escape"),
    ]) {
      const on = open();
      const handle = on.find(hook("mean"));
      point(handle, "pointerdown", at(-0.6), 100);
      point(handle, "pointermove", at(1), 100);
      frame();
      leave(handle);
      expect(on.model.last()).toMatchObject({ settled: true, part: byBell(-0.6, 0.4) });
      on.close();
    }
  });

  test("nothing moves when the protocol is locked", () => {
    const on = open(byBell(-0.6, 0.4), { ...props, locked: true });
    const handle = on.find(hook("mean"));
    point(handle, "pointerdown", at(-0.6), 100);
    point(handle, "pointermove", at(1), 100);
    frame();
    expect(on.model.sent).toHaveLength(0);
    expect(handle.getAttribute("aria-disabled")).toBe("true");
  });
});

describe("keys", () => {
  test("many presses are one gesture, finished when it has been quiet", () => {
    const on = open();
    press(on.find(hook("mean")), "ArrowRight", 5);
    expect(on.model.sent.every((message) => !message.settled)).toBe(true);
    vi.advanceTimersByTime(500);
    expect(on.model.sent.filter((message) => message.settled)).toHaveLength(1);
    expect(told(on).priors[0]?.shape?.middle).toBeCloseTo(-0.5, 9);
  });

  test("each handle is a slider that says what it stands for", () => {
    const on = open();
    const high = on.find(hook("high"));
    expect(high.getAttribute("role")).toBe("slider");
    expect(high.getAttribute("tabindex")).toBe("0");
    expect(high.getAttribute("aria-label")).toBe(`${M}: upper end of the spread`);
    expect(Number(high.getAttribute("aria-valuenow"))).toBeCloseTo(-0.2, 6);
    expect(high.getAttribute("aria-valuetext")).toContain("spread 0.4");
    press(high, "End");
    expect(Number(high.getAttribute("aria-valuenow"))).toBeCloseTo(-0.6 + props.sd_range[1], 6);
  });

  test("no key that is used here goes further up, and others do", () => {
    const on = open();
    const heard: string[] = [];
    document.body.addEventListener("keydown", (event) => heard.push(event.key));
    press(on.find(hook("mean")), "ArrowRight");
    press(on.find(hook("mean")), "Tab");
    for (const key of ["d", "ArrowUp", "Enter"]) press(on.find('[data-field="mean"]'), key);
    expect(heard).toEqual(["Tab"]);
  });

  test("the tabs are chosen with arrows, and only one arm is shown", () => {
    const on = open();
    press(on.find(`[data-tab="${M}"]`), "ArrowRight");
    expect(on.find(`[data-tab="${other}"]`).getAttribute("aria-selected")).toBe("true");
    expect(on.el.querySelectorAll('[role="tabpanel"]')).toHaveLength(1);
    expect(on.find('[role="tabpanel"]').getAttribute("aria-label")).toBe(other);
  });
});

describe("what the person is told", () => {
  test("Python's numbers confirm the picture, or the difference is written", () => {
    const on = open(none);
    const check = on.find("[data-check]");
    expect(check.getAttribute("data-check")).toBe("confirmed");
    const python = arm.python && { ...arm.python, p_benefit: arm.python.p_benefit - 0.02 };
    on.model.push("props", { ...props, arms: [{ ...arm, python }] });
    expect(check.getAttribute("data-check")).toBe("differs");
    expect(check.textContent).toContain("The engine says");
  });

  test("until Python has answered, its numbers are being checked", () => {
    const model = new FakeModel(props, { n: 0, part: none, settled: true });
    model.isSilent = true;
    const on = stage(prior, null, null, model);
    press(on.find(hook("mean")), "ArrowRight");
    expect(on.find("[data-check]").getAttribute("data-check")).toBe("checking");
  });

  test("a number that is none is refused on the spot, with what was expected", () => {
    const on = open();
    const sd = on.find<HTMLInputElement>('[data-field="sd"]');
    sd.focus();
    sd.value = "-1";
    sd.dispatchEvent(new Event("input"));
    sd.dispatchEvent(new Event("change"));
    expect(on.model.sent).toHaveLength(0);
    expect(sd.getAttribute("aria-invalid")).toBe("true");
    expect(on.find(".nof1-field .nof1-hint:not([hidden])").textContent).toContain(
      "is not a number from 0.02 to 8",
    );
    press(sd, "Escape");
    expect(sd.value).toBe("0.4");
  });

  test("the sentence and the table say what the picture shows; listeners hear it once a second", () => {
    const on = open();
    expect(on.text("[data-sentence]")).toContain(
      "that it is better by enough to matter, 77 in 100 (before: 69 in 100)",
    );
    expect(on.text("[data-live]")).toBe("");
    vi.advanceTimersByTime(1000);
    expect(on.text("[data-live]")).toBe(on.text("[data-sentence]"));
    expect(on.text("[data-table] tbody tr:nth-child(2)")).toContain("69%77%");
  });
});
