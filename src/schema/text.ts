import { z } from "zod";
import { Span } from "./span.ts";

/**
 * One change made to the source text: the span of `text.value` that replaced `original`.
 * An empty span (`start` = `end`) stands where characters were taken out.
 */
export const Repair = z.strictObject({
  ...Span.shape,
  original: z.string(),
  kind: z.string().min(1),
  certain: z.boolean(),
});
export type Repair = z.infer<typeof Repair>;

/** The text that every offset points into. Undoing `repairs` gives the decoded source text. */
export const Text = z.strictObject({ value: z.string(), repairs: z.array(Repair) });
export type Text = z.infer<typeof Text>;
