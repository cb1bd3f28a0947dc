import { pastHyphen, type Words } from "../../words.ts";
import { MEASURES, PAIRED_MEASURES } from "./lexicon/measures.ts";

/** A unit of measurement by its identifier in CLDR; it stops before word `end`. */
export interface Measured {
  readonly unit: string;
  readonly end: number;
}

const POWERS: ReadonlyMap<string, string> = new Map([
  ["square", "square"],
  ["sq", "square"],
  ["cubic", "cubic"],
]);

/** The unit at word `at`: "km", "square miles", "kilowatt-hours", "metric tons"; null if there is none. */
export function measureAt(words: Words, at: number): Measured | null {
  const { lower } = words;
  const power = POWERS.get(lower[at] ?? "");
  if (power) {
    const unit = MEASURES.get(lower[at + 1] ?? "");
    return unit ? { unit: `${power}-${unit}`, end: at + 2 } : null;
  }
  const second = pastHyphen(words, at + 1);
  const paired = PAIRED_MEASURES.get(lower[at] ?? "")?.get(lower[second] ?? "");
  if (paired) return { unit: paired, end: second + 1 };
  const unit = MEASURES.get(lower[at] ?? "");
  return unit ? { unit, end: at + 1 } : null;
}
