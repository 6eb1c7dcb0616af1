/** The look of the inbox. */

export const CSS = `
[data-sheet="inbox"] {
  .nof1-drop { display: grid; gap: 12px; padding: 16px; border: 1.5px dashed var(--nof1-line); border-radius: 12px; }
  .nof1-drop[data-over] { border-color: var(--nof1-accent); background: var(--nof1-soft); }
  .nof1-paste { font-family: var(--jp-code-font-family, ui-monospace), ui-monospace, SFMono-Regular, Menlo, Consolas, monospace !important; font-size: 13px !important; resize: vertical; min-block-size: 112px; }
  .nof1-pick { display: inline-flex; align-items: center; }
  input[type="file"]:focus-visible + .nof1-pick { outline: 3px solid var(--nof1-accent); outline-offset: 2px; }
  .nof1-trouble { padding: 12px 16px; border-radius: 8px; border-inline-start: 4px solid var(--nof1-bad); background: var(--nof1-soft); white-space: pre-line; overflow-wrap: anywhere; }
  .nof1-done { padding: 12px 16px; border-radius: 8px; border-inline-start: 4px solid var(--nof1-good); background: var(--nof1-soft); }
  .nof1-review { max-block-size: 420px; overflow: auto; }
  .nof1-review thead th { position: sticky; inset-block-start: 0; background: var(--nof1-paper); z-index: 1; }
  .nof1-review td { overflow-wrap: break-word; max-inline-size: 34ch; }
  .nof1-review td:nth-child(2) { min-inline-size: 14ch; }
  .nof1-review .nof1-note { min-inline-size: 18ch; }
  .nof1-review tr:not([data-ok]) td { color: var(--nof1-muted); }
  .nof1-review tr:not([data-ok]) .nof1-note { color: var(--nof1-bad); }
  .nof1-tickbox { inline-size: 44px; }
}
`;
