import type { Text } from "./text.ts";

/** Undoes the repairs of a text: gives back the decoded source, character for character. */
export function restoreSource({ value, repairs }: Text): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, original } of repairs) {
    parts.push(value.slice(at, start), original);
    at = end;
  }
  parts.push(value.slice(at));
  return parts.join("");
}
