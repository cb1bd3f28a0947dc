import { basename } from "node:path";
import type { GoldArticle } from "./gold.ts";

/** What tells to which gold article a document belongs. */
export interface Identified {
  readonly id: string;
  readonly source?: { readonly path: string | null };
}

/**
 * Makes a function that finds the document of a gold article, or null: the one with its id, or else the one whose file
 * has the same name, folders and extensions aside. Of several documents with one id, the last counts. A case of repair
 * and an article of a gold.json are found by their id alone.
 */
export function documentIndex<T extends Identified>(documents: Iterable<T>): (gold: GoldArticle) => T | null {
  const byId = new Map<string, T>();
  const byStem = new Map<string, T>();
  for (const document of documents) {
    byId.set(document.id, document);
    const key = stem(document.source?.path ?? "");
    if (key !== "" && !byStem.has(key)) byStem.set(key, document);
  }
  const find = (key: string): T | undefined => byId.get(key) ?? byStem.get(key);
  return ({ id, file, source, fixed }) =>
    (fixed === undefined && source === undefined ? (find(id) ?? find(stem(file ?? id))) : byId.get(id)) ?? null;
}

/**
 * The other way round: makes a function that finds the gold article of a document, or null. Of several gold articles with one
 * id, the last counts.
 */
export function goldIndex(articles: Iterable<GoldArticle>): (document: Identified) => GoldArticle | null {
  const byId = new Map<string, GoldArticle>();
  const byStem = new Map<string, GoldArticle>();
  for (const gold of articles) {
    byId.set(gold.id, gold);
    const { id, file, source, fixed } = gold;
    if (fixed === undefined && source === undefined) byStem.set(stem(file ?? id), gold);
  }
  return ({ id, source }) => byId.get(id) ?? (source?.path ? (byStem.get(stem(source.path)) ?? null) : null);
}

/** The name of a file without folders and extensions: "a/story.html.gz" is "story". */
const stem = (path: string): string => basename(path).replace(/(?:\.(?:txt|html?|md|json|gz))+$/i, "");
