/** Elements: made once, then only changed. A foreign string can only ever become text or an attribute. */

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;
export type Child = Node | string;

const SVG = "http://www.w3.org/2000/svg";

/** Sets attributes; null, undefined and false take one away. */
export function set<E extends Element>(node: E, attributes: Attributes): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) node.removeAttribute(name);
    else {
      const text = value === true ? "" : String(value);
      if (node.getAttribute(name) !== text) node.setAttribute(name, text);
    }
  }
  return node;
}

export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = set(document.createElement(tag), attributes);
  node.append(...children);
  return node;
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const node = set(document.createElementNS(SVG, tag), attributes);
  node.append(...children);
  return node;
}

/** Writes text, and leaves the node alone when it says so already: a live region speaks only of news. */
export function write<E extends Element>(node: E, text: string): E {
  if (node.textContent !== text) node.textContent = text;
  return node;
}

export function show(node: Element, isShown: boolean): void {
  set(node, { hidden: !isShown });
}

export interface Piece<T> {
  readonly node: Element;
  draw(item: T, index: number): void;
}

/** Keeps one piece for every item, known by its key, so that focus and pointer capture survive a redraw. */
export function list<T>(
  parent: Element,
  key: (item: T, index: number) => string,
  make: (item: T) => Piece<T>,
): (items: readonly T[]) => void {
  let pieces = new Map<string, Piece<T>>();
  return (items) => {
    const next = new Map<string, Piece<T>>();
    items.forEach((item, index) => {
      const name = key(item, index);
      const piece = pieces.get(name) ?? make(item);
      next.set(name, piece);
      piece.draw(item, index);
      const place = parent.children[index] ?? null;
      if (place !== piece.node) parent.insertBefore(piece.node, place);
    });
    for (const [name, piece] of pieces) if (!next.has(name)) piece.node.remove();
    pieces = next;
  };
}
