import { sourceOffsets } from "../../src/score/source-offsets.ts";
import type { Range } from "../../src/stages/7-quotes/article.ts";
import { loadCues } from "../../src/stages/7-quotes/cues.ts";
import { findQuotations } from "../../src/stages/7-quotes/marks.ts";
import { Kinds, readUnits, type Units } from "../../src/stages/7-quotes/units.ts";
import type { Lexicon } from "../../src/tagger/lexicon.ts";
import { lowerTexts } from "../../src/tokens.ts";
import { coveredBy, goldTexts, segmentedText } from "../articles.ts";

/** A gold attribution over the units of an article. */
export interface GoldAttribution {
  readonly cue: readonly Range[];
  readonly source: readonly Range[];
  readonly content: readonly Range[];
}

export interface QuoteArticle {
  readonly id: string;
  readonly units: Units;
  readonly gold: readonly GoldAttribution[];
  /** The same units as other kinds. */
  readonly reread: (kinds: Kinds) => Units;
}

/** Reads gold files through pressmark's own stages 1 to 3 and its pairing of quotation marks. */
export async function readQuoteArticles(files: readonly string[], lexicon: Lexicon): Promise<QuoteArticle[]> {
  const kinds = new Kinds(lexicon, loadCues());
  const articles: QuoteArticle[] = [];
  for await (const { id, text, quotes } of goldTexts(files)) {
    if (quotes === undefined) continue;
    const doc = segmentedText(id, text);
    const article = {
      doc: { ...doc, entities: [] },
      lower: lowerTexts(doc.text.value, doc.tokens),
      mentions: [],
      references: new Map(),
    };
    const quotations = findQuotations(doc.text.value, doc.blocks);
    const units = readUnits(article, quotations, kinds);
    const source = sourceOffsets(doc.text);
    const starts = Array.from({ length: units.length }, (_, i) => source.start(doc.tokens.start[units.first[i]!]!));
    const ends = Array.from({ length: units.length }, (_, i) => source.end(doc.tokens.end[units.last[i]! - 1]!));
    const over = (spans: readonly (readonly [number, number])[] = []): Range[] =>
      spans.flatMap(([start, end]) => coveredBy({ start, end }, starts, ends) ?? []);
    articles.push({
      id,
      units,
      reread: (others) => readUnits(article, quotations, others),
      gold: quotes.map((quote) => ({
        cue: over(quote.cue),
        source: over(quote.speaker),
        content: over(quote.spans),
      })),
    });
  }
  return articles;
}
