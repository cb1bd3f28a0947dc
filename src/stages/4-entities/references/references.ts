import type { TokenColumns } from "../../../layers.ts";
import type { Block } from "../../../schema/blocks.ts";
import type { Lexicon } from "../../../tagger/lexicon.ts";
import { POS_CODES } from "../../../tagger/pos-codes.ts";
import type { Reading } from "../../../tagger/reading.ts";
import { tokenFrom } from "../../../tokens.ts";
import type { Group } from "../join.ts";
import { inSentence, type Range } from "../names.ts";
import { isPossessiveMark, isVerb, Part, partOf, phraseStart, sameClause } from "./clause.ts";
import {
  type Answer,
  type Mentioned,
  nearnessOf,
  type Referent,
  refer,
  type Sex,
  sexOf,
  subjectBefore,
} from "./focus.ts";
import { nounsOf, wholeNoun } from "./organization-nouns.ts";
import { sexOfGroup } from "./people.ts";
import { ageOf, isAge, Titles, wholeTitle } from "./role-nouns.ts";
import { speakersOf } from "./speakers.ts";
import { type Quoted, quotedIn } from "./speech.ts";
import { Kind, kindsOf } from "./word-kinds.ts";

/** A pronoun or noun that stands for a named person or organization. */
export interface Reference extends Range {
  /** Index of the group of names. */
  readonly group: number;
  readonly kind: "pronoun" | "nominal";
  readonly rule: string;
  readonly confidence: number;
}

/** How often each rule is right, by the cases checked by hand (docs/entities.md). */
const CONFIDENCE: Readonly<Record<string, number>> = {
  "entities/pronoun-only": 0.95,
  "entities/pronoun": 0.9,
  "entities/first-person": 0.95,
  "entities/it": 0.9,
  "entities/title": 0.9,
  "entities/age": 0.9,
  "entities/organization-noun": 0.9,
};

/**
 * Finds the pronouns and nouns that stand for a person or organization of the article, where nothing else comes into
 * question: a walk through the text that keeps in mind who was mentioned last, as what part of the sentence. Linear.
 */
export function findReferences(
  reading: Reading,
  lexicon: Lexicon,
  blocks: readonly Block[],
  tokens: TokenColumns,
  groups: readonly Group[],
): Reference[] {
  if (!groups.some(({ kind }) => kind === "PERSON" || kind === "ORG")) return [];
  const walk = new Walk(reading, lexicon, groups);
  for (const { kind, start, end } of blocks) {
    const range = { first: tokenFrom(tokens, start), last: tokenFrom(tokens, end) };
    if (kind !== "title" && kind !== "boilerplate" && kind !== "caption" && isTold(reading, range)) walk.block(range);
  }
  return walk.found.sort((a, b) => a.first - b.first);
}

const ENDS = new Set([".", "!", "?", "”", '"', ":", "'", "…", ")", "»"]);

/** True of text in sentences: headlines, bylines and credits have no stop. */
const isTold = ({ word }: Reading, { first, last }: Range): boolean => {
  if (last <= first) return false;
  const { text } = word[last - 1]!;
  return ENDS.has(text) || text.endsWith(".");
};

const { ADJ, ADP, AUX, DET, NOUN, NUM, PROPN, VERB } = POS_CODES;

/** True if the single mark opens speech inside speech, false if it closes it. */
const nests = ({ word, glued }: Reading, at: number): boolean =>
  word[at]!.text === "‘" || (word[at]!.text === "'" && glued[at] === 0 && glued[at + 1] === 1);

const SEXED = Kind.male | Kind.female;
/** Words that mention somebody. */
const MENTIONS = SEXED | Kind.person | Kind.first | Kind.neuter | Kind.organization | Kind.old;
/** Sentences that mention nobody count up to this. */
const MOST_STEPS = 6;

