import { isJoined, type Words } from "../../../words.ts";
import { DIGITS, FOUR_DIGITS, type Match, type Rule } from "../rule.ts";

const NAMED: ReadonlyMap<string, number> = new Map(
  "twenties thirties forties fifties sixties seventies eighties nineties".split(" ").map((name, i) => [name, i + 2]),
);

/** "the 1990s", "the ’80s", "the nineties". */
export const decade: Rule = {
  name: "decade",
  triggers: [FOUR_DIGITS, DIGITS, ...NAMED.keys()],
  match: (words, at) => {
    const { lower } = words;
    const named = NAMED.get(lower[at]!);
    if (named) return isAgeOfPerson(words, at) ? null : found(words, at, at + 1, `19${named}`);
    const plural = (lower[at + 1] === "s" || lower[at + 1] === "'s") && isJoined(words, at + 1);
    if (!plural) return null;
    if (/^(1[5-9]|20)\d0$/.test(lower[at]!)) return found(words, at, at + 2, lower[at]!.slice(0, 3));
    const apostrophe = /^['’‘]$/.test(lower[at - 1] ?? "") && isJoined(words, at);
    if (!/^[2-9]0$/.test(lower[at]!) || !(apostrophe || lower[at - 1] === "the")) return null;
    return found(words, apostrophe ? at - 1 : at, at + 2, `19${lower[at]![0]}`);
  },
};

/** "a woman in her thirties". */
const isAgeOfPerson = ({ lower }: Words, at: number): boolean =>
  !/^(the|early|late|mid)$/.test(lower[at - 1] === "-" ? (lower[at - 2] ?? "") : (lower[at - 1] ?? "")) ||
  /^(his|her|their|my|our|your)$/.test(lower[at - 2] ?? "");

const found = ({ lower }: Words, first: number, end: number, value: string): Match => ({
  first: lower[first - 1] === "the" ? first - 1 : first,
  end,
  meaning: { kind: "fixed", type: "DATE", value },
});
