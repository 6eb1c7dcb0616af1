/** The look of the way to a model. */

export const CSS = `
.nof1-ask .nof1-way > summary { color: var(--nof1-ink); font-weight: 550; }
.nof1-ask .nof1-fields { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); }
.nof1-ask .nof1-pair { display: grid; gap: 12px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr)); }
.nof1-ask .nof1-said {
  margin: 0; padding: 12px; max-block-size: 320px; overflow: auto; border-radius: 8px; border: 1px solid var(--nof1-line);
  background: var(--nof1-soft); font: 400 12.5px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere;
}
.nof1-ask .nof1-leaving { display: grid; gap: 8px; padding: 12px; border-radius: 8px; border: 2px solid var(--nof1-warn); }
.nof1-ask h4 { margin: 0; font-size: 14px; }
.nof1-ask .nof1-hash { overflow-wrap: anywhere; }
.nof1-ask .nof1-tick { display: flex; gap: 8px; align-items: center; }
.nof1-ask .nof1-lines { display: block; margin-block-end: 0; }
.nof1-ask .nof1-lines > p:first-child { font-weight: 650; }
.nof1-ask :is(pre):focus-visible { outline: 3px solid var(--nof1-accent); outline-offset: 2px; }
`;
