import { type ArticleDiff, type Change, diffArticle, type Side, sideOf } from "../diff/article-diff.ts";
import type { PairedDocuments } from "../diff/paired-documents.ts";
import type { Document } from "../schema/document.ts";
import { articleSide } from "./marks.ts";
import type { ArticleSide, GoldError, ReportArticle, Verdict } from "./page-data.ts";

/** An article on both sides, and how they differ. */
export interface ComparedArticle {
  readonly sides: { readonly before: Side | null; readonly after: Side | null };
  readonly diff: ArticleDiff;
  readonly shown: { readonly a: ArticleSide | null; readonly b: ArticleSide | null };
}

/** Compares what two runs found in an article. If there is one run only, it is `before`, and there is nothing to compare. */
export function compareArticle({ before, after }: PairedDocuments, isOneRun: boolean): ComparedArticle {
  const sides = { before: before && sideOf(before), after: after && sideOf(after) };
  const diff = isOneRun
    ? { id: before!.id, only: null, parts: [], changes: [] }
    : diffArticle(sides.before, sides.after);
  return { sides, diff, shown: { a: shownSide(before, sides.before), b: shownSide(after, sides.after) } };
}

const shownSide = (document: Document | null, side: Side | null): ArticleSide | null =>
  document && articleSide(document, side!.annotations);

/** An article as the page is given it. `judge` tells of each change whether it is a gain, `errors` what gold has against it. */
export function reportArticle(
  document: Document,
  { sides, diff, shown: { a, b } }: ComparedArticle,
  judge: (change: Change) => Verdict | null,
  errors: readonly GoldError[] | null,
): ReportArticle {
  const { title, byline, published, publisher } = document.article;
  const [before, after] = [marksOf(sides.before), marksOf(sides.after)];
  const changes = diff.changes.map((change) => ({
    layer: change.layer,
    kinds: change.kinds,
    rule: change.rule,
    before: change.before && before.get(change.before)!,
    after: change.after && after.get(change.after)!,
    verdict: judge(change),
  }));
  const isSame = a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b);
  const { id, parts } = diff;
  return { id, title, byline, published, publisher, a, b: isSame ? "same" : b, parts, changes, errors };
}

/** From annotations to the marks that stand for them: they are in the same order. */
const marksOf = (side: Side | null) => new Map(side?.annotations.map((annotation, index) => [annotation, index]));
