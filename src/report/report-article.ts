import { type ArticleDiff, diffArticle, type Side, sideOf } from "../diff/article-diff.ts";
import type { PairedDocuments } from "../diff/paired-documents.ts";
import type { Document } from "../schema/document.ts";
import type { GoldArticle } from "../score/gold.ts";
import type { GoldTypes } from "../score/type-folding.ts";
import { articleSide } from "./marks.ts";
import type { ArticleSide, GoldError, ReportArticle, ReportChange } from "./page-data.ts";

/** An article on both sides, and how they differ. */
export interface ComparedArticle {
  readonly sides: { readonly before: Side | null; readonly after: Side | null };
  readonly diff: ArticleDiff;
  readonly shown: { readonly a: ArticleSide | null; readonly b: ArticleSide | null };
}

/** What documents are judged by. */
export interface Gold {
  readonly article: GoldArticle;
  /** The types that all of the gold uses. */
  readonly types: GoldTypes;
}

/** Compares what two runs found in an article. If there is one run only, it is `before`, and there is nothing to compare. */
export function compareArticle(
  { before, after }: PairedDocuments,
  isOneRun: boolean,
  gold: Gold | null,
): ComparedArticle {
  const sideFrom = (document: Document | null): Side | null => document && sideOf(document, gold?.article, gold?.types);
  const sides = { before: sideFrom(before), after: sideFrom(after) };
  const diff = isOneRun
    ? { id: before!.id, only: null, parts: [], changes: [] }
    : diffArticle(sides.before, sides.after);
  const shown = { a: before && articleSide(before, sides.before!), b: after && articleSide(after, sides.after!) };
  return { sides, diff, shown };
}

/** An article as the page is given it, with what gold has against it; null if there is no gold. */
export function reportArticle(
  document: Document,
  { sides, diff, shown: { a, b } }: ComparedArticle,
  errors: readonly GoldError[] | null,
): ReportArticle {
  const { title, byline, published, publisher } = document.article;
  const [before, after] = [marksOf(sides.before), marksOf(sides.after)];
  const changes = diff.changes.map(
    ({ layer, kinds, rule, verdict = null, ...change }): ReportChange => ({
      layer,
      kinds,
      rule,
      before: change.before && before.get(change.before)!,
      after: change.after && after.get(change.after)!,
      verdict,
    }),
  );
  const isSame = a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b);
  const { id, parts } = diff;
  return { id, title, byline, published, publisher, a, b: isSame ? "same" : b, parts, changes, errors };
}

/** From annotations to the marks that stand for them: they are in the same order. */
const marksOf = (side: Side | null) => new Map(side?.annotations.map((annotation, index) => [annotation, index]));
