import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Layers } from "../../src/layers.ts";
import { plainBlocks, readBlocks } from "../../src/stages/3-segment/blocks.ts";
import { pieces } from "../../src/stages/3-segment/pieces.ts";
import { loadWink } from "../../src/stages/3-segment/wink.ts";
import { root } from "../support/cli.ts";
import { inputOf, plain } from "../support/sample.ts";

const made = plain();
const annotate = (text: string): Layers["document"] => made.run(inputOf(text)).document;
const tokens = ({ text, tokens: { start, end } }: Layers["document"]) =>
  start.map((s, i) => text.value.slice(s, end[i]));
const sentences = ({ text, sentences }: Layers["document"]) => sentences.map((s) => text.value.slice(s.start, s.end));
const blocks = (text: string) => plainBlocks(text).map((b) => [b.kind, text.slice(b.start, b.end)]);

const casesOf = (name: string) => JSON.parse(readFileSync(join(root, "fixtures/segment", name), "utf8"));

interface BlockCase {
  readonly name: string;
  readonly text: string;
  readonly blocks: readonly (readonly [string, string])[];
  readonly facts: Readonly<Record<string, string | null>>;
}

describe("blocks", () => {
  it.each<BlockCase>(casesOf("blocks.json"))("$name", ({ text, blocks: expected, facts: stated }) => {
    const { facts } = readBlocks(text);
    expect(blocks(text)).toEqual(expected);
    expect({
      title: facts.title,
      byline: facts.byline,
      place: facts.dateline?.place ?? null,
      agency: facts.dateline?.agency ?? null,
      date: facts.date?.day ?? null,
      problem: facts.date?.problem ?? null,
    }).toMatchObject(stated);
  });

  it("end at line breaks and blank lines", () => {
    expect(blocks("A Title Line\n\nFirst paragraph, quite short.\r\nSecond one.\n \nA heading\n- an item\n")).toEqual([
      ["title", "A Title Line"],
      ["paragraph", "First paragraph, quite short."],
      ["paragraph", "Second one."],
      ["heading", "A heading"],
      ["list-item", "- an item"],
    ]);
  });

  it("join the lines of hard-wrapped text", () => {
    const text =
      "The council met on the first evening of the\nmonth to hear what the auditors had found in\nthe books, and left late.\n\nNothing was decided.";
    expect(blocks(text).map(([kind]) => kind)).toEqual(["paragraph", "paragraph"]);
  });

  it("keep short lines apart that were not wrapped", () => {
    expect(blocks("Yes.\nNo.\nPerhaps.")).toHaveLength(3);
  });
});

describe("what the text says of the article", () => {
  const text = (date: string) =>
    `Harbour loses millions\nBy Ana Ruiz\n${date}\nThe council met on Monday evening. It left late.`;
  const read = (date: string, input = {}) => made.run(inputOf(text(date), input)).document;

  it("fills in what is not known", () => {
    expect(read("March 3, 2026").article).toMatchObject({
      title: "Harbour loses millions",
      byline: "Ana Ruiz",
      published: "2026-03-03",
      publishedFrom: "dateline",
    });
  });

  it("never overrules a record or an option, but a file's name", () => {
    const fields = { title: "Another title", byline: "Bo Lind", published: "2026-03-04" };
    expect(read("March 3, 2026", { fields }).article).toMatchObject({ ...fields, publishedFrom: "record" });
    expect(read("March 3, 2026", { options: { published: "2026-03-05" } }).article.published).toBe("2026-03-05");
    expect(read("March 3, 2026", { path: "2026-03-04-a.txt" }).article.published).toBe("2026-03-03");
  });

  it("is noted and not used where it cannot be right", () => {
    const wrong = read("Friday, March 3, 2026");
    expect(wrong.article.published).toBeNull();
    expect(wrong.notes).toContainEqual(expect.objectContaining({ stage: "segment", code: "doubtful-date" }));
    const far = read("March 3, 1996", { path: "2026-03-04-a.txt" });
    expect(far.article).toMatchObject({ published: "2026-03-04", publishedFrom: "filename" });
    expect(far.notes).toContainEqual(expect.objectContaining({ code: "doubtful-date" }));
  });
});

describe("sentences", () => {
  it.each<{ rule: string; sentences: string[] }>(casesOf("sentences.json"))(
    "$rule: $sentences.0",
    ({ sentences: expected }) => {
      // A heading before it, so that no case is taken for a title.
      expect(sentences(annotate(`A heading\n${expected.join(" ")}`)).slice(1)).toEqual(expected);
    },
  );

  it("never run from a heading into a paragraph", () => {
    expect(sentences(annotate("What happens next\nThe court meets on Friday."))).toEqual([
      "What happens next",
      "The court meets on Friday.",
    ]);
  });

  it("are found inside a block", () => {
    expect(sentences(annotate("He came. She left at 5 p.m. Nobody saw them."))).toContain("He came.");
  });
});

