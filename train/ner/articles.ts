import { readFileSync } from "node:fs";
import type { TokenColumns } from "../../src/layers.ts";
import type { GoldEntity } from "../../src/score/gold.ts";
import { sourceOffsets } from "../../src/score/source-offsets.ts";
import { tokenFrom, tokenTexts } from "../../src/tokens.ts";
import { coveredBy, goldTexts, segmentedText } from "../articles.ts";

/** An article as pressmark's own stages cut it, with gold names over its tokens (none where it has no gold). */
export interface TrainingArticle {
  readonly id: string;
  readonly text: string;
  readonly tokens: TokenColumns;
  readonly texts: readonly string[];
  readonly names: readonly GoldName[];
  readonly annotated: boolean;
  /** Only the tokens before this one are trained on. */
  readonly until: number;
}

/** Tokens `first` up to `last` are a name of this type. */
export interface GoldName {
  readonly first: number;
  readonly last: number;
  readonly type: string;
}

/** Reads gold files through pressmark's own stages 1 to 3, so that the model learns from what it will see. */
export async function readArticles(files: readonly string[]): Promise<TrainingArticle[]> {
  const articles: TrainingArticle[] = [];
  for await (const { id, text, entities } of goldTexts(files))
    articles.push(
      articleOf(
        id,
        text,
        entities?.flatMap((name) => asOntoNotes(text, name)),
      ),
    );
  return articles;
}

/** Runs the stages over a text; without `until`, all of it is trained on. */
export function articleOf(id: string, text: string, names?: readonly GoldEntity[], until?: number): TrainingArticle {
  const doc = segmentedText(id, text);
  const source = sourceOffsets(doc.text);
  return {
    id,
    text: doc.text.value,
    tokens: doc.tokens,
    texts: tokenTexts(doc.text.value, doc.tokens),
    names: namesOver(doc.tokens, source, names ?? []),
    annotated: names !== undefined,
    until: until === undefined ? doc.tokens.start.length : tokenFrom(doc.tokens, until),
  };
}

const DIRECTION = /^(?:(?:north|south|east|west|northern|southern|eastern|western|central)+[ -])+(?=\p{Lu})/u;

/**
 * The names that OntoNotes' guidelines would make of one: "Kigali, Rwanda" is two places, and "southern" in small letters
 * is no part of a name. Corpora differ in this.
 */
function asOntoNotes(text: string, { start, end, type }: GoldEntity): GoldEntity[] {
  if (type !== "LOC") return [{ start, end, type }];
  const comma = text.slice(start, end).indexOf(", ");
  if (comma > 0)
    return [
      ...asOntoNotes(text, { start, end: start + comma, type }),
      ...asOntoNotes(text, { start: start + comma + 2, end, type }),
    ];
  const direction = DIRECTION.exec(text.slice(start, end))?.[0].length ?? 0;
  return [{ start: start + direction, end, type }];
}

/**
 * Puts gold spans onto tokens. A span whose edges lie inside tokens takes in the tokens that it covers by more than half;
 * of overlapping spans the longest wins.
 */
function namesOver(
  tokens: TokenColumns,
  source: ReturnType<typeof sourceOffsets>,
  gold: readonly GoldEntity[],
): GoldName[] {
  const starts = Array.from(tokens.start, source.start);
  const ends = Array.from(tokens.end, source.end);
  const names: GoldName[] = [];
  for (const { start, end, type } of [...gold].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
  )) {
    const over = coveredBy({ start, end }, starts, ends);
    if (!over || names.some((name) => name.first < over.last && over.first < name.last)) continue;
    names.push({ ...over, type });
  }
  return names.sort((a, b) => a.first - b.first);
}

export const linesOf = (file: string): string[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
