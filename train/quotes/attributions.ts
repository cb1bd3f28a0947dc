import type { Range } from "../../src/stages/7-quotes/article.ts";
import { CUES, LINKS } from "../../src/stages/7-quotes/attribution-model.ts";
import { LEAST_LIKELY, likelihood } from "../../src/stages/7-quotes/attributions.ts";
import { clauses } from "../../src/stages/7-quotes/clauses.ts";
import { BREADTH } from "../../src/stages/7-quotes/content-ranker.ts";
import { likelyContents } from "../../src/stages/7-quotes/contents.ts";
import { loadCues } from "../../src/stages/7-quotes/cues.ts";
import { Kinds } from "../../src/stages/7-quotes/units.ts";
import { phraseHeads, type Window, windowOf } from "../../src/stages/7-quotes/windows.ts";
import { labelCount, labelOf, SINGLE } from "../../src/tagger/labels.ts";
import type { Lexicon } from "../../src/tagger/lexicon.ts";
import type { StoredModel } from "../../src/tagger/model-file.ts";
import { score, train } from "../ner/perceptron.ts";
import type { GoldAttribution, QuoteArticle } from "./articles.ts";
import { type Choice, trainContents } from "./contents.ts";
import { findCueHeads } from "./cue-heads.ts";
import { extractCues, extractLinks } from "./extraction.ts";
import { type Extracted, indexed, indexFeatures } from "./feature-index.ts";
import { linkGold } from "./gold-labels.ts";
import { chanceOf, type Examples, trainLogistic } from "./logistic.ts";
import { trainSources } from "./sources.ts";
import { store } from "./store.ts";

/** A feature that occurs less often is left out. */
const LEAST = 3;
const SEED = 7;
/** What a wrong label costs while training. */
const COST = 20;
const CUE_EPOCHS = 3;

export interface AttributionTraining {
  readonly epochs: number;
  /** So many models of the other articles label each article as the linker will see it. */
  readonly folds: number;
  readonly log: (message: string) => void;
}

/** Trains both models. Same articles and options in, same models out. */
export function trainAttributions(
  given: readonly QuoteArticle[],
  wordNet: Lexicon,
  { epochs, folds, log }: AttributionTraining,
): { cues: StoredModel; links: StoredModel; contents: StoredModel; sources: StoredModel } {
  const { heads, lexicon } = findCueHeads(given, wordNet);
  const kinds = new Kinds(lexicon, loadCues());
  const articles = given.map((article) => ({ ...article, units: article.reread(kinds) }));
  const { cues, chances } = trainCues(articles, heads, lexicon, folds, log);
  const likely = chances.map((some) => Uint8Array.from(some, likelihood));
  const windows = articles.map((article, i) => candidates(article, heads[i]!, likely[i]!));
  const { links, unseen } = trainLinks(articles, windows, { epochs, folds, log });
  const contents = trainContents(articles, likely, chances, unseen, log);
  const sources = trainSources(articles, heads, likely, unseen, log);
  return { cues, links, contents, sources };
}

/** The finder of cues; and the chance of every unit to be one by a model that has not seen its article. */
function trainCues(
  articles: readonly QuoteArticle[],
  heads: readonly (readonly number[])[],
  lexicon: Lexicon,
  folds: number,
  log: (message: string) => void,
): { cues: StoredModel; chances: Float32Array[] } {
  const places = articles.map(({ units }) => Array.from(units.kind.keys()).filter((at) => units.kind[at]!.mayBeCue));
  const extracted = articles.map(({ units }, i) => extractCues(units, places[i]!));
  const index = indexFeatures(extracted, LEAST);
  const examples = articles.map((_, i): Examples => {
    const gold = new Set(heads[i]);
    return { ...indexed(extracted[i]!, index), yes: Uint8Array.from(places[i]!, (at) => (gold.has(at) ? 1 : 0)) };
  });
  const size = index.hashes.length;
  const all = heads.flat().filter((head) => head >= 0).length;
  const seen = examples.reduce((sum, { yes }) => sum + yes.reduce((a, b) => a + b, 0), 0);
  log(`${places.flat().length} words may be cues, among them ${seen} of ${all}; ${size} features`);
  const options = { size, epochs: CUE_EPOCHS, seed: SEED };
  const chances = articles.map(({ units }) => new Float32Array(units.length));
  const found = [0, 0];
  for (let fold = 0; fold < folds; fold++) {
    const weights = trainLogistic(joined(examples.filter((_, i) => i % folds !== fold)), options);
    for (const [i, one] of examples.entries())
      if (i % folds === fold)
        for (const [k, at] of places[i]!.entries()) {
          const chance = chanceOf(one, weights, k);
          chances[i]![at] = chance;
          if (chance >= LEAST_LIKELY) found[one.yes[k]!]!++;
        }
  }
  log(`by models that had not seen them, ${found[1]} of these are found, and ${found[0]} others`);
  const weights = trainLogistic(joined(examples), options);
  const labels = labelCount(1);
  const emissions = new Float32Array(size * labels);
  for (let i = 0; i < size; i++) emissions[i * labels + labelOf(0, SINGLE)] = weights[i]!;
  const cues = store(
    CUES,
    index,
    { types: 1, emissions, transitions: new Float32Array(labels * labels) },
    lexicon,
    [0, 1],
    0.005,
  );
  return { cues, chances };
}

