/** A page that looks for its kernel does not give up, and says nothing before it can hear an answer. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { bePatient, type Line, type PyViz } from "../src/lib/patience.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** The extension's half: its search for a kernel is over after 2.5 s, whether or not it found one. */
function host() {
  const said: string[] = [];
  const state = { hasKernel: false, isDrawn: true };
  const connectToComm = (target: string): Line => {
    const line: Line = {
      connected: false,
      active: state.hasKernel,
      open: () => void said.push(`open ${target}`),
      send: (words) => void said.push(String(words)),
    };
    for (const after of [500, 1000, 1500, 2000, 2500])
      setTimeout(() => {
        line.active ||= state.hasKernel;
      }, after);
    return line;
  };
  const pyviz: PyViz = {
    kernels: { plot: { connectToComm } },
    comms: {},
    comm_manager: {
      register_target: (_, target) => void said.push(`register ${target}`),
      get_client_comm: () => "not ours",
    },
  };
  const open = (): Line => {
    bePatient(pyviz, () => state.isDrawn);
    pyviz.comm_manager?.register_target("plot", "down", () => undefined);
    return pyviz.comm_manager?.get_client_comm("plot", "up", () => undefined) as Line;
  };
  return { said, state, pyviz, open };
}

test("a line opens at once when all is there", () => {
  const { said, state, open } = host();
  state.hasKernel = true;
  open().send("first");
  expect(said).toEqual(["register down", "register down", "open up", "first"]);
});

test("a kernel that is found late is found, and hears what was said in the order in which it was said", () => {
  const { said, state, open } = host();
  const line = open();
  line.send("first");
  vi.advanceTimersByTime(60_000);
  line.send("second");
  expect(said).toEqual(["register down"]);
  state.hasKernel = true;
  vi.advanceTimersByTime(1000);
  line.send("third");
  expect(said).toEqual(["register down", "register down", "open up", "first", "second", "third"]);
  expect(line.connected).toBe(true);
});

test("no line opens before its plot is drawn: the plot could not hear the answer", () => {
  const { said, state, open } = host();
  Object.assign(state, { hasKernel: true, isDrawn: false });
  open().send("first");
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual(["register down"]);
  state.isDrawn = true;
  vi.advanceTimersByTime(100);
  expect(said.slice(1)).toEqual(["register down", "open up", "first"]);
});

test("a plot that the extension does not know is left to Panel", () => {
  const { pyviz, open } = host();
  open();
  expect(pyviz.comm_manager?.get_client_comm("another", "up")).toBe("not ours");
  expect(() => bePatient(undefined, () => true)).not.toThrow();
});

test("being patient twice is being patient once", () => {
  const { said, state, pyviz, open } = host();
  state.hasKernel = true;
  bePatient(pyviz, () => true);
  open();
  expect(said).toEqual(["register down", "register down", "open up"]);
});
