import type { TokenColumns } from "../layers.ts";
import { bitOf, TELLING } from "./classes.ts";
import { join } from "./hash.ts";
import { type Lexicon, phraseHash, phraseSpace, slotOf } from "./lexicon.ts";
import { POS_CODES, POS_ROOM } from "./pos-codes.ts";
import { type Spelling, type Spellings, Trait } from "./spellings.ts";
import type { WordNumbers } from "./vocabulary.ts";

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
  calledOrganization: 1024,
} as const;

/** An article as the tagger looks at it: columns over its tokens. */
export interface Reading {
  readonly length: number;
  readonly word: readonly Spelling[];
  /** Words that are the same in lower case share their form. */
  readonly form: readonly Form[];
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

const LONGEST_PHRASE = 6;
/** So many lower-case tokens may stand in a row inside a name. */
const LONGEST_GAP = 3;
/** `smallShareOf` for words that have a small letter nearly always. */
const ALWAYS_SMALL = 6;
/** 1 for the codes of parts of speech of function words. */
const IS_FUNCTION_WORD = new Uint8Array(POS_ROOM);
for (const pos of ["ADP", "ADV", "AUX", "CCONJ", "DET", "PRON", "SCONJ", "PART"] as const)
  IS_FUNCTION_WORD[POS_CODES[pos]] = 1;

const FIRST_NAME = bitOf("first-name");
const ORGANIZATION_HEAD = bitOf("organization-head");
const TITLE = bitOf("title");
const PLACES = bitOf("country") | bitOf("region");

/**
 * Looks at an article: words, runs of capitals, known phrases, and what each mention says of the others. `numbers` are
 * those of its words in the vocabulary of `spellings`. Linear.
 */
export function readArticle(
  text: string,
  tokens: TokenColumns,
  numbers: WordNumbers["numbers"],
  spellings: Spellings,
): Reading {
  const length = tokens.start.length;
  const word = new Array<Spelling>(length);
  const pos = new Uint8Array(length);
  const glued = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    word[i] = spellings.of(numbers[i]!);
    pos[i] = POS_CODES[tokens.pos[i]!];
    if (i > 0 && tokens.end[i - 1] === tokens.start[i]) glued[i] = 1;
  }
  const { sentence } = tokens;
  const form = formsOf(word, spellings.forms);
  const place = placesOf(word, sentence);
  const active = activeTokens({ word, pos, sentence, place, glued });
  const { first, last } = runsOf(word, sentence, text, tokens);
  const { phrase, phrasePart } = phrasesOf(word, sentence, glued, spellings.lexicon);
  const reading = { length, word, form, pos, sentence, active, glued, place, first, last, phrase, phrasePart };
  gatherEvidence(reading);
  return reading;
}

/** Where the form of a number stands among those of the article, if it does: a sparse set, which need not be cleared. */
let places = new Uint32Array(0);

/** A form for each word of the article, the same for words that are the same in lower case; `numbers` are known in all. */
function formsOf(word: readonly Spelling[], numbers: number): Form[] {
  if (places.length < numbers) places = new Uint32Array(2 * numbers);
  const forms: (Form & { readonly number: number })[] = [];
  return word.map(({ form: number }) => {
    const known = forms[places[number]!];
    if (known !== undefined && known.number === number) return known;
    places[number] = forms.length;
    const form = { number, smalls: 0, capitals: 0, evidence: 0, expansion: 0 };
    forms.push(form);
    return form;
  });
}

/** In a line where more of the words than this are capitalized, a capital is no sign of a name. */
const HEADLINE = 0.7;

