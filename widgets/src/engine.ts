/** How far the posterior is: which engine spoke, whether it still holds, and the buttons to run or stop it. */

import { sheet, type View } from "./lib/door.ts";
import { listen } from "./lib/gesture.ts";
import { html, list, type Piece, set, show, write } from "./lib/mark.ts";

export interface EngineProps {
  /** What the shown numbers come from, in words; empty when there are none. */
  readonly label: string;
  readonly engine: "exact" | "sampled" | "";
  readonly isStale: boolean;
  readonly isRunning: boolean;
  readonly fraction: number;
  readonly words: string;
  readonly fault: readonly string[];
  readonly disagreements: readonly string[];
  readonly canRun: boolean;
}

export interface EnginePart {
  readonly press: "" | "fit" | "cancel";
}

const CSS = `
.nof1-engine .nof1-body { gap: 8px; }
.nof1-engine progress { inline-size: 100%; block-size: 8px; accent-color: var(--nof1-accent); }
.nof1-engine .nof1-words { flex: 1 1 220px; min-inline-size: 0; }
.nof1-engine .nof1-label { color: var(--nof1-ink); font-weight: 650; font-size: 13px; }
.nof1-engine [data-engine="sampled"] { border-color: var(--nof1-good); color: var(--nof1-good); }
.nof1-engine ul { padding-inline-start: 18px; }
`;

export const view: View<EngineProps, EnginePart> = (el, tell, signal) => {
  const label = html("span", { class: "nof1-chip", "data-label": "" });
  const stale = html(
    "span",
    { class: "nof1-chip", "data-tone": "warn", "data-stale": "" },
    "stale: the study has moved on",
  );
  const words = html("p", { class: "nof1-muted nof1-words", role: "status", "data-words": "" });
  const bar = html("progress", { max: 1, "aria-label": "Sampling the posterior" });
  const fit = html("button", { type: "button", class: "nof1-button", "data-action": "fit" }, "Fit again");
  const cancel = html("button", { type: "button", class: "nof1-button", "data-action": "cancel" }, "Cancel");
  const fault = html("div", { class: "nof1-notice nof1-fault", role: "alert", "data-notice": "fit" });
  const differences = html("ul");
  const disagreement = html(
    "div",
    { class: "nof1-notice nof1-fault", role: "alert", "data-notice": "disagreement" },
    html("div", {}, html("p", { "data-line": "wrong" }, "The two engines do not agree."), differences),
  );
  el.append(html("div", { class: "nof1-row" }, label, stale, words, cancel, fit), bar, fault, disagreement);
  listen(fit, "click", () => tell({ press: "fit" }, true), signal);
  listen(cancel, "click", () => tell({ press: "cancel" }, true), signal);

  const line = (tag: "p" | "li") => (): Piece<string> => {
    const node = html(tag);
    return { node, draw: (text) => void write(node, text) };
  };
  const drawFault = list<string>(fault, (_, index) => String(index), line("p"));
  const drawDifferences = list<string>(differences, (_, index) => String(index), line("li"));

  return (props) => {
    write(set(label, { "data-engine": props.engine }), props.label);
    show(label, props.label !== "");
    show(stale, props.isStale);
    write(words, props.words);
    show(bar, props.isRunning);
    if (props.fraction > 0) set(bar, { value: props.fraction });
    else bar.removeAttribute("value");
    show(cancel, props.isRunning);
    show(fit, props.canRun && !props.isRunning);
    drawFault(props.fault);
    show(fault, props.fault.length > 0);
    drawDifferences(props.disagreements);
    show(disagreement, props.disagreements.length > 0);
  };
};

export default sheet("engine", CSS, view);
