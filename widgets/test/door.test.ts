/** The seam: one message in flight, the latest wins, and what Python sets is shown at once. */

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sheet, type Tell, unwrap } from "../src/lib/door.ts";
import { FakeModel, stage } from "./fake.ts";

interface Part {
  readonly x: number;
}

function counter() {
  const seen: { props: unknown; x: number; waiting: boolean }[] = [];
  let tell: Tell<Part> = () => {};
  let signal: AbortSignal | undefined;
  const page = sheet<{ a: number }, Part>("counter", "", (el, say, end) => {
    tell = say;
    signal = end;
    return (props, part, waiting) => {
      seen.push({ props, x: part.x, waiting });
      el.textContent = String(part.x);
    };
  });
  const on = stage(page, { a: 1 }, { x: 0 });
  return {
    on,
    model: on.model,
    seen,
    tell: (x: number, settled = false) => tell({ x }, settled),
    ended: () => signal?.aborted,
  };
}

const numbers = (model: FakeModel): [number, unknown, boolean][] =>
  model.sent.map(({ n, part, settled }) => [n, part, settled]);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe("sending", () => {
  test("messages are counted from one", () => {
    const { model, tell } = counter();
    tell(1, true);
    tell(2, true);
    expect(numbers(model)).toEqual([
      [1, { x: 1 }, true],
      [2, { x: 2 }, true],
    ]);
  });

  test("while one is in flight the latest waits, and the ones between are never sent", () => {
    const { model, tell } = counter();
    model.isSilent = true;
    for (const x of [1, 2, 3, 4]) tell(x);
    expect(numbers(model)).toEqual([[1, { x: 1 }, false]]);
    model.push("ack", 1);
    expect(numbers(model).at(-1)).toEqual([2, { x: 4 }, false]);
    expect(model.sent).toHaveLength(2);
  });

  test("a finished gesture is not overtaken by the beginning of the next", () => {
    const { model, tell } = counter();
    model.isSilent = true;
    tell(1);
    tell(2, true);
    tell(3);
    model.push("ack", 1);
    model.push("ack", 2);
    expect(numbers(model)).toEqual([
      [1, { x: 1 }, false],
      [2, { x: 2 }, true],
      [3, { x: 3 }, false],
    ]);
  });

  test("after a second without an answer the next goes out", () => {
    const { model, tell } = counter();
    model.isSilent = true;
    tell(1);
    tell(2, true);
    vi.advanceTimersByTime(999);
    expect(model.sent).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(numbers(model).at(-1)).toEqual([2, { x: 2 }, true]);
  });

  test("an answer to an older message does not open the line", () => {
    const { model, tell } = counter();
    model.isSilent = true;
    tell(1);
    vi.advanceTimersByTime(1000);
    tell(2);
    tell(3, true);
    model.push("ack", 1);
    expect(model.sent).toHaveLength(2);
    model.push("ack", 2);
    expect(model.sent).toHaveLength(3);
  });

  test("a page that was reloaded goes on counting where the widget stands", () => {
    const model = new FakeModel({ a: 1 }, { n: 57, part: { x: 5 }, settled: true });
    model.state.ack = 57;
    let tell: Tell<Part> = () => {};
    const page = sheet<{ a: number }, Part>("counter", "", (_el, say) => {
      tell = say;
      return () => {};
    });
    stage(page, null, null, model);
    tell({ x: 6 }, true);
    expect(model.last()?.n).toBe(58);
  });

  test("what was not sent yet is sent when the sheet is closed, as finished", () => {
    const { on, model, tell } = counter();
    model.isSilent = true;
    tell(1);
    tell(2);
    on.close();
    expect(numbers(model).at(-1)).toEqual([2, { x: 2 }, true]);
  });
});

