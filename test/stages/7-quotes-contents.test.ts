import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likelyContents } from "../../src/stages/7-quotes/contents.ts";
import { mayFollow, movesOf, OUTSIDE } from "../../src/tagger/labels.ts";
import { decode } from "../../src/tagger/viterbi.ts";

const LABELS = 5;
const scores = (length: number) =>
  fc.array(fc.integer({ min: -50, max: 50 }), { minLength: length, maxLength: length });
const passages = fc
  .integer({ min: 1, max: 30 })
  .chain((length) => fc.tuple(scores(length * LABELS), scores(LABELS ** 2)));

describe("likely contents", () => {
  it("begin with the best path, hold no content twice, and have no content at all among them", () => {
    fc.assert(
      fc.property(passages, ([given, moves]) => {
        const emissions = Float32Array.from(given);
        const transitions = Float32Array.from(moves, (score, i) =>
          mayFollow(Math.floor(i / LABELS), i % LABELS) ? score : 0,
        );
        const length = emissions.length / LABELS;
        const found = likelyContents(emissions, transitions, length, 100, { ends: 4, starts: 3, behind: 60 });
        const path = new Uint8Array(length);
        const top = decode(movesOf(1), emissions, transitions, length, path);
        const labels = (ranges: (typeof found)[number]["ranges"]) =>
          Uint8Array.from(path, (_, i) => {
            const around = ranges.find(({ first, last }) => first <= i + 100 && i + 100 < last);
            if (!around) return OUTSIDE;
            const [opens, closes] = [around.first === i + 100, around.last === i + 101];
            return opens ? (closes ? 4 : 1) : closes ? 3 : 2;
          });
        const sum = (some: Uint8Array) =>
          some.reduce((score, label, i) => {
            const before = i > 0 ? some[i - 1]! : OUTSIDE;
            return score + emissions[i * LABELS + label]! + transitions[before * LABELS + label]!;
          }, 0);
        expect(sum(labels(found[0]!.ranges))).toBe(top);
        for (const { ranges, behind } of found) {
          expect(top - sum(labels(ranges))).toBe(behind);
          if (ranges.length > 0) expect(behind).toBeLessThanOrEqual(60);
        }
        expect(new Set(found.map(({ ranges }) => JSON.stringify(ranges))).size).toBe(found.length);
        expect(found.some(({ ranges }) => ranges.length === 0)).toBe(true);
      }),
    );
  });
});
