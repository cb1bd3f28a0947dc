import { POS_CODES } from "../../../tagger/pos-codes.ts";
import { inSentence } from "../names.ts";
import { isPredicate, Part, phraseStart } from "./clause.ts";
import { sexOf } from "./focus.ts";
import { Referent } from "./mentioned.ts";
import { isAge, wholeTitle } from "./role-nouns.ts";
import type { Scene } from "./scene.ts";
import { Kind } from "./word-kinds.ts";

const { ADJ, DET, NOUN, PROPN } = POS_CODES;

/** Titles of which an article seldom has two bearers; "the senator" may be any. */
const OFFICES = new Set(
  "president,minister,chancellor,premier,governor,mayor,king,queen,pope,speaker,ambassador,judge,general,admiral,commander,sultan,emir,prince,princess,commissioner,sheriff,bishop,archbishop,cardinal,justice,colonel,pastor,priest,imam".split(
    ",",
  ),
);
/** So many sentences later is "the president" still the one, and "the actor". */
const FAR_OFFICE = 12;
const FAR_TRADE = 4;
const MOST = 40;
/** After a noun they say which one it is: "the president of the club". */
const WHICH = new Set(["of", "for", "who", "whose", "from", "in", "at", "that"]);

/** A noun for a person: whom "the senator" means, or else somebody without a name, who may be meant by what follows. */
export function readPersonNoun(scene: Scene, at: number, speech: boolean): void {
  const { reading, people } = scene;
  const { pos, word } = reading;
  if ((pos[at] !== NOUN && pos[at] !== PROPN) || isPartOfTitle(scene, at)) return;
  if (scene.titles.has(word[at]!.lower)) {
    const range = { first: phraseStart(reading, at), last: at + 1 };
    if (isPredicate(reading, range.first)) return;
    if (word[range.first]!.lower === "the" && pos[range.first] === DET && scene.isFree(range.first)) {
      const who = bearerOf(scene, range.first, at);
      if (who) {
        scene.refer(who, range, "entities/title");
        scene.mention(people, who, range, speech);
        return;
      }
    }
  }
  scene.mentionNoun(people, new Referent(null, sexOf(scene.kind[at]!)), at, speech);
}

/** "Senator Ana Ruiz", "the mayor, Ana Ruiz,", "lawyer fees", "the billionaire real estate mogul". */
function isPartOfTitle(scene: Scene, at: number): boolean {
  const { reading } = scene;
  const { pos, word, glued } = reading;
  const next = at + 1;
  if (!inSentence(reading, at, next)) return false;
  if (scene.isName(next) || pos[next] === NOUN || pos[next] === PROPN) return true;
  const { text } = word[next]!;
  if (text === ",") {
    const who = inSentence(reading, at, next + 1) ? scene.named(next + 1) : null;
    return who !== null && scene.isPerson(who);
  }
  return (text === "-" && glued[next] === 1) || (pos[next] === ADJ && pos[next + 1] === NOUN);
}

/** Who bears the title from token `start`, "the", to `head`: the only one mentioned in the last sentences. */
function bearerOf(scene: Scene, start: number, head: number): Referent | null {
  const { reading, people, step: now } = scene;
  const { word, pos } = reading;
  for (let at = start; at < head; at++) if (scene.isName(at) || pos[at] === PROPN) return null;
  if (inSentence(reading, head, head + 1) && WHICH.has(word[head + 1]!.lower)) return null;
  const bearers = scene.titles.bearers(reading, start + 1, head);
  if (bearers.length === 0) return null;
  const isOffice = OFFICES.has(wholeTitle(word[head]!.lower));
  let found: Referent | null = null;
  let rival = false; // somebody else was a subject since
  for (let i = people.length - 1; i >= Math.max(0, people.length - MOST); i--) {
    const { who, step, part, speech } = people[i]!;
    if (now - step > (isOffice ? FAR_OFFICE : FAR_TRADE)) break;
    if (who.group === null) continue;
    if (!bearers.includes(who.group)) {
      if (!found && part === Part.subject && !speech) rival = true;
      continue;
    }
    if (found && found !== who) return null;
    found = who;
  }
  return rival && !isOffice ? null : found;
}

/** "The 43-year-old", by the age that stands beside somebody's name; `old` is its last word. */
export function readAge(scene: Scene, old: number): void {
  const { reading, people } = scene;
  const { word, pos } = reading;
  const at = old - 4;
  const first = at - 1;
  if (!isAge(reading, at) || !inSentence(reading, at, first) || word[first]!.lower !== "the") return;
  const who = scene.aged(word[at]!.text);
  let last = old + 1;
  for (let i = last; i < old + 4 && inSentence(reading, at, i) && (pos[i] === NOUN || pos[i] === ADJ); i++)
    if (scene.kind[i]! & Kind.person) last = i + 1; // "the 43-year-old former teacher"
  if (!who || !scene.isFree(first) || (inSentence(reading, at, last) && scene.isName(last))) return;
  scene.refer(who, { first, last }, "entities/age");
  scene.mention(people, who, { first, last }, false);
}
