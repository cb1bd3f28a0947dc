import type { Change } from "./change.ts";
import { CONTINUATIONS, ENCODINGS, type Encoding, LEADS } from "./encodings.ts";
import { strangeness } from "./strangeness.ts";

/** What a run of characters gives when it is taken for UTF-8 that was read in one encoding. */
interface Reading {
  readonly encoding: Encoding;
  readonly changes: Change[];
  /** By how many points the reading looks less odd than the text. */
  readonly gain: number;
  /** Every character of the run that could be part of damage is. */
  readonly whole: boolean;
}

/** Characters beside ASCII without a break, among which damage was found. */
interface Run {
  readonly readings: readonly Reading[];
}

/** What a reading must gain to be believed on its own, and where others of the same encoding are there. */
const ENOUGH = 1.5;
const ENOUGH_AMONG_OTHERS = 0.05;
const ENOUGH_WHERE_ALL_FITS = -0.3;

/** Points for a sequence of three or four bytes: sound text hardly ever has what looks like one. */
const BY_CHANCE = 0.8;

/**
 * Finds UTF-8 that was read in another encoding: "â€™" for "’", "Ð±" for "б". A run of damage is believed if it looks
 * much odder than what it would stand for; where other runs of the text stood for something in the same encoding, and
 * all the more where all of them did, less is enough. Returns changes in text order, without overlaps. Linear.
 */
export function findMojibake(text: string): Change[] {
  const runs = runsOf(text);
  if (runs.length === 0 && !LONE.test(text)) return [];
  const believed = new Array<number>(ENCODINGS.length).fill(0);
  const whole = new Array<number>(ENCODINGS.length).fill(0);
  for (const { readings } of runs)
    for (const { encoding, gain, whole: all } of readings) {
      if (gain >= ENOUGH) believed[encoding.index]! += 1;
      if (all) whole[encoding.index]! += 1;
    }
  const changes: Change[] = [];
  for (const { readings } of runs) {
    let best: Reading | null = null;
    for (const reading of readings) {
      const { encoding, gain } = reading;
      const enough = !believed[encoding.index]
        ? ENOUGH
        : whole[encoding.index] === runs.length
          ? ENOUGH_WHERE_ALL_FITS
          : ENOUGH_AMONG_OTHERS;
      if (gain < enough) continue;
      if (!best || score(reading) > score(best)) best = reading;
    }
    for (const change of best?.changes ?? []) changes.push(change);
  }
  // A reading is worth more where its encoding explains more of the text.
  function score({ encoding, gain, changes: found }: Reading): number {
    return gain + 2 * (believed[encoding.index]! / runs.length) + 0.001 * found.length;
  }
  return withLost(text, changes);
}

/** The runs that hold a UTF-8 sequence in some encoding, with their readings. */
function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let start = -1;
  let encodings = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    const inside = code >= 0x80 && code !== 0xfeff;
    if (inside) {
      if (start < 0) start = i;
      const leads = LEADS[code]!;
      if (leads) encodings |= leads & CONTINUATIONS[text.charCodeAt(i + 1) || 0]!;
    } else if (start >= 0) {
      // A space between two can be the no-break space that was the second byte of a letter.
      if (code === 0x20 && continues(text, i)) continue;
      if (encodings) {
        const readings = readingsOf(text, start, i, encodings);
        if (readings.length > 0) runs.push({ readings });
      }
      start = -1;
      encodings = 0;
    }
  }
  return runs;
}

/** Whether the space at `i` stands where the last byte of a sequence is missing, and another sequence follows. */
function continues(text: string, i: number): boolean {
  const next = LEADS[text.charCodeAt(i + 1) || 0]!;
  if (!next) return false;
  const [first, second] = [text.charCodeAt(i - 2) || 0, text.charCodeAt(i - 1)];
  return (LEADS[second]! & next) !== 0 || (LEADS[first]! & CONTINUATIONS[second]! & next) !== 0;
}

