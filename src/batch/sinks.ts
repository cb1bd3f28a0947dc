import { realpathSync, rmSync } from "node:fs";
import { mkdir, open, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { InputError } from "../input-error.ts";
import { outputPath } from "./output-path.ts";
import type { Success } from "./task.ts";

/** Where documents go. */
export interface Sink {
  /** For people: the folder, file or stream. */
  readonly place: string;
  readonly layout: "document" | "line";
  write(article: Success): Promise<void>;
  /** Puts what was written in its final place, or (if that is not worth `keeping`) leaves there what was there before. */
  close(keeping: boolean): Promise<void>;
}

/** Standard output, as a place to write to. */
export const STDOUT = "-";

const isFile = (out: string): boolean => /\.(?:jsonl|ndjson)$/i.test(out);

/** The sink that `--out` names: `-` for standard output, a path that ends in .jsonl for one file, else a folder. */
export async function openSink(out: string): Promise<Sink> {
  if (out === STDOUT) return streamSink(process.stdout);
  try {
    return isFile(out) ? await fileSink(out) : await folderSink(out);
  } catch (cause) {
    throw cannotWrite(out, cause);
  }
}

/** Where the run report is written for an `--out`, and where failures are listed that it has no room for. */
export function reportPaths(out: string): { report: string; failures: string } | null {
  if (out === STDOUT) return null;
  const folder = isFile(out) ? dirname(out) : out;
  return { report: join(folder, "run.json"), failures: join(folder, "failures.jsonl") };
}

/** Tells of a file whether a run to `out` writes it: found among the inputs it is none. */
export function outputsOf(out: string): (file: string) => boolean {
  if (out === STDOUT) return () => false;
  const place = isFile(out) ? join(realPath(dirname(out)), basename(out)) : realPath(out);
  const { report, failures } = reportPaths(place)!;
  return (file) =>
    file === report ||
    file === failures ||
    (isFile(out) ? file === place : file.startsWith(place + sep) && file.endsWith(".json"));
}

/** A path without symbolic links, even if its last parts are not there yet. */
export function realPath(path: string): string {
  const full = resolve(path);
  try {
    return realpathSync(full);
  } catch {
    return dirname(full) === full ? full : join(realPath(dirname(full)), basename(full));
  }
}

export const cannotWrite = (place: string, cause: unknown): InputError =>
  new InputError(
    `${place} cannot be written (${(cause as Error).message})`,
    "see that nothing stands in the way, that there is room, and the permissions",
    { cause },
  );

/** Files that are being written. */
const drafts = new Set<string>();

/** Takes away what is half written, at the end of the process. */
export function removeDrafts(): void {
  for (const draft of drafts) rmSync(draft, { force: true });
  drafts.clear();
}

let watching = false;

/** A name beside `path` that nobody reads while it is being written. */
function startDraft(path: string): string {
  if (!watching) process.on("exit", removeDrafts);
  watching = true;
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  drafts.add(draft);
  return draft;
}

/** Puts a draft where it belongs, or throws it away. */
async function endDraft(draft: string, path: string | null): Promise<void> {
  try {
    if (path !== null) await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
    drafts.delete(draft);
  }
}

/** Writes a file, or what there is of it part by part, so that whoever looks sees all of it or none. */
export async function writeAtomically(path: string, data: Uint8Array | string | AsyncIterable<string>): Promise<void> {
  const draft = startDraft(path);
  let whole = false;
  try {
    await writeFile(draft, data);
    whole = true;
  } finally {
    await endDraft(draft, whole ? path : null);
  }
}

/** A .json file an article, below `folder`, at the path that the article's id gives. */
async function folderSink(folder: string): Promise<Sink> {
  await mkdir(folder, { recursive: true });
  const taken = new TakenNames();
  taken.claim("run");
  let made = "";
  return {
    place: folder,
    layout: "document",
    write: async ({ id, output }) => {
      const path = join(folder, `${taken.claim(outputPath(id))}.json`);
      if (dirname(path) !== made) await mkdir(dirname(path), { recursive: true });
      made = dirname(path);
      await writeAtomically(path, output);
    },
    close: async () => {},
  };
}

/**
 * Gives out each name once: the second article of the same id gets `name~2`. Names are kept as 52-bit hashes, compared
 * without case (as some file systems do), so that a million of them fit in memory.
 */
class TakenNames {
  readonly #hashes = new Set<number>();

  claim(name: string): string {
    for (let copy = 1; ; copy++) {
      const tried = copy === 1 ? name : `${name}~${copy}`;
      const hash = hashOf(tried.normalize().toLowerCase());
      if (this.#hashes.has(hash)) continue;
      this.#hashes.add(hash);
      return tried;
    }
  }
}

/** Two rounds of FNV-1a (Fowler, Noll, Vo), joined to a whole number below 2^52. */
function hashOf(name: string): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let i = 0; i < name.length; i++) {
    low = Math.imul(low ^ name.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ name.charCodeAt(i), 0x85ebca6b);
  }
  return (high & 0xfffff) * 2 ** 32 + (low >>> 0);
}

/** All documents in one file, a line each; it takes its place when the run ends. */
async function fileSink(path: string): Promise<Sink> {
  await mkdir(dirname(path), { recursive: true });
  if ((await stat(path).catch(() => null))?.isDirectory()) throw new Error("it is a folder");
  const draft = startDraft(path);
  const stream = (await open(draft, "w")).createWriteStream();
  return {
    ...streamSink(stream),
    place: path,
    close: async (keeping) => {
      stream.end();
      const closed = finished(stream);
      if (keeping) await closed;
      else await closed.catch(() => {}); // that it broke is why it is not kept
      await endDraft(draft, keeping ? path : null);
    },
  };
}

/** Documents down a stream, a line each, as fast as its reader takes them. */
export function streamSink(stream: Writable): Sink {
  let broken: Error | null = null;
  stream.on("error", (error) => {
    broken = error;
  });
  return {
    place: "standard output",
    layout: "line",
    write: async ({ output }) => {
      if (broken) throw broken;
      if (!stream.write(output)) await new Promise<void>((go) => onceAny(stream, ["drain", "error", "close"], go));
      if (broken) throw broken;
    },
    close: async () => {},
  };
}

function onceAny(stream: Writable, events: readonly string[], go: () => void): void {
  const done = (): void => {
    for (const event of events) stream.off(event, done);
    go();
  };
  for (const event of events) stream.on(event, done);
}
