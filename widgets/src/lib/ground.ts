/** The colour behind a sheet: what sticks to the edge of a page must cover what scrolls beneath it. */

/** Sets `--nof1-ground` to the first painted background at or above this element. */
export function layGround(el: HTMLElement): void {
  for (let at: Element | null = el; at; at = above(at)) {
    const color = getComputedStyle(at).backgroundColor;
    if (color && color !== "transparent" && !/^rgba\(.*, 0\)$/.test(color)) {
      el.style.setProperty("--nof1-ground", color);
      return;
    }
  }
  el.style.removeProperty("--nof1-ground");
}

function above(node: Element): Element | null {
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
