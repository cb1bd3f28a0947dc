import { z } from "zod";

/** A position in `text.value`: a whole number of UTF-16 code units (or code points, see `offsetUnit`) from its start. */
export const Offset = z.int().min(0);

/** A half-open stretch of `text.value`: `start` is in, `end` is out. Never empty, never edged by white space. */
export const Span = z.strictObject({ start: Offset, end: Offset });
export type Span = z.infer<typeof Span>;

/** A span beside the characters it holds: `text` equals `text.value.slice(start, end)`. */
export const TextSpan = z.strictObject({ ...Span.shape, text: z.string() });
export type TextSpan = z.infer<typeof TextSpan>;

/** Why an annotation stands: the rule, model or pattern that made it, and how sure that is (0 to 1). */
export const Evidence = z.strictObject({ rule: z.string().min(1), confidence: z.number().min(0).max(1) });
export type Evidence = z.infer<typeof Evidence>;
