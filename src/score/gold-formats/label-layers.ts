import type { EntityType } from "../../schema/entities.ts";
import { QuoteType } from "../../schema/quotes.ts";

/** What a label of another annotation format is about. `part` is what quotes are linked to: a speaker or cue. */
export type LabelLayer =
  | { readonly layer: "entities"; readonly type: string }
  | { readonly layer: "dates"; readonly type?: string }
  | { readonly layer: "money" }
  | { readonly layer: "quotes"; readonly kind?: QuoteType }
  | { readonly layer: "sentences" }
  | { readonly layer: "part" };

/** Names that corpora give to our types. */
const ENTITY_SYNONYMS: Readonly<Partial<Record<string, EntityType>>> = {
  PER: "PERSON",
  PERS: "PERSON",
  PEOPLE: "PERSON",
  ORGANIZATION: "ORG",
  ORGANISATION: "ORG",
  LOCATION: "LOC",
  PLACE: "LOC",
  COUNTRY: "GPE",
  CITY: "GPE",
  FACILITY: "FAC",
  NATIONALITY: "NORP",
  WORK: "WORK_OF_ART",
  WORKOFART: "WORK_OF_ART",
  MISCELLANEOUS: "MISC",
};

const OTHERS: Readonly<Partial<Record<string, LabelLayer>>> = {
  TIMEX: { layer: "dates" },
  TIMEX3: { layer: "dates" },
  DATE: { layer: "dates", type: "DATE" },
  TIME: { layer: "dates", type: "TIME" },
  DURATION: { layer: "dates", type: "DURATION" },
  SET: { layer: "dates", type: "SET" },
  MONEY: { layer: "money" },
  QUOTE: { layer: "quotes" },
  QUOTATION: { layer: "quotes" },
  SENTENCE: { layer: "sentences" },
  SPEAKER: { layer: "part" },
  SOURCE: { layer: "part" },
  CUE: { layer: "part" },
};

/**
 * What a label is about, however it is written: "Person", "PER", "work-of-art", "Direct quote". A label that is not known is an
 * entity type of its own, so that the scores show that it was never found.
 */
export function labelLayer(label: string): LabelLayer {
  const name = label.toUpperCase().replace(/[^A-Z0-9]+/g, "_");
  const kind = QuoteType.safeParse(name.toLowerCase().replace(/_?(?:quote|quotation|speech)$/, ""));
  if (kind.success) return { layer: "quotes", kind: kind.data };
  const other = Object.hasOwn(OTHERS, name) ? OTHERS[name] : undefined;
  if (other) return other;
  return { layer: "entities", type: (Object.hasOwn(ENTITY_SYNONYMS, name) && ENTITY_SYNONYMS[name]) || name };
}
