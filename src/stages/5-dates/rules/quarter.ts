import { beforeHyphen, isHyphen, isJoined } from "../../../words.ts";
import { ordinalBefore } from "../lexicon/numerals.ts";
import type { Rule } from "../rule.ts";
import { inYear } from "./in-year.ts";

/** "the third quarter", "third-quarter", "Q3 2025", "the first half of 2025", "last year's fourth quarter". */
export const quarter: Rule = {
  name: "quarter",
  triggers: ["quarter", "half", "q"],
  match: (words, at) => {
    const { lower } = words;
    if (lower[at] === "q") {
      const number = isJoined(words, at + 1) ? lower[at + 1]! : "";
      return number.length === 1 && number >= "1" && number <= "4" ? inYear(words, at, at + 2, `Q${number}`) : null;
    }
    const half = lower[at] === "half";
    const latter =
      half && (lower[at - 1] === "last" || lower[at - 1] === "latter") ? { value: 2, first: at - 1 } : null;
    const ordinal = latter ?? ordinalBefore(words, beforeHyphen(words, at - 1) + 1);
    if (!ordinal) return null;
    if (ordinal.value > (half ? 2 : 4)) return null;
    const found = inYear(words, ordinal.first, at + 1, `${half ? "H" : "Q"}${ordinal.value}`);
    // "the first half" alone is a football match.
    if (half && found.meaning.kind === "part-of-year") return null;
    // In "the third-quarter loss" the article belongs to the loss.
    const compound = isHyphen(lower[at - 1]) && lower[found.first] === "the";
    return compound ? { ...found, first: found.first + 1 } : found;
  },
};
