import { percent, percentOf } from "./counts.ts";
import { errorLog } from "./errors.ts";
import type { LayerScorer } from "./layer-scorer.ts";

/** Means over `docs` articles, in percent. */
export interface BodyScores {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  readonly docs: number;
}

/** Words in a gram: enough that grams hardly ever repeat, so that order matters. */
const WORDS = 4;

/** A body whose F1 is lower is listed among the errors. */
const LOW = 0.8;

/**
 * Scores the body text that was extracted: four-word sequences that it shares with the expected one (the measure of
 * Scrapinghub's article-extraction-benchmark). Each article counts the same, however long it is.
 */
export function scoreBody(limit: number): LayerScorer<BodyScores> {
  const sum = { p: 0, r: 0, f1: 0, docs: 0 };
  const log = errorLog("body", limit);
  return {
    add: (comparison) => {
      const gold = grams(comparison.gold.body ?? "");
      const found = grams(comparison.document.text.value);
      const common = 2 * shared(gold, found);
      const f1 = common / (size(gold) + size(found));
      sum.p += common / 2 / size(found);
      sum.r += common / 2 / size(gold);
      sum.f1 += f1;
      sum.docs++;
      if (f1 < LOW) log.note(comparison, "low", [], { got: `F1 ${percent(f1)}` });
    },
    result: () => {
      const [p, r, f1] = [sum.p, sum.r, sum.f1].map((all) => percentOf(all, sum.docs)) as [number, number, number];
      return { p, r, f1, docs: sum.docs };
    },
    errors: log.noted,
    errorTotals: log.totals,
    sums: () => [sum],
  };
}

/** How often each gram occurs. A text of fewer words, or none, is one gram, so there always is one. */
function grams(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = new Map<string, number>();
  for (let i = 0; i === 0 || i + WORDS <= words.length; i++) {
    const gram = words.slice(i, i + WORDS).join(" ");
    found.set(gram, (found.get(gram) ?? 0) + 1);
  }
  return found;
}

function size(bag: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const times of bag.values()) sum += times;
  return sum;
}

/** Grams that both have, each as often as both have it. */
function shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let times = 0;
  for (const [gram, inA] of a) times += Math.min(inA, b.get(gram) ?? 0);
  return times;
}
