import type { FeatureList } from "./features.ts";
import { join } from "./hash.ts";
import { OUTSIDE, typeOf } from "./labels.ts";
import type { Reading } from "./reading.ts";

/** The labels that a first reading gave to the tokens of an article, and how often it gave them to each word. */
export interface FirstReading {
  readonly labels: Uint8Array;
  /** Counts by word (lower case, capitalized mentions only) and label. */
  readonly counts: ReadonlyMap<string, Uint16Array>;
}

export function firstReading({ word, active, length }: Reading, labels: Uint8Array, labelCount: number): FirstReading {
  const counts = new Map<string, Uint16Array>();
  for (let i = 0; i < length; i++) {
    if (!active[i] || !word[i]!.capital) continue;
    const { lower } = word[i]!;
    let count = counts.get(lower);
    if (!count) {
      count = new Uint16Array(labelCount);
      counts.set(lower, count);
    }
    count[labels[i]!]!++;
  }
  return { labels, counts };
}

const NONE = 99;
/** Templates from here on are of the second reading. */
const FIRST_TEMPLATE = 120;

/**
 * Features of the second reading: what the first one made of this token, and of the other mentions of its word and of
 * its neighbours.
 */
export function agreementFeatures(
  { labels, counts }: FirstReading,
  reading: Reading,
  at: number,
  out: FeatureList,
): void {
  const own = labels[at]!;
  const { most, share, type, whole } = others(reading, counts, labels, at);
  out.add(FIRST_TEMPLATE, own);
  out.add2(FIRST_TEMPLATE + 1, own, most);
  out.add2(FIRST_TEMPLATE + 2, own, join(most, share));
  out.add2(FIRST_TEMPLATE + 3, own, type);
  out.add2(FIRST_TEMPLATE + 4, join(own, type), whole);
  out.add2(FIRST_TEMPLATE + 5, most, reading.place[at]!);
  const { sentence, active, length } = reading;
  const before = at > 0 && sentence[at - 1] === sentence[at] && active[at - 1];
  const after = at + 1 < length && sentence[at + 1] === sentence[at] && active[at + 1];
  const left = before ? others(reading, counts, labels, at - 1) : null;
  const right = after ? others(reading, counts, labels, at + 1) : null;
  out.add2(FIRST_TEMPLATE + 6, join(own, most), left ? left.most : NONE);
  out.add2(FIRST_TEMPLATE + 7, join(own, most), right ? right.most : NONE);
  out.add2(FIRST_TEMPLATE + 8, own, left ? labels[at - 1]! : NONE);
  out.add2(FIRST_TEMPLATE + 9, own, right ? labels[at + 1]! : NONE);
}

interface Others {
  /** The commonest label of the other mentions, how sure it is, the commonest type among those that are names. */
  most: number;
  share: number;
  type: number;
  /** Bits: another mention is a name by itself; is part of a longer one. */
  whole: number;
}

const nobody: Others = { most: NONE, share: 0, type: NONE, whole: 0 };

function others({ word }: Reading, counts: FirstReading["counts"], labels: Uint8Array, at: number): Others {
  const count = counts.get(word[at]!.lower);
  if (!count) return nobody;
  const own = word[at]!.capital ? labels[at]! : -1;
  let total = 0;
  let most = NONE;
  let mostCount = 0;
  let type = NONE;
  let typeCount = 0;
  let whole = 0;
  let running = 0;
  for (let label = 0; label < count.length; label++) {
    const n = count[label]! - (label === own ? 1 : 0);
    if (label !== OUTSIDE && (label - 1) % 4 === 0) running = 0;
    if (n === 0) continue;
    total += n;
    if (n > mostCount) {
      mostCount = n;
      most = label;
    }
    if (label === OUTSIDE) continue;
    running += n;
    if (running > typeCount) {
      typeCount = running;
      type = typeOf(label);
    }
    whole |= (label - 1) % 4 === 3 ? 1 : 2;
  }
  if (total === 0) return nobody;
  const share = (mostCount * 2 > total ? 2 : 1) + (total > 2 ? 4 : 0) + (mostCount === total ? 8 : 0);
  return { most, share, type, whole };
}
