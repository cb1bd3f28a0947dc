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
const SLOTS = 2 ** 17;

/** Units by their characters, found where they stand in a text, so that no string is made of them. */
export class Units {
  #slots: (Unit | undefined)[] = new Array(SLOTS).fill(undefined);
  #count = 0;

  /** The unit from `start` up to `end`, the hash of which is given. */
  find(text: string, start: number, end: number, hash: number): Unit | undefined {
    for (let slot = slotOf(hash); ; slot = (slot + 1) & (SLOTS - 1)) {
      const unit = this.#slots[slot];
      if (!unit) return;
      if (unit.hash === hash && standsAt(text, start, end, unit.text)) return unit;
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
