import { beforeHyphen } from "../../../words.ts";
import { amountBefore } from "../lexicon/amounts.ts";
import { UNITS } from "../lexicon/units.ts";
import type { Meaning, Unit } from "../meaning.ts";
import type { Match, Rule } from "../rule.ts";

const IN_YEARS: Readonly<Partial<Record<Unit, number>>> = { decade: 10, century: 100, millennium: 1000 };

/** So many years back, news writes about eras and not about dates. */
const FARTHEST = 999;

/** "two years ago", "a week ago", "a year earlier", "year-ago", "three days later". */
export const ago: Rule = {
  name: "ago",
  triggers: ["ago", "earlier", "later", "before"],
  match: (words, at) => {
    const { lower } = words;
    const word = lower[at]!;
    const last = beforeHyphen(words, at - 1);
    const unit = UNITS.get(lower[last] ?? "");
    if (!unit || unit === "weekend" || (word === "before" && lower[at + 1] !== "," && lower[at + 1] !== "."))
      return null;
    const amount = amountBefore(words, last);
    const compound = last < at - 1 && amount === null;
    if (!amount && !compound) return null;
    const first = amount?.first ?? last;
    const sign = word === "later" ? 1 : -1;
    const count = compound ? 1 : amount!.amount;
    if (count === null || count * (IN_YEARS[unit] ?? 1) > FARTHEST) return vague(first, at + 1, sign);
    return { first, end: at + 1, meaning: shift(unit, sign * count, word === "ago" && !compound) };
  },
};

const vague = (first: number, end: number, sign: number): Match => ({
  first,
  end,
  meaning: { kind: "fixed", type: "DATE", value: sign < 0 ? "PAST_REF" : "FUTURE_REF" },
});

/** "a decade ago" is a year, ten years back. */
function shift(unit: Unit, amount: number, fromPublished: boolean): Meaning {
  const years = IN_YEARS[unit];
  return {
    kind: "shift",
    unit: years ? "year" : unit,
    amount: Math.trunc(amount * (years ?? 1)),
    from: fromPublished ? "published" : "context",
    comparing: unit === "year" && amount === -1,
  };
}
