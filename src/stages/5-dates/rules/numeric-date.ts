import { areDigits, isJoined } from "../../../words.ts";
import { yearAt } from "../lexicon/numerals.ts";
import { DIGITS, FOUR_DIGITS, type Rule } from "../rule.ts";

/** Years of two digits below this one are of the 21st century. */
const PIVOT = 50;

/** "2026-02-24", "2/24/26", and "2/24/2026" in the American order unless the first number can only be a day. */
export const numericDate: Rule = {
  name: "numeric-date",
  triggers: [FOUR_DIGITS, DIGITS],
  match: (words, at) => {
    const { lower } = words;
    const sign = lower[at + 1];
    if ((sign !== "-" && sign !== "/" && sign !== ".") || lower[at + 3] !== sign) return null;
    for (let i = at + 1; i <= at + 4; i++) if (!isJoined(words, i)) return null;
    const [a, b, c] = [lower[at]!, lower[at + 2]!, lower[at + 4] ?? ""];
    if (yearAt(words, at)) return dayOf(at, Number(a), Number(b), Number(c));
    const short = sign === "/" && areDigits(c, 2, 2);
    if (!(yearAt(words, at + 4) || short) || !areDigits(a, 1, 2) || !areDigits(b, 1, 2)) return null;
    const year = short ? Number(c) + (Number(c) < PIVOT ? 2000 : 1900) : Number(c);
    return Number(a) > 12 ? dayOf(at, year, Number(b), Number(a)) : dayOf(at, year, Number(a), Number(b));
  },
};

const dayOf = (first: number, year: number, month: number, day: number) =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? { first, end: first + 5, meaning: { kind: "day", year, month, day, toward: null } as const }
    : null;
