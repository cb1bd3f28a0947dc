import { HASH_START, hashCode } from "./hash.ts";

/**
 * What is known of words and phrases, by hash: an open-addressing table of keys beside two columns. Phrases are hashed
 * over their characters in lower case with one space for each white space, so that it does not matter how they are cut
 * into tokens. A key of 0 is an empty slot.
 */
export interface Lexicon {
  readonly keys: Uint32Array;
  /** Bits of `CLASSES`. */
  readonly classes: Uint32Array;
  /** Share of small letters in running text (`smallShareOf`), for single words. */
  readonly small: Uint8Array;
}

/** The slot of a key, or -1. */
export function slotOf(keys: Uint32Array, key: number): number {
  const mask = keys.length - 1;
  for (let slot = (key ^ (key >>> 16)) & mask; ; slot = (slot + 1) & mask) {
    const found = keys[slot]!;
    if (found === key) return slot;
    if (found === 0) return -1;
  }
}

/** The slot in which a key stands or is to be put. */
export function slotFor(keys: Uint32Array, key: number): number {
  const mask = keys.length - 1;
  let slot = (key ^ (key >>> 16)) & mask;
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
  return slot;
}

/** The least power of two that leaves `count` keys a quarter of the slots free. */
export function slotsFor(count: number): number {
  let slots = 16;
  while (slots * 0.75 < count) slots *= 2;
  return slots;
}

const SPACE = 32;
const APOSTROPHE = 0x27;
const TURNED = 0x2019;

/** Hash of a word or phrase as the lexicon has it; `on` is the hash of what comes before it. Never 0. */
export function phraseHash(lower: string, on = HASH_START): number {
  let hash = on;
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    hash = hashCode(hash, code === TURNED ? APOSTROPHE : code);
  }
  return hash >>> 0 || 1;
}

export const phraseSpace = (hash: number): number => hashCode(hash, SPACE);
