import { describe, expect, it } from "vitest";
import { readPage } from "../../src/stages/1-read/html/read-page.ts";
import { newsPage, paragraphs, STORY } from "../support/pages.ts";
import { inputOf, plain } from "../support/sample.ts";

const page = (head?: string, body?: string) => readPage(newsPage(head, body));
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

describe("the body of a page", () => {
  it("is the article, without what stands around it", () => {
    expect(page().text).toBe(STORY.join("\n\n"));
  });

  it("keeps headings, lists, quotations, captions and posts as blocks", () => {
    const { blocks, text } = page(
      "",
      `${paragraphs(STORY.slice(0, 2))}<h2>What comes next</h2><p>${STORY[2]}</p>
      <ul><li>Divers look at the piles first, in March</li><li>The crane comes from Nordhavn, by sea</li></ul>
      <blockquote>The sea gives, the sea takes, and the board pays.</blockquote>
      <figure><img src="x.jpg"><figcaption>The pier in February, after the storm</figcaption></figure>
      <blockquote class="twitter-tweet">The boats are back, and so are we.</blockquote><p>${STORY[3]}</p>`,
    );
    expect(blocks!.map(({ kind, start, end }) => [kind, text.slice(start, end).slice(0, 12)])).toEqual([
      ["paragraph", "The harbor b"],
      ["paragraph", "“We could no"],
      ["heading", "What comes n"],
      ["paragraph", "Work is to b"],
      ["list-item", "Divers look "],
      ["list-item", "The crane co"],
      ["quote", "The sea give"],
      ["caption", "The pier in "],
      ["embed", "The boats ar"],
      ["paragraph", "Two members "],
    ]);
  });

  it("is found again in the source, block by block", () => {
    const html = newsPage(
      "",
      paragraphs([...STORY.slice(0, 3), "Fish &amp; chips, <b>they</b> say,\n are&nbsp;fine &#8212; mostly."]),
    );
    const { blocks, text } = readPage(html);
    const last = blocks!.at(-1)!;
    expect(text.slice(last.start, last.end)).toBe("Fish & chips, they say, are fine — mostly.");
    expect(html.slice(last.source!.start, last.source!.end)).toBe(
      "Fish &amp; chips, <b>they</b> say,\n are&nbsp;fine &#8212; mostly.",
    );
    for (const { start, end, source } of blocks!.slice(0, 3))
      expect(html.slice(source!.start, source!.end)).toBe(text.slice(start, end));
  });

  it("leaves out pointers, invitations and labels, and headings that have nothing left under them", () => {
    const { text } = page(
      "",
      `<p>Published: Feb. 3, 2026 at 10 a.m.</p>${paragraphs(STORY.slice(0, 2))}<p><a href="/b">READ MORE: The storm in pictures</a></p>
      <p>Advertisement</p>${paragraphs(STORY.slice(2))}<p>(Photo: Ida Holm)</p><h3>More stories</h3><p><a href="/c">Ferry sold</a></p>`,
    );
    expect(text).toBe(STORY.join("\n\n"));
  });

  it("is the structured data's where the page shows only its beginning, and says so", () => {
    const { text, notes, blocks } = readPage(
      `<html><head>${ld({ "@type": "NewsArticle", articleBody: STORY.join("\n") })}</head><body><article><p>${STORY[0]}</p></article></body></html>`,
    );
    expect(text).toBe(STORY.join("\n\n"));
    expect(notes.map(({ code }) => code)).toEqual(["structured-body"]);
    expect(blocks![0]!.source).toBeNull();
  });

  it("is missed if there is none", () => {
    expect(() => readPage("<html><body><nav><a href='/'>Home</a></nav></body></html>")).toThrow(/no article/);
    expect(readPage(`<body><p>${STORY[0]}</p></body>`).notes).toMatchObject([{ code: "little-text" }]);
  });

  it("goes through the later stages, repairs included", () => {
    const damaged = STORY[1]!.replaceAll("“", "â€œ").replaceAll("”", "â€\u009d");
    const html = newsPage("", paragraphs([STORY[0]!, damaged, STORY[2]!]));
    const doc = plain().run(inputOf(html, { mediaType: "text/html" }));
    expect(doc.blocks.map(({ start, end }) => doc.text.value.slice(start, end))).toEqual(STORY.slice(0, 3));
    expect(doc.text.repairs).toHaveLength(2);
    const { source } = doc.blocks[1]!;
    expect(html.slice(source!.start, source!.end)).toBe(damaged);
    const asPython = JSON.parse(
      plain().run(inputOf(html, { mediaType: "text/html", options: { offsets: "codepoint" } })).output,
    );
    expect(asPython.blocks[1].source).toEqual(source);
  });
});

