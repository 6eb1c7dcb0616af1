/** The inbox: what comes in is looked over field by field, and nothing is taken before the press. */

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import inboxes from "../contract/inbox.json";
import { firstOpen, restored, summary as review, typedOver } from "../src/inbox/candidates.ts";
import { decode, sizeOfData, sizeWords, tooLarge } from "../src/inbox/file.ts";
import { written } from "../src/inbox/hand.ts";
import { summary } from "../src/inbox/review.ts";
import { claim, stateWords } from "../src/inbox/row.ts";
import { bits, windowOf } from "../src/inbox/source.ts";
import inbox, { EMPTY, type InboxPart, type InboxProps, type InboxRow } from "../src/inbox.ts";
import { stretches, visible } from "../src/lib/hidden.ts";
import { press, type Stage, stage, type } from "./fake.ts";

const pick = (name: string): { props: InboxProps; part: InboxPart } => {
  const found = inboxes.find((one) => one.name === name);
  if (!found) throw new Error(`no example is called ${name}`);
  return { props: found.props as InboxProps, part: found.value.part };
};
const looked = pick("what was read is looked over, one is left out, the rest is taken");
const days = pick("days are looked over");

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

const choose = (on: Stage, file: File): void => {
  const field = on.find<HTMLInputElement>('[data-field="file"]');
  Object.defineProperty(field, "files", { value: [file] });
  field.dispatchEvent(new Event("change"));
};
const open = (on: Stage, row: number): void => {
  const head = on.find(`[data-open-row="${row}"]`);
  if (head.getAttribute("aria-expanded") === "false") head.click();
};

describe("the way in", () => {
  const { props } = pick("a table is pasted");

  test("says how much is too much, what was expected and what to do", () => {
    expect(tooLarge(1_000_001, 1_000_000)).toBe(
      "This has 1 MB. At most 1 MB were expected. Leave out what is not needed, and try again.",
    );
    expect(tooLarge(10, 10)).toBe("");
    expect(sizeWords(64_200)).toBe("64 kB");
    expect(sizeOfData("QUJD")).toBe(3);
  });

  test("reads what spreadsheets write", () => {
    expect(decode(new TextEncoder().encode("\uFEFFday,value")).text).toBe("day,value");
    expect(decode(Uint8Array.of(0xff, 0xfe, 0x61, 0)).text).toBe("a");
    expect(decode(Uint8Array.of(0x53, 0xe4)).text).toBe("Sä");
    expect(decode(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)).problem).toContain("save the sheet as CSV");
    expect(decode(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), true)).toEqual({
      text: "",
      data: "UEsDBAAA",
      problem: "",
    });
  });

  test("takes a file and sends it with its name", async () => {
    vi.useRealTimers();
    const on = stage(inbox, { ...days.props, rows: [] }, EMPTY);
    choose(on, new File(["day,value\n1,5"], "days.csv"));
    const sent = { ...EMPTY, name: "days.csv", text: "day,value\n1,5" };
    await vi.waitFor(() => expect(on.model.last()?.part).toEqual(sent));
  });

  test("sends a spreadsheet as it is, if candidates are read", async () => {
    vi.useRealTimers();
    const on = stage(inbox, props, EMPTY);
    choose(on, new File([Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)], "list.xlsx"));
    const sent = { ...EMPTY, name: "list.xlsx", data: "UEsDBAAA" };
    await vi.waitFor(() => expect(on.model.last()?.part).toEqual(sent));
  });

  test("does not even read a file that is too large", () => {
    const on = stage(inbox, { ...props, max_bytes: 4 }, EMPTY);
    const big = new File(["12345"], "big.csv");
    const read = vi.spyOn(big, "arrayBuffer");
    choose(on, big);
    expect(read).not.toHaveBeenCalled();
    expect(on.text("[data-problem]")).toContain("5 bytes");
  });

  test("forgets the pasted text once it has been dealt with", () => {
    const on = stage(inbox, days.props, days.part);
    const box = on.find<HTMLTextAreaElement>('[data-field="text"]');
    box.value = "what was pasted";
    on.model.push("value", { n: 0, part: EMPTY, settled: true });
    expect(box.value).toBe("");
  });

  test("writes down by hand what a model would write", () => {
    expect(JSON.parse(written({ name: " Tea ", estimate: "−0,3", lower: "", upper: "much" }))).toEqual([
      { name: "Tea", estimate: -0.3, upper: "much" },
    ]);
  });

  test("asks for a name before anything is sent", () => {
    const on = stage(inbox, props, EMPTY);
    on.find('[data-action="by-hand"]').click();
    expect(on.model.sent).toEqual([]);
    expect(on.text("[data-own]")).toContain("It has no name yet.");
  });
});

