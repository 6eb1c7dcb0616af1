/** The line to Python: one message in flight, the latest wins, no finished gesture is overtaken by a moving one. */

export interface Message<Part> {
  readonly n: number;
  readonly part: Part;
  readonly settled: boolean;
}

export interface Line<Part> {
  /** Puts a message on the line; it leaves when the one before is acknowledged, or has been given up. */
  send(part: Part, settled: boolean): void;
  /** Python has dealt with everything up to n. */
  acknowledge(n: number): void;
  /** What this side sent last: nothing yet is 0. */
  sent(): number;
  isWaiting(): boolean;
  hasUnsent(): boolean;
  /** Sends what is still here, without waiting any more. */
  close(): void;
}

const PATIENCE = 1000;

export function line<Part>(post: (message: Message<Part>) => void, floor: () => number): Line<Part> {
  let last = 0;
  let done = 0;
  let isBusy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let queue: Omit<Message<Part>, "n">[] = [];

  const next = (): void => {
    const message = queue[0];
    if (isBusy || message === undefined) return;
    queue = queue.slice(1);
    isBusy = true;
    // A page that was reloaded, or a second view on the same widget, must not reuse a number.
    last = Math.max(last, floor()) + 1;
    timer = setTimeout(release, PATIENCE);
    post({ n: last, ...message });
  };
  const release = (): void => {
    clearTimeout(timer);
    isBusy = false;
    next();
  };

  return {
    send(part, settled) {
      queue = [...(settled ? [] : queue.filter((message) => message.settled)), { part, settled }];
      next();
    },
    acknowledge(n) {
      done = Math.max(done, n);
      if (isBusy && n >= last) release();
    },
    sent: () => last,
    isWaiting: () => done < last || queue.length > 0,
    hasUnsent: () => queue.length > 0,
    close() {
      const message = queue.at(-1);
      clearTimeout(timer);
      queue = [];
      if (message) post({ n: Math.max(last, floor()) + 1, ...message });
    },
  };
}
