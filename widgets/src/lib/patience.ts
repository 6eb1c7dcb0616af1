/** The way from a page to its kernel. Panel looks for a kernel for 2.5 seconds and then never again; this goes on. */

type Hear = (message: unknown) => void;

/** A line to the kernel, as JupyterLab's extension for Panel hands it out; not active while there is no kernel. */
export interface Line {
  onMsg?: Hear;
  open?(): void;
  send(...said: unknown[]): void;
  connected: boolean;
  active: boolean;
}

export interface Manager {
  register_target(plot: string, target: string, hear: Hear): void;
  get_client_comm(plot: string, target: string, hear?: Hear): unknown;
  isPatient?: boolean;
}

/** What the extension puts into the window. */
export interface PyViz {
  readonly kernels: Readonly<Record<string, { connectToComm(target: string): Line } | undefined>>;
  readonly comms: Record<string, unknown>;
  readonly comm_manager?: Manager;
}

const LOOK = 50;
const SEARCH = 3000; // the extension's own search is over after 2.5 s

/** Opens each line once the kernel is found and the plot is drawn: an answer before that would be thrown away. */
export function bePatient(pyviz: PyViz | undefined, isDrawn: (plot: string) => boolean): void {
  const manager = pyviz?.comm_manager;
  if (!manager || manager.isPatient) return;
  manager.isPatient = true;
  const register = manager.register_target.bind(manager);
  const connect = manager.get_client_comm.bind(manager);
  const registerAgain = new Map<string, () => void>();
  manager.register_target = (plot, target, hear) => {
    registerAgain.set(plot, () => register(plot, target, hear));
    register(plot, target, hear);
  };
  manager.get_client_comm = (plot, target, hear) => {
    if (!pyviz.kernels[plot] || target in pyviz.comms) return connect(plot, target, hear);
    const found = line(
      () => pyviz.kernels[plot]?.connectToComm(target),
      () => isDrawn(plot),
      () => registerAgain.get(plot)?.(),
      hear,
    );
    pyviz.comms[target] = found;
    return found;
  };
}

/** A line that keeps what is said until it is open. */
function line(
  search: () => Line | undefined,
  isDrawn: () => boolean,
  beforeOpening: () => void,
  hear: Hear | undefined,
): Line {
  const kept: unknown[][] = [];
  let real: Line | undefined;
  const look = (found: Line, since: number): void => {
    if (found.active && isDrawn()) open(found);
    else if (!found.active && Date.now() - since > SEARCH) seek();
    else setTimeout(() => look(found, since), LOOK);
  };
  const open = (found: Line): void => {
    beforeOpening();
    found.open?.();
    real = found;
    self.connected = true;
    for (const said of kept.splice(0)) found.send(...said);
  };
  const seek = (): void => {
    const found = search();
    if (!found) return; // the plot is gone
    if (hear) found.onMsg = hear;
    look(found, Date.now());
  };
  const self: Line = {
    connected: false,
    active: true,
    send: (...said) => {
      if (real) real.send(...said);
      else kept.push(said);
    },
  };
  seek();
  return self;
}
