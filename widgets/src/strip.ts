/** The strip above all sheets: which study, where in the trial, what is saved, and the way back and forward. */

import { sheet, type View } from "./lib/door.ts";
import { listen } from "./lib/gesture.ts";
import { html, list, type Piece, set, show, write } from "./lib/mark.ts";

export interface StripStep {
  readonly name: string;
  readonly label: string;
  readonly state: "done" | "open";
  readonly note: string;
}

export interface StripProps {
  readonly title: string;
  readonly note: string;
  readonly who: string;
  readonly saved: string;
  readonly tone: "" | "warn";
  readonly undo: string | null;
  readonly redo: string | null;
  readonly steps: readonly StripStep[];
  /** Whether the page is ours alone, so that Ctrl+Z may mean the study. */
  readonly keys: boolean;
}

export interface StripPart {
  readonly at: string;
  readonly press: "" | "undo" | "redo";
}

const CSS = `
.nof1-strip { max-inline-size: none; }
.nof1-strip .nof1-body { gap: 12px; }
.nof1-strip h1 { margin: 0; font-size: 22px; line-height: 1.25; font-weight: 700; letter-spacing: -0.015em; overflow-wrap: anywhere; }
.nof1-strip .nof1-title { flex: 1 1 300px; min-inline-size: 0; }
.nof1-strip .nof1-back { gap: 8px; }
.nof1-strip .nof1-back .nof1-button { min-block-size: 40px; padding: 6px 12px; max-inline-size: 220px; text-align: start; }
.nof1-strip .nof1-back .nof1-small { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--nof1-muted); font-weight: 400; }
.nof1-strip .nof1-saved { overflow-wrap: anywhere; }
.nof1-strip ol { display: flex; gap: 4px; margin: 0; padding: 0 0 4px; list-style: none; overflow-x: auto; border-block-end: 1px solid var(--nof1-line); }
.nof1-strip li { flex: 1 0 auto; }
.nof1-strip .nof1-step {
  display: flex; gap: 8px; align-items: center; inline-size: 100%; min-block-size: 44px; padding: 6px 12px; cursor: pointer;
  background: transparent; border: 0; border-block-end: 3px solid transparent; border-radius: 8px 8px 0 0; white-space: nowrap; text-align: start;
}
.nof1-strip .nof1-step:hover { background: var(--nof1-soft); }
.nof1-strip .nof1-step[aria-current] { border-block-end-color: var(--nof1-accent); font-weight: 650; }
.nof1-strip .nof1-mark {
  display: inline-grid; place-items: center; inline-size: 24px; block-size: 24px; flex: none; border-radius: 50%;
  border: 1.5px solid var(--nof1-muted); color: var(--nof1-muted); font-size: 12.5px; font-weight: 650;
}
.nof1-strip [data-state="done"] .nof1-mark { border-color: var(--nof1-good); color: var(--nof1-good); }
.nof1-strip [aria-current] .nof1-mark { background: var(--nof1-accent); border-color: var(--nof1-accent); color: var(--nof1-on-accent); }
@media (max-width: 560px) {
  .nof1-strip ol { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); overflow: visible; }
  .nof1-strip .nof1-step { flex-direction: column; gap: 2px; padding: 6px 2px; font-size: 12.5px; }
}
`;

const LOST = "nof1Lost";

export const view: View<StripProps, StripPart> = (el, tell, signal) => {
  const title = html("h1");
  const note = html("p", { class: "nof1-muted nof1-small", "data-note": "" });
  const saved = html("span", { class: "nof1-chip nof1-saved", role: "status", "data-saved": "" });
  const [undo, redo] = (["undo", "redo"] as const).map((action) =>
    html(
      "button",
      { type: "button", class: "nof1-button", "data-action": action },
      html("span"),
      html("span", { class: "nof1-small" }),
    ),
  ) as [HTMLButtonElement, HTMLButtonElement];
  const lost = html(
    "div",
    { class: "nof1-notice nof1-fault", role: "alert", hidden: true, "data-notice": "lost" },
    html(
      "p",
      {},
      "The connection to Python is lost. What you change now is not saved until it is back; trying again.",
    ),
  );
  const steps = html("ol");
  el.append(
    lost,
    html(
      "div",
      { class: "nof1-row" },
      html("div", { class: "nof1-title" }, title, note),
      saved,
      html("div", { class: "nof1-row nof1-back" }, undo, redo),
    ),
    html("nav", { "aria-label": "Steps of the trial" }, steps),
  );

  let props: StripProps | undefined;
  let part: StripPart = { at: "", press: "" };
  const press = (what: "undo" | "redo"): void => {
    if (props?.[what] != null) tell({ ...part, press: what }, true);
  };
  listen(undo, "click", () => press("undo"), signal);
  listen(redo, "click", () => press("redo"), signal);
  listen<KeyboardEvent>(
    document,
    "keydown",
    (event) => {
      const what = props?.keys && !isTyping(event) ? wanted(event) : null;
      if (!what) return;
      event.preventDefault();
      press(what);
    },
    signal,
  );

  const piece = (step: StripStep): Piece<StripStep> => {
    const mark = html("span", { class: "nof1-mark", "aria-hidden": "true" });
    const label = html("span");
    const state = html("span", { class: "nof1-hidden-text" });
    const button = html(
      "button",
      { type: "button", class: "nof1-step", "data-step": step.name },
      mark,
      label,
      state,
    );
    listen(button, "click", () => tell({ at: step.name, press: "" }, true), signal);
    return {
      node: html("li", {}, button),
      draw(known, index) {
        set(button, { "data-state": known.state, "aria-current": part.at === known.name ? "step" : null });
        set(button, { title: known.note || null });
        write(mark, known.state === "done" && part.at !== known.name ? "✓" : String(index + 1));
        write(label, known.label);
        write(state, known.state === "done" ? ", done" : "");
      },
    };
  };
  const drawSteps = list<StripStep>(steps, (step) => step.name, piece);

  const watcher = new MutationObserver(() => show(lost, LOST in document.documentElement.dataset));
  watcher.observe(document.documentElement, { attributes: true });
  signal.addEventListener("abort", () => watcher.disconnect());

  return (nextProps, nextPart, isWaiting) => {
    props = nextProps;
    part = nextPart;
    write(title, props.title);
    write(
      note,
      [props.note, props.who && `What you change is signed “${props.who}”.`].filter(Boolean).join(" "),
    );
    write(set(saved, { "data-tone": props.tone || null }), isWaiting ? "Saving …" : props.saved);
    for (const [button, what, word] of [
      [undo, props.undo, "Undo"],
      [redo, props.redo, "Redo"],
    ] as const) {
      write(button.firstElementChild as Element, word);
      write(button.lastElementChild as Element, what ?? "");
      show(button.lastElementChild as Element, Boolean(what));
      set(button, { title: what ?? null });
      button.disabled = what === null;
    }
    drawSteps(props.steps);
  };
};

const wanted = (event: KeyboardEvent): "undo" | "redo" | null => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" ? "redo" : null;
};

/** In a field, Ctrl+Z belongs to the words in it. */
const isTyping = (event: Event): boolean => {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
};

export default sheet("strip", CSS, view);
