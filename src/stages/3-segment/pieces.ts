import type { Span } from "../../schema/span.ts";
import { isWhite, splitsPair } from "../../span.ts";

/** wink-nlp's work on a piece grows faster than its length beyond some tens of thousands of characters. */
const LONGEST_PIECE = 20_000;
/** A run without white space that is longer than this is no word, and costs wink-nlp's regexes dearly. */
const LONGEST_RUN = 200;

/**
 * Cuts a block into pieces that can be read one by one in linear time: at most `LONGEST_PIECE` long, cut after the end of
 * a sentence where there is one, and with no unbroken run longer than `LONGEST_RUN`. Nearly every block is one piece.
 */
export function pieces(text: string, block: Span): Span[] {
  if (block.end - block.start <= LONGEST_RUN) return [block];
  const found: Span[] = [];
  let start = block.start;
  let run = block.start;
  let stop = -1; // after the last sentence end in this piece
  for (let at = block.start; at < block.end; at++) {
    if (isWhite(text, at)) {
      if ('.!?"”'.includes(text[at - 1] ?? " ")) stop = at;
      run = at + 1;
    }
    const tooLong = at + 1 - start >= LONGEST_PIECE;
    if (!tooLong && at + 1 - run < LONGEST_RUN) continue;
    const cut = tooLong && stop > start ? stop : tooLong && run > start ? run : afterCharacter(text, at + 1);
    found.push({ start, end: cut });
    start = cut;
    run = Math.max(run, cut);
    stop = -1;
    at = Math.max(at, cut - 1);
  }
  if (start < block.end) found.push({ start, end: block.end });
  return found;
}

/** The offset, moved on by one if it would split a surrogate pair. */
const afterCharacter = (text: string, offset: number): number => (splitsPair(text, offset) ? offset + 1 : offset);
