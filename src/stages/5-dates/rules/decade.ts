import { areDigits, isJoined, isNumber, type Words } from "../../../words.ts";
import { DIGITS, FOUR_DIGITS, type Match, type Rule } from "../rule.ts";

const NAMED: ReadonlyMap<string, number> = new Map(
  "twenties thirties forties fifties sixties seventies eighties nineties".split(" ").map((name, i) => [name, i + 2]),
);

const APOSTROPHES = new Set(["'", "’", "‘"]);
const OF_YEARS = new Set(["the", "early", "late", "mid"]);
const OWNERS = new Set(["his", "her", "their", "my", "our", "your"]);

/** "the 1990s", "the ’80s", "the nineties". */
export const decade: Rule = {
  name: "decade",
  triggers: [FOUR_DIGITS, DIGITS, ...NAMED.keys()],
  match: (words, at) => {
    const { lower } = words;
    const named = isNumber(lower[at]) ? undefined : NAMED.get(lower[at]!);
    if (named) return isAgeOfPerson(words, at) ? null : found(words, at, at + 1, `19${named}`);
    const plural = (lower[at + 1] === "s" || lower[at + 1] === "'s") && isJoined(words, at + 1);
    if (!plural) return null;
    const word = lower[at]!;
    if (areDigits(word, 4, 4))
      return word >= "1500" && word < "2100" && word[3] === "0" ? found(words, at, at + 2, word.slice(0, 3)) : null;
    const apostrophe = APOSTROPHES.has(lower[at - 1] ?? "") && isJoined(words, at);
    if (!areDigits(word, 2, 2) || word < "20" || word[1] !== "0" || !(apostrophe || lower[at - 1] === "the"))
      return null;
    return found(words, apostrophe ? at - 1 : at, at + 2, `19${word[0]}`);
  },
};

/** "a woman in her thirties". */
const isAgeOfPerson = ({ lower }: Words, at: number): boolean =>
  !OF_YEARS.has(lower[at - 1] === "-" ? (lower[at - 2] ?? "") : (lower[at - 1] ?? "")) ||
  OWNERS.has(lower[at - 2] ?? "");

const found = ({ lower }: Words, first: number, end: number, value: string): Match => ({
  first: lower[first - 1] === "the" ? first - 1 : first,
  end,
  meaning: { kind: "fixed", type: "DATE", value },
});
