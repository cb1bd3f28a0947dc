import { addWeights } from "../../tagger/add-weights.ts";
import { FeatureList } from "../../tagger/features.ts";
import { labelOf, SINGLE } from "../../tagger/labels.ts";
import { type Model, UNIT } from "../../tagger/model.ts";
import { POS_CODES } from "../../tagger/pos-codes.ts";
import type { Range } from "./article.ts";
import { candidatesIn, noSourceFeatures, sourceFeatures } from "./source-features.ts";
import type { Units } from "./units.ts";
import { type Way, WIDEST_WINDOW, type Window } from "./windows.ts";

const LABEL = labelOf(0, SINGLE);

/** A noun phrase with the chance that it is the source, and the chance that there is none. */
export interface Ranked {
  readonly source: Range;
  readonly chance: number;
  readonly none: number;
}

/** Tells which noun phrase of a window is the source of an attribution; `earlier` is the source that was found before. */
export function sourceFinder(model: Model) {
  const list = new FeatureList();
  const sums = new Int32Array(model.moves.labels);
  const scores = new Float64Array(WIDEST_WINDOW);
  const score = (): number => {
    sums[LABEL] = 0;
    addWeights(model, list, sums);
    list.size = 0;
    return sums[LABEL]! / UNIT;
  };
  return (units: Units, likely: Uint8Array, heads: Int32Array) =>
    (window: Window, way: Way, content: readonly Range[], earlier: Range | null): Ranked | null => {
      const plain = somebodyAt(units, window.cue - 1);
      if (plain && window.first < window.cue) return { source: plain, chance: 1, none: 0 };
      list.size = 0;
      noSourceFeatures(units, window, content, list);
      const none = score();
      const candidates = candidatesIn(window, heads, content);
      if (candidates.length === 0) return null;
      let [most, best] = [none, 0];
      for (let i = 0; i < candidates.length; i++) {
        sourceFeatures(units, window, way, likely, content, candidates[i]!, earlier, list);
        const one = score();
        scores[i] = one;
        if (one > most) most = one;
        if (one > scores[best]!) best = i;
      }
      let sum = Math.exp(none - most);
      for (let i = 0; i < candidates.length; i++) sum += Math.exp(scores[i]! - most);
      return {
        source: withComplements(units, heads, window, content, candidates[best]!),
        chance: Math.exp(scores[best]! - most) / sum,
        none: Math.exp(none - most) / sum,
      };
    };
}

const SOMEBODY = new Set("another,others,some,many,few,both,most,several".split(","));

/** "while another called it …": such a word right before the verb is its subject, whatever the names around it. */
const somebodyAt = ({ kind, quotation }: Units, at: number): Range | null =>
  at >= 0 && !quotation[at] && SOMEBODY.has(kind[at]!.base) ? { first: at, last: at + 1 } : null;

/** What joins a phrase to one before it: "a sign on the door". */
const LINKS = new Set(["of", "for", "from", "at", "with", "on", "in", "by"]);
/** What joins one after it: not when or where something was said. */
const LINKS_AFTER = new Set(["of", "for", "from", "with"]);

/** The phrase with those that hang on it, and the one that it hangs on: "a spokesman for the city of Ruiz". */
function withComplements(
  { kind }: Units,
  heads: Int32Array,
  window: Window,
  content: readonly Range[],
  phrase: Range,
): Range {
  const free = (at: number) =>
    at >= window.first && at < window.last && at !== window.cue && !content.some((c) => c.first <= at && at < c.last);
  let { first, last } = phrase;
  while (free(last + 1) && LINKS_AFTER.has(kind[last]!.base) && heads[last + 1]! >= 0) {
    last++;
    for (const head = heads[last]!; free(last) && heads[last] === head; ) last++;
  }
  while (free(first - 2) && LINKS.has(kind[first - 1]!.base) && heads[first - 2]! >= 0) {
    first -= 2;
    for (const head = heads[first]!; free(first - 1) && heads[first - 1] === head; ) first--;
  }
  // "Omar Deng, a lawyer": a name and what it is.
  const name = (at: number) => kind[heads[at]!]!.pos === POS_CODES.PROPN;
  const noun = (at: number) => kind[heads[at]!]!.pos === POS_CODES.NOUN;
  const other = (a: number, b: number) => (name(a) && noun(b)) || (noun(a) && name(b));
  if (free(last + 1) && kind[last]!.base === "," && heads[last + 1]! >= 0 && other(phrase.first, last + 1)) {
    last++;
    for (const head = heads[last]!; free(last) && heads[last] === head; ) last++;
  } else if (free(first - 2) && kind[first - 1]!.base === "," && heads[first - 2]! >= 0) {
    let from = first - 2;
    for (const head = heads[from]!; free(from - 1) && heads[from - 1] === head; ) from--;
    const hangs = from > window.first && kind[from - 1]!.pos === POS_CODES.ADP; // "In a statement, Ruiz said"
    if (!hangs && other(phrase.first, first - 2)) first = from;
  }
  return { first, last };
}
