import { POS_CODES } from "../../tagger/pos-codes.ts";
import type { Range } from "./article.ts";
import type { Suggest } from "./contents.ts";
import type { Units } from "./units.ts";
import type { Window } from "./windows.ts";

// Contents that the build of a sentence suggests: what stands between the cue and the stops and conjunctions around it.

/** So many places where a clause may end are tried after a cue, beside the end of the sentence. */
const MOST_BREAKS = 4;
/** Between a content and the cue after it there is hardly more than the source. */
const LONGEST_SUBJECT = 14;
/** What stands between the cue and "that": "told reporters on Monday that". */
const LONGEST_LEAD = 8;

const { PUNCT, CCONJ, SCONJ, VERB, AUX, ADV, ADP, PRON, DET } = POS_CODES;

const SUBORDINATORS = new Set(
  "as,while,though,although,because,when,after,before,since,if,unless,until,which,who,where,whereas,according,despite,without".split(
    ",",
  ),
);

/** True if a clause may end before the unit: a stop, "and" with a verb, "while". */
function breaksAt({ kind, pos, quotation }: Units, at: number, last: number): boolean {
  if (quotation[at]) return false;
  switch (pos[at]) {
    case PUNCT:
      return kind[at]!.base !== "-" && kind[at]!.base !== "'" && kind[at]!.base !== ".";
    case CCONJ: {
      const next = at + 1 < last && pos[at + 1] === ADV ? at + 2 : at + 1;
      return next < last && (pos[next] === VERB || pos[next] === AUX);
    }
    case SCONJ:
    case ADP:
    case PRON:
    case DET:
    case VERB:
    case ADV:
      return SUBORDINATORS.has(kind[at]!.base);
    default:
      return false;
  }
}

const isComma = ({ kind, pos }: Units, at: number): boolean => pos[at] === PUNCT && kind[at]!.base === ",";

/** Suggests one range each time, or one on each side of the cue. */
export const clauses =
  (units: Units, window: Window): Suggest =>
  (best, found) =>
    suggest(units, window, best, found);

function suggest(
  units: Units,
  { first, last, cue }: Window,
  best: readonly Range[],
  found: (...ranges: Range[]) => void,
): void {
  const { kind, pos, sentence, quotation } = units;
  let open = cue;
  while (open > first && !quotation[open - 1] && sentence[open - 1] === sentence[cue]) open--;
  let comma = cue - 1;
  while (comma > open && cue - comma <= LONGEST_SUBJECT && !isComma(units, comma)) comma--;
  const before = comma > open && isComma(units, comma) ? { first: open, last: comma } : null;
  if (before) {
    found(before);
    let from = comma - 1;
    while (from > open && !breaksAt(units, from, comma)) from--;
    if (from > open) found({ first: from + 1, last: comma });
  }
  const right = best.find((range) => range.first > cue);
  let begin = right ? right.first : cue + 1;
  if (!right)
    for (let at = cue + 1; at < last && at < cue + LONGEST_LEAD && !quotation[at]; at++)
      if (kind[at]!.base === "that") {
        begin = at;
        break;
      } else if (pos[at] === PUNCT) break;
  let breaks = 0;
  for (let at = begin + 1; at < last && breaks < MOST_BREAKS; at++)
    if (breaksAt(units, at, last)) {
      found({ first: begin, last: at });
      breaks++;
    }
  let end = last;
  while (end > begin && pos[end - 1] === PUNCT && !quotation[end - 1]) end--;
  if (end > begin) {
    found({ first: begin, last: end });
    if (before) {
      let from = cue + 1;
      while (from < end && from - cue < LONGEST_SUBJECT && !isComma(units, from)) from++;
      if (from + 1 < end && isComma(units, from)) found(before, { first: from + 1, last: end });
    }
  }
}
