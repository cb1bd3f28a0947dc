import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { GoldArticle, readGold } from "../../src/score/gold.ts";
import { goldArticleFrom } from "../../src/score/gold-formats/json/article.ts";
import { issueText } from "../../src/score/gold-formats/json/issues.ts";
import { locator } from "../../src/score/gold-formats/json/locate.ts";
import { WrittenGold } from "../../src/score/gold-formats/json/schema.ts";
import { timexFault, timexType } from "../../src/score/gold-formats/json/timex.ts";
import { pressmark, root, temporaryFolder } from "../support/cli.ts";

const TEXT = `A bridge for Quellin

“We have $3.5 million for the
bridge,” Mayor Ana Ruiz said on Tuesday. “We need it.” Ruiz’s brother, Ted Ruiz, called it “a toy.”

She has 12 days and 7.2 km to go.`;

const BLOCKS = [
  { kind: "title", sentences: ["A bridge"] },
  { kind: "paragraph", sentences: ["“We have", "“We need", "Ruiz’s brother"] },
  { kind: "paragraph", sentences: ["She has"] },
];
const ANA = {
  type: "PERSON",
  name: "Ana Ruiz",
  roles: [{ text: "Mayor", of: "Quellin" }],
  mentions: { name: ["Ana Ruiz", "Ruiz#2"], pronoun: ["{She} has"] },
};
const TED = { type: "PERSON", name: "Ted Ruiz", mentions: { name: ["Ted Ruiz"], nominal: ["Ruiz’s brother"] } };
const QUELLIN = { type: "GPE", name: "Quellin" };
const SPEECH = {
  type: "direct",
  spans: ["We have … bridge,", "We need it."],
  cue: "said",
  speaker: { kind: "person", mention: "Mayor Ana Ruiz", entity: "Ana Ruiz" },
};

/** What is read from a gold.json about the text above, and its faults in words. */
function read(written: object, text = TEXT) {
  const { gold, issues } = goldArticleFrom(WrittenGold.parse(written), text, { id: "a", source: "a.txt" });
  return { gold, faults: issues.map(issueText) };
}

describe("passages", () => {
  const places = (written: string, text = TEXT) => {
    const found = locator(text)(written);
    return "spans" in found ? found.spans.map(({ start, end }) => [start, text.slice(start, end)]) : found;
  };

  it.each([
    ["Tuesday", "Tuesday"],
    ["the bridge,”", "the\nbridge,”"], // a space is any white space
    ["We have … bridge,", "We have $3.5 million for the\nbridge,"],
    ["{it} “a toy", "it"],
    ["called {it “a … toy}.", "it “a toy"],
    ["Ruiz#4", undefined],
  ])("%j is found", (written, expected) => {
    const found = places(written);
    expect(Array.isArray(found) ? found.map(([, words]) => words) : undefined).toEqual(expected && [expected]);
  });

  it("are whole words and numbers", () => {
    expect(places("art", "A part of art, artful.")).toEqual([[10, "art"]]);
    expect(places("7", "At 7:30 it was 7.2, or 1,007, or 7.")).toEqual([[33, "7"]]);
    expect(places("2", "7.2")).toHaveProperty("fault");
    expect(places("é", "café é")).toEqual([[5, "é"]]);
  });

  it("are counted from the first, whatever they stand in", () => {
    expect(places("Ruiz#1")).toEqual([[TEXT.indexOf("Ruiz"), "Ruiz"]]);
    expect(places("Ruiz#3")).toEqual([[TEXT.lastIndexOf("Ruiz"), "Ruiz"]]);
    expect(places("Ruiz#1,2-3")).toHaveLength(3);
    expect(places("Ruiz#*")).toHaveLength(3);
  });

  it("may have an ellipsis of their own", () => {
    const text = "He said: so … on, and so … on.";
    expect(places("so … on,", text)).toEqual([[9, "so … on,"]]);
  });

  it.each([
    ["Ruis", /"Ruis" does not occur in the text/],
    ["Ruiz", /occurs 3 times/],
    ["Ruiz#4", /no number 4, "Ruiz" occurs 3 times/],
    ["Tuesday#0", /no number 0, "Tuesday" occurs once/],
    ["We have … the moon", /does not occur/],
    ["{a} {b}", /cannot be read/],
  ])("%j is a fault, with a remedy", (written, message) => {
    const found = places(written);
    expect(found).toMatchObject({ fault: expect.stringMatching(message), remedy: expect.stringMatching(/./) });
  });
});

