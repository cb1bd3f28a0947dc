import type { Span } from "../../../schema/span.ts";
import { trimmed } from "../../../span.ts";
import type { GoldBlock } from "../../gold.ts";
import { type Reading, reporter } from "./issues.ts";
import { quoted } from "./locate.ts";
import type { WrittenGold } from "./schema.ts";

/**
 * The blocks and sentences that begin with the words written: each goes on to where the next begins. Words are looked for
 * from where the sentence before began. They must have a line or a space before them, the first ones nothing but white
 * space, and a sentence that is no block's first may begin only where one can end.
 */
export function readBlocks(
  written: NonNullable<WrittenGold["blocks"]>,
  { text, locate, issues }: Pick<Reading, "text" | "locate" | "issues">,
): { blocks: GoldBlock[]; sentences: Span[] } {
  const starts: { at: number; kind: GoldBlock["kind"] | null }[] = [];
  let from = 0;
  for (const [index, { kind, sentences }] of written.entries())
    for (const [i, words] of sentences.entries()) {
      const report = reporter({ issues }, "blocks", index, words);
      const located = locate(`${words}#1`, { start: from, end: text.length });
      if (!("spans" in located)) {
        report(
          `${quoted(words)} does not occur after the sentence before`,
          "copy the first words from the text, and keep the order of the text",
        );
        continue;
      }
      const at = located.spans[0]!.start;
      if (starts.length === 0 && text.slice(0, at).trim() !== "")
        report("there is text before it that is in no block", "write a block for all of the text");
      if (i > 0 && !CAN_END.test(text.slice(Math.max(0, at - 12), at)))
        report(
          "no sentence ends before it",
          "write more of its first words, so that they are found in the right place",
        );
      if (i === 0 && starts.length > 0 && !/\n\s*$/.test(text.slice(Math.max(0, at - 12), at)))
        report("no line begins there", "write more of its first words, so that they are found in the right place");
      starts.push({ at, kind: i === 0 ? kind : null });
      from = at + 1;
    }
  const spanFrom = (list: readonly { at: number }[]): Span[] =>
    list.map(({ at }, i) => trimmed(text, at, list[i + 1]?.at ?? text.length)!);
  const blocks = starts.filter(({ kind }) => kind !== null);
  return {
    blocks: spanFrom(blocks).map((span, i) => ({ ...span, kind: blocks[i]!.kind! })),
    sentences: spanFrom(starts),
  };
}

/** White space after a mark that can end a sentence, or after a line's end. */
const CAN_END = /(?:[.?!:;…][\p{Pe}\p{Pf}\p{Pi}"'’”]*\s+|[\p{Pe}\p{Pf}"'’”]\s+|\n\s*)$/u;
