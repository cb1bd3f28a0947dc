import { pastHyphen } from "../../../words.ts";
import { MEASURES } from "../lexicon/measures.ts";
import { nounAfter } from "./noun.ts";
import type { QuantityRule } from "./rule.ts";

/** "10 km", "two million barrels of oil", "a 30-mile march", "20°C", "five square miles". */
export const measure: QuantityRule = {
  name: "measure",
  match: (words, { first, end, value, high, inDigits }) => {
    const { lower } = words;
    let at = pastHyphen(words, end);
    const power = lower[at] === "square" || lower[at] === "cubic" ? lower[at] : "";
    if (power) at++;
    const unit = MEASURES.get(lower[at] ?? "");
    // Abbreviations are read beside digits only: "one ha".
    if (!unit || (lower[at]!.length < 3 && !inDigits)) return null;
    let last = at + 1;
    if (unit === "degree" && /^(c|f|celsius|fahrenheit)$/.test(lower[last] ?? "")) last++;
    const of = lower[last] === "of" ? (nounAfter(words, last + 1)?.text ?? null) : null;
    return {
      first,
      end: last,
      kind: "measure",
      low: value,
      high,
      unit: power ? `${power} ${unit}` : unit,
      of,
      confidence: 0.9,
    };
  },
};
