import { brotliDecompressSync, inflateSync } from "node:zlib";
import { InputError } from "../../input-error.ts";
import { inflate, isGzip } from "./inflate.ts";

/** An answer of a web server, as a WARC file keeps it. */
export interface HttpAnswer {
  readonly mediaType: string;
  /** The charset that the header states. */
  readonly charset: string | null;
  readonly body: Uint8Array;
}

const END_OF_HEADER = Buffer.from("\r\n\r\n");

/** Splits an HTTP answer into header and body, and undoes chunks and compression. Throws an `InputError` if it is damaged. */
export function parseHttp(bytes: Uint8Array, limit: number): HttpAnswer {
  const answer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = answer.indexOf(END_OF_HEADER);
  if (end < 0) throw new InputError("an HTTP answer without an end of its header", "check the WARC file");
  const [status = "", ...lines] = answer.subarray(0, end).toString("latin1").split("\r\n");
  const code = /^HTTP\/\S+\s+(\d{3})/.exec(status)?.[1];
  if (code !== "200") throw new InputError(`an HTTP answer with status ${code ?? "unknown"}, no page`, "leave it out");
  const header = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(":")).trim().toLowerCase(),
      line.slice(line.indexOf(":") + 1).trim(),
    ]),
  );
  const type = header.get("content-type") ?? "";
  const raw = answer.subarray(end + END_OF_HEADER.length);
  const whole = /chunked/i.test(header.get("transfer-encoding") ?? "") ? unchunk(raw) : raw;
  return {
    mediaType: type.split(";")[0]!.trim().toLowerCase(),
    charset: /charset\s*=\s*["']?([\w:.-]+)/i.exec(type)?.[1] ?? null,
    body: uncompressed(whole, (header.get("content-encoding") ?? "").toLowerCase(), limit),
  };
}

/** Archives often keep the body without its chunks or compression, and the header as it was: the body itself decides. */
function unchunk(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf("\r\n", at);
    const size = /^([0-9a-f]{1,7})\s*(?:;|$)/i.exec(body.toString("latin1", at, Math.min(lineEnd, at + 40)))?.[1];
    if (lineEnd < 0 || size === undefined) return parts.length === 0 ? body : Buffer.concat(parts);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + length));
    at = lineEnd + 2 + length + 2;
  }
  return Buffer.concat(parts);
}

function uncompressed(body: Buffer, coding: string, limit: number): Uint8Array {
  if (isGzip(body)) return inflate(body, limit);
  if (coding !== "br" && coding !== "deflate") return body;
  try {
    return (coding === "br" ? brotliDecompressSync : inflateSync)(body, { maxOutputLength: limit });
  } catch {
    return body; // kept uncompressed under the old header
  }
}
