import { isJoined, type Words } from "../../../words.ts";
import { isMinus } from "../negative.ts";
import type { Amount } from "./amount.ts";

const LOSSES: ReadonlySet<string> = new Set("of was were is to at from by totaled totalled reached".split(" "));

/** The amount with the sign before it: "-$5", "minus 5 euros", and "(£5)" where the sentence needs an object. */
export function withSign(words: Words, amount: Amount | null): Amount | null {
  if (!amount || amount.high) return amount;
  const { lower } = words;
  const { first, end, low } = amount;
  const sign = lower[first - 1];
  const negative = { ...amount, first: first - 1, low: low.neg() };
  if (isMinus(sign) && isJoined(words, first) && !/[\p{L}\d)%]$/u.test(before(words, first - 1))) return negative;
  if (sign === "negative" || (sign === "minus" && !/^(NOUN|PROPN|NUM)$/.test(words.pos[first - 2]!))) return negative;
  if (sign === "(" && lower[end] === ")" && LOSSES.has(lower[first - 2] ?? "")) return { ...negative, end: end + 1 };
  return amount;
}

/** The character right before word `i`; empty at a space. */
const before = (words: Words, i: number): string => (isJoined(words, i) ? (words.text[words.start[i]! - 1] ?? "") : "");
