import { describe, expect, it } from "vitest";
import type { TokenColumns } from "../../src/layers.ts";
import { modelPath } from "../../src/stages/4-entities/model-path.ts";
import { loadModel } from "../../src/tagger/model.ts";
import { Spellings, Trait } from "../../src/tagger/spellings.ts";
import { Tagger } from "../../src/tagger/tag.ts";

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
  it("are found by where a word stands, and are the same wherever it stands again", () => {
    const spellings = new Spellings(none, smallWords);
    const text = "Of Quellin and of quellin, Quellin";
    const first = spellings.of(text, 3, 10);
    expect(first).toMatchObject({ text: "Quellin", lower: "quellin", capital: true, shouted: false });
    expect(spellings.of(text, 27, 34)).toBe(first);
    expect(spellings.of("Quellin")).toBe(first);
    const small = spellings.of(text, 18, 25);
    expect(small).not.toBe(first);
    expect(small.form).toBe(first.form);
    expect(spellings.of("of").traits & Trait.inside).toBe(Trait.inside);
  });

  it("stay apart when there are more than there was room for, and can be forgotten", () => {
    const spellings = new Spellings(none, smallWords);
    const words = Array.from({ length: 70_000 }, (_, i) => `w${i}`);
    const numbers = words.map((word) => spellings.of(word).number);
    expect(new Set(numbers).size).toBe(words.length);
    expect(words.map((word) => spellings.of(word).number)).toEqual(numbers);
    expect(spellings.isFull).toBe(true);
    spellings.forget();
    expect(spellings.isFull).toBe(false);
    expect(spellings.of("w69999").number).toBe(0);
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
