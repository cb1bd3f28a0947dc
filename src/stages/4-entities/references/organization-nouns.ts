import { bitOf } from "../../../tagger/classes.ts";
import type { Lexicon } from "../../../tagger/lexicon.ts";
import type { Reading } from "../../../tagger/reading.ts";
import type { Group } from "../join.ts";
import { inSentence } from "../names.ts";
import { classesOf } from "../typing.ts";
import type { Referent } from "./mentioned.ts";
import { BODY_NOUNS, COMPANY_NOUNS } from "./word-kinds.ts";

const words = (list: string): string[] => list.split(" ");

/** Classes of organizations in the lexicon, and what they are called in passing. */
const CALLED: readonly (readonly [number, readonly string[]])[] = [
  [bitOf("company"), words("company firm")],
  [bitOf("media"), words("newspaper broadcaster network magazine outlet")],
  [bitOf("team"), words("club team")],
  [bitOf("party"), words("party")],
  [bitOf("school"), words("university college school")],
];
/** Endings of the names of companies. */
const FORMS = new Set(
  words(
    "inc corp corporation co ltd limited llc plc ag gmbh sa spa nv holdings motors airlines pharmaceuticals technologies",
  ),
);
/** One thing by two names. */
const ALIKE = new Map([
  ["start-up", "company"],
  ["startup", "company"],
  ["firm", "company"],
  ["corporation", "company"],
  ["airlines", "airline"],
  ["airways", "airline"],
  ["center", "centre"],
]);

const plain = (lower: string): string => lower.replaceAll(".", "");
export const wholeNoun = (lower: string): string => ALIKE.get(lower) ?? lower;

/** What the organizations of an article can be called by, worked out when it is first asked. */
export class OrganizationNouns {
  readonly #reading: Reading;
  readonly #lexicon: Lexicon;
  readonly #groups: readonly Group[];
  readonly #known = new Map<Referent, ReadonlySet<string>>();

  constructor(reading: Reading, lexicon: Lexicon, groups: readonly Group[]) {
    this.#reading = reading;
    this.#lexicon = lexicon;
    this.#groups = groups;
  }

  /** Notes what one without a name is called. */
  note(who: Referent, noun: string): void {
    this.#known.set(who, new Set([noun]));
  }

  of(who: Referent): ReadonlySet<string> {
    let nouns = this.#known.get(who);
    if (!nouns) {
      nouns = who.group === null ? NONE : nounsOf(this.#reading, this.#lexicon, this.#groups[who.group]!);
      this.#known.set(who, nouns);
    }
    return nouns;
  }
}

const NONE: ReadonlySet<string> = new Set();

/** The nouns that an organization can be called by: those in its name, in an apposition, or of its class. */
function nounsOf(reading: Reading, lexicon: Lexicon, { named, words: full }: Group): ReadonlySet<string> {
  const nouns = new Set<string>();
  const note = (noun: string): void => {
    if (BODY_NOUNS.has(noun) || COMPANY_NOUNS.has(noun)) nouns.add(wholeNoun(noun));
    if (COMPANY_NOUNS.has(noun)) nouns.add("company");
  };
  // The head of a name stands last, or before "of", "for", "on".
  note(ALIKE.get(full.at(-1)!) ?? full.at(-1)!);
  const link = full.findIndex((one) => one === "of" || one === "for" || one === "on");
  if (link > 0) note(full[link - 1]!);
  if (FORMS.has(plain(full.at(-1)!))) nouns.add("company");
  let classes = 0;
  for (const { first, last } of named) {
    classes |= classesOf(reading, lexicon, { first, last });
    apposed(reading, first, last, note);
  }
  if (nouns.size === 0)
    for (const [bit, called] of CALLED) if (classes & bit) for (const noun of called) nouns.add(wholeNoun(noun));
  return nouns;
}

/** "Lumora, a chip company,", "the airline Norvik". */
function apposed(reading: Reading, first: number, last: number, note: (noun: string) => void): void {
  const { word } = reading;
  if (inSentence(reading, first, first - 1)) note(word[first - 1]!.lower);
  if (!inSentence(reading, first, last + 1) || word[last]!.text !== ",") return;
  const lead = word[last + 1]!.lower;
  if (lead !== "a" && lead !== "an" && lead !== "the") return;
  for (let at = last + 2; at < last + 12 && inSentence(reading, first, at); at++) {
    const { lower, text } = word[at]!;
    if (text === "," || lower === "of" || lower === "that" || lower === "which" || lower === "for") return;
    note(lower);
  }
}
