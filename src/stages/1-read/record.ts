import { z } from "zod";
import { InputError } from "../../input-error.ts";
import type { ArticleFields } from "../../layers.ts";

const fact = z.string().nullish();

/** One line of a .jsonl file: the text, and what is known beside it. Other fields are ignored. */
export const ArticleRecord = z.object({
  id: z
    .union([z.string().min(1), z.number()])
    .transform(String)
    .nullish(),
  text: z.string(),
  title: fact,
  byline: fact,
  published: fact,
  publisher: fact,
  url: fact,
  language: fact,
});

/** Reads one record. Throws an `InputError` that says what was expected and what came. */
export function parseRecord(json: string): { text: string; fields: ArticleFields } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new InputError(`not valid JSON (${(cause as Error).message})`, "write one JSON object per line", { cause });
  }
  const { success, data, error } = ArticleRecord.safeParse(value);
  if (!success)
    throw new InputError(
      `not an article record: ${error.issues.map((i) => `${i.path.join(".") || "record"}: ${i.message}`).join("; ")}`,
      'give each record a string field "text" (and "id", "published" … as strings)',
    );
  const { text, ...fields } = data;
  return { text, fields: fields as ArticleFields };
}
