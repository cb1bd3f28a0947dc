import type { Mark, Place } from "../page-data.ts";

/** What a stretch of text is to the annotation that it belongs to. */
export type Part = "content" | "speaker" | "cue";

/** A stretch of text that an annotation marks. */
export interface Piece {
  readonly mark: number;
  readonly part: Part;
  readonly start: number;
  readonly end: number;
}

/** Text with annotations around it, which may hold others. */
export type Layered = string | LayeredPiece;

export interface LayeredPiece {
  readonly mark: number;
  readonly part: Part;
  readonly inner: readonly Layered[];
}

/** All stretches that some of the marks mark, in the order they are nested in: what begins first, the longest first. */
export function piecesOf(marks: readonly Mark[], isShown: (mark: Mark, index: number) => boolean): Piece[] {
  const pieces = marks.flatMap((mark, index): Piece[] => {
    if (!isShown(mark, index)) return [];
    const piece = (part: Part, [start, end]: Place): Piece => ({ mark: index, part, start, end });
    return [
      ...mark.places.map((place) => piece("content", place)),
      ...(mark.speaker ? [piece("speaker", mark.speaker)] : []),
      ...(mark.cue ? [piece("cue", mark.cue)] : []),
    ];
  });
  return pieces.sort(byPlace);
}

/**
 * The stretch of a text from `start` to `end` with the pieces that stand in it, one inside the other. A piece that runs
 * over the edge of another, or of the stretch, is cut in two there.
 */
export function layered(text: string, start: number, end: number, pieces: readonly Piece[]): Layered[] {
  const result: Layered[] = [];
  let at = start;
  let waiting = within(pieces, start, end);
  while (waiting.length > 0) {
    const [piece, ...others] = waiting as [Piece, ...Piece[]];
    if (piece.start > at) result.push(text.slice(at, piece.start));
    const next = others.findIndex((other) => other.start >= piece.end);
    const inside = next < 0 ? others : others.slice(0, next);
    const after = next < 0 ? [] : others.slice(next);
    const { mark, part } = piece;
    result.push({ mark, part, inner: layered(text, piece.start, piece.end, inside) });
    at = Math.max(at, piece.end);
    const rest = inside.flatMap((other) => (other.end > piece.end ? { ...other, start: piece.end } : []));
    waiting = rest.length > 0 ? [...rest, ...after].sort(byPlace) : after;
  }
  if (at < end) result.push(text.slice(at, end));
  return result;
}

const byPlace = (a: Piece, b: Piece): number => a.start - b.start || b.end - a.end || a.mark - b.mark;

/** The parts of pieces that stand in a stretch; one without length belongs to the stretch that it begins. */
function within(pieces: readonly Piece[], start: number, end: number): Piece[] {
  return pieces.flatMap((piece) => {
    const isEmpty = piece.start === piece.end;
    if (isEmpty ? piece.start < start || piece.start >= end : piece.end <= start || piece.start >= end) return [];
    return { ...piece, start: Math.max(piece.start, start), end: Math.min(piece.end, end) };
  });
}

/** A passage: what stands around a place, and in it. */
export interface Passage {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Characters shown on each side of a passage, and of it. */
const AROUND = 64;
const MOST_MARKED = 240;

/** The passage around a place of a text, on one line, cut at words. */
export function passageAt(text: string, [start, end]: Place, around = AROUND): Passage {
  const line = (part: string): string => part.replace(/\s+/gu, " ").toWellFormed();
  const before = text.slice(Math.max(0, start - around), start);
  const after = text.slice(end, end + around);
  const marked = end - start > MOST_MARKED ? `${text.slice(start, start + MOST_MARKED)}…` : text.slice(start, end);
  return {
    before: line(start > around ? `…${before.replace(/^\S*\s/u, "")}` : before),
    marked: line(marked),
    after: line(end + around < text.length ? `${after.replace(/\s\S*$/u, "")} …` : after),
  };
}
