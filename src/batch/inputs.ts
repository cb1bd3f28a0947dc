import type { Dirent } from "node:fs";
import { opendir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import picomatch from "picomatch";
import { InputError } from "../input-error.ts";
import { isInputName } from "./formats.ts";

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

/** How many names of a folder are put in order at once, so that a folder of any size never is in memory. */
const SORTED_AT_ONCE = 10_000;

/** Which of the files in a folder are articles: by the path below the folder, and by the whole of it. */
interface Choice {
  readonly isArticle: (path: string) => boolean;
  /** Files that the run itself writes; they are passed over in silence. */
  readonly isOutput: (absolute: string) => boolean;
}

/**
 * Finds the files that the arguments name: files, folders (searched to the bottom) and glob patterns. The names in a
 * folder come in order, 10,000 at a time. Nothing is listed ahead of its use.
 */
export async function* findInputs(
  args: readonly string[],
  isOutput: Choice["isOutput"] = () => false,
): AsyncGenerator<Found> {
  for (const arg of args) {
    const status = await stat(arg).catch(() => null);
    if (status?.isDirectory()) {
      const root = await realpath(arg);
      yield* walk(root, root, { isArticle: isInputName, isOutput });
    } else if (status) yield { path: basename(arg), absolute: resolve(arg), bytes: status.size };
    else yield* glob(arg, isOutput);
  }
}

async function* glob(pattern: string, isOutput: Choice["isOutput"]): AsyncGenerator<Found> {
  const { base, isGlob } = picomatch.scan(pattern.split(sep).join("/"));
  const root = await realpath(base || ".").catch(() => null);
  const isFolder = root && isGlob && (await stat(root)).isDirectory();
  if (!isFolder) {
    const error = new InputError("there is no such file or folder", "check the path; put a pattern in quotes");
    yield { path: pattern, error };
    return;
  }
  const isArticle = picomatch(pattern.split(sep).join("/").slice(base.length).replace(/^\//, ""));
  let found = false;
  for await (const file of walk(root, root, { isArticle, isOutput })) {
    if ("skipped" in file) continue;
    found = true;
    yield file;
  }
  if (!found) yield { path: pattern, error: new InputError("no file matches the pattern", "check its spelling") };
}

async function* walk(root: string, folder: string, choice: Choice): AsyncGenerator<Found> {
  try {
    for await (const entry of entriesOf(folder)) {
      if (entry.name.startsWith(".")) continue;
      const absolute = join(folder, entry.name);
      const path = relative(root, absolute).split(sep).join("/");
      if (entry.isDirectory()) yield* walk(root, absolute, choice);
      else if (choice.isOutput(absolute)) continue;
      else if (!choice.isArticle(path)) yield { skipped: path };
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
      error: new InputError(
        `the file cannot be read (${(cause as Error).message})`,
        path.includes("\ufffd") ? "its name is not UTF-8: rename it" : "check where its link leads",
        { cause },
      ),
    };
  }
}

async function* entriesOf(folder: string): AsyncGenerator<Dirent> {
  const directory = await opendir(folder);
  try {
    const part: Dirent[] = [];
    for (let entry = await directory.read(); entry; entry = await directory.read()) {
      part.push(entry);
      if (part.length === SORTED_AT_ONCE) yield* part.splice(0).sort(byName);
    }
    yield* part.sort(byName);
  } finally {
    await directory.close();
  }
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);
