import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Model, prepare } from "../../tagger/model.ts";
import { readModel } from "../../tagger/model-file.ts";

/** Version of what `units.ts` and the `…-features.ts` beside it make of a text; goes up with every change to them. */
export const QUOTE_FEATURES = 3;

/** The one type that each model tells apart from all else. */
export const CUES = ["cue"] as const;
export const LINKS = ["content"] as const;
export const SOURCES = ["source"] as const;
export const CONTENTS = ["content"] as const;
export const CONTENT = 0;

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

/**
 * What finds quotes: one model tells which words are cues, one labels the content of a cue, one chooses among the contents
 * that the labels allow, and one among noun phrases as its source.
 */
export interface AttributionModel {
  readonly cues: Model;
  readonly links: Model;
  readonly contents: Model;
  readonly sources: Model;
}

/** Loads the models of a folder: `quotes-cues.bin`, `-links`, `-contents` and `-sources`. Throws a `ModelError` if one cannot be used. */
export const loadAttributionModel = (folder: string = modelFolder()): AttributionModel => ({
  cues: load(join(folder, "quotes-cues.bin")),
  links: load(join(folder, "quotes-links.bin")),
  contents: load(join(folder, "quotes-contents.bin")),
  sources: load(join(folder, "quotes-sources.bin")),
});

const load = (path: string): Model => prepare(readModel(readFileSync(path), path, QUOTE_FEATURES));

/** `models/` lies beside `src/` in the sources and beside `dist/` in the package. */
function modelFolder(): string {
  const built = import.meta.url.endsWith(".js");
  return fileURLToPath(new URL(`${built ? "../" : ""}../../../models/`, import.meta.url));
}
