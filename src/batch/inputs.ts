import type { Dirent } from "node:fs";
import { opendir, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import picomatch from "picomatch";
import { InputError } from "../input-error.ts";
import { formatByName } from "./formats.ts";

/** A file to be read. `path` is relative to the input root, with forward slashes. */
export interface InputFile {
  readonly path: string;
  readonly absolute: string;
  readonly bytes: number;
}

/** A place that could not be looked into. */
export interface InputProblem {
  readonly path: string;
  readonly error: InputError;
}

/** A file in a folder that is no article by its name. */
export interface SkippedFile {
  readonly skipped: string;
}

export type Found = InputFile | InputProblem | SkippedFile;

/** A directory with more entries than this is read in the order the file system gives, so that it never is in memory. */
const MOST_SORTED = 10_000;

/**
 * Finds the files that the arguments name: files, folders (searched to the bottom) and glob patterns. The names in a
 * folder come in order, unless there are more than 10,000 of them. Nothing is listed ahead of its use.
 */
export async function* findInputs(args: readonly string[]): AsyncGenerator<Found> {
  for (const arg of args) {
    const status = await stat(arg).catch(() => null);
    if (status?.isDirectory()) yield* walk(resolve(arg), resolve(arg), (path) => formatByName(path) !== null);
    else if (status) yield { path: basename(arg), absolute: resolve(arg), bytes: status.size };
    else yield* glob(arg);
  }
}

async function* glob(pattern: string): AsyncGenerator<Found> {
  const { base, isGlob } = picomatch.scan(pattern.split(sep).join("/"));
  const root = resolve(base || ".");
  const isFolder = isGlob && (await stat(root).catch(() => null))?.isDirectory();
  if (!isFolder) {
    const error = new InputError(
      "there is no such file or folder, and no such pattern",
      "check the path; quote patterns",
    );
    yield { path: pattern, error };
    return;
  }
  const matches = picomatch(pattern.split(sep).join("/").slice(base.length).replace(/^\//, ""));
  for await (const found of walk(root, root, matches)) if (!("skipped" in found)) yield found;
}

async function* walk(root: string, folder: string, isArticle: (path: string) => boolean): AsyncGenerator<Found> {
  try {
    for await (const entry of entriesOf(folder)) {
      if (entry.name.startsWith(".")) continue;
      const absolute = join(folder, entry.name);
      const path = relative(root, absolute).split(sep).join("/");
      if (entry.isDirectory()) yield* walk(root, absolute, isArticle);
      else if (!isArticle(path)) yield { skipped: path };
      else yield await fileAt(path, absolute);
    }
  } catch (cause) {
    const error = new InputError(`the folder cannot be read (${(cause as Error).message})`, "check its permissions", {
      cause,
    });
    yield { path: relative(dirname(root), folder).split(sep).join("/"), error };
  }
}

async function fileAt(path: string, absolute: string): Promise<Found> {
  try {
    const status = await stat(absolute);
    return status.isFile() ? { path, absolute, bytes: status.size } : { skipped: path };
  } catch (cause) {
    return {
      path,
      error: new InputError(`the file cannot be read (${(cause as Error).message})`, "check where its link leads", {
        cause,
      }),
    };
  }
}

async function* entriesOf(folder: string): AsyncGenerator<Dirent> {
  const head: Dirent[] = [];
  const entries = (await opendir(folder))[Symbol.asyncIterator]();
  for (let next = await entries.next(); !next.done; next = await entries.next()) {
    head.push(next.value);
    if (head.length > MOST_SORTED) {
      yield* head;
      yield* { [Symbol.asyncIterator]: () => entries };
      return;
    }
  }
  yield* head.sort((a, b) => (a.name < b.name ? -1 : 1));
}
