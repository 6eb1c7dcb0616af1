/** The look that all sheets share. Inks follow the page; every rule is under `.nof1`. */

export const STYLE = `
.nof1 {
  --nof1-ink: #1b2330; --nof1-muted: #566072; --nof1-line: #d5dae3; --nof1-soft: #f4f6f9; --nof1-paper: #ffffff;
  --nof1-accent: #1f5fbf; --nof1-on-accent: #ffffff; --nof1-good: #009e73; --nof1-bad: #d55e00; --nof1-warn: #8a5a00;
  /* Room for focus rings, which notebook cells would cut off. */
  padding: 4px;
  box-sizing: border-box; inline-size: 100%; max-inline-size: 960px; min-inline-size: min(100%, 280px);
  color: var(--nof1-ink); color-scheme: light; text-align: start;
  font: 400 14px/1.45 var(--jp-ui-font-family, system-ui), system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums;
}
.nof1[data-theme="dark"] {
  --nof1-ink: #e8ebf1; --nof1-muted: #a9b2c2; --nof1-line: #414a5a; --nof1-soft: rgb(255 255 255 / 5%); --nof1-paper: #1c212b;
  --nof1-accent: #86b4ff; --nof1-on-accent: #0c1524; --nof1-good: #35c99c; --nof1-bad: #ff9452; --nof1-warn: #f0c060;
  color-scheme: dark;
}
.nof1-hued { --nof1-hue: var(--nof1-arm); }
.nof1[data-theme="dark"] .nof1-hued { --nof1-hue: color-mix(in srgb, var(--nof1-arm) 62%, white); }
.nof1 *, .nof1 *::before { box-sizing: border-box; }
.nof1 [hidden] { display: none !important; }
.nof1 p, .nof1 h2, .nof1 h3, .nof1 dl, .nof1 ul, .nof1 ol, .nof1 figure { margin: 0; padding: 0; }
.nof1 h2 { font-size: 20px; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; }
.nof1 h3 { font-size: 15px; line-height: 1.35; font-weight: 650; }
.nof1-body { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
.nof1-muted { color: var(--nof1-muted); }
.nof1-small { font-size: 12.5px; }
.nof1 svg { display: block; inline-size: 100%; overflow: visible; user-select: none; -webkit-user-select: none; }
.nof1 svg text { fill: var(--nof1-muted); font-size: 12px; font-family: inherit; }
.nof1 svg .nof1-axis { stroke: var(--nof1-line); stroke-width: 1; }
:where(.nof1) :where(button, input, textarea, select) { font: inherit; color: inherit; }
.nof1 .nof1-button {
  min-block-size: 40px; padding: 8px 16px; border-radius: 8px; border: 1px solid var(--nof1-line);
  background: transparent; cursor: pointer; font-weight: 500; line-height: 1.3;
}
.nof1 .nof1-button:hover:not(:disabled) { background: var(--nof1-soft); border-color: var(--nof1-muted); }
.nof1 .nof1-button:disabled { opacity: 0.5; cursor: not-allowed; }
.nof1 .nof1-button.nof1-main { background: var(--nof1-accent); border-color: var(--nof1-accent); color: var(--nof1-on-accent); }
.nof1 .nof1-button.nof1-main:hover:not(:disabled) { background: var(--nof1-accent); filter: brightness(1.08); }
.nof1 .nof1-button.nof1-plain { border-color: transparent; padding-inline: 8px; color: var(--nof1-accent); }
.nof1 :focus { outline: none; }
.nof1 :is(button, input, textarea, select, summary, [role="tab"], [tabindex]):focus-visible { outline: 3px solid var(--nof1-accent); outline-offset: 2px; }
.nof1-field { display: grid; gap: 4px; align-content: start; min-inline-size: 0; }
.nof1-field > label, .nof1-label { font-size: 12.5px; color: var(--nof1-muted); font-weight: 550; }
.nof1-entry { display: flex; align-items: center; gap: 8px; }
.nof1 .nof1-input {
  inline-size: 100%; min-inline-size: 0; min-block-size: 40px; padding: 8px 10px; border-radius: 8px;
  border: 1px solid var(--nof1-line); background: var(--nof1-paper);
}
.nof1 .nof1-input:read-only { background: var(--nof1-soft); }
.nof1 .nof1-input[aria-invalid="true"] { border-color: var(--nof1-bad); border-width: 2px; }
.nof1-unit:empty { display: none; }
.nof1-unit { color: var(--nof1-muted); white-space: nowrap; }
.nof1-hint { color: var(--nof1-bad); font-size: 12.5px; }
.nof1-row { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; }
.nof1-notice {
  display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between; margin-block-end: 16px;
  padding: 12px 16px; border-radius: 8px; border: 1px solid var(--nof1-line); border-inline-start: 4px solid var(--nof1-muted); background: var(--nof1-soft);
}
.nof1-fault { border-inline-start-color: var(--nof1-bad); }
.nof1-fault [data-line="wrong"] { font-weight: 650; }
.nof1-scroll { overflow-x: auto; }
.nof1 table { border-collapse: collapse; inline-size: 100%; font-size: 13px; }
.nof1 :is(th, td) { text-align: start; padding: 6px 12px 6px 0; border-block-end: 1px solid var(--nof1-line); vertical-align: baseline; }
.nof1 th { font-weight: 550; color: var(--nof1-muted); font-size: 12.5px; }
.nof1 .nof1-number { text-align: end; white-space: nowrap; }
.nof1 caption { text-align: start; color: var(--nof1-muted); padding-block-end: 4px; }
.nof1 details > summary { cursor: pointer; color: var(--nof1-muted); padding-block: 6px; border-radius: 4px; inline-size: fit-content; }
.nof1 details[open] > summary { margin-block-end: 4px; }
.nof1-hidden-text { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.nof1-swatch { flex: none; inline-size: 24px; block-size: 24px; border-radius: 6px; color: #ffffff; display: inline-grid; place-items: center; font-size: 12px; font-weight: 700; text-shadow: 0 0 2px rgb(0 0 0 / 60%); }
.nof1-legend { gap: 4px 20px; }
.nof1-legend-item { display: inline-flex; gap: 8px; align-items: center; }
.nof1-warnings { display: grid; gap: 4px; list-style: none; padding: 12px 16px !important; border-radius: 8px; border-inline-start: 4px solid var(--nof1-warn); background: var(--nof1-soft); }
.nof1 input[type="checkbox"] { flex: none; inline-size: 20px; block-size: 20px; margin: 0; accent-color: var(--nof1-accent); vertical-align: middle; }
.nof1-chip { display: inline-flex; align-items: center; gap: 6px; padding: 2px 10px; border-radius: 999px; border: 1px solid var(--nof1-line); font-size: 12.5px; color: var(--nof1-muted); }
.nof1-chip[data-tone="warn"] { border-color: var(--nof1-warn); color: var(--nof1-warn); }
@media (prefers-reduced-motion: no-preference) { .nof1 .nof1-button { transition: background-color 120ms, border-color 120ms; } }
@media (forced-colors: active) { .nof1 svg { forced-color-adjust: auto; } }
`;
