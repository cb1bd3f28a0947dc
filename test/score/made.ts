import type { DateExpression } from "../../src/schema/dates.ts";
import type { Entity, EntityType, Mention } from "../../src/schema/entities.ts";
import type { Money } from "../../src/schema/money.ts";
import type { Quote } from "../../src/schema/quotes.ts";
import type { Span } from "../../src/schema/span.ts";
import type { Repair } from "../../src/schema/text.ts";
import { compare, type ScoredDocument } from "../../src/score/comparison.ts";
import type { Measure } from "../../src/score/counts.ts";
import type { ScoreError } from "../../src/score/errors.ts";
import { GoldArticle, type GoldSpan } from "../../src/score/gold.ts";
import type { LayerScorer } from "../../src/score/layer-scorer.ts";

/** Where a part stands in a text; of several places, the first. */
export function at(text: string, part: string): Span {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`there is no "${part}" in "${text}"`);
  return { start, end: start + part.length };
}

/** The same as gold files write it. */
export function pair(text: string, part: string): GoldSpan {
  const { start, end } = at(text, part);
  return [start, end];
}

/** A gold article, checked as one from a file is. */
export const gold = (article: Omit<GoldArticle, "id"> & { id?: string }): GoldArticle =>
  GoldArticle.parse({ id: "a", ...article });

type Layers = Partial<Omit<ScoredDocument, "text">> & { readonly repairs?: Repair[] };

/** A document in which nothing was found but what is given. */
export const documentOf = (value: string, { repairs = [], ...layers }: Layers = {}): ScoredDocument => ({
  id: "a",
  text: { value, repairs },
  entities: [],
  dates: [],
  money: [],
  quantities: [],
  blocks: [],
  quotes: [],
  sentences: [],
  tokens: tokens([]),
  ...layers,
});

export const repair = (start: number, end: number, original: string): Repair => ({
  start,
  end,
  original,
  kind: "made",
  certain: true,
});

const evidence = { text: "…", rule: "made", confidence: 1 };

export const entity = (type: EntityType, span: Span, kind: Mention["kind"] = "name"): Entity => ({
  id: "e1",
  type,
  name: "…",
  aliases: [],
  roles: [],
  mentions: [{ ...span, kind, ...evidence }],
});

export const date = (span: Span, value: string, type: DateExpression["type"] = "DATE"): DateExpression => ({
  id: "d1",
  ...span,
  type,
  value,
  mod: null,
  stated: [],
  grain: null,
  begin: null,
  until: null,
  anchor: null,
  unresolved: null,
  ...evidence,
});

export const money = (
  span: Span,
  value: Partial<Pick<Money, "amount" | "min" | "max" | "currency">> | string = {},
): Money => ({
  id: "m1",
  ...span,
  amount: null,
  min: null,
  max: null,
  currency: "USD",
  currencyFrom: null,
  modifier: null,
  per: null,
  ...(typeof value === "string" ? { amount: value } : value),
  ...evidence,
});

interface Said {
  readonly type?: Quote["type"];
  readonly speaker?: Span;
  readonly cue?: Span;
}

export const quote = (spans: readonly Span[], { type = "direct", speaker, cue }: Said = {}): Quote => ({
  id: "q1",
  type,
  spans: spans.map((span) => ({ ...span, text: "…" })),
  speaker: { kind: "person", mention: speaker ? { ...speaker, text: "…" } : null, entity: null, reason: null },
  cue: cue ? { ...cue, text: "…", lemma: "say" } : null,
  order: "Q",
  parent: null,
  rule: "made",
  confidence: 1,
});

export const tokens = (spans: readonly Span[]): ScoredDocument["tokens"] => ({
  start: spans.map(({ start }) => start),
  end: spans.map(({ end }) => end),
  pos: spans.map(() => "X"),
  lemma: spans.map(() => "…"),
  sentence: spans.map(() => 0),
});

/** Scores gold articles beside their documents, null where one is missing. */
export function scored<Result>(
  make: (limit: number) => LayerScorer<Result>,
  ...articles: readonly (readonly [gold: GoldArticle, document: ScoredDocument | null])[]
): { result: Result; errors: readonly ScoreError[] } {
  const scorer = make(20);
  for (const [article, document] of articles) scorer.add(compare(article, document));
  return { result: scorer.result(), errors: scorer.errors() };
}

/** A measure in the order of the table's columns. */
export const measured = (p: number, r: number, f1: number, goldCount: number, foundCount: number): Measure => ({
  p,
  r,
  f1,
  gold: goldCount,
  pred: foundCount,
});

/** Nothing was right, of so many. */
export const noneOf = (goldCount: number, foundCount: number): Measure => measured(0, 0, 0, goldCount, foundCount);

/** All was right. */
export const allOf = (count: number): Measure => measured(100, 100, 100, count, count);
