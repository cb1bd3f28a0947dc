import { isArticle, isNumber, type Words } from "../../../words.ts";
import { NUMBER_WORDS, type Numeral, numeralBefore } from "./numerals.ts";

/** Words for "some". */
const VAGUE = new Set(["few", "several", "many", "some", "recent", "numerous"]);

/** The last words of what `amountBefore` reads, beside figures. */
const LAST: ReadonlySet<string> = new Set([
  ...NUMBER_WORDS,
  ...VAGUE,
  "a",
  "an",
  "couple",
  "of",
  "dozen",
  "-",
  "–",
  "‑",
]);

/** How many of a unit, read backwards from the unit at word `end`: numbers, "a", "a few", "several", "a couple of". */
export function amountBefore(words: Words, end: number): Numeral | null {
  const { lower } = words;
  const last = lower[end - 1] ?? "";
  if (!isNumber(last) && !LAST.has(last)) return null;
  const article = (first: number): number => (isArticle(lower[first - 1]) ? first - 1 : first);
  if ((last === "a" || last === "an") && lower[end - 2] === "half") return { first: end - 2, end, amount: 0.5 };
  if (last === "a" || last === "an") return { first: end - 1, end, amount: 1 };
  if (VAGUE.has(last) && last !== "recent") return { first: article(end - 1), end, amount: null };
  if (last === "couple") return { first: article(end - 1), end, amount: 2 };
  if (last === "of" && lower[end - 2] === "couple") return { first: article(end - 2), end, amount: 2 };
  if (last === "dozen" && isArticle(lower[end - 2]) && lower[end - 3] === "half")
    return { first: end - 3, end, amount: 6 };
  if (last === "dozen") return { first: article(end - 1), end, amount: 12 };
  return numeralBefore(words, end);
}
