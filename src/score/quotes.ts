import type { Span } from "../schema/span.ts";
import { overlaps } from "../span.ts";
import { type Comparison, wordsAt } from "./comparison.ts";
import { type Measure, measure, noCounts, percentOf } from "./counts.ts";
import { addTotals, errorLog } from "./errors.ts";
import type { LayerScorer } from "./layer-scorer.ts";
import { hull, type QuoteContent } from "./quote-content.ts";
import { type QuoteDetailScores, type QuoteTypeScores, tallyDetails } from "./quote-details.ts";
import { type FoundSaid, type GoldSaid, type PairedQuotes, pairQuotes, type QuotePair } from "./quote-pairing.ts";

/**
 * Content found, by how much of it must agree; speakers and cues right among the quotes found for which the gold names
 * one; `attributed`: content and speaker right.
 */
export type QuoteSetScores = Record<"content@0.5" | "content@0.8" | "contentEdges" | "attributed", Measure> &
  Record<"speakerAccuracy" | "cueAccuracy", number>;

/**
 * `quoted` is what stands in quotation marks, direct and mixed; `all` adds indirect speech. `types` and `details` are there if
 * the gold is complete.
 */
export type QuoteScores = Record<"quoted" | "all", QuoteSetScores> & {
  types?: QuoteTypeScores;
  details?: QuoteDetailScores;
};

/** Scores quotes and their speakers. Scare quotes are nobody's speech and are left out of what was found, but for `types`. */
export function scoreQuotes(limit: number): LayerScorer<QuoteScores> {
  const quoted = tally(["direct", "mixed"], 0);
  const all = tally(["direct", "mixed", "indirect"], limit);
  const details = tallyDetails(limit);
  return {
    add: (comparison) => {
      const paired = pairQuotes(comparison, ({ type }) => type !== "scare");
      for (const { add } of [quoted, all]) add(comparison, paired);
      details.add(comparison);
    },
    result: () => ({ quoted: quoted.result(), all: all.result(), ...details.result() }),
    errors: () => [...all.errors(), ...details.errors()], // `quoted` notes some of the same
    errorTotals: () => addTotals(all.errorTotals(), details.errorTotals()),
    sums: () => [...quoted.sums(), ...all.sums(), ...details.sums()],
  };
}

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
        rule: found.quote.rule,
      });
    if (found.kind !== gold.kind)
      log.note(comparison, "type", gold.spans, { gold: gold.kind, got: found.kind, rule: found.quote.rule });
    if (isAsked && !isRight)
      log.note(comparison, "speaker", gold.spans, {
        type: gold.kind,
        gold: gold.speaker.map(({ start, end }) => comparison.text.slice(start, end)).join(" … "),
        got: found.speaker && comparison.text.slice(found.speaker.start, found.speaker.end),
        rule: found.quote.rule,
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
      if (!partner.has(quote))
        log.note(comparison, "spurious", quote.spans, { type: quote.kind, rule: quote.quote.rule });
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
