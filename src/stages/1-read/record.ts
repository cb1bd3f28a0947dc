import { z } from "zod";
import { InputError } from "../../input-error.ts";
import type { ArticleFields } from "../../layers.ts";

type Issue = { readonly input?: unknown };

/** What is wrong with a field that should be `kind`. */
const should = (kind: string) => ({
  error: ({ input }: Issue): string => (input === undefined ? "is missing" : `should be ${kind}, not ${nameOf(input)}`),
});

const nameOf = (value: unknown): string =>
  value === null
    ? "null"
    : Array.isArray(value)
      ? "a list"
      : typeof value === "object"
        ? "an object"
        : `a ${typeof value}`;

const fact = z.string(should("a string")).nullish();

/** One line of a .jsonl file: the text, and what is known beside it. Other fields are ignored. */
export const ArticleRecord = z.object(
  {
    id: z.union([z.string(), z.number()], should("a string or a number")).transform(String).nullish(),
    text: z.string(should("a string")),
    title: fact,
    byline: fact,
    published: fact,
    publisher: fact,
    url: fact,
    language: fact,
  },
  should("an object"),
);

/** Reads one record. Throws an `InputError` that says what was expected and what came. */
export function parseRecord(json: string): { text: string; fields: ArticleFields } {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, "")); // the first line of a file may begin with a byte order mark
  } catch (cause) {
    throw new InputError(`not valid JSON (${(cause as Error).message})`, "write one JSON object per line", { cause });
  }
  const { success, data, error } = ArticleRecord.safeParse(value);
  if (!success)
    throw new InputError(
      `not an article record: ${error.issues.map(({ path, message }) => `${path.length > 0 ? `"${path.join(".")}"` : "it"} ${message}`).join(", ")}`,
      'give each record a string field "text" (and "id", "published" … as strings)',
    );
  const { text, ...fields } = data;
  return { text, fields: fields as ArticleFields };
}
