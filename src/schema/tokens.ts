import { z } from "zod";

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
 * An array whose elements are checked by a plain function: a document has thousands of them, and a schema for each
 * would cost more than all the rest. `items` is what the JSON Schema says of an element.
 */
const column = <T>(isElement: (value: unknown) => boolean, items: object) =>
  z
    .custom<T[]>((value) => Array.isArray(value) && value.every(isElement), "expected a column of valid elements")
    .meta({ type: "array", items });

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const count = { type: "integer", minimum: 0 };
const tags = new Set<unknown>(Pos.options);

/**
 * The tokens as parallel columns: token `i` is `text.value.slice(start[i], end[i])`, with its part of speech, its lemma
 * and the index of its sentence. Every character that is not white space belongs to exactly one token.
 */
export const Tokens = z.strictObject({
  start: column<number>(isCount, count),
  end: column<number>(isCount, count),
  pos: column<Pos>((value) => tags.has(value), { type: "string", enum: Pos.options }),
  lemma: column<string>((value) => typeof value === "string", { type: "string" }),
  sentence: column<number>(isCount, count),
});
export type Tokens = z.infer<typeof Tokens>;
