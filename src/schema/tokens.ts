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
 * An array that is checked by one loop: a document has thousands of tokens, and a schema for each element would cost
 * more than all the rest. `items` is what the JSON Schema says of an element.
 */
const column = <T>(isColumn: (value: readonly unknown[]) => boolean, items: object) =>
  z
    .custom<T[]>((value) => Array.isArray(value) && isColumn(value), "expected a column of valid elements")
    .meta({ type: "array", items });

const count = { type: "integer", minimum: 0 };
const tags: ReadonlySet<unknown> = new Set(Pos.options);

function areCounts(column: readonly unknown[]): boolean {
  for (const value of column) if (!(Number.isSafeInteger(value) && (value as number) >= 0)) return false;
  return true;
}

function areTags(column: readonly unknown[]): boolean {
  for (const value of column) if (!tags.has(value)) return false;
  return true;
}

function areStrings(column: readonly unknown[]): boolean {
  for (const value of column) if (typeof value !== "string") return false;
  return true;
}

/**
 * The tokens as parallel columns: token `i` is `text.value.slice(start[i], end[i])`, with its part of speech, its lemma
 * and the index of its sentence. Every character that is not white space belongs to exactly one token.
 */
export const Tokens = z.strictObject({
  start: column<number>(areCounts, count),
  end: column<number>(areCounts, count),
  pos: column<Pos>(areTags, { type: "string", enum: Pos.options }),
  lemma: column<string>(areStrings, { type: "string" }),
  sentence: column<number>(areCounts, count),
});
export type Tokens = z.infer<typeof Tokens>;
