import { closes, OUTSIDE, typeOf } from "../../tagger/labels.ts";
import { POS_CODES } from "../../tagger/pos-codes.ts";
import type { Range } from "./article.ts";
import type { AttributionModel } from "./attribution-model.ts";
import { contentRanker } from "./content-ranker.ts";
import { cueScorer } from "./cue-scorer.ts";
import { linkScorer } from "./link-scorer.ts";
import { type Ranked, sourceFinder } from "./source-finder.ts";
import type { Units } from "./units.ts";
import { phraseHeads, wayTo, windowOf } from "./windows.ts";

/** A cue with its source and content, in units. */
export interface Attribution {
  /** The unit that says what is done: "said", "according", "criticism". */
  readonly cue: number;
  /** Null where the text gives none. */
  readonly source: Range | null;
  readonly content: readonly Range[];
  /** From 0 to 1: how often attributions found with such a margin are right. */
  readonly confidence: number;
}

/** Units that are cues with at least this chance teach the linker what false cues look like. */
export const LEAST_LIKELY = 0.12;

/** The linker looks at units that are cues with at least this chance. Those less likely hardly ever turn out to report anything. */
const LEAST_CHANCE = 0.25;

/** A cue is believed to report something with at least this chance, if a content is the right one with at least the other. */
const LEAST_REPORTING = 0.25;
const LEAST_RIGHT = 0.2;

/** Where it is likelier than this that there is no source, none is named. */
const MOST_LIKELY_NONE = 0.6;

/** How likely a unit is a cue, as the linker knows it: 0 no cue at all, up to 4. */
export const likelihood = (chance: number): number =>
  chance < LEAST_LIKELY ? (chance > 0 ? 1 : 0) : chance < 0.5 ? 2 : chance < 0.9 ? 3 : 4;

/** The runs of one type among labels. */
export function rangesOf(labels: Uint8Array, type: number, offset = 0): Range[] {
  const found: Range[] = [];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === OUTSIDE || typeOf(labels[i]!) !== type) continue;
    const first = i;
    while (i + 1 < labels.length && !closes(labels[i]!)) i++;
    found.push({ first: first + offset, last: i + 1 + offset });
  }
  return found;
}

/** Finds attributions in articles. What it works out of single words it keeps until it is told to forget. */
export interface AttributionFinder {
  /** The attributions of an article, in the order of their cues. */
  readonly find: (units: Units) => Attribution[];
  readonly forget: () => void;
}

export function attributionFinder(model: AttributionModel): AttributionFinder {
  const cues = cueScorer(model.cues);
  const links = linkScorer(model.links);
  const choose = contentRanker(model.contents, model.links);
  const findSource = sourceFinder(model.sources);
  return {
    find: (units) => {
      const chances = cues.chances(units);
      const likely = new Uint8Array(units.length);
      for (let at = 0; at < units.length; at++) if (chances[at]! > 0) likely[at] = likelihood(chances[at]!);
      const heads = phraseHeads(units);
      const score = links.article(units, likely);
      const rank = findSource(units, likely, heads);
      const found: Attribution[] = [];
      const sources: Range[] = [];
      for (let cue = 0; cue < units.length; cue++) {
        if (chances[cue]! < LEAST_CHANCE) continue;
        const window = windowOf(units, cue);
        const way = wayTo(units, window, likely, heads);
        const emissions = score(window, way);
        const said = choose(units, window, emissions, likely, chances[cue]!);
        if (!said || said.reports < LEAST_REPORTING || said.right < LEAST_RIGHT) continue;
        const one = { cue, content: wholeNames(units, said.content), confidence: said.right };
        const source = sourceOf(units, one, rank(window, way, one.content, sources.at(-1) ?? null), sources);
        found.push({ ...one, source });
        if (source) sources.push(source);
      }
      return found;
    },
    forget: () => {
      cues.forget();
      links.forget();
    },
  };
}

/** The ranges without those that hold nothing but the beginning of a name, if others are left. */
function wholeNames({ pos, length }: Units, ranges: readonly Range[]): readonly Range[] {
  if (ranges.length === 1) return ranges;
  const isName = (at: number): boolean => at < length && pos[at] === POS_CODES.PROPN;
  const kept = ranges.filter(({ first, last }) => {
    for (let at = first; at <= last; at++) if (!isName(at)) return true;
    return false;
  });
  return kept.length > 0 ? kept : ranges;
}

/**
 * The source of an attribution: the likeliest noun phrase of its window; and for quoted speech by nobody there, the source
 * that was found last, in this paragraph or the one before.
 */
function sourceOf(
  { quotation, block }: Units,
  { cue, content }: Omit<Attribution, "source">,
  ranked: Ranked | null,
  sources: readonly Range[],
): Range | null {
  if (ranked && ranked.none < MOST_LIKELY_NONE) return ranked.source;
  const isQuoted = content.some(({ first, last }) => quotation.slice(first, last).some((one) => one !== null));
  const before = sources.at(-1);
  if (isQuoted && before && block[cue]! - block[before.first]! < 2) return before;
  return null;
}
