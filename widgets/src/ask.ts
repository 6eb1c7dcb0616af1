/** The way to a model: a question to copy, and what would leave this machine, to be approved before it does. */

import { CSS } from "./ask/style.ts";
import { sheet, type View } from "./lib/door.ts";
import { freshId } from "./lib/field.ts";
import { keepKeys, listen } from "./lib/gesture.ts";
import { html, list, type Piece, set, show, write } from "./lib/mark.ts";

export interface AskPart {
  readonly press: "" | "show" | "hide" | "send" | "cancel";
  readonly url: string;
  readonly model: string;
  readonly topic: string;
  readonly private: boolean;
  /** The hash of what was shown when it was approved. */
  readonly approve: string;
}

export interface AskProps {
  readonly question: string;
  /** What was taken out of the question, in words. */
  readonly notes: readonly string[];
  readonly presets: readonly { readonly name: string; readonly url: string }[];
  /** Three sentences when nothing can be sent from here. */
  readonly obstacle: readonly string[];
  readonly preview: { readonly text: string; readonly sha256: string; readonly note: string } | null;
  readonly is_asking: boolean;
  readonly words: string;
  readonly fault: readonly string[];
  readonly most: number;
}

const button = (action: string, words: string, kind = ""): HTMLButtonElement =>
  html("button", { type: "button", class: `nof1-button ${kind}`.trim(), "data-action": action }, words);

/** A field with its label and a line below it. */
function field(label: string, input: HTMLElement, hint: string): HTMLElement {
  const [id, hintId] = [freshId(), freshId()];
  set(input, { id, "aria-describedby": hint ? hintId : null });
  const below = hint ? [html("p", { class: "nof1-small nof1-muted", id: hintId }, hint)] : [];
  return html("div", { class: "nof1-field" }, html("label", { for: id }, label), input, ...below);
}

const line = (tag: "p" | "li") => (): Piece<string> => {
  const node = html(tag);
  return { node, draw: (text) => void write(node, text) };
};

/** Puts a text on the clipboard; where that is not allowed, the text is marked for the person to copy. */
async function copy(text: string, shown: HTMLElement): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied. Paste it into a chat, and paste the answer into the box above.";
  } catch {
    document.getSelection()?.selectAllChildren(shown);
    return "Your browser does not let this page copy. The question is marked: copy it with Ctrl+C.";
  }
}

