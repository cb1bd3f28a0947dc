import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pipeline } from "../../src/pipeline.ts";
import { parseCsvHeader } from "../../src/stages/1-read/csv.ts";
import { detectLanguage } from "../../src/stages/1-read/language.ts";
import { readMarkdown } from "../../src/stages/1-read/markdown.ts";
import { read } from "../../src/stages/1-read/read.ts";
import { newsPage, STORY } from "../support/pages.ts";
import { inputOf } from "../support/sample.ts";

const run = pipeline("read").use(read()).run;

describe("Markdown", () => {
  const source = [
    "---",
    "title: 'Pier: to be rebuilt'",
    "date: 2026-02-03 09:00:00 +0100",
    "author:",
    "  - Ida Holm",
    "  - Per Aas",
    "---",
    "# The *north* pier",
    "",
    "The board [voted](https://example.org) on",
    "Monday, 4 \\* 2.",
    "",
    "1. Divers first",
    "2. Then the `crane`",
    "",
    "> The sea gives.",
    "",
    "```",
    "code()",
    "```",
    "<!-- a comment -->",
    "",
  ].join("\n");

  it("gives its text without marks, in blocks that point into the file", () => {
    const { text, blocks } = readMarkdown(source);
    expect(blocks!.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ["heading", "The north pier"],
      ["paragraph", "The board voted on Monday, 4 * 2."],
      ["list-item", "Divers first"],
      ["list-item", "Then the crane"],
      ["quote", "The sea gives."],
    ]);
    const { source: place } = blocks![1]!;
    expect(source.slice(place!.start, place!.end)).toBe("The board [voted](https://example.org) on\nMonday, 4 \\* 2.");
  });

  it("takes facts from its front matter", () => {
    const { article } = run(inputOf(source, { mediaType: "text/markdown" }));
    expect(article).toMatchObject({
      title: "Pier: to be rebuilt",
      byline: "Ida Holm, Per Aas",
      published: "2026-02-03",
      publishedFrom: "metadata",
    });
  });

  it("notes front matter that is no YAML, and reads the rest", () => {
    const { text, notes } = readMarkdown("---\ntitle: [\n---\nThe text.");
    expect([text, notes[0]!.code]).toEqual(["The text.", "unread-front-matter"]);
    expect(readMarkdown("---\nNot front matter, a rule.").text).toContain("Not front matter");
  });
});

describe("records", () => {
  const csv = (record: string, header = "id,text,published") =>
    run(inputOf(record, { mediaType: "text/csv", header: parseCsvHeader(header), path: "set.csv", record: 3 }));

  it("of a .csv file have their fields by the names of the columns", () => {
    const { id, raw, article } = csv('7,"The ""north"" pier,\nsaid Holm",3 Feb 2026');
    expect([id, raw.text, article.published]).toEqual(["7", 'The "north" pier,\nsaid Holm', "2026-02-03"]);
    expect(csv("7\tThe pier\t", "id\ttext\tpublished").raw.text).toBe("The pier");
    expect(csv("7,5' 10\" long").raw.text).toBe("5' 10\" long");
  });

  it("of a .csv file that do not fit its header are refused", () => {
    expect(() => csv("7,a,b,c,d")).toThrow(/5 fields and the header row 3/);
    expect(() => csv('7,"never closed')).toThrow(/not a CSV record/);
    expect(() => csv("7")).toThrow(/text/);
  });

  it("may have other names for their fields", () => {
    const record = { body: "Text.", date: 1_770_100_000, headline: "H" };
    const options = { fieldNames: { text: "body", published: "date", title: "headline" } };
    const { raw, article } = run(inputOf(JSON.stringify(record), { mediaType: "application/json", options }));
    expect([raw.text, article.published, article.title]).toEqual(["Text.", "2026-02-03", "H"]);
    expect(() => run(inputOf(JSON.stringify(record), { mediaType: "application/json" }))).toThrow(
      /is missing|expected string/,
    );
  });

  it("may hold a page; their own facts count more than the page's", () => {
    const html = newsPage('<meta property="article:published_time" content="2026-02-03">');
    const { raw, article } = run(inputOf(JSON.stringify({ html, title: "Ours" }), { mediaType: "application/json" }));
    expect(raw.text).toBe(STORY.join("\n\n"));
    expect(raw.blocks![0]!.source).toBeNull();
    expect(article).toMatchObject({
      title: "Ours",
      byline: "Ida Holm",
      published: "2026-02-03",
      publishedFrom: "metadata",
    });
  });
});

describe("what a file is", () => {
  it("is told by its content", () => {
    expect(run(inputOf(newsPage())).source.mediaType).toBe("text/html");
    expect(run(inputOf(gzipSync("Text."))).raw.text).toBe("Text.");
    expect(run(inputOf("<p>is a tag</p> in a text", {})).source.mediaType).toBe("text/plain");
    expect(run(inputOf(newsPage(), { mediaType: "text/markdown" })).source.mediaType).toBe("text/html");
    const text = run(inputOf("No tag,\n\n3 < 4 & 5.", { mediaType: "text/html" }));
    expect([text.source.mediaType, text.raw.text]).toEqual(["text/plain", "No tag,\n\n3 < 4 & 5."]);
  });

  it.each([
    ["a PNG image", "\x89PNG\r\n\x1a\n"],
    ["a PDF", "%PDF-1.7\n"],
    ["an RTF document", "{\\rtf1\\ansi"],
    ["a Parquet file", "PAR1"],
    ["control characters", "\x01\x02\x03\x04abc"],
  ])("is named if it is %s", (name, bytes) => {
    expect(() => run(inputOf(Buffer.from(bytes, "latin1")))).toThrow(name);
  });

  it("cannot be told of gzip data that are cut off, or inflate to too much", () => {
    const whole = gzipSync("Text. ".repeat(1000));
    expect(() => run(inputOf(whole.subarray(0, 30)))).toThrow(/damaged gzip/);
    expect(() => run(inputOf(gzipSync(Buffer.alloc(20 * 2 ** 20))))).toThrow(/inflates to more than/);
  });
});

