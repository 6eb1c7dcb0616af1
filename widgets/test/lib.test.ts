/** Small things that everything stands on: numbers, dates, axes, lists. */

import { describe, expect, test } from "vitest";
import { look, lookOf } from "../src/lib/arm.ts";
import { nice, safeDomain, scale, ticks } from "../src/lib/axis.ts";
import { addDays, dayNumber, spoken } from "../src/lib/date.ts";
import { html, list, write } from "../src/lib/mark.ts";
import { decimals, frequency, parse, percent, plain, round } from "../src/lib/number.ts";

describe("numbers", () => {
  test.each([
    ["0,5", 0.5],
    [" −1.25 ", -1.25],
    ["1e3", 1000],
    [".5", 0.5],
    ["-0", 0],
    ["", null],
    ["1,2,3", null],
    ["12px", null],
    ["Infinity", null],
    ["0x10", null],
    ["1e999", null],
  ])("%j reads as %s", (text, value) => expect(parse(text)).toBe(value));

  test("are rounded to a step without dust", () => {
    expect(round(0.1 + 0.2, 0.1)).toBe(0.3);
    expect(round(-0.412, 0.005)).toBe(-0.41);
    expect(round(7.4, 5)).toBe(5);
    expect(Object.is(round(-0.001, 0.1), 0)).toBe(true);
    expect([0.05, 0.1, 1, 20].map(decimals)).toEqual([2, 1, 0, 0]);
  });

  test("no chance is ever certain", () => {
    expect([0, 0.004, 0.005, 0.5, 0.994, 0.996, 1].map(percent)).toEqual([
      "<1%",
      "<1%",
      "1%",
      "50%",
      "99%",
      ">99%",
      ">99%",
    ]);
    expect(frequency(1)).toBe("more than 99 in 100");
    expect([percent(null), plain(Number.NaN)]).toEqual(["–", "–"]);
  });
});

describe("dates", () => {
  test("are calendar days, also across a change of clocks", () => {
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(spoken("2026-01-05")).toBe("Mon 5 Jan 2026");
  });

  test.each(["2026-02-30", "2026-13-01", "5.1.2026", ""])("%j is none", (text) => {
    expect(dayNumber(text)).toBeNull();
    expect(spoken(text)).toBe(text);
  });
});

describe("axes", () => {
  test("ticks are round and inside", () => {
    expect(ticks(-3, 3, 6)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
    expect(ticks(0.07, 0.93, 4)).toEqual([0.2, 0.4, 0.6, 0.8]);
    for (const [low, high] of [
      [-1e-6, 1e-6],
      [0, 1e9],
      [-7.3, 2.2],
    ] as const)
      for (const tick of ticks(low, high, 6)) expect(tick >= low && tick <= high).toBe(true);
    expect([0.03, 7, 20].map(nice)).toEqual([0.02, 5, 20]);
  });

  test("a scale goes there and back", () => {
    const x = scale([-2, 6], [10, 330]);
    for (const value of [-2, 0, 5.5]) expect(x.value(x.at(value))).toBeCloseTo(value, 12);
  });

  test("a domain without width is given some", () => {
    expect(safeDomain([2, 2])).toEqual([1.5, 2.5]);
    expect(safeDomain([Number.NaN, 1])).toEqual([0, 1]);
    expect(safeDomain(null)).toEqual([0, 1]);
  });
});

describe("arms", () => {
  test("differ by letter, colour, dash and mark", () => {
    const looks = [0, 1, 2, 3, 4, 5, 6].map(look);
    for (const key of ["letter", "color", "dash", "marker"] as const)
      expect(new Set(looks.map((one) => one[key])).size).toBe(7);
    expect(lookOf("C")).toEqual(look(2));
  });
});

describe("a list", () => {
  const make = (text: string) => {
    const node = html("li");
    return { node, draw: () => void write(node, text) };
  };

  test("keeps the elements it knows, in the order that is asked for", () => {
    const parent = html("ul");
    const draw = list<string>(parent, (text) => text, make);
    draw(["a", "b", "c"]);
    const [a, , c] = [...parent.children];
    draw(["c", "d", "a"]);
    expect(parent.textContent).toBe("cda");
    expect(parent.children[0]).toBe(c);
    expect(parent.children[2]).toBe(a);
    draw([]);
    expect(parent.childElementCount).toBe(0);
  });
});