describe("tokens", () => {
  it.each<{ rule: string; text: string; tokens: string[] }>(casesOf("tokens.json"))(
    "$rule: $text",
    ({ text, tokens: expected }) => expect(tokens(annotate(text))).toEqual(expected),
  );

  it("have exact offsets, contractions and possessives split", () => {
    expect(tokens(annotate("I can’t see O’Neill’s  “dog”."))).toEqual([
      "I",
      "ca",
      "n’t",
      "see",
      "O’Neill",
      "’s",
      "“",
      "dog",
      "”",
      ".",
    ]);
  });

  it("cover every character that is not white space, once", () => {
    const text = "a\u200bb\u0000c \u2028x\ufeffy \u00ad \ud800 z\udc00 😀😀 e\u0301";
    const document = annotate(text);
    expect(tokens(document).join("")).toBe(document.text.value.replace(/\s+/gu, ""));
  });

  it("have string lemmas even for words that JavaScript's objects know", () => {
    const document = annotate("The constructor and toString hasOwnProperty __proto__ valueOf were constructors.");
    expect(document.tokens.lemma.every((lemma) => typeof lemma === "string")).toBe(true);
  });
});

describe("pieces", () => {
  it("leave a block of usual length whole, and cut a long one after a sentence", () => {
    const sentence = "This is a sentence of some length. ";
    expect(pieces(sentence, { start: 0, end: sentence.length })).toHaveLength(1);
    const text = sentence.repeat(3000);
    const cut = pieces(text, { start: 0, end: text.length });
    expect(cut.length).toBeGreaterThan(1);
    expect(cut.map((p) => text.slice(p.start, p.end)).join("")).toBe(text);
    for (const piece of cut.slice(0, -1)) expect(text.slice(piece.start, piece.end)).toMatch(/\.$/);
  });

  it("cut a run without white space, but not a surrogate pair", () => {
    const text = `x${"😀".repeat(5000)}`;
    for (const { start, end } of pieces(text, { start: 0, end: text.length }))
      expect(text.slice(start, end).isWellFormed()).toBe(true);
  });
});

describe("wink-nlp", () => {
  const wink = loadWink();
  const read = (text: string, by = wink) => {
    const { length, start, end, pos, lemma, tokens } = by.reader()(text, { start: 0, end: text.length });
    for (let i = 0; i < length; i++) if (start[i]! >= 0) expect(tokens[i]!.text).toBe(text.slice(start[i], end[i]));
    return Array.from({ length }, (_, i) => `${text.slice(start[i], end[i])} ${pos[i]} ${lemma[i]}`).join("\n");
  };
  // Words it has not seen, possessives of them, and the same words in other roles: what its vocabulary would remember.
  const texts = [
    "Vorlund's plan failed. The vorlund plan was Zemblan.",
    "A vorlund’s Zemblan's e-zorp costs 12zorps.",
    "ZEMBLAN ZORPS. Zorp's zorps zorped zorpingly, said Vorlund.",
    "12zorps of e-zorp's; vorlund-like Zemblan-zorp VORLUND'S",
  ];

  it("says the same of a text whatever it read before", () => {
    const alone = texts.map((text) => read(text));
    for (let shift = 0; shift < texts.length; shift++) {
      const order = texts.map((_, i) => (i * 3 + shift) % texts.length);
      for (const i of order) expect(read(texts[i]!)).toBe(alone[i]);
    }
  });

  it("says the same whatever words it met, in any order", () => {
    const fragments = (
      "zarg Zarg ZARG zargs blibbing blibbed wont ’s 's ' ’ - – . … , ; ( ) “ ” 5 100 5.5 USD usd AUD $ & @ / é zärg U.S. e.g. a. " +
      "can't cannot zarg's blib-zarg km pm 1990s I the The of :) http://zarg.example a@zarg.example \u00a0 😀"
    ).split(" ");
    const piece = fc.tuple(fc.constantFrom(...fragments), fc.constantFrom("", " ")).map((two) => two.join(""));
    const text = fc.array(piece, { maxLength: 30 }).map((all) => all.join(""));
    const other = loadWink(); // reads them from the last to the first
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 12 }), (all) => {
        const forward = all.map((one) => read(one));
        const backward = all.toReversed().map((one) => read(one, other));
        expect(backward.toReversed()).toEqual(forward);
      }),
      { numRuns: 300 },
    );
  });

  it("takes every white space for one, though some are letters to it", () => {
    const white = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((c) => /\s/u.test(c));
    for (const space of white) {
      const { length, start, end } = wink.reader()(`One${space}two`, { start: 0, end: 7 });
      const tokens = Array.from({ length }, (_, i) => `One${space}two`.slice(start[i], end[i]));
      const words = tokens.filter((word) => word.trim() !== "");
      expect(words, `U+${space.charCodeAt(0).toString(16)}`).toEqual(["One", "two"]);
    }
  });

  it("gives a word no lemma that is not one of the model's", () => {
    read(Array.from({ length: 3000 }, (_, i) => `zarg${i}x`).join(" "));
    expect(read("as is his wont, they say")).toMatch(/^wont NOUN wont$/m);
  });

  it("can be made again and again, where wink-nlp by itself stops at about twenty", () => {
    for (let i = 0; i < 60; i++) expect(read("One.")).toBe("One NUM one\n. PUNCT .");
  });
});
