import type { Candidate } from "../meaning.ts";

/** Of candidates that share words, keeps the one that takes most of them, and of equal ones the first found. */
export function widest(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort((a, b) => a.first - b.first || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || last.end <= candidate.first) kept.push(candidate);
    else if (candidate.end - candidate.first > last.end - last.first) kept[kept.length - 1] = candidate;
  }
  return kept;
}
