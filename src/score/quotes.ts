import type { Quote } from "../schema/quotes.ts";
import type { Span } from "../schema/span.ts";
import { overlaps } from "../span.ts";
import { asSpan, type Comparison, inSource, wordsAt } from "./comparison.ts";
import { type Measure, measure, noCounts, percentOf } from "./counts.ts";
import { errorLog } from "./errors.ts";
import type { GoldQuote } from "./gold.ts";
import type { LayerScorer } from "./layer-scorer.ts";
import { overlapIndex } from "./pairing.ts";
import { contentOf, hull, intersectionOverUnion, type QuoteContent } from "./quote-content.ts";

/**
 * Content found, by how much of it must agree; speakers and cues right among the quotes found for which the gold names
 * one; `attributed`: content and speaker right.
 */
export type QuoteSetScores = Record<"content@0.5" | "content@0.8" | "contentEdges" | "attributed", Measure> &
  Record<"speakerAccuracy" | "cueAccuracy", number>;

/** `quoted` is what stands in quotation marks, direct and mixed; `all` adds indirect speech. */
export type QuoteScores = Record<"quoted" | "all", QuoteSetScores>;

export interface GoldSaid {
  readonly kind: GoldQuote["kind"];
  readonly spans: readonly Span[];
  readonly content: QuoteContent;
  readonly speaker: readonly Span[];
  readonly cue: readonly Span[];
}

export interface FoundSaid {
  readonly quote: Quote;
  readonly kind: Quote["type"];
  readonly spans: readonly Span[];
  readonly content: QuoteContent;
  readonly speaker: Span | null;
  readonly cue: Span | null;
}

export interface QuotePair {
  readonly gold: GoldSaid;
  readonly found: FoundSaid;
  readonly agreement: number;
}

export interface PairedQuotes {
  readonly gold: readonly GoldSaid[];
  readonly found: readonly FoundSaid[];
  readonly pairs: readonly QuotePair[];
}

/** Scores quotes and their speakers. Scare quotes are nobody's speech and are left out of what was found. */
export function scoreQuotes(limit: number): LayerScorer<QuoteScores> {
  const quoted = tally(["direct", "mixed"], 0);
  const all = tally(["direct", "mixed", "indirect"], limit);
  return {
    add: (comparison) => {
      const paired = pairQuotes(comparison);
      for (const { add } of [quoted, all]) add(comparison, paired);
    },
    result: () => ({ quoted: quoted.result(), all: all.result() }),
    errors: all.errors, // `quoted` notes some of the same
    errorTotals: all.errorTotals,
    sums: () => [...quoted.sums(), ...all.sums()],
  };
}

/** Gold and found quotes, one to one: those that agree most are paired first, and at least half must agree. */
export function pairQuotes(comparison: Comparison): PairedQuotes {
  const measured = contentOf(comparison.text);
  const gold = goldQuotes(comparison, measured);
  const found = foundQuotes(comparison, measured);
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
    .map(({ kind, spans, speaker = [], cue = [] }) => ({
      kind,
      spans: spans.map(asSpan),
      content: measured(spans.map(asSpan)),
      speaker: speaker.map(asSpan),
      cue: cue.map(asSpan),
    }))
    .filter(({ spans }) => inScope({ start: spans[0]!.start, end: spans.at(-1)!.end }));

const foundQuotes = (comparison: Comparison, measured: ReturnType<typeof contentOf>): FoundSaid[] =>
  comparison.document.quotes
    .filter(({ type }) => type !== "scare")
    .map((quote) => {
      const spans = quote.spans.map((span) => inSource(comparison, span));
      return {
        quote,
        kind: quote.type,
        spans,
        content: measured(spans),
        speaker: quote.speaker.mention && inSource(comparison, quote.speaker.mention),
        cue: quote.cue && inSource(comparison, quote.cue),
      };
    });

/** Counts the quotes of some kinds. What was paired counts by the gold's kind, so a direct quote found as a mixed one is no fault. */
function tally(kinds: readonly string[], limit: number) {
  const [half, most, edges, attributed] = [noCounts(), noCounts(), noCounts(), noCounts()];
  const speaker = { asked: 0, right: 0 };
  const cue = { asked: 0, right: 0 };
  const log = errorLog("quotes", limit);

  const addPair = (comparison: Comparison, { gold, found, agreement }: QuotePair): void => {
    half.tp++;
    if (agreement >= 0.8) most.tp++;
    if (sameEdges(gold.content, found.content)) edges.tp++;
    const isAsked = gold.speaker.length > 0;
    const isRight = isAsked && touches(gold.speaker, found.speaker);
    if (isRight || (!isAsked && !found.speaker)) attributed.tp++;
    if (isAsked) speaker.asked++;
    if (isRight) speaker.right++;
    if (gold.cue.length > 0) cue.asked++;
    if (touches(gold.cue, found.cue)) cue.right++;
    if (agreement < 0.8)
      log.note(comparison, "bounds", gold.spans, {
        type: gold.kind,
        got: found.spans.map((span) => wordsAt(comparison, span)).join(" … "),
      });
    if (found.kind !== gold.kind) log.note(comparison, "type", gold.spans, { gold: gold.kind, got: found.kind });
    if (isAsked && !isRight)
      log.note(comparison, "speaker", gold.spans, {
        type: gold.kind,
        gold: gold.speaker.map(({ start, end }) => comparison.text.slice(start, end)).join(" … "),
        got: found.speaker && comparison.text.slice(found.speaker.start, found.speaker.end),
      });
  };

  const add = (comparison: Comparison, { gold, found, pairs }: PairedQuotes): void => {
    const partner = new Map<GoldSaid | FoundSaid, GoldSaid>(
      pairs.flatMap((pair) => [
        [pair.gold, pair.gold],
        [pair.found, pair.gold],
      ]),
    );
    const counts = (quote: GoldSaid | FoundSaid) => kinds.includes((partner.get(quote) ?? quote).kind);
    const wanted = gold.filter(counts);
    const rivals = found.filter(counts);
    for (const total of [half, most, edges, attributed]) {
      total.gold += wanted.length;
      total.pred += rivals.length;
    }
    for (const pair of pairs) if (counts(pair.gold)) addPair(comparison, pair);
    for (const quote of wanted)
      if (!partner.has(quote)) log.note(comparison, "missed", quote.spans, { type: quote.kind });
    for (const quote of rivals)
      if (!partner.has(quote)) log.note(comparison, "spurious", quote.spans, { type: quote.kind });
  };

  const result = (): QuoteSetScores => ({
    "content@0.5": measure(half),
    "content@0.8": measure(most),
    contentEdges: measure(edges),
    speakerAccuracy: percentOf(speaker.right, speaker.asked),
    cueAccuracy: percentOf(cue.right, cue.asked),
    attributed: measure(attributed),
  });
  const sums = () => [half, most, edges, attributed, speaker, cue];
  return { add, result, errors: log.noted, errorTotals: log.totals, sums };
}

export const touches = (gold: readonly Span[], found: Span | null): boolean =>
  found !== null && gold.some((span) => overlaps(span, found));

function sameEdges(a: QuoteContent, b: QuoteContent): boolean {
  const [left, right] = [hull(a), hull(b)];
  return left.start === right.start && left.end === right.end;
}
