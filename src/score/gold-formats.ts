import { readdir, stat } from "node:fs/promises";
import { basename, extname, join, relative } from "node:path";
import { InputError } from "../input-error.ts";
import { bratGold, readBrat } from "./brat.ts";
import { type ConllColumns, readConll } from "./conll.ts";
import { type GoldArticle, readGold } from "./gold.ts";
import { readTimeml } from "./timeml.ts";

/** The formats of gold beside pressmark's own. */
export const GOLD_FORMATS = ["jsonl", "brat", "conll", "timeml"] as const;
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
 * Reads gold in any of its formats, one article at a time: a file, or a folder and those in it, sorted by path. Throws an `InputError` that
 * names file and line where something cannot be read, and the folder if there is no gold in it.
 */
export async function* readGoldFrom(place: string, { format, columns }: GoldReading = {}): AsyncGenerator<GoldArticle> {
  const isFolder = await stat(place).then(
    (status) => status.isDirectory(),
    () => false, // reading it as a file tells why it cannot be
  );
  const named = isFolder ? await filesIn(place) : [place];
  const files = named.flatMap((file) => {
    const own = formatOf(file, format, isFolder);
    return own === null ? [] : [{ file, format: own }];
  });
  if (files.length === 0)
    throw new InputError(
      `${place}: there is no gold in it`,
      `name the format: --gold-format ${GOLD_FORMATS.join(", ")}`,
    );
  for (const { file, format } of files) {
    if (format === "jsonl") yield* readGold(file);
    if (format === "conll") yield* await readConll(file, columns);
    if (format === "timeml") yield await readTimeml(file);
  }
  const brat = files.filter((one) => one.format === "brat").map(({ file }) => file);
  yield* bratGold(await Promise.all(brat.map((file) => readBrat(file, bratId(file, isFolder ? place : null)))));
}

/** What a file is read as. In a folder, what has another ending than the format's own is passed over. */
function formatOf(file: string, wanted: GoldFormat | undefined, isInFolder: boolean): GoldFormat | null {
  const byName = EXTENSIONS[extname(file).toLowerCase()];
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
