import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { InputError } from "../../../input-error.ts";
import type { GoldArticle } from "../../gold.ts";
import { goldArticleFrom } from "./article.ts";
import { type GoldIssue, issueText } from "./issues.ts";
import { WrittenGold } from "./schema.ts";

const GOLD = "gold.json";
const SOUND_TEXT = "gold.txt";

/** A gold.json as it was read: the article, or what is wrong. */
export interface GoldFile {
  readonly file: string;
  readonly gold: GoldArticle;
  readonly issues: readonly GoldIssue[];
}

/** True for a folder, and for a file that is called as a gold.json is. */
export async function isGoldJson(place: string): Promise<boolean> {
  const status = await stat(place).catch(() => null);
  return status?.isDirectory() || basename(place) === GOLD;
}

/**
 * Reads a gold.json, or all of them in a folder to its bottom, by name. An article's id is that of its document when the
 * folder is annotated (for a single gold.json, the folder around its own). Its text is the gold.txt beside it, which says
 * what reading and repair should give, or else the article itself. Throws an `InputError` where a file cannot be read
 * or has another form; contradictions are listed in `issues`.
 */
export async function* readGoldJson(place: string): AsyncGenerator<GoldFile> {
  const isFolder = (await stat(place).catch(() => null))?.isDirectory() ?? false;
  const files = isFolder ? await goldFiles(place) : [place];
  if (files.length === 0) throw new InputError(`${place}: there is no gold.json in it`, "see docs/gold.md");
  const own = isFolder ? resolve(place) : dirname(resolve(place));
  const isOwn = files.length === 1 && dirname(resolve(files[0]!)) === own;
  const root = isOwn ? dirname(own) : own;
  for (const file of files) yield await readOne(file, root);
}

/** The articles of `readGoldJson`. Throws an `InputError` that names the first contradiction, if there is any. */
export async function* goldArticles(place: string): AsyncGenerator<GoldArticle> {
  for await (const { file, gold, issues } of readGoldJson(place)) {
    if (issues.length > 0)
      throw new InputError(
        `${file}: ${issueText(issues[0]!)}`,
        issues.length > 1 ? `score --check lists this and ${issues.length - 1} more` : "see docs/gold.md",
      );
    yield gold;
  }
}

async function goldFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => basename(name) === GOLD)
    .sort()
    .map((name) => join(folder, name));
}

async function readOne(file: string, root: string): Promise<GoldFile> {
  const written = parse(await contentOf(file, file), file);
  const folder = dirname(file);
  const names = (await readdir(folder)).sort();
  const article = written.article ?? names.find((name) => /^article\.[a-z]+$/.test(name));
  if (article === undefined)
    throw new InputError(`${file}: there is no article beside it`, 'call it article.txt, or name it as "article"');
  const hasSoundText = names.includes(SOUND_TEXT);
  if (!hasSoundText && formatOf(article) !== "txt")
    throw new InputError(
      `${file}: there is no ${SOUND_TEXT} beside it, and ${article} is no plain text`,
      `write the text that ${article} holds as ${SOUND_TEXT}`,
    );
  const text = await contentOf(join(folder, hasSoundText ? SOUND_TEXT : article), file);
  const source = join(folder, article);
  const id = relative(root, resolve(source))
    .split(sep)
    .join("/")
    .replace(/\.[a-z]+$/i, "");
  return { file, ...goldArticleFrom(written, text, { id, source }) };
}

const formatOf = (name: string): string => /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "txt";

async function contentOf(path: string, gold: string): Promise<string> {
  try {
    return (await readFile(path, "utf8")).replace(/^\ufeff/, "");
  } catch (cause) {
    throw new InputError(`${gold}: ${path} cannot be read (${(cause as Error).message})`, "check the path", { cause });
  }
}

function parse(content: string, file: string): WrittenGold {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (cause) {
    throw new InputError(`${file}: not valid JSON (${(cause as Error).message})`, "correct it there", { cause });
  }
  const { success, data, error } = WrittenGold.safeParse(value);
  if (success) return data;
  const [first, ...others] = error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`);
  throw new InputError(
    `${file}: no gold.json: ${first}${others.length ? ` (and ${others.length} more)` : ""}`,
    "see docs/gold.md for the format",
    { cause: error },
  );
}
