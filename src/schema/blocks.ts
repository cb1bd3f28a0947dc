import { z } from "zod";
import { Span } from "./span.ts";

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

/** A title, paragraph or other part of the article that stands by itself; no sentence runs over its edge. */
export const Block = z.strictObject({ ...Span.shape, kind: BlockKind });
export type Block = z.infer<typeof Block>;
