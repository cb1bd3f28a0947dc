import { isCapital } from "../../../words.ts";
import { HOLIDAYS } from "../lexicon/holidays.ts";
import { yearAt } from "../lexicon/numerals.ts";
import { TOWARD } from "../lexicon/toward.ts";
import type { Rule } from "../rule.ts";

/** Names by their first word, the longest first, each as the words it is made of. */
const NAMES = new Map<string, (readonly [name: string, words: readonly string[]])[]>();
for (const name of [...HOLIDAYS.keys()].sort((a, b) => b.length - a.length)) {
  const words = name.split(" ");
  NAMES.set(words[0]!, [...(NAMES.get(words[0]!) ?? []), [name, words]]);
}

/** Holidays and named days: "Christmas", "New Year’s Eve", "Good Friday 2027", "last Thanksgiving". */
export const holiday: Rule = {
  name: "holiday",
  triggers: [...NAMES.keys()],
  match: (words, at) => {
    const { lower } = words;
    if (!isCapital(words, at)) return null;
    const [name, parts] = NAMES.get(lower[at]!)!.find(([, parts]) => parts.every((p, i) => lower[at + i] === p)) ?? [];
    if (!name || !parts) return null;
    const end = at + parts.length;
    // "Easter Island", "the Good Friday Agreement".
    if (isCapital(words, end)) return null;
    const year = yearAt(words, lower[end] === "," ? end + 1 : end);
    const toward = year ? null : (TOWARD.get(lower[at - 1] ?? "") ?? null);
    const yearEnd = lower[end] === "," ? end + 2 : end + 1;
    return {
      first: toward ? at - 1 : at,
      end: year ? yearEnd : end,
      meaning: { kind: "reckoned", how: HOLIDAYS.get(name)!, year, toward, stated: ["holiday"] },
    };
  },
};
