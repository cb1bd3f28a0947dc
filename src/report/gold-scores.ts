import type { Document } from "../schema/document.ts";
import type { GoldArticle } from "../score/gold.ts";
import { createScorer, type ScoreResult, type Scorer } from "../score/score.ts";
import type { GoldError, GoldOverview, Score } from "./page-data.ts";
import { barOf } from "./run-overview.ts";

/** Errors of an article that are kept for its page. */
const MOST_ERRORS = 500;

/** The measure that speaks for a layer, the first that its gold allows. */
const HEADLINES: Readonly<Record<string, readonly string[]>> = {
  entities: ["core"],
  dates: ["value", "relaxed"],
  money: ["value", "relaxed"],
  quantities: ["value", "relaxed"],
  quotes: ["all attributed"],
  sentences: [],
  tokens: [],
};

/** Scores one run or two against gold, article by article. */
export class GoldTally {
  articles = 0;
  missing = 0;
  readonly #scorers: readonly Scorer[];
  readonly #perArticle = new Map<string, number[]>();

  constructor(runs: number) {
    this.#scorers = Array.from({ length: runs }, () => createScorer());
  }

  /** Scores an article, null for a run that does not have it; gives what gold has against the last run. */
  add(gold: GoldArticle, documents: readonly (Document | null)[]): GoldError[] {
    this.articles++;
    for (const [run, scorer] of this.#scorers.entries()) scorer.add(gold, documents[run] ?? null);
    const last = documents.at(-1) ?? null;
    if (last === null) this.missing++;
    const own = createScorer({ errors: MOST_ERRORS });
    own.add(gold, last);
    for (const [layer, measures] of Object.entries(HEADLINES)) {
      const scores = scoresOf(own.result());
      const headline = measures.map((name) => scores.find((score) => score.name === `${layer} ${name}`)).find(Boolean);
      if (!headline || headline.gold + headline.found === 0) continue;
      const bars = this.#perArticle.get(layer) ?? new Array<number>(10).fill(0);
      this.#perArticle.set(layer, bars);
      bars[barOf(headline.f1 / 100)]!++;
    }
    return own.errors().map(({ layer, kind, context = null, type, gold: wanted, got }) => ({
      layer,
      kind,
      context,
      gold: wanted ?? (kind === "missed" ? (type ?? null) : null),
      got: got ?? (kind === "spurious" ? (type ?? null) : null),
    }));
  }

  overview(): GoldOverview {
    return {
      articles: this.articles,
      missing: this.missing,
      scores: this.#scorers.map((scorer) => scoresOf(scorer.result())),
      perArticle: [...this.#perArticle].map(([layer, f1]) => ({ layer, f1 })),
    };
  }
}

/** The measures of a result with precision and recall, each by the path that leads to it. */
function scoresOf(result: ScoreResult, path: readonly string[] = []): Score[] {
  return Object.entries(result).flatMap(([key, value]): Score[] => {
    if (typeof value !== "object" || value === null || key === "docs") return [];
    if (!("f1" in value && "p" in value)) return scoresOf(value, [...path, key]);
    const { p, r, f1, gold, pred } = value as Record<"p" | "r" | "f1" | "gold" | "pred", number>;
    return [{ name: [...path, key].join(" "), precision: p, recall: r, f1, gold, found: pred }];
  });
}
