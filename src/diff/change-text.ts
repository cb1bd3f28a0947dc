import { inert } from "../inert.ts";
import type { Span } from "../schema/span.ts";
import type { Annotation } from "./annotation.ts";
import type { ArticleDiff, Change } from "./article-diff.ts";

/** The changes of an article for a person: a line for its name, one for each change, and the passage below. */
export function articleText({ id, only, parts, changes, places = {} }: ArticleDiff): string {
  const state = only
    ? ` (only in ${only === "before" ? "A" : "B"})`
    : parts.length > 0
      ? ` (differs in ${parts.map((part) => part + at(places[part])).join(", ")})`
      : "";
  return inert(`${id}${state}\n${changes.map(changeText).join("")}`);
}

const at = (place: Span | undefined): string => (place ? ` at ${place.start}-${place.end}` : "");

function changeText(change: Change): string {
  const { layer, kinds, rule, before, after, context, verdict } = change;
  const place = (after ?? before)!;
  const what = before && after ? difference(before, after) : described(place);
  return (
    `  ${place.start}-${place.end}  ${verdict ? `${verdict.toUpperCase()}  ` : ""}${layer} ${kinds.join(", ")}: ${what}${rule === null ? "" : `  [${rule}]`}\n` +
    `      ${context}\n`
  );
}

const described = ({ text, type, value, speaker }: Annotation): string =>
  [shown(text), type, value, speaker].filter(Boolean).join("  ");

/** What is the same is said once, what differs as `old → new`. */
function difference(before: Annotation, after: Annotation): string {
  const parts = [from(shown(before.text), shown(after.text))];
  for (const part of ["type", "value", "speaker"] as const)
    if (before[part] !== after[part] || (part === "value" && before[part])) parts.push(from(before[part], after[part]));
  if (before.value === after.value && before.bounds !== after.bounds) parts.push(from(before.bounds, after.bounds));
  const inner = before.spans.map(({ start, end }) => `${start}-${end}`).join(",");
  const isSame = parts.every((part) => !part.includes(" → "));
  if (isSame && before.rule !== after.rule) parts.push(from(before.rule, after.rule));
  else if (isSame && before.detail !== after.detail) parts.push(from(before.detail, after.detail));
  else if (isSame) parts.push(from(inner, after.spans.map(({ start, end }) => `${start}-${end}`).join(",")));
  return parts.join("  ");
}

const from = (one: string | null, other: string | null): string =>
  one === other ? (one ?? "") : `${one ?? "none"} → ${other ?? "none"}`;

/** Characters shown of a passage. */
const MOST_SHOWN = 80;

function shown(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  return JSON.stringify(line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN).toWellFormed()}…` : line);
}
