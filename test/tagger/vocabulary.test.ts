import { describe, expect, it } from "vitest";
import type { TokenColumns } from "../../src/layers.ts";
import { NO_WORD, Vocabulary, wordNumbers } from "../../src/tagger/vocabulary.ts";

const numbersOf = (vocabulary: Vocabulary, words: readonly string[]): number[] =>
  words.map((word) => vocabulary.numberOf(word, 0, word.length));

/** Words parted by single spaces as tokens of one sentence. */
function tokensOf(text: string): TokenColumns {
  const starts = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => [index, index + word.length] as const);
  return {
    start: Uint32Array.from(starts, ([start]) => start),
    end: Uint32Array.from(starts, ([, end]) => end),
    pos: starts.map(() => "X" as const),
    lemma: starts.map(() => ""),
    sentence: new Uint32Array(starts.length),
  };
}

describe("a vocabulary", () => {
  it("knows a word wherever it stands", () => {
    const vocabulary = new Vocabulary();
    const text = "of Quellin and of quellin, Quellin";
    const number = vocabulary.numberOf(text, 3, 10);
    expect(number).not.toBe(NO_WORD);
    expect(vocabulary.numberOf(text, 27, 34)).toBe(number);
    expect(vocabulary.numberOf(text, 18, 25)).not.toBe(number);
    expect(vocabulary.texts[number]).toBe("Quellin");
  });

  it("keeps words apart that differ in any character, of whatever length and script", () => {
    const vocabulary = new Vocabulary();
    const words: string[] = [];
    for (let length = 1; length < 20; length++)
      for (const letter of ["a", "\0", "ÿ", "Ā", "’", "č"]) {
        words.push(letter.repeat(length));
        for (let at = 0; at < length; at++) words.push(`${"a".repeat(at)}b${letter.repeat(length - at)}`);
      }
    const different = [...new Set(words)];
    const numbers = numbersOf(vocabulary, different);
    expect(new Set(numbers).size).toBe(different.length);
    expect(numbers.map((number) => vocabulary.texts[number])).toEqual(different);
    expect(numbersOf(vocabulary, different)).toEqual(numbers);
  });

  it("grows as words come, and says when it is full", () => {
    const vocabulary = new Vocabulary();
    const words = Array.from({ length: 40_000 }, (_, i) => (i % 3 === 0 ? `a-word-longer-than-most-${i}` : `w${i}`));
    expect(vocabulary.isFull).toBe(false);
    const numbers = numbersOf(vocabulary, words);
    expect(vocabulary.isFull).toBe(true);
    expect(new Set(numbers).size).toBe(words.length);
    expect(numbersOf(vocabulary, words)).toEqual(numbers);
  });
});

describe("the numbers of an article's words", () => {
  it("are the same for the same word, also in another article", () => {
    const text = "Ana Ruiz met Ana";
    const { vocabulary, numbers } = wordNumbers(text, tokensOf(text));
    expect(numbers[0]).toBe(numbers[3]);
    expect(Array.from(numbers, (number) => vocabulary.texts[number])).toEqual(text.split(" "));
    const again = wordNumbers("Ruiz", tokensOf("Ruiz"));
    expect(again.vocabulary).toBe(vocabulary);
    expect(again.numbers[0]).toBe(numbers[1]);
  });

  it("stay those of their vocabulary when a full one is left for a new one", () => {
    const text = "Ana Ruiz";
    const tokens = tokensOf(text);
    const before = wordNumbers(text, tokens);
    const many = Array.from({ length: 31_000 }, (_, i) => `word${i}`).join(" ");
    wordNumbers(many, tokensOf(many));
    const after = wordNumbers("Ruiz", tokensOf("Ruiz"));
    expect(after.vocabulary).not.toBe(before.vocabulary);
    expect(after.vocabulary.texts[after.numbers[0]!]).toBe("Ruiz");
    expect(wordNumbers(text, tokens)).toBe(before);
    expect(before.vocabulary.texts[before.numbers[1]!]).toBe("Ruiz");
  });
});
