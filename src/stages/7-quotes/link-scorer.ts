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
import { Rows, STEP, toSteps, UNKNOWN } from "./rows.ts";
import type { Units } from "./units.ts";
import { edgeOf, sideOf, type Way, WIDEST_WINDOW, type Window } from "./windows.ts";

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

/** Where the row begins that stands for no case. */
const NONE = 0;

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
  // These never grow.
  const [byPlace, byWay, bySpot, byTrio] = [place.scores, way.scores, spot.scores, trio.scores];
  const learn = (rows: Rows, at: number): void => {
    rows.learn(at, model, list);
    list.size = 0;
  };

  /** Where the scores begin that a unit gives to one `offset` units from it. */
  const farAt = ({ kind, ids }: Units, unit: number, offset: -2 | 2): number => {
    const at = (ids[unit]! * FAR.length + (offset < 0 ? 0 : 1) + 1) * labels;
    if (far.scores[at] === UNKNOWN) {
      farFeatures(kind[unit]!, offset, list);
      learn(far, at);
    }
    return at;
  };
  const nearAt = ({ kind, ids }: Units, unit: number, offset: -1 | 0 | 1, side: number): number => {
    const at = ((ids[unit]! * SIDES + side) * PLACES + offset + 2) * labels;
    if (near.scores[at] === UNKNOWN) {
      nearFeatures(kind[unit]!, offset, side, list);
      learn(near, at);
    }
    return at;
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

  return {
    /**
     * A function that scores windows of the article, into room that it uses again: by unit and label. `likely` as in
     * `wayTo`, which gives the ways through each window.
     */
    article: (units: Units, likely: Uint8Array): ((window: Window, between: Way) => Float32Array) => {
      const { kind, block, pos: posOf, quotation, length } = units;
      far.grow(units.kinds * FAR.length);
      near.grow(units.kinds * SIDES * PLACES);
      const [byFar, byNear] = [far.scores, near.scores];
      return (window, between) => {
        const { first, last } = window;
        const cue = kind[window.cue]!;
        const expected = expectedOf(cue.id);
        const byCue = expected.scores;
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

          const p = (((side * DISTANCES + distance) * LIKELIHOODS + own) * EDGES + edge + 1) * labels;
          if (byPlace[p] === UNKNOWN) {
            placeFeatures(side, distance, own, edge, list);
            learn(place, p);
          }
          const w =
            (((((side * POS + pos) * LIKELIHOODS + own) * VERBS + verbs) * STOPS + stops) * OTHERS + others + 1) *
            labels;
          if (byWay[w] === UNKNOWN) {
            wayFeatures(side, pos, own, verbs, stops, others, list);
            learn(way, w);
          }
          const s = (((side * POS + pos) * DISTANCES + distance) * STOPS + stops + 1) * labels;
          if (bySpot[s] === UNKNOWN) {
            spotFeatures(side, pos, distance, stops, list);
            learn(spot, s);
          }
          const t = (((side * POS + before) * POS + pos) * POS + after + 1) * labels;
          if (byTrio[t] === UNKNOWN) {
            trioFeatures(side, before, pos, after, list);
            learn(trio, t);
          }
          const c = (BY_POS + side * POS + pos + 1) * labels;
          if (byCue[c] === UNKNOWN) {
            cuePosFeatures(cue, side, pos, list);
            learn(expected, c);
          }
          const d = (BY_PLACE + side * DISTANCES + distance + 1) * labels;
          if (byCue[d] === UNKNOWN) {
            cuePlaceFeatures(cue, side, distance, list);
            learn(expected, d);
          }
          const here = nearAt(units, at, 0, side);
          const l1 = opens ? NONE : nearAt(units, at - 1, -1, side);
          const r1 = closes ? NONE : nearAt(units, at + 1, 1, side);
          const l2 = !opens && at > 1 && block[at - 2] === block[at] ? farAt(units, at - 2, -2) : NONE;
          const r2 = !closes && at + 2 < length && block[at + 2] === block[at] ? farAt(units, at + 2, 2) : NONE;

          const to = i * labels;
          for (let label = 0; label < labels; label++)
            emissions[to + label] =
              (byPlace[p + label]! +
                byWay[w + label]! +
                bySpot[s + label]! +
                byTrio[t + label]! +
                byCue[c + label]! +
                byCue[d + label]! +
                byNear[here + label]! +
                byNear[l1 + label]! +
                byNear[r1 + label]! +
                byFar[l2 + label]! +
                byFar[r2 + label]!) *
              STEP;
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
