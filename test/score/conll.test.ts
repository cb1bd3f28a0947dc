import { describe, expect, it } from "vitest";
import { GoldArticle } from "../../src/score/gold.ts";
import { conllArticles } from "../../src/score/gold-formats/conll.ts";
import { placeTokens } from "../../src/score/gold-formats/token-text.ts";

/** What is annotated, as words of the text. */
const words = ({ text, entities = [] }: GoldArticle) =>
  entities.map(({ start, end, type }) => `${type} ${text!.slice(start, end)}`);

const lines = (...rows: string[]) => rows.join("\n");
const SENTENCE = ["Ana", "Ruiz", "met", "Tyne", "Bank", "Lena", "Holt", "."];
const tagged = (tags: string) => SENTENCE.map((token, i) => `${token} ${tags.split(" ")[i]}`).join("\n");

describe("CoNLL", () => {
  it.each([
    ["a counter", lines("1 Ana NNP B-PER", "2 left VBD O"), "Ana left", ["PERSON Ana"]],
    ["a number that is a word", lines("20 CD O", "ferries NNS O", "left VBD O"), "20 ferries left", []],
    ["a number with nothing but a tag", lines("1 O", "Ana B-PER"), "1 Ana", ["PERSON Ana"]],
  ])("may begin with %s", (_, content, text, names) => {
    const [gold] = conllArticles(content, "a.conll");
    expect([gold!.text, words(gold!)]).toEqual([text, names]);
  });

  it.each([
    ["IOB1", "I-PER I-PER O I-ORG I-ORG I-PER I-PER O"],
    ["IOB2", "B-PER I-PER O B-ORG I-ORG B-PER I-PER O"],
    ["BIOES", "B-PER E-PER O B-ORG E-ORG B-PER E-PER O"],
    ["BILOU", "B-PER L-PER O B-ORG L-ORG B-PER L-PER O"],
  ])("reads tags in %s", (_, tags) => {
    expect(words(conllArticles(tagged(tags), "a.conll")[0]!)).toEqual([
      "PERSON Ana Ruiz",
      "ORG Tyne Bank",
      "PERSON Lena Holt",
    ]);
  });

  it("tells names that touch apart", () => {
    const one = (tags: string) => words(conllArticles(tagged(tags), "a.conll")[0]!);
    expect(one("I-PER B-PER O O O O O O")).toEqual(["PERSON Ana", "PERSON Ruiz"]);
    expect(one("S-PER S-PER O U-ORG O O O O")).toEqual(["PERSON Ana", "PERSON Ruiz", "ORG Tyne"]);
    expect(one("B-PER E-PER I-PER O O O O O")).toEqual(["PERSON Ana Ruiz", "PERSON met"]);
  });

  it("puts the text together, articles and sentences apart", () => {
    const articles = conllArticles(
      lines(
        ...["-DOCSTART- -X- O O", "", "Ferry NN B-NP O", "cost NN I-NP O", "", "The DT O O", "price NN O O"],
        ...["( ( O O", "“ “ O O", "low NN O O", "” ” O O", ") ) O O", "is VB O O", "n't RB O O", "$ $ O O", "5 CD O O"],
        ...[", , O O", '" " O O', "Ana NNP O B-PER", "'s POS O O", '" " O O', ". . O O", "", "# NN O O", "1 CD O O"],
        ...["", "-DOCSTART- -X- O O", "", "No DT O O"],
      ),
      "folder/eng.iob",
    );
    expect(articles.map(({ id, text }) => [id, text])).toEqual([
      ["eng-1", "Ferry cost\n\nThe price (“low”) isn't $5, \"Ana's\". #1"],
      ["eng-2", "No"],
    ]);
    expect(words(articles[0]!)).toEqual(["PERSON Ana"]);
    for (const article of articles) expect(GoldArticle.safeParse(article).success).toBe(true);
  });

  it("writes a hyphen inside a name without spaces, and others with them", () => {
    const content = lines("Ji B-PER", "- I-PER", "yeon I-PER", "- O", "she O", "- I-PER", "left O");
    expect(conllArticles(content, "a.conll")[0]!.text).toBe("Ji-yeon - she - left");
  });

  it("reads CoNLL-U: counted tokens, ids, texts and spaces", () => {
    const row = (n: number | string, token: string, tag: string, misc = "_") =>
      `${n}\t${token}\t_\tX\t_\t_\t0\t_\t${misc}\t${tag}`;
    const [one, two, ...more] = conllArticles(
      lines(
        ...["# newdoc id = ferry", "# sent_id = 1", "# text = We  can't, Ana."],
        ...[row("1", "We", "O"), row("2-3", "can't", "_"), row(2, "ca", "O"), row(3, "n't", "O"), row(4, ",", "O")],
        ...[row(5, "Ana", "B-PER"), row(6, ".", "O"), "", "# newdoc id = bridge"],
        ...[
          row(1, "O", "O", "SpaceAfter=No"),
          row(2, "'", "O", "SpaceAfter=No"),
          row(3, "Hara", "B-LOC"),
          row(4, "!", "O"),
        ],
      ),
      "a.conllu",
    );
    expect([one!.id, one!.text, words(one!)]).toEqual(["ferry", "We  can't, Ana.", ["PERSON Ana"]]);
    expect([two!.id, two!.text, words(two!)]).toEqual(["bridge", "O'Hara !", ["LOC Hara"]]);
    expect(more).toEqual([]);
  });

  it("takes DATE, TIME and MONEY as extents of dates and money, in all articles of the file", () => {
    const [one, two] = conllArticles(
      lines("May\tB-DATE", "5\tI-DATE", "cost\tO", "$\tB-MONEY", "2\tI-MONEY", "", "-DOCSTART-\tO", "", "No\tO"),
      "a.bio",
    );
    expect(one).toEqual({
      id: "a-1",
      text: "May 5 cost $2",
      dates: [{ start: 0, end: 5 }],
      money: [{ start: 11, end: 13 }],
    });
    expect(two).toEqual({ id: "a-2", text: "No", dates: [], money: [] });
  });

  it("reads other columns where it is told", () => {
    const content = "B-PER x Ana y\nO x spoke y";
    expect(words(conllArticles(content, "a.tsv", { token: 3, tag: 1 })[0]!)).toEqual(["PERSON Ana"]);
    expect(words(conllArticles(content, "a.tsv", { token: -2, tag: -4 })[0]!)).toEqual(["PERSON Ana"]);
  });

  it.each([
    ["Ana B-PER\nRuiz\n", /a\.conll:2: 1 column is too few/],
    ["Ana NNP B-PER\nRuiz NNP VP\n", /a\.conll:2: "VP" is no tag/],
  ])("tells file, line and remedy of %j", (content, message) => {
    expect(() => conllArticles(content, "a.conll")).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(message),
        remedy: expect.stringContaining("--columns"),
      }),
    );
  });

  it("takes time in the length of the file", () => {
    const long = `${"word O\n".repeat(200_000)}`;
    const [article] = conllArticles(long, "a.conll");
    expect(article!.text!.length).toBe(200_000 * 5 - 1);
    expect(placeTokens([]).text).toBe("");
  });
});
