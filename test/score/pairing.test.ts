import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlapIndex, pairSpans } from "../../src/score/pairing.ts";
import { overlaps } from "../../src/span.ts";

const span = (start: number, end: number) => ({ start, end });

describe("pairing spans", () => {
  it("finds equal spans first, so that no overlap takes one away", () => {
    const [wide, narrow] = [span(0, 9), span(4, 9)];
    expect(pairSpans([wide, narrow], [narrow])).toEqual({
      pairs: [{ gold: narrow, found: narrow, exact: true }],
      missed: [wide],
      spurious: [],
    });
  });

  it("gives each gold span that is left the first span left that overlaps it", () => {
    const gold = [span(0, 5), span(3, 8), span(20, 25)];
    const found = [span(4, 6), span(2, 4), span(24, 30), span(19, 21)];
    expect(pairSpans(gold, found)).toEqual({
      pairs: [
        { gold: gold[0], found: found[0], exact: false }, // first in the list, not in the text
        { gold: gold[1], found: found[1], exact: false },
        { gold: gold[2], found: found[2], exact: false },
      ],
      missed: [],
      spurious: [found[3]],
    });
  });

  it("does not take spans that only touch for overlaps", () => {
    expect(pairSpans([span(0, 5)], [span(5, 9)])).toEqual({
      pairs: [],
      missed: [span(0, 5)],
      spurious: [span(5, 9)],
    });
  });

  it("uses each of several equal spans once", () => {
    const same = span(1, 4);
    const { pairs, missed, spurious } = pairSpans([same, same, same], [same, same]);
    expect([pairs.length, missed.length, spurious.length]).toEqual([2, 1, 0]);
    expect(pairSpans([same], [same, same]).spurious).toHaveLength(1);
  });

  it("has nothing to pair in empty lists", () => {
    expect(pairSpans([], [])).toEqual({ pairs: [], missed: [], spurious: [] });
    expect(pairSpans([], [span(0, 1)]).spurious).toEqual([span(0, 1)]);
    expect(pairSpans([span(0, 1)], []).missed).toEqual([span(0, 1)]);
  });
});

describe("the index of overlaps", () => {
  const spans = fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]) => span(start, start + length));

  it("finds what looking at every span finds", () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 20 }), spans, (list, asked) => {
        const expected = [...list.keys()].filter((i) => overlaps(list[i]!, asked));
        expect(overlapIndex(list)(asked)).toEqual(expected);
      }),
    );
  });
});
