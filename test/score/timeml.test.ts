import { describe, expect, it } from "vitest";
import { GoldArticle } from "../../src/score/gold.ts";
import { timemlArticle } from "../../src/score/gold-formats/timeml.ts";

const TEMPEVAL = `<?xml version="1.0" ?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<DOCID>ferry</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2026-02-23T08:00" functionInDocument="CREATION_TIME">02/23/2026</TIMEX3></DCT>
<TITLE>Ferry</TITLE>
<TEXT>

The ferry &amp; its crew <EVENT eid="e1" class="OCCURRENCE">left</EVENT> <TIMEX3 tid="t1" type="DATE" value="2026-02-20">on
<SIGNAL sid="s1">Friday</SIGNAL> </TIMEX3>for <TIMEX3 tid="t2" type="DURATION" value="PT2H" mod="APPROX">about two hours</TIMEX3>.<TIMEX3 tid="t3" type="DATE" value="2026"/>
</TEXT>
<TLINK lid="l1" relType="BEFORE" eventInstanceID="ei1" relatedToTime="t0"/>
</TimeML>
`;

describe("TimeML", () => {
  it("gives the text, its TIMEX3 and the day it was published", () => {
    const gold = timemlArticle(TEMPEVAL, "ferry.tml", "ferry");
    const text = "The ferry & its crew left on\nFriday for about two hours.";
    expect(gold).toEqual({
      id: "ferry",
      text,
      published: "2026-02-23",
      dates: [
        { start: text.indexOf("on\n"), end: text.indexOf(" for"), type: "DATE", value: "2026-02-20" },
        { start: text.indexOf("about"), end: text.indexOf("."), type: "DURATION", value: "PT2H", mod: "APPROX" },
      ],
    });
    expect(GoldArticle.safeParse(gold).success).toBe(true);
  });

  it("reads files without a TEXT element, as TimeBank 1.2 has them", () => {
    const xml = `<TimeML><s><TIMEX3 tid="t1" type="DATE" value="2026-02-23" functionInDocument="CREATION_TIME">02/23/26</TIMEX3> Fog.</s></TimeML>`;
    expect(timemlArticle(xml, "a.tml", "a")).toEqual({
      id: "a",
      text: "02/23/26 Fog.",
      published: "2026-02-23",
      dates: [{ start: 0, end: 8, type: "DATE", value: "2026-02-23" }],
    });
  });

  it.each([
    [
      "<TimeML>\n<TEXT>\nIt left <TIMEX3 type='DATE'>Friday</TIMEX3>.</TEXT></TimeML>",
      /a\.tml:3: a TIMEX3 has no value/,
    ],
    ["<TimeML>\n<TEXT>It <TIMEX3 type='DATE' value='2026'>left.</TEXT></TimeML>", /a\.tml:2: <TIMEX3> is not closed/],
    ["<TimeML>\n<TEXT>It left.", /a\.tml:2: <TEXT> is not closed/],
    ["<html><body>No.</body></html>", /a\.tml:1: <html> is no TimeML/],
    ["Just text.", /a\.tml:1: there is no XML in it/],
    ["<TimeML><TEXT> </TEXT></TimeML>", /a\.tml:1: there is no text in it/],
  ])("tells file, line and remedy of %j", (xml, message) => {
    expect(() => timemlArticle(xml, "a.tml", "a")).toThrow(
      expect.objectContaining({ message: expect.stringMatching(message), remedy: expect.any(String) }),
    );
  });
});