describe("days to look over", () => {
  test("are ticked if they can be used, and nothing else is", () => {
    const on = stage(inbox, days.props, days.part);
    const boxes = [...on.el.querySelectorAll<HTMLInputElement>("[data-row]")];
    expect(boxes.map((box) => [box.checked, box.disabled])).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ]);
    expect(on.text('[data-action="accept"]')).toBe("Accept 2 days");
    expect(summary(days.props)).toBe("3 days read, 1 of them cannot be used; the remark says why.");
  });
});

describe("candidates to look over", () => {
  const { props, part } = looked;
  const [first, second, third] = props.rows as [InboxRow, InboxRow, InboxRow];

  test("are summed up in one sentence", () => {
    expect(review([first, { ...second, warnings: ["a"] }, third])).toBe(
      "3 candidates read: 1 ready, 1 with doubts, 1 that cannot be taken yet.",
    );
    expect(stateWords(third)).toBe("cannot be taken yet");
    expect(stateWords({ ...second, warnings: ["a", "b"], fields: [] })).toBe("2 doubts");
    expect(stateWords({ ...second, warnings: [], fields: [] })).toBe("ready");
    const guessed = first.fields.slice(0, 1).map((field) => ({ ...field, how: "guessed" }));
    expect(stateWords({ ...second, warnings: [], fields: guessed })).toBe("1 guessed");
    expect(claim({ ...first, fields: [] })).toBe("no number was said");
  });

  test("open at what is most worth a look", () => {
    expect(firstOpen(props.rows)).toBe(2);
    expect(
      firstOpen([
        { ...first, warnings: [], fields: [] },
        { ...second, warnings: ["a"] },
      ]),
    ).toBe(1);
    expect(firstOpen([])).toBe(0);
  });

  test("show the fields of the open one only, and fold away what was not said", () => {
    const on = stage(inbox, props, part);
    expect(on.el.querySelectorAll('[data-part="name"]')).toHaveLength(1);
    expect(on.find<HTMLInputElement>('[data-part="name"]').value).toBe("Valerian");
    const absent = third.fields.filter((field) => field.how === "missing").length;
    expect(on.text("[data-missing] summary")).toBe(`${absent} not said`);
    open(on, 0);
    expect(on.find<HTMLInputElement>('[data-part="name"]').value).toBe("Melatonin 0.5 mg");
  });

  test("that are refused cannot be ticked, and say why", () => {
    const on = stage(inbox, props, part);
    expect(on.find<HTMLInputElement>('[data-row="2"]').disabled).toBe(true);
    expect(on.text("[data-refused]")).toBe(third.note);
    expect(on.text('[data-action="accept"]')).toBe("Accept 2 candidates");
    on.find<HTMLInputElement>('[data-row="0"]').click();
    expect(on.text('[data-action="accept"]')).toBe("Accept 1 candidate");
  });

  test("mark the very words behind the field that has the focus", () => {
    const at = part.text.indexOf("Valerian");
    const fields = third.fields.map((field) =>
      field.role === "name" ? { ...field, from: at, to: at + 8 } : field,
    );
    const on = stage(inbox, { ...props, rows: [first, second, { ...third, fields }] }, part);
    expect(on.el.querySelectorAll("[data-mark]")).toHaveLength(0);
    const box = on.find<HTMLInputElement>('[data-part="name"]');
    box.dispatchEvent(new Event("focusin", { bubbles: true }));
    expect(on.text("[data-mark]")).toBe("Valerian");
  });

  test("an edit is sent at once, and Escape takes it back", () => {
    const on = stage(inbox, props, part);
    const box = on.find<HTMLInputElement>('[data-part="estimate"]');
    type(box, "-0.4");
    const edited = { ...part, edits: [{ row: 2, role: "estimate", text: "-0.4" }] };
    expect(on.model.last()?.part).toEqual(edited);
    type(box, "-0.5");
    expect(on.model.last()?.part).toMatchObject({ edits: [{ row: 2, role: "estimate", text: "-0.5" }] });
    press(box, "Escape");
    expect(on.model.last()?.part).toEqual(part);
  });

  test("what is only being typed is given up by Escape, and nothing is sent", () => {
    const on = stage(inbox, props, part);
    const box = on.find<HTMLInputElement>('[data-part="estimate"]');
    const before = box.value;
    box.value = "7";
    box.dispatchEvent(new Event("input", { bubbles: true }));
    press(box, "Escape");
    expect(box.value).toBe(before);
    expect(on.model.sent).toEqual([]);
  });

  test("what was ticked off stays so when a field is read again", () => {
    const on = stage(inbox, props, part);
    on.find<HTMLInputElement>('[data-row="0"]').click();
    on.model.push("props", {
      ...props,
      rows: [first, second, { ...third, ok: true, chosen: true, note: "" }],
    });
    expect(on.find<HTMLInputElement>('[data-row="0"]').checked).toBe(false);
    expect(on.find<HTMLInputElement>('[data-row="2"]').checked).toBe(true);
    expect(on.text('[data-action="accept"]')).toBe("Accept 2 candidates");
  });

  test("all can be ticked and unticked, and arrows go from line to line", () => {
    const on = stage(inbox, props, part);
    on.find<HTMLInputElement>('[data-action="all"]').click();
    expect(on.find<HTMLButtonElement>('[data-action="accept"]').disabled).toBe(true);
    on.find<HTMLInputElement>('[data-action="all"]').click();
    expect(on.text('[data-action="accept"]')).toBe("Accept 2 candidates");
    on.find('[data-open-row="0"]').focus();
    press(on.find('[data-open-row="0"]'), "ArrowDown");
    expect(document.activeElement).toBe(on.find('[data-open-row="1"]'));
  });

  test("two hundred of them are two hundred lines", () => {
    const rows = Array.from({ length: 200 }, () => first);
    const on = stage(inbox, { ...props, rows }, part);
    expect(on.el.querySelectorAll("[data-open-row]")).toHaveLength(200);
    expect(on.el.querySelectorAll("[data-part]").length).toBeLessThan(40);
  });

  test("no field has two edits", () => {
    const edit = { row: 0, role: "name", text: "a" };
    expect(typedOver([edit], { ...edit, text: "b" })).toEqual([{ ...edit, text: "b" }]);
    expect(restored([edit, { ...edit, row: 1 }], 0, "name")).toEqual([{ ...edit, row: 1 }]);
  });
});

