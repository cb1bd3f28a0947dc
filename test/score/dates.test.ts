import { describe, expect, it } from "vitest";
import { scoreDates } from "../../src/score/dates.ts";
import { allOf, at, date, documentOf, gold, measured, noneOf, pair, repair, scored } from "./made.ts";

const TEXT = "It opened on May 5, closed last week for two days, and reopens Friday night.";
const [MAY, WEEK, DAYS, FRIDAY] = [at(TEXT, "May 5"), at(TEXT, "last week"), at(TEXT, "two days"), at(TEXT, "Friday")];
const NIGHT = at(TEXT, "Friday night");

describe("the score of dates", () => {
  it("tells same spans, overlaps, types and values apart", () => {
    const { result } = scored(scoreDates, [
      gold({
        text: TEXT,
        dates: [
          { ...MAY, type: "DATE", value: "2026-05-05" },
          { ...WEEK, type: "DATE", value: "2026-W20" },
          { ...DAYS, type: "DURATION", value: "P2D" },
          { ...NIGHT, type: "TIME", value: "2026-05-29TNI" },
        ],
      }),
      documentOf(TEXT, {
        dates: [
          date(MAY, "2026-05-05"),
          date(WEEK, "2026-W21"), // another week
          date(at(TEXT, "for two days"), "P2D", "DURATION"), // overlaps only
          date(FRIDAY, "2026-05-29"), // overlaps only, and of another type and value
          date(at(TEXT, "opened"), "PAST_REF"),
        ],
      }),
    ]);
    // Four in the gold, five found: F1 is 2 · tp / 9.
    expect(result).toEqual({
      strict: measured(40, 50, 44.44, 4, 5),
      relaxed: measured(80, 100, 88.89, 4, 5),
      type: measured(60, 75, 66.67, 4, 5),
      value: measured(40, 50, 44.44, 4, 5),
    });
  });

  it("pairs one to one: a second overlap is spurious", () => {
    const { result } = scored(scoreDates, [
      gold({ text: TEXT, dates: [{ ...NIGHT, type: "DATE", value: "2026-05-29" }] }),
      documentOf(TEXT, { dates: [date(FRIDAY, "2026-05-29"), date(at(TEXT, "night"), "TNI", "TIME")] }),
    ]);
    expect(result.relaxed).toEqual(measured(50, 100, 66.67, 1, 2));
    expect(result.value).toEqual(measured(50, 100, 66.67, 1, 2));
  });

  it("has no values where the gold marks extents only", () => {
    const extents = gold({ text: TEXT, dates: [MAY] });
    const document = documentOf(TEXT, { dates: [date(MAY, "2026-05-05")] });
    const { result, errors } = scored(scoreDates, [extents, document]);
    expect(result).toEqual({ strict: allOf(1), relaxed: allOf(1), type: noneOf(1, 1) });
    expect(errors).toEqual([]);

    // One value anywhere in the gold, even out of scope, and all are asked for.
    const valued = gold({ text: TEXT, scope: [[0, 1]], dates: [{ ...MAY, value: "2026-05-05" }] });
    expect(scored(scoreDates, [extents, document], [valued, document]).result.value).toEqual(noneOf(1, 1));
  });

  it("looks only into the scope", () => {
    const { result } = scored(scoreDates, [
      gold({
        text: TEXT,
        scope: [pair(TEXT, "It opened on May 5")],
        dates: [
          { ...MAY, type: "DATE", value: "2026-05-05" },
          { ...WEEK, type: "DATE", value: "2026-W20" },
        ],
      }),
      documentOf(TEXT, { dates: [date(MAY, "2026-05-05"), date(DAYS, "P2D", "DURATION")] }),
    ]);
    expect(result.strict).toEqual(allOf(1));
  });

  it("counts a missing document as one without dates", () => {
    const article = gold({ text: TEXT, dates: [{ ...MAY, type: "DATE", value: "2026-05-05" }] });
    const { result } = scored(
      scoreDates,
      [article, documentOf(TEXT, { dates: [date(MAY, "2026-05-05")] })],
      [article, null],
    );
    expect(result.value).toEqual(measured(100, 50, 66.67, 2, 1));
  });

  it("maps dates back through repairs", () => {
    const { result } = scored(scoreDates, [
      gold({ text: "Closed&nbsp;on May&nbsp;5.", dates: [{ start: 15, end: 25, type: "DATE", value: "2026-05-05" }] }),
      documentOf("Closed on May 5.", {
        repairs: [repair(6, 7, "&nbsp;"), repair(13, 14, "&nbsp;")],
        dates: [date({ start: 10, end: 15 }, "2026-05-05")],
      }),
    ]);
    expect(result.strict).toEqual(allOf(1));
  });

  it("tells errors with what they were resolved against", () => {
    const { errors } = scored(scoreDates, [
      gold({
        text: TEXT,
        published: "2026-05-25",
        dates: [
          { ...MAY, type: "DATE", value: "2026-05-05" },
          { ...WEEK, type: "DATE", value: "2026-W21" },
        ],
      }),
      documentOf(TEXT, { dates: [date(WEEK, "2026-W20"), date(FRIDAY, "2026-05-29")] }),
    ]);
    expect(errors).toMatchObject([
      { kind: "value", text: "last week", gold: "2026-W21", got: "2026-W20", published: "2026-05-25" },
      { kind: "missed", text: "May 5", gold: "2026-05-05" },
      { kind: "spurious", text: "Friday", got: "2026-05-29" },
    ]);
  });

  it("tells other bounds and another type by themselves", () => {
    const { errors } = scored(scoreDates, [
      gold({ text: TEXT, dates: [{ ...WEEK, type: "DATE", value: "2026-W21" }] }),
      documentOf(TEXT, { dates: [date({ ...WEEK, start: WEEK.start + 5 }, "2026-W21", "DURATION")] }),
    ]);
    expect(errors).toMatchObject([
      { kind: "bounds", text: "last week", got: "week" },
      { kind: "type", text: "last week", gold: "DATE", got: "DURATION" },
    ]);
  });
});
