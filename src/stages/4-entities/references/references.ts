import type { TokenColumns } from "../../../layers.ts";
import type { Block } from "../../../schema/blocks.ts";
import type { Lexicon } from "../../../tagger/lexicon.ts";
import type { Reading } from "../../../tagger/reading.ts";
import { tokenFrom } from "../../../tokens.ts";
import type { Group } from "../join.ts";
import type { Range } from "../names.ts";
import type { Mentioned, Referent } from "./mentioned.ts";
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
  const talk: Talk = { goesOn: null, last: null, since: [], sentence: 0 };
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
  /** Who spoke last, as far as that was worked out; and the blocks with speech since then. */
  last: Referent | null;
  readonly since: Heard[];
  sentence: number;
}

/** The quotations of a block, its mentions, and who goes on speaking from the block before. */
interface Heard {
  readonly quoted: readonly Quoted[];
  readonly from: number;
  readonly to: number;
  readonly goesOn: Mentioned | null;
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
  const goesOn = quoted[0]?.first === range.first ? talk.goesOn : null;
  readSpeech(scene, talk, { quoted, from: before, to: people.length, goesOn }, spoken);
}

/** True if the single mark opens speech inside speech, false if it closes it. */
const nests = ({ word, glued }: Reading, at: number): boolean =>
  word[at]!.text === "‘" || (word[at]!.text === "'" && glued[at] === 0 && glued[at + 1] === 1);

/** Speech is read last, when it is known who speaks: "I" is the speaker, "he" is not. */
function readSpeech(scene: Scene, talk: Talk, heard: Heard, spoken: readonly Spoken[]): void {
  const { quoted } = heard;
  talk.goesOn = null;
  if (quoted.length === 0) return;
  const { open } = quoted.at(-1)!;
  if (spoken.length > 0 || open) {
    const speakers = speakersIn(scene, heard);
    if (open) talk.goesOn = speakers.at(-1)!;
    for (const { at, quoted: i, until } of spoken) {
      const speaker = speakers[i];
      if (!speaker) continue;
      if ((scene.kind[at]! & Kind.first) === 0)
        readSpokenPronoun(scene, at, until, speaker.who, lastSpeaker(scene, talk));
      else if (quoted[i]!.last - quoted[i]!.first >= FEWEST_SPOKEN + 2)
        scene.refer(speaker.who, { first: at, last: at + 1 }, "entities/first-person");
    }
  }
  talk.since.push(heard);
}

const speakersIn = ({ reading, kind, people }: Scene, { quoted, from, to, goesOn }: Heard): (Mentioned | null)[] =>
  speakersOf(reading, kind, quoted, people.slice(from, to), goesOn);

/** Who spoke last before this block: seldom asked, and worked out only then. */
function lastSpeaker(scene: Scene, talk: Talk): Referent | null {
  for (let i = talk.since.length - 1; i >= 0; i--) {
    const speaker = speakersIn(scene, talk.since[i]!).findLast((one) => one !== null);
    if (!speaker) continue;
    talk.last = speaker.who;
    break;
  }
  talk.since.length = 0;
  return talk.last;
}