describe("the text beside the fields", () => {
  test("is cut where citations begin and end, and loses not a letter", () => {
    const text = "Tea: -0.6 (-1.1 to -0.1)";
    const cited = [
      { role: "name", from: 0, to: 3 },
      { role: "lower", from: 11, to: 23 },
      { role: "upper", from: 19, to: 23 },
      { role: "unit", from: null, to: null },
    ];
    const found = bits(text, cited, [0, text.length]);
    expect(found.map((bit) => bit.text).join("")).toBe(text);
    expect(found.filter((bit) => bit.roles.includes("upper")).map((bit) => bit.text)).toEqual(["-0.1"]);
    expect(found.filter((bit) => bit.roles.includes("lower")).map((bit) => bit.text)).toEqual([
      "-1.1 to ",
      "-0.1",
    ]);
  });

  test("is shown around what is cited when it is long", () => {
    const [from, to] = windowOf("x".repeat(900_000), [{ role: "name", from: 500_000, to: 500_010 }]);
    expect([from < 500_000, to > 500_010, to - from < 30_000]).toEqual([true, true, true]);
    expect(windowOf("x".repeat(900_000), [])[1]).toBeLessThan(10_000);
    expect(windowOf("abc", [])).toEqual([0, 3]);
  });

  test("shows what would not be seen", () => {
    expect(visible("a\u202eb\u200bc")).toBe("a⟨U+202E⟩b⟨U+200B⟩c");
    expect(visible("می\u200cخواهم")).toBe("می\u200cخواهم");
    expect(visible("a\r\nb\tc\u{1F48A}")).toBe("a\nb\tc\u{1F48A}");
    expect(stretches("a\u{E0041}b").map((one) => one.isUnseen)).toEqual([false, true, false]);
  });
});

describe("the focus", () => {
  test("goes along to what was read, and back to the box when it was taken", () => {
    const { props, part } = looked;
    const on = stage(inbox, { ...props, rows: [] }, EMPTY);
    on.find('[data-field="text"]').focus();
    on.model.push("value", { n: 0, part, settled: true });
    on.model.push("props", props);
    expect(document.activeElement).toBe(on.find("[data-summary]"));
    on.find('[data-action="accept"]').focus();
    on.model.push("value", { n: 0, part: EMPTY, settled: true });
    on.model.push("props", { ...props, rows: [] });
    expect(document.activeElement).toBe(on.find("h2"));
  });
});
