import { byteOf, meantBy } from "../../windows-1252.ts";

/** A change to make: `text.slice(start, end)` of the source becomes `replacement`. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly kind: string;
  readonly certain: boolean;
}

/** Where a change can begin: a UTF-8 lead byte seen as windows-1252, a C1 control, an entity, a byte order mark. */
const SUSPECT = /[\u0080-\u009f\u00c2-\u00f4\ufeff]|&(?=#|[a-z])/g;

const ENTITY =
  /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos|nbsp|ndash|mdash|lsquo|rsquo|ldquo|rdquo|hellip|pound|euro));/y;

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  pound: "£",
  euro: "€",
};

/** Finds damage in one pass over the text, in text order and without overlaps. */
export function findDamage(text: string): Change[] {
  const changes: Change[] = [];
  SUSPECT.lastIndex = 0;
  for (let match = SUSPECT.exec(text); match; match = SUSPECT.exec(text)) {
    const change = at(text, match.index);
    if (!change) continue;
    changes.push(change);
    SUSPECT.lastIndex = change.end;
  }
  return changes;
}

function at(text: string, start: number): Change | null {
  const code = text.charCodeAt(start);
  if (code === 0xfeff) return { start, end: start + 1, replacement: "", kind: "byte-order-mark", certain: true };
  if (code === 0x26) return entity(text, start);
  if (code < 0xa0) {
    const replacement = meantBy(code);
    return replacement ? { start, end: start + 1, replacement, kind: "c1-control", certain: true } : null;
  }
  return mojibake(text, start, code);
}

function entity(text: string, start: number): Change | null {
  ENTITY.lastIndex = start;
  const [whole, decimal, hex, name] = ENTITY.exec(text) ?? [];
  if (!whole) return null;
  const point = decimal ? Number.parseInt(decimal, 10) : hex ? Number.parseInt(hex, 16) : -1;
  const replacement = name ? NAMED[name] : printable(point);
  return replacement ? { start, end: start + whole.length, replacement, kind: "html-entity", certain: true } : null;
}

/** The character of a numeric entity; those of 0x80 to 0x9F mean windows-1252, as in HTML. */
function printable(point: number): string | null {
  if (point >= 0x80 && point < 0xa0) return meantBy(point);
  if (point < 0x20 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return null;
  return String.fromCodePoint(point);
}

/** A UTF-8 sequence that was read as windows-1252 or latin-1: "â€™" for "’", "Ã©" for "é". */
function mojibake(text: string, start: number, lead: number): Change | null {
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  // Two letters can stand side by side in a real word; only after Â and Ã does that never make sense in print.
  if (length === 2 && lead > 0xc3) return null;
  let point = lead & (0x7f >> length);
  for (let i = 1; i < length; i++) {
    const byte = byteOf(text.charCodeAt(start + i));
    if (!(byte >= 0x80 && byte < 0xc0)) return null;
    point = (point << 6) | (byte & 0x3f);
  }
  if (point < [0, 0, 0x80, 0x800, 0x10000][length]! || point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
    return null;
  return { start, end: start + length, replacement: String.fromCodePoint(point), kind: "mojibake", certain: true };
}
