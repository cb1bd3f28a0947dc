import { InputError } from "../../input-error.ts";
import { decodeWindows1252 } from "../../windows-1252.ts";

/** Bytes at the start of a file that are looked at to tell text from binary. */
const PROBE = 8192;

export interface Decoded {
  readonly text: string;
  /** The WHATWG label of the encoding. */
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
}

/**
 * Decodes bytes so that encoding the text again gives the same bytes; a byte order mark stays as U+FEFF.
 * UTF-16 is known by its mark, UTF-8 by being valid; anything else is read as windows-1252, which maps every byte.
 * Throws an `InputError` for binary content.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16("utf-16le", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16("utf-16be", bytes);
  if (bytes.subarray(0, PROBE).includes(0)) throw binary();
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), encoding: "utf-8" };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // too long for one string
    return { text: decodeWindows1252(bytes), encoding: "windows-1252" };
  }
}

function decodeUtf16(encoding: "utf-16le" | "utf-16be", bytes: Uint8Array): Decoded {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause; // too long for one string
    throw new InputError("broken UTF-16 (by its byte order mark it should be that)", "save it as UTF-8", { cause });
  }
  if (text.slice(0, PROBE).includes("\0")) throw binary();
  return { text, encoding };
}

const binary = (): InputError =>
  new InputError("binary content (it has NUL bytes), not text", "convert it to UTF-8 text first, or leave it out");
