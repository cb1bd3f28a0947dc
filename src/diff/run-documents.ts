import { createReadStream } from "node:fs";
import { open, readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { linesOf } from "../batch/lines.ts";
import type { RunReport } from "../batch/report.ts";
import { InputError } from "../input-error.ts";
import type { Document } from "../schema/document.ts";
import { withOffsets } from "../schema/offsets.ts";
import { faultOf } from "./document-fault.ts";

/** A document of a run. `reload` reads it again from its file, so that it need not be kept. Offsets are UTF-16. */
export interface RunDocument {
  readonly document: Document;
  readonly reload: () => Promise<Document>;
}

/** No line of JSON can be longer, as no string in V8 can. */
const LONGEST_LINE = 2 ** 29 - 24;

/**
 * Reads the documents that a run wrote, one at a time: from a .jsonl file in its order, or from the .json and .jsonl
 * files of a folder, sorted by path, without the run's own report. Throws an `InputError` that names file (and line) if
 * there is no such place, if there is no document in it, or where something else than a document stands.
 */
export async function* readRun(place: string): AsyncGenerator<RunDocument> {
  const status = await stat(place).catch((cause: Error) => {
    throw new InputError(`${place}: there is no run to be read (${cause.message})`, REMEDY, { cause });
  });
  let isEmpty = true;
  for await (const file of status.isDirectory() ? filesIn(place, true) : [place])
    for await (const found of documentsIn(file)) {
      isEmpty = false;
      yield found;
    }
  if (isEmpty) throw new InputError(`${place}: there is no document in it`, REMEDY);
}

const REMEDY = "give the folder or the .jsonl file that pressmark annotate wrote";

async function* filesIn(folder: string, isRoot: boolean): AsyncGenerator<string> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) yield* filesIn(path, false);
    else if (isRoot && (entry.name === "run.json" || entry.name === "failures.jsonl")) continue;
    else if (/\.jsonl?$/.test(entry.name)) yield path;
  }
}

async function* documentsIn(file: string): AsyncGenerator<RunDocument> {
  if (!/\.(?:jsonl|ndjson)$/.test(file)) {
    const read = async () => documentFrom(decoded(await readFile(file)), file);
    yield { document: await read(), reload: read };
    return;
  }
  let offset = 0;
  for await (const { number, bytes, length } of linesOf(createReadStream(file), LONGEST_LINE)) {
    const at = offset;
    offset += length + 1;
    if (bytes === null) throw new InputError(`${file}:${number}: the line is too long to be read`, REMEDY);
    if (bytes.every((byte) => byte <= 32)) continue;
    const where = `${file}:${number}`;
    yield { document: documentFrom(decoded(bytes), where), reload: lineReader(file, at, length, where) };
  }
}

/** In a function of its own, as it lives long and must not keep the line with it. */
const lineReader = (file: string, at: number, length: number, where: string) => async (): Promise<Document> => {
  await using handle = await open(file);
  const { buffer } = await handle.read(Buffer.alloc(length), 0, length, at);
  return documentFrom(decoded(buffer), where);
};

/** A byte order mark is left out. */
const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

function documentFrom(json: string, where: string): Document {
  let value: Partial<Document> | null;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new InputError(`${where}: not valid JSON (${(cause as Error).message})`, REMEDY, { cause });
  }
  if (value?.schemaVersion?.startsWith?.("1.") !== true)
    throw new InputError(`${where}: not an annotated document of schema version 1`, REMEDY);
  const fault = faultOf(value as Document);
  if (fault !== null)
    throw new InputError(`${where}: not an annotated document of schema version 1 (${fault})`, REMEDY);
  return withOffsets(value as Document, "utf16");
}

/** What the report of a run says of how it was made; null if no report of this run stands beside it. */
export async function runOptions(place: string): Promise<Readonly<Record<string, unknown>> | null> {
  const options = (await runReport(place))?.options;
  return typeof options === "object" ? options : null;
}

/** The report of a run, as far as it goes: other versions may have written it. Null if there is none of this run beside it. */
export async function runReport(place: string): Promise<Partial<RunReport> | null> {
  const isFolder = (await stat(place)).isDirectory();
  try {
    const report = JSON.parse(await readFile(join(isFolder ? place : dirname(place), "run.json"), "utf8"));
    const isOwn = isFolder || basename(String(report.output)) === basename(place);
    return isOwn && typeof report === "object" ? report : null;
  } catch {
    return null; // a run may be kept without its report
  }
}
