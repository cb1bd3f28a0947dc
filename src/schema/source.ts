import { z } from "zod";

/** Where the article came from. `record` is the line of a .jsonl or .csv file it stood on (from 1), else null. */
export const Source = z.strictObject({
  path: z.string().nullable(),
  mediaType: z.string(),
  encoding: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
  record: z.int().min(1).nullable(),
});
export type Source = z.infer<typeof Source>;
