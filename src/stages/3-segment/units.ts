import { standsAt } from "../../span.ts";
import type { WinkToken } from "./wink-parts.ts";

/** What wink-nlp makes of characters that stand between white space. */
export interface Unit {
  readonly text: string;
  /** FNV-1a of its characters (`hashCode`). */
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
const FEWEST_SLOTS = 2 ** 14;

/** Units by their characters, found where they stand in a text, so that no string is made of them. */
export class Units {
  /** At most half of them are taken. There are as few as will do, as many would not stay in the processor's caches. */
  #slots: (Unit | undefined)[] = empty(FEWEST_SLOTS);
  #count = 0;

  /** The unit from `start` up to `end`, the hash of which is given. */
  find(text: string, start: number, end: number, hash: number): Unit | undefined {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = mixed(hash) & mask; ; slot = (slot + 1) & mask) {
      const unit = slots[slot];
      if (!unit) return;
      if (unit.hash === hash && standsAt(text, start, end, unit.text)) return unit;
    }
  }

  add(unit: Unit): void {
    if (this.#count >= MOST) this.forget();
    if (2 * this.#count >= this.#slots.length) {
      const units = this.#slots;
      this.#slots = empty(2 * units.length);
      for (const unit of units) if (unit) this.#put(unit);
    }
    this.#put(unit);
    this.#count++;
  }

  forget(): void {
    this.#slots = empty(FEWEST_SLOTS);
    this.#count = 0;
  }

  #put(unit: Unit): void {
    const mask = this.#slots.length - 1;
    let slot = mixed(unit.hash) & mask;
    while (this.#slots[slot]) slot = (slot + 1) & mask;
    this.#slots[slot] = unit;
  }
}

const empty = (slots: number): (Unit | undefined)[] => new Array(slots).fill(undefined);

const mixed = (hash: number): number => hash ^ (hash >>> 15);
