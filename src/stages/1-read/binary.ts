import { InputError } from "../../input-error.ts";

/** Bytes at the start of a file that are looked at to tell text from binary. */
const PROBE = 8192;
/** More control characters than this, and it is no text in any encoding. */
const MOST_CONTROL = 0.05;

/** How files that are not text begin (their formats' specifications), and what they are. */
const SIGNATURES: readonly (readonly [start: string, name: string])[] = [
  ["\x89PNG\r\n", "a PNG image"],
  ["\xff\xd8\xff", "a JPEG image"],
  ["GIF8", "a GIF image"],
  ["RIFF", "a RIFF file (WebP, WAV or AVI)"],
  ["II*\0", "a TIFF image"],
  ["MM\0*", "a TIFF image"],
  ["%PDF-", "a PDF"],
  ["%!PS", "a PostScript file"],
  ["{\\rtf", "an RTF document"],
  ["PK\x03\x04", "a zip archive (or a .docx, .odt, .xlsx or .epub file)"],
  ["PK\x05\x06", "an empty zip archive"],
  ["\xd0\xcf\x11\xe0", "an old Microsoft Office document"],
  ["\x1f\x8b\b", "gzip data"],
  ["BZh", "a bzip2 archive"],
  ["\xfd7zXZ\0", "an xz archive"],
  ["\x28\xb5\x2f\xfd", "a Zstandard archive"],
  ["7z\xbc\xaf\x27\x1c", "a 7-Zip archive"],
  ["Rar!", "a RAR archive"],
  ["\x7fELF", "a program"],
  ["MZ", "a Windows program"],
  ["SQLite format 3\0", "an SQLite database"],
  ["PAR1", "a Parquet file"],
  ["ID3", "an MP3 file"],
  ["OggS", "an Ogg file"],
  ["wOF", "a font"],
  ["\0asm", "a WebAssembly module"],
];

/** `MZ` and the like can begin a text: these count only if what follows is not text. */
const SHORTEST_SURE = 4;

const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** Throws an `InputError` that names what the content is, if it is not text. */
export function refuseBinary(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 32)).toString("latin1");
  const known = SIGNATURES.find(([start]) => head.startsWith(start));
  const isText = !hasControls(bytes);
  if (known && (known[0].length >= SHORTEST_SURE || !isText || known[0].startsWith("\x1f")))
    throw new InputError(`binary content (${known[1]}), not text`, "extract its text first, or leave it out");
  if (head.slice(4, 8) === "ftyp")
    throw new InputError("binary content (a video or image, MPEG-4), not text", "leave it out");
  if (isText || isUtf16(bytes)) return;
  throw new InputError(
    bytes.subarray(0, PROBE).includes(0)
      ? "binary content (it has NUL bytes), not text"
      : "binary content (it is full of control characters), not text",
    "convert it to UTF-8 text first, or leave it out",
  );
}

function hasControls(bytes: Uint8Array): boolean {
  const probe = bytes.subarray(0, PROBE);
  let controls = 0;
  for (const byte of probe) {
    if (byte === 0) return !looksUtf16(probe);
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  return controls > probe.length * MOST_CONTROL;
}

/** True for UTF-16 without a byte order mark: every other byte of Western text is zero. */
export function looksUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const probe = bytes.subarray(0, PROBE & ~1);
  const zeros = [0, 0];
  for (let i = 0; i < probe.length; i++) if (probe[i] === 0) zeros[i & 1]!++;
  const [even = 0, odd = 0] = zeros;
  const most = probe.length / 2;
  if (probe.length < 16 || Math.max(even, odd) < most * 0.7 || Math.min(even, odd) > most * 0.02) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}
