import { gunzipSync } from "node:zlib";
import { InputError } from "../../input-error.ts";

/** The biggest article that is taken: bytes of a file or a record, inflated. It needs some 4 GB of memory. */
export const MOST_ARTICLE_BYTES = 16 * 2 ** 20;

/** True if the content is gzip-compressed (RFC 1952), whatever the file is called. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;

/** Inflates gzip content. Throws an `InputError` if it is damaged, or inflates to more than `limit` bytes. */
export function inflate(bytes: Uint8Array, limit: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE")
      throw new InputError(
        `the gzip data inflates to more than ${limit} bytes; an article may have no more`,
        "split it; if it is a dataset with a record a line, name it .jsonl.gz",
        { cause },
      );
    throw new InputError(`damaged gzip data (${(cause as Error).message})`, "fetch or compress the file again", {
      cause,
    });
  }
}
