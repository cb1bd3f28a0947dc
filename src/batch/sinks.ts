import { createWriteStream, type WriteStream } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { outputPath } from "./output-path.ts";
import type { Success } from "./task.ts";

/** Where documents go. */
export interface Sink {
  /** For people: the folder, file or stream. */
  readonly place: string;
  /** Where the run report is written; null if it has no place of its own. */
  readonly report: string | null;
  readonly layout: "document" | "line";
  write(article: Success): Promise<void>;
  /** Puts everything in its final place. */
  close(): Promise<void>;
}

/** The sink that `--out` names: `-` for standard output, a path that ends in .jsonl for one file, else a folder. */
export function openSink(out: string): Promise<Sink> | Sink {
  if (out === "-") return streamSink(process.stdout);
  return /\.(?:jsonl|ndjson)$/i.test(out) ? fileSink(out) : folderSink(out);
}

/** A name beside `path` that nobody reads while it is being written. */
const temporary = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);

/** Writes a file so that whoever looks sees all of it or none. */
export async function writeAtomically(path: string, data: Uint8Array | string): Promise<void> {
  const draft = temporary(path);
  try {
    await writeFile(draft, data);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
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
    report: join(folder, "run.json"),
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
      const hash = hashOf(tried.toLowerCase());
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
  const draft = temporary(path);
  const stream = createWriteStream(draft);
  const lines = streamSink(stream);
  return {
    ...lines,
    place: path,
    report: join(dirname(path), "run.json"),
    close: async () => {
      await closeFile(stream);
      await rename(draft, path);
    },
  };
}

async function closeFile(stream: WriteStream): Promise<void> {
  stream.end();
  await finished(stream);
}

/** Documents down a stream, a line each, as fast as its reader takes them. */
export function streamSink(stream: Writable): Sink {
  let broken: Error | null = null;
  stream.on("error", (error) => {
    broken = error;
  });
  return {
    place: "standard output",
    report: null,
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
