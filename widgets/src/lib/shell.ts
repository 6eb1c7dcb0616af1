/** What stands around every sheet: its colours, complaints in three sentences, and a word when Python is silent. */

import { keepBareKeys } from "./gesture.ts";
import { html, set, show, write } from "./mark.ts";
import { STYLE } from "./style.ts";
import { followTheme } from "./theme.ts";

export interface Fault {
  readonly wrong?: string;
  readonly expected?: string;
  readonly remedy?: string;
}

export interface Shell {
  readonly body: HTMLElement;
  /** Runs something; what it throws is shown to the person instead of a blank sheet. */
  attempt(action: () => void): void;
  complain(fault: Fault | null): void;
  wait(isWaiting: boolean): void;
  onRetry(action: () => void): void;
  remove(): void;
}

const SILENCE = 5000;

export function shell(name: string, css: string, el: HTMLElement, signal: AbortSignal): Shell {
  const fault = notice("alert", "fault");
  const broken = notice("alert", "broken");
  const again = html(
    "button",
    { type: "button", class: "nof1-button", "data-action": "retry" },
    "Send again",
  );
  const silence = html(
    "div",
    { class: "nof1-notice", role: "status", hidden: true, "data-notice": "silence" },
    html("p", {}, "Python has not answered yet, so this is not saved. It is kept here."),
    again,
  );
  const body = html("div", { class: "nof1-body" });
  const root = html("section", { class: `nof1 nof1-${name}`, "data-sheet": name });
  root.append(html("style", {}, `${STYLE}\n${css}`), fault.node, broken.node, silence, body);
  el.append(root);
  followTheme(root, signal);
  keepBareKeys(root, signal);

  const attempt = (action: () => void): void => {
    try {
      action();
    } catch (error) {
      broken.say(describe(error));
    }
  };
  root.addEventListener("nof1-broken", (event) => broken.say(describe((event as CustomEvent).detail)), {
    signal,
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));
  return {
    body,
    attempt,
    complain: (said) => fault.say(said ?? {}),
    wait(isWaiting) {
      set(root, { "data-waiting": isWaiting });
      if (!isWaiting) {
        clearTimeout(timer);
        timer = undefined;
        show(silence, false);
      } else timer ??= setTimeout(() => show(silence, true), SILENCE);
    },
    onRetry: (action) => again.addEventListener("click", () => attempt(action), { signal }),
    remove: () => root.remove(),
  };
}

const describe = (error: unknown): Fault => ({
  wrong: `This sheet could not be drawn: ${error instanceof Error ? error.message : String(error)}.`,
  expected: "Nothing you entered has been changed by this.",
  remedy: "Reload the page; if it comes back, undo the last step.",
});

/** A box with three sentences that can be put away; the same words come back when they are said again. */
function notice(role: string, kind: string): { node: HTMLElement; say(fault: Fault): void } {
  const lines = (["wrong", "expected", "remedy"] as const).map(
    (key) => [key, html("p", { "data-line": key })] as const,
  );
  const close = html("button", { type: "button", class: "nof1-button", "data-action": "dismiss" }, "Dismiss");
  const words = html("div", {}, ...lines.map(([, line]) => line));
  const node = html(
    "div",
    { class: "nof1-notice nof1-fault", role, hidden: true, "data-notice": kind },
    words,
    close,
  );
  close.addEventListener("click", () => show(node, false));
  return {
    node,
    say(fault) {
      for (const [key, line] of lines) write(line, fault[key] ?? "");
      show(node, Boolean(fault.wrong || fault.expected || fault.remedy));
    },
  };
}
