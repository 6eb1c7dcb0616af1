/** Letters that hide, turn or fake what stands beside them are shown by their number. */

/** The same letters as in Python; pairs of first and last. */
const UNSEEN: readonly (readonly [number, number])[] = [
  [0x0, 0x8],
  [0xb, 0xc],
  [0xe, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0e],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xd800, 0xdfff],
  [0xe0000, 0xe0fff],
];
const JOINERS = new Set(["\u200c", "\u200d"]);

/** A joiner is part of some scripts, and never of a word in plain Latin letters. */
const isPlain = (letter: string | undefined): boolean => letter === undefined || letter < "\u0080";

function isUnseen(letter: string, before: string | undefined, after: string | undefined): boolean {
  if (JOINERS.has(letter)) return isPlain(before) || isPlain(after);
  const number = letter.codePointAt(0) ?? 0;
  return number !== 0x20 && UNSEEN.some(([first, last]) => number >= first && number <= last);
}

const nameOf = (letter: string): string =>
  `⟨U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;

export interface Stretch {
  readonly text: string;
  readonly isUnseen: boolean;
}

/** Python has spelled out some already. */
const SPELLED = /⟨U\+[0-9A-F]{4,6}⟩/g;

/** The text in stretches of what can be seen, and names of what cannot. */
export function stretches(text: string): Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  const spelled = visible(text);
  for (const { 0: name, index } of spelled.matchAll(SPELLED)) {
    if (index > at) found.push({ text: spelled.slice(at, index), isUnseen: false });
    found.push({ text: name, isUnseen: true });
    at = index + name.length;
  }
  if (at < spelled.length) found.push({ text: spelled.slice(at), isUnseen: false });
  return found;
}

export function visible(text: string): string {
  const letters = [...text.replaceAll("\r\n", "\n").replaceAll("\r", "\n")];
  return letters
    .map((letter, i) => (isUnseen(letter, letters[i - 1], letters[i + 1]) ? nameOf(letter) : letter))
    .join("");
}
