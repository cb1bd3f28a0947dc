import type { Document } from "../schema/document.ts";
import type { Provenance } from "../schema/provenance.ts";
import { DIFF_LAYERS, type DiffLayer } from "./annotation.ts";
import { type ArticleDiff, CHANGE_KINDS, type ChangeKind, isSame, type Side } from "./article-diff.ts";
import { VERDICTS, type Verdict } from "./verdict.ts";

export type KindCounts = Record<ChangeKind, number>;

/** How many changes are judged to be what; all are 0 without gold. */
export type VerdictCounts = Record<Verdict, number>;

/** Annotations on each side, and how many of them differ in which way; one that differs in two ways counts in `changed` once. */
export interface LayerTotals extends KindCounts, VerdictCounts {
  before: number;
  after: number;
  changed: number;
}

/** What stands behind documents: versions, options and models, and how many documents have them. */
export interface Maker {
  readonly provenance: Provenance;
  documents: number;
}

/** What two runs have and how they differ. Plain data for JSON. */
export interface DiffTotals {
  readonly articles: {
    before: number;
    after: number;
    onlyBefore: number;
    onlyAfter: number;
    /** Those that differ in something beside annotations. */
    inParts: number;
    changed: number;
  };
  readonly layers: Readonly<Record<DiffLayer, LayerTotals>>;
  /** By the rule that made what differs, as `layer rule` for annotations that have none. */
  readonly rules: Readonly<Record<string, KindCounts & VerdictCounts>>;
  readonly madeBy: { readonly before: readonly Maker[]; readonly after: readonly Maker[] };
}

/** Makers that are told apart; a run has one, as a rule. */
const MOST_MAKERS = 20;

/** Counts differences, article by article, and keeps none of them. */
export class DiffTally {
  readonly articles: DiffTotals["articles"] = {
    before: 0,
    after: 0,
    onlyBefore: 0,
    onlyAfter: 0,
    inParts: 0,
    changed: 0,
  };
  readonly layers = Object.fromEntries(
    DIFF_LAYERS.map((layer) => [layer, { before: 0, after: 0, changed: 0, ...noKinds() }]),
  ) as Record<DiffLayer, LayerTotals>;
  readonly #rules = new Map<string, KindCounts & VerdictCounts>();
  readonly #makers = { before: new Map<string, Maker>(), after: new Map<string, Maker>() };

  /** Counts an article: what each side has, and the differences. */
  add(before: Side | null, after: Side | null, diff: ArticleDiff): void {
    const { changes, only, parts } = diff;
    const { articles, layers } = this;
    if (before) articles.before++;
    if (after) articles.after++;
    if (only === "before") articles.onlyBefore++;
    if (only === "after") articles.onlyAfter++;
    if (parts.length > 0) articles.inParts++;
    for (const { layer } of before?.annotations ?? []) layers[layer].before++;
    for (const { layer } of after?.annotations ?? []) layers[layer].after++;
    if (!isSame(diff)) articles.changed++;
    for (const { layer, kinds, rule, verdict } of changes) {
      const name = rule ?? layer;
      const ofRule = this.#rules.get(name) ?? noKinds();
      this.#rules.set(name, ofRule);
      layers[layer].changed++;
      for (const kind of verdict ? [...kinds, verdict] : kinds) {
        layers[layer][kind]++;
        ofRule[kind]++;
      }
    }
  }

  /** Notes what made the document of an article. */
  madeBy(side: "before" | "after", { provenance }: Document): void {
    const makers = this.#makers[side];
    const key = JSON.stringify(provenance);
    const maker = makers.get(key);
    if (maker) maker.documents++;
    else if (makers.size < MOST_MAKERS) makers.set(key, { provenance, documents: 1 });
  }

  totals(): DiffTotals {
    const byName = [...this.#rules].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      articles: this.articles,
      layers: this.layers,
      rules: Object.fromEntries(byName),
      madeBy: { before: [...this.#makers.before.values()], after: [...this.#makers.after.values()] },
    };
  }
}

const noKinds = (): KindCounts & VerdictCounts =>
  Object.fromEntries([...CHANGE_KINDS, ...VERDICTS].map((kind) => [kind, 0])) as KindCounts & VerdictCounts;
