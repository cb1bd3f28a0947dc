import { readFileSync } from "node:fs";
import type { TokenColumns } from "../../src/layers.ts";
import { pipeline } from "../../src/pipeline.ts";
import { type GoldEntity, readGold } from "../../src/score/gold.ts";
import { sourceOffsets } from "../../src/score/source-offsets.ts";
import { read } from "../../src/stages/1-read/read.ts";
import { repair } from "../../src/stages/2-repair/repair.ts";
import { segment } from "../../src/stages/3-segment/segment.ts";
import { tokenFrom, tokenTexts } from "../../src/tokens.ts";

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

const segmented = pipeline("segmented").use(read()).use(repair()).use(segment());

/** Reads gold files through pressmark's own stages 1 to 3, so that the model learns from what it will see. */
export async function readArticles(files: readonly string[]): Promise<TrainingArticle[]> {
  const articles: TrainingArticle[] = [];
  for (const file of files)
    for await (const { id, text, entities } of readGold(file))
      if (text !== undefined)
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
  const doc = segmented.run({
    content: text,
    mediaType: "text/plain",
    path: null,
    record: null,
    fields: { id },
    options: {},
  });
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
    let first = starts.findIndex((_, i) => ends[i]! > start);
    while (first >= 0 && first < starts.length && covered(first) <= 0.5 && starts[first]! < end) first++;
    let last = first;
    while (last < starts.length && covered(last) > 0.5) last++;
    if (first < 0 || last === first || names.some((name) => name.first < last && first < name.last)) continue;
    names.push({ first, last, type });

    function covered(i: number): number {
      return (Math.min(ends[i]!, end) - Math.max(starts[i]!, start)) / (ends[i]! - starts[i]!);
    }
  }
  return names.sort((a, b) => a.first - b.first);
}

export const linesOf = (file: string): string[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
