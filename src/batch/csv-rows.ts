import { joined, type Line } from "./lines.ts";

const [QUOTE, NEWLINE, RETURN, SPACE] = [34, 10, 13, 32];
const DELIMITERS: ReadonlySet<number> = new Set([44, 9, 59, 124]); // , tab ; |

/**
 * A row of a .csv file. `number` is the line it begins on. Its `bytes` are null if it is longer than the limit, or if it has
 * a quotation mark that opens a cell and is not closed: `unclosed` is the line of that, else null.
 */
export interface Row extends Line {
  readonly unclosed: number | null;
}

/**
 * Splits a stream of bytes at the ends of CSV rows (RFC 4180): line breaks between double quotes do not end one. A quotation
 * mark counts only at the beginning of a cell, or where it ends a quoted one. A row longer than `limit` bytes is passed over
 * without keeping it in memory.
 *
 * A quotation mark that is never closed costs its own row, not the rest of the file. It shows by the end of the file, by the
 * limit, or by words right after the mark that ends a cell of several lines; rows go on at the line after it. No byte is
 * read more than twice for that: what lies between has its quotation marks in pairs, so no other can be open there.
 */
export async function* rowsOf(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Row> {
  const splitter = new RowSplitter(limit);
  for await (const chunk of chunks) yield* splitter.rows(chunk);
  yield* splitter.rest();
}

class RowSplitter {
  readonly #limit: number;
  /** Bytes to be read, the next ones last. */
  readonly #pending: Uint8Array[] = [];
  /** The row up to now. */
  #parts: Uint8Array[] = [];
  #length = 0;
  #number = 1;
  #line = 1;
  /** `passing`: in a row that is too long; the next line break ends it. */
  #state: "start" | "bare" | "quoted" | "after" | "passing" = "start";
  /** Line of the mark that opened the cell, and the place in the row where the next line begins (0: it has not come yet). */
  #opened = 1;
  #nextLine = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  *rows(chunk: Uint8Array): Generator<Row> {
    this.#pending.push(chunk);
    for (let next = this.#pending.pop(); next; next = this.#pending.pop()) yield* this.#read(next);
  }

  /** What is left at the end of the file. */
  *rest(): Generator<Row> {
    while (this.#state === "quoted" && this.#nextLine > 0) {
      yield this.#goBack();
      yield* this.rows(new Uint8Array());
    }
    if (this.#length > 0) yield this.#take();
  }

  *#read(chunk: Uint8Array): Generator<Row> {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (byte === NEWLINE) this.#line++;
      if (this.#state === "quoted") {
        if (byte === QUOTE) this.#state = "after";
        else if (byte === NEWLINE && this.#nextLine === 0) this.#nextLine = this.#length + at + 1 - from;
      } else if (byte === NEWLINE) {
        this.#add(chunk.subarray(from, at));
        yield this.#take();
        from = at + 1;
      } else if (this.#state === "passing") continue;
      else if (byte === QUOTE && this.#state === "start") {
        this.#state = "quoted";
        this.#opened = this.#line;
        this.#nextLine = 0;
      } else if (byte === QUOTE && this.#state === "after") this.#state = "quoted";
      else if (DELIMITERS.has(byte)) this.#state = "start";
      else if (this.#state === "after") {
        if (byte === RETURN || byte === SPACE) continue;
        if (this.#nextLine > 0) {
          this.#add(chunk.subarray(from, at));
          this.#pending.push(chunk.subarray(at));
          yield this.#goBack();
          return;
        }
        this.#state = "bare";
      } else if (byte !== RETURN) this.#state = "bare";
    }
    this.#add(chunk.subarray(from));
    if (this.#length <= this.#limit) return;
    if (this.#state === "quoted" && this.#nextLine > 0) yield this.#goBack();
    else this.#state = "passing";
  }

  #add(part: Uint8Array): void {
    this.#length += part.length;
    if (this.#state === "passing") this.#parts = [];
    else this.#parts.push(part);
  }

  #take(): Row {
    const isWhole = this.#length <= this.#limit;
    const bytes = isWhole ? joined(this.#parts, this.#length) : null;
    const row = { number: this.#number, bytes, length: this.#length, unclosed: null };
    this.#begin(this.#line);
    return row;
  }

  /** Gives up the row that has an open quotation mark, and reads again from the line after that mark. */
  #goBack(): Row {
    const bytes = joined(this.#parts, this.#length);
    const row = { number: this.#number, bytes: null, length: this.#nextLine, unclosed: this.#opened };
    this.#pending.push(bytes.subarray(this.#nextLine));
    this.#begin(this.#opened + 1);
    return row;
  }

  #begin(line: number): void {
    this.#parts = [];
    this.#length = 0;
    this.#number = line;
    this.#line = line;
    this.#state = "start";
    this.#nextLine = 0;
  }
}
