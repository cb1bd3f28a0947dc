import type { TokenColumns } from "./layers.ts";
import type { Span } from "./schema/span.ts";
import { lowerBound } from "./span.ts";

/** The characters of every token, in order. */
export const tokenTexts = (text: string, { start, end }: TokenColumns): string[] =>
  Array.from(start, (from, i) => text.slice(from, end[i]));

/** Index of the first token that ends after `offset`: the one it is in, or else the next. */
export const tokenFrom = (tokens: TokenColumns, offset: number): number =>
  lowerBound(tokens.end.length, (i) => tokens.end[i]! <= offset);

/** The tokens that a span touches, as a half-open range of indexes. */
export const tokensIn = (tokens: TokenColumns, span: Span): { first: number; last: number } => ({
  first: tokenFrom(tokens, span.start),
  last: lowerBound(tokens.start.length, (i) => tokens.start[i]! < span.end),
});
