import { ENCODINGS } from "./encodings.ts";

/** What is left of a character after a loss, and which characters leave that. */
export interface Remains {
  readonly form: string;
  readonly candidates: string;
}

/** The characters that news is full of and ASCII lacks; in UTF-8 all have three bytes, of which E2 is the first. */
const CHARACTERS = "‘’“”–—…‐€₹";

/** Those that a sign for any lost character is taken for. */
const PUNCTUATION = "‘’“”–—…";

/** What may be left, by its first character, the longest first: "β", "β€" and "β¦", "â", "â€", "â??", "?", U+FFFD. */
export const REMAINS: ReadonlyMap<string, readonly Remains[]> = remainsOf();

/**
 * Reads the UTF-8 of the characters in each encoding and loses what programs lose: bytes that the encoding lacks and
 * control characters, dropped or replaced by a sign.
 */
function remainsOf(): ReadonlyMap<string, readonly Remains[]> {
  const made = new Map<string, Set<string>>();
  const add = (form: string, char: string) => made.set(form, (made.get(form) ?? new Set()).add(char));
  const latin1 = Array.from({ length: 128 }, (_, i) => String.fromCharCode(0x80 + i));
  const isControl = (char: string) => char >= "\u0080" && char < "\u00a0";
  for (const char of CHARACTERS) {
    const bytes = Array.from(Buffer.from(char, "utf8"), (byte) => byte - 0x80);
    for (const chars of [...ENCODINGS.map((encoding) => encoding.chars), latin1]) {
      const read = bytes.map((byte) => chars[byte] ?? null);
      const kept = read.map((c) => (c === null || isControl(c) ? null : c));
      if (kept[0] && kept.includes(null))
        for (const sign of ["", "?", "\ufffd"]) add(kept.map((c) => c ?? sign).join(""), char);
    }
    // Read as windows-1252, then written in latin-1, which lacks most of that.
    const written = bytes.map((byte) => ENCODINGS[0]!.chars[byte] ?? latin1[byte]!);
    if (written.some((c) => c > "\u00ff")) add(written.map((c) => (c > "\u00ff" ? "?" : c)).join(""), char);
  }
  for (const sign of ["\ufffd", "\ufffd\ufffd\ufffd", "?"]) for (const char of PUNCTUATION) add(sign, char);
  const byFirst = new Map<string, Remains[]>();
  for (const [form, from] of made) {
    const list = byFirst.get(form.charAt(0)) ?? [];
    byFirst.set(form.charAt(0), list);
    list.push({ form, candidates: [...from].join("") });
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.form.length - a.form.length);
  return byFirst;
}
