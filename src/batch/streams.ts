import { open } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { constants, createGunzip, gunzipSync } from "node:zlib";
import { isGzip } from "../stages/1-read/inflate.ts";

type Bytes = AsyncIterable<Uint8Array>;

/** Bytes that tell gzip. */
const MAGIC = 3;

/** A stream of bytes, inflated if it is gzip by its first bytes, whatever it is called. Read only as fast as it is used. */
export async function* inflated(chunks: Bytes): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  let first: Uint8Array = new Uint8Array();
  while (first.length < MAGIC) {
    const next = await source.next();
    if (next.done) break;
    first = first.length === 0 ? next.value : Buffer.concat([first, next.value]);
  }
  if (first.length === 0) return;
  const all = withFirst(first, source);
  if (!isGzip(first)) {
    yield* all;
    return;
  }
  const gunzip = createGunzip();
  pipeline(Readable.from(all), gunzip, () => {}); // what goes wrong is thrown by the loop over `gunzip`
  for await (const chunk of gunzip) yield chunk;
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

/** The beginning of a file, inflated and as text, to tell its format by. Throws what `open` throws. */
export async function headOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    const head = buffer.subarray(0, bytesRead);
    if (!isGzip(head)) return head.toString("utf8");
    // Z_SYNC_FLUSH takes data that end in the middle.
    return gunzipSync(head.subarray(0, COMPRESSED_HEAD), { finishFlush: constants.Z_SYNC_FLUSH })
      .subarray(0, HEAD)
      .toString("utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith("Z_")) return ""; // whoever reads it will say what is wrong
    throw error;
  } finally {
    await handle.close();
  }
}
