import { QuoteType } from "../schema/quotes.ts";
import { clusterMatch } from "./cluster-match.ts";
import type { Comparison } from "./comparison.ts";
import { type Measure, measure, noCounts, percentOf } from "./counts.ts";
import { errorLog } from "./errors.ts";
import type { GoldQuote } from "./gold.ts";
import type { Sums } from "./layer-scorer.ts";
import { type FoundSaid, type GoldSaid, pairQuotes } from "./quote-pairing.ts";

/** Quotes found with their type, scare quotes too. */
export type QuoteTypeScores = Record<"all" | QuoteType, Measure>;

/** Among quotes found for which the gold says it, how many have the same, in percent. */
export type QuoteDetailScores = Record<"speakerEntity" | "speakerKind" | "order" | "parent", number>;

const KINDS = ["all", ...QuoteType.options] as const;

/** Scores what only complete gold says of quotes: its quotes have an `order`. Content must agree by half. */
export function tallyDetails(limit: number) {
  const types = new Map(KINDS.map((kind) => [kind, noCounts()]));
  const asked = { speakerEntity: noShare(), speakerKind: noShare(), order: noShare(), parent: noShare() };
  const log = errorLog("quotes", limit);
  let isComplete = false;

  const add = (comparison: Comparison): void => {
    const quotes = comparison.gold.quotes ?? [];
    if (quotes.length > 0 && !quotes.some(({ order }) => order !== undefined)) return;
    isComplete ||= quotes.length > 0;
    const { gold, found, pairs } = pairQuotes(comparison, () => true);
    for (const kind of KINDS) {
      const isKind = ({ kind: own }: GoldSaid | FoundSaid) => kind === "all" || own === kind;
      const counts = types.get(kind)!;
      counts.gold += gold.filter(isKind).length;
      counts.pred += found.filter(isKind).length;
      counts.tp += pairs.filter((pair) => isKind(pair.gold) && pair.gold.kind === pair.found.kind).length;
    }
    const paired = new Set(pairs.flatMap((pair) => [pair.gold, pair.found]));
    for (const quote of gold)
      if (quote.kind === "scare" && !paired.has(quote)) log.note(comparison, "missed", quote.spans, { type: "scare" });
    for (const quote of found)
      if (quote.kind === "scare" && !paired.has(quote))
        log.note(comparison, "spurious", quote.spans, { type: "scare" });

    const cluster = clusterMatch(comparison);
    const partner = new Map(pairs.map((pair) => [pair.found.quote.id, quotes.indexOf(pair.gold.quote)]));
    const parentOf = (id: string | null) => (id === null ? null : (partner.get(id) ?? -1));
    for (const { gold, found } of pairs) {
      const { quote } = gold;
      const check = (
        part: keyof QuoteDetailScores,
        is: string | number | null | undefined,
        got: string | number | null,
      ) => {
        if (is === undefined) return;
        asked[part].of++;
        if (is === got) asked[part].right++;
        else
          log.note(comparison, "value", gold.spans, {
            type: part,
            gold: inWords(part, is, comparison),
            got: inWords(part, got, comparison),
          });
      };
      // Among what is spoken it is noted already.
      if (gold.kind !== found.kind && (gold.kind === "scare" || found.kind === "scare"))
        log.note(comparison, "type", gold.spans, { gold: gold.kind, got: found.kind });
      if (gold.kind !== "scare") {
        check("speakerEntity", quote.entity, cluster(found.quote.speaker.entity));
        check("speakerKind", quote.speakerKind, found.quote.speaker.kind);
        check("order", quote.order, found.quote.order);
      }
      check("parent", quote.parent, parentOf(found.quote.parent));
    }
  };

  const result = (): { types?: QuoteTypeScores; details?: QuoteDetailScores } =>
    isComplete
      ? {
          types: Object.fromEntries([...types].map(([kind, counts]) => [kind, measure(counts)])) as QuoteTypeScores,
          details: Object.fromEntries(
            Object.entries(asked).map(([part, { right, of }]) => [part, percentOf(right, of)]),
          ) as QuoteDetailScores,
        }
      : {};
  const sums = (): Sums[] => [...types.values(), ...Object.values(asked)];
  return { add, result, errors: log.noted, errorTotals: log.totals, sums };
}

const noShare = () => ({ right: 0, of: 0 });

function inWords(
  part: keyof QuoteDetailScores,
  value: string | number | null,
  { gold, text }: Comparison,
): string | null {
  if (typeof value !== "number") return value;
  if (part === "speakerEntity") return gold.clusters?.[value]?.name ?? null;
  const parent: GoldQuote | undefined = gold.quotes?.[value];
  return parent ? text.slice(...parent.spans[0]!) : "another quote";
}