describe("what Python sets", () => {
  test("a value with number zero replaces the part at once", () => {
    const { on, model, tell } = counter();
    tell(1, true);
    model.push("value", { n: 0, part: { x: 42 }, settled: true });
    expect(on.el.textContent).toContain("42");
  });

  test("a drag in progress is not disturbed by it", () => {
    const { on, model, tell } = counter();
    tell(1, false);
    model.push("value", { n: 0, part: { x: 42 }, settled: true });
    expect(on.text(".nof1-body")).toBe("1");
    tell(2, true);
    expect(model.last()?.part).toEqual({ x: 2 });
  });

  test("a value written before Python saw the last message is old news", () => {
    const { on, model, tell } = counter();
    model.isSilent = true;
    tell(1, true);
    model.push("value", { n: 0, part: { x: 0 }, settled: true, seen: 0 });
    expect(on.text(".nof1-body")).toBe("1");
    model.push("value", { n: 0, part: { x: 9 }, settled: true, seen: 1 });
    expect(on.text(".nof1-body")).toBe("9");
  });

  test("another view of the same widget is followed", () => {
    const { on, model } = counter();
    model.push("value", { n: 8, part: { x: 8 }, settled: true });
    expect(on.text(".nof1-body")).toBe("8");
  });

  test("its own message coming back draws nothing new", () => {
    const { model, tell, seen } = counter();
    model.isSilent = true;
    tell(1, true);
    const drawn = seen.length;
    model.push("value", { ...(model.last() ?? {}) });
    expect(seen).toHaveLength(drawn);
  });

  test("new props are drawn with the part as it is", () => {
    const { model, tell, seen } = counter();
    tell(3, true);
    model.push("props", { a: 2 });
    expect(seen.at(-1)).toEqual({ props: { a: 2 }, x: 3, waiting: false });
  });

  test("a sheet without a study waits for one", () => {
    const model = new FakeModel({}, { n: 0, part: null, settled: true });
    const draw = vi.fn();
    stage(
      sheet("empty", "", () => draw),
      null,
      null,
      model,
    );
    expect(draw).not.toHaveBeenCalled();
    model.push("value", { n: 0, part: {}, settled: true });
    model.push("props", { a: 1 });
    expect(draw).toHaveBeenCalledTimes(1);
  });

  test("maps and typed arrays from the wire become plain things", () => {
    expect(unwrap(new Map<string, unknown>([["a", [new Map([["b", Float64Array.of(1, 2)]])]]]))).toEqual({
      a: [{ b: [1, 2] }],
    });
  });
});

describe("what the person is told", () => {
  const fault = {
    n: 1,
    wrong: "The spread is −1.",
    expected: "A spread above 0 was expected.",
    remedy: "Widen the belief.",
  };

  test("a refusal is shown in three sentences, can be put away, and comes back with the next", () => {
    const { on, model } = counter();
    const box = on.find('[data-notice="fault"]');
    expect(box.hidden).toBe(true);
    model.push("fault", fault);
    expect(box.hidden).toBe(false);
    expect(box.getAttribute("role")).toBe("alert");
    expect([...box.querySelectorAll("p")].map((line) => line.textContent)).toEqual([
      fault.wrong,
      fault.expected,
      fault.remedy,
    ]);
    box.querySelector("button")?.click();
    expect(box.hidden).toBe(true);
    model.push("fault", { ...fault, n: 2 });
    expect(box.hidden).toBe(false);
    model.push("fault", {});
    expect(box.hidden).toBe(true);
  });

  test("a view that cannot draw says so instead of staying blank", () => {
    const page = sheet<{ a: number }, Part>("broken", "", () => () => {
      throw new Error("a number is missing");
    });
    const on = stage(page, { a: 1 }, { x: 0 });
    const box = on.find('[data-notice="broken"]');
    expect(box.hidden).toBe(false);
    expect(box.textContent).toContain("a number is missing");
  });

  test("when Python stays silent it says that nothing is saved, and sends again when asked", () => {
    const { on, model, tell } = counter();
    model.isSilent = true;
    tell(1, true);
    vi.advanceTimersByTime(4999);
    const box = on.find('[data-notice="silence"]');
    expect(box.hidden).toBe(true);
    vi.advanceTimersByTime(1);
    expect(box.hidden).toBe(false);
    on.find('[data-action="retry"]').click();
    expect(numbers(model).at(-1)).toEqual([2, { x: 1 }, true]);
    model.push("ack", 2);
    expect(box.hidden).toBe(true);
  });

  test("bare keys stay inside, so that no notebook takes them for a command; Tab and Ctrl+S go on", () => {
    const { on } = counter();
    const heard: string[] = [];
    const end = new AbortController();
    document.body.addEventListener("keydown", (event) => void heard.push(event.key), { signal: end.signal });
    for (const [key, ctrlKey] of [
      ["d", false],
      ["Enter", false],
      ["Tab", false],
      ["s", true],
    ] as const)
      on.find(".nof1-body").dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true }));
    end.abort();
    expect(heard).toEqual(["Tab", "s"]);
  });

  test("closing takes everything away", () => {
    const { on, model, ended } = counter();
    expect(model.listeners()).toBe(4);
    on.close();
    expect(model.listeners()).toBe(0);
    expect(ended()).toBe(true);
    expect(on.el.childElementCount).toBe(0);
  });
});
