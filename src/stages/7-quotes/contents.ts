import { BEGIN, END, INSIDE, labelOf, OUTSIDE, SINGLE } from "../../tagger/labels.ts";
import type { Range } from "./article.ts";
import { CONTENT } from "./attribution-model.ts";
import { WIDEST_WINDOW } from "./windows.ts";

/** What a cue may report: the ranges of a path of labels, none for a cue that reports nothing. */
export interface Content {
  readonly ranges: readonly Range[];
  /** How far the path's score is behind that of the best path. */
  readonly behind: number;
}

const O = OUTSIDE;
const B = labelOf(CONTENT, BEGIN);
const I = labelOf(CONTENT, INSIDE);
const E = labelOf(CONTENT, END);
const S = labelOf(CONTENT, SINGLE);
const LABELS = 5;

/** How many contents are looked at beside the best one. */
export interface Breadth {
  /** So many places where one may end, and where one may begin. */
  readonly ends: number;
  readonly starts: number;
  /** None is further behind the best than this, but for the one without content. */
  readonly behind: number;
}

/** Suggests contents that the linker might not think of, given the best one: calls `found` with the ranges of each. */
export type Suggest = (best: readonly Range[], found: (...ranges: Range[]) => void) => void;

/** A number for the ranges of a content in a window. */
const keyOf = (ranges: readonly Range[], offset: number): number =>
  ranges.reduce((key, { first, last }) => key * 20011 + (first - offset) * 150 + last - offset, 0);

// Written over by each window.
/** The best score of a path up to a unit with a label, that of the unit included, and of what follows it. */
const fore = new Float64Array(WIDEST_WINDOW * LABELS);
const rest = new Float64Array(WIDEST_WINDOW * LABELS);
/** The labels before and after on those paths. */
const from = new Uint8Array(WIDEST_WINDOW * LABELS);
const to = new Uint8Array(WIDEST_WINDOW * LABELS);
const path = new Uint8Array(WIDEST_WINDOW);
const OPENERS = [O, B, S];
const CLOSERS = [O, E, S];
const NEVER = Number.NEGATIVE_INFINITY;

/**
 * The contents that the linker thinks likeliest, the best first: the best path of labels (Viterbi 1967), the best ones
 * that end or begin elsewhere (by max-marginals), and no content at all. `emissions` has a score per unit and label,
 * `transitions` one per label before and after; ranges count units from `offset`. What is suggested comes too, if it is likely enough.
 */
export function likelyContents(
  emissions: Float32Array,
  transitions: Float32Array,
  length: number,
  offset: number,
  { ends, starts, behind: limit }: Breadth,
  suggest?: Suggest,
): Content[] {
  forward(emissions, transitions, length);
  backward(emissions, transitions, length);
  const last = (length - 1) * LABELS;
  let top = Number.NEGATIVE_INFINITY;
  for (const label of CLOSERS) top = Math.max(top, fore[last + label]!);
  const found: Content[] = [];
  const keys = new Set<number>();
  const keep = (at: number, label: number): void => {
    trace(at, label, length);
    const ranges = rangesOf(length, offset);
    const key = keyOf(ranges, offset);
    if (keys.has(key)) return;
    keys.add(key);
    found.push({ ranges, behind: top - (fore[at * LABELS + label]! + rest[at * LABELS + label]!) });
  };
  for (const label of CLOSERS)
    if (fore[last + label] === top) {
      keep(length - 1, label);
      break;
    }
  for (const [a, b, most] of [
    [E, S, ends],
    [B, S, starts],
  ] as const)
    for (const at of best(a, b, top - limit, length, most)) {
      const i = at * LABELS;
      keep(at, fore[i + a]! + rest[i + a]! >= fore[i + b]! + rest[i + b]! ? a : b);
    }
  if (suggest) {
    const total = sumUp(emissions, transitions, length);
    suggest(found[0]!.ranges, (...ranges) => {
      const key = keyOf(ranges, offset);
      if (keys.has(key)) return;
      let behind = top - total;
      for (const range of ranges) behind -= gainOf(emissions, transitions, range, offset, length);
      if (behind > SUGGESTED_BEHIND) return;
      keys.add(key);
      found.push({ ranges, behind });
    });
  }
  if (!keys.has(0)) found.push({ ranges: [], behind: top - outside(emissions, transitions, length) });
  return found;
}

// Both passes are written out by label: they take most of the time. After O, E and S a content may open; after B and I it goes on.

function forward(emissions: Float32Array, t: Float32Array, length: number): void {
  for (let label = 0; label < LABELS; label++) fore[label] = NEVER;
  for (const label of OPENERS) fore[label] = emissions[label]! + t[label]!;
  for (let now = LABELS; now < length * LABELS; now += LABELS) {
    const before = now - LABELS;
    const o = fore[before]!;
    const b = fore[before + B]!;
    const i = fore[before + I]!;
    const e = fore[before + E]!;
    const s = fore[before + S]!;
    reach(now, O, o + t[O * LABELS + O]!, e + t[E * LABELS + O]!, s + t[S * LABELS + O]!, emissions);
    reach(now, B, o + t[O * LABELS + B]!, e + t[E * LABELS + B]!, s + t[S * LABELS + B]!, emissions);
    reach(now, S, o + t[O * LABELS + S]!, e + t[E * LABELS + S]!, s + t[S * LABELS + S]!, emissions);
    goOn(now, I, b + t[B * LABELS + I]!, i + t[I * LABELS + I]!, emissions);
    goOn(now, E, b + t[B * LABELS + E]!, i + t[I * LABELS + E]!, emissions);
  }
}

