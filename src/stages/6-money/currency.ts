import { isCapital, isJoined, pastHyphen, type Words } from "../../words.ts";
import { CURRENCIES } from "./lexicon/currencies.ts";
import { CAPITALS, DOLLAR_LETTERS, HUNDREDTHS, LETTERS, OTHER_NAMES, SIGNS, USUAL } from "./lexicon/symbols.ts";

/** What the text says of the currency, from word `first` up to but not including `end`. */
export interface Unit {
  readonly first: number;
  readonly end: number;
  /** ISO 4217; null if several currencies go by that name, or none. */
  readonly code: string | null;
  /** The name that several currencies share ("dollar"), for the article to decide. */
  readonly shared: string | null;
  readonly from: "code" | "symbol" | "name";
  /** True of cents and pence. */
  readonly hundredth: boolean;
}

const CODES: ReadonlySet<string> = new Set(CURRENCIES.map(([code]) => code));
/** Codes that are read in lower case too; most others are, or may be, words. */
const LOWER_CODES: ReadonlySet<string> = new Set("usd eur gbp jpy cny inr cad aud chf sgd hkd nzd".split(" "));

function nameIndex(): Map<string, string> {
  const index = new Map<string, string>();
  const byLast = new Map<string, Set<string>>();
  for (const [code, , one, many] of CURRENCIES)
    for (const name of [one, many]) {
      index.set(name, code);
      const last = name.split(" ").at(-1)!;
      byLast.set(last, (byLast.get(last) ?? new Set()).add(code));
    }
  for (const [last, codes] of byLast)
    if (!WORDS.has(last)) index.set(last, codes.size === 1 ? [...codes][0]! : sharedName(last));
  for (const [name, meaning] of OTHER_NAMES) index.set(name, meaning);
  return index;
}

/** Last words of names that mean other things by themselves ("Zimbabwean gold", "Brazilian real"). */
const WORDS: ReadonlySet<string> = new Set("gold mark marks real sol soles colon sum som leu lev".split(" "));

/** "dollars" and "dollar" are one shared name. */
const sharedName = (word: string): string => word.replace(/s$/, "");

/** Names in full ("australian dollars") and by their last word ("dollars"), to a code or to a shared name. */
const NAMES: ReadonlyMap<string, string> = nameIndex();

/** The words that names of several words begin with. */
const FIRST_OF_NAMES: ReadonlySet<string> = new Set(
  [...NAMES.keys()].filter((name) => name.includes(" ")).map((name) => name.slice(0, name.indexOf(" "))),
);

/** The longest names have four words ("central african cfa francs"). */
const LONGEST_NAME = 4;

/** The sign, letters or code right before the number at word `at`. */
export function unitBefore(words: Words, at: number): Unit | null {
  const { lower } = words;
  const last = at - 1;
  const word = lower[last] ?? "";
  if (word === "$") return dollar(words, last);
  const sign = SIGNS.get(word);
  if (sign !== undefined) return unit(last, at, sign, "symbol");
  const code = codeAt(words, last);
  if (code) return unit(last, at, code, "code");
  const letters = LETTERS.get(word);
  if (letters && isCapitalOrPlain(words, last)) return named(last, at, letters, "symbol");
  const capital = CAPITALS.get(word);
  if (!capital || !isJoined(words, at) || isJoined(words, last) || !isCapital(words, last)) return null;
  return /[,.]|\d{3}/.test(lower[at]!) || /^(million|billion|trillion|m|bn|mn)$/.test(lower[at + 1] ?? "")
    ? unit(last, at, capital, "symbol")
    : null;
}

/** "dlrs" (as news agencies write) and "rmb" are no other words in lower case. */
const isCapitalOrPlain = (words: Words, at: number): boolean =>
  isCapital(words, at) || /^(dlrs|rmb)$/.test(words.lower[at]!);

/** "$" with the letters before it, which are part of it even after a space ("C $ 5"). */
function dollar(words: Words, sign: number): Unit {
  const word = words.lower[sign - 1] ?? "";
  const code = DOLLAR_LETTERS.get(word) ?? (LOWER_CODES.has(word) ? word.toUpperCase() : undefined);
  // Letters stand right before the sign; text that was cut into words before it came here has a space there.
  const near = isJoined(words, sign) || (/^(us|hk|nz|nt|c)$/.test(word) && !isJoined(words, sign + 1));
  if (code && near) return unit(sign - 1, sign + 1, code, "symbol");
  return { ...unit(sign, sign + 1, null, "symbol"), shared: "dollar" };
}

/** The sign, code or name that begins at word `at`, right after a number; `joined` ones such as "50p" too. */
export function unitAfter(words: Words, number: number): Unit | null {
  const at = pastHyphen(words, number);
  const { lower, text, start } = words;
  const word = lower[at] ?? "";
  if (word === "$") return { ...unit(at, at + 1, null, "symbol"), shared: "dollar" };
  const sign = SIGNS.get(word);
  if (sign !== undefined) return unit(at, at + 1, sign, "symbol");
  const code = codeAt(words, at);
  if (code) return unit(at, at + 1, code, "code");
  for (let length = FIRST_OF_NAMES.has(word) ? LONGEST_NAME : 1; length > 0; length--) {
    const meaning = NAMES.get(length === 1 ? word : lower.slice(at, at + length).join(" "));
    if (meaning) return named(at, at + length, meaning, "name");
  }
  const hundredth = HUNDREDTHS.get(word);
  if (hundredth) return { ...named(at, at + 1, hundredth, "name"), hundredth: true };
  const whole = HUNDREDTHS.has(lower[at + 1] ?? "")
    ? (NAMES.get(`${word} dollars`) ?? (word === "euro" ? "EUR" : undefined))
    : undefined;
  if (whole) return { ...unit(at, at + 2, whole, "name"), hundredth: true };
  if (!isJoined(words, at) || at !== number) return null;
  if (text[start[at]!] === "p" && word === "p") return { ...unit(at, at + 1, "GBP", "symbol"), hundredth: true };
  if (text[start[at]!] === "c" && word === "c") return { ...named(at, at + 1, "dollar", "symbol"), hundredth: true };
  return word === "¢" ? { ...named(at, at + 1, "dollar", "symbol"), hundredth: true } : null;
}

function codeAt({ text, start, end, lower }: Words, at: number): string | null {
  const word = lower[at] ?? "";
  if (word.length !== 3) return null;
  const upper = word.toUpperCase();
  return CODES.has(upper) && (LOWER_CODES.has(word) || text.slice(start[at], end[at]) === upper) ? upper : null;
}

const unit = (first: number, end: number, code: string | null, from: Unit["from"]): Unit => ({
  first,
  end,
  code,
  shared: null,
  from,
  hundredth: false,
});

/** A unit whose meaning is a code, or a name that several currencies share. */
const named = (first: number, end: number, meaning: string, from: Unit["from"]): Unit =>
  CODES.has(meaning) ? unit(first, end, meaning, from) : { ...unit(first, end, null, from), shared: meaning };

/** Codes of the currencies that go by a shared name, with the adjective and country that tell them apart. */
export function candidatesFor(shared: string): { code: string; words: readonly string[] }[] {
  return CURRENCIES.filter(([, , one]) => one.endsWith(` ${shared}`)).map(([code, country, one]) => ({
    code,
    words: [one.slice(0, -shared.length - 1), ...(country ? [country] : [])],
  }));
}

/** What a shared name usually stands for; null if that would be a guess. */
export const usual = (shared: string): string | null => USUAL.get(shared) ?? null;
