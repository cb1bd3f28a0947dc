/** What a machine found: the first and last token, and the name of the pattern, which tells what is to be done. */
export type Match = [first: number, last: number, name: string | number];

/** A machine as wink-nlp keeps it (`exportJSON` of its automaton.js): state by event by state, and what the states mean. */
type Exported = readonly [
  version: number,
  lastState: number,
  states: Readonly<Record<string, Readonly<Record<string, number>>>>,
  terminal: Readonly<Record<string, string>>,
  marked: Readonly<Record<string, readonly [first: number, last: number]>>,
  custom: unknown,
];

/** Events that wink-nlp's machines have beside those of tokens. */
const END_OF_TEXT = 2070000;
const OTHERWISE = 2070003;
/** The name of patterns that are there to keep others from matching. */
const IGNORED = 0;
/** Names of patterns for tags are the tags' numbers. */
const NUMBER = /^-?\d+$/;

/**
 * Runs one of wink-nlp's machines, and finds what its automaton.js finds. That looks each state and token up in objects;
 * here the transitions are in one table.
 */
export class Machine {
  /** Events that tokens may be, numbered from 1; 0 is any other. */
  readonly #events = new Map<number, number>();
  /** The state after a state and an event; 0 is where every pattern begins. */
  readonly #next: Uint16Array;
  readonly #otherwise: Uint16Array;
  readonly #isTerminal: Uint8Array;
  readonly #names: (string | number)[] = [];
  readonly #marked: Exported[4];
  readonly #width: number;
  readonly #end: number;

  constructor(exported: string) {
    const [, lastState, states, terminal, marked] = JSON.parse(exported) as Exported;
    const numberOf = (event: number): number => {
      const known = this.#events.get(event);
      if (known !== undefined) return known;
      this.#events.set(event, this.#events.size + 1);
      return this.#events.size;
    };
    this.#end = numberOf(END_OF_TEXT);
    for (const events of Object.values(states)) for (const event of Object.keys(events)) numberOf(Number(event));
    const count = lastState + 1;
    this.#width = this.#events.size + 1;
    this.#next = new Uint16Array(count * this.#width);
    this.#otherwise = new Uint16Array(count);
    this.#isTerminal = new Uint8Array(count);
    for (const [state, events] of Object.entries(states))
      for (const [event, next] of Object.entries(events)) {
        if (Number(event) === OTHERWISE) this.#otherwise[Number(state)] = next;
        this.#next[Number(state) * this.#width + this.#events.get(Number(event))!] = next;
      }
    for (const [state, name] of Object.entries(terminal)) {
      this.#isTerminal[Number(state)] = 1;
      this.#names[Number(state)] = NUMBER.test(name) ? Number(name) : name;
    }
    this.#marked = marked;
  }

  /** The number of the event that a token is, by wink-nlp's number for it. */
  eventOf(token: number): number {
    return this.#events.get(token) ?? 0;
  }

  /** Finds patterns among the first `length` events, from left to right, the longest at each place. */
  run(events: readonly number[], length = events.length): Match[] {
    const matches: Match[] = [];
    let state = 0;
    let first = 0;
    // The last place where a shorter pattern would have ended, should the longer one fail.
    let [shorterLast, shorter] = [0, 0];
    for (let i = 0; i <= length; i++)
      for (let j = i; j <= length; j++) {
        const event = j === length ? this.#end : events[j]!;
        if (event === PASSED_OVER) continue;
        let next = this.#next[state * this.#width + event]!;
        if (state === 0 && next !== 0) first = j;
        let isDone = false;
        if (this.#isTerminal[next] === 1) {
          this.#add(matches, first, j, next);
          i = j;
          [next, shorter, isDone] = [0, 0, true];
        } else if (next === 0) {
          if (shorter !== 0) {
            this.#add(matches, first, shorterLast, shorter);
            i = shorterLast;
            shorter = 0;
          }
          isDone = true;
        }
        state = next;
        if (this.#otherwise[state] !== 0) [shorterLast, shorter] = [j, this.#otherwise[state]!];
        if (isDone) break;
      }
    return matches;
  }

  #add(matches: Match[], first: number, last: number, state: number): void {
    const name = this.#names[state]!;
    if (name === IGNORED) return;
    const [before, after] = this.#marked[state] ?? [0, 0];
    matches.push([first + before, last - after, name]);
  }
}

/** The event of a token that a machine passes over. */
export const PASSED_OVER = -1;
