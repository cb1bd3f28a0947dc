import { Part } from "./clause.ts";
import type { Mentioned, Referent, Sex } from "./mentioned.ts";
import { Kind } from "./word-kinds.ts";

/** What a pronoun asks for. */
export interface Question {
  readonly sex: Sex;
  readonly sentence: number;
  readonly step: number;
  readonly speech: boolean;
  /** What it is itself: "his" may as well mean somebody named since the subject. */
  readonly part: Part;
  /** Nobody that it could mean: the subject of its own clause, the speaker. */
  readonly not: Referent | null;
  /** In speech, who is spoken to: the speaker before. */
  readonly nor: Referent | null;
}

/** Whom it means, and how sure that is: `alone` if nobody else could be meant. */
export interface Answer {
  readonly who: Referent;
  readonly alone: boolean;
}

/** So many sentences, and so many mentions, are looked back over. */
const FARTHEST = 5;
const MOST = 24;
/** Somebody is meant if they are ahead of the next by so much … */
const MARGIN = 2;
/** … and by so much where somebody speaks of others, who need not be those that the article is about. */
const SPOKEN_MARGIN = 3;
/** … by more if somebody else was mentioned since … */
const FARTHER = 1;
/** … and near enough by themselves. */
const LEAST = 1;

/** By distance in sentences, then by `Part`: possessive, other, object, subject. */
const NEAR: readonly (readonly number[])[] = [
  [4, 3.5, 4, 6],
  [2, 2, 2.5, 4.5],
  [1, 1, 1.5, 3],
  [0.5, 0.5, 1, 2],
  [0.5, 0.5, 0.5, 1.5],
  [0.5, 0.5, 0.5, 1],
];
const SPEECH = 2;
const UNNAMED = 0.5;
const KNOWN = 0.5;
/** Somebody whom the article is about comes back more easily: so much for each mention, up to a limit. */
const TOPIC = 0.2;
const MOST_TOPIC = 1.2;

/** Whom a pronoun means, of those mentioned before it: null if nobody, or if two come into question. */
export function refer(mentioned: readonly Mentioned[], until: number, question: Question): Answer | null {
  let best: Referent | null = null;
  let [most, next] = [0, 0];
  let [near, nearest] = [0, 0]; // steps to the last mention of the best, and of anybody
  const least = Math.max(0, until - MOST);
  for (let i = until - 1; i >= least; i--) {
    const one = mentioned[i]!;
    const away = question.step - one.step;
    if (away > FARTHEST) break;
    const { who } = one;
    if (who === question.not || who === question.nor || (who.sex !== 0 && who.sex !== question.sex)) continue;
    if (one.part === Part.none) continue;
    if (next === 0 && !best) nearest = away;
    const score = nearness(one, question);
    if (who === best) most = Math.max(most, score);
    else if (score > most) {
      next = most;
      most = score;
      best = who;
      near = away;
    } else next = Math.max(next, score);
  }
  if (!best || most < LEAST) return null;
  const margin = (question.speech ? SPOKEN_MARGIN : MARGIN) + (near > nearest ? FARTHER : 0);
  return most - next < margin ? null : { who: best, alone: next === 0 };
}

/** How near an organization is that "the company" may mean. */
export const nearnessOf = ({ who, part, step }: Mentioned, now: number): number =>
  (NEAR[Math.max(0, now - step)]?.[part - 1] ?? 0) + Math.min(MOST_TOPIC, TOPIC * who.times);

function nearness({ who, part, step, speech, sentence }: Mentioned, question: Question): number {
  const distance = sentence === question.sentence ? 0 : Math.max(1, question.step - step);
  let score = NEAR[distance]![part - 1]! + Math.min(MOST_TOPIC, TOPIC * who.times);
  if (distance === 0 && part !== Part.subject) score += since(part, question.part);
  if (speech && !question.speech) score -= SPEECH;
  if (who.group === null) score -= UNNAMED;
  if (who.sex !== 0) score += KNOWN;
  return Math.max(score, 0.1);
}

/**
 * What somebody gains who is not the subject but stands in the same sentence: "Ruiz praised Deng for his work" and "Ruiz
 * told Deng that he …" leave open who is meant.
 */
function since(part: Part, pronoun: Part): number {
  if (pronoun === Part.possessive) return 2;
  return pronoun === Part.subject && part === Part.object ? 1 : 0;
}

export const sexOf = (kind: number): Sex =>
  (kind & Kind.male) !== 0 ? Kind.male : (kind & Kind.female) !== 0 ? Kind.female : 0;

/** The last mention that is a subject before token `at` in its sentence. */
export function subjectBefore(mentioned: readonly Mentioned[], until: number, sentence: number): Mentioned | null {
  for (let i = until - 1; i >= 0 && mentioned[i]!.sentence === sentence; i--)
    if (mentioned[i]!.part === Part.subject) return mentioned[i]!;
  return null;
}
