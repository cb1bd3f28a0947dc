import { areDigits, isCapital, isHyphen, isJoined, pastHyphen, type Words } from "../../../words.ts";
import { SMALL, smallAt, yearAt } from "../lexicon/numerals.ts";
import { UNITS } from "../lexicon/units.ts";
import { FOUR_DIGITS, type Match, type Rule } from "../rule.ts";

/** What can stand before a year: a bare number of four digits is more often something else. */
const LEADING = new Set(
  "in since by until till from during through to before after of for around about early late mid between and or fiscal circa back year spring summer fall autumn winter than end ( — –".split(
    " ",
  ),
);
/** What makes the number before it a count. */
const COUNTED = new Set(
  "% percent people million billion trillion crore crores lakh lakhs dollars euros pounds miles feet meters metres km square times points jobs workers votes troops shares block students employees °".split(
    " ",
  ),
);
/** Signs that no year stands after, those that one stands right after, and those that it does not stand before. */
const NOT_AFTER = new Set("$ € £ ¥ ₹ # : / .".split(" "));
const RIGHT_AFTER = new Set(["", ..."- – ( ‘ ’ ' “ \" [".split(" ")]);
const NOT_BEFORE = new Set([":", "/"]);
/** What dates a year long past. */
const DATING = new Set(["in", "since", "by", "until", "circa", "from", "year"]);

/** "1990", "the year 2000", "nineteen ninety-seven". */
export const year: Rule = {
  name: "year",
  triggers: [FOUR_DIGITS, "nineteen", "eighteen", "twenty", "thousand"],
  match: (words, at) => {
    const value = yearAt(words, at);
    return value ? inFigures(words, at, value) : inWords(words, at);
  },
};

function inFigures(words: Words, at: number, value: number): Match | null {
  const { lower, pos } = words;
  const [before, after] = [lower[at - 1] ?? "", lower[at + 1] ?? ""];
  if (NUMBERED.has(before) || isTitle(words, at) || isTelephone(words, at) || isOfLaw(words, at)) return null;
  if (NOT_AFTER.has(before) || NOT_BEFORE.has(after) || COUNTED.has(after)) return null;
  if (isJoined(words, at) && !RIGHT_AFTER.has(before)) return null;
  if (isJoined(words, at + 1) && isSpelled(after)) return null;
  if (OWNERS.has(before) && isModel(words, at + 1)) return null;
  if (UNITS.has(lower[pastHyphen(words, at + 1)] ?? "") && !LEADING.has(before)) return null;
  const led = LEADING.has(before);
  const likely = value >= 1900 && value <= 2050;
  if (!led && !likely) return null;
  // "1998 sales" is a year; "1200 workers" and "with 1950 votes" are not.
  if (value < 1700 && !DATING.has(before)) return null;
  if (!led && pos[at + 1] === "NOUN" && after.endsWith("s") && value < 1950) return null;
  const named = before === "year";
  const first = named ? at - 1 - Number(lower[at - 2] === "the") : at;
  return { first, end: at + 1, meaning: fixed(value), confidence: led ? 0.95 : 0.8 };
}

/** True of letters from a to z. */
function isSpelled(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) < 97 || word.charCodeAt(i) > 122) return false;
  return word !== "";
}

const OWNERS = new Set(["'s", "his", "her", "my", "your"]);

/** "his 1987 Chevrolet", and not "its 1987 Chevrolet sales". */
function isModel(words: Words, at: number): boolean {
  let end = at;
  while (words.pos[end] === "PROPN" && isCapital(words, end)) end++;
  return end > at && words.pos[end] !== "NOUN";
}

/** What has numbers of four digits that are no years. */
const NUMBERED = new Set(
  "windows office model route highway room flight boeing channel no number page section article chapter interstate building suite box apt extension".split(
    " ",
  ),
);
const QUOTES = new Set(['"', "“", "”", "‘", "’", "'", "``", "''"]);

/** The novel “1984”. */
const isTitle = ({ lower }: Words, at: number): boolean =>
  QUOTES.has(lower[at - 1] ?? "") && QUOTES.has(lower[at + 1] ?? "");

const LAWS = new Set("act acts law code convention treaty accord accords protocol ordinance agreement pact".split(" "));

/** "the Clean Rivers Act of 1974", "the Ports Act 1998": the year is in the name. */
function isOfLaw(words: Words, at: number): boolean {
  const law = words.lower[at - 1] === "of" ? at - 2 : at - 1;
  return LAWS.has(words.lower[law] ?? "") && isCapital(words, law) && isCapital(words, law - 1);
}

/** "555-2024": the number before is no year. */
const isTelephone = (words: Words, at: number): boolean =>
  isHyphen(words.lower[at - 1]) &&
  isJoined(words, at) &&
  areDigits(words.lower[at - 2], 1, Number.POSITIVE_INFINITY) &&
  yearAt(words, at - 2) === null;

function inWords(words: Words, at: number): Match | null {
  const { lower } = words;
  if (lower[at] === "thousand") {
    if (lower[at - 1] !== "two" || lower[at - 2] !== "year") return null;
    return { first: at - 2 - Number(lower[at - 3] === "the"), end: at + 1, meaning: fixed(2000) };
  }
  const next = smallAt(words, pastHyphen(words, at + 1));
  if (!next || next.value < 10 || UNITS.has(lower[next.end] ?? "") || isCapital(words, at)) return null;
  return { first: at, end: next.end, meaning: fixed(SMALL.get(lower[at]!)! * 100 + next.value), confidence: 0.8 };
}

const fixed = (value: number) => ({ kind: "fixed", type: "DATE", value: String(value) }) as const;
