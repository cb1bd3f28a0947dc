import { isCapital, isHyphen, isJoined, pastHyphen, type Words } from "../../words.ts";
import { CURRENCIES } from "./lexicon/currencies.ts";
import { MAGNITUDES, SHORT_MAGNITUDES } from "./lexicon/numerals.ts";
import {
  BOUND_LETTERS,
  CAPITALS,
  DOLLAR_LETTERS,
  GROUPS,
  HUNDREDTHS,
  LETTERED_SIGNS,
  LETTERS,
  MORE_WORDS,
  OTHER_NAMES,
  SIGNS,
  TENTHS,
  USUAL,
} from "./lexicon/symbols.ts";

/** What the text says of the currency, from word `first` up to but not including `end`. */
export interface Unit {
  readonly first: number;
  readonly end: number;
  /** ISO 4217; null if several currencies go by that name, or none. */
  readonly code: string | null;
  /** The name that several currencies share ("dollar"), for the article to decide. */
  readonly shared: string | null;
  readonly from: "code" | "symbol" | "name";
  /** What the number before it is multiplied by: "0.01" of cents, "1000000" of "MEUR". */
  readonly factor: string;
}

export const isHundredth = (unit: Unit | null): boolean => unit?.factor === "0.01";

const CODES: ReadonlySet<string> = new Set(CURRENCIES.map(([code]) => code));
/** The codes by what they are in lower case. */
const UPPER: ReadonlyMap<string, string> = new Map(CURRENCIES.map(([code]) => [code.toLowerCase(), code]));
/** Codes that are read in lower case too; most others are, or may be, words. */
const LOWER_CODES: ReadonlySet<string> = new Set("usd eur gbp jpy cny inr cad aud chf sgd hkd nzd".split(" "));
/** Codes that are words or other acronyms in capitals too ("COP 27", "ALL 12", "SDG 15"): they need a clear amount. */
const WORD_CODES: ReadonlySet<string> = new Set(
  "all ang ars bam bif bob cop cup dop ern esp gel gip gmd jod lak mad mop pen ron sar sdg shp sos ssp top try".split(
    " ",
  ),
);
const CODE_FACTORS: ReadonlyMap<string, string> = new Map([
  ["m", "1000000"],
  ["k", "1000"],
  ["t", "1000"],
]);

function nameIndex(): Map<string, string> {
  const index = new Map<string, string>();
  const byLast = new Map<string, Set<string>>();
  const singular = new Map<string, string>();
  for (const [code, , one, many] of CURRENCIES)
    for (const name of [one, many]) {
      index.set(name, code);
      const last = lastWord(name);
      byLast.set(last, (byLast.get(last) ?? new Set()).add(code));
      singular.set(last, lastWord(one));
    }
  for (const [last, codes] of byLast)
    if (!WORDS.has(last)) index.set(last, codes.size === 1 ? [...codes][0]! : singular.get(last)!);
  for (const [name, meaning] of OTHER_NAMES) index.set(name, meaning);
  return index;
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(" ") + 1);

/** Last words of names that mean other things by themselves ("Zimbabwean gold", "Brazilian real"). */
const WORDS: ReadonlySet<string> = new Set(
  "gold mark marks real reals sol soles colon sum som soms leu lev".split(" "),
);

/** Names in full ("australian dollars") and by their last word ("dollars"), to a code or to a shared name. */
const NAMES: ReadonlyMap<string, string> = nameIndex();

/** The pieces of names of several words, one after the other, as the text is cut ("são tomé & príncipe dobra"). */
const pieces = (name: string): string[] => name.replaceAll("st.", "st").match(/[\p{L}\p{M}ʻ]+|[^\p{L}\p{M}\s]/gu) ?? [];

/** Names of several words by their first one, the longest first. */
const LONG_NAMES: ReadonlyMap<string, readonly (readonly [parts: readonly string[], meaning: string])[]> = (() => {
  const index = new Map<string, (readonly [string[], string])[]>();
  for (const [name, meaning] of NAMES) {
    const parts = pieces(name);
    if (parts.length > 1) index.set(parts[0]!, [...(index.get(parts[0]!) ?? []), [parts, meaning]]);
  }
  for (const names of index.values()) names.sort(([a], [b]) => b.length - a.length);
  return index;
})();

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

