import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closes, mayFollow, movesOf, opens } from "../../src/tagger/labels.ts";
import { decode, margins, rangeOf } from "../../src/tagger/viterbi.ts";

const TYPES = 2;
const moves = movesOf(TYPES);
const { labels } = moves;

/** Every path that the scheme allows, with its score: what Viterbi's algorithm must find the best of. */
function allPaths(emissions: Float32Array, transitions: Float32Array, length: number): [number[], number][] {
  let paths: [number[], number][] = [[[], 0]];
  for (let token = 0; token < length; token++)
    paths = paths.flatMap(([path, score]) => {
      const before = path.at(-1);
      const next = Array.from({ length: labels }, (_, label) => label);
      return next
        .filter((label) => (before === undefined ? opens(label) : mayFollow(before, label)))
        .map((label): [number[], number] => [
          [...path, label],
          score + emissions[token * labels + label]! + transitions[(before ?? 0) * labels + label]!,
        ]);
    });
  return paths.filter(([path]) => closes(path.at(-1)!));
}

const scores = (size: number) =>
  fc
    .array(fc.integer({ min: -20, max: 20 }), { minLength: size, maxLength: size })
    .map((all) => Float32Array.from(all));
const lattices = fc
  .integer({ min: 1, max: 4 })
  .chain((length) => fc.tuple(fc.constant(length), scores(length * labels), scores(labels * labels)));

describe("decoding", () => {
  it("finds the best path there is", () => {
    fc.assert(
      fc.property(lattices, ([length, emissions, transitions]) => {
        const path = new Uint8Array(length);
        const score = decode(moves, emissions, transitions, length, path);
        const all = allPaths(emissions, transitions, length);
        expect(score).toBe(Math.max(...all.map(([, s]) => s)));
        expect(all.find(([p]) => p.every((label, i) => label === path[i]))?.[1]).toBe(score);
      }),
      { numRuns: 60 },
    );
  });

  it("tells by how much each label beats the best path without it", () => {
    fc.assert(
      fc.property(lattices, ([length, emissions, transitions]) => {
        const path = new Uint8Array(length);
        const score = decode(moves, emissions, transitions, length, path);
        const margin = margins(moves, emissions, transitions, length, path);
        const all = allPaths(emissions, transitions, length);
        for (let i = 0; i < length; i++) {
          const others = all.filter(([p]) => p[i] !== path[i]).map(([, s]) => s);
          expect(margin[i]).toBe(score - Math.max(...others));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is the same with the range of the transitions, by which labels that cannot win are passed over", () => {
    fc.assert(
      fc.property(lattices, ([length, emissions, transitions]) => {
        const range = rangeOf(moves, transitions);
        const [path, pruned] = [new Uint8Array(length), new Uint8Array(length)];
        const score = decode(moves, emissions, transitions, length, path);
        const margin = margins(moves, emissions, transitions, length, path);
        expect(decode(moves, emissions, transitions, length, pruned, range)).toBe(score);
        expect(pruned).toEqual(path);
        expect(margins(moves, emissions, transitions, length, pruned, range)).toEqual(margin);
      }),
      { numRuns: 200 },
    );
  });

  it("never leaves a name open", () => {
    for (let before = 0; before < labels; before++)
      for (let after = 0; after < labels; after++)
        expect(mayFollow(before, after)).toBe(moves.before[after]!.includes(before));
    expect(mayFollow(1, 0)).toBe(false); // B, then O
    expect(mayFollow(1, 6)).toBe(false); // B of one type, I of another
    expect(mayFollow(1, 3)).toBe(true); // B, E
  });
});
