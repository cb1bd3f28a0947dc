import { InputError } from "../input-error.ts";
import { type ArticleSums, articleSums } from "./article-sums.ts";
import { type BlockScores, scoreBlocks } from "./blocks.ts";
import { type BodyScores, scoreBody } from "./body.ts";
import { type ClusterScores, scoreClusters } from "./clusters.ts";
import { compare, type ScoredDocument } from "./comparison.ts";
import { type DateScores, scoreDates } from "./dates.ts";
import { type EntityScores, scoreEntities } from "./entities.ts";
import type { ErrorKind, ScoreError } from "./errors.ts";
import type { GoldArticle } from "./gold.ts";
import type { LayerScorer } from "./layer-scorer.ts";
import { type MoneyScores, scoreMoney } from "./money.ts";
import { type QuantityScores, scoreQuantities } from "./quantities.ts";
import { type QuoteScores, scoreQuotes } from "./quotes.ts";
import { type RepairScores, scoreRepair } from "./repair.ts";
import { type SentenceScores, scoreSentences } from "./sentences.ts";
import { givesBack, isSameText } from "./source-offsets.ts";
import { scoreTokens, type TokenScores } from "./tokens.ts";
import type { GoldTypes } from "./type-folding.ts";
import { scoreTypes, type TypeScores } from "./types.ts";

export type { ScoredDocument } from "./comparison.ts";
export type { ErrorKind, ScoreError } from "./errors.ts";

interface LayerScores {
  readonly entities: EntityScores;
  readonly clusters: ClusterScores;
  readonly dates: DateScores;
  readonly money: MoneyScores;
  readonly quantities: QuantityScores;
  readonly quotes: QuoteScores;
  readonly blocks: BlockScores;
  readonly sentences: SentenceScores;
  readonly tokens: TokenScores;
  readonly body: BodyScores;
}

/** The layers that can be scored, in the order of the result. */
export type ScoredLayer = keyof LayerScores;

const LAYERS: { readonly [L in ScoredLayer]: (limit: number) => LayerScorer<LayerScores[L]> } = {
  entities: scoreEntities,
  clusters: scoreClusters,
  dates: scoreDates,
  money: scoreMoney,
  quantities: scoreQuantities,
  quotes: scoreQuotes,
  blocks: scoreBlocks,
  sentences: scoreSentences,
  tokens: scoreTokens,
  body: scoreBody,
};

/**
 * Articles in the gold, and those that had a document. From a document that counts in `textMismatch` the source cannot be
 * rebuilt, or its text is not the one that the gold says reading and repair should give: its offsets may be off, and that is a
 * defect in itself. Only the first few ids are listed.
 */
export interface DocumentCounts {
  gold: number;
  scored: number;
  missing: number;
  textMismatch: number;
  missingIds?: string[];
  mismatchIds?: string[];
}

/** Scores by layer, in percent; plain data for JSON. Layers that the gold does not have are absent. */
export interface ScoreResult extends Partial<LayerScores> {
  /** Absent for a gold file of repairs. */
  readonly docs?: DocumentCounts;
  /** Scores by type, if the types of the gold were given. */
  readonly types?: TypeScores;
  /** Only for a gold file of repairs, which has no other scores. */
  readonly repair?: RepairScores;
}

export interface ScorerOptions {
  /** Score only these layers. */
  readonly layers?: readonly string[];
  /** Keep the first errors of each layer and kind, up to this many; 0 if not given. */
  readonly errors?: number;
  /** The types that the gold uses (`goldTypes`), if each is to be scored by itself. */
  readonly types?: GoldTypes;
  /** Keep what each article adds to the scores, so that they can be `weighted`; some kilobytes for each. */
  readonly resample?: boolean;
}

/** How many errors there are, by layer and kind. */
export type ErrorTotals = Readonly<Record<string, Readonly<Partial<Record<ErrorKind, number>>>>>;

export interface Scorer {
  /** Scores what was found in one article; null if there is no document, which counts as one with no annotations. */
  add(gold: GoldArticle, document: ScoredDocument | null): void;
  /** The scores of all articles added so far. */
  result(): ScoreResult;
  /** The first errors of each layer and kind, by layer and then in the order of the articles. */
  errors(): ScoreError[];
  /** All errors, those too that were not kept. */
  errorTotals(): ErrorTotals;
  /** How many articles were added. */
  articles(): number;
  /** The scores of so many copies of each article, in the order they were added; needs `resample`. */
  weighted(times: ArrayLike<number>): ScoreResult;
}

