import { createHash } from "node:crypto";
import { InputError } from "../../input-error.ts";
import type { ArticleInput } from "../../layers.ts";
import { defineStage } from "../../pipeline.ts";
import type { Note } from "../../schema/notes.ts";
import { decode } from "./decode.ts";
import { publicationDate } from "./published.ts";
import { parseRecord } from "./record.ts";

const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;

/** Stage 1: bytes or a record in; the decoded text, and what is known of the article and its source out. */
export const read = () =>
  defineStage({
    name: "read",
    needs: ["input"],
    adds: ["id", "source", "article", "raw"],
    run: ({ input }) => {
      const bytes = typeof input.content === "string" ? Buffer.from(input.content, "utf8") : input.content;
      const { text: content, encoding } =
        typeof input.content === "string" ? { text: input.content, encoding: "utf-8" } : decode(input.content);
      const record = input.mediaType === "application/json" ? parseRecord(content) : { text: content, fields: {} };
      if (!VISIBLE.test(record.text)) throw new InputError("no text in it", "leave empty articles out");

      const fields = { ...record.fields, ...input.fields };
      const { unread, ...published } = publicationDate(input.options.published, fields.published, input.path);
      return {
        id: fields.id || fallbackId(input),
        source: {
          path: input.path,
          mediaType: input.mediaType,
          encoding,
          sha256: createHash("sha256").update(bytes).digest("hex"),
          bytes: bytes.byteLength,
          record: input.record,
        },
        article: {
          title: fields.title ?? null,
          byline: fields.byline ?? null,
          publisher: fields.publisher ?? null,
          url: fields.url ?? null,
          language: fields.language ?? null,
          ...published,
        },
        raw: { text: record.text },
        notes: unread ? [unreadDate(unread)] : [],
      };
    },
  });

/** A file's path without its extensions; for a record its line too. */
function fallbackId({ path, record }: ArticleInput): string {
  const stem = path?.replace(/(?:\.(?:txt|text|html?|md|jsonl?|ndjson|csv|gz))+$/i, "") || "article";
  return record === null ? stem : `${stem}-${record}`;
}

const unreadDate = (value: string): Note => ({
  stage: "read",
  code: "unread-date",
  message: `the publication date "${value.slice(0, 60)}" could not be read; expected an ISO date such as 2026-02-23`,
  start: null,
  end: null,
});
