import { z } from "zod";

/** A calendar day as ISO 8601 writes it. */
export const IsoDate = z.iso.date();

/** Where the publication date was found, in order of trust. */
export const PublishedFrom = z.enum(["option", "record", "metadata", "dateline", "filename", "none"]);
export type PublishedFrom = z.infer<typeof PublishedFrom>;

/** What is known of the article beside its text. Unknown facts are null. */
export const Article = z.strictObject({
  title: z.string().nullable(),
  byline: z.string().nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  published: IsoDate.nullable(),
  publishedFrom: PublishedFrom,
});
export type Article = z.infer<typeof Article>;
