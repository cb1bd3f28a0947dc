import type { Candidate } from "../meaning.ts";

/** Of candidates that share words, keeps the one that takes most of them, and of equal ones the first found. */
export function widest(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of inOrder(candidates)) {
    const last = kept.at(-1);
    if (!last || last.end <= candidate.first) kept.push(candidate);
    else if (candidate.end - candidate.first > last.end - last.first) kept[kept.length - 1] = candidate;
  }
  return kept;
}

/** By first word, the longer before the shorter. Found from left to right, they are nearly so already: few places are moved. */
function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = [...candidates];
  for (let i = 1; i < sorted.length; i++) {
    const candidate = sorted[i]!;
    let to = i;
    for (; to > 0 && isBefore(candidate, sorted[to - 1]!); to--) sorted[to] = sorted[to - 1]!;
    sorted[to] = candidate;
  }
  return sorted;
}

const isBefore = (a: Candidate, b: Candidate): boolean => a.first < b.first || (a.first === b.first && a.end > b.end);
