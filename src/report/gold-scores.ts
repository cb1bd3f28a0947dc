import type { Document } from "../schema/document.ts";
import type { GoldArticle } from "../score/gold.ts";
import { createScorer, type ScoreResult, type Scorer } from "../score/score.ts";
import type { GoldError, GoldOverview, Score } from "./page-data.ts";
import { barOf } from "./run-overview.ts";

/** Errors of an article that are kept for its page. */
const MOST_ERRORS = 500;

/** The measures that can speak for a layer; the first that its gold allows does. */
const HEADLINES = [
  ["entities core"],
  ["clusters mentions"],
  ["dates value", "dates relaxed"],
  ["money value", "money relaxed"],
  ["quantities value", "quantities relaxed"],
  ["quotes all attributed"],
] as const;

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
    const scores = scoresOf(own.result());
    for (const { name, percent } of headlinesOf(scores)) {
      const bars = this.#perArticle.get(name) ?? new Array<number>(10).fill(0);
      this.#perArticle.set(name, bars);
      bars[barOf(percent / 100)]!++;
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
    const scores = this.#scorers.map((scorer) => scoresOf(scorer.result()));
    return {
      articles: this.articles,
      missing: this.missing,
      headlines: headlinesOf(scores.at(-1)!).map(({ name }) => name),
      scores,
      perArticle: HEADLINES.flat().flatMap((measure) => {
        const f1 = this.#perArticle.get(measure);
        return f1 ? [{ measure, f1 }] : [];
      }),
    };
  }
}

/** A score that nothing was counted for is none. */
const isAsked = ({ gold = 1, pred = 1 }: { gold?: number; pred?: number }): boolean => gold + pred > 0;

const headlinesOf = (scores: readonly Score[]): Score[] =>
  HEADLINES.flatMap((names) => {
    const found = names.map((name) => scores.find((score) => score.name === name)).find((score) => score !== undefined);
    return found ? [found] : [];
  });

/** The percentages of a result, each by the path that leads to it. */
function scoresOf(result: ScoreResult, path: readonly string[] = []): Score[] {
  return Object.entries(result).flatMap(([key, value]): Score[] => {
    const name = [...path, key].join(" ");
    if (typeof value === "number") return [{ name, percent: value, precision: null, recall: null }];
    if (typeof value !== "object" || value === null || key === "docs") return [];
    if ("f1" in value) {
      const { p, r, f1, ...counts } = value as Record<"p" | "r" | "f1" | "gold" | "pred", number>;
      return isAsked(counts) ? [{ name, percent: f1, precision: p, recall: r }] : [];
    }
    if ("pct" in value) return [{ name, percent: value.pct as number, precision: null, recall: null }];
    return scoresOf(value, [...path, key]);
  });
}
