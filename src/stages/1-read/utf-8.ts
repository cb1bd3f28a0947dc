import { isUtf8 } from "node:buffer";
import { decodeWindows1252 } from "../../windows-1252.ts";

/** Bytes looked at as UTF-8. */
export interface Utf8Runs {
  /** Whole characters beyond ASCII; only counted if there are stray bytes. */
  readonly wide: number;
  /** Bytes that belong to no character. */
  readonly stray: number;
  /** The text, each stray byte read as windows-1252. */
  text(): string;
}

/** Tells how much of the bytes is UTF-8. Linear. */
export function utf8Runs(bytes: Uint8Array): Utf8Runs {
  if (isUtf8(bytes)) return { wide: 0, stray: 0, text: () => textOf(bytes) };
  const strays: number[] = [];
  let wide = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at);
    if (length === 0) strays.push(at);
    else if (length > 1) wide++;
    at += length || 1;
  }
  return { wide, stray: strays.length, text: () => mixedText(bytes, strays) };
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");

function mixedText(bytes: Uint8Array, strays: readonly number[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const at of strays) {
    if (at > from) parts.push(textOf(bytes.subarray(from, at)));
    parts.push(decodeWindows1252(bytes.subarray(at, at + 1)));
    from = at + 1;
  }
  parts.push(textOf(bytes.subarray(from)));
  return parts.join("");
}

/** How many bytes the character at an index has; 0 if none begins there (Unicode 16, table 3-7). */
function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  if (length === 0) return 0;
  const second = bytes[at + 1] ?? 0;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
