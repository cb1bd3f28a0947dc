import { describe, expect, it } from "vitest";
import { pipeline } from "../../src/pipeline.ts";
import { dayInPath, readDay } from "../../src/stages/1-read/day.ts";
import { read } from "../../src/stages/1-read/read.ts";
import { inputOf } from "../support/sample.ts";

const run = pipeline("read").use(read()).run;
const record = (value: unknown) =>
  inputOf(JSON.stringify(value), { mediaType: "application/json", path: "set.jsonl", record: 7 });

describe("reading a file", () => {
  it("takes its id from its path, without extensions", () => {
    expect(run(inputOf("Text.", { path: "2026/may/story.txt" })).id).toBe("2026/may/story");
    expect(run(inputOf("Text.", { path: "story.v2.txt.gz" })).id).toBe("story.v2");
    expect(run(inputOf("Text.")).id).toBe("article");
  });

  it.each([
    ["utf-8", Buffer.from("Zoë’s", "utf8")],
    ["utf-16le", Buffer.from("\ufeffZoë’s", "utf16le")],
    ["utf-16be", Buffer.from("\ufeffZoë’s", "utf16le").swap16()],
    ["windows-1252", Buffer.from([0x5a, 0x6f, 0xeb, 0x92, 0x73])],
  ])("decodes %s", (encoding, bytes) => {
    const { raw, source } = run(inputOf(bytes));
    expect(raw.text.replace("\ufeff", "")).toBe("Zoë’s");
    expect(source).toMatchObject({ encoding, bytes: bytes.length });
  });

  it.each([
    ["cut in the middle of a character", Buffer.from([0xff, 0xfe, 0x61, 0, 0x62]), "utf-16le", "a\ufffd"],
    ["of half a surrogate pair", Buffer.from([0xff, 0xfe, 0x61, 0, 0x3d, 0xd8]), "utf-16le", "a\ufffd"],
  ])("shows what is broken in UTF-16 %s, and notes it", (_, bytes, encoding, text) => {
    const { raw, source, notes } = run(inputOf(bytes));
    expect([raw.text, source.encoding]).toEqual([`\ufeff${text}`, encoding]);
    expect(notes).toMatchObject([{ code: "undecodable-bytes" }]);
  });

  it("decodes UTF-32 by its mark, and refuses UTF-16 that is mostly broken", () => {
    expect(run(inputOf(Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]))).raw.text).toBe("\ufeffa");

    expect(() => run(inputOf(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(300)])))).toThrow(/binary content/);
  });

  it("refuses binary content and files with nothing in them, and says what to do", () => {
    expect(() => run(inputOf(Buffer.from([0x50, 0x4b, 3, 4, 0, 0])))).toThrow(/zip archive/);
    for (const empty of ["", " \n\t\u00a0\n", "\ufeff\u200b"])
      expect(() => run(inputOf(empty))).toThrow(/no text in it/);
  });
});

describe("reading a record", () => {
  it("takes text and facts from its fields, and ignores others", () => {
    const { id, raw, article, source } = run(
      record({ id: 12, text: "Text.", title: "T", published: "2026-02-23T10:00:00Z", odd: [] }),
    );
    expect(id).toBe("12");
    expect(raw.text).toBe("Text.");
    expect(article).toMatchObject({ title: "T", byline: null, published: "2026-02-23", publishedFrom: "record" });
    expect(source).toMatchObject({ path: "set.jsonl", record: 7 });
  });

  it("names a record without an id by its line", () => {
    for (const id of [undefined, null, ""]) expect(run(record({ id, text: "Text." })).id).toBe("set-7");
  });

  it("takes a byte order mark before it", () => {
    const bytes = Buffer.from('\ufeff{"text":"Text."}');
    expect(run(inputOf(bytes, { mediaType: "application/json" })).raw.text).toBe("Text.");
  });

  it.each([
    [{ text: 5 }, /"text" should be a string, not a number/],
    [{ text: null }, /"text" should be a string, not null/],
    [{}, /not an article record: "text" is missing/],
    [[], /not an article record: it should be an object, not a list/],
    ["text", /it should be an object, not a string/],
    [{ text: "x", title: 5, id: {} }, /"id" should be a string or a number, not an object, "title" should/],
  ])("says what is wrong with %j", (value, message) => expect(() => run(record(value))).toThrow(message));

  it("says what is wrong with broken JSON", () =>
    expect(() => run(inputOf('{"text": "a', { mediaType: "application/json" }))).toThrow(/not valid JSON/));
});

describe("the publication date", () => {
  it("comes from the option, then the record, then the path, and never from elsewhere", () => {
    const fields = { published: "2024-05-06" };
    const path = "2023-01-02-story.txt";
    const article = (input: object) => run(inputOf("Text.", input)).article;
    expect(article({ options: { published: "2025-01-01" }, fields, path })).toMatchObject({
      published: "2025-01-01",
      publishedFrom: "option",
    });
    expect(article({ fields, path })).toMatchObject({ published: "2024-05-06", publishedFrom: "record" });
    expect(article({ path })).toMatchObject({ published: "2023-01-02", publishedFrom: "filename" });
    expect(article({ path: "story.txt" })).toMatchObject({ published: null, publishedFrom: "none" });
  });

  it("that cannot be read is noted, and the next source is asked", () => {
    const { article, notes } = run(inputOf("Text.", { fields: { published: "last Tuesday" }, path: "20230102.txt" }));
    expect(article).toMatchObject({ published: "2023-01-02", publishedFrom: "filename" });
    expect(notes).toMatchObject([{ stage: "read", code: "unread-date" }]);
  });

  it.each([
    ["2026-02-23", "2026-02-23"],
    ["20260223", "2026-02-23"],
    [" 2026-02-23 11:00", "2026-02-23"],
    ["2026-02-30", null],
    ["2026-02", null],
    ["202602231", null],
    ["Sept. 12, 2016 3:04 PM EDT", "2016-09-12"],
    ["12 September 2016", "2016-09-12"],
    ["Mon, 12 Sep 2016 23:30:00 -0700", "2016-09-12"],
    ["2016-09-12T23:30:00-07:00", "2016-09-12"],
    ["Published: Monday, September 12th, 2016", "2016-09-12"],
    ["Mon Sep 12 10:00:00 EDT 2016", "2016-09-12"],
    ["01:38:07 PM IST Sep 12, 2016", "2016-09-12"],
    ["2016/9/12", "2016-09-12"],
    ["9/13/2016", "2016-09-13"],
    ["13.9.2016", "2016-09-13"],
    ["9/12/2016", null],
    ["1473681600", "2016-09-12"],
    ["1473681600000", "2016-09-12"],
    ["0001-01-01T00:00:00Z", null],
    ["2999-01-01", null],
    ["yesterday", null],
  ])("readDay(%j) is %j", (value, day) => expect(readDay(value)).toBe(day));

  it.each([
    ["2016-09-12_title.txt", "2016-09-12"],
    ["a/20160912.txt", "2016-09-12"],
    ["2016/09/12/title.txt", "2016-09-12"],
    ["2015-01-01/2016-09-12-x/article.txt", "2016-09-12"],
    ["2016-13-12.txt", null],
    ["story-201609123.txt", null],
    ["1234567890.txt", null],
    ["https://example.org/2016/sep/12/title", "2016-09-12"],
  ])("dayInPath(%j) is %j", (path, day) => expect(dayInPath(path)).toBe(day));
});
