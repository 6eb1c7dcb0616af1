/** The look of the prior sheet. */

export const CSS = `
[data-sheet="prior"] {
  .nof1-head { justify-content: space-between; }
  .nof1-tabs { display: flex; flex-wrap: wrap; gap: 8px; }
  .nof1-tab { display: inline-flex; align-items: center; gap: 8px; min-block-size: 44px; padding: 6px 16px 6px 8px; border: 1px solid var(--nof1-line); border-radius: 10px; background: transparent; cursor: pointer; max-inline-size: 100%; }
  .nof1-tab[aria-selected="true"] { border-color: var(--nof1-accent); box-shadow: inset 0 0 0 1px var(--nof1-accent); font-weight: 650; }
  .nof1-panel { display: grid; gap: 20px; grid-template-columns: minmax(0, 1fr); }
  .nof1-figure { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); }
  .nof1-panel > .nof1-ways { border-block-start: 0; padding-block-start: 0; }
  .nof1-section { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); border-block-start: 1px solid var(--nof1-line); padding-block-start: 20px; }
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
  .nof1-figure:not([data-stated]) [data-legend="nof1-stated"] { display: none; }
  .nof1-unknown { padding: 12px 16px; border-radius: 10px; background: var(--nof1-soft); border-inline-start: 4px solid var(--nof1-muted); max-inline-size: 76ch; }
  .nof1-picture { touch-action: pan-y; }
  .nof1-zone-worthwhile { fill: var(--nof1-good); fill-opacity: 0.07; }
  .nof1-zone-trivial { fill: var(--nof1-ink); fill-opacity: 0.025; }
  .nof1-zone-harm { fill: var(--nof1-bad); fill-opacity: 0.07; }
  .nof1-area-worthwhile { fill: var(--nof1-good); fill-opacity: 0.34; }
  .nof1-area-trivial { fill: var(--nof1-ink); fill-opacity: 0.13; }
  .nof1-area-harm { fill: var(--nof1-bad); fill-opacity: 0.34; }
  .nof1-hatch { stroke: var(--nof1-bad); stroke-width: 2; stroke-opacity: 0.55; }
  svg .nof1-zone-words { font-weight: 550; }
  svg .nof1-zone-chance { font-size: 19px; font-weight: 680; fill: var(--nof1-ink); letter-spacing: -0.01em; }
  .nof1-zero { stroke: var(--nof1-muted); stroke-width: 1; stroke-dasharray: 1 3; }
  .nof1-benefit { stroke: var(--nof1-muted); stroke-width: 1.5; fill: none; }
  svg .nof1-benefit-words { font-size: 12.5px; font-weight: 550; fill: var(--nof1-ink); }
  .nof1-stated { fill: none; stroke: var(--nof1-muted); stroke-width: 1.25; stroke-dasharray: 1.5 3; }
  svg .nof1-stated-words { font-size: 11.5px; font-style: italic; }
  .nof1-prior-line { fill: none; stroke: var(--nof1-ink); stroke-width: 2; stroke-dasharray: 7 5; }
  .nof1-figure:not([data-days]) .nof1-prior-line { stroke-dasharray: none; }
  .nof1-posterior { fill: var(--nof1-hue); stroke: var(--nof1-hue); fill-opacity: 0.12; stroke-width: 2.5; }
  .nof1-interval { stroke: var(--nof1-hue); stroke-width: 3; stroke-linecap: round; }
  .nof1-middle { fill: var(--nof1-hue); }
  .nof1-spot { stroke: var(--nof1-accent); stroke-width: 1.5; stroke-dasharray: 4 3; }
  .nof1-legend-item svg { inline-size: 28px; }
  .nof1-handle { cursor: ew-resize; touch-action: none; }
  .nof1-hit { fill: transparent; }
  .nof1-grip { fill: var(--nof1-paper); stroke: var(--nof1-ink); stroke-width: 2.25; }
  .nof1-handle[data-handle="mean"] .nof1-grip { fill: var(--nof1-ink); }
  .nof1-handle[data-outside] .nof1-grip { opacity: 0.45; }
  .nof1-handle:hover .nof1-grip, .nof1-handle[data-held] .nof1-grip { stroke: var(--nof1-accent); stroke-width: 3; }
  .nof1-handle[aria-disabled] { cursor: not-allowed; }
  .nof1-handle:focus-visible, .nof1-bin:focus-visible { outline: none; }
  .nof1-ring { fill: none; pointer-events: none; }
  .nof1-handle:focus-visible .nof1-ring { stroke: var(--nof1-accent); stroke-width: 3; fill: color-mix(in srgb, var(--nof1-accent) 14%, transparent); }
  .nof1-glass { fill: transparent; cursor: pointer; touch-action: none; }
  .nof1-bin { pointer-events: none; }
  .nof1-bin-ring { fill: none; }
  .nof1-bin:focus-visible .nof1-bin-ring { stroke: var(--nof1-accent); stroke-width: 3; }
  .nof1-chip-piece { fill: var(--nof1-accent); fill-opacity: 0.5; stroke: var(--nof1-accent); stroke-width: 1; }
  .nof1-sentence { font-size: 15px; max-inline-size: 68ch; }
  .nof1-worth { display: grid; gap: 4px; padding: 12px 16px; border-radius: 10px; background: var(--nof1-soft); }
  .nof1-worth-words { font-size: 16px; }
  .nof1-worth-words strong { font-size: 22px; font-weight: 680; letter-spacing: -0.01em; white-space: nowrap; }
  .nof1-way { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); }
  .nof1-choices { display: flex; flex-wrap: wrap; gap: 6px; }
  .nof1-choice { min-block-size: 40px; padding: 6px 14px; border: 1px solid var(--nof1-line); border-radius: 8px; background: transparent; cursor: pointer; }
  .nof1-choice:hover:not(:disabled) { background: var(--nof1-soft); }
  .nof1-choice:is([aria-pressed="true"], [aria-selected="true"]) { border-color: var(--nof1-accent); box-shadow: inset 0 0 0 1px var(--nof1-accent); font-weight: 620; }
  .nof1-choice:disabled { opacity: 0.55; cursor: not-allowed; }
  .nof1-fields { display: grid; gap: 12px 24px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 220px)); align-items: end; }
  .nof1-quartiles { grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr)); }
  .nof1-named { display: grid; gap: 10px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 164px), 1fr)); }
  .nof1-card { display: grid; gap: 6px; align-content: start; text-align: start; padding: 10px 12px; border: 1px solid var(--nof1-line); border-radius: 10px; background: transparent; cursor: pointer; min-inline-size: 0; }
  .nof1-card:hover:not(:disabled) { background: var(--nof1-soft); }
  .nof1-card[aria-pressed="true"] { border-color: var(--nof1-accent); box-shadow: inset 0 0 0 1px var(--nof1-accent); }
  .nof1-card:disabled { opacity: 0.55; cursor: not-allowed; }
  .nof1-named-title { font-weight: 620; }
  .nof1-spark { fill: var(--nof1-hue); fill-opacity: 0.22; stroke: var(--nof1-hue); stroke-width: 1.75; vector-effect: non-scaling-stroke; }
  .nof1-spark-ghost { fill: none; stroke: var(--nof1-ink); stroke-width: 1.25; stroke-dasharray: 1.5 3; vector-effect: non-scaling-stroke; }
  .nof1-stages { list-style: none; display: grid; gap: 0; }
  .nof1-stage { display: grid; gap: 4px 20px; grid-template-columns: minmax(0, 1fr) 196px 220px; padding-block: 12px; border-block-end: 1px solid var(--nof1-line); }
  .nof1-stage:last-child { border-block-end: 0; }
  .nof1-stage > * { grid-column: 1; }
  .nof1-stage > .nof1-stage-dial { grid-column: 2; grid-row: 1 / span 3; align-self: start; }
  .nof1-stage > .nof1-stage-curve { grid-column: 3; grid-row: 1 / span 3; align-self: start; }
  .nof1-stage > .nof1-likeness { grid-column: 1 / span 2; }
  .nof1-stage-head { display: flex; align-items: center; gap: 10px; min-block-size: 28px; }
  .nof1-stage-title { font-weight: 620; }
  .nof1-stage-numbers { font-size: 13px; }
  .nof1-stage[data-on="false"] :is(.nof1-stage-title, .nof1-stage-numbers, .nof1-stage-curve) { opacity: 0.5; }
  .nof1-switch { flex: none; position: relative; inline-size: 40px; block-size: 24px; border-radius: 12px; border: 1.5px solid var(--nof1-muted); background: transparent; cursor: pointer; padding: 0; }
  .nof1-switch::before { content: ""; position: absolute; inset-block-start: 3px; inset-inline-start: 3px; inline-size: 15px; block-size: 15px; border-radius: 50%; background: var(--nof1-muted); }
  .nof1-switch[aria-checked="true"] { background: var(--nof1-accent); border-color: var(--nof1-accent); }
  .nof1-switch[aria-checked="true"]::before { inset-inline-start: 19px; background: var(--nof1-on-accent); }
  .nof1-switch:disabled { opacity: 0.5; cursor: not-allowed; }
  .nof1-question { border: 0; margin: 0; padding: 0; display: grid; gap: 6px; min-inline-size: 0; }
  .nof1-question legend { padding: 0; font-weight: 550; margin-block-end: 6px; }
  .nof1-radio { display: inline-flex; align-items: center; gap: 8px; min-block-size: 40px; padding: 6px 14px 6px 10px; border: 1px solid var(--nof1-line); border-radius: 8px; cursor: pointer; }
  .nof1-radio:has(:checked) { border-color: var(--nof1-accent); box-shadow: inset 0 0 0 1px var(--nof1-accent); font-weight: 620; }
  .nof1-radio:has(:focus-visible) { outline: 3px solid var(--nof1-accent); outline-offset: 2px; }
  input[type="radio"] { inline-size: 18px; block-size: 18px; margin: 0; accent-color: var(--nof1-accent); }
  .nof1-likeness { display: grid; gap: 8px; }
  .nof1-other-way { display: grid; gap: 6px; padding-block: 8px; }
  .nof1-other-way h4 { margin: 0; font-size: 13px; font-weight: 620; }
  .nof1-ethics { padding: 10px 16px; border-radius: 8px; border-inline-start: 4px solid var(--nof1-good); background: var(--nof1-soft); max-inline-size: 76ch; }
  .nof1-why { max-inline-size: 68ch; }
  .nof1-reason { display: grid; gap: 8px; max-inline-size: 560px; order: 1; }
  .nof1-reason[data-needed] { order: -1; max-inline-size: none; padding: 12px 16px; border-radius: 10px; background: var(--nof1-soft); border-inline-start: 4px solid var(--nof1-warn); }
  .nof1-panel > .nof1-table { order: 2; }
  .nof1-body[data-narrow] .nof1-tiles { gap: 8px 12px; }
  .nof1-body[data-narrow] .nof1-tile-words { font-size: 11.5px; }
  .nof1-body[data-narrow] .nof1-before { font-size: 14px; }
  .nof1-body[data-narrow] .nof1-shift { display: grid; }
  .nof1-body[data-narrow] .nof1-arrow { display: none; }
  .nof1-body[data-narrow] .nof1-after { font-size: 23px; }
  .nof1-body[data-narrow] .nof1-stage { grid-template-columns: minmax(0, 1fr); }
  .nof1-body[data-narrow] .nof1-stage > :is(.nof1-stage-curve, .nof1-stage-dial, .nof1-likeness) { grid-column: 1; grid-row: auto; }
  .nof1-body[data-narrow] .nof1-stage > .nof1-stage-curve { grid-row: 2; }
  .nof1-body[data-narrow] .nof1-named { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
`;
