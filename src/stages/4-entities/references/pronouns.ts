import { POS_CODES } from "../../../tagger/pos-codes.ts";
import { inSentence } from "../names.ts";
import { isVerb, Part, partOf, sameClause } from "./clause.ts";
import { type Answer, refer, sexOf, subjectBefore } from "./focus.ts";
import { Referent, type Sex } from "./mentioned.ts";
import type { Scene } from "./scene.ts";
import { Kind } from "./word-kinds.ts";

const { ADJ, ADP, ADV, NOUN, NUM, PROPN, SCONJ, VERB } = POS_CODES;

/** A clause before the one that it belongs to is looked through so far. */
const LONGEST_LEAD = 12;
const LONGEST_CLAUSE = 20;
/** The subject after it begins within so many words. */
const LONGEST_TITLE = 6;
/** Somebody mentioned so many sentences ago is out of mind. */
const OUT_OF_MIND = 3;

/** "she", "him", "his" outside of speech: whom it means, if that is clear. */
export function readPronoun(scene: Scene, at: number): void {
  const { reading, people, step } = scene;
  const kind = scene.kind[at]!;
  const [part, sex, sentence] = [partOfPronoun(scene, at), sexOf(kind), reading.sentence[at]!];
  const subject = part === Part.object ? subjectBefore(people, people.length, sentence) : null;
  const isOwn = subject !== null && (kind & Kind.reflexive) === 0 && sameClause(reading, subject.last, at);
  const not = isOwn ? subject.who : null; // "Deng called him": not Deng
  const question = { sex, part, sentence, step, speech: false, not, nor: null };
  const answer = forward(scene, at, sex, refer(people, people.length, question));
  // Whom it means if not anybody known, later ones mean too.
  const who = answer?.who ?? new Referent(null, sex);
  const range = { first: at, last: at + 1 };
  if (answer) {
    who.learn(sex);
    scene.refer(who, range, answer.alone ? "entities/pronoun-only" : "entities/pronoun");
  }
  scene.mention(people, who, range, false, part);
}

/** The same inside speech, of those mentioned before `until`: neither who speaks nor who spoke before. */
export function readSpokenPronoun(
  scene: Scene,
  at: number,
  until: number,
  speaker: Referent,
  nor: Referent | null,
): void {
  const { reading, people } = scene;
  const step = people[until - 1]?.step ?? scene.step;
  const [part, sex, sentence] = [partOfPronoun(scene, at), sexOf(scene.kind[at]!), reading.sentence[at]!];
  const answer = refer(people, until, { sex, part, sentence, step, speech: true, not: speaker, nor });
  const range = { first: at, last: at + 1 };
  if (answer) scene.refer(answer.who, range, answer.alone ? "entities/pronoun-only" : "entities/pronoun");
}

function partOfPronoun({ reading, kind }: Scene, at: number): Part {
  const bits = kind[at]!;
  if (bits & Kind.subject) return Part.subject;
  if (bits & Kind.possessive) return Part.possessive;
  if (bits & Kind.female && bits & Kind.object && inSentence(reading, at, at + 1)) {
    const tag = reading.pos[at + 1]!; // "her" is both
    if (tag === NOUN || tag === ADJ || tag === PROPN || tag === NUM) return Part.possessive;
  }
  return Part.object;
}

/**
 * "After he left, Ruiz …": in a clause that leads up to the subject of its sentence a pronoun may point forward. The
 * answer that looking back gave stands if the subject is the same, or cannot be meant.
 */
function forward(scene: Scene, at: number, sex: Sex, answer: Answer | null): Answer | null {
  const who = subjectAhead(scene, at);
  if (!who || (who.sex !== 0 && who.sex !== sex)) return answer;
  if (answer) return answer.who === who ? answer : null;
  return isNobodyInMind(scene, sex) ? { who, alone: false } : null;
}

/** The person who is the subject after the clause that begins the sentence, if the token is in such a clause. */
function subjectAhead(scene: Scene, at: number): Referent | null {
  const { reading } = scene;
  const { word, pos, sentence } = reading;
  let first = at;
  while (first > 0 && at - first <= LONGEST_LEAD && sentence[first - 1] === sentence[at]) first--;
  const lead = pos[first]!;
  if (first === at || at - first > LONGEST_LEAD || !(lead === ADP || lead === SCONJ || lead === VERB || lead === ADV))
    return null;
  for (let i = first; i < at; i++) if (scene.named(i)) return null;
  let comma = at + 1;
  for (; comma < at + LONGEST_CLAUSE && inSentence(reading, at, comma) && word[comma]!.text !== ","; comma++)
    if (scene.isName(comma)) return null;
  if (!inSentence(reading, at, comma) || word[comma]!.text !== ",") return null;
  for (let i = comma + 1; i < comma + LONGEST_TITLE && inSentence(reading, at, i); i++) {
    if (scene.isName(i)) {
      const who = scene.named(i);
      return who && scene.isPerson(who) && partOf(reading, i, scene.nameEnd(i)) === Part.subject ? who : null;
    }
    if (isVerb(pos[i]!)) return null;
  }
  return null;
}

function isNobodyInMind({ people, step }: Scene, sex: Sex): boolean {
  for (let i = people.length - 1; i >= 0 && step - people[i]!.step <= OUT_OF_MIND; i--)
    if (people[i]!.who.sex === 0 || people[i]!.who.sex === sex) return false;
  return true;
}
