import { lowerBound } from "../../span.ts";
import type { Reading } from "../../tagger/reading.ts";
import type { Group } from "./join.ts";
import { GIVEN_NAMES } from "./lexicon/short-names.ts";
import { type Named, type Range, rolesOf } from "./names.ts";
import { sexOfGroup, sexOfTitle } from "./references/people.ts";
import { wholeTitle } from "./references/role-nouns.ts";
import { PARTICLES, SUFFIXES } from "./words.ts";

/** No name has more words than this, but what is taken for one may. */
const LONGEST = 7;
/** So many people with one surname are told apart. */
const MOST_BEARERS = 12;

/** People by full name, by the parts of it that may stand for it, and by each of its words. */
export class People {
  readonly #reading: Reading;
  readonly #byName = new Map<string, Group>();
  readonly #byPart = new Map<string, Group>();
  readonly #byWord = new Map<string, Set<Group>>();
  readonly #byEnds = new Map<string, Group[]>();
  readonly #byFirst = new Map<string, Group[]>();
  readonly #bearings = new Map<Group, Bearing>();

  /** Names of one word in the article, in lower case. */
  readonly #alone = new Set<string>();

  constructor(reading: Reading, named: readonly Named[]) {
    this.#reading = reading;
    for (const { first, last, type } of named)
      if (type === "PERSON" && last - first === 1) this.#alone.add(reading.word[first]!.lower);
  }