function readingsOf(text: string, start: number, end: number, encodings: number): Reading[] {
  const readings: Reading[] = [];
  const before = [text.charCodeAt(start - 2) || 0, text.charCodeAt(start - 1) || 0] as const;
  const after = text.charCodeAt(end) || 0;
  let odd = -1;
  for (const encoding of ENCODINGS) {
    if (!(encodings & (1 << encoding.index))) continue;
    const { changes, unread } = readAs(text, start, end, encoding);
    if (changes.length === 0) continue;
    let read = 0;
    let unlikely = 0;
    let result = "";
    let at = start;
    for (const change of changes) {
      read += change.end - change.start;
      if (change.end - change.start > 2) unlikely += BY_CHANCE;
      result += text.slice(at, change.start) + change.replacement;
      at = change.end;
    }
    result += text.slice(at, end);
    if (read < unread) continue; // more of it makes no sense than does
    if (odd < 0) odd = strangeness(text.slice(start, end), before, after);
    // A byte order mark is nothing to see, but three letters in its place are.
    const gain = odd - strangeness(result, before, after) + unlikely + (result.includes("\ufeff") ? 2 : 0);
    readings.push({ encoding, changes, gain, whole: unread === 0 });
  }
  return readings;
}

/** Reads a run as UTF-8 in an encoding: the sequences found, and how many other characters are no plain punctuation. */
function readAs(text: string, start: number, end: number, encoding: Encoding): { changes: Change[]; unread: number } {
  const changes: Change[] = [];
  let unread = 0;
  for (let i = start; i < end; ) {
    const change = sequenceAt(text, i, end, encoding);
    if (change) {
      changes.push(change);
      i = change.end;
    } else {
      const code = text.charCodeAt(i++);
      if (!(code >= 0x2010 && code <= 0x2026) && code !== 0xa0 && code > 0x20) unread++;
    }
  }
  return { changes, unread };
}

/** The UTF-8 sequence (or the pair of them that CESU-8 writes one character with) at `start`; null if there is none. */
function sequenceAt(text: string, start: number, limit: number, encoding: Encoding): Change | null {
  const first = pointAt(text, start, limit, encoding);
  if (!first) return null;
  let { point, end } = first;
  if (point >= 0xd800 && point < 0xe000) {
    const second = point < 0xdc00 ? pointAt(text, end, limit, encoding) : null;
    if (!second || second.point < 0xdc00 || second.point >= 0xe000) return null;
    point = 0x10000 + ((point - 0xd800) << 10) + (second.point - 0xdc00);
    end = second.end;
  }
  // What UTF-8 stands for is never a control character but by chance.
  if (point < 0xa0 && point !== 0x85) {
    if (encoding.index !== 0) return null;
  }
  return {
    start,
    end,
    replacement: String.fromCodePoint(point),
    kind: "mojibake",
    certain: first.certain,
    reason: REASONS[encoding.index]!,
  };
}

const REASONS = ENCODINGS.map(({ name }) => `UTF-8 that was read as ${name}`);

function pointAt(text: string, start: number, limit: number, { index, bytes, chars }: Encoding) {
  const lead = bytes.get(text.charCodeAt(start)) ?? 0;
  if (lead < 0xc2 || lead > 0xf4) return null;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const end = start + length;
  if (end > limit) return null;
  let point = lead & (0x7f >> length);
  let certain = true;
  let lost = false;
  for (let i = start + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    let byte = bytes.get(code) ?? 0;
    if (code === 0x20 && i === end - 1) {
      if (length === 3 && point === 0x2000 >> 6) return null; // "â€ " has lost a byte, and is no "†"
      byte = 0xa0;
      certain = false;
    } else if (code === 0xfffd && chars.includes(null)) {
      lost = true;
      byte = 0x80;
    }
    if (byte < 0x80 || byte > 0xbf) return null;
    point = (point << 6) | (byte & 0x3f);
  }
  if (point < [0x80, 0x800, 0x10000][length - 2]! || point > 0x10ffff) return null;
  // A byte that windows-1252 lacks makes "â€\ufffd" a closing quote. Of letters nobody knows which it was.
  if (lost) return { point: index === 0 && point === 0x2000 ? 0x201d : 0xfffd, end, certain: false };
  return { point, end, certain };
}

