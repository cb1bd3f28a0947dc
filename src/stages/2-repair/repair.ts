import { defineStage } from "../../pipeline.ts";
import type { Repair, Text } from "../../schema/text.ts";
import type { Change } from "./change.ts";
import { findDamage } from "./find.ts";

/** Stage 2: the decoded source in; the text with what encoding mix-ups did to it undone, and each change on record out. */
export const repair = () =>
  defineStage({
    name: "repair",
    needs: ["raw"],
    adds: ["text"],
    run: ({ raw }) => ({ text: repairText(raw.text) }),
  });

/** Undoes what encoding mix-ups did to a text; each change is on record in `repairs`. Pure; linear. */
export const repairText = (source: string): Text => applyChanges(source, findDamage(source));

/** Makes the changes (in text order, without overlaps) and records each where it ended up. */
export function applyChanges(source: string, changes: readonly Change[]): Text {
  if (changes.length === 0) return { value: source, repairs: [] };
  const repairs: Repair[] = [];
  const parts: string[] = [];
  let length = 0;
  let at = 0;
  for (const { start, end, replacement, kind, certain } of changes) {
    parts.push(source.slice(at, start), replacement);
    length += start - at;
    repairs.push({
      start: length,
      end: length + replacement.length,
      original: source.slice(start, end),
      kind,
      certain,
    });
    length += replacement.length;
    at = end;
  }
  parts.push(source.slice(at));
  return { value: parts.join(""), repairs };
}
