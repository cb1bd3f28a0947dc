import type { TokenColumns } from "../layers.ts";
import { bitOf } from "./classes.ts";
import { HONORIFICS, ORGANIZATION_AFTER, PERSON_BEFORE, PLACE_BEFORE, SAYING } from "./cues.ts";
import { join } from "./hash.ts";
import { type Lexicon, phraseHash, phraseSpace, slotOf } from "./lexicon.ts";
import { POS_CODES } from "./pos-codes.ts";
import type { Spelling, Spellings } from "./spellings.ts";

/** A distinct word of an article: what is known of its spelling, and what the article shows of it. */
export interface Word extends Omit<Spelling, "exact" | "scores" | "kinds"> {
  readonly id: number;
  readonly spelling: Spelling;
  /** Words that are the same in lower case share their evidence. */
  readonly form: Form;
}

/** What the article shows of a word, however it is written. */
export interface Form {
  smalls: number;
  capitals: number;
  /** Bits of `Evidence`. */
  evidence: number;
  /** Hash of the last word of a longer name that this word abbreviates, or 0. */
  expansion: number;
}

/** Kinds of evidence that one mention gives for the others. */
export const Evidence = {
  honorific: 1,
  saying: 2,
  placeBefore: 4,
  organizationAfter: 8,
  personBefore: 16,
  afterFirstName: 32,
  the: 64,
  beforeSurname: 128,
  beforeOrganizationHead: 256,
  commaPlace: 512,
} as const;

/** An article as the tagger looks at it: columns over its tokens. */
export interface Reading {
  /** Where its words come from. */
  readonly spellings: Spellings;
  readonly length: number;
  readonly word: readonly Word[];
  readonly pos: Uint8Array;
  readonly sentence: Uint32Array;
  /** 1 for tokens that may be part of a name: the others are outside of any, and are not scored. */
  readonly active: Uint8Array;
  /** 1 for tokens that follow the one before without white space. */
  readonly glued: Uint8Array;
  /** 1 for the first word of a sentence or quotation, 2 for words of a line in capitals (a headline). */
  readonly place: Uint8Array;
  /** First token of the run of capitalized tokens that this one is in, and the token after its last. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  /** Classes of the longest known phrase that the token is in, and where in it: 1 begins, 2 goes on, 3 ends. */
  readonly phrase: Uint32Array;
  readonly phrasePart: Uint8Array;
}

/** Lower-case words that names go on over ("of"), and with which they begin or end ("southern", "province"). */
export interface SmallWords {
  readonly inside: ReadonlySet<string>;
  readonly edge: ReadonlySet<string>;
}

/** The word so many tokens on in the same sentence, or null. */
export function wordAt({ word, sentence, length }: Reading, at: number, distance: number): Word | null {
  const other = at + distance;
  return other >= 0 && other < length && sentence[other] === sentence[at] ? word[other]! : null;
}

const LONGEST_PHRASE = 6;
/** So many lower-case tokens may stand in a row inside a name. */
const LONGEST_GAP = 3;
const OPENING = new Set(['"', "“", "‘", "'", "«", "(", "[", "—", "–", "-", "•", "*", "''", "``"]);
const WORD = /[\p{L}\p{N}]/u;
const LETTER_FIRST = /^\p{L}/u;
/** `smallShareOf` for words that have a small letter nearly always. */
const ALWAYS_SMALL = 6;
const FUNCTION_WORDS = new Set(
  (["ADP", "ADV", "AUX", "CCONJ", "DET", "PRON", "SCONJ", "PART"] as const).map((pos) => POS_CODES[pos]),
);
const DIGIT_FIRST = /^\d/;

const FIRST_NAME = bitOf("first-name");
const ORGANIZATION_HEAD = bitOf("organization-head");
const TITLE = bitOf("title");
const PLACES = bitOf("country") | bitOf("region");

/** Looks at an article: words, runs of capitals, known phrases, and what each mention says of the others. Linear. */
export function readArticle(
  text: string,
  tokens: TokenColumns,
  texts: readonly string[],
  spellings: Spellings,
  smallWords: SmallWords,
): Reading {
  const length = texts.length;
  const word = wordsOf(texts, spellings);
  const pos = new Uint8Array(length);
  const glued = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    pos[i] = POS_CODES[tokens.pos[i]!];
    if (i > 0 && tokens.end[i - 1] === tokens.start[i]) glued[i] = 1;
  }
  const sentence = tokens.sentence;
  const place = placesOf(word, sentence);
  const active = activeTokens({ word, pos, sentence, place, glued }, smallWords);
  const { first, last } = runsOf(word, sentence, text, tokens);
  const { phrase, phrasePart } = phrasesOf(word, sentence, glued, spellings.lexicon);
  const reading = { spellings, length, word, pos, sentence, active, glued, place, first, last, phrase, phrasePart };
  gatherEvidence(reading);
  return reading;
}

