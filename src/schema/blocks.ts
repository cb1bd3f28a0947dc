import { z } from "zod";
import { Offset, Span } from "./span.ts";

export const BlockKind = z.enum([
  "title",
  "heading",
  "paragraph",
  "list-item",
  "quote",
  "embed",
  "caption",
  "boilerplate",
]);
export type BlockKind = z.infer<typeof BlockKind>;

/** Where something stands in the decoded source file: half-open, always in UTF-16 code units. */
export const SourceSpan = z.strictObject({ start: Offset, end: Offset });
export type SourceSpan = z.infer<typeof SourceSpan>;

/** A title, paragraph or other part of the article that stands by itself; no sentence runs over its edge. `source`: its place in a page or Markdown file. */
export const Block = z.strictObject({ ...Span.shape, kind: BlockKind, source: SourceSpan.nullable().optional() });
export type Block = z.infer<typeof Block>;
