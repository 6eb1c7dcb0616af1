/** A file as text, or why it is none. */

export interface FileText {
  readonly text: string;
  readonly problem: string;
}

export const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${Number((bytes / 1_000_000).toFixed(1))} MB`;
}

export const readFile = async (file: File): Promise<FileText> =>
  decode(new Uint8Array(await file.arrayBuffer()));

/** Spreadsheet programs write UTF-8, UTF-16 with a mark, or the old Windows letters. */
export function decode(bytes: Uint8Array): FileText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return fine(new TextDecoder("utf-16le").decode(bytes));
  if (first === 0xfe && second === 0xff) return fine(new TextDecoder("utf-16be").decode(bytes));
  if (bytes.includes(0))
    return {
      text: "",
      problem:
        "This file is not a text. A CSV, JSON or Markdown file is expected; save the sheet as CSV and choose that.",
    };
  try {
    return fine(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return fine(new TextDecoder("windows-1252").decode(bytes));
  }
}

const fine = (text: string): FileText => ({ text: text.replace(/^\uFEFF/, ""), problem: "" });
