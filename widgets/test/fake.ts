/** A widget model without a host, and fingers and keys to work a sheet with. */

import type { Model, Sheet } from "../src/lib/door.ts";

export interface Sent {
  readonly n: number;
  readonly part: unknown;
  readonly settled: boolean;
}

export class FakeModel implements Model {
  readonly sent: Sent[] = [];
  readonly state: Record<string, unknown>;
  private readonly callbacks = new Map<string, Set<() => void>>();
  /** Python answers at once, unless a test wants it to be silent. */
  isSilent = false;

  constructor(props: unknown, value: unknown) {
    this.state = { props, value, ack: 0, fault: {} };
  }

  get(key: string): unknown {
    return this.state[key];
  }

  set(key: string, value: unknown): void {
    this.state[key] = value;
  }

  save_changes(): void {
    const message = this.state.value as Sent;
    this.sent.push(structuredClone(message));
    this.fire("value");
    if (!this.isSilent) this.push("ack", message.n);
  }

  on(event: string, callback: () => void): void {
    const known = this.callbacks.get(event) ?? new Set();
    this.callbacks.set(event, known.add(callback));
  }

  off(event: string, callback: () => void): void {
    this.callbacks.get(event)?.delete(callback);
  }

  /** Something comes down from Python. */
  push(key: string, value: unknown): void {
    this.state[key] = value;
    this.fire(key);
  }

  listeners(): number {
    return [...this.callbacks.values()].reduce((count, set) => count + set.size, 0);
  }

  last(): Sent | undefined {
    return this.sent.at(-1);
  }

  private fire(key: string): void {
    for (const callback of this.callbacks.get(`change:${key}`) ?? []) callback();
  }
}

export interface Gesture {
  readonly do: string;
  readonly field?: string;
  readonly handle?: string;
  readonly action?: string;
  readonly arm?: string;
  readonly candidate?: string;
  readonly row?: number;
  readonly part?: string;
  readonly hand?: string;
  readonly tab?: string;
  readonly way?: string;
  readonly family?: string;
  readonly bin?: string;
  readonly named?: string;
  readonly switch?: string;
  readonly dial?: string;
  readonly likeness?: string;
  readonly key?: string;
  readonly times?: number;
  readonly text?: string;
  readonly day?: number;
  readonly value?: number;
}

export interface Example {
  readonly name: string;
  readonly props: unknown;
  readonly value: { readonly n: number; readonly part: unknown; readonly settled: boolean };
  readonly gesture: readonly Gesture[];
  readonly after: unknown;
}

export interface Stage {
  readonly model: FakeModel;
  readonly el: HTMLElement;
  close(): void;
  find<E extends Element = HTMLElement>(selector: string): E;
  text(selector: string): string;
}

export function stage(
  sheet: Sheet,
  props: unknown,
  part: unknown,
  model = new FakeModel(props, { n: 0, part, settled: true }),
): Stage {
  const el = document.createElement("div");
  document.body.append(el);
  const close = sheet.render({ model, el });
  const find = <E extends Element = HTMLElement>(selector: string): E => {
    const found = el.querySelector(selector);
    if (!found) throw new Error(`nothing matches ${selector}`);
    return found as E;
  };
  return { model, el, close, find, text: (selector) => find(selector).textContent ?? "" };
}

const quoted = (text: string): string => JSON.stringify(text);

export function selector(gesture: Gesture): string {
  const { field, handle, action, arm, candidate, row, part, hand } = gesture;
  const { tab, way, family, bin, named, switch: turned, dial, likeness } = gesture;
  const inside = candidate === undefined ? "" : `[data-candidate=${quoted(candidate)}] `;
  const asked = { tab, way, family, bin, named, switch: turned, dial, likeness };
  const parts = { field, handle, action, arm, row, part, hand, ...asked };
  const hooks = Object.entries(parts).flatMap(([key, value]) =>
    value === undefined ? [] : [`[data-${key}=${quoted(String(value))}]`],
  );
  return inside + (hooks.join("") || "*");
}

export function type(input: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
  input.dispatchEvent(new Event("blur"));
}

export function press(target: Element, key: string, times = 1): void {
  const isShift = key.startsWith("Shift+");
  const name = key.replace("Shift+", "");
  for (let i = 0; i < times; i += 1)
    target.dispatchEvent(
      new KeyboardEvent("keydown", { key: name, shiftKey: isShift, bubbles: true, cancelable: true }),
    );
}

export function point(target: Element, kind: string, x: number, y: number, pointerType = "mouse"): void {
  target.dispatchEvent(
    new PointerEvent(kind, {
      pointerId: 1,
      button: 0,
      clientX: x,
      clientY: y,
      bubbles: true,
      cancelable: true,
      pointerType,
    }),
  );
}

/** Does what an example says, as a person would. */
export function perform(on: Stage, gesture: Gesture): void {
  if (gesture.do === "open") {
    const head = on.find(`[data-open-row="${gesture.row}"]`);
    if (head.getAttribute("aria-expanded") === "false") head.click();
    return;
  }
  if (gesture.do === "choose") {
    const cards = [...on.el.querySelectorAll("[data-candidate]")];
    const card = cards.find((each) => each.getAttribute("data-candidate") === gesture.candidate);
    card?.querySelector<HTMLElement>("[data-choose]")?.click();
    return;
  }
  const target = on.find(selector(gesture));
  if (gesture.do === "type") type(target as HTMLInputElement, gesture.text ?? "");
  else if (gesture.do === "key") press(target, gesture.key ?? "", gesture.times);
  else if (gesture.do === "click") target.click();
  else if (gesture.do === "tick") {
    (target as HTMLInputElement).checked = !(target as HTMLInputElement).checked;
    target.dispatchEvent(new Event("change", { bubbles: true }));
  } else throw new Error(`nobody can ${gesture.do}`);
}
