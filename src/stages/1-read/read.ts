import { createHash } from "node:crypto";
import { InputError } from "../../input-error.ts";
import type { ArticleInput } from "../../layers.ts";
import { defineStage } from "../../pipeline.ts";
import type { Note } from "../../schema/notes.ts";
import { type Content, readContent } from "./content.ts";
import { baseOf, detectLanguage, languageName } from "./language.ts";
import { type Doubt, publicationDate } from "./published.ts";
import { note } from "./reading.ts";

/** A character that shows. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;

/** Stage 1: bytes or a record in; the decoded text, and what is known of the article and its source out. */
export const read = () =>
  defineStage({
    name: "read",
    needs: ["input"],
    adds: ["id", "source", "article", "raw"],
    run: ({ input }) => {
      const bytes = typeof input.content === "string" ? Buffer.from(input.content, "utf8") : input.content;
      const content = readContent(input);
      const { reading, decoded } = content;
      if (!VISIBLE.test(reading.text)) throw new InputError("no text in it", "leave empty articles out");

      const fields = { ...reading.fields, ...known(input.fields) };
      const { metadata } = reading;
      const { doubts, ...published } = publicationDate({
        option: input.options.published,
        record: fields.published,
        metadata: metadata.published,
        later: [...metadata.modified, ...(input.fetched ? [input.fetched] : [])],
        path: input.path,
      });
      const detected = detectLanguage(reading.text);
      return {
        id: fields.id || fallbackId(input),
        source: {
          path: input.path,
          mediaType: content.mediaType,
          encoding: decoded.encoding,
          encodingFrom: decoded.encodingFrom,
          encodingConfidence: decoded.encodingConfidence,
          sha256: createHash("sha256").update(bytes).digest("hex"),
          bytes: bytes.byteLength,
          record: input.record,
        },
        article: {
          title: fields.title ?? metadata.title,
          byline: fields.byline ?? metadata.byline,
          publisher: fields.publisher ?? metadata.publisher,
          url: fields.url ?? metadata.url,
          language: fields.language ?? detected ?? (metadata.language && baseOf(metadata.language)),
          ...published,
        },
        raw: { text: reading.text, blocks: reading.blocks },
        notes: [
          ...reading.notes,
          ...decodingNotes(content),
          ...doubts.map(doubtNote),
          ...languageNotes(fields.language ?? null, detected),
        ],
      };
    },
  });

/** Only what a caller really gave: an empty field does not hide what the record says. */
const known = (fields: ArticleInput["fields"]): ArticleInput["fields"] =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

/** A file's path without its extensions; for a record its line too. */
function fallbackId({ path, record }: ArticleInput): string {
  const stem =
    path?.replace(/(?:\.(?:txt|text|x?html?|md|markdown|json|jsonl|ndjson|csv|tsv|warc|gz))+$/i, "") || "article";
  return record === null ? stem : `${stem}-${record}`;
}

function decodingNotes({ decoded: { undecodable, encoding } }: Content): Note[] {
  if (undecodable === 0) return [];
  const many = undecodable === 1 ? "1 place is" : `${undecodable} places are`;
  return [note("undecodable-bytes", `${many} no ${encoding}: shown as U+FFFD, or as windows-1252 has them`)];
}

const doubtNote = ({ code, value }: Doubt): Note =>
  code === "unread-date"
    ? note(
        code,
        `the publication date "${value.slice(0, 60)}" could not be read; expected an ISO date such as 2026-02-23`,
      )
    : note(
        code,
        `the publication date "${value.slice(0, 60)}" is years after all other dates of the file; it is not used`,
      );

/** What is said of an article that is not in English: it is annotated all the same, by rules made for English. */
function languageNotes(stated: string | null, detected: string | null): Note[] {
  const given = stated === null ? null : baseOf(stated);
  const language = detected ?? given;
  if (language === null || language === "en") return [];
  const how = detected ? "by its words" : "by its record";
  return [
    note(
      "not-english",
      `the text is ${languageName(language)} (${language}) ${how}; annotations are made by rules for English and may be wrong`,
    ),
  ];
}
