/** The look of the candidate sheet. */

export const CSS = `
[data-sheet="candidate"] {
  .nof1-cards { list-style: none; display: grid; gap: 0; }
  .nof1-card { display: grid; grid-template-columns: minmax(0, 1fr) clamp(240px, 42%, 420px) auto; gap: 4px 24px; align-items: center; padding-block: 16px; border-block-start: 1px solid var(--nof1-line); }
  .nof1-card .nof1-name { display: flex; gap: 12px; align-items: baseline; min-inline-size: 0; }
  .nof1-card h3 { overflow-wrap: anywhere; }
  .nof1-rank { font-size: 22px; font-weight: 300; color: var(--nof1-muted); min-inline-size: 1ch; }
  .nof1-chances { display: flex; gap: 16px; align-items: center; }
  .nof1-chance { display: grid; min-inline-size: 62px; }
  .nof1-big { font-size: 22px; font-weight: 650; line-height: 1.2; }
  .nof1-words { grid-column: 1 / -1; padding-inline-start: calc(1ch + 14px); max-inline-size: 72ch; overflow-wrap: anywhere; }
  .nof1-why { color: var(--nof1-muted); white-space: pre-line; }
  .nof1-sources { padding-inline-start: 18px !important; }
  .nof1-axis-row { display: grid; grid-template-columns: minmax(0, 1fr) clamp(240px, 42%, 420px) auto; gap: 24px; border-block-start: 1px solid var(--nof1-line); padding-block-start: 8px; }
  .nof1-axis-row svg { grid-column: 2; }
  .nof1-axis-row::after { content: ""; inline-size: 240px; }
  .nof1-chances { inline-size: 240px; justify-content: space-between; }
  .nof1-sample svg { inline-size: 28px; }
  .nof1-zone-worthwhile { fill: var(--nof1-good); fill-opacity: 0.13; }
  .nof1-zero { stroke: var(--nof1-muted); stroke-dasharray: 1 3; }
  .nof1-said { stroke: var(--nof1-ink); stroke-width: 2.5; }
  .nof1-person { stroke: var(--nof1-muted); stroke-width: 2; stroke-dasharray: 5 3; }
  .nof1-dot { fill: var(--nof1-ink); }
  .nof1-body[data-narrow] :is(.nof1-card, .nof1-axis-row) { grid-template-columns: minmax(0, 1fr); gap: 8px; }
  .nof1-body[data-narrow] .nof1-axis-row svg { grid-column: 1; }
  .nof1-body[data-narrow] .nof1-axis-row::after { display: none; }
  .nof1-body[data-narrow] .nof1-words { padding-inline-start: 0; }
}
`;
