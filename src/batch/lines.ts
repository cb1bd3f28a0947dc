/** A line of a stream, counted from 1. `bytes` is null if the line is longer than the limit; its `length` is told all the same. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array | null;
  readonly length: number;
}

const NEWLINE = 10;

/** Splits a stream of bytes at line breaks. A line longer than `limit` bytes is passed over without keeping it in memory. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length <= limit) parts.push(part);
    else parts = [];
  };
  const take = (): Line => {
    const line = { number: number++, bytes: length <= limit ? joined(parts, length) : null, length };
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, to));
      yield take();
      from = to + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (length > 0) yield take();
}

/** A copy with memory of its own: what is sent to a worker must not drag the whole chunk along. */
export function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
