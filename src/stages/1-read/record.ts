import { z } from "zod";
import { InputError } from "../../input-error.ts";
import { type ArticleFields, type ArticleOptions, type CsvHeader, FIELD_NAMES } from "../../layers.ts";
import { csvFields } from "./csv.ts";
import { readPage } from "./html/read-page.ts";
import { NO_METADATA, type Reading } from "./reading.ts";

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

/** One record: the text or page, and what is known beside it. Other fields are ignored. */
const ArticleRecord = z
  .object(
    {
      id: z.union([z.string(), z.number()], should("a string or a number")).transform(String).nullish(),
      text: fact,
      html: fact,
      title: fact,
      byline: fact,
      /** A date, or seconds or milliseconds since 1970. */
      published: z.union([z.string(), z.number()], should("a string or a number")).transform(String).nullish(),
      publisher: fact,
      url: fact,
      language: fact,
    },
    should("an object"),
  )
  .superRefine(({ text, html }, context) => {
    if (typeof text === "string" || typeof html === "string") return;
    context.addIssue({ code: "custom", path: ["text"], message: should("a string").error({ input: text }) });
  });

type FieldNames = ArticleOptions["fieldNames"];

/** Reads a record in JSON. Throws an `InputError` that says what was expected and what came. */
export const readJsonRecord = (json: string, names?: FieldNames): Reading => readRecord(parseJson(json), names);

/** Reads a record of a .csv file. Throws an `InputError` that says what was expected and what came. */
export const readCsvRecord = (record: string, header: CsvHeader | undefined, names: FieldNames): Reading => {
  if (!header)
    throw new InputError("a CSV record without a header row", "begin the file with the names of its columns");
  return readRecord(csvFields(record, header), names);
};

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, ""));
  } catch (cause) {
    throw new InputError(`not valid JSON (${(cause as Error).message})`, "write one JSON object per line", { cause });
  }
}

function readRecord(value: unknown, names: FieldNames = {}): Reading {
  const { success, data, error } = ArticleRecord.safeParse(renamed(value, names));
  if (!success)
    throw new InputError(
      `not an article record: ${error.issues.map(({ path, message }) => `${path.length > 0 ? `"${path.join(".")}"` : "it"} ${message}`).join(", ")}`,
      `give each record a string field "${names.text ?? "text"}" (and "id", "published" … as strings)${hint(value)}`,
      { cause: error },
    );
  const { text, html, ...fields } = data;
  if (text || !html)
    return { text: text ?? "", blocks: null, fields: fields as ArticleFields, metadata: NO_METADATA, notes: [] };
  return { ...readPage(html, { isSource: false }), fields: fields as ArticleFields };
}

function renamed(value: unknown, names: NonNullable<FieldNames>): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value) || Object.keys(names).length === 0)
    return value;
  const given = value as Record<string, unknown>;
  return Object.fromEntries(FIELD_NAMES.map((field) => [field, given[names[field] ?? field] ?? given[field]]));
}

/** Names that fields often have, to say how to read them. */
const OTHER_NAMES = ["body", "content", "article", "fulltext", "full_text", "maintext", "article_text", "story"];

function hint(value: unknown): string {
  if (Array.isArray(value)) return '; a list of articles has to be one JSON object a line: jq -c ".[]" does that';
  if (typeof value !== "object" || value === null) return "";
  const key = Object.keys(value).find((name) => OTHER_NAMES.includes(name.toLowerCase()));
  return key ? `; if the text is in "${key}", say so with --field text=${key}` : "";
}
