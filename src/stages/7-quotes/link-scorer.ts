import { addWeights } from "../../tagger/add-weights.ts";
import { FeatureList } from "../../tagger/features.ts";
import type { Model } from "../../tagger/model.ts";
import {
  cuePlaceFeatures,
  cuePosFeatures,
  FAR,
  farFeatures,
  nearFeatures,
  OUT,
  placeFeatures,
  quotationFeatures,
  spotFeatures,
  trioFeatures,
  wayFeatures,
} from "./link-features.ts";
import { Rows, STEP, toSteps } from "./rows.ts";
import type { Units } from "./units.ts";
import { edgeOf, sideOf, type Way, WIDEST_WINDOW, type Window, wayTo } from "./windows.ts";

// How many cases there are of each number that `link-features.ts` tells apart.
const SIDES = 3;
const DISTANCES = 9;
const LIKELIHOODS = 5;
const EDGES = 3;
const POS = 21;
const VERBS = 4;
const STOPS = 5;
const OTHERS = 3;
/** A unit itself and the two beside it. */
const PLACES = 3;
/** Cases of what one cue leads to expect. */
const BY_POS = 0;
const BY_PLACE = SIDES * POS;
const EXPECTED = BY_PLACE + SIDES * DISTANCES;

/** Scores the windows of cues by the labels of the linker. Keeps what it worked out of kinds until it is told to forget. */
export function linkScorer(model: Model) {
  const { labels } = model.moves;
  const list = new FeatureList();
  const sums = new Int32Array(labels);
  const rowsFor = (cases: number) => new Rows(cases, labels);
  const place = rowsFor(SIDES * DISTANCES * LIKELIHOODS * EDGES);
  const way = rowsFor(SIDES * POS * LIKELIHOODS * VERBS * STOPS * OTHERS);
  const spot = rowsFor(SIDES * POS * DISTANCES * STOPS);
  const trio = rowsFor(SIDES * POS * POS * POS);
  const far = rowsFor(0);
  const near = rowsFor(0);
  const cues = new Map<number, Rows>();
  const emissions = new Float32Array(WIDEST_WINDOW * labels);
  const learn = (rows: Rows, row: number): void => {
    rows.learn(row, model, list);
    list.size = 0;
  };

  /** The rows of a unit that stands `offset` units from the one that it gives its features to. */
  const farRow = ({ kind, ids }: Units, at: number, offset: -2 | 2): number => {
    const row = ids[at]! * FAR.length + (offset < 0 ? 0 : 1);
    if (far.known[row] === 0) {
      farFeatures(kind[at]!, offset, list);
      learn(far, row);
    }
    return row;
  };
  const nearRow = ({ kind, ids }: Units, at: number, offset: -1 | 0 | 1, side: number): number => {
    const row = (ids[at]! * SIDES + side) * PLACES + offset + 1;
    if (near.known[row] === 0) {
      nearFeatures(kind[at]!, offset, side, list);
      learn(near, row);
    }
    return row;
  };

  const expectedOf = (id: number): Rows => {
    let known = cues.get(id);
    if (!known) {
      known = rowsFor(EXPECTED);
      cues.set(id, known);
    }
    return known;
  };

  const addQuotation = (units: Units, window: Window, between: Way, own: number, at: number, to: number): void => {
    quotationFeatures(units, window, between, own, at, list);
    sums.fill(0);
    addWeights(model, list, sums);
    list.size = 0;
    for (let label = 0; label < labels; label++) emissions[to + label]! += toSteps(sums[label]!) * STEP;
  };

  const addRow = ({ scores }: Rows, row: number, to: number): void => {
    const from = row * labels;
    for (let label = 0; label < labels; label++) emissions[to + label]! += scores[from + label]! * STEP;
  };

  return {
    /** A function that scores windows of the article, into room that it uses again: by unit and label. `likely` as in `wayTo`. */
    article: (units: Units, likely: Uint8Array, heads: Int32Array): ((window: Window) => Float32Array) => {
      const { kind, ids, block, pos: posOf, quotation, length } = units;
      far.grow(units.kinds * FAR.length);
      near.grow(units.kinds * SIDES * PLACES);
      return (window) => {
        const { first, last } = window;
        const between = wayTo(units, window, likely, heads);
        const cue = kind[window.cue]!;
        const expected = expectedOf(ids[window.cue]!);
        list.size = 0;
        for (let at = first; at < last; at++) {
          const i = at - first;
          const side = sideOf(window, at);
          const pos = posOf[at]!;
          const own = likely[at]!;
          const edge = edgeOf(window, at);
          const distance = between.distance[i]!;
          const verbs = between.verbs[i]!;
          const stops = between.stops[i]!;
          const others = between.cues[i]!;
          const opens = at === 0 || block[at - 1] !== block[at];
          const closes = at + 1 === length || block[at + 1] !== block[at];
          const before = opens ? OUT : posOf[at - 1]!;
          const after = closes ? OUT : posOf[at + 1]!;

          const placeRow = ((side * DISTANCES + distance) * LIKELIHOODS + own) * EDGES + edge;
          if (place.known[placeRow] === 0) {
            placeFeatures(side, distance, own, edge, list);
            learn(place, placeRow);
          }
          const wayRow = ((((side * POS + pos) * LIKELIHOODS + own) * VERBS + verbs) * STOPS + stops) * OTHERS + others;
          if (way.known[wayRow] === 0) {
            wayFeatures(side, pos, own, verbs, stops, others, list);
            learn(way, wayRow);
          }
          const spotRow = ((side * POS + pos) * DISTANCES + distance) * STOPS + stops;
          if (spot.known[spotRow] === 0) {
            spotFeatures(side, pos, distance, stops, list);
            learn(spot, spotRow);
          }
          const trioRow = ((side * POS + before) * POS + pos) * POS + after;
          if (trio.known[trioRow] === 0) {
            trioFeatures(side, before, pos, after, list);
            learn(trio, trioRow);
          }
          const byPos = BY_POS + side * POS + pos;
          if (expected.known[byPos] === 0) {
            cuePosFeatures(cue, side, pos, list);
            learn(expected, byPos);
          }
          const byPlace = BY_PLACE + side * DISTANCES + distance;
          if (expected.known[byPlace] === 0) {
            cuePlaceFeatures(cue, side, distance, list);
            learn(expected, byPlace);
          }
          const hereRow = nearRow(units, at, 0, side);

          const to = i * labels;
          for (let label = 0; label < labels; label++)
            emissions[to + label] =
              (place.scores[placeRow * labels + label]! +
                way.scores[wayRow * labels + label]! +
                spot.scores[spotRow * labels + label]! +
                trio.scores[trioRow * labels + label]! +
                near.scores[hereRow * labels + label]! +
                expected.scores[byPos * labels + label]! +
                expected.scores[byPlace * labels + label]!) *
              STEP;
          if (!opens) addRow(near, nearRow(units, at - 1, -1, side), to);
          if (!closes) addRow(near, nearRow(units, at + 1, 1, side), to);
          if (!opens && at > 1 && block[at - 2] === block[at]) addRow(far, farRow(units, at - 2, -2), to);
          if (!closes && at + 2 < length && block[at + 2] === block[at]) addRow(far, farRow(units, at + 2, 2), to);
          if (quotation[at]) addQuotation(units, window, between, own, at, to);
        }
        return emissions;
      };
    },
    forget: () => {
      far.forget();
      near.forget();
      cues.clear();
    },
  };
}
