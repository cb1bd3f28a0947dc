import { isCapital } from "../../../words.ts";
import type { Meaning } from "../meaning.ts";
import type { Rule } from "../rule.ts";

const DAYS: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["yesterday", -1],
  ["tomorrow", 1],
]);

const day = (amount: number): Meaning => ({ kind: "shift", unit: "day", amount, from: "published" });
const time = (amount: number, code: string): Meaning => ({ kind: "time", time: code, day: day(amount) });

/** "today", "yesterday", "tomorrow", "tonight", "overnight", "this morning", "last night", "the day after tomorrow". */
export const relativeDay: Rule = {
  name: "relative-day",
  triggers: [...DAYS.keys(), "tonight", "overnight", "morning", "afternoon", "evening", "night"],
  match: (words, at) => {
    const { lower } = words;
    const [before, word] = [lower[at - 1] ?? "", lower[at]!];
    // "USA Today" is a newspaper.
    if (word === "today" && isCapital(words, at) && (isCapital(words, at - 1) || before === "'s" || before === "the"))
      return null;
    const amount = DAYS.get(word);
    const step = before === "after" ? 1 : before === "before" ? -1 : 0;
    if (amount && step && lower[at - 2] === "day")
      return { first: at - 2 - Number(lower[at - 3] === "the"), end: at + 1, meaning: day(amount + step) };
    if (amount !== undefined) return { first: at, end: at + 1, meaning: day(amount) };
    if (word === "tonight") return { first: at, end: at + 1, meaning: time(0, "TNI") };
    if (word === "overnight") return { first: at, end: at + 1, meaning: time(-1, "TNI"), confidence: 0.6 };
    const code = { morning: "TMO", afternoon: "TAF", evening: "TEV", night: "TNI" }[word]!;
    if (before === "this") return { first: at - 1, end: at + 1, meaning: time(0, code) };
    if (before === "last" && word === "night") return { first: at - 1, end: at + 1, meaning: time(-1, code) };
    return null;
  },
};
