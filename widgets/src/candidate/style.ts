/** The look of the candidate sheet. */

export const CSS = `
[data-sheet="candidate"] {
  --nof1-columns: minmax(0, 1fr) clamp(240px, 42%, 420px) 208px;
  :is(.nof1-button, .nof1-input) { min-block-size: 44px; }
  .nof1-empty { padding: 24px; border: 1.5px dashed var(--nof1-line); border-radius: 12px; color: var(--nof1-muted); text-align: center; }
  .nof1-tools { display: grid; grid-template-columns: minmax(0, 240px) minmax(0, 240px) 1fr; gap: 8px 16px; align-items: end; }
  .nof1-tools > p { align-self: end; padding-block-end: 12px; }
  .nof1-tools > p:last-child { grid-column: 1 / -1; padding: 0; }
  .nof1-axis-row { display: grid; grid-template-columns: var(--nof1-columns); gap: 24px; position: sticky; inset-block-start: 0; z-index: 2; background: var(--nof1-ground, var(--nof1-paper)); padding-block-start: 4px; }
  .nof1-axis-row svg { grid-column: 2; }
  .nof1-way { font-weight: 600; }
  .nof1-cards { list-style: none; display: grid; border-block-start: 1px solid var(--nof1-line); margin-block-start: -16px !important; }
  .nof1-card { display: grid; grid-template-columns: var(--nof1-columns); gap: 4px 24px; align-items: center; padding-block: 12px 4px; border-block-end: 1px solid var(--nof1-line); position: relative; }
  .nof1-card[data-is-chosen]::before { content: ""; position: absolute; inset-block: 10px; inset-inline-start: -10px; inline-size: 3px; border-radius: 2px; background: var(--nof1-accent); }
  .nof1-card .nof1-name { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; min-inline-size: 0; }
  .nof1-card h3 { overflow-wrap: anywhere; min-inline-size: 0; flex: 1 1 0; min-inline-size: 8ch; }
  .nof1-rank { font-size: 22px; font-weight: 300; color: var(--nof1-muted); min-inline-size: 1.2ch; }
  .nof1-picture { position: relative; align-self: stretch; display: grid; align-items: center; }
  .nof1-unsaid { position: absolute; inset: 0; display: grid; place-items: center; text-align: center; font-size: 12.5px; font-style: italic; padding-inline: 12px; line-height: 1.3; }
  .nof1-card:not([data-known]) .nof1-picture { min-block-size: 60px; display: grid; align-items: center; }
  .nof1-card:not([data-known]) .nof1-forest { visibility: hidden; }
  .nof1-chances { display: grid; gap: 2px; }
  .nof1-chance { display: grid; grid-template-columns: 76px 1fr; gap: 8px; align-items: center; font-size: 12.5px; }
  .nof1-chance dt { color: var(--nof1-muted); }
  .nof1-chance dd { margin: 0; display: grid; grid-template-columns: 1fr 40px; gap: 8px; align-items: center; }
  .nof1-card:not([data-known]) .nof1-track { visibility: hidden; }
  .nof1-tools select { background: var(--nof1-paper); }
  .nof1-track { block-size: 6px; border-radius: 3px; background: color-mix(in srgb, var(--nof1-muted) 22%, transparent); overflow: hidden; }
  .nof1-fill { display: block; block-size: 100%; background: var(--nof1-accent); border-radius: 3px; }
  .nof1-p { font-weight: 650; font-size: 14px; text-align: end; }
  .nof1-why { grid-column: 1 / 3; color: var(--nof1-muted); white-space: pre-line; overflow-wrap: anywhere; max-inline-size: 72ch; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; padding-inline-start: calc(1.2ch + 22px); }
  .nof1-acts { grid-column: 3; display: flex; gap: 4px; align-items: center; justify-content: space-between; }
  .nof1-choose { display: inline-flex; align-items: center; gap: 8px; padding-inline: 12px !important; white-space: nowrap; }
  .nof1-tick { inline-size: 16px; block-size: 16px; border: 1.5px solid currentColor; border-radius: 4px; display: inline-grid; place-items: center; font-size: 12px; font-weight: 700; line-height: 1; }
  .nof1-choose[aria-pressed="true"] { background: color-mix(in srgb, var(--nof1-accent) 14%, transparent); border-color: var(--nof1-accent); color: var(--nof1-accent); }
  .nof1-more { grid-column: 1 / -1; }
  .nof1-more > summary { padding: 12px 0 12px calc(1.2ch + 22px) !important; font-size: 12.5px; }
  .nof1-detail { display: grid; gap: 12px; padding: 4px 0 16px calc(1.2ch + 22px); }
  .nof1-detail h4 { margin: 0; font-size: 13px; font-weight: 650; }
  .nof1-said-parts { display: grid; grid-template-columns: minmax(140px, 240px) minmax(0, 1fr); font-size: 13px; }
  .nof1-said-parts :is(dt, dd) { margin: 0; padding-block: 6px; border-block-end: 1px solid var(--nof1-line); }
  .nof1-said-parts dt { color: var(--nof1-muted); display: flex; flex-wrap: wrap; gap: 2px 10px; justify-content: space-between; align-items: baseline; }
  .nof1-said-parts dd { display: flex; flex-wrap: wrap; gap: 2px 14px; align-items: baseline; overflow-wrap: anywhere; padding-inline-start: 20px; }
  .nof1-said-parts dd > * { min-inline-size: 0; }
  .nof1-said-text { white-space: pre-line; }
  .nof1-quote { font: 12px/1.5 var(--jp-code-font-family, ui-monospace), ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; color: var(--nof1-muted); quotes: "“" "”"; white-space: pre-wrap; }
  .nof1-how { display: inline-flex; gap: 5px; align-items: center; white-space: nowrap; font-size: 12px; }
  .nof1-how-shape { inline-size: 12px !important; block-size: 12px; }
  .nof1-how-shape path { fill: none; stroke: currentColor; stroke-width: 1.6; }
  .nof1-how[data-kind="repaired"], .nof1-how[data-kind="guessed"] { color: var(--nof1-warn); }
  .nof1-how[data-kind="edited"] { color: var(--nof1-accent); }
  .nof1-way-down { padding-inline-start: 20px !important; display: grid; gap: 6px; font-size: 13px; max-inline-size: 76ch; }
  .nof1-sample svg { inline-size: 28px; }
  .nof1-zone-sample { inline-size: 20px; block-size: 14px; background: var(--nof1-good); opacity: 0.22; border-radius: 3px; }
  .nof1-zone-worthwhile { fill: var(--nof1-good); fill-opacity: 0.13; }
  .nof1-grid { stroke: var(--nof1-line); stroke-opacity: 0.6; fill: none; }
  .nof1-zero { stroke: var(--nof1-muted); stroke-width: 1.2; }
  .nof1-said { stroke: var(--nof1-ink); stroke-width: 1.4; fill: none; }
  .nof1-dot { fill: var(--nof1-ink); }
  .nof1-person { stroke: var(--nof1-accent); stroke-width: 7; stroke-linecap: round; }
  .nof1-sample .nof1-person { stroke-width: 6; }
  .nof1-middle { stroke: var(--nof1-paper); stroke-width: 2.5; }
  .nof1-beyond { fill: var(--nof1-ink); }
  .nof1-chosen { font-weight: 550; }
  .nof1-body[data-narrow] {
    .nof1-tools { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
    .nof1-tools > p { grid-column: 1 / -1; padding: 0; }
    :is(.nof1-card, .nof1-axis-row) { grid-template-columns: minmax(0, 1fr); }
    .nof1-axis-row svg { grid-column: 1; }
    .nof1-card { padding-block: 12px; gap: 6px; }
    .nof1-chances { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 12px; }
    .nof1-chance { grid-template-columns: 1fr; gap: 0; }
    .nof1-chance dd { grid-template-columns: 1fr; gap: 4px; }
    .nof1-p { order: -1; text-align: start; font-size: 18px; }
    :is(.nof1-why, .nof1-acts) { grid-column: 1; padding-inline-start: 0; }
    .nof1-more > summary { padding-inline-start: 0 !important; }
    .nof1-detail { padding-inline-start: 0; }
    .nof1-said-parts { grid-template-columns: minmax(0, 1fr); }
    .nof1-said-parts dt { border: 0; padding-block-end: 0; justify-content: flex-start; }
    .nof1-said-parts dd { padding-inline-start: 0; }
  }
}
`;
