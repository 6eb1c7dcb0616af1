/** Light or dark, as the page around the sheet is: JupyterLab, Panel and plain pages each say it in their own way. */

import { set } from "./mark.ts";

export function followTheme(root: HTMLElement, signal: AbortSignal): void {
  const look = (): void => void set(root, { "data-theme": isDark(root) ? "dark" : "light" });
  const watcher = new MutationObserver(look);
  for (const node of [document.documentElement, document.body])
    if (node) watcher.observe(node, { attributes: true });
  const query = globalThis.matchMedia?.("(prefers-color-scheme: dark)");
  query?.addEventListener?.("change", look, { signal });
  root.addEventListener("pointerenter", look, { signal });
  // Hosts load their style sheets late.
  globalThis.addEventListener?.("load", look, { signal });
  const timer = setTimeout(look, 500);
  signal.addEventListener("abort", () => {
    watcher.disconnect();
    clearTimeout(timer);
  });
  look();
}

/** Is the first painted background behind this element dark? */
function isDark(node: Element): boolean {
  for (let at: Element | null = parentOf(node); at; at = parentOf(at)) {
    const color = channels(getComputedStyle(at).backgroundColor);
    if (color && color[3] > 0.5) return lightness(color) < 0.35;
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme ?? "";
  if (!scheme.includes("dark")) return false;
  return (
    !scheme.includes("light") || globalThis.matchMedia?.("(prefers-color-scheme: dark)").matches === true
  );
}

function parentOf(node: Element): Element | null {
  if (node.parentElement) return node.parentElement;
  const above = node.getRootNode();
  return above instanceof ShadowRoot ? above.host : null;
}

function channels(color: string): [number, number, number, number] | null {
  const found = /^rgba?\(([^)]*)\)/
    .exec(color)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number);
  if (!found || found.length < 3) return null;
  const [red = 0, green = 0, blue = 0, alpha = 1] = found;
  return [red / 255, green / 255, blue / 255, alpha];
}

const lightness = ([red, green, blue]: readonly number[]): number =>
  0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
