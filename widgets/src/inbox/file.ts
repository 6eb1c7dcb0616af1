/** A file as text, as the bytes that it is, or why it can be neither. */

export interface FileText {
  readonly text: string;
  /** In base64, of a file that is no text. */
  readonly data: string;
  readonly problem: string;
}

export const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

/** How many bytes a base64 text stands for. */
export const sizeOfData = (data: string): number => Math.floor((3 * data.length) / 4);

export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${Number((bytes / 1_000_000).toFixed(1))} MB`;
}

/** Why a text may not be sent, or nothing. */
export const tooLarge = (bytes: number, most: number): string =>
  bytes > most
    ? `This has ${sizeWords(bytes)}. At most ${sizeWords(most)} were expected. Leave out what is not needed, and try again.`
    : "";

export const readFile = async (file: File, takesData = false): Promise<FileText> =>
  decode(new Uint8Array(await file.arrayBuffer()), takesData);

/** Spreadsheet programs write UTF-8, UTF-16 with a mark, the old Windows letters, or no text at all. */
export function decode(bytes: Uint8Array, takesData = false): FileText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return fine(new TextDecoder("utf-16le").decode(bytes));
  if (first === 0xfe && second === 0xff) return fine(new TextDecoder("utf-16be").decode(bytes));
  if (bytes.includes(0) || (first === 0x50 && second === 0x4b)) return takesData ? packed(bytes) : NO_TEXT;
  try {
    return fine(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return fine(new TextDecoder("windows-1252").decode(bytes));
  }
}

const NO_TEXT: FileText = {
  text: "",
  data: "",
  problem:
    "This file is not a text. A CSV, JSON or Markdown file is expected; save the sheet as CSV and choose that.",
};
const fine = (text: string): FileText => ({ text: text.replace(/^\uFEFF/, ""), data: "", problem: "" });

const CHUNK = 0x8000;
function packed(bytes: Uint8Array): FileText {
  let letters = "";
  for (let at = 0; at < bytes.length; at += CHUNK)
    letters += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return { text: "", data: btoa(letters), problem: "" };
}
