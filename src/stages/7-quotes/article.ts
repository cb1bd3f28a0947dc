import type { Doc } from "../../layers.ts";
import type { Entity } from "../../schema/entities.ts";
import type { Span } from "../../schema/span.ts";
import { lowerBound } from "../../span.ts";

/** The article as this stage looks at it. */
export interface Article {
  readonly doc: Doc<"text" | "blocks" | "sentences" | "tokens" | "entities">;
  readonly lower: readonly string[];
  /** Name mentions in text order. */
  readonly mentions: readonly (Span & { readonly entity: Entity })[];
  /** Whom pronouns and nouns mean, by where they begin. */
  readonly references: ReadonlyMap<number, { readonly end: number; readonly entity: Entity }>;
}

/** The tokens from `first` (in) to `last` (out). */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** The name mentions that share characters with the span, in text order. */
export function mentionsIn(mentions: Article["mentions"], span: Span): Article["mentions"] {
  const first = mentionAfter(mentions, span.start);
  let end = first;
  while (end < mentions.length && mentions[end]!.start < span.end) end++;
  return mentions.slice(first, end);
}

/** Index of the first name mention that ends after the offset. */
export const mentionAfter = (mentions: Article["mentions"], offset: number): number =>
  lowerBound(mentions.length, (i) => mentions[i]!.end <= offset);
