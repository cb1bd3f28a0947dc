import { InputError } from "../input-error.ts";
import { goldIndex, type Identified } from "./documents.ts";
import type { GoldArticle } from "./gold.ts";
import { readGoldFrom } from "./gold-formats/files.ts";
import { type GoldTypes, goldTypes } from "./type-folding.ts";

/** Gold that documents are judged by, in memory: gives that of a document, and the types that all of the gold uses. */
export interface Judge {
  readonly goldOf: (document: Identified) => GoldArticle | null;
  readonly types: GoldTypes;
}

/** Reads gold in any format. Throws an `InputError` if it cannot be read or there is no article in it. */
export async function judgeFrom(place: string): Promise<Judge> {
  const articles: GoldArticle[] = [];
  for await (const gold of readGoldFrom(place)) articles.push(gold);
  if (articles.length === 0)
    throw new InputError(`${place}: there is no gold article in it`, "see docs/scoring.md for the format");
  return { goldOf: goldIndex(articles), types: await goldTypes(articles) };
}
