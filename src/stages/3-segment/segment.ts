import { defineStage } from "../../pipeline.ts";
import type { Sentence } from "../../schema/sentences.ts";
import { lowerTexts, tokenTexts } from "../../tokens.ts";
import { readBlocks } from "./blocks.ts";
import { sentenceEnds } from "./boundaries.ts";
import { correctTokens } from "./corrections.ts";
import { givenBlocks } from "./given-blocks.ts";
import { pieces } from "./pieces.ts";
import { withStated } from "./stated.ts";
import { TokenCollector, type TokenList, TokenWriter } from "./token-list.ts";
import { loadWink } from "./wink.ts";

/**
 * Stage 3: text in; blocks, and inside each block sentences and tokens with exact offsets out. Title, byline and date that
 * the text states go into `article` where they were not known.
 */
export const segment = () => {
  const wink = loadWink();
  const collector = new TokenCollector();
  const corrected = new TokenWriter();
  return defineStage({
    name: "segment",
    needs: ["text", "article"],
    uses: ["raw"],
    adds: ["article", "blocks", "sentences", "tokens"],
    resources: [wink.resource],
    run: ({ text, article, raw }) => {
      const { blocks, facts } = raw?.blocks ? givenBlocks(raw.blocks, text) : readBlocks(text.value);
      const read = wink.reader();
      collector.begin(text.value);
      for (const block of blocks) {
        for (const piece of pieces(text.value, block)) collector.add(piece, read(text.value, piece));
        collector.endBlock();
      }
      corrected.clear();
      correctTokens(text.value, collector.tokens, corrected);
      const tokens = corrected.copy();
      return { ...withStated(article, facts), blocks, ...withSentences(tokens, sentenceEnds(text.value, tokens)) };
    },
  });
};

/** The sentences, and the tokens as columns that say which one they are in. */
function withSentences({ start, end, pos, lemma, text, lower }: TokenList, ends: Uint8Array) {
  const sentences: Sentence[] = [];
  const sentence = new Uint32Array(start.length);
  let first = 0;
  for (let i = 0; i < start.length; i++) {
    sentence[i] = sentences.length;
    if (ends[i] === 0) continue;
    sentences.push({ start: start[first]!, end: end[i]! });
    first = i + 1;
  }
  const tokens = { start: new Uint32Array(start), end: new Uint32Array(end), pos, lemma, sentence };
  tokenTexts.keep(tokens, text);
  lowerTexts.keep(tokens, lower);
  return { sentences, tokens };
}
