import { POS_CODES } from "../../../tagger/pos-codes.ts";
import type { Reading } from "../../../tagger/reading.ts";
import { inSentence } from "../names.ts";

/** What a phrase does in its clause, by how likely the next pronoun goes on with it; `none` of what mentions nobody. */
export const Part = { none: 0, possessive: 1, other: 2, object: 3, subject: 4 } as const;
export type Part = (typeof Part)[keyof typeof Part];

const { ADJ, ADP, ADV, AUX, CCONJ, DET, NOUN, NUM, PART, PROPN, PUNCT, SCONJ, VERB, X } = POS_CODES;

/** So many words before a name may belong to its phrase ("the company's former chief executive …"). */
const LONGEST_PHRASE = 9;
/** An apposition or relative clause after a name is looked through if it is no longer than this. */
const LONGEST_APPOSITION = 30;
/** … and what says where somebody is from, if no longer than this. */
const LONGEST_PLACE = 12;

/** Prepositions by their tag that join clauses too. */
const JOINS = new Set(
  "after before since as because while when if although though that than until once whether where unless whereas".split(
    " ",
  ),
);
const MARKS = new Set(["'s", "’s", "’", "'"]);

export const isVerb = (tag: number): boolean => tag === VERB || tag === AUX;

/** Where the phrase begins that ends with a name or noun: its titles, articles and adjectives taken in. */
export function phraseStart(reading: Reading, first: number): number {
  const { word, pos } = reading;
  let start = first;
  while (first - start < LONGEST_PHRASE && inSentence(reading, first, start - 1)) {
    const tag = pos[start - 1]!;
    const { text, lower } = word[start - 1]!;
    const isPart =
      tag === ADJ ||
      tag === NOUN ||
      tag === PROPN ||
      tag === NUM ||
      tag === DET ||
      tag === X ||
      text === "-" ||
      (text === "." && reading.glued[start - 1] === 1) ||
      MARKS.has(text) || // "Lumora’s former chief"
      (tag === VERB && lower.endsWith("ed") && pos[start - 2] === DET);
    if (!isPart) break;
    start--;
    if (tag === DET) break;
  }
  return start;
}

/** True if the possessive mark stands at `at`. */
export const isPossessiveMark = ({ word, glued }: Reading, at: number): boolean =>
  at < word.length && glued[at] === 1 && MARKS.has(word[at]!.text);

/** The part that the phrase of the tokens from `first` to `last` plays in its clause, as far as its neighbours tell. */
export function partOf(reading: Reading, first: number, last: number): Part {
  const { word, pos } = reading;
  if (isPossessiveMark(reading, last)) return Part.possessive;
  const start = phraseStart(reading, first);
  const before = start - 1;
  const hasBefore = inSentence(reading, first, before);
  const tag = hasBefore ? pos[before]! : PUNCT;
  const lower = hasBefore ? word[before]!.lower : "";
  const verbNext = verbAfter(reading, last);
  if (tag === ADP || tag === SCONJ) return verbNext && (tag === SCONJ || JOINS.has(lower)) ? Part.subject : Part.other;
  if (verbNext) return tag === PART && lower === "to" ? Part.other : Part.subject;
  if (tag !== VERB && (isCoordinated(reading, last) || isRelative(reading, last))) return Part.subject;
  if (tag === VERB) return isInverted(reading, before, last) ? Part.subject : Part.object;
  return Part.other;
}

/** "A woman who accused him said": a relative clause comes between. */
const isRelative = (reading: Reading, last: number): boolean =>
  inSentence(reading, last - 1, last) && reading.word[last]!.lower === "who";

/** "Ruiz and Deng said": another name comes between a subject and its verb. */
function isCoordinated(reading: Reading, last: number): boolean {
  const { pos } = reading;
  if (!inSentence(reading, last - 1, last) || pos[last] !== CCONJ) return false;
  const end = Math.min(reading.length, last + LONGEST_PLACE);
  let at = last + 1;
  while (at < end && inSentence(reading, last, at)) {
    const tag = pos[at]!;
    if (isVerb(tag)) return at > last + 1;
    if (tag !== PROPN && tag !== NOUN && tag !== DET && tag !== ADJ && tag !== POS_CODES.PRON) return false;
    at++;
  }
  return false;
}

