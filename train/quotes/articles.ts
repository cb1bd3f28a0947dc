import { pipeline } from "../../src/pipeline.ts";
import type { Span } from "../../src/schema/span.ts";
import { readGold } from "../../src/score/gold.ts";
import { sourceOffsets } from "../../src/score/source-offsets.ts";
import { read } from "../../src/stages/1-read/read.ts";
import { repair } from "../../src/stages/2-repair/repair.ts";
import { segment } from "../../src/stages/3-segment/segment.ts";
import { loadCues } from "../../src/stages/7-quotes/cues.ts";
import { findQuotations } from "../../src/stages/7-quotes/marks.ts";
import type { Range } from "../../src/stages/7-quotes/speakers.ts";
import { Kinds, readUnits, type Units } from "../../src/stages/7-quotes/units.ts";
import type { Lexicon } from "../../src/tagger/lexicon.ts";
import { lowerTexts } from "../../src/tokens.ts";

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

const segmented = pipeline("segmented").use(read()).use(repair()).use(segment());

/** Reads gold files through pressmark's own stages 1 to 3 and its pairing of quotation marks. */
export async function readQuoteArticles(files: readonly string[], lexicon: Lexicon): Promise<QuoteArticle[]> {
  const kinds = new Kinds(lexicon, loadCues());
  const articles: QuoteArticle[] = [];
  for (const file of files)
    for await (const { id, text, quotes } of readGold(file)) {
      if (text === undefined || quotes === undefined) continue;
      const doc = segmented.run({
        content: text,
        mediaType: "text/plain",
        path: null,
        record: null,
        fields: { id },
        options: {},
      });
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
        spans.flatMap(([start, end]) => unitsUnder({ start, end }, starts, ends));
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

/** The units that a span covers by more than half. */
function unitsUnder(span: Span, starts: readonly number[], ends: readonly number[]): Range[] {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ends[middle]! <= span.start) low = middle + 1;
    else high = middle;
  }
  const covered = (i: number) =>
    (Math.min(ends[i]!, span.end) - Math.max(starts[i]!, span.start)) / (ends[i]! - starts[i]!);
  let first = low;
  while (first < starts.length && starts[first]! < span.end && covered(first) <= 0.5) first++;
  let last = first;
  while (last < starts.length && covered(last) > 0.5) last++;
  return last > first ? [{ first, last }] : [];
}
