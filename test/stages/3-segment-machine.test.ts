import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import model from "wink-eng-lite-web-model";
import { Machine, PASSED_OVER } from "../../src/stages/3-segment/machine.ts";

interface Automaton {
  importJSON(machine: string): void;
  recognize(tokens: readonly number[]): [first: number, last: number, name: string][];
}
const makeAutomaton: (cache: unknown, ignored?: string) => Automaton = createRequire(import.meta.url)(
  "wink-nlp/src/automaton.js",
);
const { sbd, pos } = model as unknown as Record<"sbd" | "pos", () => { machines: string[] }>;
const LINE = 9;
const cache = { lookup: () => [LINE] };

describe.each([
  ["sentences", sbd().machines[0]!],
  ["tags, first", pos().machines[0]!],
  ["tags, second", pos().machines[1]!],
])("the machine of %s", (_, exported) => {
  const automaton = makeAutomaton(cache);
  automaton.importJSON(exported);
  const machine = new Machine(exported);
  const states = JSON.parse(exported)[2] as Record<string, object>;
  const known = [...new Set(Object.values(states).flatMap((events) => Object.keys(events).map(Number)))];

  it("finds what wink-nlp's automaton finds", () => {
    const token = fc.constantFrom(...known.filter((event) => event < 2_000_000), LINE, 123_456);
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
        const events = tokens.map((one) => (one === LINE ? PASSED_OVER : machine.eventOf(one)));
        const expected = automaton.recognize(tokens).map(([first, last, name]) => [first, last, `${name}`]);
        expect(machine.run(events).map(([first, last, name]) => [first, last, `${name}`])).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