  /** The group of the person that a name of these words means. Fuller names have to be added before shorter ones. */
  find(_: string, words: readonly string[], one: Named): Group | undefined {
    const plain = withoutSuffix(words);
    const known = this.#byName.get(words.join(" "));
    if (plain.length > 1) {
      return (
        known ??
        this.#byPart.get(plain.join(" ")) ??
        this.#byEnds.get(endsOf(plain))?.find((group) => sameMiddle(plain, withoutSuffix(group.words))) ??
        this.#byFirst.get(plain[0]!)?.find((group) => isWithin(plain, group.words))
      );
    }
    const bearers = [...(this.#byWord.get(plain[0]!) ?? [])];
    const surname = bearers.filter((group) => withoutSuffix(group.words).at(-1) === plain[0]);
    const fitting = this.#fitting(surname.length > 0 ? surname : bearers, one);
    if (fitting.length === 0) return known;
    // Where people are "Mr. Deng", who is called by the given name is not so called too.
    const choose = fitting.length > 1 && sexOfTitle(this.#reading, one) !== 0;
    const formal = choose ? fitting.filter(({ words }) => !this.#alone.has(words[0]!)) : fitting;
    return this.#meant(formal.length > 0 ? formal : fitting, one);
  }

  /** Notes the last name of a group. */
  add(group: Group, words: readonly string[]): void {
    this.#note(group, group.named.at(-1)!);
    const name = words.join(" ");
    if (words.length > 1 && this.#byName.get(name) === group) return; // noted before, with all that it may be called
    if (words.length > 1 || group.words.length === 1) this.#byName.set(name, group);
    const plain = withoutSuffix(words);
    if (plain.length > 1) {
      const ends = endsOf(plain);
      const others = this.#byEnds.get(ends);
      if (!others) this.#byEnds.set(ends, [group]);
      else if (!others.includes(group)) others.push(group);
    }
    if (group.words.length < 2 || plain.length > LONGEST) return;
    if (plain.length > 2 && group.named.length === 1) {
      const others = this.#byFirst.get(plain[0]!);
      if (!others) this.#byFirst.set(plain[0]!, [group]);
      else if (others.length < MOST_BEARERS) others.push(group);
    }
    for (let size = 2; size < plain.length; size++)
      for (const part of [plain.slice(-size), plain.slice(0, size)]) {
        const key = part.join(" ");
        if (!this.#byPart.has(key)) this.#byPart.set(key, group);
      }
    for (const word of plain) {
      if (PARTICLES.has(word) || word.length < 2) continue;
      const bearers = this.#byWord.get(word);
      if (bearers && bearers.size < MOST_BEARERS) bearers.add(group);
      if (!bearers) this.#byWord.set(word, new Set([group]));
    }
  }

  #note(group: Group, one: Named): void {
    const bearing = this.#bearing(group);
    if (isRelative(this.#reading, one)) bearing.relative = true;
    for (const role of rolesOf(one)) bearing.heads.add(headOf(this.#reading, role));
    if (one.last - one.first > 1) {
      const { full } = bearing;
      full.splice(
        lowerBound(full.length, (k) => full[k]! <= one.first),
        0,
        one.first,
      );
    } else {
      bearing.firstShort = Math.min(bearing.firstShort, one.first);
      bearing.lastShort = one.first; // names of one word come in the order of the text
    }
  }

  /** Those that the title before the name fits: "Mrs. Deng" is not Omar, and "President Deng" is the one who is president. */
  #fitting(bearers: readonly Group[], one: Named): readonly Group[] {
    if (bearers.length === 0) return bearers;
    const sex = sexOfTitle(this.#reading, one);
    const possible = sex === 0 ? bearers : bearers.filter((group) => (this.#sexOf(group) | sex) === sex);
    const { role } = one;
    if (!role || possible.length === 0) return possible;
    const head = headOf(this.#reading, role);
    const titled = possible.filter((group) => this.#bearing(group).heads.has(head));
    // "President Obama" is not who the article has as "the first lady, Michelle Obama".
    return titled.length > 0 ? titled : possible.filter((group) => !this.#bearing(group).relative);
  }

  #sexOf(group: Group): number {
    const bearing = this.#bearing(group);
    bearing.sex ??= sexOfGroup(this.#reading, group);
    return bearing.sex;
  }

  #bearing(group: Group): Bearing {
    let bearing = this.#bearings.get(group);
    if (!bearing) {
      bearing = {
        heads: new Set(),
        full: [],
        firstShort: Number.POSITIVE_INFINITY,
        lastShort: -1,
        relative: false,
        sex: null,
      };
      this.#bearings.set(group, bearing);
    }
    return bearing;
  }

  /**
   * Of several people with one surname, the one who bore it alone before the others were named: articles go on so with
   * their main person. Else the one named last before this place, or the first after it.
   */
  #meant(groups: readonly Group[], { first: place }: Named): Group | undefined {
    if (groups.length < 2) return groups[0];
    const bearings = groups.map((group) => this.#bearing(group));
    const introduced = bearings.filter(({ full }) => full[0]! < place);
    if (introduced.length === 1) return groups[bearings.indexOf(introduced[0]!)];
    const settled = introduced.filter(({ firstShort }, i) =>
      introduced.every(({ full }, k) => k === i || full[0]! > firstShort),
    );
    if (settled.length === 1) return groups[bearings.indexOf(settled[0]!)];
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (const [i, { full, lastShort }] of bearings.entries()) {
      const before = lowerBound(full.length, (k) => full[k]! <= place);
      const last = Math.max(lastShort, before > 0 ? full[before - 1]! : -1);
      const away = last >= 0 ? place - last : (full[0]! - place) * 1000;
      if (away < least) [best, least] = [i, away];
    }
    return groups[best];
  }
}

/** Where somebody is mentioned: first tokens of full names, in order, and of names of one word so far. */
interface Bearing {
  readonly heads: Set<string>;
  readonly full: number[];
  firstShort: number;
  lastShort: number;
  /** True of who is named as somebody's wife, son … */
  relative: boolean;
  sex: number | null;
}

const RELATIVES = new Set("lady,wife,husband,widow,widower,son,daughter,brother,sister,mother,father".split(","));

/** "his wife Ana Ruiz", "the first lady, Michelle Obama". */
function isRelative({ word }: Reading, { first }: Named): boolean {
  const before = first > 0 && word[first - 1]!.text === "," ? first - 2 : first - 1;
  return before >= 0 && RELATIVES.has(word[before]!.lower);
}

/** The last word of a title, whole. */
const headOf = ({ word }: Reading, { last }: Range): string =>
  wholeTitle(word[word[last - 1]!.text === "." ? last - 2 : last - 1]!.lower);

const withoutSuffix = (words: readonly string[]): readonly string[] =>
  words.length > 2 && SUFFIXES.has(words.at(-1)!) ? words.slice(0, -1) : words;

/** "Barack H. Obama", "Barack Obama" begin and end alike, and so do "Bill" and "William" of one surname. */
const endsOf = (words: readonly string[]): string => `${GIVEN_NAMES.get(words[0]!) ?? words[0]} ${words.at(-1)}`;

/** "Horacio Cartes" is within "Horacio Manuel Cartes Jara": its words are words of that name, in their order. */
function isWithin(words: readonly string[], longer: readonly string[]): boolean {
  let at = 0;
  for (const word of longer) if (word === words[at]) at++;
  return at === words.length;
}

/** True unless both have a middle name and it is another: "George W. Bush" is not "George H. W. Bush". */
function sameMiddle(words: readonly string[], others: readonly string[]): boolean {
  if (words.length < 3 || others.length < 3) return true;
  return words[1]![0] === others[1]![0] && (words.length === others.length || words[1]!.length > 1);
}
