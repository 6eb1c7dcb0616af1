/** The look of the diary sheet. */

export const CSS = `
[data-sheet="diary"] {
  .nof1-diary-chart { touch-action: pan-x pan-y; cursor: crosshair; }
  .nof1-bout { fill: var(--nof1-hue); fill-opacity: 0.06; }
  .nof1-hued[data-status="washout"] .nof1-bout { fill-opacity: 0.03; }
  .nof1-hued[data-status="run-in"] .nof1-bout { fill: none; }
  .nof1-hatch { stroke: var(--nof1-muted); stroke-width: 1; stroke-opacity: 0.4; }
  .nof1-head-bar { fill: var(--nof1-hue); }
  .nof1-hued[data-status="run-in"] .nof1-head-bar { fill: var(--nof1-line); }
  svg .nof1-head-text { font-weight: 650; fill: var(--nof1-ink); }
  svg .nof1-scale { paint-order: stroke; stroke: var(--nof1-paper); stroke-width: 5px; stroke-linejoin: round; pointer-events: none; }
  .nof1-band { fill: var(--nof1-hue); fill-opacity: 0.16; stroke: none; }
  .nof1-fit { fill: none; stroke: var(--nof1-hue); stroke-width: 2; }
  .nof1-gap { stroke: var(--nof1-muted); stroke-width: 1.5; fill: none; }
  .nof1-hit { fill: transparent; }
  .nof1-point { cursor: ns-resize; touch-action: none; }
  .nof1-dot { fill: var(--nof1-hue); stroke: var(--nof1-paper); stroke-width: 1.25; }
  .nof1-point:not([data-used]) .nof1-dot { fill: var(--nof1-paper); stroke: var(--nof1-hue); stroke-width: 1.75; }
  .nof1-point:hover .nof1-dot { stroke: var(--nof1-ink); }
  .nof1-cursor-bar { fill: var(--nof1-accent); fill-opacity: 0.1; }
  .nof1-cursor:focus-visible { outline: none; }
  .nof1-cursor:focus-visible .nof1-cursor-bar { stroke: var(--nof1-accent); stroke-width: 2; }
  .nof1-cursor-mark { fill: none; stroke: var(--nof1-accent); stroke-width: 2; stroke-dasharray: 2 2; }
  .nof1-about { font-size: 15px; min-block-size: 1.45em; }
  .nof1-form { display: grid; gap: 8px 16px; grid-template-columns: 96px minmax(120px, 200px) minmax(0, 1fr); align-items: end; }
  .nof1-form > :nth-child(4) { grid-column: 1 / -1; gap: 8px; }
  .nof1-legend-item svg { inline-size: 16px; }
  .nof1-body[data-narrow] .nof1-form { grid-template-columns: 88px minmax(0, 1fr); }
  .nof1-body[data-narrow] .nof1-form > :nth-child(n + 3) { grid-column: 1 / -1; }
}
`;
