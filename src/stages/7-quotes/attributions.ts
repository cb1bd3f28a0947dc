import { lowerBound } from "../../span.ts";
import { BEGIN, closes, labelOf, OUTSIDE, SINGLE, typeOf } from "../../tagger/labels.ts";
import { decode, margins } from "../../tagger/viterbi.ts";
import { type AttributionModel, CUE, LINKED_CONTENT, SOURCE } from "./attribution-model.ts";
import { type Window, wayTo, windowOf } from "./link-features.ts";
import { surroundingsOf } from "./part-features.ts";
import { linkScorer, partScorer } from "./scores.ts";
import type { Range } from "./speakers.ts";
import type { Units } from "./units.ts";

/** A cue with its source and content, in units. */
export interface Attribution {
  readonly cue: Range;
  /** Null where the text gives none. */
  readonly source: Range | null;
  readonly content: readonly Range[];
  /** From 0 to 1: how often attributions found with such a margin are right. */
  readonly confidence: number;
}

/**
 * Added to the score of cues before the first tagger decides: the linker, which sees more, drops false ones by finding
 * no content for them, so that the first tagger had better find too many.
 */
export const CUE_BIAS = 60;

/** Added to the score of sources before the linker decides once more, where it saw none. */
const SOURCE_BIAS = 80;

/** The type of a part for `wayTo`: no part is -1. */
export const partType = (label: number): number => (label === OUTSIDE ? -1 : typeOf(label));

/**
 * Sentences in which no word by itself looks more like a cue than this are passed over. At 200, one quote in 1,300 of
 * the articles held out was lost by it; at 300, sixteen.
 */
const LEAST_LIKELY = 200;

/** Labels all units of an article with the first tagger, paragraph by paragraph. */
export function labelParts(units: Units, { parts }: AttributionModel, bias: number): Uint8Array {
  const labels = new Uint8Array(units.length);
  const { moves, transitions } = parts;
  const score = partScorer(units, surroundingsOf(units), parts);
  for (const { first, last } of paragraphs(units)) {
    const emissions = score.byKinds(first, last);
    favour(emissions, moves.labels, CUE, bias);
    for (const run of likelySentences(units, emissions, moves.labels, first, last)) {
      score.addContext(emissions, first, run.first, run.last);
      const from = (run.first - first) * moves.labels;
      const to = (run.last - first) * moves.labels;
      decode(
        moves,
        emissions.subarray(from, to),
        transitions,
        run.last - run.first,
        labels.subarray(run.first, run.last),
      );
    }
  }
  return labels;
}

/** Runs of sentences of a paragraph each of which has a unit that may be a cue. */
function likelySentences(
  { sentence }: Units,
  emissions: Float32Array,
  labels: number,
  first: number,
  last: number,
): Range[] {
  const runs: Range[] = [];
  for (let begin = first, end = first; begin < last; begin = end) {
    let best = Number.NEGATIVE_INFINITY;
    for (; end < last && sentence[end] === sentence[begin]; end++) {
      const row = (end - first) * labels;
      const outside = emissions[row]!;
      best = Math.max(
        best,
        emissions[row + labelOf(CUE, BEGIN)]! - outside,
        emissions[row + labelOf(CUE, SINGLE)]! - outside,
      );
    }
    if (best < LEAST_LIKELY) continue;
    const previous = runs.at(-1);
    if (previous?.last === begin) runs[runs.length - 1] = { first: previous.first, last: end };
    else runs.push({ first: begin, last: end });
  }
  return runs;
}

/** Adds to the scores of all labels of a type. */
export function favour(emissions: Float32Array, labels: number, type: number, bias: number): void {
  for (let row = 0; row < emissions.length; row += labels)
    for (let part = 0; part < 4; part++) emissions[row + labelOf(type, part)]! += bias;
}

export function paragraphs({ block, length }: Units): Range[] {
  const found: Range[] = [];
  for (let first = 0, last = 0; first < length; first = last) {
    for (last = first + 1; last < length && block[last] === block[first]; ) last++;
    found.push({ first, last });
  }
  return found;
}

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

/** Finds the attributions of an article, in the order of their cues. */
export function findAttributions(units: Units, model: AttributionModel): Attribution[] {
  const labels = labelParts(units, model, CUE_BIAS);
  const sources = rangesOf(labels, SOURCE);
  const score = linkScorer(units, labels, model.links);
  return rangesOf(labels, CUE).flatMap(({ first, last }): Attribution[] => {
    const window = windowOf(units, first, last);
    const emissions = score(window, wayTo(units, window, labels, partType));
    const found = linked(window, emissions, model);
    if (!found) return [];
    return [found.source ? found : { ...found, source: likelySource(units, window, emissions, model, found, sources) }];
  });
}

function linked(window: Window, emissions: Float32Array, { links }: AttributionModel): Attribution | null {
  const { first, last, cueFirst, cueLast } = window;
  const path = new Uint8Array(last - first);
  decode(links.moves, emissions, links.transitions, path.length, path);
  const content = rangesOf(path, LINKED_CONTENT, first);
  if (content.length === 0) return null;
  const margin = margins(links.moves, emissions, links.transitions, path.length, path);
  let [sum, count] = [0, 0];
  for (let i = 0; i < path.length; i++)
    if (path[i] !== OUTSIDE) {
      sum += margin[i]!;
      count++;
    }
  const [a, b] = links.confidence;
  return {
    cue: { first: cueFirst, last: cueLast },
    source: nearest(rangesOf(path, SOURCE, first), cueFirst),
    content,
    confidence: 1 / (1 + Math.exp(-(a + b * (sum / count)))),
  };
}

/**
 * The source where the linker saw none: what it comes nearest to calling one; and for quoted speech, whose speaker is
 * nearly always told, or else the source that the first tagger found last, in this paragraph or the one before.
 */
function likelySource(
  { quotation, block }: Units,
  window: Window,
  emissions: Float32Array,
  { links }: AttributionModel,
  { content }: Attribution,
  sources: readonly Range[],
): Range | null {
  const isQuoted = content.some(({ first, last }) => quotation.slice(first, last).some((one) => one !== null));
  const { first, last, cueFirst, cueLast } = window;
  const { labels } = links.moves;
  const inContent = (at: number) => content.some((range) => range.first <= at && at < range.last);
  for (let i = 0; i < last - first; i++) {
    const free = !inContent(first + i) && (first + i < cueFirst || first + i >= cueLast);
    if (!free)
      for (let part = 0; part < 4; part++) emissions[i * labels + labelOf(SOURCE, part)] = Number.NEGATIVE_INFINITY;
  }
  favour(emissions, labels, SOURCE, SOURCE_BIAS);
  const path = new Uint8Array(last - first);
  decode(links.moves, emissions, links.transitions, path.length, path);
  const likely = nearest(rangesOf(path, SOURCE, first), cueFirst);
  if (likely || !isQuoted) return likely;
  const before = sources[lowerBound(sources.length, (i) => sources[i]!.last <= cueFirst) - 1];
  return before && block[cueFirst]! - block[before.first]! < 2 ? before : null;
}

const nearest = (ranges: readonly Range[], to: number): Range | null =>
  ranges.reduce<Range | null>(
    (best, range) => (best === null || Math.abs(range.first - to) < Math.abs(best.first - to) ? range : best),
    null,
  );
