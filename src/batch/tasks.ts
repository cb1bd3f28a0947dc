import { createReadStream } from "node:fs";
import { InputError } from "../input-error.ts";
import type { ArticleOptions } from "../layers.ts";
import { type Found, findInputs } from "./inputs.ts";
import { linesOf } from "./lines.ts";
import { type Failure, failureOf, MOST_ARTICLE_BYTES, type Task } from "./task.ts";

/** Something to do, something that failed already, or a file passed over. */
export type Todo =
  | { readonly task: Task }
  | { readonly failure: Failure & { ok: false } }
  | { readonly skipped: string };

/** Standard input, as an argument. */
export const STDIN = "-";

/** The articles that the arguments name, one by one: each text file is one, and so is each line of a .jsonl file. */
export async function* tasksFor(
  args: readonly string[],
  isOutput: (absolute: string) => boolean,
  options: ArticleOptions,
): AsyncGenerator<Todo> {
  for (const arg of args) {
    if (arg === STDIN) yield* records(process.stdin, null, options);
    else for await (const found of findInputs([arg], isOutput)) yield* tasksOf(found, options);
  }
}

async function* tasksOf(found: Found, options: ArticleOptions): AsyncGenerator<Todo> {
  if ("skipped" in found) yield found;
  else if ("error" in found) yield { failure: failureOf(found.error, { path: found.path, record: null }) };
  else if (/\.(?:jsonl|ndjson)$/i.test(found.path))
    yield* records(createReadStream(found.absolute), found.path, options);
  else {
    const { path, absolute: file, bytes } = found;
    const mediaType = /\.json$/i.test(path) ? "application/json" : "text/plain";
    yield { task: { path, file, bytes, content: null, mediaType, record: null, fields: {}, options } };
  }
}

async function* records(
  stream: AsyncIterable<Uint8Array>,
  path: string | null,
  options: ArticleOptions,
): AsyncGenerator<Todo> {
  let record = 0;
  try {
    for await (const { number, bytes, length } of linesOf(stream, MOST_ARTICLE_BYTES)) {
      record = number;
      if (number === 1 && bytes && isUtf16(bytes)) {
        yield { failure: failureOf(inUtf16(), { path, record: null }) };
        return;
      }
      if (bytes === null) yield { failure: failureOf(tooLong(length), { path, record }) };
      else if (!isBlank(bytes))
        yield {
          task: {
            path,
            record,
            content: bytes,
            bytes: length,
            file: null,
            mediaType: "application/json",
            fields: {},
            options,
          },
        };
    }
  } catch (cause) {
    const error = new InputError(
      `reading stopped after line ${record} (${(cause as Error).message})`,
      "check the file",
      { cause },
    );
    yield { failure: failureOf(error, { path, record: null }) };
  }
}

const tooLong = (length: number): InputError =>
  new InputError(
    `the line has ${length} bytes; an article may have ${MOST_ARTICLE_BYTES}`,
    "split the article, or check that line breaks separate the records",
  );

const inUtf16 = (): InputError => new InputError("the records are in UTF-16, not UTF-8", "save the file as UTF-8");

/** Tells by the byte order mark. Its line breaks are not single bytes, so it cannot be cut into lines. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 32 || byte === 9 || byte === 13);
