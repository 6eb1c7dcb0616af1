/** The way to a model: what is shown is what is approved, and a field that is being typed in stays. */

import { afterEach, describe, expect, test, vi } from "vitest";
import asks from "../contract/ask.json";
import ask, { type AskPart, type AskProps } from "../src/ask.ts";
import { stage, type } from "./fake.ts";

const pick = (name: string): { props: AskProps; part: AskPart } => {
  const found = asks.find((one) => one.name === name);
  if (!found) throw new Error(`no example is called ${name}`);
  return { props: found.props as AskProps, part: found.value.part as AskPart };
};

afterEach(() => document.body.replaceChildren());

describe("the way to a model", () => {
  const { props, part } = pick("exactly what is shown is approved");

  test("is closed until somebody opens it", () => {
    expect(stage(ask, props, part).find<HTMLDetailsElement>(".nof1-way").open).toBe(false);
  });

  test("shows every byte that would leave, and its hash", () => {
    const on = stage(ask, props, part);
    expect(on.find("[data-wire]").textContent).toBe(props.preview?.text);
    expect(on.text("[data-hash]")).toBe(`SHA-256 ${props.preview?.sha256}`);
    expect(on.find("[data-action=show]").hidden).toBe(true);
  });

  test("can approve nothing that is not shown", () => {
    const on = stage(ask, { ...props, preview: null }, part);
    expect(on.find("[data-action=send]").closest("[hidden]")).not.toBeNull();
    on.find("[data-action=send]").click();
    expect(on.model.sent).toEqual([]);
  });

  test("shows nothing to approve while it is asking", () => {
    const on = stage(ask, { ...props, is_asking: true, words: "asking … 12 s" }, part);
    expect(on.find("[data-action=send]").closest("[hidden]")).not.toBeNull();
    expect(on.find("[data-action=cancel]").hidden).toBe(false);
    expect(on.text("[data-words]")).toBe("asking … 12 s");
  });

  test("leaves a field alone that somebody types in", () => {
    const on = stage(ask, props, part);
    const model = on.find<HTMLInputElement>("[data-field=model]");
    model.focus();
    model.value = "llama3.";
    on.model.push("props", { ...props, words: "asking … 1 s" });
    expect(model.value).toBe("llama3.");
    type(model, "llama3.2");
    expect(on.model.last()?.part).toMatchObject({ model: "llama3.2" });
  });

  test("copies the question, or marks it to be copied", async () => {
    const on = stage(ask, props, part);
    const written = vi.fn(() => Promise.resolve());
    vi.stubGlobal("navigator", { clipboard: { writeText: written } });
    on.find("[data-action=copy]").click();
    await vi.waitFor(() => expect(on.text("[data-copied]")).toContain("Copied"));
    expect(written).toHaveBeenCalledWith(props.question);
    vi.stubGlobal("navigator", {});
    on.find("[data-action=copy]").click();
    await vi.waitFor(() => expect(on.text("[data-copied]")).toContain("Ctrl+C"));
    vi.unstubAllGlobals();
    expect(on.model.sent).toEqual([]);
  });

  test("hides its fields where nothing can be sent", () => {
    const { props: off, part: empty } = pick("where nothing can be sent, the question can still be copied");
    const on = stage(ask, off, empty);
    expect(on.find("[data-field=url]").closest("[hidden]")).not.toBeNull();
    expect(on.text("[data-obstacle]")).toContain("nof1-lab[lfm]");
    expect(on.find("[data-action=copy]").closest("[hidden]")).toBeNull();
  });
});