function placesOf(word: readonly Spelling[], sentence: Uint32Array): Uint8Array {
  const place = new Uint8Array(word.length);
  for (let first = 0, last = 0; first < word.length; first = last) {
    let [capitals, all, shouts, started] = [0, 0, 0, false];
    for (last = first; last < word.length && sentence[last] === sentence[first]; last++) {
      const { text, capital, shouted, traits } = word[last]!;
      if ((traits & Trait.word) === 0) {
        if (traits & Trait.opening) started = false;
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
  if (place[at] !== 1 || shouted || share < ALWAYS_SMALL || IS_FUNCTION_WORD[pos[at]!] === 0) return false;
  const next = word[at + 1];
  return (
    next !== undefined && sentence[at + 1] === sentence[at] && !next.capital && (next.traits & Trait.letterFirst) !== 0
  );
}

type Opening = Pick<Reading, "word" | "pos" | "sentence" | "place" | "glued">;

function activeTokens(opening: Opening): Uint8Array {
  const { word, sentence, glued } = opening;
  const length = word.length;
  const active = new Uint8Array(length);
  let capital = -1; // the last token with a capital
  for (let i = 0; i < length; i++) {
    const { capital: isCapital, traits } = word[i]!;
    if (isCapital) {
      if (beginsOnly(opening, i)) continue;
      active[i] = 1;
      if (capital >= 0 && sentence[capital] === sentence[i] && i - capital > 1 && i - capital <= LONGEST_GAP + 1) {
        let open = true;
        for (let j = capital + 1; open && j < i; j++) open = (word[j]!.traits & Trait.inside) !== 0;
        if (open) active.fill(1, capital + 1, i);
      }
      if (
        i > 0 &&
        sentence[i - 1] === sentence[i] &&
        !word[i - 1]!.capital &&
        word[i - 1]!.traits & (Trait.edge | Trait.digitFirst)
      )
        active[i - 1] = 1;
      capital = i;
    } else if (i > 0 && active[i - 1] && sentence[i - 1] === sentence[i]) {
      const hyphen = traits & Trait.hyphen ? glued[i] && glued[i + 1] : glued[i] && word[i - 1]!.traits & Trait.hyphen;
      if (hyphen || traits & (Trait.edge | Trait.digitFirst)) active[i] = 1;
    }
  }
  return active;
}

function runsOf(word: readonly Spelling[], sentence: Uint32Array, text: string, tokens: TokenColumns) {
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
function goesOn(word: readonly Spelling[], at: number, text: string, tokens: TokenColumns): boolean {
  if (word[at]!.capital)
    return tokens.start[at]! - tokens.end[at - 1]! < 2 && text.charCodeAt(tokens.end[at - 1]!) !== 10;
  return word[at]!.text === "." && word[at + 1]?.capital === true && word[at - 1]!.text.length < 5;
}

function phrasesOf(word: readonly Spelling[], sentence: Uint32Array, glued: Uint8Array, lexicon: Lexicon) {
  const phrase = new Uint32Array(word.length);
  const phrasePart = new Uint8Array(word.length);
  for (let i = 0; i < word.length; i++) {
    const { capital, traits } = word[i]!;
    if ((traits & Trait.phrase) === 0 || !(capital || traits & Trait.digitFirst)) continue;
    let hash = phraseHash(word[i]!.lower);
    let end = 0;
    let classes = 0;
    for (let j = i + 1; j < i + LONGEST_PHRASE && j < word.length && sentence[j] === sentence[i]; j++) {
      hash = phraseHash(word[j]!.lower, glued[j] ? hash : phraseSpace(hash));
      if (!word[j]!.capital && j === i + LONGEST_PHRASE - 1) break;
      const slot = slotOf(lexicon.keys, hash);
      if (slot < 0) continue;
      end = j + 1;
      classes = lexicon.classes[slot]! & TELLING;
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
  const { word, form, place, length } = reading;
  const acronyms = new Map<string, Form>();
  for (let i = 0; i < length; i++) {
    const { capital, shouted, text } = word[i]!;
    if (!capital) {
      form[i]!.smalls++;
      continue;
    }
    if (place[i] === 0) form[i]!.capitals++;
    if (shouted && text.length < 8) acronyms.set(text.replaceAll(".", ""), form[i]!);
    if (place[i] !== 2) form[i]!.evidence |= evidenceAt(reading, i);
  }
  if (acronyms.size > 0) expand(reading, acronyms);
}

/** What the neighbours of a capitalized token show: bits of `Evidence`. */
function evidenceAt({ word, pos, sentence, first, last, length }: Reading, i: number): number {
  const start = first[i]!;
  const end = last[i]!;
  let evidence = 0;
  if (i === start) {
    if (start > 0 && sentence[start - 1] === sentence[i]) {
      const before = word[start - 1]!.traits;
      if (before & Trait.saying && i - 1 > 0) evidence |= Evidence.saying;
      if (before & Trait.placeBefore) evidence |= Evidence.placeBefore;
      if (before & Trait.the) evidence |= Evidence.the;
      if (before & Trait.personBefore) evidence |= Evidence.personBefore;
      if (before & Trait.organizationNoun && !word[start - 1]!.capital) evidence |= Evidence.calledOrganization;
    }
    if (end - start > 1 && word[end - 1]!.classes & ORGANIZATION_HEAD) evidence |= Evidence.beforeOrganizationHead;
  } else {
    const previous = word[i - 1]!;
    const beforeStop = previous.text === "." && i - 2 >= start ? word[i - 2]!.traits : 0;
    if ((previous.traits | beforeStop) & Trait.honorific) evidence |= Evidence.honorific;
    else if (previous.classes & TITLE) evidence |= Evidence.personBefore;
    if (i === end - 1 && word[start]!.classes & FIRST_NAME && end - start < 4) evidence |= Evidence.afterFirstName;
  }
  if (i === end - 1 && end < length && sentence[end] === sentence[i]) {
    const after = word[end]!;
    const next = word[end + 1];
    if (after.traits & Trait.saying) evidence |= Evidence.saying;
    if ((after.traits & Trait.possessive && next ? next.traits : after.traits) & Trait.organizationAfter)
      evidence |= Evidence.organizationAfter;
    if (after.text === "," && next) evidence |= appositionAt(word, pos, end + 1);
  }
  return evidence;
}

/** So many words are looked at after "Lumora, the". */
const LONGEST_APPOSITION = 5;

/** What comes after a name and a comma shows of it: "Kenya", "43", "the maker of …". */
function appositionAt(word: readonly Spelling[], pos: Uint8Array, at: number): number {
  const { classes, capital, traits, text, lower } = word[at]!;
  if (capital) return classes & PLACES ? Evidence.commaPlace : 0;
  if (traits & Trait.digitFirst) return text.length === 2 && word[at + 1]?.text === "," ? Evidence.personBefore : 0;
  if (lower !== "the" && lower !== "a" && lower !== "an") return 0;
  const end = Math.min(word.length - 1, at + 1 + LONGEST_APPOSITION);
  for (let i = at + 1; i < end; i++) {
    const { traits } = word[i]!;
    if ((traits & (Trait.word | Trait.hyphen)) === 0) return 0;
    const isLastNoun = pos[i + 1] !== POS_CODES.NOUN && pos[i + 1] !== POS_CODES.PROPN; // not "the company chairman"
    if (traits & Trait.organizationNoun && isLastNoun) return Evidence.calledOrganization;
  }
  return 0;
}

/** Finds the longer names whose initials are an acronym of the article. */
function expand({ word, first, last, sentence, length }: Reading, acronyms: ReadonlyMap<string, Form>): void {
  for (let i = 0; i < length; i++) {
    if (!word[i]!.capital || first[i] !== i) continue;
    // Initials of the capitalized words from here on, over up to three small ones.
    let initials = "";
    let gap = 0;
    for (let j = i; j < length && sentence[j] === sentence[i] && gap <= LONGEST_GAP && initials.length < 7; j++) {
      const { capital, text, traits, small } = word[j]!;
      if (!capital) {
        if ((traits & Trait.unsaid) === 0) break;
        gap++;
        continue;
      }
      gap = 0;
      initials += text[0];
      if (initials.length < 2) continue;
      const form = acronyms.get(initials);
      if (form && form.expansion === 0 && last[j]! <= j + 1) form.expansion = join(small, 1) | 0;
    }
  }
}
