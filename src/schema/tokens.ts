import { z } from "zod";
import { Offset } from "./span.ts";

/** The Universal POS tags (universaldependencies.org/u/pos). */
export const Pos = z.enum([
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
  "X",
]);
export type Pos = z.infer<typeof Pos>;

/**
 * The tokens as parallel columns: token `i` is `text.value.slice(start[i], end[i])`, with its part of speech, its lemma
 * and the index of its sentence. Every character that is not white space belongs to exactly one token.
 */
export const Tokens = z.strictObject({
  start: z.array(Offset),
  end: z.array(Offset),
  pos: z.array(Pos),
  lemma: z.array(z.string()),
  sentence: z.array(z.int().min(0)),
});
export type Tokens = z.infer<typeof Tokens>;