describe("TIMEX3 values", () => {
  it.each([
    ..."2026-02-24 2026-02 2026 2026-W08 2026-W08-WE 2026-Q1 2026-QX 2025-FA 2026-H1 XXXX-WXX-2 XXXX-02-24".split(" "),
    ..."199 19 199X 19XX PRESENT_REF PAST_REF FUTURE_REF 2026-XX XXXX-SU BC0044".split(" "),
  ])("%s is a DATE", (value) => expect([timexType(value), timexFault(value, "DATE")]).toEqual(["DATE", null]));
  it.each("2026-02-24TMO 2026-02-24T16:15 2026-02-24T05:00Z T24:00 XXXX-XX-XXT09:00 2026-02-24T10".split(" "))(
    "%s is a TIME",
    (value) => expect([timexType(value), timexFault(value, "TIME")]).toEqual(["TIME", null]),
  );
  it.each("P3M PXM PT2H P1DT2H P2.5Y P1DE P2W PT30M PXD P1WE".split(" "))("%s is a DURATION", (value) =>
    expect([timexType(value), timexFault(value, "DURATION")]).toEqual(["DURATION", null]),
  );
  it.each(["P", "PT", "P3", "Tuesday", "2026-2-24", "2026-02-24 16:15", "26-02-24", "2026-Q5", "now", ""])(
    "%s is none",
    (value) => expect(timexFault(value, "DATE")).toContain("no TIMEX3 value"),
  );
  it.each(["2026-02-29", "2026-13", "2026-W54", "2026-04-31", "2026-02-24T25:00", "2026-02-24T10:60", "XXXX-02-30"])(
    "no calendar has %s",
    (value) => expect(timexFault(value, timexType(value)!)).toContain("no calendar"),
  );
  it("go with their type, but for sets", () => {
    expect(timexFault("P3M", "DATE")).toBe("P3M is a DURATION, not a DATE");
    expect(timexFault("2026-02-24", "TIME")).toContain("is a DATE");
    expect(timexFault("P1W", "SET")).toBeNull();
    expect(timexFault("XXXX-WXX-2", "SET")).toBeNull();
  });
});

