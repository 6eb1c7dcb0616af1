/** The look of the schedule sheet. */

export const CSS = `
[data-sheet="schedule"] {
  .nof1-form { display: grid; gap: 16px 24px; grid-template-columns: repeat(4, minmax(0, 1fr)); align-items: start; }
  .nof1-form > :nth-child(1), .nof1-group { grid-column: span 2; }
  .nof1-form > :nth-last-child(-n + 2) { grid-column: span 2; }
  .nof1-group { border: 0; margin: 0; padding: 0; min-inline-size: 0; }
  .nof1-group legend { padding: 0; margin-block-end: 4px; }
  .nof1-checks { display: grid; gap: 0; }
  .nof1-check { display: flex; align-items: center; gap: 10px; min-block-size: 40px; cursor: pointer; overflow-wrap: anywhere; }
  .nof1-days { touch-action: pan-x pan-y; border-radius: 4px; }
  .nof1-day { fill: var(--nof1-hue); fill-opacity: 0.82; }
  .nof1-hued[data-status="washout"] .nof1-day { fill-opacity: 0.3; }
  .nof1-hued[data-status="run-in"] .nof1-day { fill: var(--nof1-muted); fill-opacity: 0.22; }
  .nof1-hatch { stroke: var(--nof1-ink); stroke-width: 1.5; stroke-opacity: 0.55; }
  svg .nof1-letter { fill: #ffffff; font-weight: 700; paint-order: stroke; stroke: rgb(0 0 0 / 45%); stroke-width: 2px; }
  .nof1-cursor { fill: none; stroke: var(--nof1-ink); stroke-width: 2; }
  .nof1-days-words { min-block-size: 1.45em; }
  .nof1-body[data-narrow] .nof1-form { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px; }
}
`;
