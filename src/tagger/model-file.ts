import { createHash } from "node:crypto";

/**
 * The layout of model files. A file is: 4 bytes "PMTG", the length of the header (uint32, little-endian), the header as
 * JSON, padding to 4 bytes, and the sections one after the other, each padded to 4 bytes.
 */
export const FORMAT = 1;
const MAGIC = 0x47544d50; // "PMTG"

/** What a tagger has learned, as it is stored: sorted keys, and columns beside them. */
export interface StoredModel {
  /** Types of names in the order of their labels. */
  readonly types: readonly string[];
  /** Version of the features (`FEATURES`): weights mean nothing to other ones. */
  readonly features: number;
  /** Weights are `(q / 127)² · scale` with the sign of q. */
  readonly scale: number;
  /** Confidence is `1 / (1 + exp(-(a + b · margin)))`. */
  readonly confidence: readonly [a: number, b: number];
  /** Lower-case words inside names, and at their edges. */
  readonly inside: readonly string[];
  readonly edge: readonly string[];
  readonly sections: Sections;
}

export interface Sections {
  readonly featureKeys: Uint32Array;
  /** How many weights a feature has, in the order of the keys. */
  readonly weightCounts: Uint8Array;
  readonly weightLabels: Uint8Array;
  readonly weights: Int8Array;
  readonly transitions: Float32Array;
  readonly wordKeys: Uint32Array;
  /** Index into `classSets` for each word. */
  readonly wordClasses: Uint16Array;
  readonly wordShares: Uint8Array;
  readonly classSets: Uint32Array;
}

const ARRAYS = {
  featureKeys: Uint32Array,
  weightCounts: Uint8Array,
  weightLabels: Uint8Array,
  weights: Int8Array,
  transitions: Float32Array,
  wordKeys: Uint32Array,
  wordClasses: Uint16Array,
  wordShares: Uint8Array,
  classSets: Uint32Array,
} as const satisfies {
  [Name in keyof Sections]: { new (buffer: ArrayBuffer, offset: number, length: number): Sections[Name] };
};
const NAMES = Object.keys(ARRAYS) as (keyof Sections)[];

/** A model file that cannot be used; the message says which, why, and what to do. */
export class ModelError extends Error {
  override readonly name = "ModelError";
}

interface Header extends Omit<StoredModel, "sections"> {
  readonly format: number;
  readonly sha256: string;
  readonly lengths: Readonly<Record<keyof Sections, number>>;
}

const padded = (bytes: number): number => (bytes + 3) & ~3;

/** The bytes of a model file. Same model, same bytes. */
export function writeModel({ sections, ...rest }: StoredModel): Uint8Array {
  const parts = NAMES.map((name) => sections[name]);
  const payload = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + padded(byteLength), 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    payload.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += padded(byteLength);
  }
  const header: Header = {
    format: FORMAT,
    ...rest,
    sha256: createHash("sha256").update(payload).digest("hex"),
    lengths: Object.fromEntries(NAMES.map((name) => [name, sections[name].length])) as Header["lengths"],
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const start = padded(8 + json.length);
  const file = new Uint8Array(start + payload.length);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, json.length, true);
  file.set(json, 8);
  file.set(payload, start);
  return file;
}

/**
 * Reads a model file; `name` is what errors call it. Throws a `ModelError` if the bytes are no model, one of another
 * version, or not those that were written.
 */
export function readModel(file: Uint8Array, name: string, features: number): StoredModel & { sha256: string } {
  const header = headerOf(file, name);
  const { format, sha256, lengths, ...rest } = header;
  if (format !== FORMAT || rest.features !== features)
    throw new ModelError(
      `${name}: the model has format ${format} and features ${rest.features}, but this version reads format ${FORMAT} and features ${features}; train it anew (docs/entities.md)`,
    );
  const start = padded(8 + new DataView(file.buffer, file.byteOffset).getUint32(4, true));
  const payload = new Uint8Array(file.subarray(start)); // a copy, so that sections are aligned
  const found = createHash("sha256").update(payload).digest("hex");
  if (found !== sha256)
    throw new ModelError(
      `${name}: the model is damaged (its content has the hash ${found}, not ${sha256}); install it again`,
    );
  let at = 0;
  const sections = Object.fromEntries(
    NAMES.map((section) => {
      const array = new ARRAYS[section](payload.buffer, at, lengths[section]);
      at += padded(array.byteLength);
      return [section, array];
    }),
  ) as unknown as Sections;
  return { ...rest, sha256, sections };
}

function headerOf(file: Uint8Array, name: string): Header {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = file.length >= 8 && view.getUint32(0, true) === MAGIC ? view.getUint32(4, true) : 0;
  if (length === 0 || 8 + length > file.length) throw new ModelError(`${name}: not a model file of pressmark`);
  try {
    return JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)));
  } catch (cause) {
    throw new ModelError(`${name}: the header of the model cannot be read`, { cause });
  }
}
