import { createRequire } from "node:module";
import { InputError } from "../../input-error.ts";
import type { EncodingFrom } from "../../schema/source.ts";
import { decodeWindows1252 } from "../../windows-1252.ts";
import { looksUtf16, refuseBinary } from "./binary.ts";
import { utf8Runs } from "./utf-8.ts";

/** What bytes were decoded to, and how that was decided. */
export interface Decoded {
  readonly text: string;
  /** The WHATWG label of the encoding. */
  readonly encoding: string;
  readonly encodingFrom: EncodingFrom;
  readonly encodingConfidence: number;
  /** Bytes or sequences that the encoding does not have: they are U+FFFD in `text`, or what windows-1252 has there. */
  readonly undecodable: number;
}

/** Bytes that are looked at to detect an encoding. */
const SAMPLE = 2 ** 16;
/** English has hardly any letters beyond ASCII: with fewer such bytes than this, windows-1252 is the likeliest. */
const FEW_HIGH_BYTES = 0.03;
/** A detection has to be as sure as this. */
const SURE = 0.3;
/** UTF-8 with stray bytes has this many times more whole characters than stray bytes. */
const MIXED = 3;

const load = createRequire(import.meta.url);

/**
 * Decodes bytes; a byte order mark stays as U+FEFF. Trusts, in this order, a byte order mark, being valid UTF-8 (text in
 * other encodings hardly ever is), the encoding `declared`, mostly valid UTF-8, the frequencies of bytes (chardet), and
 * takes windows-1252 if nothing tells. Encoding the text again gives the same bytes unless `undecodable` is above 0.
 * Throws an `InputError` for binary content.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  refuseBinary(bytes);
  const marked = markOf(bytes);
  if (marked) return refuseNoise(decodeAs(marked, bytes, "bom", 1));
  const label = declared && encodingOf(declared);
  const wide = bytes.subarray(0, SAMPLE).includes(0) ? looksUtf16(bytes) : null;
  if (wide) return decodeAs(wide, bytes, label === wide ? "declared" : "detected", 0.9);
  const utf8 = utf8Runs(bytes);
  if (utf8.stray === 0) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
    const isDeclared = label === "utf-8";
    return {
      text,
      encoding: "utf-8",
      encodingFrom: isDeclared ? "declared" : "valid-utf8",
      encodingConfidence: 1,
      undecodable: 0,
    };
  }
  if (label && label !== "utf-8" && !label.startsWith("utf-16")) return decodeAs(label, bytes, "declared", 0.9);
  if (utf8.wide >= utf8.stray * MIXED)
    return {
      text: utf8.text(),
      encoding: "utf-8",
      encodingFrom: label === "utf-8" ? "declared" : "detected",
      encodingConfidence: round(utf8.wide / (utf8.wide + utf8.stray)),
      undecodable: utf8.stray,
    };
  return detected(bytes) ?? decodeAs("windows-1252", bytes, "default", 0.5);
}

/** More broken or NUL characters than this, and the mark was none. */
const MOST_NOISE = 0.05;

/** Two bytes may look like a byte order mark by chance. */
function refuseNoise(decoded: Decoded): Decoded {
  const noise = decoded.undecodable + count(decoded.text, "\0");
  if (noise > 2 && noise > decoded.text.length * MOST_NOISE)
    throw new InputError(`binary content (it begins like ${decoded.encoding} and is not), not text`, "leave it out");
  return decoded;
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return bytes[2] === 0 && bytes[3] === 0 && bytes.length >= 4 ? "utf-32le" : "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "utf-8" : null;
}

function detected(bytes: Uint8Array): Decoded | null {
  const sample = bytes.subarray(0, SAMPLE);
  let high = 0;
  for (const byte of sample) if (byte > 127) high++;
  if (high < sample.length * FEW_HIGH_BYTES) return null;
  const [best] = load("chardet").analyse(sample) as { name: string; confidence: number }[];
  const label = best && encodingOf(best.name);
  if (!best || !label || label === "utf-8" || label.startsWith("utf-") || best.confidence / 100 < SURE) return null;
  return decodeAs(label, bytes, "detected", round(best.confidence / 100));
}

const round = (share: number): number => Math.round(share * 100) / 100;

/** Labels that name, on the web, the encoding that has more characters (encoding.spec.whatwg.org/#names-and-labels). */
const WIDER: Readonly<Record<string, string>> = {
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
  "us-ascii": "windows-1252",
  ascii: "windows-1252",
  cp1252: "windows-1252",
  utf8: "utf-8",
  "iso-8859-9": "windows-1254",
  gb2312: "gbk",
  "x-sjis": "shift_jis",
  "ks_c_5601-1987": "euc-kr",
};

/** The encoding a label names; null if there is none of that name. */
function encodingOf(label: string): string | null {
  const name = label.trim().toLowerCase();
  const wider = WIDER[name] ?? name;
  return wider === "windows-1252" || wider === "utf-8" || load("iconv-lite").encodingExists(wider) ? wider : null;
}

function decodeAs(
  encoding: string,
  bytes: Uint8Array,
  encodingFrom: EncodingFrom,
  encodingConfidence: number,
): Decoded {
  const text = decodeText(encoding, bytes);
  return { text, encoding, encodingFrom, encodingConfidence, undecodable: count(text, "\ufffd") };
}

function decodeText(encoding: string, bytes: Uint8Array): string {
  if (encoding === "windows-1252") return decodeWindows1252(bytes);
  if (encoding === "utf-8" || encoding === "utf-16le" || encoding === "utf-16be")
    return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return load("iconv-lite").decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, {
    stripBOM: false,
  });
}

function count(text: string, char: string): number {
  let times = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) times++;
  return times;
}
