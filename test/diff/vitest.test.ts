import { describe, expect, it } from "vitest";
import { annotate } from "../../src/annotator.ts";
import { type ExpectedExtraction, expectExtraction } from "../../src/vitest.ts";

const TEXT = "“We are late,” Mayor Ana Ruiz said. The council paid $3.5 million for the bridge last week.";
const bridge = annotate(TEXT, { published: "2026-02-23" });

describe("expectExtraction", () => {
  it("passes if what is expected is found", async () => {
    await expectExtraction(TEXT, { published: "2026-02-23" }).toExtract({
      money: [{ text: "$3.5 million", amount: "3500000", currency: "USD" }],
      dates: [{ text: "last week", value: "2026-W08" }],
      quotes: [{ text: "We are late,", type: "direct", speaker: "Ana Ruiz" }],
      entities: [{ text: "Ana Ruiz", type: "PERSON", roles: [{ text: "Mayor" }] }],
    });
    await expectExtraction(bridge).toExtractOnly({ money: [{ amount: "3500000" }] });
    await expectExtraction(bridge).not.toExtract({ money: [{ currency: "CAD" }] });
    await expectExtraction(bridge).toExtract({ quotes: [{ speaker: { kind: "person" } }] });
  });

  it("shows the passage and what differs", async () => {
    const failing = expectExtraction(bridge).toExtract({
      money: [{ text: "$3.5 million", amount: "3", currency: "USD" }],
      dates: [{ text: "the bridge", value: "2026" }, { text: "yesterday" }, { text: "last week" }],
    });
    await expect(failing).rejects.toThrow(
      /lacks:\n\nmoney "\$3\.5 million"\n {2}amount: expected "3", found "3500000"\n {2}.*paid «\$3\.5 million» for the bridge last week\.\n\ndates "the bridge"\n {2}nothing was found here\n {2}.*for «the bridge» last week\.\n\ndates "yesterday"\n {2}these words are not in the text$/,
    );
  });

  it("takes an annotation for one expectation only", async () => {
    const money = { text: "$3.5 million" };
    await expectExtraction(bridge).not.toExtract({ money: [money, money] });
  });

  it("tells what nobody expected", async () => {
    await expect(expectExtraction(bridge).toExtractOnly({ dates: [] })).rejects.toThrow(
      /has too much:\n\ndates "last week"\n {2}.*bridge «last week»\.$/,
    );
  });

  it("tells a speaker that is another", async () => {
    await expect(expectExtraction(bridge).toExtract({ quotes: [{ speaker: "The council" }] })).rejects.toThrow(
      /speaker: expected "The council", found ".*Ana Ruiz/,
    );
  });

  it("takes a document with offsets in code points as well", async () => {
    const document = annotate("😀 The council paid $3.5 million.", { offsets: "codepoint" });
    await expect(expectExtraction(document).toExtract({ money: [{ amount: "3" }] })).rejects.toThrow(
      /paid «\$3\.5 million»\./,
    );
  });

  it("knows no layer of another name", async () => {
    const misspelt = { date: [] } as ExpectedExtraction;
    await expect(expectExtraction(bridge).not.toExtract(misspelt)).rejects.toThrow(/there is no layer "date"/);
  });

  it("fails if the article cannot be annotated", async () => {
    await expect(expectExtraction(" ").toExtract({})).rejects.toThrow(/no text in it/);
  });
});
