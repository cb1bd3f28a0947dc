import { joined } from "./lines.ts";

/** A record of a WARC file (ISO 28500), counted from 1. `content` is null if it is longer than the limit. */
export interface WarcRecord {
  readonly number: number;
  /** Names in lower case. */
  readonly header: ReadonlyMap<string, string>;
  readonly content: Uint8Array | null;
  readonly length: number;
}

/** A place where no record begins that should. */
export interface WarcDamage {
  readonly number: number;
  readonly reason: string;
}

/** A header is not longer than this. */
const MOST_HEADER = 2 ** 16;

/**
 * Reads a WARC file, inflated, record by record. Content longer than `limit` bytes is passed over without keeping it in
 * memory. Where something is damaged, it goes on at the next line that begins a record.
 */
export async function* warcRecords(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<WarcRecord | WarcDamage> {
  const reader = new Reader(chunks);
  let isLost = false;
  for (let number = 1; ; ) {
    const first = await reader.line();
    if (first === null) return;
    if (first.trim() === "") continue;
    if (!/^WARC\/\d/.test(first)) {
      if (!isLost) yield { number, reason: "no record begins where one should" };
      isLost = true;
      continue;
    }
    isLost = false;
    const header = await headerOf(reader);
    const length = Number(header.get("content-length") ?? Number.NaN);
    if (!Number.isSafeInteger(length) || length < 0) {
      yield { number: number++, reason: "a record without a valid Content-Length" };
      isLost = true;
      continue;
    }
    const content = await reader.bytes(length, limit);
    if (content === "ended") {
      yield { number, reason: "the file ends in the middle of a record" };
      return;
    }
    yield { number: number++, header, content, length };
  }
}

async function headerOf(reader: Reader): Promise<Map<string, string>> {
  const header = new Map<string, string>();
  let length = 0;
  for (let line = await reader.line(); line !== null && line.trim() !== ""; line = await reader.line()) {
    length += line.length;
    const colon = line.indexOf(":");
    if (colon > 0 && length < MOST_HEADER)
      header.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return header;
}

/** Takes lines and stretches of bytes off a stream of chunks. */
class Reader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array();
  #at = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next line as Latin-1, without its line feed; of a longer one the first 64 KiB. Null at the end. */
  async line(): Promise<string | null> {
    const parts: string[] = [];
    let length = 0;
    while (await this.#fill()) {
      const end = this.#chunk.indexOf(10, this.#at);
      const part = this.#chunk.subarray(this.#at, end < 0 ? undefined : end);
      if (length < MOST_HEADER) parts.push(Buffer.from(part.subarray(0, MOST_HEADER)).toString("latin1"));
      length += part.length;
      this.#at = end < 0 ? this.#chunk.length : end + 1;
      if (end >= 0) return parts.join("");
    }
    return length > 0 ? parts.join("") : null;
  }

  /** The next `length` bytes; null if they are more than `limit`; "ended" if there are not so many. */
  async bytes(length: number, limit: number): Promise<Uint8Array | null | "ended"> {
    const parts: Uint8Array[] = [];
    for (let left = length; left > 0; ) {
      if (!(await this.#fill())) return "ended";
      const part = this.#chunk.subarray(this.#at, this.#at + left);
      if (length <= limit) parts.push(part);
      this.#at += part.length;
      left -= part.length;
    }
    return length <= limit ? joined(parts, length) : null;
  }

  async #fill(): Promise<boolean> {
    while (this.#at >= this.#chunk.length) {
      const next = await this.#chunks.next();
      if (next.done) return false;
      this.#chunk = next.value;
      this.#at = 0;
    }
    return true;
  }
}