/** Titles of which an article seldom has two bearers; "the senator" may be any. */
const OFFICES = new Set(
  "president,minister,chancellor,premier,governor,mayor,king,queen,pope,speaker,ambassador,judge,general,admiral,commander,sultan,emir,prince,princess,commissioner,sheriff,bishop,archbishop,cardinal,justice,colonel,pastor,priest,imam".split(
    ",",
  ),
);
/** So many sentences later is "the president" still the one, and "the actor". */
const FAR_OFFICE = 12;
const FAR_TRADE = 4;
const MOST_PEOPLE = 40;
/** With such a word it is another organization than the one named. */
const ANOTHER = new Set(
  "lower,other,another,rival,parent,first,second,third,sister,smaller,larger,local,former".split(","),
);
/** Less near than this, "the company" may be one without a name, and "the committee", where one has that name. */
const NEAR_KIND = 2.5;
const NEAR_HEAD = 1.5;

/** A pronoun in speech, which is read once it is known who speaks. */
interface Spoken {
  readonly at: number;
  readonly quoted: number;
  readonly until: number;
}

class Walk {
  readonly found: Reference[] = [];
  readonly #reading: Reading;
  readonly #kind: Uint32Array;
  /** By token, the group of the name that begins there, or -1; and the token after that name. */
  readonly #group: Int32Array;
  readonly #last: Uint32Array;
  readonly #groups: readonly Group[];
  readonly #referents: (Referent | null)[];
  readonly #lexicon: Lexicon;
  readonly #titles: Titles;
  readonly #ages = new Map<string, Referent>();
  readonly #nouns: (ReadonlySet<string> | undefined)[] = [];
  readonly #people: Mentioned[] = [];
  readonly #organizations: Mentioned[] = [];
  #step = 0;
  #sentence = 0;
  #carried: Mentioned | null = null;
  /** Who spoke last, in an earlier block. */
  #speaker: Referent | null = null;

