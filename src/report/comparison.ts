import { type ArticleDiff, isSame } from "../diff/article-diff.ts";
import {
  type Comparison,
  REPORT_KINDS,
  REPORT_LAYERS,
  type ReportArticle,
  type ReportChange,
  type ReportKind,
  type ReportLayer,
} from "./page-data.ts";
import type { ComparedArticle } from "./report-article.ts";

interface LayerCounts {
  before: number;
  after: number;
  changed: number;
  kinds: Record<ReportKind, number>;
  gains: number;
  losses: number;
}

/** Counts how two runs differ, article by article. */
export class ComparisonTally {
  readonly #articles = { changed: 0, onlyBefore: 0, onlyAfter: 0, inParts: 0 };
  readonly #layers = new Map<ReportLayer, LayerCounts>(REPORT_LAYERS.map((layer) => [layer, noCounts()]));
  readonly #rules = new Map<string, { changed: number; gains: number; losses: number }>();

  add({ a, b }: ComparedArticle["shown"], { changes }: ReportArticle, diff: ArticleDiff): void {
    if (!isSame(diff)) this.#articles.changed++;
    if (diff.only === "before") this.#articles.onlyBefore++;
    if (diff.only === "after") this.#articles.onlyAfter++;
    if (diff.parts.length > 0) this.#articles.inParts++;
    for (const { layer } of a?.marks ?? []) this.#layers.get(layer)!.before++;
    for (const { layer } of b?.marks ?? []) this.#layers.get(layer)!.after++;
    for (const change of changes) this.#addChange(change);
  }

  #addChange({ layer, kinds, rule, verdict }: ReportChange): void {
    const ofLayer = this.#layers.get(layer)!;
    const ofRule = this.#rules.get(rule ?? layer) ?? { changed: 0, gains: 0, losses: 0 };
    this.#rules.set(rule ?? layer, ofRule);
    for (const kind of kinds) ofLayer.kinds[kind]++;
    for (const counts of [ofLayer, ofRule]) {
      counts.changed++;
      if (verdict === "gain") counts.gains++;
      if (verdict === "loss") counts.losses++;
    }
  }

  comparison(): Comparison {
    return {
      ...this.#articles,
      // Changes of repairs are those of the text.
      layers: [...this.#layers]
        .filter(([layer]) => layer !== "repairs")
        .map(([layer, counts]) => ({ layer, ...counts })),
      rules: [...this.#rules]
        .map(([rule, counts]) => ({ rule, ...counts }))
        .sort((a, b) => b.changed - a.changed || (a.rule < b.rule ? -1 : 1)),
    };
  }
}

const noCounts = (): LayerCounts => ({
  before: 0,
  after: 0,
  changed: 0,
  kinds: Object.fromEntries(REPORT_KINDS.map((kind) => [kind, 0])) as Record<ReportKind, number>,
  gains: 0,
  losses: 0,
});