function joined(parts: readonly Examples[]): Examples {
  const count = parts.reduce((sum, { yes }) => sum + yes.length, 0);
  const size = parts.reduce((sum, { features }) => sum + features.length, 0);
  const [starts, features, yes] = [new Uint32Array(count + 1), new Uint32Array(size), new Uint8Array(count)];
  let [example, feature] = [0, 0];
  for (const part of parts) {
    yes.set(part.yes, example);
    features.set(part.features, feature);
    for (let i = 0; i < part.yes.length; i++) starts[++example] = feature + part.starts[i + 1]!;
    feature += part.features.length;
  }
  return { starts, features, yes };
}

/** A window with its features and gold. */
interface Labelled {
  readonly window: Window;
  /** What the cue reports; empty if it is none. */
  readonly content: readonly Range[];
  readonly extracted: Extracted;
  readonly gold: Uint8Array;
  /** False for a gold cue that the finder missed: of use in training, and never seen later. */
  readonly found: boolean;
}

/** The windows of the cues found, false ones too, and of the gold cues that were missed. */
function candidates({ units, gold }: QuoteArticle, heads: readonly number[], likely: Uint8Array): Labelled[] {
  const phrases = phraseHeads(units);
  const made = (cue: number, attribution: GoldAttribution | null): Labelled => {
    const window = windowOf(units, cue);
    return {
      window,
      content: attribution?.content ?? [],
      extracted: extractLinks(units, window, likely, phrases),
      gold: linkGold(attribution, window),
      found: likely[cue]! > 1,
    };
  };
  const owner = new Map(heads.map((head, i) => [head, gold[i]!] as const));
  const windows: Labelled[] = [];
  for (let at = 0; at < units.length; at++)
    if (likely[at]! > 1 || owner.has(at)) windows.push(made(at, owner.get(at) ?? null));
  return windows;
}

/** The linker; and for the windows of cues found, what linkers that have not seen their article think they may report. */
function trainLinks(
  articles: readonly QuoteArticle[],
  windows: readonly (readonly Labelled[])[],
  { epochs, folds, log }: AttributionTraining,
): { links: StoredModel; unseen: Choice[][] } {
  const index = indexFeatures(
    windows.flat().map(({ extracted }) => extracted),
    LEAST,
  );
  log(`${windows.flat().length} windows, ${index.hashes.length} features of links`);
  const sequences = windows.map((some) => some.map((one) => ({ ...one, ...indexed(one.extracted, index) })));
  const options = { types: LINKS.length, features: index.hashes.length, epochs, seed: SEED, cost: COST };
  const unseen: Choice[][] = windows.map(() => []);
  for (let fold = 0; fold < folds; fold++) {
    const { emissions: weights, transitions } = train(
      sequences
        .filter((_, i) => i % folds !== fold)
        .flat()
        .filter(({ content }) => content.length > 0),
      options,
    );
    for (const [i, some] of sequences.entries())
      if (i % folds === fold)
        unseen[i] = some
          .filter(({ found }) => found)
          .map((sequence) => {
            const emissions = new Float32Array(sequence.gold.length * labelCount(LINKS.length));
            score(sequence, weights, labelCount(LINKS.length), emissions);
            const { window, content } = sequence;
            const contents = likelyContents(
              emissions,
              transitions,
              sequence.gold.length,
              window.first,
              BREADTH,
              clauses(articles[i]!.units, window),
            );
            return { window, content, contents };
          });
  }
  const links = train(
    sequences.flat().filter(({ content }) => content.length > 0),
    { ...options, log },
  );
  return { links: store(LINKS, index, links, null, [0, 1]), unseen };
}
