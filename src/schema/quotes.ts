import { z } from "zod";
import { EntityId } from "./entities.ts";
import { Evidence, TextSpan } from "./span.ts";

/** `direct` is verbatim, `mixed` a paraphrase that holds a quoted part, `indirect` a paraphrase, `scare` nobody's speech. */
export const QuoteType = z.enum(["direct", "mixed", "indirect", "scare"]);
export type QuoteType = z.infer<typeof QuoteType>;

export const SpeakerKind = z.enum(["person", "organization", "role", "group", "document", "anonymous", "unknown"]);
export type SpeakerKind = z.infer<typeof SpeakerKind>;

export const QuoteId = z.string().regex(/^q[1-9]\d*$/);

/** Who spoke: the phrase that names them nearest to the quote, and the entity it stands for; `reason` where neither is known. */
export const Speaker = z.strictObject({
  kind: SpeakerKind,
  mention: TextSpan.nullable(),
  entity: EntityId.nullable(),
  reason: z.string().nullable(),
});
export type Speaker = z.infer<typeof Speaker>;

/** The word that reports the speech: "said", "according to", "statement". */
export const Cue = z.strictObject({ ...TextSpan.shape, lemma: z.string() });
export type Cue = z.infer<typeof Cue>;

/**
 * Something said, in `spans` without its outer quotation marks. `order` lists the parts as they stand in the text:
 * Q quote, C cue, S speaker. `parent` is the quote that this one stands in.
 */
export const Quote = z.strictObject({
  id: QuoteId,
  type: QuoteType,
  spans: z.array(TextSpan).min(1),
  speaker: Speaker,
  cue: Cue.nullable(),
  order: z.string().regex(/^[QCS]+$/),
  parent: QuoteId.nullable(),
  ...Evidence.shape,
});
export type Quote = z.infer<typeof Quote>;
