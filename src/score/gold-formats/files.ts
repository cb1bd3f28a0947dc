import { readdir, stat } from "node:fs/promises";
import { basename, extname, join, relative } from "node:path";
import { InputError } from "../../input-error.ts";
import { type GoldArticle, readGold } from "../gold.ts";
import { bratGold, readBrat } from "./brat.ts";
import { type ConllColumns, readConll } from "./conll.ts";
import { readTimeml } from "./timeml.ts";

/** The formats of gold; `json` is a gold.json beside its article. */
export const GOLD_FORMATS = ["json", "jsonl", "brat", "conll", "timeml"] as const;
export type GoldFormat = (typeof GOLD_FORMATS)[number];

const EXTENSIONS: Readonly<Partial<Record<string, GoldFormat>>> = {
  ".jsonl": "jsonl",
  ".ann": "brat",
  ".tml": "timeml",
  ".conll": "conll",
  ".conllu": "conll",
  ".iob": "conll",
  ".iob2": "conll",
  ".bio": "conll",
  ".bioes": "conll",
};

/** How gold is read; by the names of files if no format is given. */
export interface GoldReading {
  readonly format?: GoldFormat;
  readonly columns?: ConllColumns;
}

/**
 * Reads gold in any of its formats, one article at a time: a file, or a folder and those in it, sorted by path. Throws an
 * `InputError` that names file and line where something cannot be read, and the folder if there is no gold in it.
 */
export async function* readGoldFrom(place: string, reading: GoldReading = {}): AsyncGenerator<GoldArticle> {
  const { files, isFolder } = await goldFilesOf(place, reading);
  if (files.length === 0)
    throw new InputError(
      `${place}: there is no gold in it`,
      `name its format: --gold-format ${GOLD_FORMATS.join(", ")}`,
    );
  if (files.some(({ format }) => format === "json")) yield* readGold(place, true);
  for (const { file, format } of files) {
    if (format === "jsonl") yield* readGold(file, false);
    if (format === "conll") yield* await readConll(file, reading.columns);
    if (format === "timeml") yield await readTimeml(file);
  }
  const brat = files.filter(({ format }) => format === "brat").map(({ file }) => file);
  yield* bratGold(await Promise.all(brat.map((file) => readBrat(file, bratId(file, isFolder ? place : null)))));
}

/** The formats of the gold that `readGoldFrom` finds in a place. */
export async function goldFormatsIn(place: string, reading: GoldReading = {}): Promise<ReadonlySet<GoldFormat>> {
  return new Set((await goldFilesOf(place, reading)).files.map(({ format }) => format));
}

interface GoldFile {
  readonly file: string;
  readonly format: GoldFormat;
}

async function goldFilesOf(
  place: string,
  { format }: GoldReading,
): Promise<{ readonly files: readonly GoldFile[]; readonly isFolder: boolean }> {
  const isFolder = await stat(place).then(
    (status) => status.isDirectory(),
    () => false, // reading it as a file tells why it cannot be
  );
  const files = (isFolder ? await filesIn(place) : [place]).flatMap((file): GoldFile[] => {
    const own = formatOf(file, format, isFolder);
    return own === null ? [] : [{ file, format: own }];
  });
  return { files, isFolder };
}

/** What a file is read as. In a folder, what has another ending than the format's own is passed over. */
function formatOf(file: string, wanted: GoldFormat | undefined, isInFolder: boolean): GoldFormat | null {
  const byName = basename(file) === "gold.json" ? "json" : EXTENSIONS[extname(file).toLowerCase()];
  if (!isInFolder) return wanted ?? byName ?? "jsonl";
  if (wanted === undefined) return byName ?? null;
  const isNamed = byName === wanted || (wanted === "timeml" && /\.xml$/i.test(file));
  // CoNLL files are called by any name.
  return isNamed || (wanted === "conll" && byName === undefined) ? wanted : null;
}

const bratId = (file: string, folder: string | null): string =>
  (folder === null ? basename(file) : relative(folder, file).replaceAll("\\", "/")).replace(/\.ann$/, "");

async function filesIn(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) files.push(...(await filesIn(path)));
    else files.push(path);
  }
  return files;
}
