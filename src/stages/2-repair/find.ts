import { meantBy } from "../../windows-1252.ts";
import { type Change, changed, composed } from "./change.ts";
import { CONTINUATIONS, LEADS } from "./encodings.ts";
import { entityAt } from "./entity.ts";
import { findLosses, type Traces } from "./lossy.ts";
import { findMojibake } from "./mojibake.ts";
import { REMAINS } from "./remains.ts";

export type { Change } from "./change.ts";

/** Damage lies in layers ("&amp;acirc;€™"): one round takes one off. Each layer at least doubles what it wraps, so that few are enough. */
const MOST_ROUNDS = 24;

/** What one look over a text found reason for. */
const ENTITY = 1;
const CONTROL = 2;
const MOJIBAKE = 4;
const LOSS = 8;
const DECOMPOSED = 16;

/** What each UTF-16 unit by itself gives reason for. */
const REASONS = new Uint8Array(0x10000);
REASONS[0x26] = ENTITY;
REASONS.fill(CONTROL, 0x80, 0xa0);
REASONS[0xfeff] = CONTROL;
REASONS.fill(DECOMPOSED, 0x300, 0x328);
for (const char of REMAINS.keys()) if (char !== "?") REASONS[char.charCodeAt(0)]! |= LOSS;
for (const char of "ÂÃ") REASONS[char.charCodeAt(0)]! |= MOJIBAKE; // what follows may have become a space

/** Finds damage of any kind: changes in text order, without overlaps. Pure; linear in the length of the text. */
export function findDamage(text: string): Change[] {
  let changes: Change[] = [];
  let value = text;
  const traces: Traces = { greek: 0, latin: 0 };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = findLayer(value, traces);
    if (found.length === 0) break;
    value = changed(value, found);
    changes = round === 0 ? found : composed(changes, found);
  }
  return changes;
}

/** One layer: what the text itself tells if there is any such damage, else what has to be inferred. */
function findLayer(text: string, traces: Traces): Change[] {
  const reasons = suspect(text);
  if (reasons === 0) return [];
  let changes = reasons & DECOMPOSED ? throughComposition(text) : reasons & MOJIBAKE ? findMojibake(text) : [];
  for (const { reason, kind } of changes)
    if (kind === "mojibake") traces[/1253|8859-7/.test(reason) ? "greek" : "latin"]++;
  if (reasons & (ENTITY | CONTROL)) changes = withSingles(text, changes);
  if (changes.length > 0) return changes;
  return reasons & LOSS ? findLosses(text, traces) : [];
}

/** One pass that tells which kinds of damage are worth looking for; 0 for nearly every text. */
function suspect(text: string): number {
  let reasons = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    reasons |= REASONS[code]!;
    if (code >= 0x80) {
      if (LEADS[code]! & CONTINUATIONS[text.charCodeAt(i + 1) || 0]!) reasons |= MOJIBAKE;
    } else if (code === 0x3f && text.charCodeAt(i + 1) > 0x40) reasons |= LOSS;
  }
  return reasons;
}

/** A letter with a combining mark, or a mark that stands alone: what normalization (NFD, NFKD) makes of "Ã" and "¨". */
const APART = /[A-Za-z][\u0300-\u0327]| [\u0301\u0304\u0308\u0327]/g;
const ALONE = new Map([
  [" \u0301", "´"],
  [" \u0304", "¯"],
  [" \u0308", "¨"],
  [" \u0327", "¸"],
]);

/** Finds mojibake that was normalized after it came about, by looking at the text as it was before. */
function throughComposition(text: string): Change[] {
  const compositions: Change[] = [];
  for (const { index: start, 0: apart } of text.matchAll(APART)) {
    const replacement = ALONE.get(apart) ?? apart.normalize("NFC");
    if (replacement.length === 1)
      compositions.push({
        start,
        end: start + apart.length,
        replacement,
        kind: COMPOSITION,
        certain: true,
        reason: "",
      });
  }
  const found = findMojibake(changed(text, compositions));
  return found.length === 0 ? [] : composed(compositions, found).filter(({ kind }) => kind !== COMPOSITION);
}

const COMPOSITION = "composition";

/** Adds entities, control characters and byte order marks to the changes. */
function withSingles(text: string, changes: readonly Change[]): Change[] {
  const all: Change[] = [];
  let next = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x26 && code !== 0xfeff && !(code >= 0x80 && code < 0xa0)) continue;
    while (next < changes.length && changes[next]!.end <= i) all.push(changes[next++]!);
    if (next < changes.length && changes[next]!.start <= i) continue;
    const change = code === 0x26 ? entityAt(text, i) : single(i, code);
    if (!change) continue;
    all.push(change);
    i = change.end - 1;
  }
  while (next < changes.length) all.push(changes[next++]!);
  return all;
}

function single(start: number, code: number): Change | null {
  const [end, certain] = [start + 1, true];
  if (code === 0xfeff)
    return {
      start,
      end,
      replacement: "",
      kind: "byte-order-mark",
      certain,
      reason: "a byte order mark inside the text",
    };
  const replacement = meantBy(code);
  return replacement
    ? { start, end, replacement, kind: "c1-control", certain, reason: "a windows-1252 byte that was read as latin-1" }
    : null;
}
