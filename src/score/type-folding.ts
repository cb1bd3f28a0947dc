import type { GoldArticle } from "./gold.ts";

/** The layers whose annotations have types. */
export const TYPED_LAYERS = ["entities", "dates", "quantities", "quotes"] as const;
export type TypedLayer = (typeof TYPED_LAYERS)[number];

/** The types that a gold file uses, by layer. */
export type GoldTypes = Readonly<Record<TypedLayer, ReadonlySet<string>>>;

/** Collects the types that gold articles use. Scoring by type must know them all before it begins. */
export async function goldTypes(articles: AsyncIterable<GoldArticle> | Iterable<GoldArticle>): Promise<GoldTypes> {
  const types = Object.fromEntries(TYPED_LAYERS.map((layer) => [layer, new Set<string>()])) as Record<
    TypedLayer,
    Set<string>
  >;
  for await (const { entities = [], dates = [], quantities = [], quotes = [] } of articles) {
    for (const { type } of entities) types.entities.add(type);
    for (const { type } of dates) if (type !== undefined) types.dates.add(type);
    for (const { kind } of quantities) types.quantities.add(kind);
    for (const { kind } of quotes) types.quotes.add(kind);
  }
  return types;
}

/** What counts as what where a gold file draws no finer line: CoNLL's LOC takes in countries, its MISC nationalities. */
const COARSER: Readonly<Partial<Record<string, string>>> = {
  GPE: "LOC",
  FAC: "LOC",
  NORP: "MISC",
  PRODUCT: "MISC",
  EVENT: "MISC",
  WORK_OF_ART: "MISC",
  LAW: "MISC",
};

/** Leads from a type to the one it counts as in the gold; null if the gold has none for it, and it cannot be judged. */
export function foldedType(type: string, known: ReadonlySet<string>): string | null {
  if (known.has(type)) return type;
  const coarser = Object.hasOwn(COARSER, type) ? COARSER[type]! : null;
  return coarser !== null && known.has(coarser) ? coarser : null;
}
