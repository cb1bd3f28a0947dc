import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrapIntervals, pairedDifferences, RESAMPLES } from "../../src/score/bootstrap.ts";
import type { ScoredDocument } from "../../src/score/comparison.ts";
import type { GoldArticle } from "../../src/score/gold.ts";
import { createScorer, type Scorer } from "../../src/score/score.ts";
import { goldTypes } from "../../src/score/type-folding.ts";
import { articleAndDocument } from "./articles.ts";
import { documentOf, gold } from "./made.ts";

/** A scorer whose articles have one name each, which is found or not. */
function scorerOf(found: readonly boolean[]): Scorer {
  const scorer = createScorer({ resample: true });
  for (const isFound of found)
    scorer.add(
      gold({ text: "On May 5.", dates: [{ start: 3, end: 8 }] }),
      documentOf("On May 5.", { dates: isFound ? [dateAt(3, 8)] : [] }),
    );
  return scorer;
}

const dateAt = (start: number, end: number) =>
  ({ start, end, type: "DATE", value: "2026-05-05" }) as ScoredDocument["dates"][number];

describe("intervals", () => {
  it("come near the binomial's where each article is one trial", () => {
    const scorer = scorerOf(Array.from({ length: 100 }, (_, i) => i % 10 < 7));
    const { "dates strict r": recall, "dates strict p": precision } = bootstrapIntervals(scorer);
    // 70 of 100: a normal approximation gives 61.0 to 79.0.
    expect(Math.abs(recall![0] - 61)).toBeLessThan(2);
    expect(Math.abs(recall![1] - 79)).toBeLessThan(2);
    expect(precision).toEqual([100, 100]);
  });

  it("leave the scores as they were", () => {
    const scorer = scorerOf([true, false, true]);
    const before = structuredClone(scorer.result());
    bootstrapIntervals(scorer);
    expect(scorer.result()).toEqual(before);
  });

  it("are none of a single article, whose draws are all the same", () => {
    expect(bootstrapIntervals(scorerOf([true]))).toEqual({});
    expect(pairedDifferences(scorerOf([false]), scorerOf([true]))["dates strict r"]).toEqual({ difference: 100 });
  });

  it("draw a thousand times", () => {
    let draws = 0;
    const scorer = scorerOf([true, false]);
    bootstrapIntervals({
      articles: scorer.articles,
      weighted: (times) => {
        draws++;
        expect(Array.from(times).reduce((sum, copies) => sum + copies)).toBe(2);
        return scorer.weighted(times);
      },
    });
    expect(draws).toBe(RESAMPLES);
  });

  it("of a difference are narrower than those of the two scores: what is hard for both cancels out", () => {
    const hard = Array.from({ length: 60 }, (_, i) => i % 2 === 0);
    const better = hard.map((found, i) => found || i % 20 === 1);
    const differences = pairedDifferences(scorerOf(hard), scorerOf(better));
    const { difference, interval = [Number.NaN, Number.NaN] } = differences["dates strict r"]!;
    expect(difference).toBe(5);
    expect(interval[0]).toBeGreaterThanOrEqual(0);
    expect(interval[1] - interval[0]).toBeLessThan(13);
    const [low, high] = bootstrapIntervals(scorerOf(better))["dates strict r"]!;
    expect(high - low).toBeGreaterThan(20);
  });
});

describe("weighted scores", () => {
  it("are those of so many copies of each article, in every layer", async () => {
    const cases = fc.sample(articleAndDocument, { seed: 11, numRuns: 60 });
    for (let i = 0; i + 3 <= cases.length; i += 3) {
      const some = cases.slice(i, i + 3).map(({ article, document }, k) => [{ id: `a${k}`, ...article }, document]);
      const articles = some as unknown as (readonly [GoldArticle, ScoredDocument | null])[];
      const types = await goldTypes(articles.map(([article]) => article));
      const scorer = createScorer({ types, resample: true });
      for (const [article, document] of articles) scorer.add(article, document);
      const times = [2, 0, 1];
      const copies = createScorer({ types });
      for (const [k, [article, document]] of articles.entries())
        for (let copy = 0; copy < times[k]!; copy++) copies.add(article, document);
      const { docs: _, ...expected } = copies.result();
      // Layers that only the article without copies has are of no articles, and so are NORP's.
      expect(scorer.weighted(times)).toMatchObject(expected);
    }
  });

  it("work for repairs and bodies, whose scores are shares and means", () => {
    const repairs = createScorer({ resample: true });
    repairs.add(gold({ text: "Ã©", fixed: "é", group: "g" }), documentOf("é"));
    repairs.add(gold({ text: "Ã¨", fixed: "è" }), documentOf("Ã¨"));
    expect(repairs.weighted([3, 1]).repair).toEqual({
      g: { right: 3, of: 3, pct: 100 },
      all: { right: 3, of: 4, pct: 75 },
    });
    const bodies = createScorer({ resample: true });
    bodies.add(gold({ body: "a b c d" }), documentOf("a b c d"));
    bodies.add(gold({ body: "a b c d" }), documentOf("e f g h"));
    expect(bodies.weighted([3, 1]).body).toEqual({ p: 75, r: 75, f1: 75, docs: 4 });
  });
});
