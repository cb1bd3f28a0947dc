import { areDigits, isHyphen, isJoined, isNumber, pastHyphen, type Words } from "../../words.ts";
import { type Exact, exact } from "./exact.ts";
import { FRACTIONS, MAGNITUDES, SHORT_MAGNITUDES, SMALL } from "./lexicon/numerals.ts";

/** A number in the text: words `first` up to but not including `end`. */
export interface NumberFound {
  readonly first: number;
  readonly end: number;
  readonly value: Exact;
  /** True if it has a magnitude of its own ("million"), which it then may share with the other end of a range. */
  readonly magnitude: Exact | null;
  readonly inDigits: boolean;
}

/** No number in a newspaper has more digits. */
const MOST_DIGITS = 30;

/**
 * The number that begins at word `at`: "1,234.5", "2 1/2", "1.5 million", "twenty-five", "half a billion",
 * "a hundred and ten thousand". Short magnitudes ("5m") are read only where `beside` a currency.
 */
export function numberAt(words: Words, at: number, beside = false): NumberFound | null {
  const digits = digitsAt(words, at, beside);
  const bare = digits ?? fractionAt(words, at) ?? wordsAt(words, at);
  if (!bare) return null;
  const scaled = withMagnitude(words, bare, beside);
  return { first: at, ...scaled, inDigits: digits !== null };
}

interface Part {
  readonly end: number;
  readonly value: Exact;
}

function digitsAt(words: Words, at: number, beside: boolean): Part | null {
  const { lower } = words;
  const plain = plainDigits(lower[at] ?? "");
  if (plain === null) return null;
  const spaced = spacedDigits(words, at, beside);
  if (spaced) return spaced;
  const value = exact(plain);
  const sign = FRACTIONS.get(lower[at + 1] ?? "");
  if (sign) return { end: at + 2, value: value.plus(exact(sign)) };
  // "2 1/2", and "2-1/2" as agencies write.
  const over = isHyphen(lower[at + 1]) && isJoined(words, at + 2) ? at + 2 : at + 1;
  if (lower[over + 1] === "/" && isJoined(words, over + 2) && isJoined(words, over + 1)) {
    const part = ratio(lower[over] ?? "", lower[over + 2] ?? "");
    if (part) return { end: over + 3, value: value.plus(part) };
  }
  const half = mixedFraction(words, at + 1);
  return half ? { end: half.end, value: value.plus(half.value) } : { end: at + 1, value };
}

const APOSTROPHES: ReadonlySet<string> = new Set(["'", "’"]);

/** "1 234 567,89", "8 600", "10’000": groups of three with a space or an apostrophe before each. */
function spacedDigits({ text, lower, start, end }: Words, at: number, beside: boolean): Part | null {
  if (!(isNumber(lower[at + 1]) || APOSTROPHES.has(lower[at + 1] ?? "")) || !areDigits(lower[at], 1, 3)) return null;
  let digits = lower[at]!;
  let last = at;
  while (digits.length < MOST_DIGITS) {
    const apostrophe = APOSTROPHES.has(lower[last + 1] ?? "") && start[last + 1] === end[last];
    const next = apostrophe ? last + 2 : last + 1;
    const space = apostrophe ? start[next] === end[next - 1] : isGroupSpace(text, end[last]!, start[next]!, beside);
    // Nothing is counted by "000" alone.
    const group =
      space || (lower[next] === "000" && start[next] === end[last]! + 1)
        ? /^(\d{3})(?:[.,](\d{1,3}))?$/.exec(lower[next] ?? "")
        : null;
    if (!group) break;
    digits += group[1];
    last = next;
    if (group[2]) return { end: last + 1, value: exact(`${digits}.${group[2]}`) };
  }
  return last > at ? { end: last + 1, value: exact(digits) } : null;
}

/** A plain space groups digits only after a sign ("R8 600"); a no-break space does so anywhere. */
const isGroupSpace = (text: string, from: number, to: number | undefined, beside: boolean): boolean =>
  to === from + 1 && (beside ? /\s/ : /[\u00a0\u2009\u202f]/).test(text[from]!);

/** Digits without their grouping, or null if the signs in them are not those of a number ("192.168.0.1"). */
function plainDigits(word: string): string | null {
  if (word.length > MOST_DIGITS || !isNumber(word)) return null;
  const point = word.indexOf(".");
  if (areDigits(word, 1, MOST_DIGITS)) return word;
  if (point > 0 && areDigits(word.slice(0, point), 1, MOST_DIGITS) && areDigits(word.slice(point + 1), 1, MOST_DIGITS))
    return word;
  if (/^\d{1,3}(,\d{2,3})*,\d{3}(\.\d+)?$/.test(word)) return word.replaceAll(",", "");
  if (/^\d+,\d{1,2}$/.test(word)) return word.replace(",", ".");
  if (/^\d{1,3}(\.\d{3})+,\d{1,2}$/.test(word)) return word.replaceAll(".", "").replace(",", ".");
  // "50,000,00" for cents.
  if (/^\d{1,3}(,\d{3})+,\d{2}$/.test(word)) return `${word.slice(0, -3).replaceAll(",", "")}.${word.slice(-2)}`;
  return /^\d{1,3}\.\d{3}(\.\d{3})+$/.test(word) ? word.replaceAll(".", "") : null;
}

