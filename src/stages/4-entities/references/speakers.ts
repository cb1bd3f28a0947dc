import { lowerBound } from "../../../span.ts";
import { POS_CODES } from "../../../tagger/pos-codes.ts";
import type { Reading } from "../../../tagger/reading.ts";
import { inSentence } from "../names.ts";
import { isVerb, Part } from "./clause.ts";
import type { Mentioned } from "./mentioned.ts";
import type { Quoted } from "./speech.ts";
import { Kind } from "./word-kinds.ts";

/** So many words may stand between a verb of saying and the name of who speaks. */
const LONGEST_TITLE = 10;

/**
 * Who says each quotation of a block, as far as the words beside its marks tell. Where the marks of a block all belong to one
 * speaker, so do those without a verb. `mentioned` are the mentions of the block, in order.
 */
export function speakersOf(
  reading: Reading,
  kind: Uint32Array,
  quoted: readonly Quoted[],
  mentioned: readonly Mentioned[],
  carried: Mentioned | null,
): (Mentioned | null)[] {
  // "Clinton ally James Carville": the first name says whose.
  const told = mentioned.filter(
    ({ speech, last }) => !speech && !(reading.pos[last] === POS_CODES.NOUN && inSentence(reading, last - 1, last)),
  );
  const speakers = quoted.map((one, i) => {
    if (i === 0 && carried) return carried;
    return after(reading, kind, one, told) ?? before(reading, kind, one, told);
  });
  const found = new Set(speakers.filter((one) => one !== null).map(({ who }) => who));
  const only = found.size === 1 ? speakers.find((one) => one !== null)! : null;
  return speakers.map((one) => one ?? only);
}

/** “…,” Ruiz said; “…,” said Ruiz. */
function after(reading: Reading, kind: Uint32Array, { last }: Quoted, told: readonly Mentioned[]): Mentioned | null {
  const { word, pos } = reading;
  let at = last;
  if (!inSentence(reading, last - 1, at)) return null;
  if (word[at]!.text === ",") at++;
  if (kind[at]! & Kind.says && inSentence(reading, last - 1, at)) {
    const name = nameFrom(told, at + 1);
    if (!name || name.first > at + LONGEST_TITLE || !inSentence(reading, at, name.first)) return null;
    for (let i = at + 1; i < name.first; i++) if (isVerb(pos[i]!) || pos[i] === POS_CODES.ADP) return null;
    return name;
  }
  const name = nameFrom(told, at);
  if (!name || name.first > at + LONGEST_TITLE || !inSentence(reading, at, name.first)) return null;
  for (let i = at; i < name.first; i++) if (isVerb(pos[i]!) || pos[i] === POS_CODES.ADP) return null;
  return saysAfter(reading, kind, name) ? name : null;
}

/** The first mention from the token on that may be who speaks. */
function nameFrom(told: readonly Mentioned[], at: number): Mentioned | undefined {
  let i = lowerBound(told.length, (k) => told[k]!.first < at);
  while (i < told.length && told[i]!.first <= at + LONGEST_TITLE && told[i]!.part <= Part.possessive) i++;
  return told[i];
}

function saysAfter(reading: Reading, kind: Uint32Array, { last }: Mentioned): boolean {
  for (let at = last; at < last + 3 && inSentence(reading, last - 1, at); at++) {
    if (kind[at]! & Kind.says) return true;
    if (reading.pos[at] === POS_CODES.PUNCT && reading.word[at]!.text !== ",") return false;
  }
  // "Ruiz, a lawyer from Oslo, said"
  if (reading.word[last]?.text !== ",") return false;
  for (let at = last + 1; at < last + 30 && inSentence(reading, last, at); at++)
    if (reading.word[at]!.text === ",") return inSentence(reading, last, at + 1) && (kind[at + 1]! & Kind.says) !== 0;
  return false;
}

/** Ruiz told reporters: “…” */
function before(reading: Reading, kind: Uint32Array, { first }: Quoted, told: readonly Mentioned[]): Mentioned | null {
  let verb = first - 1;
  while (inSentence(reading, first, verb) && verb > first - 25 && !(kind[verb]! & Kind.says)) verb--;
  if (!inSentence(reading, first, verb) || !(kind[verb]! & Kind.says)) return null;
  const subject = told[lowerBound(told.length, (i) => told[i]!.last <= verb) - 1];
  return subject && subject.part === Part.subject && inSentence(reading, verb, subject.first) ? subject : null;
}
