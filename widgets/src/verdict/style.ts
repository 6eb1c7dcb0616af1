/** The look of the verdict sheet. */

export const CSS = `
[data-sheet="verdict"] {
  .nof1-banner { display: grid; gap: 8px; padding: 24px; border-radius: 12px; background: var(--nof1-soft); border-inline-start: 6px solid var(--nof1-muted); }
  .nof1-banner[data-advice="adopt"] { border-inline-start-color: var(--nof1-good); }
  .nof1-banner[data-advice^="stop"] { border-inline-start-color: var(--nof1-bad); }
  .nof1-banner[data-advice="continue"] { border-inline-start-color: var(--nof1-accent); }
  .nof1-banner h2 { font-size: 26px; }
  .nof1-reason { font-size: 15px; max-inline-size: 72ch; white-space: pre-line; }
  .nof1-watermark { padding: 6px 12px; border: 1px dashed var(--nof1-warn); color: var(--nof1-warn); border-radius: 6px; font-weight: 550; inline-size: fit-content; }
  .nof1-key { inline-size: 16px; block-size: 16px; border-radius: 4px; }
  .nof1-checks { display: grid; gap: 4px; padding-inline-start: 18px; color: var(--nof1-muted); max-inline-size: 80ch; }
  .nof1-boxes { display: grid; gap: 16px; grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .nof1-box { display: grid; gap: 16px; align-content: start; padding: 20px; border: 1px solid var(--nof1-line); border-radius: 12px; min-inline-size: 0; }
  .nof1-box-hypothesis { border-style: dashed; }
  .nof1-box-words { white-space: pre-line; }
  .nof1-arms { display: grid; gap: 20px; }
  .nof1-arm { display: grid; gap: 6px; min-inline-size: 0; }
  .nof1-arm h3 { overflow-wrap: anywhere; min-inline-size: 0; flex: 1; }
  .nof1-effect { font-size: 17px; font-weight: 550; }
  .nof1-shares { display: flex; gap: 2px; block-size: 40px; border-radius: 8px; overflow: hidden; }
  .nof1-share { flex: 0 1 0; min-inline-size: 3px; display: grid; align-content: center; justify-items: center; line-height: 1.15; font-size: 11px; color: #ffffff; overflow: hidden; white-space: nowrap; }
  .nof1-share b { font-size: 13px; }
  .nof1-share-worthwhile { background: #00785a; }
  .nof1-share-small { background: color-mix(in srgb, #00785a 30%, var(--nof1-paper)); color: var(--nof1-ink); }
  .nof1-share-unhelpful { background: color-mix(in srgb, var(--nof1-ink) 16%, transparent); color: var(--nof1-ink); }
  .nof1-share-harm { background: repeating-linear-gradient(45deg, #b34a00 0 6px, #8f3b00 6px 12px); }
  .nof1-body[data-narrow] .nof1-boxes { grid-template-columns: minmax(0, 1fr); }
  .nof1-body[data-narrow] .nof1-banner { padding: 16px; }
}
`;
