import { bitOf } from "../../tagger/classes.ts";
import type { Lexicon } from "../../tagger/lexicon.ts";
import type { Reading } from "../../tagger/reading.ts";
import { inSentence, type Named, phraseOf } from "./names.ts";
import { classesOf } from "./typing.ts";
import { PRODUCT_MODIFIERS, PRODUCT_NOUNS } from "./words.ts";

const PRODUCT = bitOf("product");
const MAKERS = bitOf("company") | bitOf("agency") | bitOf("force") | bitOf("country") | bitOf("demonym");
/** So many words may stand between the name of a product and what it is called. */
const LONGEST_GAP = 3;

/**
 * Names that the article calls an app, a model, a missile … at least once are products at each mention ("the Signal
 * messaging app", then "Signal"): those that the lexicon has as products, and those that it does not know at all.
 */
export function withProducts(reading: Reading, lexicon: Lexicon, names: readonly Named[]): Named[] {
  const products = new Set<string>();
  for (const name of names) {
    if (name.type === "GPE" || name.type === "NORP") continue;
    const isIntroduced = isIntroducedAsProduct(reading, name);
    if (!isIntroduced && !isCalledProduct(reading, name)) continue;
    const classes = classesOf(reading, lexicon, name);
    if (classes & PRODUCT || (classes === 0 && (isIntroduced || name.confidence < 0.5)))
      products.add(phraseOf(reading, name));
  }
  if (products.size === 0) return [...names];
  for (const name of names)
    if (name.type === "PERSON" && name.last - name.first > 1)
      for (let i = name.first; i < name.last; i++) products.delete(reading.word[i]!.lower); // somebody is called so
  return names.map((name) =>
    name.type !== "PRODUCT" && products.has(phraseOf(reading, name)) && !(classesOf(reading, lexicon, name) & MAKERS)
      ? { ...name, type: "PRODUCT", rule: "entities/product-noun", confidence: 0.75 }
      : name,
  );
}

const CALLED = new Set(["called", "named", "dubbed"]);

/** "The photo-sharing app Lumora", "a battery called the Quellin". */
function isIntroducedAsProduct(reading: Reading, { first, last, type }: Named): boolean {
  const { word } = reading;
  if (type === "PERSON" && last - first > 1) return false;
  let at = first - 1;
  if (inSentence(reading, first, at - 2) && word[at]!.lower === "the" && CALLED.has(word[at - 1]!.lower)) at -= 2;
  else if (inSentence(reading, first, at - 1) && CALLED.has(word[at]!.lower)) at--;
  return inSentence(reading, first, at) && !word[at]!.capital && PRODUCT_NOUNS.has(word[at]!.lower);
}

function isCalledProduct(reading: Reading, { last }: Named): boolean {
  const { word } = reading;
  for (let at = last; at <= last + LONGEST_GAP && inSentence(reading, last - 1, at); at++) {
    if (PRODUCT_NOUNS.has(word[at]!.lower)) return true;
    if (!PRODUCT_MODIFIERS.has(word[at]!.lower)) return false;
  }
  return false;
}
