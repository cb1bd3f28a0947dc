import { isCapital, isJoined, type Words } from "../../../words.ts";
import { MAGNITUDES, SHORT_MAGNITUDES } from "../lexicon/numerals.ts";
import { CAPITALS, DOLLAR_LETTERS, LETTERED_SIGNS, SIGNS } from "../lexicon/symbols.ts";
import { isBound } from "./codes.ts";
import { CODES, named, type Unit, unit } from "./unit.ts";

/** "$" with the letters before it, which are part of it even after a space ("C $ 5"). */
export function dollar(words: Words, sign: number): Unit {
  const { lower, text, start, end } = words;
  const word = lower[sign - 1] ?? "";
  const joined = isJoined(words, sign);
  // A tokenizer may part them: "C", "A$".
  const pair = joined && isJoined(words, sign - 1) ? DOLLAR_LETTERS.get(lower[sign - 2] + word) : undefined;
  if (pair) return unit(sign - 2, sign + 1, pair, "symbol");
  const iso = word.length === 3 && joined ? text.slice(start[sign - 1], end[sign - 1]).toUpperCase() : "";
  const code = DOLLAR_LETTERS.get(word) ?? (CODES.has(iso) ? iso : undefined);
  // Letters stand right before the sign; text that was cut into words before it came here has a space there.
  const near = joined || (/^(us|hk|nz|nt|c)$/.test(word) && !isJoined(words, sign + 1));
  if (code && near) return unit(sign - 1, sign + 1, code, "symbol");
  return named(sign, sign + 1, "dollar", "symbol");
}

/** "5 $", "5€", "5 US$". */
export function signAfter(words: Words, at: number): Unit | null {
  const { lower } = words;
  const word = lower[at]!;
  if (word === "$") return named(at, at + 1, "dollar", "symbol");
  const sign = SIGNS.get(word);
  if (sign !== undefined) return named(at, at + 1, sign, "symbol");
  if (word === "us") return lower[at + 1] === "$" ? unit(at, at + 2, "USD", "symbol") : null;
  return unit(at, at + 2, LETTERED_SIGNS.get(word + lower[at + 1])!, "symbol");
}

/** "R120", "LE 545 million", "S/479 million". */
export function capitals(words: Words, at: number): Unit | null {
  const { lower, text, start, end } = words;
  const last = at - 1;
  if (lower[last] === "/") return soles(words, at);
  const meaning = CAPITALS.get(lower[last]!);
  if (!meaning) return null;
  const bound = isBound(words, last);
  const short = bound && isJoined(words, at + 1) && SHORT_MAGNITUDES.has(lower[at + 1] ?? "");
  if ((!looksLikeAmount(words, at) && !short && !isBound(words, at)) || isPostcode(words, at)) return null;
  const letters = text.slice(start[last], end[last]);
  const alone = !isJoined(words, last) || !/[\p{L}\d]/u.test(text[start[last]! - 1]!);
  if (!alone || (!isJoined(words, at) && letters.length < 2 && !bound)) return null;
  return letters === letters.toUpperCase() || meaning === "bolívar" || meaning === "franc"
    ? named(last, at, meaning, "symbol")
    : null;
}

/** "S/479 million". */
function soles(words: Words, at: number): Unit | null {
  if (words.lower[at - 2] !== "s" || !isJoined(words, at) || !isJoined(words, at - 1)) return null;
  return isCapital(words, at - 2) && looksLikeAmount(words, at) ? unit(at - 2, at, "PEN", "symbol") : null;
}

/** "K1M 2A4" is in Ottawa. */
const isPostcode = (words: Words, at: number): boolean =>
  /^\d$/.test(words.lower[at]!) &&
  isJoined(words, at + 1) &&
  /^\d$/.test(words.lower[at + 2] ?? "") &&
  isJoined(words, at + 3);

/** "dlrs" (as news agencies write), "kr" and the like are no other words in lower case. */
export const isCapitalOrPlain = (words: Words, at: number): boolean =>
  isCapital(words, at) || /^(dlrs|rmb|kr|zł|rs|rupee)$/.test(words.lower[at]!);

/** True of numbers that no room, road or conference has: with grouping, cents or a magnitude, or of three digits. */
const looksLikeAmount = ({ lower }: Words, at: number): boolean =>
  /[,.]\d|\d{3}/.test(lower[at]!) ||
  MAGNITUDES.has(lower[at + 1] ?? "") ||
  /^(m|b|k)$/.test(lower[at + 1] ?? "") ||
  MAGNITUDES.has(lower[at + 2] ?? "");
