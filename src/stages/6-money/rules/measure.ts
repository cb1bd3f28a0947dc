import { isArticle, isHyphen, pastHyphen, type Words } from "../../../words.ts";
import { type Exact, exact } from "../exact.ts";
import { type Measured, measureAt } from "../measured.ts";
import { nounAfter } from "./noun.ts";
import type { NumberOrRange, QuantityFound, QuantityRule } from "./rule.ts";
import { farEnd } from "./shared-unit.ts";

const SCALES: ReadonlyMap<string, string> = new Map([
  ["c", "celsius"],
  ["celsius", "celsius"],
  ["centigrade", "celsius"],
  ["f", "fahrenheit"],
  ["fahrenheit", "fahrenheit"],
]);

const SPEEDS: ReadonlySet<string> = new Set(["kilometer", "mile"]);
const PER: ReadonlySet<string> = new Set(["per", "an", "/"]);
const HOUR: ReadonlySet<string> = new Set(["hour", "h", "hr"]);

/**
 * "10 km", "two million barrels of oil", "a 30-mile march", "20°C", "five square miles", "600 metric tons"; and the "92" of
 * "92 by 140 centimetres".
 */
export const measure: QuantityRule = {
  name: "measure",
  match: (words, number) => {
    const found = measured(words, number);
    if (found) return found;
    const far = farEnd(words, number);
    const other = far && measured(words, { ...far, high: null });
    return other && { ...other, first: number.first, end: number.end, low: number.value, high: null };
  },
};

function measured(words: Words, { first, end, value, high, inDigits }: NumberOrRange): QuantityFound | null {
  const at = pastHyphen(words, end);
  const unit = measureAt(words, at);
  // Abbreviations are read beside digits only: "one ha".
  if (!unit || (words.lower[at]!.length < 3 && !inDigits)) return null;
  return { first, ...withScale(words, unit), kind: "measure", low: value, high, confidence: 0.9 };
}

/** The unit with "Celsius" or "per hour" behind it, and what there is so much of. */
function withScale(words: Words, { unit, end }: Measured): Pick<QuantityFound, "end" | "unit" | "of"> {
  const { lower } = words;
  const scale = unit === "degree" ? SCALES.get(lower[end] ?? "") : undefined;
  const hourly = SPEEDS.has(unit) && PER.has(lower[end] ?? "") && HOUR.has(lower[end + 1] ?? "");
  const last = scale ? end + 1 : hourly ? end + 2 : end;
  const of = lower[last] === "of" ? (nounAfter(words, last + 1)?.text ?? null) : null;
  return { end: last, unit: hourly ? `${unit}-per-hour` : (scale ?? unit), of };
}

const PARTS: ReadonlyMap<string, Exact> = new Map([
  ["half", exact("0.5")],
  ["quarter", exact("0.25")],
]);

/** "half a mile", "a half-mile", "a quarter of a mile", "quarter-inch": a part of one unit. */
export function partMeasureAt(words: Words, at: number): QuantityFound | null {
  const { lower } = words;
  const name = isArticle(lower[at]) ? at + 1 : at;
  const part = PARTS.get(lower[name] ?? "");
  if (!part) return null;
  const of = lower[name + 1] === "of" && isArticle(lower[name + 2]);
  const next = of ? name + 3 : isArticle(lower[name + 1]) || isHyphen(lower[name + 1]) ? name + 2 : name + 1;
  const unit = measureAt(words, next);
  // "half degrees", "a quarter pounds": a plural is of something else.
  if (!unit || lower[next]!.length < 3 || lower[unit.end - 1]!.endsWith("s")) return null;
  return { first: at, ...withScale(words, unit), kind: "measure", low: part, high: null, confidence: 0.85 };
}
