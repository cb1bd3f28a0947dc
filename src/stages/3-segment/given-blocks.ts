import type { RawBlock } from "../../layers.ts";
import type { Block } from "../../schema/blocks.ts";
import type { Text } from "../../schema/text.ts";
import { trimmed } from "../../span.ts";
import type { Facts } from "./blocks.ts";

/** Stage 1 has read the facts of a page already. */
const NO_FACTS: Facts = { title: null, byline: null, dateline: null, date: null };

/**
 * The blocks that stage 1 knows of a page, moved from the source text to the repaired one. Blocks and repairs are in text
 * order; a block of which a repair left nothing is dropped.
 */
export function givenBlocks(blocks: readonly RawBlock[], { value, repairs }: Text): { blocks: Block[]; facts: Facts } {
  let next = 0;
  let shift = 0; // what the repairs before `next` made the text longer by
  /** Offsets come in rising order. Inside of what was replaced there is no telling: its edge is taken. */
  const moved = (offset: number, isEnd: boolean): number => {
    for (let repair = repairs[next]; repair; repair = repairs[++next]) {
      const start = repair.start - shift;
      const end = start + repair.original.length;
      if (offset < end || (offset === end && isEnd && repair.start < repair.end && offset > start))
        return offset <= start ? offset + shift : isEnd ? repair.end : repair.start;
      if (offset === end && !isEnd && start === end) return repair.start;
      shift += repair.end - repair.start - repair.original.length;
    }
    return offset + shift;
  };
  const placed: Block[] = [];
  for (const { start, end, kind, source } of blocks) {
    const from = Math.max(moved(start, false), placed.at(-1)?.end ?? 0);
    const span = trimmed(value, from, moved(end, true));
    if (span) placed.push({ ...span, kind, source });
  }
  return { blocks: placed, facts: NO_FACTS };
}
