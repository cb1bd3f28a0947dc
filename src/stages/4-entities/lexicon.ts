import { createHash } from "node:crypto";
import nlp from "compromise";
import type { Resource } from "../../pipeline.ts";
import { DEMONYM_PLURALS, PLACE_WORDS, PLACES, ROLE_WORDS } from "./words.ts";

/** What a known name or word stands for. */
export type NameKind = "first" | "last" | "person" | "gpe" | "loc" | "org" | "norp";

export interface NameLexicon {
  /** Kinds by lower-case phrase; `at` longest phrase in words. */
  readonly names: ReadonlyMap<string, NameKind>;
  readonly longest: number;
  /** Lower-case words that end the name of an organization, of a place, and words for what people do. */
  readonly organizationWords: ReadonlySet<string>;
  readonly placeWords: ReadonlySet<string>;
  readonly roleWords: ReadonlySet<string>;
  readonly honorifics: ReadonlySet<string>;
  /** Words that are no names. */
  readonly commonWords: ReadonlySet<string>;
  readonly resource: Resource;
}

/** compromise's tags, the first that applies decides. */
const KINDS: readonly [string, NameKind][] = [
  ["Country", "gpe"],
  ["City", "gpe"],
  ["Region", "gpe"],
  ["Demonym", "norp"],
  ["Organization", "org"],
  ["SportsTeam", "org"],
  ["Place", "loc"],
  ["Person", "person"],
  ["FirstName", "first"],
  ["MaleName", "first"],
  ["FemaleName", "first"],
  ["LastName", "last"],
];

/** What else compromise tags that may be a name, or stand before one. */
const NAME_TAGS = new Set(["ProperNoun", "Honorific", "Abbreviation", "Emoticon"]);

/** The parts of compromise's world that are read; its typings leave them open. */
interface World {
  readonly one: { readonly lexicon: Readonly<Record<string, string | readonly string[]>> };
  readonly two: { readonly orgWords: object; readonly placeWords: object };
}

/**
 * Reads compromise's lexicon, once. compromise itself is never run on text here: it takes some twenty times the time of
 * wink-nlp, and what it knows of names is in these tables.
 */
export function loadLexicon(): NameLexicon {
  const world = nlp.model() as unknown as World;
  const names = new Map<string, NameKind>();
  const roleWords = new Set(ROLE_WORDS);
  const commonWords = new Set<string>();
  const honorifics = new Set<string>([
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "dame",
    "lord",
    "lady",
    "prof",
    "rev",
    "st",
  ]);
  for (const [phrase, tag] of Object.entries(world.one.lexicon)) {
    const tags = typeof tag === "string" ? [tag] : tag;
    const kind = KINDS.find(([name]) => tags.includes(name))?.[1];
    if (kind && !(tags.includes("Abbreviation") && phrase.length < 5)) names.set(phrase, kind);
    if (!kind && !tags.some((tag) => NAME_TAGS.has(tag))) commonWords.add(phrase);
    if (tags.includes("Actor") && !tags.includes("Plural")) roleWords.add(phrase);
    if (tags.includes("Honorific")) honorifics.add(phrase);
  }
  for (const [kind, list] of Object.entries(PLACES)) for (const name of list) names.set(name, kind as NameKind);
  for (const word of DEMONYM_PLURALS) names.set(word, "norp");
  const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1));
  const sha256 = createHash("sha256")
    .update(JSON.stringify([sorted, [...roleWords].sort(), [...commonWords].sort()]))
    .digest("hex");
  return {
    names,
    longest: Math.max(...sorted.map(([phrase]) => phrase.split(" ").length)),
    organizationWords: new Set(Object.keys(world.two.orgWords)),
    placeWords: new Set([...Object.keys(world.two.placeWords), ...PLACE_WORDS]),
    roleWords,
    honorifics,
    commonWords,
    resource: { kind: "lexicon", name: "compromise", version: nlp.version, sha256 },
  };
}
