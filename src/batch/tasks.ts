import { createReadStream } from "node:fs";
import { InputError } from "../input-error.ts";
import type { ArticleOptions } from "../layers.ts";
import { MOST_ARTICLE_BYTES } from "../stages/1-read/inflate.ts";
import { type Format, formatByContent, formatByName, INPUT_TYPES, mayHoldRecords } from "./formats.ts";
import { type Found, findInputs, type InputFile } from "./inputs.ts";
import { type Container, csvRows, jsonLines, warcPages } from "./records.ts";
import { headOf, inflated } from "./streams.ts";
import { type Failure, failureOf, type Task } from "./task.ts";

/** Something to do, something that failed already, or a file passed over. */
export type Todo =
  | { readonly task: Task }
  | { readonly failure: Failure & { ok: false } }
  | { readonly skipped: string };

/** Standard input, as an argument. */
export const STDIN = "-";

/**
 * The articles that the arguments name, one by one: each .txt, .html, .md or .json file is one, and so is each record of a
 * .jsonl, .csv or .warc file. What the run itself writes is no input. `format` is what all inputs are, whatever they are
 * called; standard input is JSONL without it.
 */
export async function* tasksFor(
  args: readonly string[],
  isOutput: (absolute: string) => boolean,
  options: ArticleOptions,
  format?: Format,
): AsyncGenerator<Todo> {
  for (const arg of args) {
    if (arg === STDIN) yield* fromStream(process.stdin, format ?? "jsonl", { path: null, options });
    else for await (const found of findInputs([arg], isOutput)) yield* fromFound(found, format, options);
  }
}

async function* fromFound(found: Found, given: Format | undefined, options: ArticleOptions): AsyncGenerator<Todo> {
  if ("skipped" in found) yield found;
  else if ("error" in found) yield { failure: failureOf(found.error, { path: found.path, record: null }) };
  else {
    let format: Format | "output";
    try {
      format = given ?? formatOf(found);
    } catch (cause) {
      yield { failure: failureOf(cannotRead(cause), { path: found.path, record: null }) };
      return;
    }
    if (format === "output") yield { skipped: found.path };
    else if (isSingle(format)) yield { task: fileTask(found, format, options) };
    else yield* fromStream(createReadStream(found.absolute), format, { path: found.path, options });
  }
}

/** Content counts more than the name. Most files are articles by their names, and a few bytes show that they may be. */
function formatOf({ path, absolute, bytes }: InputFile): Format | "output" {
  const named = formatByName(path);
  if (bytes === 0) return named ?? "text"; // empty, or a pipe: that can be read but once
  if (named && named !== "json" && isSingle(named) && !mayHoldRecords(headOf(absolute, FEW_BYTES))) return named;
  return formatByContent(headOf(absolute), named);
}

const FEW_BYTES = 64;

type Single = keyof typeof INPUT_TYPES;

const isSingle = (format: Format): format is Single => format in INPUT_TYPES;

const fileTask = ({ path, absolute: file, bytes }: InputFile, format: Single, options: ArticleOptions): Task => ({
  path,
  file,
  bytes,
  content: null,
  mediaType: INPUT_TYPES[format],
  record: null,
  fields: {},
  options,
});

const CONTAINERS = { jsonl: jsonLines, csv: csvRows, warc: warcPages } as const;

async function* fromStream(
  stream: AsyncIterable<Uint8Array>,
  format: Format,
  container: Container,
): AsyncGenerator<Todo> {
  if (!isSingle(format)) yield* CONTAINERS[format](inflated(stream), container);
  else yield await wholeStream(stream, format, container);
}

/** One article from a stream, which is read to its end. */
async function wholeStream(
  stream: AsyncIterable<Uint8Array>,
  format: Single,
  { path, options }: Container,
): Promise<Todo> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > MOST_ARTICLE_BYTES)
        throw new InputError(
          `the input has more than ${MOST_ARTICLE_BYTES} bytes; an article may have no more`,
          "if it has a record a line, say so with --format jsonl",
        );
      chunks.push(chunk);
    }
  } catch (cause) {
    return { failure: failureOf(cause instanceof InputError ? cause : cannotRead(cause), { path, record: null }) };
  }
  const content = new Uint8Array(Buffer.concat(chunks)); // memory of its own, as a worker needs it
  return {
    task: { path, file: null, bytes, content, mediaType: INPUT_TYPES[format], record: null, fields: {}, options },
  };
}

const cannotRead = (cause: unknown): InputError =>
  new InputError(
    `the file cannot be read (${(cause as Error).message})`,
    "check that it is there and its permissions",
    {
      cause,
    },
  );
