/** A foreign string is never more than text, and no sheet knows anyone but its own widget. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import asks from "../contract/ask.json";
import candidates from "../contract/candidate.json";
import diaries from "../contract/diary.json";
import inboxes from "../contract/inbox.json";
import priors from "../contract/prior.json";
import schedules from "../contract/schedule.json";
import verdicts from "../contract/verdict.json";
import ask from "../src/ask.ts";
import candidate from "../src/candidate.ts";
import diary from "../src/diary.ts";
import inbox from "../src/inbox.ts";
import prior from "../src/prior.ts";
import schedule from "../src/schedule.ts";
import verdict from "../src/verdict.ts";
import { type Example, stage } from "./fake.ts";

const EVIL = '"><img src=x onerror="window.__pwn=1"><script>window.__pwn=1</script>{{7*7}}';

/** The same thing with every foreign text made hostile; keys and words that mean something to the sheet stay. */
function poisoned(value: unknown, key = ""): unknown {
  if (typeof value === "string")
    return [
      "status",
      "direction",
      "better",
      "kind",
      "engine",
      "advice",
      "start",
      "date",
      "label",
      "design",
      "interval_kind",
      "origin",
    ].includes(key) || value === ""
      ? value
      : `${EVIL}${value}`;
  if (Array.isArray(value)) return value.map((item) => poisoned(item, key));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, poisoned(item, name)]));
  return value;
}

afterEach(() => document.body.replaceChildren());

describe("hostile texts", () => {
  const sheets = [
    ["ask", ask, asks],
    ["candidate", candidate, candidates],
    ["diary", diary, diaries],
    ["inbox", inbox, inboxes],
    ["prior", prior, priors],
    ["schedule", schedule, schedules],
    ["verdict", verdict, verdicts],
  ] as const;
  test.each(sheets)(
    "on the %s sheet are shown as they are written, and do nothing",
    (_, sheet, examples) => {
      for (const example of examples as unknown as Example[]) {
        const on = stage(sheet, poisoned(example.props), poisoned(example.value.part));
        on.model.push("fault", { n: 1, wrong: EVIL, expected: EVIL, remedy: EVIL });
        expect(on.el.querySelectorAll("img, script, iframe, object, embed, a, link")).toHaveLength(0);
        expect(on.el.querySelectorAll("[onerror], [onclick], [onload], [href], [src]")).toHaveLength(0);
        expect(on.find('[data-notice="broken"]').hidden).toBe(true);
        expect(on.text('[data-notice="fault"]')).toContain("<script>");
        on.close();
      }
      expect("__pwn" in globalThis).toBe(false);
    },
    60_000,
  );
});

const SOURCE = join(import.meta.dirname, "..", "src");
const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".ts"),
);
const code = (file: string): string => readFileSync(join(SOURCE, file), "utf8");

describe("the source", () => {
  test("is all there", () => expect(files.length).toBeGreaterThan(20));

  test.each(files)("%s hands no string to a parser, and reaches for nothing outside", (file) => {
    expect(code(file)).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|srcdoc/,
    );
    expect(code(file)).not.toMatch(
      /\beval\b|new Function|\bfetch\(|XMLHttpRequest|WebSocket|import\(|localStorage|sessionStorage|document\.cookie/,
    );
    const addresses = code(file)
      .replaceAll("http://www.w3.org/2000/svg", "")
      .match(/https?:\/\/|url\((?!#)/g);
    expect(addresses).toBeNull();
  });

  test.each(files.filter((file) => file !== join("lib", "door.ts")))(
    "%s leaves the widget's model to the door",
    (file) => {
      expect(code(file)).not.toMatch(/\bmodel\.(get|set|save_changes|on|off|send)\b|save_changes/);
    },
  );
});
