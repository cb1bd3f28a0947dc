import { isHyphen, type Words } from "../../../words.ts";
import { CURRENCIES } from "../lexicon/currencies.ts";
import { GROUPS, MORE_WORDS, OTHER_NAMES, USUAL } from "../lexicon/symbols.ts";
import { named, type Unit } from "./unit.ts";

function nameIndex(): Map<string, string> {
  const index = new Map<string, string>();
  const byLast = new Map<string, Set<string>>();
  const singular = new Map<string, string>();
  for (const [code, , one, many] of CURRENCIES)
    for (const name of [one, many]) {
      index.set(name, code);
      const last = lastWord(name);
      byLast.set(last, (byLast.get(last) ?? new Set()).add(code));
      singular.set(last, lastWord(one));
    }
  for (const [last, codes] of byLast)
    if (!WORDS.has(last)) index.set(last, codes.size === 1 ? [...codes][0]! : singular.get(last)!);
  for (const [name, meaning] of OTHER_NAMES) index.set(name, meaning);
  return index;
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(" ") + 1);

/** Last words of names that mean other things by themselves ("Zimbabwean gold", "Brazilian real"). */
const WORDS: ReadonlySet<string> = new Set(
  "gold mark marks real reals sol soles colon sum som soms leu lev".split(" "),
);

/** Names in full ("australian dollars") and by their last word ("dollars"), to a code or to a shared name. */
export const NAMES: ReadonlyMap<string, string> = nameIndex();

/** The pieces of names of several words, one after the other, as the text is cut ("são tomé & príncipe dobra"). */
const pieces = (name: string): string[] => name.replaceAll("st.", "st").match(/[\p{L}\p{M}ʻ]+|[^\p{L}\p{M}\s]/gu) ?? [];

/** Names of several words by their first one, the longest first. */
const LONG_NAMES: ReadonlyMap<string, readonly (readonly [parts: readonly string[], meaning: string])[]> = (() => {
  const index = new Map<string, (readonly [string[], string])[]>();
  for (const [name, meaning] of NAMES) {
    const parts = pieces(name);
    if (parts.length > 1) index.set(parts[0]!, [...(index.get(parts[0]!) ?? []), [parts, meaning]]);
  }
  for (const names of index.values()) names.sort(([a], [b]) => b.length - a.length);
  return index;
})();

/** The name of a currency at word `at`: "dollars", "Australian dollars", "US-dollar". */
export function nameAt(words: Words, at: number): Unit | null {
  const { lower } = words;
  for (const [parts, meaning] of LONG_NAMES.get(lower[at]!) ?? []) {
    let end = at;
    for (const part of parts) {
      if (end > at && isHyphen(lower[end]) && part !== "-") end++;
      if (lower[end] !== part) {
        end = -1;
        break;
      }
      end++;
    }
    if (end > 0) return named(at, end, meaning, "name");
  }
  const meaning = NAMES.get(lower[at]!);
  return meaning ? named(at, at + 1, meaning, "name") : null;
}

/** Codes of the currencies that go by a shared name, with the adjectives and countries that tell them apart, as pieces. */
export function candidatesFor(shared: string): { code: string; words: readonly (readonly string[])[] }[] {
  const lasts = GROUPS.get(shared) ?? [shared];
  return CURRENCIES.flatMap(([code, country, one]) => {
    const last = lasts.find((word) => one.endsWith(` ${word}`));
    if (!last) return [];
    const words = [one.slice(0, -last.length - 1), ...(country ? [country] : []), ...(MORE_WORDS.get(code) ?? [])];
    return [{ code, words: words.map(pieces) }];
  });
}

/** What a shared name usually stands for; null if that would be a guess. */
export const usual = (shared: string): string | null => USUAL.get(shared) ?? null;
