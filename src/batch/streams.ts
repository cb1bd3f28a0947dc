import { closeSync, openSync, readSync } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { constants, createGunzip, gunzipSync } from "node:zlib";
import { InputError } from "../input-error.ts";
import type { Transcoded } from "../layers.ts";
import { isGzip } from "../stages/1-read/inflate.ts";

type Bytes = AsyncIterable<Uint8Array>;

/** Bytes that tell gzip. */
const MAGIC = 3;

/** A stream of bytes, inflated if it is gzip by its first bytes, whatever it is called. Read only as fast as it is used. */
export async function* inflated(chunks: Bytes): AsyncGenerator<Uint8Array> {
  const { first, all } = await begun(chunks, MAGIC);
  if (first.length === 0) return;
  if (!isGzip(first)) {
    yield* all;
    return;
  }
  const gunzip = createGunzip();
  pipeline(Readable.from(all), gunzip, () => {}); // what goes wrong is thrown by the loop over `gunzip`
  for await (const chunk of gunzip) yield chunk;
}

/** Bytes that tell UTF-16: its mark, or that one of the first two, which are ASCII in records, is zero. */
const WIDE = 4;

/**
 * A stream of records as UTF-8. UTF-16 is transcoded as it comes; half a surrogate pair becomes U+FFFD. Anything else is
 * left as it is. Throws an `InputError` for UTF-32.
 */
export async function asUtf8(chunks: Bytes): Promise<{ chunks: Bytes; transcoded: Transcoded | null }> {
  const { first, all } = await begun(chunks, WIDE);
  const [a = 1, b = 1, c = 1, d = 1] = first;
  const isMarked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  const isWide = isMarked || (a === 0) !== (b === 0);
  if ((a === 0 && b === 0) || (isWide && c === 0 && d === 0))
    throw new InputError("the records are in UTF-32 or binary", "save the file as UTF-8");
  if (!isWide) return { chunks: all, transcoded: null };
  const encoding = a === 0xff || b === 0 ? "utf-16le" : "utf-16be";
  const how = isMarked ? ({ encodingFrom: "bom", encodingConfidence: 1 } as const) : DETECTED;
  return { chunks: transcode(all, encoding), transcoded: { encoding, ...how } };
}

const DETECTED = { encodingFrom: "detected", encodingConfidence: 0.9 } as const;

async function* transcode(chunks: Bytes, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

/** The first bytes of a stream, at least `least` if it has so many, and the whole of it. */
async function begun(chunks: Bytes, least: number): Promise<{ first: Uint8Array; all: Bytes }> {
  const source = chunks[Symbol.asyncIterator]();
  let first: Uint8Array = new Uint8Array();
  while (first.length < least) {
    const next = await source.next();
    if (next.done) break;
    first = first.length === 0 ? next.value : Buffer.concat([first, next.value]);
  }
  return { first, all: withFirst(first, source) };
}

async function* withFirst(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** Bytes at the beginning of a file that are looked at. Compressed ones are fewer: they may inflate a thousandfold. */
const HEAD = 2 ** 16;
const COMPRESSED_HEAD = 2 ** 12;

/**
 * The beginning of a file (so many of its bytes), inflated and as text, to tell its format by. Throws what opening throws. It
 * waits for the disk: for a few bytes a promise costs many times what the reading does.
 */
export function headOf(path: string, most = HEAD): string {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(most);
    const head = buffer.subarray(0, readSync(file, buffer, 0, most, 0));
    if (!isGzip(head)) return head.toString("utf8");
    // Z_SYNC_FLUSH takes data that end in the middle.
    return gunzipSync(head.subarray(0, COMPRESSED_HEAD), { finishFlush: constants.Z_SYNC_FLUSH })
      .subarray(0, most)
      .toString("utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith("Z_")) return ""; // whoever reads it will say what is wrong
    throw error;
  } finally {
    closeSync(file);
  }
}
