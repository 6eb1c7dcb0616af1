/** The candidates on one scale: nothing is hidden, nothing is invented, and choosing is a press. */

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import candidates from "../contract/candidate.json";
import { cut } from "../src/candidate/forest.ts";
import { arranged, isUnlike } from "../src/candidate/order.ts";
import { lead, note, tableRow } from "../src/candidate/words.ts";
import candidate, {
  type CandidatePart,
  type CandidateProps,
  type CandidateRow,
  rowsOf,
  sentence,
  toggled,
} from "../src/candidate.ts";
import { stage, type } from "./fake.ts";

const pick = (name: string): { props: CandidateProps; part: CandidatePart } => {
  const found = candidates.find((one) => one.name === name);
  if (!found) throw new Error(`no example is called ${name}`);
  return { props: found.props as unknown as CandidateProps, part: found.value.part };
};
const { props, part } = pick("three ranked candidates, one is put aside");
const [melatonin, light, magnesium] = rowsOf(props, part) as [CandidateRow, CandidateRow, CandidateRow];
const names = (rows: readonly CandidateRow[]): string[] => rows.map((row) => row.candidate.name);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe("candidates", () => {
  test("say in one sentence what their pictures show", () => {
    expect(sentence(props, melatonin)).toMatch(
      /^Melatonin 0.5 mg: stated −0.6 points, 95% between −1.1 and −0.1; believed of you .*, 95% between .* best of all in \d+ in 100\.$/,
    );
    expect(sentence(props, magnesium)).toMatch(/^Magnesium: Nobody said how large, or how sure/);
    expect(lead(props)).toBe(
      "The effect on trouble falling asleep: less is better, and 0.4 points or more is worthwhile.",
    );
    expect(tableRow(magnesium).slice(2)).toEqual(Array(9).fill("–"));
  });

  test("of whom nobody said anything get words, and no number", () => {
    const on = stage(candidate, props, part);
    const card = on.find('[data-candidate="Magnesium"]');
    expect(card.querySelector("[data-unsaid]")?.textContent).toContain("Nobody said");
    expect([...card.querySelectorAll("[data-p]")].map((each) => each.getAttribute("data-value"))).toEqual([
      null,
      null,
      null,
    ]);
    expect(card.textContent).not.toMatch(/\d%/);
  });

  test("stand in the order of the model, whatever is believed of them", () => {
    expect(names(arranged([light, magnesium, melatonin], "rank", ""))).toEqual([
      "Melatonin 0.5 mg",
      "Morning light",
      "Magnesium",
    ]);
    const none = { ...magnesium, candidate: { ...magnesium.candidate, rank: null } };
    expect(names(arranged([none, light], "rank", ""))).toEqual(["Morning light", "Magnesium"]);
  });

  test("are sorted by chances that no unlikeness lowers", () => {
    const unlike = { ...melatonin, p_best: 0.01, p_benefit: 0.01 };
    expect(names(arranged([magnesium, light, unlike], "best", ""))[0]).toBe("Melatonin 0.5 mg");
    expect(isUnlike([melatonin])).toBe(false);
    expect(isUnlike([unlike])).toBe(true);
    expect(names(arranged([magnesium, light, melatonin], "benefit", "")).at(-1)).toBe("Magnesium");
    expect(names(arranged([melatonin, light], "stated", ""))[0]).toBe("Morning light");
    expect(names(arranged([melatonin, light, magnesium], "name", ""))[0]).toBe("Magnesium");
  });

  test("are found by any word that was said of them", () => {
    expect(names(arranged([melatonin, light, magnesium], "rank", "BODY clock"))).toEqual([
      "Melatonin 0.5 mg",
      "Morning light",
    ]);
    const on = stage(candidate, props, part);
    type(on.find<HTMLInputElement>("[data-filter]"), "light");
    expect(on.el.querySelectorAll("[data-candidate]")).toHaveLength(1);
    expect(on.text("[data-count]")).toBe("1 of 3 shown");
    const sort = on.find<HTMLSelectElement>("[data-sort]");
    sort.value = "name";
    sort.dispatchEvent(new Event("change"));
    expect(on.model.sent).toEqual([]);
  });

  test("hand the focus on when one is put aside", () => {
    const on = stage(candidate, props, part);
    on.find('[data-candidate="Morning light"] [data-action="remove"]').click();
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Remove Magnesium");
    expect(on.el.querySelectorAll("[data-candidate]")).toHaveLength(2);
  });

  test("are chosen in their own order, and no more than a schedule can hold", () => {
    expect(toggled({ ...part, chosen: ["Magnesium"] }, "Melatonin 0.5 mg").chosen).toEqual([
      "Melatonin 0.5 mg",
      "Magnesium",
    ]);
    const on = stage(candidate, { ...props, most: 1 }, { ...part, chosen: ["Magnesium"] });
    const buttons = [...on.el.querySelectorAll<HTMLButtonElement>("[data-choose]")];
    expect(buttons.map((each) => [each.getAttribute("aria-pressed"), each.disabled])).toEqual([
      ["false", true],
      ["false", true],
      ["true", false],
    ]);
    expect(on.text("[data-chosen]")).toContain("A schedule holds 1 at most.");
    expect(note(props, part)).toContain("More than one is possible");
  });

  test("in the schedule say so, and are chosen there", () => {
    const planned = pick("two are in the schedule");
    const on = stage(candidate, planned.props, planned.part);
    expect(on.el.querySelectorAll("[data-arm-chip]:not([hidden])")).toHaveLength(2);
    expect(on.el.querySelectorAll("[data-choose]:not([hidden])")).toHaveLength(0);
    expect(on.text("[data-chosen]")).toContain("with Usual evening");
  });

  test("keep the words they were read from, as text and nothing else", () => {
    const evil = pick("a hostile name is only text");
    const on = stage(candidate, evil.props, evil.part);
    const details = on.find<HTMLDetailsElement>("[data-details]");
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
    expect(details.textContent).toContain("https://attacker.test/x");
    expect(on.el.querySelectorAll("img, a, script, [href], [src]")).toHaveLength(0);
  });

  test("show how each part came about, and the hash of the text", () => {
    const on = stage(candidate, props, part);
    const details = on.find<HTMLDetailsElement>('[data-candidate="Melatonin 0.5 mg"] [data-details]');
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
    expect([...details.querySelectorAll("[data-kind]")].map((each) => each.textContent)).toEqual(
      expect.arrayContaining(["repaired", "guessed", "by you"]),
    );
    expect(details.querySelector("[data-source]")?.textContent).toBe(
      "Read from “pasted”, whose SHA-256 begins with 3f3f3f3f3f3f.",
    );
  });

  test("whose belief goes on beyond the picture say so", () => {
    expect(cut({ low: -9, high: 1, mean: -4, sd: 1 }, [-3, 3])).toEqual({
      low: -3,
      high: 1,
      mean: -3,
      isLeft: true,
      isRight: false,
    });
  });

  test("two hundred of them are drawn, and none is lost", () => {
    const many = Array.from({ length: 200 }, (_, i) => ({
      ...light,
      candidate: { ...light.candidate, name: `c${i}`, rank: i + 1 },
    }));
    const all = { candidates: names(many), chosen: [] };
    const on = stage(candidate, { ...props, rows: many }, all);
    expect(on.el.querySelectorAll("[data-candidate]")).toHaveLength(200);
  });
});
