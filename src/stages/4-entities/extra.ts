import type { EntityType } from "../../schema/entities.ts";
import type { Reading } from "../../tagger/reading.ts";
import { isTitle } from "./edges.ts";
import { type Named, namesByToken } from "./names.ts";
import { EVENTS, LAWS, STORMS } from "./words.ts";

/** Laws and events by their head words, of which the tagger saw few: runs of capitals in which it found no name. */
export function withExtraNames(reading: Reading, names: readonly Named[]): Named[] {
  const { word, first: starts, last: ends, place } = reading;
  const owner = namesByToken(reading.length, names);
  const extra: Named[] = [];
  for (let at = 0; at < reading.length; at++) {
    const last = ends[at]!;
    if (starts[at] !== at || last - at < 2 || place[at] === 2 || !word[at]!.capital) continue;
    const first = word[at]!.lower === "the" ? at + 1 : at;
    if (last - first < 2 || isTitle(word[first]!.lower) || owner.subarray(first, last).some((name) => name >= 0))
      continue;
    const type = typeOf(word[first]!.lower, word[last - 1]!.lower);
    if (type) extra.push({ first, last, type, rule: "entities/head-word", confidence: 0.6, role: null });
  }
  return extra.length > 0 ? [...names, ...extra].sort((a, b) => a.first - b.first) : [...names];
}

function typeOf(lead: string, head: string): EntityType | null {
  if (LAWS.has(head)) return "LAW";
  return EVENTS.has(head) || STORMS.has(lead) ? "EVENT" : null;
}
