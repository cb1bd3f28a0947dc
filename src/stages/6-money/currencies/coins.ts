import { isJoined, type Words } from "../../../words.ts";
import { HUNDREDTHS, TENTHS } from "../lexicon/symbols.ts";
import { NAMES } from "./names.ts";
import { named, type Unit } from "./unit.ts";

/** The name of a coin at word `at`: "cents", "euro cents", "penny", "dimes". */
export function coinAt(words: Words, at: number): Unit | null {
  const word = words.lower[at] ?? "";
  const hundredth = HUNDREDTHS.get(word);
  if (hundredth) return cents(at, at + 1, hundredth, "name");
  const tenth = TENTHS.get(word);
  if (tenth) return { ...named(at, at + 1, tenth, "name"), factor: "0.1" };
  if (!HUNDREDTHS.has(words.lower[at + 1] ?? "")) return null;
  const whole = word === "euro" ? "EUR" : NAMES.get(`${word} dollars`);
  return whole ? cents(at, at + 2, whole, "name") : null;
}

/** "50 cents", "50 euro cents", "50p", "20c", "20¢". */
export function hundredthAt(words: Words, at: number, number: number): Unit | null {
  const { lower, text, start } = words;
  const word = lower[at]!;
  const coin = coinAt(words, at);
  if (coin || HUNDREDTHS.has(lower[at + 1] ?? "")) return coin;
  if (!isJoined(words, at) || at !== number) return null;
  if (text[start[at]!] === "p" && word === "p") return cents(at, at + 1, "GBP", "symbol");
  return word === "¢" || (text[start[at]!] === "c" && word === "c") ? cents(at, at + 1, "dollar", "symbol") : null;
}

const cents = (first: number, end: number, meaning: string, from: Unit["from"]): Unit => ({
  ...named(first, end, meaning, from),
  factor: "0.01",
});
