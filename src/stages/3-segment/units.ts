import type { WinkToken } from "./wink-parts.ts";

/** What wink-nlp makes of characters that stand between white space. */
export interface Unit {
  readonly text: string;
  readonly hash: number;
  /** Its token, if it is one, whole; most are. */
  readonly whole: WinkToken | null;
  /** Its tokens, and where they are in it; both -1 where wink-nlp made other characters of them. */
  readonly tokens: readonly WinkToken[];
  readonly start: readonly number[];
  readonly end: readonly number[];
}

/** So many units are kept; then all are forgotten. */
const MOST = 60_000;
const SLOTS = 2 ** 17;

/** Begins the hash of a unit, and takes a further character in (FNV-1a). */
export const HASH_START = 0x811c9dc5 | 0;
export const hashOn = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** Units by their characters, found where they stand in a text, so that no string is made of them. */
export class Units {
  #slots: (Unit | undefined)[] = new Array(SLOTS).fill(undefined);
  #count = 0;

  /** The unit from `start` up to `end`, the hash of which is given. */
  find(text: string, start: number, end: number, hash: number): Unit | undefined {
    const length = end - start;
    for (let slot = slotOf(hash); ; slot = (slot + 1) & (SLOTS - 1)) {
      const unit = this.#slots[slot];
      if (!unit) return;
      if (unit.hash === hash && unit.text.length === length && isAt(text, start, unit.text)) return unit;
    }
  }

  add(unit: Unit): void {
    if (this.#count >= MOST) this.forget();
    let slot = slotOf(unit.hash);
    while (this.#slots[slot]) slot = (slot + 1) & (SLOTS - 1);
    this.#slots[slot] = unit;
    this.#count++;
  }

  forget(): void {
    this.#slots.fill(undefined);
    this.#count = 0;
  }
}

const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (SLOTS - 1);

function isAt(text: string, start: number, part: string): boolean {
  for (let i = 0; i < part.length; i++) if (text.charCodeAt(start + i) !== part.charCodeAt(i)) return false;
  return true;
}
