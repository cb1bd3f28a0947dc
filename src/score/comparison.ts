import { alignTexts } from "../align.ts";
import type { Document } from "../schema/document.ts";
import type { Span } from "../schema/span.ts";
import type { Text } from "../schema/text.ts";
import { contains } from "../span.ts";
import type { GoldArticle, GoldSpan } from "./gold.ts";
import { SAME_OFFSETS, type SourceOffsets, sourceOffsets } from "./source-offsets.ts";

/** What of an annotated document is scored. Its offsets are UTF-16. */
export type ScoredDocument = Pick<
  Document,
  "id" | "text" | "blocks" | "sentences" | "tokens" | "entities" | "dates" | "money" | "quantities" | "quotes"
>;

/** A gold article beside what was found in it, and the two views that every layer needs. */
export interface Comparison {
  readonly gold: GoldArticle;
  /** The text that gold offsets point into; empty if the gold has none. */
  readonly text: string;
  readonly document: ScoredDocument;
  /** From the offsets of the document to those of `text`. */
  readonly source: Pick<SourceOffsets, "span">;
  /** True if a span of `text` lies where the gold was annotated. */
  readonly inScope: (span: Span) => boolean;
}

/** A document without annotations stands for a missing one, so that a failure is never free. */
const MISSING: ScoredDocument = {
  id: "",
  text: { value: "", repairs: [] },
  entities: [],
  dates: [],
  money: [],
  quantities: [],
  blocks: [],
  quotes: [],
  sentences: [],
  tokens: { start: [], end: [], pos: [], lemma: [], sentence: [] },
};

export function compare(gold: GoldArticle, document: ScoredDocument | null): Comparison {
  const scope = gold.scope?.map(asSpan);
  return {
    gold,
    text: gold.text ?? "",
    document: document ?? MISSING,
    source: document ? offsetsFrom(document.text, gold) : SAME_OFFSETS,
    inScope: (span) => !scope || scope.some((region) => contains(region, span)),
  };
}

/** Gold is about the text as it was given, or about the one that reading and repair of a file should give. */
function offsetsFrom(found: Text, { text, source }: GoldArticle): Comparison["source"] {
  if (text === undefined) return SAME_OFFSETS;
  return source === undefined ? sourceOffsets(found) : { span: alignTexts(found.value, text) };
}

export const asSpan = ([start, end]: GoldSpan): Span => ({ start, end });

/** The gold text at a span, on which something was found. */
export const wordsAt = ({ text }: Comparison, { start, end }: Span): string => text.slice(start, end);

/** An annotation of the document, with its span in the gold text. */
export const inSource = <T extends Span>({ source }: Comparison, annotation: T): T => ({
  ...annotation,
  ...source.span(annotation),
});