/** True if a verb follows, perhaps after adverbs or an apposition. */
function verbAfter(reading: Reading, last: number): boolean {
  const { word, pos } = reading;
  let at = last;
  const mark = inSentence(reading, last - 1, at) ? word[at]!.text : "";
  if (mark === "," || mark === "(" || mark === "—" || mark === "–") {
    const closing = mark === "(" ? ")" : mark;
    const end = Math.min(reading.length, at + LONGEST_APPOSITION);
    for (at++; at < end && inSentence(reading, last, at) && word[at]!.text !== closing; ) at++;
    if (!inSentence(reading, last, at) || word[at]!.text !== closing) return false;
    at++;
  }
  if (pos[at] === ADP && mark !== "," && inSentence(reading, last - 1, at)) {
    // "Ruiz of Oslo, said", "the president of the club said"
    const end = Math.min(reading.length, at + LONGEST_PLACE);
    while (at < end && inSentence(reading, last - 1, at) && !isVerb(pos[at]!)) {
      const tag = pos[at]!;
      if (tag !== ADP && tag !== PROPN && tag !== NOUN && tag !== DET && tag !== ADJ && word[at]!.text !== ",")
        return false;
      at++;
    }
    return at < end && inSentence(reading, last - 1, at) && !word[at]!.lower.endsWith("ing");
  }
  for (let skipped = 0; skipped < 3 && inSentence(reading, last - 1, at); skipped++, at++) {
    if (isVerb(pos[at]!)) return !word[at]!.lower.endsWith("ing");
    if (pos[at] !== ADV && !(pos[at] === PART && !MARKS.has(word[at]!.text))) return false;
  }
  return false;
}

const INVERTED = new Set(
  "said says added adds wrote writes asked explained noted insisted warned continued recalled".split(" "),
);

/** "…,” said Ruiz": the verb stands before its subject. */
function isInverted(reading: Reading, verb: number, last: number): boolean {
  const { word } = reading;
  if (!INVERTED.has(word[verb]!.lower)) return false;
  const before = word[verb - 1]?.text ?? "";
  if (!inSentence(reading, verb, verb - 1)) return true;
  return before === "," || before === "”" || before === '"' || before === "'" || !inSentence(reading, last - 1, last);
}

/**
 * True if the verb that governs the object at `at` has the phrase that ends at `from` for its subject: no other clause
 * begins between them.
 */
export function sameClause({ word, pos }: Reading, from: number, at: number): boolean {
  let groups = 0;
  let subject = false; // a noun since the last verb: it may be a subject of its own
  for (let i = from; i < at; i++) {
    const tag = pos[i]!;
    if (tag === SCONJ || word[i]!.lower === "that" || word[i]!.text === ";" || word[i]!.text === ":") return false;
    if (isVerb(tag)) {
      if (word[i]!.lower.endsWith("ing") && i > from && !isVerb(pos[i - 1]!)) continue; // "…, calling him": the same subject
      if (i === from || !isVerb(pos[i - 1]!)) {
        if (groups > 0 && subject) return false;
        groups++;
      }
      subject = false;
    } else if (tag === NOUN || tag === PROPN || tag === POS_CODES.PRON) subject = true;
    else if (tag === CCONJ) subject = false;
  }
  return true;
}

const PREDICATES = new Set(
  "be is are was were been being 's ’s as become became becomes becoming named appointed elected called considered remain remains remained".split(
    " ",
  ),
);

/** "is a lawyer", "as the mayor": the noun says what somebody is, and mentions nobody. */
export function isPredicate(reading: Reading, start: number): boolean {
  const { word, pos } = reading;
  let at = start - 1;
  while (inSentence(reading, start, at) && (pos[at] === ADV || word[at]!.lower === "not")) at--;
  if (!inSentence(reading, start, at)) return false;
  if (isPossessiveMark(reading, at)) return false;
  return PREDICATES.has(word[at]!.lower) || (pos[at] === AUX && PREDICATES.has(word[at]!.lower));
}