  constructor(reading: Reading, lexicon: Lexicon, groups: readonly Group[]) {
    const { length, word } = reading;
    this.#reading = reading;
    this.#lexicon = lexicon;
    this.#groups = groups;
    this.#kind = kindsOf(word);
    this.#group = new Int32Array(length).fill(-1);
    this.#last = new Uint32Array(length);
    for (let i = 0; i < groups.length; i++)
      for (const { first, last } of groups[i]!.named) {
        this.#group[first] = i;
        this.#last[first] = last;
      }
    this.#referents = groups.map((group, i) =>
      group.kind === "PERSON"
        ? { group: i, sex: sexOfGroup(reading, group), times: 0 }
        : group.kind === "ORG"
          ? { group: i, sex: 0, times: 0 }
          : null,
    );
    this.#titles = new Titles(reading, groups);
  }

  /** Reads a block of text in sentences. */
  block(range: Range): void {
    const { sentence } = this.#reading;
    const [kinds, group] = [this.#kind, this.#group];
    const quoted = quotedIn(this.#reading, kinds, range);
    const spoken: Spoken[] = [];
    const before = this.#people.length;
    let next = 0; // the quotation that the token is in, or that comes next
    let nested = -1; // the quotation in which another one is open
    for (let at = range.first; at < range.last; at++) {
      if (kinds[at]! & Kind.nests && next < quoted.length && quoted[next]!.first < at)
        nested = nests(this.#reading, at) ? next : -1;
      const kind = kinds[at]! & MENTIONS;
      const isName = group[at]! >= 0;
      if (kind === 0 && !isName) continue;
      while (next < quoted.length && quoted[next]!.last <= at) next++;
      const inside = next < quoted.length && quoted[next]!.first <= at;
      if (sentence[at] !== this.#sentence) {
        if (!inside) this.#step += Math.min(MOST_STEPS, sentence[at]! - this.#sentence);
        this.#sentence = sentence[at]!;
      }
      if (isName) {
        this.#name(at, inside);
        at = this.#last[at]! - 1;
      } else if (kind & Kind.person) this.#person(at, inside);
      else if (kind & (SEXED | Kind.first)) {
        if (inside && nested === next) continue; // whoever is quoted by the speaker
        if (inside) spoken.push({ at, quoted: next, until: this.#people.length });
        else if (kind & SEXED) this.#pronoun(at);
      } else if (inside) continue;
      else if (kind & Kind.organization) this.#organization(at);
      else if (kind & Kind.neuter) this.#neuter(at);
      else this.#age(at);
    }
    this.#speech(range.first, quoted, spoken, this.#people.slice(before));
  }

  #mention(list: Mentioned[], who: Referent, first: number, last: number, part: Part, speech: boolean): Mentioned {
    const one = { who, first, last, sentence: this.#reading.sentence[first]!, step: this.#step, part, speech };
    who.times++;
    list.push(one);
    return one;
  }

  #name(at: number, speech: boolean): void {
    const who = this.#referents[this.#group[at]!];
    if (!who) return;
    const last = this.#last[at]!;
    const person = this.#groups[who.group!]!.kind === "PERSON";
    this.#mention(person ? this.#people : this.#organizations, who, at, last, partOf(this.#reading, at, last), speech);
    const age = person ? ageOf(this.#reading, at, last) : null;
    if (age) this.#ages.set(age, who);
  }

  #refer(who: Referent, first: number, last: number, kind: Reference["kind"], rule: string): void {
    if (who.group !== null)
      this.found.push({ group: who.group, first, last, kind, rule, confidence: CONFIDENCE[rule]! });
  }

  #pronoun(at: number): void {
    const part = this.#partOfPronoun(at);
    const sex = sexOf(this.#kind[at]!);
    const sentence = this.#reading.sentence[at]!;
    const subject = subjectBefore(this.#people, this.#people.length, sentence);
    const reflexive = (this.#kind[at]! & Kind.reflexive) !== 0;
    const own = subject && part === Part.object && sameClause(this.#reading, subject.last, at) ? subject.who : null;
    const question = {
      sex,
      part,
      at,
      sentence,
      step: this.#step,
      speech: false,
      not: reflexive ? null : own,
      nor: null,
    };
    const answer = this.#following(at, sex, refer(this.#people, this.#people.length, question));
    const who: Referent = answer?.who ?? { group: null, sex, times: 0 };
    if (answer) {
      if (who.sex === 0) who.sex = sex;
      this.#refer(who, at, at + 1, "pronoun", answer.alone ? "entities/pronoun-only" : "entities/pronoun");
    }
    this.#mention(this.#people, who, at, at + 1, part, false);
  }

  #partOfPronoun(at: number): Part {
    const kind = this.#kind[at]!;
    const { pos } = this.#reading;
    if (kind & Kind.subject) return Part.subject;
    if (kind & Kind.possessive) return Part.possessive;
    if (kind & Kind.female && kind & Kind.object && inSentence(this.#reading, at, at + 1)) {
      const tag = pos[at + 1]!;
      if (tag === NOUN || tag === ADJ || tag === PROPN || tag === NUM) return Part.possessive;
    }
    return Part.object;
  }

  /** "After he left, Ruiz …": before the subject of its sentence a pronoun may point forward. */
  #following(at: number, sex: Sex, answer: Answer | null): Answer | null {
    const { word, pos, sentence } = this.#reading;
    let first = at;
    while (first > 0 && sentence[first - 1] === sentence[at]) first--;
    const lead = pos[first]!;
    if (
      first === at ||
      at - first > 12 ||
      !(lead === ADP || lead === POS_CODES.SCONJ || lead === VERB || lead === POS_CODES.ADV)
    )
      return answer;
    for (let i = first; i < at; i++) if (this.#group[i]! >= 0 && this.#referents[this.#group[i]!]) return answer;
    let comma = at + 1;
    while (comma < at + 20 && inSentence(this.#reading, at, comma) && word[comma]!.text !== ",") {
      if (this.#group[comma]! >= 0) return answer;
      comma++;
    }
    if (!inSentence(this.#reading, at, comma) || word[comma]?.text !== ",") return answer;
    for (let i = comma + 1; i < comma + 6 && inSentence(this.#reading, at, i); i++) {
      const group = this.#group[i]!;
      if (group < 0) {
        if (isVerb(pos[i]!)) return answer;
        continue;
      }
      const who = this.#referents[group];
      if (!who || this.#groups[group]!.kind !== "PERSON" || (who.sex !== 0 && who.sex !== sex)) return answer;
      if (partOf(this.#reading, i, this.#last[i]!) !== Part.subject) return answer;
      if (answer) return answer.who === who ? answer : null;
      return this.#nobodyBefore(sex) ? { who, alone: false } : null;
    }
    return answer;
  }

  #nobodyBefore(sex: Sex): boolean {
    for (let i = this.#people.length - 1; i >= 0; i--) {
      const { who, step } = this.#people[i]!;
      if (this.#step - step > 3) return true;
      if (who.sex === 0 || who.sex === sex) return false;
    }
    return true;
  }

  /** A noun for a person: whom "the senator" means, or else somebody without a name, who may be meant by what follows. */
  #person(at: number, speech: boolean): void {
    const { pos, word } = this.#reading;
    if (pos[at] !== NOUN && pos[at] !== PROPN) return;
    const last = at + 1;
    if (inSentence(this.#reading, at, last)) {
      if (this.#group[last]! >= 0 || pos[last] === NOUN || pos[last] === PROPN) return; // a title, or a part of a longer noun
      if (word[last]!.text === "," && inSentence(this.#reading, at, last + 1) && this.#group[last + 1]! >= 0) {
        const who = this.#referents[this.#group[last + 1]!];
        if (who && this.#groups[who.group!]!.kind === "PERSON") return; // "the mayor, Ana Ruiz,"
      }
      if (word[last]!.text === "-" && this.#reading.glued[last]) return;
      if (pos[last] === ADJ && pos[last + 1] === NOUN) return; // "the billionaire real estate mogul"
    }
    const start = phraseStart(this.#reading, at);
    if (isPredicate(this.#reading, start)) return;
    const lead = word[start]!.lower;
    const part = partOf(this.#reading, at, last);
    if (lead === "the" && pos[start] === DET) {
      const who = this.#titled(start, at);
      if (who) {
        this.#refer(who, start, last, "nominal", "entities/title");
        this.#mention(this.#people, who, start, last, part, speech);
        return;
      }
    }
    if (this.#inApposition(start)) return;
    this.#mention(this.#people, { group: null, sex: sexOf(this.#kind[at]!), times: 0 }, start, last, part, speech);
  }

  /** "Ruiz, a lawyer from Oslo,": the noun is said of the name before it. */
  #inApposition(start: number): boolean {
    const { word, sentence } = this.#reading;
    if (start < 2 || word[start - 1]!.text !== "," || sentence[start - 2] !== sentence[start]) return false;
    const previous = this.#people.at(-1);
    return previous !== undefined && previous.last === start - 1;
  }

  #titled(start: number, head: number): Referent | null {
    const { word, pos } = this.#reading;
    for (let at = start; at < head; at++) if (this.#group[at]! >= 0 || pos[at] === PROPN) return null;
    const after = inSentence(this.#reading, head, head + 1) ? word[head + 1]!.lower : "";
    if (
      after === "of" ||
      after === "for" ||
      after === "who" ||
      after === "whose" ||
      after === "from" ||
      after === "in" ||
      after === "at" ||
      after === "that"
    )
      return null;
    const bearers = this.#titles.bearers(this.#reading, start + 1, head);
    if (bearers.length === 0) return null;
    const office = OFFICES.has(wholeTitle(word[head]!.lower));
    let found: Referent | null = null;
    let rival = false; // somebody else who was a subject since
    for (let i = this.#people.length - 1; i >= Math.max(0, this.#people.length - MOST_PEOPLE); i--) {
      const { who, step, part, speech } = this.#people[i]!;
      if (this.#step - step > (office ? FAR_OFFICE : FAR_TRADE)) break;
      if (who.group === null) continue;
      if (!bearers.includes(who.group)) {
        if (!found && part === Part.subject && !speech) rival = true;
        continue;
      }
      if (found && found !== who) return null;
      found = who;
    }
    return rival && !office ? null : found;
  }

  /** "The 43-year-old", by the age that stands beside somebody's name. */
  #age(old: number): void {
    const { word, pos } = this.#reading;
    const at = old - 4;
    if (!isAge(this.#reading, at)) return;
    const start = at - 1;
    if (start < 0 || word[start]!.lower !== "the" || !inSentence(this.#reading, at, start)) return;
    const who = this.#ages.get(word[at]!.text);
    let last = at + 5;
    for (let i = last; i < last + 3 && inSentence(this.#reading, at, i) && (pos[i] === NOUN || pos[i] === ADJ); i++)
      if (this.#kind[i]! & Kind.person) last = i + 1; // "the 43-year-old former teacher"
    if (!who || (inSentence(this.#reading, at, last) && this.#group[last]! >= 0)) return;
    this.#refer(who, start, last, "nominal", "entities/age");
    this.#mention(this.#people, who, start, last, partOf(this.#reading, start, last), false);
  }

  #organization(at: number): void {
    const { pos, word } = this.#reading;
    if (pos[at] !== NOUN) return;
    const last = at + 1;
    if (inSentence(this.#reading, at, last)) {
      const next = word[last]!.lower;
      if (this.#group[last]! >= 0 || pos[last] === NOUN || pos[last] === PROPN || word[last]!.text === "-") return;
      if (
        next === "of" ||
        next === "that" ||
        next === "which" ||
        next === "for" ||
        next === "behind" ||
        next === "in" ||
        next === "at" ||
        next === "where" ||
        next === "whose"
      )
        return;
    }
    const start = phraseStart(this.#reading, at);
    const lead = word[start]!.lower;
    if (isPredicate(this.#reading, start)) return;
    const noun = wholeNoun(word[at]!.lower);
    const part = partOf(this.#reading, at, last);
    if (lead === "the" && pos[start] === DET) {
      const who = this.#called(noun, start, at);
      if (who) {
        this.#refer(who, start, last, "nominal", "entities/organization-noun");
        this.#mention(this.#organizations, who, start, last, part, false);
        return;
      }
    }
    const previous = this.#organizations.at(-1);
    if (previous && previous.last === start - 1 && word[start - 1]!.text === ",") return; // "Lumora, a chip maker"
    const unnamed: Referent = { group: null, sex: 0, times: 0 };
    this.#unnamed.set(unnamed, new Set([noun]));
    this.#mention(this.#organizations, unnamed, start, last, part, false);
  }

  readonly #unnamed = new Map<Referent, ReadonlySet<string>>();

  #nounsOf(who: Referent): ReadonlySet<string> {
    if (who.group === null) return this.#unnamed.get(who) ?? new Set();
    let nouns = this.#nouns[who.group];
    if (!nouns) {
      nouns = nounsOf(this.#reading, this.#lexicon, this.#groups[who.group]!);
      this.#nouns[who.group] = nouns;
    }
    return nouns;
  }

  /** The organization that "the company" means: the only one of its kind mentioned in the last sentences. */
  #called(noun: string, start: number, head: number): Referent | null {
    for (let at = start + 1; at < head; at++)
      if (this.#group[at]! >= 0 || ANOTHER.has(this.#reading.word[at]!.lower)) return null;
    let found: Referent | null = null;
    let nearest = 0;
    const list = this.#organizations;
    for (let i = list.length - 1; i >= Math.max(0, list.length - MOST_PEOPLE); i--) {
      const one = list[i]!;
      if (this.#step - one.step > 5) break;
      if (!this.#nounsOf(one.who).has(noun)) continue;
      if (found && one.who !== found) return null;
      found = one.who;
      nearest = Math.max(nearest, nearnessOf(one, this.#step));
    }
    if (!found || found.group === null) return null;
    const named = this.#groups[found.group]!.words.includes(noun);
    return nearest >= (named ? NEAR_HEAD : NEAR_KIND) ? found : null;
  }

  /** "Lumora said it will", "Lumora cut its forecast". */
  #neuter(at: number): void {
    const { word, pos } = this.#reading;
    const subject = this.#organizations.at(-1);
    if (!subject || subject.sentence !== this.#reading.sentence[at] || subject.part !== Part.subject) return;
    if (subject.who.group === null || subject.speech || at - subject.last > 8) return;
    if (this.#people.at(-1) && this.#people.at(-1)!.first > subject.first) return;
    for (let i = subject.last; i < at; i++) {
      const tag = pos[i]!;
      if (this.#group[i]! >= 0 || (tag === NOUN && !TIMES.has(word[i]!.lower))) return;
      if (this.#kind[i]! & Kind.neuter) continue;
    }
    if (this.#kind[at]! & Kind.subject) {
      if (!saysBetween(this.#kind, subject.last, at)) return;
      const next = inSentence(this.#reading, at, at + 1) ? word[at + 1]!.lower : "";
      if (next === "is" || next === "was" || next === "'s" || next === "’s") return; // "it was unclear"
      if (word[at + 2]?.lower === "be" && pos[at + 3] === ADJ) return;
    }
    this.#refer(subject.who, at, at + 1, "pronoun", "entities/it");
  }

  /** Speech is read last, when it is known who speaks: "I" is the speaker, "he" is not. */
  #speech(first: number, quoted: readonly Quoted[], spoken: readonly Spoken[], mentioned: readonly Mentioned[]): void {
    if (quoted.length === 0) {
      this.#carried = null;
      return;
    }
    const goesOn = quoted[0]!.first === first ? this.#carried : null;
    const speakers = speakersOf(this.#reading, this.#kind, quoted, mentioned, goesOn);
    const { open } = quoted.at(-1)!;
    this.#carried = open ? (speakers.at(-1) ?? null) : null;
    const nor = this.#speaker;
    this.#speaker = speakers.findLast((one) => one !== null)?.who ?? nor;
    for (const { at, quoted: i, until } of spoken) {
      const speaker = speakers[i];
      if (!speaker) continue;
      const kind = this.#kind[at]!;
      if (kind & Kind.first) {
        if (quoted[i]!.last - quoted[i]!.first > 4)
          this.#refer(speaker.who, at, at + 1, "pronoun", "entities/first-person");
        continue;
      }
      const sex = sexOf(kind);
      const sentence = this.#reading.sentence[at]!;
      const part = this.#partOfPronoun(at);
      const step = this.#people[until - 1]?.step ?? this.#step;
      const answer = refer(this.#people, until, { sex, part, at, sentence, step, speech: true, not: speaker.who, nor });
      if (answer)
        this.#refer(answer.who, at, at + 1, "pronoun", answer.alone ? "entities/pronoun-only" : "entities/pronoun");
    }
  }
}

const TIMES = new Set(
  "monday tuesday wednesday thursday friday saturday sunday week month year statement release today".split(" "),
);

function saysBetween(kind: Uint32Array, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (kind[at]! & Kind.says) return true;
  return false;
}

const PREDICATES = new Set(
  "be is are was were been being 's ’s as become became becomes becoming named appointed elected called considered remain remains remained".split(
    " ",
  ),
);

/** "is a lawyer", "as the mayor": the noun says what somebody is, and mentions nobody. */
function isPredicate(reading: Reading, start: number): boolean {
  const { word, pos } = reading;
  let at = start - 1;
  while (inSentence(reading, start, at) && (pos[at] === POS_CODES.ADV || word[at]!.lower === "not")) at--;
  if (!inSentence(reading, start, at)) return false;
  if (isPossessiveMark(reading, at)) return false;
  return PREDICATES.has(word[at]!.lower) || (pos[at] === AUX && PREDICATES.has(word[at]!.lower));
}
