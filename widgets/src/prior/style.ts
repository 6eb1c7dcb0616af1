/** The look of the prior sheet. */

export const CSS = `
[data-sheet="prior"] {
  .nof1-head { justify-content: space-between; }
  .nof1-tabs { display: flex; flex-wrap: wrap; gap: 8px; }
  .nof1-tab { display: inline-flex; align-items: center; gap: 8px; min-block-size: 44px; padding: 6px 16px 6px 8px; border: 1px solid var(--nof1-line); border-radius: 10px; background: transparent; cursor: pointer; max-inline-size: 100%; }
  .nof1-tab[aria-selected="true"] { border-color: var(--nof1-accent); box-shadow: inset 0 0 0 1px var(--nof1-accent); font-weight: 650; }
  .nof1-panel { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
  .nof1-figure { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); }
  .nof1-tiles { display: grid; gap: 8px 24px; grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .nof1-tile { display: grid; gap: 4px; grid-template-rows: 1fr auto auto; min-inline-size: 0; }
  .nof1-tile-words { font-size: 12.5px; line-height: 1.35; color: var(--nof1-muted); font-weight: 550; }
  .nof1-shift { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 8px; line-height: 1.15; position: relative; }
  .nof1-before { color: var(--nof1-muted); font-size: 17px; }
  .nof1-arrow { color: var(--nof1-muted); font-size: 15px; }
  .nof1-after { font-size: 30px; font-weight: 650; letter-spacing: -0.02em; }
  .nof1-bar { position: relative; block-size: 6px; border-radius: 3px; background: color-mix(in srgb, var(--nof1-ink) 12%, transparent); }
  .nof1-fill { position: absolute; inset-block: 0; inset-inline-start: 0; border-radius: 3px; background: var(--nof1-muted); }
  .nof1-tile[data-chance="worthwhile"] .nof1-fill, .nof1-tile[data-chance="benefit"] .nof1-fill { background: var(--nof1-good); }
  .nof1-tile[data-chance="harm"] .nof1-fill { background: var(--nof1-bad); }
  .nof1-tick { position: absolute; inset-block: -4px; inline-size: 2px; margin-inline-start: -1px; background: var(--nof1-ink); border-radius: 1px; }
  .nof1-figure:not([data-days]) .nof1-tick { display: none; }
  .nof1-figure:not([data-days]) [data-legend="nof1-posterior"] { display: none; }
  .nof1-picture { touch-action: pan-y; }
  .nof1-zone-worthwhile { fill: var(--nof1-good); fill-opacity: 0.13; }
  .nof1-zone-trivial { fill: var(--nof1-ink); fill-opacity: 0.035; }
  .nof1-zone-harm { fill: var(--nof1-bad); fill-opacity: 0.09; }
  .nof1-hatch { stroke: var(--nof1-bad); stroke-width: 1.5; stroke-opacity: 0.22; }
  svg .nof1-zone-words { font-weight: 550; }
  .nof1-zero { stroke: var(--nof1-muted); stroke-width: 1; stroke-dasharray: 1 3; }
  .nof1-stated { fill: none; stroke: var(--nof1-muted); stroke-width: 1.25; stroke-dasharray: 1.5 3; }
  .nof1-prior-line { fill: none; stroke: var(--nof1-ink); stroke-width: 2; stroke-dasharray: 7 5; }
  .nof1-posterior { fill: var(--nof1-hue); stroke: var(--nof1-hue); fill-opacity: 0.24; stroke-width: 2.5; }
  .nof1-interval { stroke: var(--nof1-hue); stroke-width: 3; stroke-linecap: round; }
  .nof1-middle { fill: var(--nof1-hue); }
  .nof1-legend-item svg { inline-size: 28px; }
  .nof1-handle { cursor: ew-resize; touch-action: none; }
  .nof1-hit { fill: transparent; }
  .nof1-grip { fill: var(--nof1-paper); stroke: var(--nof1-ink); stroke-width: 2.25; }
  .nof1-handle[data-handle="mean"] .nof1-grip { fill: var(--nof1-ink); }
  .nof1-handle[data-outside] .nof1-grip { opacity: 0.45; }
  .nof1-handle:hover .nof1-grip, .nof1-handle[data-held] .nof1-grip { stroke: var(--nof1-accent); stroke-width: 3; }
  .nof1-handle[aria-disabled] { cursor: not-allowed; }
  .nof1-handle:focus-visible { outline: none; }
  .nof1-ring { fill: none; pointer-events: none; }
  .nof1-handle:focus-visible .nof1-ring { stroke: var(--nof1-accent); stroke-width: 3; fill: color-mix(in srgb, var(--nof1-accent) 14%, transparent); }
  .nof1-sentence { font-size: 15px; max-inline-size: 68ch; }
  .nof1-fields { display: grid; gap: 8px 24px; grid-template-columns: repeat(2, minmax(0, 200px)) minmax(0, 1fr); align-items: end; }
  .nof1-glyph svg { inline-size: 120px; }
  .nof1-step-line { stroke: var(--nof1-muted); stroke-width: 2; }
  .nof1-step-dot { fill: var(--nof1-ink); }
  .nof1-why { min-inline-size: 16ch; color: var(--nof1-muted); }
  .nof1-body[data-narrow] .nof1-tiles { gap: 8px 12px; }
  .nof1-body[data-narrow] .nof1-tile-words { font-size: 11.5px; }
  .nof1-body[data-narrow] .nof1-before { font-size: 14px; }
  .nof1-body[data-narrow] .nof1-shift { display: grid; }
  .nof1-body[data-narrow] .nof1-arrow { display: none; }
  .nof1-body[data-narrow] [data-waterfall] :is(th, td):nth-child(4) { display: none; }
  .nof1-body[data-narrow] .nof1-after { font-size: 23px; }
  .nof1-body[data-narrow] .nof1-fields { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .nof1-body[data-narrow] .nof1-fields > .nof1-row { grid-column: 1 / -1; }
}
`;
