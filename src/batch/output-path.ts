import { createHash } from "node:crypto";

/** File systems take names of up to 255 bytes; this leaves room for an ending. */
const LONGEST_NAME = 200;
/** Systems take paths of 1,024 to 4,096 bytes, the output folder included. */
const LONGEST_PATH = 600;

/** Characters that some file system does not take in a name. */
const UNSAFE = /[\u0000-\u001f\u007f<>:"\\|?*%]|^\.|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?=$|\.)/gi;

/**
 * Where an article's document is written, below the output folder: its id, with slashes as folders. What a file system
 * would not take is percent-encoded, so that different ids stay different and none leads out of the folder.
 */
export function outputPath(id: string): string {
  const names = id.split("/").filter(Boolean);
  // A folder "a.json" would stand where the document of "a" is written.
  const path = names.map((name, i) => (i < names.length - 1 ? safeFolder : safeName)(name)).join("/");
  return Buffer.byteLength(path) <= LONGEST_PATH ? path || "%" : safeName(names.join(":"));
}

const safeFolder = (name: string): string => safeName(name).replace(/\.(?=json$)/i, "%2E");

function safeName(name: string): string {
  const safe = name.toWellFormed().replace(UNSAFE, encode);
  if (Buffer.byteLength(safe) <= LONGEST_NAME) return safe;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 16);
  return `${Buffer.from(safe)
    .subarray(0, LONGEST_NAME - 20)
    .toString()
    .replace(/\ufffd+$/, "")}~${hash}`;
}

const encode = (part: string): string =>
  `%${part.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}${part.slice(1)}`;
