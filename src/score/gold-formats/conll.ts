import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { InputError } from "../../input-error.ts";
import type { Span } from "../../schema/span.ts";
import type { GoldArticle } from "../gold.ts";
import { labelLayer } from "./label-layers.ts";
import { type PlacedTokens, placeTokens } from "./token-text.ts";

/** Which columns hold the token and its tag: counted from 1, or from the last with -1. */
export interface ConllColumns {
  readonly token: number;
  readonly tag: number;
}

/**
 * Reads a CoNLL file: a token a line with columns between tabs or spaces, a blank line after each sentence, tags in any of IOB1,
 * IOB2, BIOES and BILOU. Articles begin with `-DOCSTART-` or a `# newdoc` comment. The text is put together from the tokens,
 * or taken from a `# text` comment. Unless `columns` says otherwise, the last column is the tag and the first the token, or
 * the second where the first counts. DATE, TIME and MONEY are extents of dates and money. Throws an `InputError` with file and
 * line where a line cannot be read.
 */
export async function readConll(file: string, columns?: ConllColumns): Promise<GoldArticle[]> {
  const content = await readFile(file, "utf8").catch((cause: Error) => {
    throw new InputError(`${file}: the gold file cannot be read (${cause.message})`, "check the path", { cause });
  });
  return conllArticles(content, file, columns);
}

interface Sentence {
  readonly tokens: string[];
  readonly tags: string[];
  readonly spaceAfter: boolean[];
  text: string | null;
}

interface Part {
  id: string | null;
  readonly sentences: Sentence[];
}

const TAG = /^(?:[O_-]|([BIESLUM])-(\S+))$/;
const COMMENT = /^#\s*(?:newdoc\b|newpar\b|[\w.:]+\s*=)/;

export function conllArticles(content: string, file: string, columns?: ConllColumns): GoldArticle[] {
  const parts: Part[] = [{ id: null, sentences: [] }];
  let sentence: Sentence | null = null;
  const lines = content.replace(/^\ufeff/, "").split(/\r?\n/);
  const isCounted = !columns && hasCounter(lines);
  const { token: tokenAt, tag: tagAt } = columns ?? { token: isCounted ? 2 : 1, tag: -1 };
  const open = (): Sentence => {
    const own: Sentence = sentence ?? { tokens: [], tags: [], spaceAfter: [], text: null };
    if (!sentence) parts.at(-1)!.sentences.push(own);
    sentence = own;
    return own;
  };
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") {
      sentence = null;
      continue;
    }
    if (COMMENT.test(line)) {
      const [, key, value = ""] = /^#\s*([\w.:]+)(?:\s+id)?(?:\s*=\s*(.*))?$/.exec(line) ?? [];
      if (key === "newdoc") parts.push({ id: value || null, sentences: [] });
      if (key === "newdoc" || key === "newpar") sentence = null;
      if (key === "text") open().text = value;
      continue;
    }
    const cells = line.trim().split(line.includes("\t") ? /\t/ : / +/);
    if (cells[0] === "-DOCSTART-") {
      parts.push({ id: null, sentences: [] });
      sentence = null;
      continue;
    }
    if (isCounted && /^\d+[-.]\d+$/.test(cells[0]!)) continue; // a word that is given in parts as well
    const [token, tag] = [cells.at(tokenAt > 0 ? tokenAt - 1 : tokenAt), cells.at(tagAt > 0 ? tagAt - 1 : tagAt)];
    const wrong = (message: string) =>
      new InputError(`${file}:${index + 1}: ${message}`, "name the columns of token and tag, as --columns 1,4");
    if (cells.length < 2 || token === undefined || tag === undefined)
      throw wrong(
        `${cells.length} ${cells.length === 1 ? "column is" : "columns are"} too few for a token and its tag`,
      );
    if (!TAG.test(tag)) throw wrong(`"${tag}" is no tag such as O, B-PER or I-PER`);
    const { tokens, tags, spaceAfter } = open();
    tokens.push(token);
    tags.push(tag);
    spaceAfter.push(!cells.some((cell) => cell.split("|").includes("SpaceAfter=No")));
  }
  const articles = parts.filter(({ sentences }) => sentences.some(({ tokens }) => tokens.length > 0));
  const layers = new Set(articles.flatMap(({ sentences }) => sentences.flatMap(({ tags }) => tags.map(layerOf))));
  const stem = basename(file).replace(/\.(?:conllu?|iob2?|bioe?s?|bilou|tsv|txt)$/i, "");
  return articles.map(({ id, sentences }, i) =>
    article(id ?? (articles.length === 1 ? stem : `${stem}-${i + 1}`), sentences, layers),
  );
}

/** True if the first token is numbered 0 or 1 and has two columns more: other numbers are words. */
const hasCounter = (lines: readonly string[]): boolean =>
  /^[01](?:[-.]\d+)?[\t ]+\S+[\t ]+\S/.test(lines.find((line) => line.trim() !== "" && !line.startsWith("#")) ?? "");

function layerOf(tag: string): string | null {
  const label = TAG.exec(tag)?.[2];
  return label === undefined ? null : labelLayer(label).layer;
}

interface Labelled extends Span {
  readonly label: string;
}

/** What a file has of a layer anywhere was looked for in all of its articles. */
function article(id: string, all: readonly Sentence[], layers: ReadonlySet<string | null>): GoldArticle {
  const sentences = all.filter(({ tokens }) => tokens.length > 0);
  const placed = placeTokens(sentences);
  const named = placed.sentences.flatMap((spans, i) => labelled(spans, sentences[i]!.tags));
  const entities = named.flatMap(({ start, end, label }) => {
    const found = labelLayer(label);
    return found.layer === "entities" ? [{ start, end, type: found.type }] : [];
  });
  const extents = (layer: string): Span[] =>
    named.flatMap(({ start, end, label }) => (labelLayer(label).layer === layer ? [{ start, end }] : []));
  const hasNone = layers.size === 1 && layers.has(null);
  return {
    id,
    text: placed.text,
    ...((layers.has("entities") || hasNone) && { entities }),
    ...(layers.has("dates") && { dates: extents("dates") }),
    ...(layers.has("money") && { money: extents("money") }),
  };
}

/** Tags as spans. An I or E that continues nothing of its label begins one (IOB1, and what systems get wrong). */
function labelled(spans: PlacedTokens["sentences"][number], tags: readonly string[]): Labelled[] {
  const found: Labelled[] = [];
  let open: { start: number; end: number; label: string } | null = null;
  for (const [i, tag] of tags.entries()) {
    const [, position, label] = TAG.exec(tag)!;
    const { start, end } = spans[i]!;
    const continues = open !== null && label === open.label && /[IELM]/.test(position!);
    if (continues) open!.end = end;
    else {
      open = label === undefined ? null : { start, end, label };
      if (open) found.push(open);
    }
    if (position !== undefined && /[ELSU]/.test(position)) open = null;
  }
  return found;
}
