import { joined, type Line } from "./lines.ts";

const [QUOTE, NEWLINE, RETURN] = [34, 10, 13];
const DELIMITERS: ReadonlySet<number> = new Set([44, 9, 59, 124]); // , tab ; |

/**
 * Splits a stream of bytes at the ends of CSV rows (RFC 4180): line breaks between double quotes do not end one. A quotation
 * mark counts only at the beginning of a cell, or where it ends a quoted one. `number` is the line a row begins on.
 * A row longer than `limit` bytes is passed over without keeping it in memory.
 */
export async function* rowsOf(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  let line = 1;
  let state: "start" | "bare" | "quoted" | "after" = "start";
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length <= limit) parts.push(part);
    else parts = [];
  };
  const take = (): Line => {
    const row = { number, bytes: length <= limit ? joined(parts, length) : null, length };
    parts = [];
    length = 0;
    return row;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (byte === NEWLINE) line++;
      if (state === "quoted") {
        if (byte === QUOTE) state = "after";
      } else if (byte === NEWLINE) {
        add(chunk.subarray(from, at));
        yield take();
        from = at + 1;
        number = line;
        state = "start";
      } else if (byte === QUOTE && state !== "bare") state = "quoted";
      else if (DELIMITERS.has(byte)) state = "start";
      else if (byte !== RETURN) state = "bare";
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (length > 0) yield take();
}
