import type { Lexicon } from "../../../tagger/lexicon.ts";
import type { Reading } from "../../../tagger/reading.ts";
import type { Group } from "../join.ts";
import type { Range } from "../names.ts";
import type { Part } from "./clause.ts";
import { Mentioned, Referent } from "./mentioned.ts";
import { OrganizationNouns } from "./organization-nouns.ts";
import { sexOfGroup } from "./people.ts";
import { agesOf, Titles } from "./role-nouns.ts";
import { kindsOf } from "./word-kinds.ts";

/** A pronoun or noun that stands for a named person or organization. */
export interface Reference extends Range {
  /** Index of the group of names. */
  readonly group: number;
  readonly kind: "pronoun" | "nominal";
  readonly rule: string;
  readonly confidence: number;
}

/** How often each rule is right, by the cases that were read (docs/entities.md). */
const CONFIDENCE = {
  "entities/pronoun-only": 0.98,
  "entities/pronoun": 0.95,
  "entities/first-person": 0.95,
  "entities/it": 0.95,
  "entities/title": 0.96,
  "entities/age": 0.95,
  "entities/organization-noun": 0.95,
} as const;

/** An article while it is read for references: who was mentioned so far, in the order of the text. */
export class Scene {
  readonly reading: Reading;
  /** Bits of `Kind` by token. */
  readonly kind: Uint32Array;
  readonly groups: readonly Group[];
  readonly nouns: OrganizationNouns;
  readonly people: Mentioned[] = [];
  readonly organizations: Mentioned[] = [];
  readonly found: Reference[] = [];
  /** Count of the sentences so far, speech left out. */
  step = 0;
  /** By token, the group of the name that begins there, or -1; and the token after that name. */
  readonly #group: Int32Array;
  readonly #last: Uint32Array;
  readonly #referents: (Referent | null)[];
  /** The token after the last noun phrase that was found: none overlaps another. */
  #end = 0;
  #titles: Titles | null = null;
  #ages: ReadonlyMap<string, number> | null = null;

  constructor(reading: Reading, lexicon: Lexicon, groups: readonly Group[]) {
    const { length, word } = reading;
    this.reading = reading;
    this.groups = groups;
    this.kind = kindsOf(word);
    this.nouns = new OrganizationNouns(reading, lexicon, groups);
    this.#group = new Int32Array(length).fill(-1);
    this.#last = new Uint32Array(length);
    for (let i = 0; i < groups.length; i++)
      for (const { first, last } of groups[i]!.named) {
        this.#group[first] = i;
        this.#last[first] = last;
      }
    this.#referents = groups.map((group, i) => {
      if (group.kind === "PERSON") return new Referent(i, 0, () => sexOfGroup(reading, group));
      return group.kind === "ORG" ? new Referent(i, 0) : null;
    });
  }

  /** True if a name begins at the token. */
  isName(at: number): boolean {
    return this.#group[at]! >= 0;
  }

  /** The person or organization whose name begins at the token, or null. */
  named(at: number): Referent | null {
    const group = this.#group[at] ?? -1;
    return group < 0 ? null : this.#referents[group]!;
  }

  /** The token after the name that begins at `at`. */
  nameEnd(at: number): number {
    return this.#last[at]!;
  }

  isPerson({ group }: Referent): boolean {
    return group !== null && this.groups[group]!.kind === "PERSON";
  }

  /** Notes the name that begins at the token. */
  readName(at: number, speech: boolean): void {
    const who = this.named(at);
    if (!who) return;
    const last = this.nameEnd(at);
    this.mention(this.isPerson(who) ? this.people : this.organizations, who, { first: at, last }, speech);
  }

  /** Notes that somebody is mentioned, in one of the lists; `part` if it is known. */
  mention(list: Mentioned[], who: Referent, { first, last }: Range, speech: boolean, part: Part | null = null): void {
    who.times++;
    list.push(new Mentioned(this.reading, { who, first, last, step: this.step, speech }, part));
  }

  /** Notes somebody or something without a name by its noun, unless that turns out to be said of what was mentioned before. */
  mentionNoun(list: Mentioned[], who: Referent, at: number, speech: boolean): void {
    const before = list.at(-1)?.last ?? -1;
    list.push(new Mentioned(this.reading, { who, first: at, last: at + 1, step: this.step, speech }, null, before));
  }

  /** The titles of its people, worked out when first asked. */
  get titles(): Titles {
    this.#titles ??= new Titles(this.reading, this.groups);
    return this.#titles;
  }

  /** Who is said to be of that age beside the name, worked out when first asked. */
  aged(age: string): Referent | null {
    this.#ages ??= agesOf(this.reading, this.groups);
    const group = this.#ages.get(age);
    return group === undefined ? null : this.#referents[group]!;
  }

  /** Writes down that the words stand for somebody with a name; nothing for somebody without one. */
  refer({ group }: Referent, { first, last }: Range, rule: keyof typeof CONFIDENCE): void {
    if (group === null) return;
    this.found.push({ group, first, last, kind: kindOfRule(rule), rule, confidence: CONFIDENCE[rule] });
    this.#end = Math.max(this.#end, last);
  }

  /** True if the words from `first` on are in no reference yet. */
  isFree(first: number): boolean {
    return first >= this.#end;
  }
}

const kindOfRule = (rule: keyof typeof CONFIDENCE): Reference["kind"] =>
  rule === "entities/title" || rule === "entities/age" || rule === "entities/organization-noun" ? "nominal" : "pronoun";
