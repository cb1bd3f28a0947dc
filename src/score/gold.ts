import { createReadStream } from "node:fs";
import { z } from "zod";
import { InputError } from "../input-error.ts";
import { BlockKind } from "../schema/blocks.ts";
import { Mention } from "../schema/entities.ts";
import { Quantity } from "../schema/quantities.ts";
import { QuoteType, SpeakerKind } from "../schema/quotes.ts";
import { Offset } from "../schema/span.ts";
import { goldArticles, isGoldJson } from "./gold-formats/json/read.ts";

/** A span of the gold text, written `[start, end]`: half-open, in UTF-16 code units. */
export const GoldSpan = z.tuple([Offset, Offset]);
export type GoldSpan = z.infer<typeof GoldSpan>;

const Extent = { start: Offset, end: Offset };

export const GoldEntity = z.object({ ...Extent, type: z.string() });
export type GoldEntity = z.infer<typeof GoldEntity>;

/** A thing in the article with all its mentions; `of` of a role is the index of the cluster whose title it is. */
export const GoldCluster = z.object({
  type: z.string(),
  name: z.string(),
  mentions: z.array(z.object({ ...Extent, kind: Mention.shape.kind })),
  roles: z.array(z.object({ ...Extent, of: z.int().min(0).nullable() })),
});
export type GoldCluster = z.infer<typeof GoldCluster>;

/** `value` is absent where a corpus marks extents only. */
export const GoldDate = z.object({
  ...Extent,
  type: z.string().optional(),
  value: z.string().optional(),
  mod: z.string().nullish(),
});
export type GoldDate = z.infer<typeof GoldDate>;

/** Amounts are decimal strings. What is absent was not annotated; a `currency` of null is one that cannot be known. */
export const GoldMoney = z.object({
  ...Extent,
  amount: z.string().nullish(),
  min: z.string().nullish(),
  max: z.string().nullish(),
  currency: z.string().nullish(),
  modifier: z.string().nullish(),
  per: z.string().nullish(),
});
export type GoldMoney = z.infer<typeof GoldMoney>;

export const GoldQuantity = z.object({
  ...Extent,
  kind: Quantity.shape.kind,
  value: z.string().nullable(),
  min: z.string().nullable(),
  max: z.string().nullable(),
  unit: z.string().nullable(),
});
export type GoldQuantity = z.infer<typeof GoldQuantity>;

/** `entity` is the index of the speaker's cluster, `parent` that of the quote around this one; null is "none". */
export const GoldQuote = z.object({
  kind: QuoteType,
  spans: z.array(GoldSpan).min(1),
  speaker: z.array(GoldSpan).optional(),
  cue: z.array(GoldSpan).optional(),
  speakerKind: SpeakerKind.optional(),
  entity: z.int().min(0).nullish(),
  order: z.string().optional(),
  parent: z.int().min(0).nullish(),
});
export type GoldQuote = z.infer<typeof GoldQuote>;

export const GoldBlock = z.object({ ...Extent, kind: BlockKind });
export type GoldBlock = z.infer<typeof GoldBlock>;

/**
 * One line of a gold file: an article and what should be found in it. A layer that is absent was not annotated, and is
 * not scored. `scope` limits scoring to those regions. `fixed` makes it a case of repair alone; `body` is the text that
 * reading HTML should give. `source` is a file that `text` is what reading and repair should give of; without it the text is annotated
 * itself. Fields that are not named here are passed over.
 */