describe("answers of web servers", () => {
  const answer = (header: string, body: string | Uint8Array) =>
    run(
      inputOf(Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${header}\r\n\r\n`), Buffer.from(body)]), {
        mediaType: "application/http",
        fetched: "2026-02-04T00:00:00Z",
      }),
    );

  it("are read by their header: charset, chunks, compression", () => {
    const latin = Buffer.from(newsPage().replace('<meta charset="utf-8">', "").replace("Lena", "Zoë"), "latin1");
    expect(answer("Content-Type: text/html; charset=ISO-8859-1", latin)).toMatchObject({
      source: { encoding: "windows-1252", encodingFrom: "declared", mediaType: "text/html" },
      raw: { text: expect.stringContaining("Zoë Ortved") },
    });
    const page = newsPage();
    const chunks = `${page.length.toString(16)}\r\n${page}\r\n0\r\n\r\n`;
    const length = Buffer.byteLength(page);
    const bytes = Buffer.from(chunks.replace(page.length.toString(16), length.toString(16)));
    expect(answer("Content-Type: text/html\r\nTransfer-Encoding: chunked", bytes).raw.text).toBe(STORY.join("\n\n"));
    expect(answer("Content-Type: text/html\r\nContent-Encoding: gzip", gzipSync(page)).raw.text).toBe(
      STORY.join("\n\n"),
    );
  });

  it("have no date that is years after they were fetched", () => {
    const { article, notes } = answer(
      "Content-Type: text/html",
      newsPage('<meta property="article:published_time" content="2062-02-03">'),
    );
    expect(article.publishedFrom).toBe("none");
    expect(notes).toMatchObject([{ code: "doubtful-date" }]);
  });
});

describe("the encoding", () => {
  const source = (bytes: Uint8Array) => run(inputOf(bytes)).source;
  it("is told by mark, validity, statement or frequency, and how surely", () => {
    expect(source(Buffer.from("\ufeffZoë"))).toMatchObject({
      encoding: "utf-8",
      encodingFrom: "bom",
      encodingConfidence: 1,
    });
    expect(source(Buffer.from("Zoë"))).toMatchObject({ encoding: "utf-8", encodingFrom: "valid-utf8" });
    expect(source(Buffer.from("Zoë", "latin1"))).toMatchObject({ encoding: "windows-1252" });
    const wide = Buffer.from("The board voted on Monday.", "utf16le");
    expect(source(wide)).toMatchObject({ encoding: "utf-16le", encodingFrom: "detected" });
  });

  it("of Russian and Japanese text is detected", () => {
    // "Pravitel'stvo obyavilo" in windows-1251, repeated; "kaigi" in Shift JIS.
    const russian = Buffer.from(
      Array.from({ length: 40 }, () => [
        0xcf, 0xf0, 0xe0, 0xe2, 0xe8, 0xf2, 0xe5, 0xeb, 0xfc, 0xf1, 0xf2, 0xe2, 0xee, 0x20, 0xee, 0xe1, 0xfa, 0xff,
        0xe2, 0xe8, 0xeb, 0xee, 0x2e, 0x20,
      ]).flat(),
    );
    expect(source(russian)).toMatchObject({ encoding: "windows-1251", encodingFrom: "detected" });
  });

  it("leaves nothing out: what it does not have is shown and noted", () => {
    const { raw, notes, source } = run(
      inputOf(Buffer.concat([Buffer.from("Zoë, Łódź, “yes” "), Buffer.from([0x93, 0x41, 0x94])])),
    );
    expect(raw.text).toBe("Zoë, Łódź, “yes” “A”");
    expect(source.encoding).toBe("utf-8");
    expect(notes).toMatchObject([{ code: "undecodable-bytes" }]);
  });
});

describe("the language", () => {
  it.each([
    ["en", STORY.join(" ")],
    [
      "de",
      "Der Rat der Stadt hat am Montag beschlossen, den Hafen neu zu bauen, und die Arbeiten sollen im Mai beginnen, sagte die Vorsitzende nach der Sitzung.",
    ],
    [
      "es",
      "El consejo de la ciudad decidió el lunes reconstruir el puerto, y las obras deben comenzar en mayo, dijo la presidenta después de la reunión.",
    ],
    [
      "ru",
      "Совет города решил в понедельник восстановить гавань, и работы должны начаться в мае, сказала председатель после заседания.",
    ],
    [null, "Oslo 4, Bergen 2"],
  ])("is %s", (language, text) => expect(detectLanguage(text)).toBe(language));

  it("that is not English is noted, once", () => {
    const { article, notes } = run(
      inputOf(
        "Der Rat der Stadt hat am Montag beschlossen, den Hafen neu zu bauen, und die Arbeiten sollen im Mai beginnen.",
      ),
    );
    expect(article.language).toBe("de");
    expect(notes.map(({ code }) => code)).toEqual(["not-english"]);
    expect(run(inputOf(STORY[0]!)).notes).toEqual([]);
  });
});
