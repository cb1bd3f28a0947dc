import { areDigits, isHyphen, isJoined, isSpelled, type Words } from "../../../words.ts";
import { isHundredth, type Unit } from "../currencies/unit.ts";
import { unitAfter } from "../currency.ts";
import { exact } from "../exact.ts";
import { MAGNITUDES } from "../lexicon/numerals.ts";
import { type NumberFound, numberAt } from "../number.ts";
import { type Amount, scaled } from "./amount.ts";

/** "3 dollars 50 cents", "3 dollars and 50 cents"; "15 dollars and 50" where nothing is left to be counted. */
export function withHundredths(words: Words, number: NumberFound, unit: Unit): Amount {
  const whole = { first: number.first, end: unit.end, low: scaled(number.value, unit), high: null, unit };
  if (isHundredth(unit)) return whole;
  const { lower } = words;
  const and = lower[unit.end] === "and";
  const rest = numberAt(words, and ? unit.end + 1 : unit.end);
  if (!rest?.value.lt(exact("100"))) return whole;
  const cents = unitAfter(words, rest.end);
  const bare = and && rest.inDigits && /^\d\d$/.test(lower[rest.first]!) && /^[.,;]?$/.test(lower[rest.end] ?? "");
  if (!isHundredth(cents) && !bare) return whole;
  return {
    ...whole,
    end: cents && isHundredth(cents) ? cents.end : rest.end,
    low: whole.low.plus(rest.value.times(exact("0.01"))),
  };
}

/** "15 USD 50": two digits behind a code, and nothing there that they count. */
export function centsBehindCode(words: Words, number: NumberFound, unit: Unit): Amount | null {
  const { lower, pos } = words;
  const cents = unit.end;
  const whole = unit.from === "code" && unit.factor === "1" && areDigits(lower[number.end - 1], 1, 3);
  if (!whole || number.magnitude || !areDigits(lower[cents], 2, 2)) return null;
  const next = cents + 1;
  if (COUNTED.has(pos[next] ?? "") || isHyphen(lower[next]) || unitAfter(words, next) || lower[next] === "%")
    return null;
  if (MAGNITUDES.has(lower[next] ?? "") || (isJoined(words, next) && isSpelled(lower[next]))) return null;
  const low = number.value.plus(exact(lower[cents]!).times(exact("0.01")));
  return { first: number.first, end: next, low, high: null, unit };
}

const COUNTED: ReadonlySet<string> = new Set(["NOUN", "PROPN", "NUM", "SYM"]);
