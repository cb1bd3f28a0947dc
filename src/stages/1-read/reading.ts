import type { ArticleFields, RawBlock } from "../../layers.ts";
import type { Note } from "../../schema/notes.ts";

/** What a file says of its own article. Dates are as they are written. */
export interface Metadata {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** Dates that may be the publication date's, most trusted first. */
  readonly published: readonly string[];
  /** Dates that the publication date should not be long after. */
  readonly modified: readonly string[];
}

export const NO_METADATA: Metadata = {
  title: null,
  byline: null,
  publisher: null,
  url: null,
  language: null,
  published: [],
  modified: [],
};

/** What one of the readers made of decoded content. */
export interface Reading {
  readonly text: string;
  /** The blocks of the text where the format tells them. */
  readonly blocks: readonly RawBlock[] | null;
  /** What the record says; it counts more than metadata. */
  readonly fields: ArticleFields;
  readonly metadata: Metadata;
  readonly notes: readonly Note[];
}

/** A note of this stage about the whole article. */
export const note = (code: string, message: string): Note => ({ stage: "read", code, message, start: null, end: null });
