import { basename } from "node:path";
import { InputError } from "../input-error.ts";
import type { Document } from "../schema/document.ts";
import { type GoldArticle, readGold } from "../score/gold.ts";

/**
 * Reads a gold file and makes a function that finds the gold of a document: by its id, or else by the name of the file
 * it came from. Throws an `InputError` if there is none in it.
 */
export async function goldArticles(file: string): Promise<(document: Document) => GoldArticle | null> {
  const byId = new Map<string, GoldArticle>();
  const byName = new Map<string, GoldArticle>();
  for await (const gold of readGold(file)) {
    byId.set(gold.id, gold);
    byName.set(nameOf(gold.file ?? gold.id), gold);
  }
  if (byId.size === 0) throw new InputError(`${file}: there is no gold article in it`, "see docs/scoring.md");
  return ({ id, source }) => byId.get(id) ?? byName.get(nameOf(source?.path ?? id)) ?? null;
}

/** The name of a file without folders and extensions. */
const nameOf = (path: string): string => basename(path).replace(/(?:\.(?:txt|html?|md|json|gz))+$/i, "");