/** Fractions that come out exact. */
const RATIOS: ReadonlyMap<string, string> = new Map([
  ["1/2", "0.5"],
  ["1/4", "0.25"],
  ["3/4", "0.75"],
  ["1/8", "0.125"],
  ["3/8", "0.375"],
  ["5/8", "0.625"],
  ["7/8", "0.875"],
]);

function ratio(over: string, under: string): Exact | null {
  const value = RATIOS.get(`${over}/${under}`);
  return value ? exact(value) : null;
}

const NAMED_FRACTIONS: ReadonlyMap<string, string> = new Map([
  ["half", "0.5"],
  ["quarter", "0.25"],
  ["quarters", "0.25"],
]);

const QUARTERS_OF: ReadonlySet<string> = new Set(["a", "one", "three"]);

/** "half a", "a quarter of a", "quarter" before a magnitude. */
function fractionAt({ lower }: Words, at: number): Part | null {
  const sign = FRACTIONS.get(lower[at] ?? "");
  if (sign) return { end: at + 1, value: exact(sign) };
  const counted = QUARTERS_OF.has(lower[at] ?? "");
  const name = counted ? (isHyphen(lower[at + 1]) ? at + 2 : at + 1) : at;
  const part = NAMED_FRACTIONS.get(lower[name] ?? "");
  if (!part) return null;
  const value = lower[at] === "three" ? exact(part).times(exact("3")) : exact(part);
  let end = name + 1;
  if (lower[end] === "of") end++;
  if (isHyphen(lower[end])) end++;
  if (lower[end] === "a") end++;
  return MAGNITUDES.has(lower[end] ?? "") ? { end, value } : null;
}

/** "nine hundred and ninety-nine thousand nine hundred and ninety-nine", hyphens and all. */
const MOST_WORDS = 14;

/** Numbers in words up to the last "thousand"; "million" and the like are read as magnitudes after it. */
function wordsAt(words: Words, at: number): Part | null {
  const { lower } = words;
  const article = lower[at] === "a" || lower[at] === "an";
  if (article && !MAGNITUDES.has(lower[at + 1] ?? "")) return null;
  let end = article ? at + 1 : at;
  let [total, part, some] = [0, article ? 1 : 0, article];
  while (end - at < MOST_WORDS) {
    const next = some ? pastJoint(lower, end) : end;
    const small = SMALL.get(lower[next] ?? "");
    if (small !== undefined && (part === 0 || part % 100 === 0 || (part % 10 === 0 && part % 100 >= 20 && small < 10)))
      part += small;
    else if (lower[next] === "hundred" && some && part < 100) part *= 100;
    else if (lower[next] === "thousand" && some && part > 0 && part < 1000) [total, part] = [total + part * 1000, 0];
    else break;
    [some, end] = [true, next + 1];
  }
  if (!some) return null;
  const value = exact(String(total + part));
  const half = mixedFraction(words, end) ?? pointAt(words, end);
  return half ? { end: half.end, value: value.plus(half.value) } : { end, value };
}

/** "and a half", "-and-a-half", "and three quarters", before a magnitude. */
function mixedFraction(words: Words, at: number): Part | null {
  const { lower } = words;
  const joint = pastHyphen(words, at);
  if (lower[joint] !== "and") return null;
  const count = pastHyphen(words, joint + 1);
  const name = pastHyphen(words, count + 1);
  const part = QUARTERS_OF.has(lower[count] ?? "") ? NAMED_FRACTIONS.get(lower[name] ?? "") : undefined;
  if (!part || !MAGNITUDES.has(lower[pastHyphen(words, name + 1)] ?? "")) return null;
  return { end: name + 1, value: exact(part).times(lower[count] === "three" ? exact("3") : exact("1")) };
}

/** "one point two five": the digits after the point in words. */
function pointAt({ lower }: Words, at: number): Part | null {
  if (lower[at] !== "point") return null;
  let [digits, end] = ["", at + 1];
  for (; digits.length < MOST_DIGITS; end++) {
    const digit = SMALL.get(lower[end] ?? "");
    if (digit === undefined || digit > 9) break;
    digits += String(digit);
  }
  return digits === "" ? null : { end, value: exact(`0.${digits}`) };
}

/** Past a hyphen between number words ("twenty-five"), or an "and" after a hundred or thousand. */
const pastJoint = (lower: readonly string[], at: number): number =>
  isHyphen(lower[at]) || (lower[at] === "and" && (lower[at - 1] === "hundred" || lower[at - 1] === "thousand"))
    ? at + 1
    : at;

/** "hundred thousand crore" has three. */
const MOST_MAGNITUDES = 3;

/** Multiplies by the magnitudes that follow ("hundred thousand", "lakh crore"), after a space or a hyphen. */
function withMagnitude(words: Words, { end, value }: Part, beside: boolean): Omit<NumberFound, "first" | "inDigits"> {
  let magnitude: Exact | null = null;
  for (let count = 0; count < MOST_MAGNITUDES; count++) {
    // "600-plus billion"
    const plus = isHyphen(words.lower[end]) && words.lower[end + 1] === "plus" ? end + 2 : end;
    const next = pastHyphen(words, plus);
    const word = words.lower[next] ?? "";
    const factor =
      MAGNITUDES.get(word) ??
      (beside && !magnitude && (isJoined(words, next) || word === "cr") ? SHORT_MAGNITUDES.get(word) : undefined);
    if (!factor) break;
    magnitude = (magnitude ?? exact("1")).times(exact(factor));
    end = next + 1;
  }
  return { end, value: magnitude ? value.times(magnitude) : value, magnitude };
}
