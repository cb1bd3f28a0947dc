import { createReadStream } from "node:fs";
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { PacketPlace } from "./article-index.ts";
import type { ReportArticle } from "./page-data.ts";

/** Characters of JSON in a packet: a browser unpacks so many in some milliseconds, and they compress well together. */
const PACKET_SIZE = 2 ** 18;

/** A value as text that is inert in HTML: JSON, deflated, in base64. */
export const packed = (value: unknown): string => packedJson(JSON.stringify(value));

const packedJson = (json: string): string => deflateRawSync(json).toString("base64");

/**
 * Articles of a report on their way into it, in packets in a file of their own, so that there can be more of them than
 * memory holds.
 */
export class PacketFile {
  /** Packets that are full. */
  count = 0;
  readonly #folder: string;
  readonly #file: FileHandle;
  #waiting: string[] = [];
  #size = 0;

  private constructor(folder: string, file: FileHandle) {
    this.#folder = folder;
    this.#file = file;
  }

  static async create(): Promise<PacketFile> {
    const folder = await mkdtemp(join(tmpdir(), "pressmark-report-"));
    return new PacketFile(folder, await open(join(folder, "packets"), "w"));
  }

  /** Takes an article, and says where a reader finds it. */
  async add(article: ReportArticle): Promise<PacketPlace> {
    const json = JSON.stringify(article);
    if (this.#size > 0 && this.#size + json.length > PACKET_SIZE) await this.#endPacket();
    this.#size += json.length;
    return { packet: this.count, at: this.#waiting.push(json) - 1 };
  }

  /** The packets in order. Nothing can be added after it. */
  async *packets(): AsyncGenerator<string> {
    if (this.#size > 0) await this.#endPacket();
    let rest = "";
    for await (const chunk of createReadStream(join(this.#folder, "packets"), "latin1")) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop()!;
      yield* lines;
    }
  }

  async remove(): Promise<void> {
    await this.#file.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #endPacket(): Promise<void> {
    await this.#file.write(`${packedJson(`[${this.#waiting.join(",")}]`)}\n`);
    this.#waiting = [];
    this.#size = 0;
    this.count++;
  }
}
