import type { Reading } from "../../../tagger/reading.ts";
import type { Range } from "../names.ts";
import { isPredicate, Part, partOf, phraseStart } from "./clause.ts";

/** `Kind.male`, `Kind.female`, or 0 where nothing tells. */
export type Sex = 0 | 1 | 2;

/** Somebody or something that a pronoun or noun can refer to. */
export class Referent {
  /** Index of its group of names; null of somebody without a name ("an officer"). */
  readonly group: number | null;
  /** How often it was mentioned so far. */
  times = 0;
  #sex: Sex;
  #tell: (() => Sex) | null;

  /** `tell` is asked for the sex when it is first needed. */
  constructor(group: number | null, sex: Sex, tell: (() => Sex) | null = null) {
    this.group = group;
    this.#sex = sex;
    this.#tell = tell;
  }

  get sex(): Sex {
    if (this.#tell) {
      this.#sex = this.#tell();
      this.#tell = null;
    }
    return this.#sex;
  }

  /** A pronoun that can mean nobody else tells it too, if nothing else does. */
  learn(sex: Sex): void {
    if (this.sex === 0) this.#sex = sex;
  }
}

/** What is known of a mention when it is made. */
interface Made extends Range {
  readonly who: Referent;
  /** Count of sentences that tell, speech left out. */
  readonly step: number;
  /** True inside quotation marks. */
  readonly speech: boolean;
}

/** One mention of a referent. What part of its clause it is, is worked out when it is first asked: most never are. */
export class Mentioned implements Made {
  readonly who: Referent;
  readonly first: number;
  readonly last: number;
  readonly step: number;
  readonly speech: boolean;
  readonly sentence: number;
  readonly #reading: Reading;
  readonly #before: number | null;
  #part: Part | null;

  /** `before`: of a noun without a name, the token after the last mention before it; null of all others. */
  constructor(reading: Reading, made: Made, part: Part | null, before: number | null = null) {
    const { who, first, last, step, speech } = made;
    this.who = who;
    this.first = first;
    this.last = last;
    this.step = step;
    this.speech = speech;
    this.sentence = reading.sentence[first]!;
    this.#reading = reading;
    this.#before = before;
    this.#part = part;
  }

  get part(): Part {
    if (this.#part === null) {
      const isNobody = this.#before !== null && isSaidOfSomebody(this.#reading, this.first, this.#before);
      this.#part = isNobody ? Part.none : partOf(this.#reading, this.first, this.last);
    }
    return this.#part;
  }
}

/** "is a lawyer", "Ruiz, a lawyer from Oslo,": the noun says what somebody is. */
function isSaidOfSomebody(reading: Reading, head: number, before: number): boolean {
  const start = phraseStart(reading, head);
  return isPredicate(reading, start) || (before >= 0 && before === start - 1 && reading.word[before]!.text === ",");
}
