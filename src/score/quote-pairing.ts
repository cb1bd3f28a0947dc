import type { Quote } from "../schema/quotes.ts";
import type { Span } from "../schema/span.ts";
import { asSpan, type Comparison, inSource } from "./comparison.ts";
import type { GoldQuote } from "./gold.ts";
import { overlapIndex } from "./pairing.ts";
import { contentOf, hull, intersectionOverUnion, type QuoteContent } from "./quote-content.ts";

export interface GoldSaid {
  readonly kind: GoldQuote["kind"];
  readonly spans: readonly Span[];
  readonly content: QuoteContent;
  readonly speaker: readonly Span[];
  readonly cue: readonly Span[];
  /** As the gold has it. */
  readonly quote: GoldQuote;
}

export interface FoundSaid {
  readonly kind: Quote["type"];
  readonly spans: readonly Span[];
  readonly content: QuoteContent;
  readonly speaker: Span | null;
  readonly cue: Span | null;
  /** As the document has it. */
  readonly quote: Quote;
}

export interface QuotePair {
  readonly gold: GoldSaid;
  readonly found: FoundSaid;
  /** Letters that both have, of those that either has. */
  readonly agreement: number;
}

export interface PairedQuotes {
  readonly gold: readonly GoldSaid[];
  readonly found: readonly FoundSaid[];
  readonly pairs: readonly QuotePair[];
}

/**
 * Gold and found quotes that count, one to one: those that agree most are paired first, and at least half must agree.
 */
export function pairQuotes(comparison: Comparison, counts: (found: Quote) => boolean): PairedQuotes {
  const measured = contentOf(comparison.text);
  const gold = goldQuotes(comparison, measured);
  const found = foundQuotes(comparison, measured, counts);
  const overlapping = overlapIndex(found.map(({ content }) => hull(content)));
  const candidates = gold
    .flatMap((quote) =>
      overlapping(hull(quote.content)).map((index): QuotePair => {
        const other = found[index]!;
        return { gold: quote, found: other, agreement: intersectionOverUnion(quote.content, other.content) };
      }),
    )
    .filter(({ agreement }) => agreement >= 0.5)
    .sort((a, b) => b.agreement - a.agreement);
  const used = new Set<GoldSaid | FoundSaid>();
  const pairs = candidates.filter((pair) => {
    if (used.has(pair.gold) || used.has(pair.found)) return false;
    used.add(pair.gold).add(pair.found);
    return true;
  });
  return { gold, found, pairs };
}

const goldQuotes = ({ gold, inScope }: Comparison, measured: ReturnType<typeof contentOf>): GoldSaid[] =>
  (gold.quotes ?? [])
    .map((quote) => ({
      kind: quote.kind,
      spans: quote.spans.map(asSpan),
      content: measured(quote.spans.map(asSpan)),
      speaker: (quote.speaker ?? []).map(asSpan),
      cue: (quote.cue ?? []).map(asSpan),
      quote,
    }))
    .filter(({ spans }) => inScope({ start: spans[0]!.start, end: spans.at(-1)!.end }));

const foundQuotes = (
  comparison: Comparison,
  measured: ReturnType<typeof contentOf>,
  counts: (found: Quote) => boolean,
): FoundSaid[] =>
  comparison.document.quotes.filter(counts).map((quote) => {
    const spans = quote.spans.map((span) => inSource(comparison, span));
    return {
      kind: quote.type,
      spans,
      content: measured(spans),
      speaker: quote.speaker.mention && inSource(comparison, quote.speaker.mention),
      cue: quote.cue && inSource(comparison, quote.cue),
      quote,
    };
  });
