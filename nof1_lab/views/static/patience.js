// src/lib/patience.ts
var LOOK = 50;
var SEARCH = 3e3;
function bePatient(pyviz, isDrawn) {
  const manager = pyviz?.comm_manager;
  if (!manager || manager.isPatient) return;
  manager.isPatient = true;
  const register = manager.register_target.bind(manager);
  const connect = manager.get_client_comm.bind(manager);
  const registerAgain = /* @__PURE__ */ new Map();
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
      hear
    );
    pyviz.comms[target] = found;
    return found;
  };
}
function line(search, isDrawn, beforeOpening, hear) {
  const kept = [];
  let real;
  const look = (found, since) => {
    if (found.active && isDrawn()) open(found);
    else if (!found.active && Date.now() - since > SEARCH) seek();
    else setTimeout(() => look(found, since), LOOK);
  };
  const open = (found) => {
    beforeOpening();
    found.open?.();
    real = found;
    self.connected = true;
    for (const said of kept.splice(0)) found.send(...said);
  };
  const seek = () => {
    const found = search();
    if (!found) return;
    if (hear) found.onMsg = hear;
    look(found, Date.now());
  };
  const self = {
    connected: false,
    active: true,
    send: (...said) => {
      if (real) real.send(...said);
      else kept.push(said);
    }
  };
  seek();
  return self;
}

// src/patience.ts
var page = window;
bePatient(page.PyViz, (plot) => plot in (page.Bokeh?.index ?? {}));
