import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Model, prepare } from "../../tagger/model.ts";
import { readModel } from "../../tagger/model-file.ts";

/** Version of what `units.ts`, `part-features.ts` and `link-features.ts` make of a text; goes up with every change to them. */
export const QUOTE_FEATURES = 1;

/** Types of the parts that the first tagger labels, and of those that the linker gives to a cue, in the order of labels. */
export const PARTS = ["source", "cue", "content"] as const;
export const LINKS = ["source", "content"] as const;
export const SOURCE = 0;
export const CUE = 1;
export const CONTENT = 2;
export const LINKED_CONTENT = 1;

/**
 * WordNet's lexicographer files whose words the taggers tell apart: a bit each, for the commonest sense of a word or
 * ("any") for one of its senses. Their order is part of a model; a change needs a new one.
 */
export const WORD_CLASSES = [
  "verb.communication",
  "verb.cognition",
  "verb.emotion",
  "verb.social",
  "verb.perception",
  "any verb.communication",
  "any verb.cognition",
  "noun.communication",
  "noun.person",
  "noun.group",
  "noun.cognition",
  "noun.act",
  "noun.feeling",
  "noun.time",
  "any noun.communication",
] as const;

/** The two taggers of quotes: one finds sources, cues and contents, the other the source and content of one cue. */
export interface AttributionModel {
  readonly parts: FilteredModel;
  readonly links: FilteredModel;
}

/**
 * A model with a Bloom filter of its features (one hash function, 16 bits a slot or more): most features of a text are
 * in no model, and a bit tells that sooner than a search of the table.
 */
export interface FilteredModel extends Model {
  readonly bits: Uint32Array;
}

function withFilter(model: Model): FilteredModel {
  const bits = new Uint32Array(model.keys.length / 2);
  const mask = bits.length * 32 - 1;
  for (const key of model.keys) {
    const bit = (key >>> 4) & mask;
    bits[bit >>> 5]! |= 1 << (bit & 31);
  }
  return { ...model, bits };
}

/** Loads the models of a folder: `quotes-parts.bin` and `quotes-links.bin`. Throws a `ModelError` if one cannot be used. */
export const loadAttributionModel = (folder: string = modelFolder()): AttributionModel => ({
  parts: load(join(folder, "quotes-parts.bin")),
  links: load(join(folder, "quotes-links.bin")),
});

const load = (path: string): FilteredModel => withFilter(prepare(readModel(readFileSync(path), path, QUOTE_FEATURES)));

/** `models/` lies beside `src/` in the sources and beside `dist/` in the package. */
function modelFolder(): string {
  const built = import.meta.url.endsWith(".js");
  return fileURLToPath(new URL(`${built ? "../" : ""}../../../models/`, import.meta.url));
}
