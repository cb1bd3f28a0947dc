import type { Reading } from "../../../tagger/reading.ts";
import type { Group } from "../join.ts";
import { inSentence, type RoleRange, rolesOf } from "../names.ts";

const words = (list: string): string[] => list.split(" ");

/** Titles by their abbreviations. */
const WHOLE = new Map(
  words(
    "sen=senator gov=governor rep=representative gen=general prof=professor capt=captain lt=lieutenant sgt=sergeant col=colonel maj=major adm=admiral cmdr=commander rev=reverend pres=president insp=inspector supt=superintendent det=detective councilor=councillor advisor=adviser cofounder=co-founder congressman=representative congresswoman=representative",
  ).map((pair) => pair.split("=") as [string, string]),
);
/** With such a word before it a title is another one. */
const OTHER = new Set(
  words(
    "vice deputy assistant associate acting interim former ex then-president shadow under prime attorney first co lieutenant major brigadier press honorary next late outgoing incoming future potential new retired one-time longtime onetime presumptive would-be old previous last current",
  ),
);
/** What a lawmaker is called in passing. */
const LAWMAKERS = new Set(["senator", "representative", "mp", "lawmaker", "councillor"]);

/** A title of somebody: its last word, whole, and the words before it. */
interface Title {
  readonly group: number;
  readonly modifiers: ReadonlySet<string>;
}

const plain = (lower: string): string => (lower.endsWith(".") ? lower.slice(0, -1) : lower);
export const wholeTitle = (lower: string): string => WHOLE.get(plain(lower)) ?? plain(lower);

/** The titles of an article's people by their last word. */
export class Titles {
  readonly #byHead = new Map<string, Title[]>();

  constructor(reading: Reading, groups: readonly Group[]) {
    for (const [group, { kind, named }] of groups.entries()) {
      if (kind !== "PERSON") continue;
      for (const name of named) for (const role of rolesOf(name)) this.#add(reading, group, role);
    }
  }

  #add({ word }: Reading, group: number, { first, last }: RoleRange): void {
    let end = first + 1;
    while (end < last && word[end]!.lower !== "of") end++; // "secretary of state"
    while (end > first + 1 && word[end - 1]!.text === ".") end--;
    const head = wholeTitle(word[end - 1]!.lower);
    const modifiers = new Set<string>();
    for (let at = first; at < end - 1; at++) modifiers.add(plain(word[at]!.lower));
    for (const key of LAWMAKERS.has(head) ? [head, "lawmaker"] : [head]) {
      const titles = this.#byHead.get(key);
      if (titles) titles.push({ group, modifiers });
      else this.#byHead.set(key, [{ group, modifiers }]);
    }
  }

  /** True if somebody has a title with that last word. */
  has(head: string): boolean {
    return this.#byHead.has(wholeTitle(head));
  }

  /** The groups whose title "the … head" can be, its modifiers from token `first` to `head`. */
  bearers({ word }: Reading, first: number, head: number): readonly number[] {
    const titles = this.#byHead.get(wholeTitle(word[head]!.lower));
    if (!titles) return [];
    const found = new Set<number>();
    for (const { group, modifiers } of titles) {
      let fits = true;
      for (let at = first; at < head; at++) if (!modifiers.has(plain(word[at]!.lower))) fits = false;
      for (const modifier of modifiers) if (OTHER.has(modifier) && !has(word, first, head, modifier)) fits = false;
      if (fits) found.add(group);
    }
    return [...found];
  }
}

function has(word: Reading["word"], first: number, last: number, lower: string): boolean {
  for (let at = first; at < last; at++) if (plain(word[at]!.lower) === lower) return true;
  return false;
}

/** Groups of people by the age that stands beside one of their names; who is named last of one age. */
export function agesOf(reading: Reading, groups: readonly Group[]): ReadonlyMap<string, number> {
  const ages = new Map<string, number>();
  for (const [group, { kind, named }] of groups.entries()) {
    if (kind !== "PERSON") continue;
    for (const { first, last } of named) {
      const age = ageOf(reading, first, last);
      if (age) ages.set(age, group);
    }
  }
  return ages;
}

/** The age that stands after a name between commas, "Ana Ruiz, 43,", or before it, "43-year-old Ana Ruiz"; null if none does. */
function ageOf(reading: Reading, first: number, last: number): string | null {
  const { word } = reading;
  if (word[last]?.text === "," && inSentence(reading, first, last + 1) && /^\d\d?$/.test(word[last + 1]!.text)) {
    const next = word[last + 2]?.text;
    if (next === "," || next === "." || next === ")") return word[last + 1]!.text;
  }
  if (word[last]?.text === "(" && word[last + 2]?.text === ")" && /^\d\d$/.test(word[last + 1]!.text))
    return word[last + 1]!.text;
  for (let at = first - 1; at > first - 5 && inSentence(reading, first, at); at--)
    if (word[at]!.lower === "old" && isAge(reading, at - 4)) return word[at - 4]!.text;
  return null;
}

/** True if "43-year-old" begins at the token. */
export function isAge({ word, length }: Reading, at: number): boolean {
  return (
    at >= 0 &&
    at + 4 < length &&
    word[at + 4]!.lower === "old" &&
    word[at + 2]!.lower === "year" &&
    word[at + 1]!.text === "-" &&
    /^\d\d?$/.test(word[at]!.text)
  );
}
