import { POS_CODES } from "../../../tagger/pos-codes.ts";
import { inSentence } from "../names.ts";
import { isPredicate, Part, phraseStart } from "./clause.ts";
import { nearnessOf } from "./focus.ts";
import { Referent } from "./mentioned.ts";
import { wholeNoun } from "./organization-nouns.ts";
import type { Scene } from "./scene.ts";
import { Kind } from "./word-kinds.ts";

const { ADJ, DET, NOUN, PROPN } = POS_CODES;

/** With such a word it is another organization than the one named. */
const ANOTHER = new Set(
  "lower,other,another,rival,parent,first,second,third,sister,smaller,larger,local,former".split(","),
);
/** After a noun they say which one it is: "the company that bought it". */
const WHICH = new Set("of,that,which,for,behind,in,at,where,whose".split(","));
/** Less near than this, "the company" may be one without a name, and "the committee", where one has that name. */
const NEAR_KIND = 2.5;
const NEAR_HEAD = 1.5;
/** So many sentences and mentions are looked back over. */
const FARTHEST = 5;
const MOST = 40;
/** "it" stands no farther behind its organization than this. */
const LONGEST_GAP = 8;
/** Nouns that may stand between. */
const TIMES = new Set(
  "monday tuesday wednesday thursday friday saturday sunday week month year statement release today".split(" "),
);

/** A noun for an organization: which one "the company" means, or else one without a name. */
export function readOrganizationNoun(scene: Scene, at: number): void {
  const { reading, organizations } = scene;
  const { pos, word } = reading;
  if (pos[at] !== NOUN) return;
  const last = at + 1;
  if (inSentence(reading, at, last)) {
    const { lower, text } = word[last]!;
    if (scene.isName(last) || pos[last] === NOUN || pos[last] === PROPN || text === "-" || WHICH.has(lower)) return;
  }
  const noun = wholeNoun(word[at]!.lower);
  if (organizations.length > 0) {
    const range = { first: phraseStart(reading, at), last };
    if (isPredicate(reading, range.first)) return;
    if (word[range.first]!.lower === "the" && pos[range.first] === DET && scene.isFree(range.first)) {
      const who = calledSo(scene, noun, range.first, at);
      if (who) {
        scene.refer(who, range, "entities/organization-noun");
        scene.mention(organizations, who, range, false);
        return;
      }
    }
  }
  const unnamed = new Referent(null, 0);
  scene.nouns.note(unnamed, noun);
  scene.mentionNoun(organizations, unnamed, at, false);
}

/** The organization that "the company" means: the only one of its kind mentioned in the last sentences. */
function calledSo(scene: Scene, noun: string, start: number, head: number): Referent | null {
  const { organizations, step: now } = scene;
  for (let at = start + 1; at < head; at++)
    if (scene.isName(at) || ANOTHER.has(scene.reading.word[at]!.lower)) return null;
  let found: Referent | null = null;
  let nearest = 0;
  for (let i = organizations.length - 1; i >= Math.max(0, organizations.length - MOST); i--) {
    const one = organizations[i]!;
    if (now - one.step > FARTHEST) break;
    if (!scene.nouns.of(one.who).has(noun) || one.part === Part.none) continue;
    if (found && one.who !== found) return null;
    found = one.who;
    nearest = Math.max(nearest, nearnessOf(one, now));
  }
  if (!found || found.group === null) return null;
  const isHead = scene.groups[found.group]!.words.includes(noun);
  return nearest >= (isHead ? NEAR_HEAD : NEAR_KIND) ? found : null;
}

/** "Lumora said it will", "Lumora cut its forecast": no other noun stands between. */
export function readNeuter(scene: Scene, at: number): void {
  const { reading, kind, people, organizations } = scene;
  const { word, pos, sentence } = reading;
  const subject = organizations.at(-1);
  if (!subject || subject.sentence !== sentence[at] || subject.speech || subject.who.group === null) return;
  if (at - subject.last > LONGEST_GAP || subject.part !== Part.subject) return;
  const person = people.at(-1);
  if (person && person.first > subject.first) return;
  let says = false;
  for (let i = subject.last; i < at; i++) {
    if (scene.isName(i) || (pos[i] === NOUN && !TIMES.has(word[i]!.lower))) return;
    if (kind[i]! & Kind.says) says = true;
  }
  if (kind[at]! & Kind.subject && (!says || isExpletive(scene, at))) return;
  scene.refer(subject.who, { first: at, last: at + 1 }, "entities/it");
}

/** "it was unclear", "it would be hard". */
function isExpletive({ reading }: Scene, at: number): boolean {
  const { word, pos } = reading;
  const next = inSentence(reading, at, at + 1) ? word[at + 1]!.lower : "";
  if (next === "is" || next === "was" || next === "'s" || next === "’s") return true;
  return word[at + 2]?.lower === "be" && pos[at + 3] === ADJ;
}
