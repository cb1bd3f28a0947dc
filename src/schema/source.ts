import { z } from "zod";

/**
 * What the encoding was told by, in order of trust: a byte order mark; the bytes, which are valid UTF-8; the file's own
 * statement (HTTP header, meta tag) or the caller, who gave text; the frequencies of bytes; nothing.
 */
export const EncodingFrom = z.enum(["bom", "declared", "valid-utf8", "detected", "default"]);
export type EncodingFrom = z.infer<typeof EncodingFrom>;

/**
 * Where the article came from. `record` is the line of a .jsonl or .csv file it stood on, or the number of the record in a
 * .warc file (from 1), else null.
 */
export const Source = z.strictObject({
  path: z.string().nullable(),
  mediaType: z.string(),
  encoding: z.string(),
  encodingFrom: EncodingFrom.optional(),
  /** From 0 to 1. */
  encodingConfidence: z.number().min(0).max(1).optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
  record: z.int().min(1).nullable(),
});
export type Source = z.infer<typeof Source>;
