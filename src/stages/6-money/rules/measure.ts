import { pastHyphen, type Words } from "../../../words.ts";
import { MEASURES } from "../lexicon/measures.ts";
import { nounAfter } from "./noun.ts";
import type { QuantityRule } from "./rule.ts";

const SCALES: ReadonlyMap<string, string> = new Map([
  ["c", "celsius"],
  ["celsius", "celsius"],
  ["centigrade", "celsius"],
  ["f", "fahrenheit"],
  ["fahrenheit", "fahrenheit"],
]);

const SPEEDS = /^(kilometer|mile)$/;

/** "per hour", "an hour". */
const isHour = ({ lower }: Words, at: number): boolean =>
  /^(per|an|\/)$/.test(lower[at] ?? "") && /^(hour|h|hr)$/.test(lower[at + 1] ?? "");

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
    const scale = unit === "degree" ? SCALES.get(lower[at + 1] ?? "") : undefined;
    const hourly = !power && SPEEDS.test(unit) && isHour(words, at + 1);
    const last = scale ? at + 2 : hourly ? at + 3 : at + 1;
    const of = lower[last] === "of" ? (nounAfter(words, last + 1)?.text ?? null) : null;
    return {
      first,
      end: last,
      kind: "measure",
      low: value,
      high,
      unit: power ? `${power}-${unit}` : hourly ? `${unit}-per-hour` : (scale ?? unit),
      of,
      confidence: 0.9,
    };
  },
};
