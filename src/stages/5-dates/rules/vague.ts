import { isCapital } from "../../../words.ts";
import type { Rule } from "../rule.ts";

/** Words, and words after "the", that mean no more than then, now or some day. */
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ["now", "PRESENT_REF"],
  ["currently", "PRESENT_REF"],
  ["nowadays", "PRESENT_REF"],
  ["presently", "PRESENT_REF"],
  ["current", "PRESENT_REF"],
  ["recently", "PAST_REF"],
  ["recent", "PAST_REF"],
  ["soon", "FUTURE_REF"],
  ["future", "FUTURE_REF"],
]);

/** "now", "currently", "recently", "soon", "the future", "the past". */
export const vague: Rule = {
  name: "vague",
  triggers: [...REFERENCES.keys(), "past"],
  match: (words, at) => {
    const { lower, pos } = words;
    const [before, word, after] = [lower[at - 1] ?? "", lower[at]!, lower[at + 1] ?? ""];
    const the = before === "the" || ((before === "near" || before === "recent") && lower[at - 2] === "the");
    if (word === "past") {
      const noun = before === "the" && !/^(NOUN|NUM|ADJ|PROPN)$/.test(pos[at + 1]!);
      return noun ? { first: at - 1, end: at + 1, meaning: fixed("PAST_REF") } : null;
    }
    if (word === "soon" && /^(as|how|too)$/.test(before)) return null;
    if (word === "future") {
      if (!the || isCapital(words, at)) return null;
      const first = before === "the" ? at - 1 : at - 2;
      return /^(NOUN|PROPN)$/.test(pos[at + 1]!) ? null : { first, end: at + 1, meaning: fixed("FUTURE_REF") };
    }
    if (word === "now" && /^(that|until)$/.test(after)) return null;
    const right = before === "right" && word === "now" ? 1 : 0;
    return { first: at - right, end: at + 1, meaning: fixed(REFERENCES.get(word)!), confidence: 0.8 };
  },
};

const fixed = (value: string) => ({ kind: "fixed", type: "DATE", value }) as const;
