import { z } from "zod";
import { Offset } from "./span.ts";

/** Something the reader of a document should know: which stage could not do its work, where and why. */
export const Note = z.strictObject({
  stage: z.string().min(1),
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  message: z.string().min(1),
  start: Offset.nullable(),
  end: Offset.nullable(),
});
export type Note = z.infer<typeof Note>;