export const view: View<AskProps, AskPart> = (el, tell, signal) => {
  const input = (hook: string, example: string, more: Record<string, string> = {}): HTMLInputElement =>
    html("input", {
      class: "nof1-input",
      type: "text",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: example,
      "data-field": hook,
      ...more,
    });
  const presetId = freshId();
  const topic = html("textarea", { class: "nof1-input", rows: 2, "data-field": "topic" });
  const url = input("url", "", { inputmode: "url", list: presetId });
  const model = input("model", "llama3.1");
  const own = html("input", { type: "checkbox", "data-field": "private" });
  const presets = html("datalist", { id: presetId });
  const examples = html("p", { class: "nof1-small nof1-muted", "data-presets": "" });

  const copyIt = button("copy", "Copy the question");
  const copied = html("p", { class: "nof1-small", role: "status", "data-copied": "" });
  const question = html("pre", { class: "nof1-said", tabindex: 0, "data-question": "" });
  const reading = html("details", {}, html("summary", {}, "Read the question"), question);
  const notes = html("ul", { class: "nof1-warnings", "data-notes": "" });

  const look = button("show", "Show what would leave");
  const send = button("send", "Approve and send exactly this", "nof1-main");
  const back = button("hide", "Not now", "nof1-plain");
  const cancel = button("cancel", "Stop");
  const note = html("p", { class: "nof1-small", "data-note": "" });
  const wire = html("pre", { class: "nof1-said", tabindex: 0, "data-wire": "" });
  const hash = html("p", { class: "nof1-small nof1-muted nof1-hash", "data-hash": "" });
  const preview = html(
    "div",
    { class: "nof1-leaving", role: "group", "aria-label": "What would leave this machine" },
    html("h4", {}, "This would leave this machine, and nothing else:"),
    note,
    wire,
    hash,
    html("div", { class: "nof1-row" }, send, back),
  );
  const words = html("p", { role: "status", "data-words": "" });
  const fault = html("div", { class: "nof1-notice nof1-fault nof1-lines", role: "alert", "data-fault": "" });
  const obstacle = html("div", { class: "nof1-notice nof1-lines", "data-obstacle": "" });
  const form = html(
    "div",
    { class: "nof1-fields" },
    html("div", { class: "nof1-pair" }, field("Endpoint", url, ""), field("Model", model, "")),
    examples,
    presets,
    html("label", { class: "nof1-tick" }, own, "It stands in my own private network"),
    html("div", { class: "nof1-row" }, look),
  );
  el.append(
    html(
      "details",
      { class: "nof1-way" },
      html("summary", {}, "Ask a model, if you wish"),
      html(
        "div",
        { class: "nof1-fields" },
        field(
          "What is it about?",
          topic,
          "What you type here leaves with the question. Leave out names, dates and places.",
        ),
        notes,
        html("div", { class: "nof1-row" }, copyIt, copied),
        reading,
        html("h3", {}, "Or send it from here"),
        html(
          "p",
          { class: "nof1-small nof1-muted" },
          "Off until you name an endpoint. Nothing is sent before you have seen and approved it. A key, if the endpoint wants one, is read from the environment variable NOF1_LFM_KEY; it is shown and kept nowhere.",
        ),
        obstacle,
        form,
        preview,
        html("div", { class: "nof1-row" }, words, cancel),
        fault,
      ),
    ),
  );

  let props: AskProps | undefined;
  const fields = (): AskPart => ({
    press: "",
    url: url.value,
    model: model.value,
    topic: topic.value,
    private: own.checked,
    approve: "",
  });
  const press = (what: AskPart["press"], approve = "") => tell({ ...fields(), press: what, approve }, true);
  for (const each of [topic, url, model, own]) {
    keepKeys(each, signal);
    listen(each, "change", () => press(""), signal);
  }
  listen(look, "click", () => press("show"), signal);
  listen(back, "click", () => press("hide"), signal);
  listen(cancel, "click", () => press("cancel"), signal);
  listen(send, "click", () => props?.preview && press("send", props.preview.sha256), signal);
  const onCopy = async (): Promise<void> => {
    set(reading, { open: true });
    const said = await copy(props?.question ?? "", question);
    if (!signal.aborted) write(copied, said);
  };
  listen(copyIt, "click", () => void onCopy(), signal);

  const isUsed = (node: HTMLElement): boolean =>
    (node.getRootNode() as Document | ShadowRoot).activeElement === node;
  const fill = (node: HTMLInputElement | HTMLTextAreaElement, text: string): void => {
    if (!isUsed(node) && node.value !== text) node.value = text;
  };
  const drawNotes = list<string>(notes, (_, index) => String(index), line("li"));
  const drawFault = list<string>(fault, (_, index) => String(index), line("p"));
  const drawObstacle = list<string>(obstacle, (_, index) => String(index), line("p"));
  const drawPresets = list<{ url: string }>(
    presets,
    (item) => item.url,
    (item) => ({ node: html("option", { value: item.url }), draw: () => {} }),
  );

  return (next, part, waiting) => {
    props = next;
    if (!waiting) {
      fill(topic, part.topic);
      fill(url, part.url);
      fill(model, part.model);
      own.checked = part.private;
    }
    for (const each of [topic, url, model]) set(each, { maxlength: next.most });
    write(question, next.question);
    drawNotes(next.notes);
    show(notes, next.notes.length > 0);
    drawPresets(next.presets);
    set(url, { placeholder: next.presets[0]?.url ?? "" });
    write(
      examples,
      next.presets.map(({ name, url: at }) => (name === at ? at : `${name}: ${at}`)).join(" · "),
    );
    drawObstacle(next.obstacle);
    show(obstacle, next.obstacle.length > 0);
    show(form, next.obstacle.length === 0);
    const leaving = next.is_asking ? null : next.preview;
    show(preview, leaving !== null);
    write(wire, leaving?.text ?? "");
    write(note, leaving?.note ?? "");
    show(note, (leaving?.note ?? "") !== "");
    write(hash, leaving ? `SHA-256 ${leaving.sha256}` : "");
    set(look, { disabled: next.is_asking });
    show(look, leaving === null);
    write(words, next.words);
    show(words, next.words !== "");
    show(cancel, next.is_asking);
    drawFault(next.fault);
    show(fault, next.fault.length > 0);
  };
};

export default sheet("ask", CSS, view);