/** "Ã" or "Â", whose second byte was a no-break space that became a space or was lost. */
const LONE = /[ÂÃ][ ao]/;

/** Words of Portuguese that begin with "à": after them the space was the second byte of the letter, and not one beside it. */
const JOINED = /^ (?:quel[ea]s?|quilo)(?![a-z])/;

/**
 * Adds letters whose second byte, a no-break space, was made a plain space: "voilÃ le" for "voilà le", "Å ajā" for "Šajā".
 */
function withLost(text: string, changes: readonly Change[]): Change[] {
  const reasons = new Set(changes.map(({ reason }) => reason));
  const encodings = ENCODINGS.filter(({ index }) => reasons.has(REASONS[index]!));
  const all: Change[] = [];
  let next = 0;
  for (let i = 1; i < text.length; i++) {
    const code = text.charCodeAt(i - 1);
    if (code < 0xa0 || !LEADS[code] || text.charCodeAt(i) >= 0x80) continue;
    while (next < changes.length && changes[next]!.start < i - 1) all.push(changes[next++]!);
    const previous = all.at(-1);
    if (previous && previous.end > i - 1) continue;
    if (next < changes.length && changes[next]!.start < i + 1) continue;
    const change = text.charCodeAt(i) === 0x20 ? lostAt(text, i - 1, encodings) : foldedAt(text, i - 1);
    if (change) all.push(change);
  }
  while (next < changes.length) all.push(changes[next++]!);
  return all;
}

/** "Ãa" and "Ão" inside a word, for "ê" and "ú": normalization (NFKC) makes plain letters of "ª" and "º". */
function foldedAt(text: string, start: number): Change | null {
  const [code, next] = [text.charCodeAt(start), text.charAt(start + 1)];
  if ((next !== "a" && next !== "o") || !/[a-z]/.test(text.charAt(start + 2))) return null;
  if (code === 0xc3 ? !/[a-z’']/.test(text.charAt(start - 1)) : code !== 0xc2 || text.charAt(start - 1) !== "Ã")
    return null;
  const replacement = code === 0xc2 ? (next === "a" ? "ª" : "º") : next === "a" ? "ê" : "ú";
  const reason = `${REASONS[0]}, and normalized`;
  return { start, end: start + 2, replacement, kind: "mojibake", certain: false, reason };
}

function lostAt(text: string, start: number, encodings: readonly Encoding[]): Change | null {
  const code = text.charCodeAt(start);
  const before = text.charAt(start - 1);
  const made = (replacement: string, length: number, encoding = ENCODINGS[0]!): Change => ({
    start,
    end: start + length,
    replacement,
    kind: "mojibake",
    certain: false,
    reason: `${REASONS[encoding.index]}, with a no-break space that became a space`,
  });
  const here = encodings.some(({ bytes }) => bytes.get(code) === code);
  if (code === 0xc2) return here || /[a-z0-9.,;:!?"”’)]/.test(before) ? made("\u00a0", 2) : null;
  if (code === 0xc3) {
    if (!(here || /[a-zà-ÿ]/.test(before) || /^ (?: |la \p{L})/u.test(text.slice(start + 1, start + 6)))) return null;
    if (/[A-Z]/.test(before)) return null;
    // The space is there still after a word; the word "à" lost it only where another follows without one.
    const joined = text.charAt(start + 2) === " " || JOINED.test(text.slice(start + 1, start + 9));
    return made("à", joined ? 2 : 1);
  }
  if (!/\p{L}/u.test(text.charAt(start)) || /\p{L}/u.test(before) || !/\p{Ll}/u.test(text.charAt(start + 2)))
    return null;
  for (const encoding of encodings) {
    const lead = encoding.bytes.get(code) ?? 0;
    if (lead < 0xc4 || lead > 0xdf) continue;
    const letter = String.fromCharCode(((lead & 0x1f) << 6) | 0x20);
    if (/\p{Lu}/u.test(letter)) return made(letter, 2, encoding);
  }
  return null;
}
