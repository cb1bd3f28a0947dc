import { isWhite, splitsPair } from "./schema/characters.ts";
import type { Span, TextSpan } from "./schema/span.ts";

export { isWhite, splitsPair };

/** The span without white space at its edges, or null if nothing is left. */
export function trimmed(text: string, start: number, end: number): Span | null {
  while (start < end && isWhite(text, start)) start++;
  while (end > start && isWhite(text, end - 1)) end--;
  return start < end ? { start, end } : null;
}

/** The span with the characters it holds. */
export const textSpan = (text: string, start: number, end: number): TextSpan => ({
  start,
  end,
  text: text.slice(start, end),
});

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** True if `piece` stands in `text` from `start` up to `end`. Characters of short pieces are compared faster one by one than by `startsWith`. */
export function standsAt(text: string, start: number, end: number, piece: string): boolean {
  if (piece.length !== end - start) return false;
  for (let i = 0; i < piece.length; i++) if (piece.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

/** Index of the first element for which `before` is false, in a list where it is true up to some point and false after. */
export function lowerBound(length: number, before: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