describe("a gold.json", () => {
  it("has offsets for everything it says", () => {
    const { gold, faults } = read({
      published: "2026-03-05",
      blocks: BLOCKS,
      entities: [ANA, TED, QUELLIN],
      dates: [
        { text: "12 days", value: "P12D" },
        { text: "Tuesday", value: "2026-03-03" },
      ],
      money: [{ text: "$3.5 million", amount: "3500000", currency: "USD" }],
      quantities: [{ text: "7.2 km", kind: "measure", value: "7.2", unit: "kilometer" }],
      quotes: [
        SPEECH,
        {
          type: "mixed",
          spans: ["it “a toy.”"],
          cue: "called",
          speaker: { kind: "person", mention: "Ted Ruiz", entity: "Ted Ruiz" },
        },
      ],
    });
    expect(faults).toEqual([]);
    expect(GoldArticle.parse(gold)).toEqual(gold);
    const words = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end);
    expect(gold.entities?.map((name) => [words(name), name.type])).toEqual([
      ["Quellin", "GPE"],
      ["Ana Ruiz", "PERSON"],
      ["Ruiz", "PERSON"],
      ["Ted Ruiz", "PERSON"],
    ]);
    expect(gold.clusters?.map(({ mentions }) => mentions.map((m) => `${m.kind} ${words(m)}`))).toEqual([
      ["name Ana Ruiz", "name Ruiz", "pronoun She"],
      ["nominal Ruiz’s brother", "name Ted Ruiz"],
      ["name Quellin"],
    ]);
    expect(gold.clusters?.[0]?.roles.map((role) => [words(role), role.of])).toEqual([["Mayor", 2]]);
    expect(gold.dates?.map((date) => [words(date), date.type, date.value, date.mod])).toEqual([
      ["Tuesday", "DATE", "2026-03-03", null],
      ["12 days", "DURATION", "P12D", null],
    ]);
    expect(gold.money).toMatchObject([{ amount: "3500000", min: null, modifier: null, per: null }]);
    expect(gold.quantities).toMatchObject([{ kind: "measure", value: "7.2", unit: "kilometer" }]);
    expect(gold.quotes).toMatchObject([
      { kind: "direct", entity: 0, speakerKind: "person", order: "QSCQ", parent: null },
      { kind: "mixed", entity: 1, order: "SCQ", parent: null },
    ]);
    expect(gold.blocks?.map((block) => `${block.kind}: ${words(block).slice(0, 9)}`)).toEqual([
      "title: A bridge ",
      "paragraph: “We have ",
      "paragraph: She has 1",
    ]);
    expect(gold.sentences?.map(([start, end]) => TEXT.slice(start, end).slice(-8))).toEqual([
      " Quellin",
      "Tuesday.",
      "eed it.”",
      "“a toy.”",
      "m to go.",
    ]);
  });

  it("finds the quote around a quote", () => {
    const text = "“He said ‘no’ and left,” she said.";
    const said = { type: "direct", spans: ["He said … left,"], cue: "she {said}", id: "outer" };
    const inner = { type: "direct", spans: ["no"], cue: "He {said}" };
    expect(read({ quotes: [inner, said] }, text)).toMatchObject({
      faults: [],
      gold: { quotes: [{ parent: null }, { parent: 0, order: "CQ" }] },
    });
    expect(read({ quotes: [{ ...inner, parent: "outer" }, said] }, text).faults).toEqual([]);
    expect(read({ quotes: [{ ...inner, parent: "other" }, said] }, text).faults).toEqual([
      expect.stringContaining('its parent "other" is no quote'),
    ]);
    expect(read({ quotes: [inner, { ...said, parent: "outer" }] }, text).faults).toEqual([
      expect.stringContaining('does not stand in its parent "outer"'),
    ]);
  });

  it("takes all places of a name that lie in no longer one", () => {
    const { gold, faults } = read({ entities: [TED, { type: "PERSON", name: "Ruiz" }] });
    expect(faults).toEqual([]);
    expect(gold.clusters?.[1]?.mentions).toHaveLength(2);
  });

  it.each<[string, object, RegExp]>([
    ["words that do not occur", { dates: [{ text: "Friday", value: "2026-03-06" }] }, /^dates 1 "Friday": .*not occur/],
    ["a number beyond the last", { entities: [{ ...ANA, mentions: { name: ["Ana Ruiz", "Ruiz#9"] } }] }, /no number 9/],
    ["words that occur twice", { entities: [{ ...TED, mentions: { name: ["Ted Ruiz", "Ruiz"] } }] }, /occurs 3 times/],
    ["several places for one", { dates: [{ text: "We#1-2", value: "2026" }] }, /stands for 2 places/],
    ["a value that is none", { dates: [{ text: "Tuesday", value: "03.03.2026" }] }, /no TIMEX3 value/],
    ["a day that is none", { dates: [{ text: "Tuesday", value: "2026-02-30" }] }, /no calendar has 2026-02-30/],
    ["another type", { dates: [{ text: "Tuesday", type: "TIME", value: "2026-03-03" }] }, /is a DATE, not a TIME/],
    ["an amount in words", { money: [{ text: "$3.5 million", amount: "3.5 million", currency: "USD" }] }, /no plain/],
    ["an amount with spare zeros", { money: [{ text: "$3.5 million", amount: "3.50", currency: "USD" }] }, /decimal/],
    [
      "a range with an amount",
      { money: [{ text: "$3.5 million", amount: "1", min: "1", max: "2", currency: "USD" }] },
      /amount and a range/,
    ],
    [
      "a range backwards",
      { money: [{ text: "$3.5 million", min: "10", max: "9", currency: "USD" }] },
      /min 10 is more than its max 9/,
    ],
    ["no amount at all", { money: [{ text: "$3.5 million", currency: "USD" }] }, /it has no amount/],
    ["a range without min", { quantities: [{ text: "7.2 km", kind: "count", max: "7" }] }, /has no min/],
    ["a currency that is none", { money: [{ text: "$3.5 million", amount: "1", currency: "$" }] }, /no ISO 4217/],
    ["a measure without unit", { quantities: [{ text: "7.2 km", kind: "measure", value: "7.2" }] }, /has a unit/],
    ["a count with a unit", { quantities: [{ text: "12 days", kind: "count", value: "12", unit: "day" }] }, /no unit/],
    [
      "one number as two things",
      {
        dates: [{ text: "12 days", value: "P12D" }],
        quantities: [{ text: "12", kind: "count", value: "12" }],
      },
      /it overlaps "12/,
    ],
    ["names that overlap", { entities: [{ ...TED, mentions: { name: ["Ted Ruiz", "Ruiz#3"] } }] }, /overlaps/],
    ["a mention of two", { entities: [QUELLIN, { type: "ORG", name: "Quellin", id: "club" }] }, /a mention of two/],
    ["two of one name", { entities: [QUELLIN, { type: "ORG", name: "Quellin" }] }, /another entity of that name/],
    ["a name that is not there", { entities: [{ ...TED, name: "Theodore Ruiz" }] }, /no mention has the name itself/],
    ["an alias that is not there", { entities: [{ ...TED, aliases: ["Teddy"] }] }, /the alias "Teddy"/],
    ["no name", { entities: [{ ...TED, mentions: { pronoun: ["She"] } }] }, /no mention that is a name/],
    ["a name with its 's", { entities: [{ ...TED, mentions: { name: ["Ted Ruiz", "Ruiz’s"] } }] }, /possessive 's/],
    [
      "a pronoun of words",
      { entities: [{ ...TED, mentions: { name: ["Ted Ruiz"], pronoun: ["She has"] } }] },
      /several/,
    ],
    ["a role of nobody", { entities: [ANA] }, /"Quellin" is no entity of the list/],
    ["a speaker that is not listed", { entities: [TED], quotes: [SPEECH] }, /"Ana Ruiz" is no entity of the list/],
    [
      "a speaker that is another",
      {
        entities: [QUELLIN, ANA, TED],
        quotes: [{ ...SPEECH, speaker: { kind: "person", mention: "Mayor Ana Ruiz", entity: "Ted Ruiz" } }],
      },
      /"Mayor Ana Ruiz" is no mention of "Ted Ruiz"/,
    ],
    [
      "a person that is a place",
      { entities: [QUELLIN], quotes: [{ ...SPEECH, speaker: { kind: "person", entity: "Quellin" } }] },
      /"Quellin" a GPE/,
    ],
    [
      "an order against the places",
      { quotes: [{ ...SPEECH, speaker: null, order: "CQQ" }] },
      /by the places it is QCQ/,
    ],
    ["spans out of order", { quotes: [{ type: "direct", spans: ["We need it.", "We have"] }] }, /is not after/],
    ["speech with its marks", { quotes: [{ type: "direct", spans: ["“We need it.”"] }] }, /quotation marks are in/],
    [
      "a quote twice",
      { quotes: [SPEECH, { ...SPEECH, type: "mixed" }].map((q) => ({ ...q, speaker: null })) },
      /another/,
    ],
    ["a cue in the speech", { quotes: [{ type: "direct", spans: ["We need it."], cue: "need" }] }, /in what was said/],
    ["a cue of two", { quotes: [{ type: "direct", spans: ["We need it."], cue: "We" }] }, /"We" occurs 2 times/],
    ["a scare quote of somebody", { entities: [QUELLIN, ANA], quotes: [{ ...SPEECH, type: "scare" }] }, /nobody's/],
    [
      "a mention in no sentence",
      { blocks: BLOCKS, entities: [{ type: "MISC", name: "Quellin “We" }] },
      /lies in no sentence/,
    ],
    [
      "a span over paragraphs",
      { blocks: BLOCKS, quotes: [{ type: "indirect", spans: ["a toy … She has"] }] },
      /over the edge of a block/,
    ],
    ["text in no block", { blocks: BLOCKS.slice(1) }, /text before it that is in no block/],
    ["a sentence out of order", { blocks: [...BLOCKS, BLOCKS[0]!] }, /does not occur after the sentence before/],
    [
      "a sentence in the middle of another",
      { blocks: [BLOCKS[0]!, { kind: "paragraph", sentences: ["“We have", "Ana Ruiz"] }] },
      /no sentence ends before it/,
    ],
    ["a block in the middle of a line", { blocks: [BLOCKS[0]!, { kind: "paragraph", sentences: ["for"] }] }, /no line/],
  ])("may not have %s", (_, written, message) => {
    const { faults } = read(written);
    expect(faults.join("\n")).toMatch(message);
    for (const fault of faults) expect(fault).toMatch(/^\w+ \d+ ".*": .+; .+/);
  });
});

describe("docs/gold.md", () => {
  const page = readFileSync(join(root, "docs/gold.md"), "utf8");
  const block = (language: string): string =>
    new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "m").exec(page)![1]!;
  const example = JSON.parse(block("json"));

  it("has an example without faults", () => {
    expect(read(example, block("text")).faults).toEqual([]);
  });

  it("shows a fault as it is shown", () => {
    const quotes = example.quotes.map((quote: object, i: number) => (i === 1 ? { ...quote, order: "QCS" } : quote));
    const { faults } = read({ ...example, quotes }, block("text"));
    expect(faults).toHaveLength(1);
    expect(page).toContain(`gold.json: ${faults[0]}\n`);
  });
});