/** "R120", "LE 545 million", "S/479 million". */
function capitals(words: Words, at: number): Unit | null {
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
const isCapitalOrPlain = (words: Words, at: number): boolean =>
  isCapital(words, at) || /^(dlrs|rmb|kr|zł|rs|rupee)$/.test(words.lower[at]!);

/** True of numbers that no room, road or conference has: with grouping, cents or a magnitude, or of three digits. */
const looksLikeAmount = ({ lower }: Words, at: number): boolean =>
  /[,.]\d|\d{3}/.test(lower[at]!) ||
  MAGNITUDES.has(lower[at + 1] ?? "") ||
  /^(m|b|k)$/.test(lower[at + 1] ?? "") ||
  MAGNITUDES.has(lower[at + 2] ?? "");

/** "$" with the letters before it, which are part of it even after a space ("C $ 5"). */
function dollar(words: Words, sign: number): Unit {
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

/** "120 MEUR", "MAUD 60", "kEUR": a code with its magnitude before it. */
function multipleAt({ lower, text, start, end }: Words, at: number): Unit | null {
  const word = lower[at]!;
  const factor = word.length === 4 ? CODE_FACTORS.get(word[0]!) : undefined;
  const code = factor ? word.slice(1).toUpperCase() : "";
  if (!factor || !CODES.has(code) || text.slice(start[at]! + 1, end[at]) !== code) return null;
  return { ...unit(at, at + 1, code, "code"), factor };
}

/** "5 $", "5€", "5 US$". */
function signAfter(words: Words, at: number): Unit | null {
  const { lower } = words;
  const word = lower[at]!;
  if (word === "$") return named(at, at + 1, "dollar", "symbol");
  const sign = SIGNS.get(word);
  if (sign !== undefined) return named(at, at + 1, sign, "symbol");
  if (word === "us") return lower[at + 1] === "$" ? unit(at, at + 2, "USD", "symbol") : null;
  return unit(at, at + 2, LETTERED_SIGNS.get(word + lower[at + 1])!, "symbol");
}

/** The name of a currency at word `at`: "dollars", "Australian dollars", "US-dollar". */
export function nameAt(words: Words, at: number): Unit | null {
  const { lower } = words;
  for (const [parts, meaning] of LONG_NAMES.get(lower[at]!) ?? []) {
    let end = at;
    for (const part of parts) {
      if (end > at && isHyphen(lower[end]) && part !== "-") end++;
      if (lower[end] !== part) {
        end = -1;
        break;
      }
      end++;
    }
    if (end > 0) return named(at, end, meaning, "name");
  }
  const meaning = NAMES.get(lower[at]!);
  return meaning ? named(at, at + 1, meaning, "name") : null;
}

const cents = (first: number, end: number, meaning: string, from: Unit["from"]): Unit => ({
  ...named(first, end, meaning, from),
  factor: "0.01",
});

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
function hundredthAt(words: Words, at: number, number: number): Unit | null {
  const { lower, text, start } = words;
  const word = lower[at]!;
  const coin = coinAt(words, at);
  if (coin || HUNDREDTHS.has(lower[at + 1] ?? "")) return coin;
  if (!isJoined(words, at) || at !== number) return null;
  if (text[start[at]!] === "p" && word === "p") return cents(at, at + 1, "GBP", "symbol");
  return word === "¢" || (text[start[at]!] === "c" && word === "c") ? cents(at, at + 1, "dollar", "symbol") : null;
}

/** The ISO code at word `at`, beside the number whose first or last word is `number`. */
function codeAt(words: Words, at: number, number: number): string | null {
  const { text, start, end, lower } = words;
  const word = lower[at] ?? "";
  if (word.length !== 3) return null;
  const upper = UPPER.get(word);
  if (!upper) return null;
  if (LOWER_CODES.has(word)) return upper;
  if (text.slice(start[at], end[at]) !== upper) return null;
  const glued = at > number && isJoined(words, at);
  return !WORD_CODES.has(word) || glued || isBound(words, Math.min(at, number)) || isClear(words, number)
    ? upper
    : null;
}

/** True if a no-break space joins word `at` to the next: typographers set it between a code and its amount. */
const isBound = ({ text, end }: Words, at: number): boolean => {
  const code = text.charCodeAt(end[at]!);
  return code === 0xa0 || code === 0x202f;
};

const isClear = ({ lower }: Words, at: number): boolean =>
  /[,.]\d\d/.test(lower[at] ?? "") || MAGNITUDES.has(lower[at] ?? "") || MAGNITUDES.has(lower[at + 1] ?? "");

const unit = (first: number, end: number, code: string | null, from: Unit["from"]): Unit => ({
  first,
  end,
  code,
  shared: null,
  from,
  factor: "1",
});

/** A unit whose meaning is a code, or a name that several currencies share. */
const named = (first: number, end: number, meaning: string, from: Unit["from"]): Unit =>
  CODES.has(meaning) ? unit(first, end, meaning, from) : { ...unit(first, end, null, from), shared: meaning };

/** A unit of that meaning that no word of the text stands for ("ten grand"). */
export const impliedUnit = (end: number, meaning: string): Unit => named(end, end, meaning, "name");

/** Codes of the currencies that go by a shared name, with the adjectives and countries that tell them apart, as pieces. */
export function candidatesFor(shared: string): { code: string; words: readonly (readonly string[])[] }[] {
  const lasts = GROUPS.get(shared) ?? [shared];
  return CURRENCIES.flatMap(([code, country, one]) => {
    const last = lasts.find((word) => one.endsWith(` ${word}`));
    if (!last) return [];
    const words = [one.slice(0, -last.length - 1), ...(country ? [country] : []), ...(MORE_WORDS.get(code) ?? [])];
    return [{ code, words: words.map(pieces) }];
  });
}

/** What a shared name usually stands for; null if that would be a guess. */
export const usual = (shared: string): string | null => USUAL.get(shared) ?? null;
