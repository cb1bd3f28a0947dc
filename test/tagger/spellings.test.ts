import { describe, expect, it } from "vitest";
import type { TokenColumns } from "../../src/layers.ts";
import { modelPath } from "../../src/stages/4-entities/model-path.ts";
import { loadModel } from "../../src/tagger/model.ts";
import { Spellings, Trait } from "../../src/tagger/spellings.ts";
import { Tagger } from "../../src/tagger/tag.ts";
import { NO_WORD, Vocabulary } from "../../src/tagger/vocabulary.ts";

const none = { keys: new Uint32Array(16), classes: new Uint32Array(16), small: new Uint8Array(16) };
const smallWords = { inside: new Set(["of"]), edge: new Set(["southern"]) };

/** Words parted by single spaces as tokens of one sentence. */
function tokensOf(text: string): TokenColumns {
  const start: number[] = [];
  const end: number[] = [];
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    start.push(index);
    end.push(index + word.length);
  }
  return {
    start: Uint32Array.from(start),
    end: Uint32Array.from(end),
    pos: start.map(() => "PROPN" as const),
    lemma: start.map(() => ""),
    sentence: new Uint32Array(start.length),
  };
}

describe("spellings", () => {
  const vocabulary = new Vocabulary();
  const numberOf = (word: string) => vocabulary.numberOf(word, 0, word.length);

  it("are found by the number of a word, and tell what it looks like", () => {
    const spellings = new Spellings(none, smallWords, vocabulary);
    const word = spellings.of(numberOf("Quellin"));
    expect(word).toMatchObject({ text: "Quellin", lower: "quellin", capital: true, shouted: false });
    expect(spellings.of(numberOf("Quellin"))).toBe(word);
    const small = spellings.of(numberOf("quellin"));
    expect(small).not.toBe(word);
    expect(small.form).toBe(word.form);
    expect(spellings.of(numberOf("of")).traits & Trait.inside).toBe(Trait.inside);
    expect(spellings.of(NO_WORD).text).toBe("");
  });

  it("go over to another vocabulary", () => {
    const spellings = new Spellings(none, smallWords, vocabulary);
    spellings.of(numberOf("Quellin"));
    const other = new Vocabulary();
    spellings.forget(other);
    expect(spellings.forms).toBe(0);
    expect(spellings.of(other.numberOf("Tarrant", 0, 7)).text).toBe("Tarrant");
  });
});

describe("a tagger", () => {
  it("finds the same names whatever it read before, and after it forgot", () => {
    const text = "Owen Tarrant of Lumora Corp. met Ana Ruiz in Nairobi before President Petra Valdane came";
    const tagger = new Tagger(loadModel(modelPath()));
    const tagged = (article: string) => tagger.tag(tagger.read(article, tokensOf(article)));
    const names = tagged(text);
    expect(names.length).toBeGreaterThan(2);
    tagged(Array.from({ length: 40_000 }, (_, i) => `Name${i} said`).join(" "));
    expect(tagged(text)).toEqual(names);
    expect(tagged(text)).toEqual(names);
  });
});