describe("files of gold", () => {
  const folder = temporaryFolder();
  afterAll(folder.remove);
  const write = (path: string, content: string | object) => {
    mkdirSync(folder.path(path, ".."), { recursive: true });
    writeFileSync(folder.path(path), typeof content === "string" ? content : JSON.stringify(content));
  };
  write("all/b/article.txt", TEXT);
  write("all/b/gold.json", { entities: [QUELLIN] });
  write("all/a/story.html", "<p>Ana &amp; Ted left Quellin.</p>");
  write("all/a/gold.txt", "Ana & Ted left Quellin.");
  write("all/a/gold.json", { article: "story.html", published: "2026-03-03", entities: [QUELLIN] });

  const read = async (place: string) => {
    const articles = [];
    for await (const article of readGold(folder.path(place))) articles.push(article);
    return articles;
  };
  const failure = async (place: string): Promise<Error> =>
    read(place).then(
      () => expect.unreachable(),
      (e) => e,
    );

  it("are read in order, with the ids that annotating the folder gives", async () => {
    const articles = await read("all");
    expect(articles.map(({ id, text, published }) => [id, text, published])).toEqual([
      ["a/story", "Ana & Ted left Quellin.", "2026-03-03"],
      ["b/article", TEXT, null],
    ]);
    expect(articles[0]?.source).toBe(folder.path("all/a/story.html"));
    for (const place of ["all/b", "all/b/", "all/b/gold.json"]) expect(await read(place)).toEqual([articles[1]]);
  });

  it.each<[string, string | object, RegExp]>([
    ["no JSON", "{", /gold\.json: not valid JSON/],
    ["a field that there is not", { entitys: [] }, /no gold\.json: .*entitys/],
    ["no article", { article: "none.txt" }, /none\.txt cannot be read \(ENOENT/],
    ["a day that is none", { published: "2026-02-30" }, /published: /],
    ["contradictions", { dates: [{ text: "Friday", value: "x" }] }, /gold\.json: dates 1 "Friday": "x" is no TIMEX3/],
  ])("may not have %s", async (name, content, message) => {
    write(`bad/${name}/article.txt`, TEXT);
    write(`bad/${name}/gold.json`, content);
    const error = await failure(`bad/${name}`);
    expect(error).toMatchObject({ name: "InputError", message: expect.stringMatching(message) });
  });

  it("need the text of a page", async () => {
    write("page/article.html", "<p>Rain</p>");
    write("page/gold.json", {});
    expect((await failure("page")).message).toMatch(/gold\.txt/);
    write("alone/gold.json", {});
    expect((await failure("alone")).message).toMatch(/no article beside it/);
    mkdirSync(folder.path("empty"));
    expect((await failure("empty")).message).toMatch(/no gold\.json in it/);
  });

  it("are checked and scored from the command line", async () => {
    const all = folder.path("all");
    expect(await pressmark(["score", "--check", all])).toEqual({
      code: 0,
      stdout: "",
      stderr: "2 gold articles checked, 0 faults\n",
    });
    write("wrong/article.txt", TEXT);
    write("wrong/gold.json", { entities: [QUELLIN, { ...TED, aliases: ["T."] }], quotes: [SPEECH] });
    const checked = await pressmark(["score", "--check", folder.path("wrong")]);
    expect(checked.code).toBe(3);
    expect(checked.stdout.trim().split("\n")).toEqual([
      expect.stringMatching(
        /wrong\/gold\.json: entities 2 "Ted Ruiz": no mention has the alias "T\."; add the mention/,
      ),
      expect.stringMatching(/wrong\/gold\.json: quotes 1 "We have … bridge,": "Ana Ruiz" is no entity of the list; /),
    ]);
    expect((await pressmark(["score", folder.path("wrong")])).code).toBe(3);

    const scored = await pressmark(["score", all, "--json", "--jobs", "1"]);
    expect([scored.code, scored.stderr]).toEqual([0, ""]);
    expect(JSON.parse(scored.stdout)).toMatchObject({
      docs: { gold: 2, scored: 2, textMismatch: 0 },
      entities: { LOC: { r: 100, gold: 2 } },
      clusters: { names: { r: 100, gold: 2 } },
    });
    const run = folder.path("run.jsonl");
    await pressmark(["annotate", all, "--out", run, "--quiet", "--jobs", "1"]);
    const ofRun = await pressmark(["score", all, "--run", run, "--json"]);
    expect(JSON.parse(ofRun.stdout)).toMatchObject({ docs: { gold: 2, scored: 2 }, entities: { LOC: { r: 100 } } });
  });
});
