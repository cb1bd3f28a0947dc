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
  readonly parts: Model;
  readonly links: Model;
}

/** Loads the models of a folder: `quotes-parts.bin` and `quotes-links.bin`. Throws a `ModelError` if one cannot be used. */
export const loadAttributionModel = (folder: string = modelFolder()): AttributionModel => ({
  parts: load(join(folder, "quotes-parts.bin")),
  links: load(join(folder, "quotes-links.bin")),
});

const load = (path: string): Model => prepare(readModel(readFileSync(path), path, QUOTE_FEATURES));

/** `models/` lies beside `src/` in the sources and beside `dist/` in the package. */
function modelFolder(): string {
  const built = import.meta.url.endsWith(".js");
  return fileURLToPath(new URL(`${built ? "../" : ""}../../../models/`, import.meta.url));
}