/** Ids listed of missing and mismatched documents. */
const MOST_LISTED = 5;

/**
 * Makes a scorer. It takes articles one at a time and keeps none of them, so a gold file may be of any length. If the
 * first one is a case of repair (it has `fixed`), all are taken as such. Throws an `InputError` if `layers` names one
 * that cannot be scored.
 */
export function createScorer({ layers, errors: limit = 0, types, resample }: ScorerOptions = {}): Scorer {
  const wanted = wantedLayers(layers);
  const repair = scoreRepair(limit);
  const docs: DocumentCounts = { gold: 0, scored: 0, missing: 0, textMismatch: 0 };
  const scorers = new Map<ScoredLayer, LayerScorer<unknown>>();
  const byType = types && scoreTypes(types);
  const sums = new Map<string, ArticleSums>();
  let isRepair: boolean | null = null;
  let articles = 0;

  const scorerOf = (layer: ScoredLayer): LayerScorer<unknown> => {
    const scorer = scorers.get(layer) ?? LAYERS[layer](limit);
    scorers.set(layer, scorer);
    return scorer;
  };
  const present = () => wanted.flatMap((layer) => (scorers.has(layer) ? [[layer, scorers.get(layer)!] as const] : []));

  const used = (): (readonly [string, LayerScorer<unknown>])[] => (isRepair ? [["repair", repair]] : present());
  const noteSums = (name: string, scorer: Pick<LayerScorer<unknown>, "sums">): void => {
    if (!resample || !scorer.sums) return;
    const own = sums.get(name) ?? articleSums(scorer.sums);
    sums.set(name, own);
    own.note(articles);
  };
  const result = (): ScoreResult => {
    if (isRepair) return { repair: repair.result() };
    const scored = Object.fromEntries(present().map(([layer, scorer]) => [layer, scorer.result()]));
    const typed = byType?.result() ?? {};
    return { docs, ...scored, ...(Object.keys(typed).length > 0 && { types: typed }) };
  };

  return {
    add: (gold, document) => {
      isRepair ??= gold.fixed !== undefined;
      const comparison = compare(gold, document);
      if (isRepair) repair.add(comparison);
      else {
        countDocument(docs, gold, document);
        for (const layer of wanted) if (gold[layer] !== undefined) scorerOf(layer).add(comparison);
        byType?.add(comparison, wanted);
      }
      for (const [name, scorer] of used()) noteSums(name, scorer);
      if (byType) noteSums("types", byType);
      articles++;
    },
    result,
    errors: () => used().flatMap(([, scorer]) => scorer.errors()),
    errorTotals: () =>
      Object.fromEntries(
        used().map(([layer, scorer]) => [layer, Object.fromEntries(scorer.errorTotals?.() ?? [])] as const),
      ),
    articles: () => articles,
    weighted: (times) => {
      for (const own of sums.values()) own.weigh(times);
      const scores = result();
      for (const own of sums.values()) own.restore();
      const known = Object.entries(scores).filter(([layer]) => sums.has(layer));
      return Object.fromEntries(known);
    },
  };
}

/** What can be named as a layer. */
export const SCORED_LAYERS: readonly string[] = [...Object.keys(LAYERS), "repair"];

function wantedLayers(names: readonly string[] | undefined): ScoredLayer[] {
  const all = Object.keys(LAYERS) as ScoredLayer[];
  for (const name of names ?? [])
    if (name !== "repair" && !Object.hasOwn(LAYERS, name))
      throw new InputError(`there is no layer "${name}" to be scored`, `choose from ${all.join(", ")}, repair`);
  return names ? all.filter((layer) => names.includes(layer)) : all;
}

function countDocument(docs: DocumentCounts, gold: GoldArticle, document: ScoredDocument | null): void {
  docs.gold++;
  if (!document) {
    docs.missing++;
    docs.missingIds = listed(docs.missingIds, gold.id);
    return;
  }
  docs.scored++;
  const { text, source } = gold;
  if (text === undefined) return;
  if (source === undefined ? givesBack(document.text, text) : isSameText(document.text.value, text)) return;
  docs.textMismatch++;
  docs.mismatchIds = listed(docs.mismatchIds, gold.id);
}

const listed = (ids: readonly string[] = [], id: string): string[] => [...ids, id].slice(0, MOST_LISTED);