function wordsOf(texts: readonly string[], spellings: Spellings): Word[] {
  const words = new Map<string, Word>();
  const forms = new Map<string, Form>();
  return texts.map((text) => {
    const known = words.get(text);
    if (known) return known;
    const spelling = spellings.of(text);
    const { lower, small, shape, capital, shouted, classes, share } = spelling;
    let form = forms.get(lower);
    if (!form) {
      form = { smalls: 0, capitals: 0, evidence: 0, expansion: 0 };
      forms.set(lower, form);
    }
    const id = words.size;
    const word = { id, text, lower, small, shape, capital, shouted, classes, share, spelling, form };
    words.set(text, word);
    return word;
  });
}

/** In a line where more of the words than this are capitalized, a capital is no sign of a name. */
const HEADLINE = 0.7;

function placesOf(word: readonly Word[], sentence: Uint32Array): Uint8Array {
  const place = new Uint8Array(word.length);
  for (let first = 0, last = 0; first < word.length; first = last) {
    let [capitals, all, shouts, started] = [0, 0, 0, false];
    for (last = first; last < word.length && sentence[last] === sentence[first]; last++) {
      const { text, capital, shouted } = word[last]!;
      if (!WORD.test(text)) {
        if (OPENING.has(text) || text === ":") started = false;
        continue;
      }
      if (!started) place[last] = 1;
      started = true;
      if (text.length < 4 && !capital) continue; // small words stay small in headlines
      all++;
      if (capital) capitals++;
      if (shouted) shouts++;
    }
    const headline = word[last - 1]!.text !== "." || shouts / all > HEADLINE;
    if (headline && all > 2 && capitals / all > HEADLINE) place.fill(2, first, last);
  }
  return place;
}

/** True for a function word that has its capital only from beginning a sentence, with a small word after it. */
function beginsOnly({ word, pos, sentence, place }: Opening, at: number): boolean {
  const { share, shouted } = word[at]!;
  if (place[at] !== 1 || shouted || share < ALWAYS_SMALL || !FUNCTION_WORDS.has(pos[at]!)) return false;
  const next = word[at + 1];
  return next !== undefined && sentence[at + 1] === sentence[at] && !next.capital && LETTER_FIRST.test(next.text);
}

type Opening = Pick<Reading, "word" | "pos" | "sentence" | "place" | "glued">;

function activeTokens(opening: Opening, { inside, edge }: SmallWords): Uint8Array {
  const { word, sentence, glued } = opening;
  const length = word.length;
  const active = new Uint8Array(length);
  const same = (a: number, b: number) => sentence[a] === sentence[b];
  let capital = -1; // the last token with a capital
  for (let i = 0; i < length; i++) {
    const { capital: isCapital, lower } = word[i]!;
    if (isCapital) {
      if (beginsOnly(opening, i)) continue;
      active[i] = 1;
      if (capital >= 0 && same(capital, i) && i - capital > 1 && i - capital <= LONGEST_GAP + 1) {
        let open = true;
        for (let j = capital + 1; open && j < i; j++) open = inside.has(word[j]!.lower);
        if (open) active.fill(1, capital + 1, i);
      }
      if (
        i > 0 &&
        same(i - 1, i) &&
        !word[i - 1]!.capital &&
        (edge.has(word[i - 1]!.lower) || DIGIT_FIRST.test(word[i - 1]!.text))
      )
        active[i - 1] = 1;
      capital = i;
    } else if (i > 0 && active[i - 1] && same(i - 1, i)) {
      const hyphen = isHyphen(lower) ? glued[i] && glued[i + 1] : glued[i] && isHyphen(word[i - 1]!.text);
      if (hyphen || edge.has(lower) || DIGIT_FIRST.test(lower)) active[i] = 1;
    }
  }
  return active;
}

const isHyphen = (text: string): boolean => text === "-" || text === "–" || text === "‑";

function runsOf(word: readonly Word[], sentence: Uint32Array, text: string, tokens: TokenColumns) {
  const first = new Uint32Array(word.length);
  const last = new Uint32Array(word.length);
  for (let i = 0; i < word.length; ) {
    let end = i + 1;
    if (word[i]!.capital) {
      while (end < word.length && sentence[end] === sentence[i] && goesOn(word, end, text, tokens)) end++;
      while (end > i + 1 && !word[end - 1]!.capital) end--;
    }
    for (let j = i; j < end; j++) {
      first[j] = i;
      last[j] = end;
    }
    i = end;
  }
  return { first, last };
}

/** A run goes on over a capital, and over the stop of an initial or abbreviation before one. */
function goesOn(word: readonly Word[], at: number, text: string, tokens: TokenColumns): boolean {
  if (word[at]!.capital)
    return tokens.start[at]! - tokens.end[at - 1]! < 2 && text.charCodeAt(tokens.end[at - 1]!) !== 10;
  return word[at]!.text === "." && word[at + 1]?.capital === true && word[at - 1]!.text.length < 5;
}

