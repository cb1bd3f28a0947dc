import type { Block } from "./schema/blocks.ts";
import type { Document, OffsetUnit } from "./schema/document.ts";
import type { EncodingFrom } from "./schema/source.ts";
import type { Tokens } from "./schema/tokens.ts";

/** What a caller knows of an article beside its content; every field may be missing or null. */
export interface ArticleFields {
  readonly id?: string | null;
  readonly title?: string | null;
  readonly byline?: string | null;
  readonly published?: string | null;
  readonly publisher?: string | null;
  readonly url?: string | null;
  readonly language?: string | null;
}

/** Options of one run that reach every article. */
export interface ArticleOptions {
  /** Publication date (ISO day) that overrules what the article itself says. */
  readonly published?: string;
  /** Unit of the offsets in the output. */
  readonly offsets?: OffsetUnit;
  /** `document`: laid out for people, an annotation a line. `line`: all on one line, for JSONL. */
  readonly layout?: "document" | "line";
  /** Names that records have for their fields, where they are not ours: `{ text: "body" }`. */
  readonly fieldNames?: Readonly<Partial<Record<FieldName, string>>>;
}

/** The fields of a record that pressmark reads. */
export const FIELD_NAMES = [
  "id",
  "text",
  "html",
  "title",
  "byline",
  "published",
  "publisher",
  "url",
  "language",
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/**
 * What stage 1 reads. `text/plain` may turn out to be a page by its content. `application/json` and `text/csv` are records;
 * `application/http` is an answer as a WARC file keeps it, with its header.
 */
export type InputType =
  | "text/plain"
  | "text/html"
  | "text/markdown"
  | "application/json"
  | "text/csv"
  | "application/http";

/** One article as it comes in, before stage 1 has read it. */
export interface ArticleInput {
  /** A file's bytes, or text that is decoded already. */
  readonly content: Uint8Array | string;
  /** What the content is. */
  readonly mediaType: InputType;
  /** Path relative to the input root, with forward slashes; null where there is no file. */
  readonly path: string | null;
  /** Line of the container file the record stood on, from 1; null for a file of its own. */
  readonly record: number | null;
  readonly fields: ArticleFields;
  readonly options: ArticleOptions;
  /** When the page was fetched (ISO 8601), if an archive says so: it was not published after that. */
  readonly fetched?: string | null;
  /** What the file that a record is from was in, if not in UTF-8: `content` is UTF-8 all the same. */
  readonly transcoded?: Transcoded;
  /** The header row of the .csv file that a record is from. */
  readonly header?: CsvHeader;
}

/** An article of which the caller has the text, and perhaps knows more. */
export const textInput = (content: string, fields: ArticleFields = {}, options: ArticleOptions = {}): ArticleInput => ({
  content,
  mediaType: "text/plain",
  path: null,
  record: null,
  fields,
  options,
});

/** The encoding of a file whose records were made UTF-8, and how it was told. */
export interface Transcoded {
  readonly encoding: string;
  readonly encodingFrom: EncodingFrom;
  readonly encodingConfidence: number;
}

/** Names of a .csv file's columns, and what separates them. */
export interface CsvHeader {
  readonly columns: readonly string[];
  readonly delimiter: string;
}

/** The source text as decoded, before any repair. */
export interface RawText {
  readonly text: string;
  /** The blocks of the text, where the format of its source tells them (HTML, Markdown); offsets into `text`. */
  readonly blocks?: readonly RawBlock[] | null;
}

/** A block of the source text. `source` is where it stands in the decoded file, null where that cannot be told. */
export type RawBlock = Required<Block>;

/** Schema columns of numbers are typed arrays while an article goes through the pipeline. */
type Columns<T> = { readonly [K in keyof T]: T[K] extends number[] ? Uint32Array : Readonly<T[K]> };

export type TokenColumns = Columns<Tokens>;

type DocumentLayers = Pick<
  Document,
  | "id"
  | "source"
  | "article"
  | "text"
  | "blocks"
  | "sentences"
  | "entities"
  | "dates"
  | "money"
  | "quantities"
  | "quotes"
  | "notes"
  | "provenance"
>;

/**
 * Everything a stage can need or add. The layers of the output are inferred from the schemas; `input`, `raw`,
 * `document` and `output` live only inside a run. Declare further layers of your own by augmenting this interface.
 */
export interface Layers extends DocumentLayers {
  input: ArticleInput;
  raw: RawText;
  tokens: TokenColumns;
  document: Document;
  output: string;
}

export type LayerName = keyof Layers;

/** What a stage sees: the layers it needs, and perhaps those it uses if they are there. Never to be written to. */
export type Doc<Needs extends LayerName, Uses extends LayerName = never> = Readonly<
  Pick<Layers, Needs> & Partial<Pick<Layers, Uses>>
>;
