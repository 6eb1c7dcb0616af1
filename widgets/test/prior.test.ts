/** The prior sheet by hand: what moves, what is said, and what Python hears. */

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import examples from "../contract/prior.json";
import { bell, chances, swap } from "../src/lib/curve.ts";
import { believed, grain, moved, type PriorPart, type PriorProps, put, weigh } from "../src/prior/belief.ts";
import { layout } from "../src/prior/picture.ts";
import prior from "../src/prior.ts";
import { FakeModel, point, press, stage } from "./fake.ts";

const example = examples[0];
if (!example) throw new Error("no example");
const props = example.props as unknown as PriorProps;
const arm = props.arms[0];
if (!arm) throw new Error("no arm");
const M = arm.arm;
const none: PriorPart = { priors: [] };

const open = (part: PriorPart = none, what: PriorProps = props) => stage(prior, what, part);
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
  test("set by hand goes before worked out, and worked out before nothing", () => {
    expect(believed(props, put(props, none, M, { mean: 1, sd: 2 }), arm)).toEqual({ mean: 1, sd: 2 });
    expect(believed(props, none, arm)).toEqual(arm.derived);
    expect(believed(props, none, { ...arm, derived: null, stated: null })).toEqual({
      mean: 0,
      sd: props.sd_range[1],
    });
  });

  test("the part keeps the order of the arms, whatever was set first", () => {
    const later = put(props, none, "Morning light", { mean: 0, sd: 1 });
    expect(put(props, later, M, { mean: 0, sd: 1 }).priors.map((one) => one.arm)).toEqual([
      M,
      "Morning light",
    ]);
  });

  test("no handle leaves its range", () => {
    const start = { mean: 0, sd: 1 };
    expect(moved(props, start, "mean", 99).mean).toBe(props.domain[1]);
    expect(moved(props, start, "high", -5).sd).toBe(props.sd_range[0]);
    expect(moved(props, start, "low", -99).sd).toBe(props.sd_range[1]);
  });

  test("a drag lands on round numbers", () => {
    expect(moved(props, { mean: 0, sd: 1 }, "mean", -0.41237)).toEqual({ mean: -0.41, sd: 1 });
    expect(grain([-3, 3])).toEqual({ key: 0.02, drag: 0.005 });
  });
});

describe("the picture", () => {
  test("stands in pixels: zones meet at the smallest worthwhile change, handles on the prior", () => {
    const drawn = layout(props, arm, weigh(props, arm, { mean: -0.5, sd: 0.4 }), 600);
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

  test("where more is better the sides change places", () => {
    const up: PriorProps = { ...props, direction: 1 };
    const drawn = layout(up, arm, weigh(up, arm, { mean: 0, sd: 1 }), 600);
    expect(drawn.zones.map((zone) => zone.kind)).toEqual(["harm", "trivial", "worthwhile"]);
    expect(drawn.sides.right).toBe("better →");
  });

  test("a handle outside the picture waits at its edge", () => {
    const drawn = layout(props, arm, weigh(props, arm, { mean: 0, sd: 8 }), 600);
    expect(drawn.handles.high).toMatchObject({ x: 576, isOutside: true });
  });

  test("without a day that counts there is no posterior", () => {
    const bare = { ...arm, likelihood: null };
    expect(layout(props, bare, weigh(props, bare, { mean: 0, sd: 1 }), 600).posterior).toBe("");
  });

  test("fits a narrow screen", () => {
    const drawn = layout(props, arm, weigh(props, arm, { mean: 0, sd: 1 }), 328);
    expect(drawn.zones.every((zone) => zone.x >= 0 && zone.x + zone.width <= 328)).toBe(true);
    expect(drawn.ticks.length).toBeLessThan(8);
  });
});

describe("dragging", () => {
  const at = (value: number): number =>
    layout(props, arm, weigh(props, arm, believed(props, none, arm)), 640).x.at(value);

  test("draws the chances while the finger moves, and tells Python of it", () => {
    const on = open();
    const handle = on.find(hook("mean"));
    point(handle, "pointerdown", at(-0.6), 100);
    point(handle, "pointermove", at(0.4), 100);
    frame();
    const mid = on.find('[data-chance="benefit"]');
    const now = on.model.last()?.part as PriorPart;
    expect(on.model.last()?.settled).toBe(false);
    expect(now.priors[0]?.mean).toBeCloseTo(0.4, 9);
    const likelihood = arm.likelihood;
    if (!likelihood) throw new Error("the example has days");
    const expected = chances(swap(likelihood, { mean: 0.4, sd: 0.394 }), -1, 0.4);
    expect(Number(mid.dataset.after)).toBeCloseTo(expected.benefit, 6);
    expect(Number(mid.dataset.before)).toBeCloseTo(bell({ mean: 0.4, sd: 0.394 }).below(0), 6);
    point(handle, "pointerup", at(0.4), 100);
    expect(on.model.last()).toMatchObject({ settled: true, part: now });
  });

  test("many moves in one frame are one", () => {
    const on = open();
    const handle = on.find(hook("high"));
    point(handle, "pointerdown", at(-0.206), 150);
    for (let i = 1; i < 20; i += 1) point(handle, "pointermove", at(-0.206 + i / 20), 150);
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
      const on = open(put(props, none, M, { mean: -0.6, sd: 0.394 }));
      const handle = on.find(hook("mean"));
      point(handle, "pointerdown", at(-0.6), 100);
      point(handle, "pointermove", at(1), 100);
      frame();
      leave(handle);
      expect(on.model.last()).toMatchObject({
        settled: true,
        part: { priors: [{ arm: M, mean: -0.6, sd: 0.394 }] },
      });
      on.close();
    }
  });

  test("nothing moves when the protocol is locked", () => {
    const on = open(none, { ...props, locked: true });
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
    expect(on.model.last()?.part).toEqual({ priors: [{ arm: M, mean: -0.5, sd: 0.394 }] });
  });

  test("each handle is a slider that says what it stands for", () => {
    const on = open();
    const high = on.find(hook("high"));
    expect(high.getAttribute("role")).toBe("slider");
    expect(high.getAttribute("tabindex")).toBe("0");
    expect(high.getAttribute("aria-label")).toBe(`${M}: upper end of the spread`);
    expect(Number(high.getAttribute("aria-valuenow"))).toBeCloseTo(-0.206, 6);
    expect(high.getAttribute("aria-valuetext")).toContain("spread 0.394");
    press(high, "End");
    expect(Number(high.getAttribute("aria-valuenow"))).toBeCloseTo(-0.6 + 8, 6);
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
    expect(on.find('[data-tab="Morning light"]').getAttribute("aria-selected")).toBe("true");
    expect(on.el.querySelectorAll('[role="tabpanel"]')).toHaveLength(1);
    expect(on.find('[role="tabpanel"]').getAttribute("aria-label")).toBe("Morning light");
  });
});

describe("what the person is told", () => {
  test("Python's numbers confirm the picture, or the difference is written", () => {
    const on = open();
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
    expect(sd.value).toBe("0.394");
  });

  test("the sentence and the table say what the picture shows; listeners hear it once a second", () => {
    const on = open();
    expect(on.text("[data-sentence]")).toContain(
      "that it is better by enough to matter, 91 in 100 (before: 69 in 100)",
    );
    expect(on.text("[data-live]")).toBe("");
    vi.advanceTimersByTime(1000);
    expect(on.text("[data-live]")).toBe(on.text("[data-sentence]"));
    expect(on.text("[data-table] tbody tr:nth-child(2)")).toContain("69%91%");
  });
});
