import type { ArticleSide, ChangeColumns, IndexRow, ReportArticle, ReportIndex } from "./page-data.ts";
import { REPORT_KINDS, REPORT_LAYERS, VERDICTS } from "./page-data.ts";
import { rounded } from "./run-overview.ts";

/** Where an article is kept. */
export interface PacketPlace {
  readonly packet: number;
  readonly at: number;
}

/** Makes the list of all articles and changes, which the page holds in memory: a line for each, in numbers. */
export class ArticleIndex {
  readonly #rules = new Map<string, number>();
  readonly #articles: IndexRow[] = [];
  readonly #changes = {
    article: [] as number[],
    at: [] as number[],
    layer: [] as number[],
    kinds: [] as number[],
    rule: [] as number[],
    verdict: [] as number[],
  } satisfies ChangeColumns;

  /** Adds an article; `isPair` if there are two runs. */
  add(article: ReportArticle, { packet, at }: PacketPlace, isPair: boolean): void {
    const { id, title, published, changes, errors } = article;
    const shown = lastSide(article);
    const rated = shown.marks.flatMap(({ confidence }) => confidence ?? []);
    const rules = new Set(shown.marks.flatMap(({ rule }) => (rule === null ? [] : [this.#ruleIndex(rule)])));
    for (const [which, { layer, kinds, rule, verdict }] of changes.entries()) {
      this.#changes.article.push(this.#articles.length);
      this.#changes.at.push(which);
      this.#changes.layer.push(REPORT_LAYERS.indexOf(layer));
      this.#changes.kinds.push(kinds.reduce((bits, kind) => bits | (1 << REPORT_KINDS.indexOf(kind)), 0));
      this.#changes.rule.push(rule === null ? -1 : this.#ruleIndex(rule));
      this.#changes.verdict.push(verdict === null ? -1 : VERDICTS.indexOf(verdict));
    }
    this.#articles.push({
      id,
      title,
      published,
      packet,
      at,
      annotations: shown.marks.filter(({ layer }) => layer !== "repairs").length,
      confidence: rated.length > 0 ? rounded(rated.reduce((sum, one) => sum + one, 0) / rated.length) : null,
      notes: shown.notes.length,
      changes: changes.length + Number(article.parts.length > 0),
      gains: changes.filter(({ verdict }) => verdict === "gain").length,
      losses: changes.filter(({ verdict }) => verdict === "loss").length,
      only: !isPair || (article.a && article.b) ? null : article.a ? "A" : "B",
      errors: errors === null ? null : errors.length,
      rules: [...rules],
    });
  }

  index(): ReportIndex {
    return { rules: [...this.#rules.keys()], articles: this.#articles, changes: this.#changes };
  }

  #ruleIndex(rule: string): number {
    const known = this.#rules.get(rule);
    if (known !== undefined) return known;
    this.#rules.set(rule, this.#rules.size);
    return this.#rules.size - 1;
  }
}

/** The side that counts: that of the last run that has the article. */
function lastSide({ a, b }: ReportArticle): ArticleSide {
  return b === null || b === "same" ? a! : b;
}
