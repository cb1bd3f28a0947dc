import { BEGIN, closes, END, INSIDE, labelOf, type Moves, opens, PARTS } from "./labels.ts";

/** Room for decoding, kept between calls so that a run makes none. */
interface Lattice {
  readonly best: Float32Array;
  readonly from: Uint8Array;
}

/**
 * The best path of labels through `length` tokens (Viterbi 1967). `emissions` has a score per token and label, token by
 * token; `transitions` one per label before and label after. A path begins and ends outside of any name.
 * Writes the labels into `path` and returns the score. With the `range` of the transitions (`rangeOf`) it finds the same
 * path sooner.
 */
export function decode(
  moves: Moves,
  emissions: Float32Array,
  transitions: Float32Array,
  length: number,
  path: Uint8Array,
  range: number = Number.POSITIVE_INFINITY,
): number {
  const { labels, closers, openers } = moves;
  const { best, from } = lattice(length * labels);
  best.fill(Number.NEGATIVE_INFINITY, 0, labels);
  for (let i = 0; i < openers.length; i++) {
    const label = openers[i]!;
    best[label] = emissions[label]! + transitions[label]!;
  }
  for (let token = 1; token < length; token++) {
    const now = token * labels;
    const last = now - labels;
    // Of the labels that close, those too far behind the best cannot win, whatever the transition.
    let count = 0;
    let least = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < closers.length; i++) least = Math.max(least, best[last + closers[i]!]!);
    least -= range;
    for (let i = 0; i < closers.length; i++) if (best[last + closers[i]!]! >= least) hopeful[count++] = closers[i]!;
    for (let i = 0; i < openers.length; i++) {
      const label = openers[i]!;
      let top = Number.NEGATIVE_INFINITY;
      let source = 0;
      for (let j = 0; j < count; j++) {
        const candidate = hopeful[j]!;
        const score = best[last + candidate]! + transitions[candidate * labels + label]!;
        if (score > top) {
          top = score;
          source = candidate;
        }
      }
      best[now + label] = top + emissions[now + label]!;
      from[now + label] = source;
    }
    // What goes on with a name follows its begin or its inside.
    for (let begin = labelOf(0, BEGIN); begin < labels; begin += PARTS) {
      const inside = begin + INSIDE;
      const fromBegin = best[last + begin]!;
      const fromInside = best[last + inside]!;
      for (let label = inside; label <= begin + END; label++) {
        const first = fromBegin + transitions[begin * labels + label]!;
        const second = fromInside + transitions[inside * labels + label]!;
        const goesOn = second > first;
        best[now + label] = (goesOn ? second : first) + emissions[now + label]!;
        from[now + label] = goesOn ? inside : begin;
      }
    }
  }
  let label = 0;
  let top = Number.NEGATIVE_INFINITY;
  const end = (length - 1) * labels;
  for (let i = 0; i < closers.length; i++) {
    const candidate = closers[i]!;
    if (best[end + candidate]! > top) {
      top = best[end + candidate]!;
      label = candidate;
    }
  }
  for (let token = length - 1; token >= 0; token--) {
    path[token] = label;
    label = from[token * labels + label]!;
  }
  return top;
}

/** Labels that may still win; written over at each token. */
const hopeful = new Uint8Array(256);

/**
 * By how much two transitions from a label that closes to one that opens differ at most, and a little more for rounding:
 * what lets `decode` and `margins` pass over labels that cannot win.
 */
export function rangeOf({ labels }: Moves, transitions: Float32Array): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let before = 0; before < labels; before++)
    for (let after = 0; after < labels; after++) {
      if (!closes(before) || !opens(after)) continue;
      low = Math.min(low, transitions[before * labels + after]!);
      high = Math.max(high, transitions[before * labels + after]!);
    }
  return (high - low) * 1.001 + 1;
}

/** Room for the scores of two tokens. */
const sides: [Float32Array, Float32Array] = [new Float32Array(256), new Float32Array(256)];

let room: Lattice = { best: new Float32Array(0), from: new Uint8Array(0) };

function lattice(size: number): Lattice {
  if (room.best.length < size) room = { best: new Float32Array(size * 2), from: new Uint8Array(size * 2) };
  return room;
}

/**
 * For each token of the best path, by how much it beats the best path with another label there (max-marginals).
 * To be called right after `decode` with the same arguments, whose forward scores it uses.
 */
export function margins(
  moves: Moves,
  emissions: Float32Array,
  transitions: Float32Array,
  length: number,
  path: Uint8Array,
  range: number = Number.POSITIVE_INFINITY,
): Float32Array {
  const { labels, closers, openers } = moves;
  const { best } = lattice(length * labels);
  const margin = new Float32Array(length);
  let after = sides[0]; // the best score of what follows, by label
  let earlier = sides[1];
  after.fill(Number.NEGATIVE_INFINITY, 0, labels);
  for (let i = 0; i < closers.length; i++) after[closers[i]!] = 0;
  for (let token = length - 1; ; token--) {
    const now = token * labels;
    const chosen = path[token]!;
    let other = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < labels; label++) {
      const score = best[now + label]! + after[label]!;
      if (score > other && label !== chosen) other = score;
    }
    margin[token] = best[now + chosen]! + after[chosen]! - other;
    if (token === 0) return margin;
    for (let label = 0; label < labels; label++) after[label]! += emissions[now + label]!;
    let least = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < openers.length; i++) least = Math.max(least, after[openers[i]!]!);
    least -= range;
    let count = 0;
    for (let i = 0; i < openers.length; i++) if (after[openers[i]!]! >= least) hopeful[count++] = openers[i]!;
    for (let i = 0; i < closers.length; i++) {
      const row = closers[i]! * labels;
      let top = Number.NEGATIVE_INFINITY;
      for (let j = 0; j < count; j++) top = Math.max(top, after[hopeful[j]!]! + transitions[row + hopeful[j]!]!);
      earlier[closers[i]!] = top;
    }
    for (let begin = labelOf(0, BEGIN); begin < labels; begin += PARTS) {
      const inside = begin + INSIDE;
      const end = begin + END;
      for (let label = begin; label <= inside; label++) {
        const row = label * labels;
        earlier[label] = Math.max(after[inside]! + transitions[row + inside]!, after[end]! + transitions[row + end]!);
      }
    }
    const before = after;
    after = earlier;
    earlier = before;
  }
}