export const GoldArticle = z
  .object({
    id: z.string().min(1),
    text: z.string().optional(),
    file: z.string().optional(),
    source: z.string().optional(),
    published: z.string().nullish(),
    scope: z.array(GoldSpan).optional(),
    entities: z.array(GoldEntity).optional(),
    dates: z.array(GoldDate).optional(),
    clusters: z.array(GoldCluster).optional(),
    money: z.array(GoldMoney).optional(),
    quantities: z.array(GoldQuantity).optional(),
    quotes: z.array(GoldQuote).optional(),
    blocks: z.array(GoldBlock).optional(),
    sentences: z.array(GoldSpan).optional(),
    tokens: z.array(GoldSpan).optional(),
    body: z.string().optional(),
    fixed: z.string().optional(),
    group: z.string().optional(),
  })
  .superRefine((gold, context) => {
    for (const { path, start, end } of spansOf(gold)) {
      const length = gold.text?.length;
      if (length === undefined)
        context.addIssue({ code: "custom", path, message: `there is no text for ${start}–${end} to point into` });
      else if (start >= end || end > length)
        context.addIssue({ code: "custom", path, message: `${start}–${end} is not a span of a text of ${length}` });
    }
  });
export type GoldArticle = z.infer<typeof GoldArticle>;

interface Placed {
  readonly path: (string | number)[];
  readonly start: number;
  readonly end: number;
}

/** Every span of a gold article, with the path that leads to it. */
function* spansOf(gold: Omit<GoldArticle, "id">): Generator<Placed> {
  for (const layer of ["entities", "dates", "money", "quantities", "blocks"] as const)
    for (const [i, { start, end }] of (gold[layer] ?? []).entries()) yield { path: [layer, i], start, end };
  for (const [i, { mentions, roles }] of (gold.clusters ?? []).entries())
    for (const { start, end } of [...mentions, ...roles]) yield { path: ["clusters", i], start, end };
  for (const layer of ["scope", "sentences", "tokens"] as const) yield* placed([layer], gold[layer]);
  for (const [i, quote] of (gold.quotes ?? []).entries())
    for (const part of ["spans", "speaker", "cue"] as const) yield* placed(["quotes", i, part], quote[part]);
}

function* placed(path: Placed["path"], spans: readonly GoldSpan[] = []): Generator<Placed> {
  for (const [i, [start, end]] of spans.entries()) yield { path: [...path, i], start, end };
}

/**
 * Reads gold one article at a time: a file with a JSON object a line, where empty lines are passed over; or a folder of
 * gold.json files, or one of them (by its name, or if `isJson` says so). Throws an `InputError` that names file and line, or entry, where there is no gold
 * article, or one that contradicts itself.
 */
export async function* readGold(file: string, isJson?: boolean): AsyncGenerator<GoldArticle> {
  if (isJson ?? (await isGoldJson(file))) {
    yield* goldArticles(file);
    return;
  }
  let number = 0;
  for await (const line of linesOf(file)) {
    number++;
    if (line.trim() !== "") yield goldArticle(line, `${file}:${number}`);
  }
}

function goldArticle(line: string, where: string): GoldArticle {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new InputError(`${where}: not valid JSON (${(cause as Error).message})`, "write one JSON object per line", {
      cause,
    });
  }
  const { success, data, error } = GoldArticle.safeParse(value);
  if (success) return data;
  const [first, ...others] = error.issues.map(({ path, message }) => `${path.join(".") || "the line"}: ${message}`);
  throw new InputError(
    `${where}: not a gold article: ${first}${others.length ? ` (and ${others.length} more)` : ""}`,
    "see docs/scoring.md for the format",
    { cause: error },
  );
}

/** The lines of a UTF-8 file, without a byte order mark. Only a line feed ends one: JSON strings may hold every other kind of line break. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const parts: string[] = [];
  try {
    let isFirst = true;
    for await (const chunk of createReadStream(file, "utf8") as AsyncIterable<string>) {
      const [first, ...more] = (isFirst ? chunk.replace(/^\ufeff/, "") : chunk).split("\n");
      isFirst = false;
      parts.push(first!);
      for (const next of more) {
        yield parts.splice(0).join("");
        parts.push(next);
      }
    }
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(`${file}: the gold file cannot be read (${(cause as Error).message})`, "check the path", {
      cause,
    });
  }
  yield parts.join("");
}
