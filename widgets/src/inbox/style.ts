/** The look of the inbox. */

export const CSS = `
[data-sheet="inbox"] {
  :is(.nof1-button, .nof1-input) { min-block-size: 44px; }
  .nof1-entries { display: grid; gap: 8px; }
  .nof1-drop { display: grid; gap: 12px; padding: 16px; border: 1.5px dashed var(--nof1-line); border-radius: 12px; }
  .nof1-drop[data-over] { border-color: var(--nof1-accent); background: var(--nof1-soft); }
  .nof1-paste { font-family: var(--jp-code-font-family, ui-monospace), ui-monospace, SFMono-Regular, Menlo, Consolas, monospace !important; font-size: 13px !important; resize: vertical; min-block-size: 112px !important; }
  .nof1-pick { display: inline-flex; align-items: center; }
  input[type="file"]:focus-visible + .nof1-pick { outline: 3px solid var(--nof1-accent); outline-offset: 2px; }
  .nof1-own > summary { padding-block: 12px !important; }
  .nof1-hand { display: grid; grid-template-columns: minmax(0, 2fr) repeat(3, minmax(0, 1fr)) auto; gap: 12px; align-items: end; padding: 4px 16px 16px; }
  .nof1-hand > .nof1-hint { grid-column: 1 / -1; }
  .nof1-trouble { padding: 12px 16px; border-radius: 8px; border-inline-start: 4px solid var(--nof1-bad); background: var(--nof1-soft); white-space: pre-line; overflow-wrap: anywhere; }
  .nof1-done { padding: 12px 16px; border-radius: 8px; border-inline-start: 4px solid var(--nof1-good); background: var(--nof1-soft); }
  .nof1-notes { padding-inline-start: 18px !important; }
  .nof1-review { max-block-size: 420px; overflow: auto; }
  .nof1-review thead th { position: sticky; inset-block-start: 0; background: var(--nof1-paper); z-index: 1; }
  .nof1-review td { overflow-wrap: break-word; max-inline-size: 34ch; }
  .nof1-review td:nth-child(2) { min-inline-size: 14ch; }
  .nof1-review .nof1-note { min-inline-size: 18ch; }
  .nof1-review tr:not([data-ok]) td { color: var(--nof1-muted); }
  .nof1-review tr:not([data-ok]) .nof1-note { color: var(--nof1-bad); }
  .nof1-tickbox { inline-size: 44px; min-block-size: 44px; }

  .nof1-candidates { container-type: inline-size; }
  .nof1-bar { position: sticky; inset-block-start: 0; z-index: 3; display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; justify-content: space-between; padding-block: 8px; background: var(--nof1-ground, var(--nof1-paper)); border-block-end: 1px solid var(--nof1-line); }
  .nof1-summary { font-weight: 600; flex: 1 1 260px; }
  .nof1-all { display: inline-flex; gap: 12px; align-items: center; min-block-size: 44px; cursor: pointer; }
  .nof1-found-list { list-style: none; display: grid; }
  .nof1-found { border-block-end: 1px solid var(--nof1-line); }
  .nof1-found-line { display: flex; align-items: stretch; }
  .nof1-found .nof1-tickbox { display: grid; place-items: center; cursor: pointer; flex: none; }
  .nof1-row-head { display: grid; grid-template-columns: 16px minmax(0, 1fr) minmax(0, 1.1fr) 168px; gap: 4px 12px; align-items: center; flex: 1; min-inline-size: 0; min-block-size: 48px; padding: 8px; border: 0; border-radius: 8px; background: transparent; text-align: start; cursor: pointer; }
  .nof1-row-head:hover { background: var(--nof1-soft); }
  .nof1-row-name { font-weight: 600; overflow-wrap: anywhere; }
  .nof1-found:not([data-ok]) .nof1-row-name { font-weight: 500; color: var(--nof1-muted); }
  .nof1-row-claim { overflow-wrap: anywhere; }
  .nof1-arrow path { fill: none; stroke: var(--nof1-muted); stroke-width: 1.8; }
  [aria-expanded="true"] .nof1-arrow { transform: rotate(90deg); }
  .nof1-found .nof1-chip { justify-self: end; white-space: nowrap; }
  .nof1-chip::before { content: "✓"; font-size: 11px; }
  .nof1-chip[data-tone="good"] { border-color: var(--nof1-good); color: var(--nof1-ink); }
  .nof1-chip[data-tone="good"]::before { color: var(--nof1-good); font-weight: 700; }
  .nof1-chip[data-tone="warn"]::before { content: "?"; font-weight: 700; }
  .nof1-chip[data-tone="guessed"]::before { content: "△"; }
  .nof1-chip[data-tone="bad"] { border-color: var(--nof1-bad); color: var(--nof1-bad); }
  .nof1-chip[data-tone="bad"]::before { content: "✕"; }

  .nof1-row-body { display: grid; gap: 12px; padding: 4px 0 24px 44px; }
  .nof1-columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 42%); gap: 16px 24px; align-items: start; }
  .nof1-source-place { grid-column: 2; grid-row: 1; position: sticky; inset-block-start: 68px; }
  .nof1-fields { grid-column: 1; grid-row: 1; display: grid; gap: 8px; min-inline-size: 0; }
  .nof1-parts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 190px), 1fr)); gap: 14px 16px; align-items: start; }
  .nof1-part { display: grid; gap: 4px; min-inline-size: 0; }
  .nof1-part[data-long] { grid-column: 1 / -1; }
  .nof1-part-head { display: flex; gap: 8px; justify-content: space-between; align-items: baseline; font-size: 12.5px; }
  .nof1-part-head label { color: var(--nof1-muted); font-weight: 550; }
  .nof1-part select { background: var(--nof1-paper); }
  .nof1-part textarea { resize: vertical; }
  .nof1-part:is([data-how="repaired"], [data-how="guessed"]) .nof1-input { border-color: var(--nof1-warn); }
  .nof1-part[data-how="guessed"] .nof1-input { border-style: dashed; }
  .nof1-part[data-how="edited"] .nof1-input { border-color: var(--nof1-accent); }
  .nof1-back { justify-self: start; padding-inline: 0 !important; font-size: 12.5px !important; }
  .nof1-how { display: inline-flex; gap: 5px; align-items: center; color: var(--nof1-muted); white-space: nowrap; }
  .nof1 .nof1-how-shape, .nof1-how-shape { inline-size: 12px !important; block-size: 12px; }
  .nof1-how-shape path { fill: none; stroke: currentColor; stroke-width: 1.6; }
  .nof1-how[data-kind="repaired"], .nof1-how[data-kind="guessed"] { color: var(--nof1-warn); font-weight: 600; }
  .nof1-how[data-kind="repaired"] path { fill: currentColor; }
  .nof1-how[data-kind="edited"] { color: var(--nof1-accent); font-weight: 600; }
  .nof1-absent > summary { padding-block: 12px !important; }

  .nof1-source { display: grid; gap: 6px; }
  .nof1-source .nof1-label { overflow-wrap: anywhere; }
  .nof1-page { position: relative; max-block-size: min(60vh, 460px); overflow: auto; padding: 12px; border: 1px solid var(--nof1-line); border-radius: 8px; background: var(--nof1-soft); white-space: pre-wrap; overflow-wrap: anywhere; font: 12.5px/1.6 var(--jp-code-font-family, ui-monospace), ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
  .nof1-cited { background: transparent; color: inherit; border-block-end: 2px dotted var(--nof1-muted); cursor: pointer; }
  .nof1-cited[data-mark] { background: color-mix(in srgb, var(--nof1-accent) 26%, transparent); border-block-end: 2px solid var(--nof1-accent); border-radius: 2px; }
  .nof1-unseen { color: var(--nof1-bad); font-weight: 600; border: 1px solid currentColor; border-radius: 3px; padding-inline: 2px; font-size: 11px; white-space: nowrap; }

  @container (max-width: 719px) {
    .nof1-bar { position: static; }
    .nof1-row-head { grid-template-columns: 16px minmax(0, 1fr) auto; }
    .nof1-row-claim { grid-column: 2 / -1; grid-row: 2; }
    .nof1-row-body { padding-inline-start: 0; }
    .nof1-columns { grid-template-columns: minmax(0, 1fr); }
    .nof1-source-place { grid-column: 1; grid-row: 1; inset-block-start: 0; z-index: 2; background: var(--nof1-ground, var(--nof1-paper)); padding-block-end: 8px; }
    .nof1-page { max-block-size: 132px; }
    .nof1-fields { grid-row: 2; }
  }
  .nof1-body[data-narrow] .nof1-hand { grid-template-columns: repeat(3, minmax(0, 1fr)); padding-inline: 0; }
  .nof1-body[data-narrow] .nof1-hand > :is(:first-child, button) { grid-column: 1 / -1; }
}
`;