describe("the facts of a page", () => {
  it("come from JSON-LD, through graphs, lists and references", () => {
    const graph = {
      "@graph": [
        { "@type": "Organization", "@id": "#post", name: "The Eastmere Post" },
        {
          "@type": ["NewsArticle", "Thing"],
          headline: "Pier to be rebuilt",
          author: [{ name: "Ida Holm" }, { name: "Per Aas" }],
          publisher: { "@id": "#post" },
          datePublished: "2026-02-03T09:00:00+01:00",
          inLanguage: "en-GB",
        },
      ],
    };
    expect(page(ld(graph)).metadata).toMatchObject({
      title: "Pier to be rebuilt",
      byline: "Ida Holm, Per Aas",
      publisher: "The Eastmere Post",
      language: "en-GB",
      published: ["2026-02-03T09:00:00+01:00"],
    });
  });

  it("come from meta tags, then from what the page shows", () => {
    const { metadata } = page(
      `${meta("og:title", "Pier to be rebuilt | The Eastmere Post")}${meta("og:site_name", "The Eastmere Post")}
      ${meta("article:published_time", "2026-02-03T09:00:00Z")}<link rel="canonical" href="https://example.org/2026/02/03/pier">`,
    );
    expect(metadata).toMatchObject({
      title: "Pier to be rebuilt",
      byline: "Ida Holm",
      publisher: "The Eastmere Post",
      url: "https://example.org/2026/02/03/pier",
      published: ["2026-02-03T09:00:00Z", "2026-02-03"],
    });
  });

  it("survive broken JSON-LD", () => {
    const broken = `<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Pier\nto be rebuilt",\n"datePublished": "2026-02-03"};</script>`;
    expect(page(broken).metadata).toMatchObject({ title: "Pier to be rebuilt", published: ["2026-02-03"] });
    expect(page('<script type="application/ld+json">{"@type": [</script>').metadata.title).toBe("Pier to be rebuilt");
  });
});

describe("hostile pages", () => {
  const p = paragraphs();
  it.each([
    ["100,000 nested elements", `<body>${"<div>".repeat(100_000)}${p}`],
    ["tables in tables", `<body>${"<table><tr><td>".repeat(3000)}${p}`],
    ["300,000 end tags that end nothing", `<body>${p}${"</b></i>".repeat(150_000)}`],
    ["tags that never end", `${p}${"<a ".repeat(200_000)}`],
    ["comments that never end", `${p}${"<!-- ".repeat(200_000)}`],
    ["an element with 100,000 attributes", `<body><div ${"a=b ".repeat(100_000)}>${p}`],
    [
      "structured data that nests 100,000 deep",
      `<script type="application/ld+json">${"[".repeat(100_000)}</script>${p}`,
    ],
  ])("with %s are read or refused", (_, html) => {
    let text = STORY[0]!;
    try {
      text = readPage(html).text;
    } catch (error) {
      expect((error as Error).name).toBe("InputError");
    }
    expect(text).toContain(STORY[0]!.slice(0, 40));
  });

  it("with too many elements are refused, and the limit is told", () => {
    expect(() => readPage(`<body>${"<br>".repeat(30_000)}`)).toThrow(/3000\d elements/);
    expect(() => readPage(`<body><p>${"&lt;".repeat(30_000)}`)).toThrow(/3000\d elements/);
  });
});
