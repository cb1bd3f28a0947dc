import { InputError } from "../input-error.ts";
import type { ArticleOptions, InputType, Transcoded } from "../layers.ts";
import { parseCsvHeader } from "../stages/1-read/csv.ts";
import { decode } from "../stages/1-read/decode.ts";
import { MOST_ARTICLE_BYTES } from "../stages/1-read/inflate.ts";
import { type Row, rowsOf } from "./csv-rows.ts";
import { type Line, linesOf } from "./lines.ts";
import { asUtf8 } from "./streams.ts";
import { failureOf, type Task } from "./task.ts";
import type { Todo } from "./tasks.ts";
import { type WarcRecord, warcRecords } from "./warc.ts";

type Bytes = AsyncIterable<Uint8Array>;

/** Where records come from, and what is known of all of them. */
export interface Container {
  /** Null for standard input. */
  readonly path: string | null;
  readonly options: ArticleOptions;
}

/** The articles of a .jsonl file, a line each; blank lines are passed over. */
export async function* jsonLines(stream: Bytes, container: Container): AsyncGenerator<Todo> {
  for await (const line of checked(linesOf, stream, "line", container))
    if ("failure" in line) yield line;
    else if (!isBlank(line.bytes)) yield recordTask("application/json", line, container);
}

/** The articles of a .csv file, a row each; the first row has the names of the columns. */
export async function* csvRows(stream: Bytes, container: Container): AsyncGenerator<Todo> {
  let header: Task["header"];
  for await (const row of checked(rowsOf, stream, "row", container)) {
    if ("failure" in row) yield row;
    else if (isBlank(row.bytes)) continue;
    else if (header) yield recordTask("text/csv", row, container, { header });
    else
      try {
        header = headerOf(row.bytes, container.options);
      } catch (error) {
        yield { failure: failureOf(error, { path: container.path, record: null }) };
        return;
      }
  }
}

function headerOf(bytes: Uint8Array, { fieldNames = {} }: ArticleOptions): NonNullable<Task["header"]> {
  const header = parseCsvHeader(decode(bytes).text);
  const wanted = [fieldNames.text ?? "text", fieldNames.html ?? "html", "text", "html"];
  if (header.columns.some((name) => wanted.includes(name))) return header;
  throw new InputError(
    `the header row has no column "${wanted[0]}"; it has ${header.columns
      .map((name) => `"${name}"`)
      .join(", ")
      .slice(0, 300)}`,
    "say which column has the text, for example --field text=body",
  );
}

/** The pages and texts of a .warc file. Records of other kinds, of other media and of errors are passed over. */
export async function* warcPages(stream: Bytes, container: Container): AsyncGenerator<Todo> {
  const { path } = container;
  let last = 0;
  try {
    for await (const record of warcRecords(stream, MOST_ARTICLE_BYTES)) {
      last = record.number;
      if ("reason" in record) yield failed(new InputError(record.reason, "fetch the archive again"), path, last);
      else {
        const type = inputTypeOf(record);
        if (type === null) continue;
        if (record.content === null) yield failed(tooLong("record", record.length), path, last);
        else {
          const { header, number, content, length } = record;
          const fields = { url: header.get("warc-target-uri")?.replace(/^<|>$/g, "") ?? null };
          const fetched = header.get("warc-date") ?? null;
          yield recordTask(type, { number, bytes: content, length, transcoded: null }, container, { fields, fetched });
        }
      }
    }
  } catch (cause) {
    yield stopped("record", last, path, cause);
  }
}

/** What stage 1 makes of a WARC record; null if it is no article by its header. */
function inputTypeOf({ header, content }: WarcRecord): InputType | null {
  const kind = header.get("warc-type")?.toLowerCase();
  if (kind === "conversion") return "text/plain"; // extracted text, as in WET files
  const type = header.get("content-type")?.toLowerCase() ?? "";
  if (kind === "resource") return /^text\/html|^application\/xhtml/.test(type) ? "text/html" : null;
  if (kind !== "response" || !type.startsWith("application/http")) return null;
  const head = Buffer.from(content?.subarray(0, 4096) ?? []).toString("latin1");
  const isPage =
    /^HTTP\/\S{1,8} 200\b/.test(head) &&
    !/\ncontent-type:(?!\s*(?:text\/html|application\/xhtml|text\/plain))/i.test(head);
  return isPage || content === null ? "application/http" : null;
}

interface Whole extends Line {
  readonly bytes: Uint8Array;
  readonly transcoded: Transcoded | null;
}

/** Lines or rows as UTF-8, or why they are none. What breaks the stream is told, and ends it. */
async function* checked(
  split: (chunks: Bytes, limit: number) => AsyncIterable<Line | Row>,
  stream: Bytes,
  unit: string,
  { path }: Container,
): AsyncGenerator<Whole | (Todo & { failure: unknown })> {
  let last = 0;
  try {
    const { chunks, transcoded } = await asUtf8(stream);
    for await (const line of split(chunks, MOST_ARTICLE_BYTES)) {
      last = line.number;
      const { bytes, length } = line;
      if (bytes !== null) yield { ...line, bytes, transcoded };
      else if ("unclosed" in line && line.unclosed !== null) yield failed(unclosed(line.unclosed), path, last);
      else yield failed(tooLong(unit, length), path, last);
    }
  } catch (cause) {
    yield cause instanceof InputError ? failed(cause, path, null) : stopped(unit, last, path, cause);
  }
}

const recordTask = (
  mediaType: InputType,
  { number, bytes, length, transcoded }: Whole,
  { path, options }: Container,
  more: Partial<Task> = {},
): Todo => ({
  task: {
    path,
    record: number,
    content: bytes,
    bytes: length,
    file: null,
    mediaType,
    fields: {},
    options,
    ...(transcoded && { transcoded }),
    ...more,
  },
});

const failed = (error: unknown, path: string | null, record: number | null) => ({
  failure: failureOf(error, { path, record }),
});

const stopped = (unit: string, last: number, path: string | null, cause: unknown) =>
  failed(
    new InputError(
      `reading stopped after ${unit} ${last} (${(cause as Error).message})`,
      "check the file: it may be cut off or damaged",
      { cause },
    ),
    path,
    null,
  );

const tooLong = (unit: string, length: number): InputError =>
  new InputError(
    `the ${unit} has ${length} bytes; an article may have ${MOST_ARTICLE_BYTES}`,
    "split the article, or check that line breaks separate the records",
  );

const unclosed = (line: number): InputError =>
  new InputError(
    `the quotation mark that opens a cell on line ${line} is not closed; the next line is read as a row of its own`,
    "close it, and write a quotation mark inside a quoted cell twice",
  );

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 32 || byte === 9 || byte === 13);