function reach(now: number, label: number, o: number, e: number, s: number, emissions: Float32Array): void {
  const most = o >= e ? Math.max(o, s) : Math.max(e, s);
  fore[now + label] = most + emissions[now + label]!;
  from[now + label] = most === o ? O : most === e ? E : S;
}

function goOn(now: number, label: number, b: number, i: number, emissions: Float32Array): void {
  fore[now + label] = Math.max(b, i) + emissions[now + label]!;
  from[now + label] = b >= i ? B : I;
}

function backward(emissions: Float32Array, t: Float32Array, length: number): void {
  const end = (length - 1) * LABELS;
  for (let label = 0; label < LABELS; label++) rest[end + label] = NEVER;
  for (const label of CLOSERS) rest[end + label] = 0;
  for (let now = end - LABELS; now >= 0; now -= LABELS) {
    const next = now + LABELS;
    const o = rest[next]! + emissions[next]!;
    const b = rest[next + B]! + emissions[next + B]!;
    const i = rest[next + I]! + emissions[next + I]!;
    const e = rest[next + E]! + emissions[next + E]!;
    const s = rest[next + S]! + emissions[next + S]!;
    leave(now, O, o + t[O * LABELS + O]!, b + t[O * LABELS + B]!, s + t[O * LABELS + S]!);
    leave(now, E, o + t[E * LABELS + O]!, b + t[E * LABELS + B]!, s + t[E * LABELS + S]!);
    leave(now, S, o + t[S * LABELS + O]!, b + t[S * LABELS + B]!, s + t[S * LABELS + S]!);
    stay(now, B, i + t[B * LABELS + I]!, e + t[B * LABELS + E]!);
    stay(now, I, i + t[I * LABELS + I]!, e + t[I * LABELS + E]!);
  }
}

function leave(now: number, label: number, o: number, b: number, s: number): void {
  const most = o >= b ? Math.max(o, s) : Math.max(b, s);
  rest[now + label] = most;
  to[now + label] = most === o ? O : most === b ? B : S;
}

function stay(now: number, label: number, i: number, e: number): void {
  rest[now + label] = Math.max(i, e);
  to[now + label] = i >= e ? I : E;
}

/** Contents that were suggested are not looked at if their paths are further behind the best one than this. */
const SUGGESTED_BEHIND = 3000;

/** Scores of labels O and I up to each unit, with the transitions between equal labels. */
const outsides = new Float64Array(WIDEST_WINDOW + 1);
const insides = new Float64Array(WIDEST_WINDOW + 1);

function sumUp(emissions: Float32Array, t: Float32Array, length: number): number {
  for (let at = 0; at < length; at++) {
    outsides[at + 1] = outsides[at]! + emissions[at * LABELS + O]! + t[O * LABELS + O]!;
    insides[at + 1] = insides[at]! + emissions[at * LABELS + I]! + t[I * LABELS + I]!;
  }
  return outsides[length]!;
}

/** How much better a path is that has the range, where the one without has none. */
function gainOf(emissions: Float32Array, t: Float32Array, range: Range, offset: number, length: number): number {
  const first = range.first - offset;
  const last = range.last - offset;
  const after = last < length ? -t[O * LABELS + O]! : 0;
  const without = outsides[last]! - outsides[first]!;
  if (last - first === 1) {
    const next = last < length ? t[S * LABELS + O]! : 0;
    return emissions[first * LABELS + S]! + t[O * LABELS + S]! + next + after - without;
  }
  const inside =
    last - first === 2
      ? t[B * LABELS + E]!
      : t[B * LABELS + I]! + insides[last - 1]! - insides[first + 1]! - t[I * LABELS + I]! + t[I * LABELS + E]!;
  const next = last < length ? t[E * LABELS + O]! : 0;
  const edges = emissions[first * LABELS + B]! + t[O * LABELS + B]! + emissions[(last - 1) * LABELS + E]!;
  return edges + inside + next + after - without;
}

/** The score of the path without content. */
function outside(emissions: Float32Array, transitions: Float32Array, length: number): number {
  let sum = 0;
  for (let at = 0; at < length; at++) sum += emissions[at * LABELS + O]! + transitions[O * LABELS + O]!;
  return sum;
}

/** The units at which paths with one of two labels score best, and at least `least`; the best first. */
function best(a: number, b: number, least: number, length: number, most: number): number[] {
  const units: number[] = [];
  const scores: number[] = [];
  for (let at = 0; at < length; at++) {
    const i = at * LABELS;
    const score = Math.max(fore[i + a]! + rest[i + a]!, fore[i + b]! + rest[i + b]!);
    if (score < least || (units.length === most && score <= scores[most - 1]!)) continue;
    let place = Math.min(units.length, most - 1);
    for (; place > 0 && scores[place - 1]! < score; place--) {
      units[place] = units[place - 1]!;
      scores[place] = scores[place - 1]!;
    }
    units[place] = at;
    scores[place] = score;
  }
  return units;
}

/** Writes the best path through a unit with a label into `path`. */
function trace(unit: number, label: number, length: number): void {
  let now = label;
  for (let at = unit; at > 0; at--) {
    path[at] = now;
    now = from[at * LABELS + now]!;
  }
  path[0] = now;
  now = label;
  for (let at = unit; at + 1 < length; at++) {
    now = to[at * LABELS + now]!;
    path[at + 1] = now;
  }
  path[unit] = label;
}

function rangesOf(length: number, offset: number): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at < length; at++) {
    if (path[at] === O) continue;
    const first = at;
    while (path[at] !== E && path[at] !== S) at++;
    ranges.push({ first: first + offset, last: at + 1 + offset });
  }
  return ranges;
}
