import type { Words } from "../../../words.ts";
import { amountBefore } from "../lexicon/amounts.ts";
import { UNITS } from "../lexicon/units.ts";
import type { Meaning, Unit } from "../meaning.ts";
import type { Match, Rule } from "../rule.ts";

const IN_YEARS: Readonly<Partial<Record<Unit, number>>> = { decade: 10, century: 100, millennium: 1000 };

/** So many years back, news writes about eras and not about dates. */
const FARTHEST = 999;

const AHEAD = new Set(["later", "from", "hence"]);
const ENDS = new Set([",", ".", "", ";"]);

/** "two years ago", "a week or so ago", "months ago", "a year earlier", "three days later", "two weeks from now". */
export const ago: Rule = {
  name: "ago",
  triggers: ["ago", "earlier", "later", "before", "from", "hence"],
  match: (words, at) => {
    const { lower } = words;
    const word = lower[at]!;
    if (word === "from" && lower[at + 1] !== "now") return null;
    if (word === "before" && !ENDS.has(lower[at + 1] ?? "")) return null;
    const roughly = lower[at - 1] === "so" && lower[at - 2] === "or";
    const last = roughly ? at - 3 : at - 1;
    const unit = UNITS.get(lower[last] ?? "");
    if (!unit || unit === "weekend") return null;
    const amount = amountBefore(words, last);
    const sign = AHEAD.has(word) ? 1 : -1;
    const end = word === "from" ? at + 2 : at + 1;
    const mod = roughly ? "APPROX" : null;
    if (!amount) return word !== "before" && isPlural(words, last, unit) ? vague(last, end, sign) : null;
    const { first, amount: count } = amount;
    if (count === null || count * (IN_YEARS[unit] ?? 1) > FARTHEST) return vague(first, end, sign);
    return { first, end, mod, meaning: shift(unit, sign * count, word) };
  },
};

const isPlural = ({ lower }: Words, i: number, unit: Unit): boolean => lower[i] !== unit;

const vague = (first: number, end: number, sign: number): Match => ({
  first,
  end,
  meaning: { kind: "fixed", type: "DATE", value: sign < 0 ? "PAST_REF" : "FUTURE_REF" },
});

/** "a decade ago" is a year, ten years back; "a year ago" in talk of a quarter is the same quarter of the year before. */
function shift(unit: Unit, count: number, word: string): Meaning {
  const years = IN_YEARS[unit];
  const kind = "shift";
  const amount = Math.trunc(count * (years ?? 1));
  if (unit === "year" && amount === -1) return { kind, unit, amount, from: "period", otherwise: -1 };
  if (word === "ago" || word === "from" || word === "hence")
    return { kind, unit: years ? "year" : unit, amount, from: "published" };
  const otherwise = amount < 0 ? { otherwise: amount } : {};
  return { kind, unit: years ? "year" : unit, amount, from: "narrative", ...otherwise };
}
