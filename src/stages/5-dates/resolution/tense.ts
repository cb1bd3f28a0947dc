import { isCapital, type Words } from "../../../words.ts";

/** Which way the verb of a clause looks from the day of publication. */
export type Tense = "past" | "present" | "future" | null;

/** What is planned, asked for or expected lies ahead even if the planning is past: "summoned … on Tuesday". */
const AHEAD = new Set(
  "plan schedule expect slate set summon invite intend hope aim due order vow promise pledge propose await anticipate postpone delay adjourn reschedule agree want decide urge payable effective".split(
    " ",
  ),
);
/** Of these the date is that of what is planned, even before an infinitive ("has scheduled a meeting Thursday to vote"). */
const FIXES_A_DAY = new Set(["schedule", "slate", "postpone", "delay", "reschedule", "summon", "invite"]);
const FUTURE = new Set(["will", "'ll", "shall", "wo", "going"]);
/** Programmes speak of what is to come in the present ("the pope arrives Monday"). */
const PROGRAMMED = new Set(
  "arrive begin start open meet leave vote face hold host convene resume return visit play kick launch enter".split(
    " ",
  ),
);
/** What can be done on a day that is named is still to do. */
const POSSIBLE = new Set(["can", "must"]);
/** What could not be done is past as often as not, and tells nothing. */
const MODALS = new Set(["may", "might", "would", "should", "can", "must"]);
const TELLS_NOTHING = new Set(["could", "would"]);
const PAST_AUXILIARIES = new Set(["was", "were", "had", "did", "been"]);
/** The tense of these says when somebody spoke, and not when it happens. */
const REPORTING = new Set(
  "say tell report show suggest indicate think believe know mean note add argue claim see".split(" "),
);
/** Adverbs that may stand between an auxiliary and its verb. */
const BETWEEN = new Set(["not", "n't", "also", "then", "now", "soon", "likely", "probably", "never", "already"]);
/** Forms of "be", and short and modal ones, that are no past forms though they differ from their lemma. */
const NO_PAST = new Set(["are", "am", "'re", "'m", "'ve", "'d", "could", "would", "might", "ca", "wo"]);

/** How far from the date its verb is looked for, in words. */
const REACH = 40;

/**
 * The tense of the clause that words `first` to `end` stand in, going by the nearest verb before them in the sentence,
 * or else by the first one after. Infinitives look the way of the verb that they hang on ("plans to meet", "went to see"),
 * or ahead if there is none ("Mayor to resign"). Null where the verb does not tell.
 */
export function tenseAt(words: Words, first: number, end: number): Tense {
  const { lower } = words;
  if (lower[first - 1] === "until") return saysUntilWhen(words, first, end);
  if (lower[first - 1] === "as" && SOONEST.has(lower[first - 2] ?? "") && lower[first - 3] === "as") return "future";
  if (lower[first - 1] === "than" && BOUNDING.has(lower[first - 2] ?? "") && lower[first - 3] === "no") return "future";
  if (lower[end] === "at" && lower[end + 1] === "the" && LAST.has(lower[end + 2] ?? "")) return "future";
  // "will pay after the council on Friday approved it": the verb right behind the day is its own.
  if (words.pos[end] === "VERB" && words.pos[first - 2] !== "VERB" && isPastForm(words, end)) return "past";
  if (opensClause(lower, first)) return after(words, end) ?? before(words, first, end) ?? null;
  return before(words, first, end) ?? after(words, end) ?? null;
}

/** "no earlier than Tuesday", "by Tuesday at the latest" */
const BOUNDING = new Set(["earlier", "later", "sooner"]);
const LAST = new Set(["latest", "earliest"]);

/** "as early as Tuesday" */
const SOONEST = new Set(["soon", "early"]);

/** "Until Thursday, they had not said so": what had been so until then is over; all else goes on until a day to come. */
const saysUntilWhen = (words: Words, first: number, end: number): Tense =>
  words.lower[first - 2] === "" && words.lower[end] === "," && after(words, end + 1) === "past" ? "past" : "future";

const CLAUSES = new Set(["and", "but", "while", "when", "where", ";", ":", "—", "–", "though", "although"]);
const PREPOSITIONS = new Set(["in", "on", "at", "by", "since", "during", "late", "early"]);

/** True of "…, but in March a judge ruled": the verb is still to come. */
const opensClause = (lower: readonly string[], first: number): boolean =>
  CLAUSES.has(lower[PREPOSITIONS.has(lower[first - 1] ?? "") ? first - 2 : first - 1] ?? "");

