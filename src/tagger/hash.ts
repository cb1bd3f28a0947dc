/** FNV-1a's start and prime (Fowler, Noll, Vo); here over UTF-16 code units and 32 bits. */
export const HASH_START = 0x811c9dc5;
const PRIME = 0x01000193;

/** Goes on with a hash over the characters of `text` from `from` up to `to`. Returns an unsigned 32-bit integer. */
export function hashOn(hash: number, text: string, from = 0, to = text.length): number {
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash >>> 0;
}

/** Goes on with a hash by one character code. */
export const hashCode = (hash: number, code: number): number => Math.imul(hash ^ code, PRIME) >>> 0;

export const hashText = (text: string): number => hashOn(HASH_START, text);

/** Joins two hashes into one, in which their order counts; ends in the finishing steps of MurmurHash3. */
export const join = (a: number, b: number): number => joinSigned(a, b) >>> 0;

/** The same bits as a signed number, which V8 keeps as a small integer wherever it goes. */
export function joinSigned(a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return hash ^ (hash >>> 15);
}
