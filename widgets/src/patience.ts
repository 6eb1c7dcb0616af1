/** Runs in a notebook's page before a plot is drawn: no line to a kernel is ever given up. */

import { bePatient, type PyViz } from "./lib/patience.ts";

const page = window as unknown as { PyViz?: PyViz & { plot_index?: object }; Bokeh?: { index: object } };

bePatient(page.PyViz, (plot) => plot in (page.Bokeh?.index ?? {}));
