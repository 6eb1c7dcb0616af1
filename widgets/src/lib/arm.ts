/** How an arm is told apart: a colour that colour-blind people can read, and always a letter and a dash as well. */

export interface Look {
  readonly letter: string;
  readonly color: string;
  readonly dash: string;
  /** An outline around the origin, about 12 pixels across. */
  readonly marker: string;
}

// Okabe and Ito's palette; the reference is grey.
const COLORS = ["#777777", "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"] as const;
const DASHES = ["2 3", "none", "7 3", "1 3", "9 3 2 3", "4 2", "2 2"] as const;

// Circle, square, triangle, diamond, triangle upside down, hexagon, star.
const MARKERS = [
  "M0,-6A6,6 0 1 1 0,6A6,6 0 1 1 0,-6Z",
  "M-5.5,-5.5H5.5V5.5H-5.5Z",
  "M0,-7L6.5,5H-6.5Z",
  "M0,-7.5L7,0L0,7.5L-7,0Z",
  "M0,7L6.5,-5H-6.5Z",
  "M-6.5,0L-3.2,-5.6H3.2L6.5,0L3.2,5.6H-3.2Z",
  "M0,-7L2,-2.2L7,-2L3,1.2L4.4,6.2L0,3.4L-4.4,6.2L-3,1.2L-7,-2L-2,-2.2Z",
] as const;

/** 0 is the reference, A; 1 the first arm, B; and so on. */
export function look(index: number): Look {
  const place = Math.max(0, index);
  return {
    letter: String.fromCharCode(65 + (place % 26)),
    color: COLORS[place % COLORS.length] ?? "#777777",
    dash: DASHES[place % DASHES.length] ?? "none",
    marker: MARKERS[place % MARKERS.length] ?? MARKERS[0],
  };
}

export const lookOf = (letter: string): Look =>
  look(Math.max(0, letter.toUpperCase().charCodeAt(0) - 65 || 0));
