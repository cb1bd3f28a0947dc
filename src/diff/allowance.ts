import { type ArticleDiff, CHANGE_KINDS, type Change } from "./article-diff.ts";

/**
 * What can be asked to fail: the kinds of changes of annotations; `article`: a text, structure or metadata that differ; `loss`:
 * a change, of any kind, by which there are more errors than before.
 */
export const FAULTS = [...CHANGE_KINDS, "article", "loss"] as const;
export type Fault = (typeof FAULTS)[number];

/** What counts unless something else is asked for: what is said, not how sure it is or which rule said it. */
export const USUAL_FAULTS: readonly Fault[] = FAULTS.filter((fault) => fault !== "detail" && fault !== "loss");

/** What a list with commas names; null if it names something that cannot fail. */
export function faultsFrom(list: string): Fault[] | null {
  const names = list.split(",").map((name) => name.trim());
  return names.every((name) => (FAULTS as readonly string[]).includes(name)) ? (names as Fault[]) : null;
}

/** True if a change is one of those asked for. */
export const isFault = ({ kinds, verdict }: Pick<Change, "kinds" | "verdict">, faults: readonly Fault[]): boolean =>
  kinds.some((kind) => faults.includes(kind)) || (verdict === "loss" && faults.includes("loss"));

/**
 * How many differences of an article count: each annotation that changed in one of these ways, or else one for an
 * article that is lost or added with nothing in it, and one for its other parts.
 */
export function countFaults({ changes, only, parts }: ArticleDiff, faults: readonly Fault[]): number {
  const changed = changes.filter((change) => isFault(change, faults)).length;
  const isMissing = only !== null && faults.includes(only === "before" ? "lost" : "added");
  return (changed || Number(isMissing)) + Number(parts.length > 0 && faults.includes("article"));
}

/** True if so many differences are at most this share (0–1) of the annotations before. */
export const isAllowed = (counted: number, before: number, share: number): boolean => counted <= share * before + 1e-6; // 0.29 × 100 is 28.999999999999996