function phrasesOf(word: readonly Word[], sentence: Uint32Array, glued: Uint8Array, lexicon: Lexicon) {
  const phrase = new Uint32Array(word.length);
  const phrasePart = new Uint8Array(word.length);
  for (let i = 0; i < word.length; i++) {
    if (!word[i]!.capital) continue;
    let hash = phraseHash(word[i]!.lower);
    let end = 0;
    let classes = 0;
    for (let j = i + 1; j < i + LONGEST_PHRASE && j < word.length && sentence[j] === sentence[i]; j++) {
      hash = phraseHash(word[j]!.lower, glued[j] ? hash : phraseSpace(hash));
      if (!word[j]!.capital && j === i + LONGEST_PHRASE - 1) break;
      const slot = slotOf(lexicon.keys, hash);
      if (slot < 0) continue;
      end = j + 1;
      classes = lexicon.classes[slot]!;
    }
    if (end === 0) continue;
    for (let j = i; j < end; j++) {
      phrase[j] = classes;
      phrasePart[j] = j === i ? 1 : j === end - 1 ? 3 : 2;
    }
    i = end - 1;
  }
  return { phrase, phrasePart };
}

/** Notes at each word's form what its mentions show: counts of small and capital letters, and typical neighbours. */
function gatherEvidence(reading: Reading): void {
  const { word, sentence, place, first, last, length } = reading;
  const acronyms = new Map<string, Form>();
  for (let i = 0; i < length; i++) {
    const { form, capital } = word[i]!;
    if (!capital) {
      form.smalls++;
      continue;
    }
    if (place[i] === 0) form.capitals++;
    if (word[i]!.shouted && word[i]!.text.length < 8) acronyms.set(word[i]!.text.replaceAll(".", ""), form);
    if (place[i] === 2) continue;
    const start = first[i]!;
    const end = last[i]!;
    const before = start > 0 && sentence[start - 1] === sentence[i] ? word[start - 1]!.lower : "";
    const after = end < length && sentence[end] === sentence[i] ? word[end]!.lower : "";
    let evidence = 0;
    if (i === end - 1 && SAYING.has(after)) evidence |= Evidence.saying;
    if (i === start && SAYING.has(before) && i - 1 > 0) evidence |= Evidence.saying;
    if (i === start && PLACE_BEFORE.has(before)) evidence |= Evidence.placeBefore;
    if (i === start && before === "the") evidence |= Evidence.the;
    if (i === start && PERSON_BEFORE.has(before)) evidence |= Evidence.personBefore;
    if (i > start) {
      const previous = word[i - 1]!;
      const beforeStop = previous.text === "." && i - 2 >= start ? word[i - 2]!.lower : "";
      if (HONORIFICS.has(previous.lower) || HONORIFICS.has(beforeStop)) evidence |= Evidence.honorific;
      else if (previous.classes & TITLE) evidence |= Evidence.personBefore;
      if (i === end - 1 && word[start]!.classes & FIRST_NAME && end - start < 4) evidence |= Evidence.afterFirstName;
    }
    if (i === start && end - start > 1 && word[end - 1]!.classes & ORGANIZATION_HEAD)
      evidence |= Evidence.beforeOrganizationHead;
    if (
      i === end - 1 &&
      (ORGANIZATION_AFTER.has(after) ||
        ((after === "'s" || after === "’s") && ORGANIZATION_AFTER.has(word[end + 1]?.lower ?? "")))
    )
      evidence |= Evidence.organizationAfter;
    if (i === end - 1 && after === "," && word[end + 1] && word[end + 1]!.classes & PLACES && word[end + 1]!.capital)
      evidence |= Evidence.commaPlace;
    form.evidence |= evidence;
  }
  if (acronyms.size > 0) expand(reading, acronyms);
}

/** Finds the longer names whose initials are an acronym of the article. */
function expand({ word, first, last, sentence, length }: Reading, acronyms: ReadonlyMap<string, Form>): void {
  for (let i = 0; i < length; i++) {
    if (!word[i]!.capital || first[i] !== i) continue;
    // Initials of the capitalized words from here on, over up to three small ones.
    let initials = "";
    let gap = 0;
    for (let j = i; j < length && sentence[j] === sentence[i] && gap <= LONGEST_GAP && initials.length < 7; j++) {
      const { capital, text, lower, small } = word[j]!;
      if (!capital) {
        if (
          lower !== "of" &&
          lower !== "and" &&
          lower !== "for" &&
          lower !== "the" &&
          lower !== "&" &&
          lower !== "on" &&
          lower !== "in" &&
          lower !== "de" &&
          lower !== "-"
        )
          break;
        gap++;
        continue;
      }
      gap = 0;
      initials += text[0];
      if (initials.length < 2) continue;
      const form = acronyms.get(initials);
      if (form && form.expansion === 0 && last[j]! <= j + 1) form.expansion = join(small, 1);
    }
  }
}
