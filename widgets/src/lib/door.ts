/** The one file that touches the widget model. Four traits: `props`, `value`, `ack`, `fault`. */

import { line } from "./line.ts";
import { type Fault, shell } from "./shell.ts";

/** What both hosts offer: anywidget in a notebook, and Panel's adapter in a page. */
export interface Model {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  save_changes(): void;
  on(event: string, callback: () => void): void;
  off(event: string, callback: () => void): void;
}

/** Says what the part is now; `settled` when a gesture is finished and may become a step of the log. */
export type Tell<Part> = (part: Part, settled: boolean) => void;

/** Draws everything; `waiting` while a gesture is unfinished or Python has not answered the last one. */
export type Draw<Props, Part> = (props: Props, part: Part, waiting: boolean) => void;

export type View<Props, Part> = (el: HTMLElement, tell: Tell<Part>, signal: AbortSignal) => Draw<Props, Part>;

interface Value<Part> {
  readonly n: number;
  readonly part: Part;
  readonly settled?: boolean;
  /** The last message Python had seen when it wrote this; left out when it does not say. */
  readonly seen?: number;
}

export interface Sheet {
  render(context: { model: Model; el: HTMLElement }): () => void;
}

/** A browser module for one sheet. */
export function sheet<Props, Part>(name: string, css: string, view: View<Props, Part>): Sheet {
  return { render: ({ model, el }) => open(name, css, view, model, el) };
}

function open<Props, Part>(
  name: string,
  css: string,
  view: View<Props, Part>,
  model: Model,
  el: HTMLElement,
): () => void {
  const end = new AbortController();
  const frame = shell(name, css, el, end.signal);
  const read = <T>(key: string): T => unwrap(model.get(key)) as T;
  const number = (key: string): number => Number(model.get(key)) || 0;
  const current = (): Value<Part> => read<Value<Part>>("value");

  let props = read<Props>("props");
  let part = current().part;
  let isMoving = false;
  let sentPart: Part | undefined;
  let draw: Draw<Props, Part> = () => {};

  const outgoing = line<Part>(
    (message) => {
      sentPart = message.part;
      model.set("value", message);
      model.save_changes();
    },
    () => Math.max(number("ack"), current().n || 0),
  );
  const redraw = (): void => {
    if (isThere(props) && part !== null && part !== undefined)
      frame.attempt(() => draw(props, part, isMoving || outgoing.isWaiting()));
    frame.wait(outgoing.isWaiting());
  };
  const tell: Tell<Part> = (next, settled) => {
    part = next;
    isMoving = !settled;
    outgoing.send(next, settled);
    redraw();
  };

  const onProps = (): void => {
    props = read<Props>("props");
    redraw();
  };
  const onValue = (): void => {
    const value = current();
    const isOwn = value.n === outgoing.sent() && same(value.part, sentPart);
    const isOld = value.n === 0 && value.seen !== undefined && value.seen < outgoing.sent();
    // What the person is doing now is newer than what comes in; it will be sent, and answered.
    if (isOwn || isOld || isMoving || outgoing.hasUnsent()) return;
    part = value.part;
    redraw();
  };
  const onAck = (): void => {
    outgoing.acknowledge(number("ack"));
    redraw();
  };
  const onFault = (): void => frame.complain(read<Fault | null>("fault"));

  const hooks: [string, () => void][] = [
    ["change:props", onProps],
    ["change:value", onValue],
    ["change:ack", onAck],
    ["change:fault", onFault],
  ];
  frame.onRetry(() => outgoing.send(part, true));
  frame.attempt(() => {
    draw = view(frame.body, tell, end.signal);
  });
  for (const [event, callback] of hooks) model.on(event, callback);
  onFault();
  redraw();

  return () => {
    if (isMoving) outgoing.send(part, true);
    outgoing.close();
    for (const [event, callback] of hooks) model.off(event, callback);
    end.abort();
    frame.remove();
  };
}

/** Python may open a sheet before there is a study to show on it. */
const isThere = (props: unknown): boolean =>
  typeof props === "object" && props !== null && Object.keys(props).length > 0;

/** Plain objects and arrays, whatever the host's wire made of them (Bokeh may hand over maps and typed arrays). */
export function unwrap(value: unknown): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, item]) => [String(key), unwrap(item)]));
  if (Array.isArray(value)) return value.map(unwrap);
  if (ArrayBuffer.isView(value)) return value instanceof DataView ? value : Array.from(value as Float64Array);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unwrap(item)]));
  return value;
}

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
