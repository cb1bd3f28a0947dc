import type { SourceSpan } from "../../../schema/blocks.ts";
import type { Letters } from "./scan.ts";

/** Letters at a block's edges that are looked for where the block as a whole does not stand in the source (a link was left out of it, say). */
const EDGE = 24;
/** A block that was shortened is not more than this many letters longer in the source. */
const MOST_LEFT_OUT = 2000;

/**
 * Finds texts, one after the other, in a page's source. White space does not count. Gives null for a text that does not
 * stand after the one before it. Offsets are UTF-16 code units.
 */
export function sourceFinder({ text, start, end }: Letters): (block: string) => SourceSpan | null {
  let from = 0;
  const span = (at: number, until: number): SourceSpan => {
    from = until;
    return { start: start[at]!, end: end[until - 1]! };
  };
  return (block) => {
    const letters = block.replace(/\s+/g, "");
    if (letters === "") return null;
    const whole = text.indexOf(letters, from);
    if (whole >= 0) return span(whole, whole + letters.length);
    if (letters.length < 2 * EDGE) return null;
    const head = text.indexOf(letters.slice(0, EDGE), from);
    if (head < 0) return null;
    const near = text.slice(head, head + letters.length + MOST_LEFT_OUT);
    const tail = near.indexOf(letters.slice(-EDGE), letters.length - EDGE);
    return tail < 0 ? null : span(head, head + tail + EDGE);
  };
}
