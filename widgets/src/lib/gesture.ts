/** Fingers, mice and keys. Whatever goes wrong in a listener is shown by the shell. */

/** Listens until the sheet is closed. */
export function listen<E extends Event>(
  target: EventTarget,
  type: string,
  act: (event: E) => void,
  signal: AbortSignal,
): void {
  const safely = (event: Event): void => {
    try {
      act(event as E);
    } catch (error) {
      target.dispatchEvent(new CustomEvent("nof1-broken", { bubbles: true, composed: true, detail: error }));
    }
  };
  target.addEventListener(type, safely, { signal });
}

const isSave = (event: Event): boolean =>
  event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";

/** Keeps keys inside a field: JupyterLab would take "dd" for "delete the cell". Saving stays the host's. */
export function keepKeys(target: EventTarget, signal: AbortSignal): void {
  const keep = (event: Event): void => {
    if (!isSave(event)) event.stopPropagation();
  };
  for (const type of ["keydown", "keyup", "keypress", "paste"])
    target.addEventListener(type, keep, { signal });
}

/** Keeps bare keys inside the sheet, whatever has the focus; Tab and everything with Ctrl, Alt or Cmd go on. */
export function keepBareKeys(target: EventTarget, signal: AbortSignal): void {
  const keep = (event: Event): void => {
    const { ctrlKey, metaKey, altKey, key } = event as KeyboardEvent;
    if (!ctrlKey && !metaKey && !altKey && key !== "Tab") event.stopPropagation();
  };
  target.addEventListener("keydown", keep, { signal });
}

export interface Spot {
  readonly x: number;
  readonly y: number;
  /** A finger may turn out to scroll the page; a mouse means what it does at once. */
  readonly isTouch: boolean;
}

export interface Drag {
  /** False when there is nothing to take hold of here. */
  start(spot: Spot): boolean;
  move(spot: Spot): void;
  end(hasMoved: boolean): void;
  cancel(): void;
}

const SLACK = 3;

/** One finger or the main button takes hold of `target`; places are in pixels of `frame`. At most one move a frame. */
export function drag(target: Element, frame: Element, act: Drag, signal: AbortSignal): void {
  let finger: number | null = null;
  let from: Spot = { x: 0, y: 0, isTouch: false };
  let latest: Spot | null = null;
  let hasMoved = false;
  let ticket = 0;

  const spotOf = (event: PointerEvent): Spot => {
    const box = frame.getBoundingClientRect();
    return {
      x: event.clientX - box.left,
      y: event.clientY - box.top,
      isTouch: event.pointerType === "touch",
    };
  };
  const flush = (): void => {
    cancelAnimationFrame(ticket);
    ticket = 0;
    const spot = latest;
    latest = null;
    if (spot) act.move(spot);
  };
  const stop = (): void => {
    finger = null;
    latest = null;
    cancelAnimationFrame(ticket);
    ticket = 0;
  };
  const onDown = (event: PointerEvent): void => {
    if (finger !== null || event.button !== 0) return;
    from = spotOf(event);
    if (!act.start(from)) return;
    event.preventDefault();
    event.stopPropagation();
    finger = event.pointerId;
    hasMoved = false;
    target.setPointerCapture?.(event.pointerId);
    if (target instanceof HTMLElement || target instanceof SVGElement) target.focus({ preventScroll: true });
  };
  const onMove = (event: PointerEvent): void => {
    if (event.pointerId !== finger) return;
    const spot = spotOf(event);
    hasMoved ||= Math.hypot(spot.x - from.x, spot.y - from.y) > SLACK;
    if (!hasMoved) return;
    latest = spot;
    if (ticket === 0) ticket = requestAnimationFrame(() => guarded(flush));
  };
  const onUp = (event: PointerEvent): void => {
    if (event.pointerId !== finger) return;
    flush();
    stop();
    act.end(hasMoved);
  };
  const onCancel = (event: PointerEvent): void => {
    if (event.pointerId !== finger) return;
    stop();
    act.cancel();
  };
  const guarded = (action: () => void): void => {
    try {
      action();
    } catch (error) {
      target.dispatchEvent(new CustomEvent("nof1-broken", { bubbles: true, composed: true, detail: error }));
    }
  };
  listen(target, "pointerdown", onDown, signal);
  listen(target, "pointermove", onMove, signal);
  listen(target, "pointerup", onUp, signal);
  listen(target, "pointercancel", onCancel, signal);
  listen<KeyboardEvent>(
    target,
    "keydown",
    (event) => {
      if (event.key !== "Escape" || finger === null) return;
      event.preventDefault();
      event.stopPropagation();
      stop();
      act.cancel();
    },
    signal,
  );
  signal.addEventListener("abort", stop);
}

/** How many steps a key asks for: arrows 1, with Shift 10, Page keys 10; null for any other key. */
export function stepsOf(event: KeyboardEvent): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const sign: Record<string, number> = {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: 10,
    PageDown: -10,
  };
  const steps = sign[event.key];
  return steps === undefined ? null : steps * (event.shiftKey && Math.abs(steps) === 1 ? 10 : 1);
}

const QUIET = 400;

/** Calls `act` once it has been quiet for a moment, or at once when asked: many key presses are one gesture. */
export function afterQuiet(act: () => void, signal: AbortSignal): { poke(): void; now(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    act();
  };
  signal.addEventListener("abort", () => clearTimeout(timer));
  return {
    poke() {
      clearTimeout(timer);
      timer = setTimeout(now, QUIET);
    },
    now,
  };
}
