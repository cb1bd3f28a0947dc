import { areDigits, isArticle, isHyphen, isJoined, isNumber, type Words } from "../../../words.ts";

const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";
const FIRST =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";

/** Numbers below a hundred in words. */
export const SMALL: ReadonlyMap<string, number> = new Map([
  ...ONES.split(" ").map((word, i) => [word, i] as const),
  ...TENS.split(" ").map((word, i) => [word, (i + 2) * 10] as const),
]);

export const ORDINALS: ReadonlyMap<string, number> = new Map(FIRST.split(" ").map((word, i) => [word, i + 1]));

const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1_000_000],
]);

/** All words that numbers are made of. */
export const NUMBER_WORDS: readonly string[] = [...SMALL.keys(), ...SCALES.keys(), "and"];

/** A number in the text. `amount` is null where the words leave it open ("several"). */
export interface Numeral {
  readonly first: number;
  readonly end: number;
  readonly amount: number | null;
}

const isDecade = (n: number | undefined): boolean => n !== undefined && n >= 20 && n % 10 === 0;

/** The number below a hundred that begins at word `at`. */
export function smallAt({ lower }: Words, at: number): { value: number; end: number } | null {
  const value = SMALL.get(lower[at] ?? "");
  if (value === undefined) return null;
  const next = isHyphen(lower[at + 1]) ? at + 2 : at + 1;
  const ones = SMALL.get(lower[next] ?? "");
  if (isDecade(value) && ones !== undefined && ones > 0 && ones < 10) return { value: value + ones, end: next + 1 };
  return { value, end: at + 1 };
}

/** The number that ends right before word `end`: digits, or words such as "twenty-five" and "a hundred"; null if none. */
export function numeralBefore(words: Words, end: number): Numeral | null {
  const { lower } = words;
  const last = lower[end - 1] ?? "";
  if (isNumber(last)) return digitsBefore(words, end);
  if (last === "half" && lower[end - 2] === "a" && lower[end - 3] === "and") return null;
  let first = end;
  while (end - first < 7 && isNumberWord(lower, first - 1) && !areTwo(lower, first - 1)) first--;
  while (first < end && (isHyphen(lower[first]) || lower[first] === "and")) first++;
  if (first === end) return null;
  if ((lower[first] === "hundred" || lower[first] === "thousand") && isArticle(lower[first - 1]))
    return { first: first - 1, end, amount: sum(words, first, end, 1) };
  return { first, end, amount: sum(words, first, end, 0) };
}

/** "one four": two numbers and not one, other than "twenty four". */
const areTwo = (lower: readonly string[], i: number): boolean => {
  const [small, next] = [SMALL.get(lower[i] ?? ""), SMALL.get(lower[i + 1] ?? "")];
  return small !== undefined && next !== undefined && !(isDecade(small) && next < 10);
};

const isNumberWord = (lower: readonly string[], i: number): boolean => {
  const word = lower[i] ?? "";
  if (isHyphen(word)) return SMALL.has(lower[i - 1] ?? "");
  if (word === "and") return SCALES.has(lower[i - 1] ?? "") && SMALL.has(lower[i + 1] ?? "");
  return SMALL.has(word) || SCALES.has(word);
};

function sum({ lower }: Words, first: number, end: number, start: number): number {
  let total = 0;
  let part = start;
  for (let i = first; i < end; i++) {
    const small = SMALL.get(lower[i]!);
    const scale = SCALES.get(lower[i]!);
    if (small !== undefined) part += small;
    else if (scale === 100) part = (part || 1) * 100;
    else if (scale) {
      total += (part || 1) * scale;
      part = 0;
    }
  }
  return total + part;
}

/** Larger numbers count no time in news, and would not print in full. */
const MOST = 1e12;

/** "20", "1,500", "2.5", "2 1/2", "3½". */
function digitsBefore(words: Words, end: number): Numeral | null {
  const { lower } = words;
  const amount = Number(lower[end - 1]!.replaceAll(",", ""));
  if (Number.isNaN(amount) || amount > MOST) return null;
  if (lower[end - 2] === "/" && isJoined(words, end - 1) && lower[end - 3] === "1" && amount === 2) {
    const whole = areDigits(lower[end - 4], 1, 3) ? Number(lower[end - 4]) : 0;
    return { first: whole ? end - 4 : end - 3, end, amount: whole + 0.5 };
  }
  return { first: end - 1, end, amount };
}

const ENDINGS = new Set(["st", "nd", "rd", "th"]);

/** The ordinal ("third", "3rd") at word `at`, as a number. */
export function ordinalAt(words: Words, at: number): { value: number; end: number } | null {
  const { lower } = words;
  const named = ORDINALS.get(lower[at] ?? "");
  if (named) return { value: named, end: at + 1 };
  if (areDigits(lower[at], 1, 2) && ENDINGS.has(lower[at + 1] ?? "") && isJoined(words, at + 1))
    return { value: Number(lower[at]), end: at + 2 };
  const tens = SMALL.get(lower[at] ?? "");
  const next = isHyphen(lower[at + 1]) ? at + 2 : at + 1;
  const ones = ORDINALS.get(lower[next] ?? "");
  if (isDecade(tens) && ones && ones < 10) return { value: tens! + ones, end: next + 1 };
  return null;
}

/** The ordinal that ends right before word `end`. */
export function ordinalBefore(words: Words, end: number): { value: number; first: number } | null {
  for (const first of [end - 3, end - 2, end - 1]) {
    const found = first >= 0 ? ordinalAt(words, first) : null;
    if (found?.end === end) return { value: found.value, first };
  }
  return null;
}

/** The year in figures at word `at`, between 1000 and 2199. */
export function yearAt({ lower }: Words, at: number): number | null {
  const word = lower[at];
  return areDigits(word, 4, 4) && word! >= "1000" && word! < "2200" ? Number(word) : null;
}
