import type { DatePart } from "../../../schema/dates.ts";
import { isCapital, type Words } from "../../../words.ts";
import { HOLIDAYS, UNKNOWN_HOLIDAYS } from "../lexicon/holidays.ts";
import { yearAt } from "../lexicon/numerals.ts";
import { TOWARD } from "../lexicon/toward.ts";
import type { Rule } from "../rule.ts";

/** Words that many names have, and many other things too. */
const COMMON = new Set(["day", "eve", "'s", "'"]);

/** A name as the words it is made of, and the place of the one that it is looked for by. */
interface Name {
  readonly name: string;
  readonly parts: readonly string[];
  readonly rare: number;
}

/** Names by their last word that is not a common one, the longest first. */
const NAMES = new Map<string, Name[]>();
for (const name of [...HOLIDAYS.keys(), ...UNKNOWN_HOLIDAYS.keys()].sort((a, b) => b.length - a.length)) {
  const parts = name.split(" ");
  const rare = parts.findLastIndex((word) => !COMMON.has(word));
  NAMES.set(parts[rare]!, [...(NAMES.get(parts[rare]!) ?? []), { name, parts, rare }]);
}

/** Holidays and named days: "Christmas", "New Year’s Eve", "Good Friday 2027", "last Thanksgiving". */
export const holiday: Rule = {
  name: "holiday",
  triggers: [...NAMES.keys()],
  match: (words, trigger) => {
    const { lower } = words;
    const found = NAMES.get(lower[trigger]!)!.find(({ parts, rare }) =>
      parts.every((part, i) => lower[trigger - rare + i] === part),
    );
    if (!found || !isCapital(words, trigger - found.rare)) return null;
    const { name, parts, rare } = found;
    const at = trigger - rare;
    const end = at + parts.length;
    // "Easter Island", "the Good Friday Agreement".
    if (isCapital(words, end)) return null;
    const unknown = UNKNOWN_HOLIDAYS.get(name);
    if (NAMES_OF_MEN.has(name) && isName(words, at - 1)) return null;
    const year = yearAt(words, lower[end] === "," ? end + 1 : end);
    const toward = year ? null : (TOWARD.get(lower[at - 1] ?? "") ?? null);
    const yearEnd = lower[end] === "," ? end + 2 : end + 1;
    const [value, why] = unknown ?? [];
    const stated: readonly DatePart[] = ["holiday"];
    return {
      first: toward ? at - 1 : at,
      end: year ? yearEnd : end,
      meaning:
        value && why
          ? { kind: "unknown", value: year ? value.replace("XXXX", String(year)) : value, why, stated }
          : { kind: "reckoned", how: HOLIDAYS.get(name)!, year, toward, stated },
    };
  },
};

const NAMES_OF_MEN = new Set(["ramadan", "eid"]);

const isName = (words: Words, at: number): boolean => isCapital(words, at) && words.pos[at] === "PROPN";