/** What the nearest verb before the date tells; undefined if there is none. */
function before(words: Words, first: number, end: number): Tense | undefined {
  const { lower } = words;
  // "agreed in June to buy": the date is that of the agreement.
  const dated = lower[end] === "to";
  let infinitive = false;
  for (let i = first - 1; i > first - REACH && lower[i] !== "" && lower[i] !== ";"; i--) {
    const tense = isVerb(words, i) ? tenseOf(words, i, dated) : undefined;
    if (tense === "infinitive") infinitive = true;
    else if (tense === "present" && infinitive && lower[i + 1] === "to") return "future";
    else if (tense !== undefined) return tense;
  }
  return infinitive ? "future" : undefined;
}

/** What the first verb after the date tells; undefined if there is none. */
function after(words: Words, end: number): Tense | undefined {
  const { lower } = words;
  for (let i = end; i < end + REACH && i < lower.length && lower[i] !== "" && lower[i] !== ";"; i++) {
    const tense = isVerb(words, i) ? tenseOf(words, i, false) : undefined;
    if (tense !== undefined && tense !== "infinitive") return tense;
  }
  return undefined;
}

/** What looks ahead whatever its tag ("an order"). */
const LOOKS_AHEAD = new Set([...FUTURE, ...AHEAD]);

const isVerb = ({ pos, lower }: Words, i: number): boolean =>
  pos[i] === "VERB" || pos[i] === "AUX" || LOOKS_AHEAD.has(lower[i]!);

/** The tense that one verb shows; undefined if it shows none (participles in -ing) and another one must tell. */
function tenseOf(words: Words, i: number, dated: boolean): Tense | "infinitive" | undefined {
  const { lower, lemma } = words;
  const word = lower[i]!;
  const base = lemma[i]!;
  if (FUTURE.has(word)) return "future";
  const ahead = (AHEAD.has(base) || AHEAD.has(word)) && !isAside(words, i);
  if (ahead && isOvertaken(words, i)) return "past";
  if (ahead && !(dated && !FIXES_A_DAY.has(base) && isPastForm(words, i))) return "future";
  if (word === "set" && lower[i - 1] !== "to" && isAside(words, i)) return "past";
  if (PAST_AUXILIARIES.has(word)) return "past";
  if (word.endsWith("ing")) return undefined;
  const at = BETWEEN.has(lower[i - 1] ?? "") ? i - 2 : i - 1;
  const before = lower[at] ?? "";
  if (isPastForm(words, i)) return before === "be" ? passive(words, at) : "past";
  if (before === "to") return "infinitive";
  if (FUTURE.has(before) || MODALS.has(word)) return "future";
  if (before === "has" || before === "have" || before === "did") return "past";
  if (isCapital(words, i)) return undefined; // a name with the wrong tag
  if (PROGRAMMED.has(base) && !dated) return "future";
  if (POSSIBLE.has(before)) return "future";
  return MODALS.has(before) || TELLS_NOTHING.has(before) || TELLS_NOTHING.has(word) || REPORTING.has(base)
    ? null
    : "present";
}

/** "will be paid", "to be paid", "would be paid": all of them are still to come. */
const passive = ({ lower }: Words, be: number): Tense =>
  lower[be - 1] === "to" ||
  FUTURE.has(lower[be - 1] ?? "") ||
  MODALS.has(lower[be - 1] ?? "") ||
  lower[be - 1] === "would"
    ? "future"
    : "past";

/** "had been due to expire Friday": the plan is told of because it was given up, or carried out. */
const isOvertaken = ({ lower }: Words, i: number): boolean =>
  lower[i - 1] === "been" && (lower[i - 2] === "had" || lower[i - 3] === "had");

/** "as planned", "previously scheduled": what was planned took place. */
const isAside = ({ lower }: Words, i: number): boolean =>
  (lower[i] === "set" && lower[i + 1] !== "for" && lower[i + 1] !== "to") ||
  lower[i - 1] === "as" ||
  lower[i - 1] === "previously" ||
  lower[i - 1] === "originally";

/** Names are no irregular verbs, whatever their tag ("Davison"). */
function isPastForm(words: Words, i: number): boolean {
  const word = words.lower[i]!;
  if (word === words.lemma[i]) return false;
  return (
    word.endsWith("ed") || !(word.endsWith("s") || word.endsWith("ing") || isCapital(words, i) || NO_PAST.has(word))
  );
}
