import { areDigits, type Words } from "../../../words.ts";
import { exact } from "../exact.ts";
import { isLabel } from "./count.ts";
import type { NumberOrRange, QuantityRule } from "./rule.ts";

/**
 * Numbers that count something which is not named beside them: "fewer than 50 were left", "killing at least nine", "Nine
 * were sold", "had fallen to 187", "the other fifty-two", "12 dead". Others may be scores, ages or labels.
 */
export const bareCount: QuantityRule = {
  name: "bare-count",
  match: (words, number) => {
    if (!isWhole(number) || isLabel(words, number) || isYear(words, number)) return null;
    const { first, end, value, high } = number;
    const { lower, text, start } = words;
    const state = STATES.has(lower[end] ?? "");
    if (!state && !isCounted(words, number)) return null;
    const of = state ? text.slice(start[end], words.end[end]) : null;
    return { first, end: state ? end + 1 : end, kind: "count", low: value, high, unit: null, of, confidence: 0.6 };
  },
};

/** What people are who are counted by it: "12 dead", "three others". */
const STATES: ReadonlySet<string> = new Set("dead wounded injured missing others".split(" "));

/** Phrases that make a number a count, by their last word and the one before it; null if that one does not matter. */
const LEADING: ReadonlyMap<string, readonly string[] | null> = new Map([
  ["than", ["more", "fewer", "less"]],
  ["least", ["at"]],
  ["most", ["at"]],
  ["to", ["up"]],
  ["as", ["many", "few"]],
  ["other", ["the"]],
  ["remaining", ["the"]],
  ["all", null],
]);

const HARMING: ReadonlySet<string> = new Set(
  "kill killed wound injure hurt arrest detain rescue displace hospitalize infect evacuate shoot".split(" "),
);

/** How far back the verb of "had fallen from 203 to 187" is looked for. */
const REACH = 6;
const CHANGES: ReadonlySet<string> = new Set(
  "rise fall climb drop grow increase decrease decline shrink double triple jump surge soar plunge sink fell fallen rose risen grew grown sank shrank".split(
    " ",
  ),
);

function isCounted(words: Words, number: NumberOrRange): boolean {
  const { lower, lemma } = words;
  const { first, inDigits } = number;
  const before = lower[first - 1] ?? "";
  const one = number.end - first === 1 && before !== "" && lower[first] === "one";
  if (one || isAge(words, number)) return false;
  // "9,412" has a comma that no year, score or label has.
  if (inDigits && lower[first]!.includes(",")) return true;
  if (LEADING.has(before)) {
    const phrase = LEADING.get(before);
    if (!phrase || phrase.includes(lower[first - 2] ?? "")) return true;
  }
  if (HARMING.has(lemma[first - 1] ?? "")) return true;
  if (before === "to" && isChanged(words, first - 1)) return true;
  if (number.high) return before === "of" && number.value.gte(exact("10"));
  return !inDigits && (isSubject(words, number) || number.value.gt(exact("20")));
}

/** The verb before "to", or "from 203 to". */
function isChanged({ lower, lemma }: Words, to: number): boolean {
  for (let i = to - 1; i > to - REACH && lower[i]; i--)
    if (CHANGES.has(lemma[i]!) || CHANGES.has(lower[i]!)) return i === to - 1 || lower[i + 1] === "from";
  return false;
}

const OPENING: ReadonlySet<string> = new Set(["", '"', "“", "‘", "'", ",", ";", "and", "but"]);

/** "Nine were sold", "Two have left": a number at the head of a clause with its verb behind it. */
function isSubject({ lower, pos }: Words, { first, end }: NumberOrRange): boolean {
  if (lower[first] === "one" || !OPENING.has(lower[first - 1] ?? "")) return false;
  return pos[end] === "AUX" || (pos[end] === "VERB" && !lower[end]!.endsWith("ing"));
}

const isWhole = ({ value, high }: NumberOrRange): boolean =>
  !value.toFixed().includes(".") && !(high?.toFixed().includes(".") ?? false);

/** "2026", bare. */
const isYear = ({ lower }: Words, { first, end, high }: NumberOrRange): boolean =>
  end - first === 1 && !high && areDigits(lower[first], 4, 4) && lower[first]! >= "1500" && lower[first]! < "2100";

const OF_AGE: ReadonlySet<string> = new Set("is was be am turned turning at age aged who".split(" "));

/** "She is fifty-two", "at forty", "a woman, thirty-one,". */
const isAge = ({ lower }: Words, { first, end, inDigits }: NumberOrRange): boolean =>
  !inDigits && (OF_AGE.has(lower[first - 1] ?? "") || (lower[first - 1] === "," && lower[end] === ","));
