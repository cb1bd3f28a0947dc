import { isJoined, pastHyphen, type Words } from "../../words.ts";
import { codeAt, isBound, multipleAt } from "./currencies/codes.ts";
import { hundredthAt } from "./currencies/coins.ts";
import { nameAt } from "./currencies/names.ts";
import { capitals, dollar, isCapitalOrPlain, signAfter } from "./currencies/signs.ts";
import { named, type Unit, unit } from "./currencies/unit.ts";
import { BOUND_LETTERS, HUNDREDTHS, LETTERED_SIGNS, LETTERS, SIGNS } from "./lexicon/symbols.ts";

/** The sign, letters or code right before the number at word `at`. */
export function unitBefore(words: Words, at: number): Unit | null {
  const { lower } = words;
  const last = at - 1;
  const word = lower[last] ?? "";
  if (word === "") return null;
  if (word === "$") return dollar(words, last);
  const lettered = isJoined(words, last) ? LETTERED_SIGNS.get(lower[last - 1] + word) : undefined;
  if (lettered) return unit(last - 1, at, lettered, "symbol");
  const sign = SIGNS.get(word);
  if (sign !== undefined) return named(last, at, sign, "symbol");
  const code = codeAt(words, last, at);
  if (code) return unit(last, at, code, "code");
  const multiple = multipleAt(words, last);
  if (multiple) return multiple;
  const bound = isBound(words, last) ? BOUND_LETTERS.get(word) : undefined;
  if (bound) return unit(last, at, bound, "symbol");
  const letters = LETTERS.get(word);
  if (letters && isCapitalOrPlain(words, last)) return named(last, at, letters, "symbol");
  return capitals(words, at);
}

/** The sign, code or name that begins at word `at`, right after a number; `joined` ones such as "50p" too. */
export function unitAfter(words: Words, number: number): Unit | null {
  const at = pastHyphen(words, number);
  const { lower } = words;
  const word = lower[at] ?? "";
  if (word === "") return null;
  if (word === "$" || word === "us" || SIGNS.has(word) || LETTERED_SIGNS.has(word + lower[at + 1])) {
    const sign = signAfter(words, at);
    if (sign) return sign;
  }
  const code = codeAt(words, at, at - 1);
  if (code) return unit(at, at + 1, code, "code");
  const multiple = multipleAt(words, at);
  if (multiple) return multiple;
  // "75 euro cents" are no 75 euros.
  const cents = HUNDREDTHS.has(lower[at + 1] ?? "") ? hundredthAt(words, at, number) : null;
  return cents ?? nameAt(words, at) ?? hundredthAt(words, at, number);
}
