import type { TokenColumns } from "../../../layers.ts";
import type { Block } from "../../../schema/blocks.ts";
import type { Lexicon } from "../../../tagger/lexicon.ts";
import type { Reading } from "../../../tagger/reading.ts";
import { tokenFrom } from "../../../tokens.ts";
import type { Group } from "../join.ts";
import type { Range } from "../names.ts";
import type { Mentioned, Referent } from "./focus.ts";
import { readNeuter, readOrganizationNoun } from "./organization-phrases.ts";
import { readAge, readPersonNoun } from "./person-phrases.ts";
import { readPronoun, readSpokenPronoun } from "./pronouns.ts";
import { type Reference, Scene } from "./scene.ts";
import { speakersOf } from "./speakers.ts";
import { type Quoted, quotedIn } from "./speech.ts";
import { Kind } from "./word-kinds.ts";

/**
 * Finds the pronouns and nouns that stand for a person or organization of the article, where nothing else comes into
 * question: a walk through the text that keeps in mind who was mentioned last, as what part of the sentence. In text
 * order. Linear.
 */
export function findReferences(
  reading: Reading,
  lexicon: Lexicon,
  blocks: readonly Block[],
  tokens: TokenColumns,
  groups: readonly Group[],
): Reference[] {
  if (!groups.some(({ kind }) => kind === "PERSON" || kind === "ORG")) return [];
  const scene = new Scene(reading, lexicon, groups);
  const talk: Talk = { goesOn: null, last: null, sentence: 0 };
  for (const { kind, start, end } of blocks) {
    if (kind === "title" || kind === "boilerplate" || kind === "caption") continue;
    const range = { first: tokenFrom(tokens, start), last: tokenFrom(tokens, end) };
    if (isTold(reading, range)) readBlock(scene, range, talk);
  }
  return scene.found.sort((a, b) => a.first - b.first);
}

const ENDS = new Set([".", "!", "?", "”", '"', ":", "'", "…", ")", "»"]);

/** True of text in sentences: headlines, bylines and credits have no stop. */
const isTold = ({ word }: Reading, { first, last }: Range): boolean =>
  last > first && (ENDS.has(word[last - 1]!.text) || word[last - 1]!.text.endsWith("."));

/** What goes over from block to block. */
interface Talk {
  /** Who speaks in a quotation that a block left open. */
  goesOn: Mentioned | null;
  /** Who spoke last. */
  last: Referent | null;
  sentence: number;
}

/** A pronoun in speech, and how many mentions came before it: it is read once it is known who speaks. */
interface Spoken {
  readonly at: number;
  readonly quoted: number;
  readonly until: number;
}

const SEXED = Kind.male | Kind.female;
/** Words that mention somebody. */
const MENTIONS = SEXED | Kind.person | Kind.first | Kind.neuter | Kind.organization | Kind.old;
/** Sentences that mention nobody count up to this. */
const MOST_STEPS = 6;
/** Shorter quotations are terms and titles. */
const FEWEST_SPOKEN = 3;

function readBlock(scene: Scene, range: Range, talk: Talk): void {
  const { reading, kind: kinds, people } = scene;
  const { sentence } = reading;
  const quoted = quotedIn(reading, kinds, range);
  const spoken: Spoken[] = [];
  const before = people.length;
  let next = 0; // the quotation that the token is in, or that comes next
  let nested = -1; // the quotation in which another one is open
  for (let at = range.first; at < range.last; at++) {
    if (kinds[at]! & Kind.nests && next < quoted.length && quoted[next]!.first < at)
      nested = nests(reading, at) ? next : -1;
    const kind = kinds[at]! & MENTIONS;
    const isName = scene.isName(at);
    if (kind === 0 && !isName) continue;
    while (next < quoted.length && quoted[next]!.last <= at) next++;
    const inside = next < quoted.length && quoted[next]!.first <= at;
    if (sentence[at] !== talk.sentence) {
      if (!inside) scene.step += Math.min(MOST_STEPS, sentence[at]! - talk.sentence);
      talk.sentence = sentence[at]!;
    }
    if (isName) {
      scene.readName(at, inside);
      at = scene.nameEnd(at) - 1;
    } else if (kind & Kind.person) readPersonNoun(scene, at, inside);
    else if (inside) {
      const isOpen = nested !== next; // in a quotation within, "I" is somebody else
      if (kind & (SEXED | Kind.first) && isOpen) spoken.push({ at, quoted: next, until: people.length });
    } else if (kind & SEXED) readPronoun(scene, at);
    else if (kind & Kind.organization) readOrganizationNoun(scene, at);
    else if (kind & Kind.neuter) readNeuter(scene, at);
    else if (kind & Kind.old) readAge(scene, at);
  }
  readSpeech(scene, talk, quoted, spoken, { first: range.first, last: before });
}

/** True if the single mark opens speech inside speech, false if it closes it. */
const nests = ({ word, glued }: Reading, at: number): boolean =>
  word[at]!.text === "‘" || (word[at]!.text === "'" && glued[at] === 0 && glued[at + 1] === 1);

/** Speech is read last, when it is known who speaks: "I" is the speaker, "he" is not. `from`: first token, first mention. */
function readSpeech(scene: Scene, talk: Talk, quoted: readonly Quoted[], spoken: readonly Spoken[], from: Range): void {
  const goesOn = quoted[0]?.first === from.first ? talk.goesOn : null;
  talk.goesOn = null;
  if (quoted.length === 0) return;
  const speakers = speakersOf(scene.reading, scene.kind, quoted, scene.people.slice(from.last), goesOn);
  if (quoted.at(-1)!.open) talk.goesOn = speakers.at(-1)!;
  const nor = talk.last;
  talk.last = speakers.findLast((one) => one !== null)?.who ?? nor;
  for (const { at, quoted: i, until } of spoken) {
    const speaker = speakers[i];
    if (!speaker) continue;
    if ((scene.kind[at]! & Kind.first) === 0) readSpokenPronoun(scene, at, until, speaker.who, nor);
    else if (quoted[i]!.last - quoted[i]!.first >= FEWEST_SPOKEN + 2)
      scene.refer(speaker.who, { first: at, last: at + 1 }, "entities/first-person");
  }
}
