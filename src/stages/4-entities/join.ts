import type { EntityType } from "../../schema/entities.ts";
import type { Reading } from "../../tagger/reading.ts";
import { beginsLatin, type Named } from "./names.ts";
import { People } from "./people.ts";
import { SMALL } from "./words.ts";

/** The names of one thing. */
export interface Group {
  readonly kind: string;
  readonly named: Named[];
  /** The words of its fullest form, in lower case and without marks. */
  words: readonly string[];
}

/** Places are one kind, so that a country named as a team or a region is still that country. */
const kindOf = (type: EntityType): string => (type === "GPE" || type === "LOC" || type === "FAC" ? "PLACE" : type);

const MARK = /^[^\p{L}\p{N}&-]+$/u;

/** True for a word of marks alone; most words begin with a letter, and need no look at the rest. */
const isMark = (word: string): boolean => !beginsLatin(word) && MARK.test(word);

/** The words by which names are compared: lower case, without stops and a leading "the". */
function wordsOf({ word }: Reading, { first, last, type }: Named): string[] {
  const isPerson = type === "PERSON";
  const words: string[] = [];
  for (let i = first; i < last; i++) {
    const plain = word[i]!.lower;
    const lower = plain.includes(".") ? plain.replaceAll(".", "") : plain;
    if (
      lower === "" ||
      isMark(lower) ||
      (isPerson && lower === "-") ||
      (i === first && lower === "the" && last - first > 1)
    )
      continue;
    words.push(isPerson ? withoutAccents(lower) : lower);
  }
  return words.length > 0 ? words : [word[first]!.lower];
}

const ACCENT = /[\u0300-\u036f]/g;

/** "nicolás" as "nicolas", for one article may write both. */
const withoutAccents = (lower: string): string => (isAscii(lower) ? lower : lower.normalize("NFD").replace(ACCENT, ""));

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 127) return false;
  return true;
}

/** Groups names into one group per thing, in the order in which they first occur. */
export function joinNames(reading: Reading, named: readonly Named[]): Group[] {
  const groups: Group[] = [];
  const people = new People(reading, named);
  const others = new Others();
  const introduced = introductions(reading, named);
  const groupOf = new Map<Named, Group>();
  // Fuller names first, so that a surname or acronym in the headline finds what the text introduces later.
  const sorted = named
    .map((one) => {
      const words = wordsOf(reading, one);
      return { one, words, size: introduced.has(one) ? words.length + 0.5 : words.length };
    })
    .sort((a, b) => b.size - a.size || a.one.first - b.one.first);
  for (const { one, words } of sorted) {
    const kind = kindOf(one.type);
    const register = kind === "PERSON" ? people : others;
    const longer = introduced.get(one);
    let group = (longer && groupOf.get(longer)) ?? register.find(kind, words, one);
    if (!group) {
      group = { kind, named: [], words };
      groups.push(group);
    }
    group.named.push(one);
    groupOf.set(one, group);
    register.add(group, words);
  }
  for (const group of groups) group.named.sort((a, b) => a.first - b.first);
  return groups.sort((a, b) => a.named[0]!.first - b.named[0]!.first);
}

/** Acronyms in brackets after the organization that they stand for, "Management Unit (UGM)", in whatever language. */
function introductions({ word }: Reading, named: readonly Named[]): Map<Named, Named> {
  const found = new Map<Named, Named>();
  for (let i = 1; i < named.length; i++) {
    const [before, one] = [named[i - 1]!, named[i]!];
    if (one.type !== "ORG" || before.type !== "ORG" || one.first !== before.last + 1 || one.last !== one.first + 1)
      continue;
    if (word[before.last]!.text !== "(" || word[one.last]?.text !== ")") continue;
    if (word[one.first]!.shouted && before.last - before.first > 1) found.set(one, before);
  }
  return found;
}

/** Forms of companies that a short form leaves out. */
const FORMS = new Set(
  "inc,corp,corporation,co,company,companies,ltd,limited,llc,llp,plc,ag,gmbh,nv,sa,spa,group,holdings,holding,bank,party,newspaper,magazine,ministry,department,agency,news,&".split(
    ",",
  ),
);

/** Names of everything but people, by kind and the forms in which they may come back. */
class Others {
  readonly #byForm = new Map<string, Group>();
  readonly #added = new Set<string>();

  find(kind: string, words: readonly string[]): Group | undefined {
    return this.#byForm.get(`${kind} ${words.join(" ")}`) ?? this.#byForm.get(`${kind} ${turned(words).join(" ")}`);
  }

  add(group: Group, words: readonly string[]): void {
    const name = `${group.kind} ${words.join(" ")}`;
    if (this.#added.has(name)) return; // and so are all its forms
    this.#added.add(name);
    const note = (form: readonly string[]) => {
      const key = `${group.kind} ${form.join(" ")}`;
      if (!this.#byForm.has(key)) this.#byForm.set(key, group);
    };
    note(words);
    if (words.length < 2) return;
    note(turned(words));
    const large = words.filter((word) => !SMALL.has(word));
    if (large.length > 1) {
      note([initials(large)]);
      if (large.some((word) => word.includes("-"))) note([initials(large.flatMap((word) => word.split("-")))]);
      note([initials(words)]);
      if (group.kind === "ORG") note([initials(large.filter((word) => !FORMS.has(word)))]);
    }
    if (group.kind !== "ORG") return;
    let end = words.length;
    while (end > 1 && FORMS.has(words[end - 1]!)) note(words.slice(0, --end));
  }
}

/** "Department of Defense" as "defense department", so that both orders are one. */
function turned(words: readonly string[]): readonly string[] {
  const link = words.indexOf("of");
  if (link < 1 || link === words.length - 1) return words;
  return [...words.slice(link + 1).filter((word) => word !== "the"), ...words.slice(0, link)];
}

const initials = (words: readonly string[]): string => words.map((word) => word[0]).join("");
