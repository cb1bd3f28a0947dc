import type { GoldEntity } from "../../src/score/gold.ts";
import { articleOf, type TrainingArticle } from "./articles.ts";

/** Sentences of other lengths make no headline. */
const SHORTEST = 30;
const LONGEST = 130;
/** One article of so many gets a headline: with one for each, running text is read a little worse. */
const EACH = 4;

/**
 * Articles with a headline made of one of their sentences, in capitals or with a capital for each longer word: the
 * corpora have hardly any headlines. Only the headline is trained on; the article below it is what it can be read from.
 */
export const withHeadlines = (articles: readonly TrainingArticle[]): TrainingArticle[] =>
  articles.flatMap((article, i) =>
    i % EACH === 0 ? (headlined(article, i % (2 * EACH) === 0 ? shouted : titled, i) ?? []) : [],
  );

const shouted = (word: string): string => word.toUpperCase();

const SMALL = /^(?:a|an|and|as|at|but|by|for|from|in|into|of|on|or|the|to|with)$/;
const titled = (word: string): string => (SMALL.test(word) ? word : word.slice(0, 1).toUpperCase() + word.slice(1));

function headlined(article: TrainingArticle, change: (word: string) => string, seed: number): TrainingArticle | null {
  const { text, tokens, names } = article;
  const sentences = sentencesOf(article);
  if (sentences.length === 0) return null;
  const { first, last } = sentences[(seed * 7) % sentences.length]!;
  const start = tokens.start[first]!;
  const line = text.slice(start, tokens.end[last - 1]!);
  const headline = line.replace(/[\p{L}\p{N}]+/gu, change);
  if (headline.length !== line.length) return null; // "ß" and the like
  const shift = headline.length + 2;
  const spans = names.map(({ first, last, type }) => ({
    start: tokens.start[first]!,
    end: tokens.end[last - 1]!,
    type,
  }));
  const end = start + line.length;
  const gold: GoldEntity[] = [
    ...spans.filter((span) => span.start >= start && span.end <= end).map((span) => moved(span, -start)),
    ...spans.map((span) => moved(span, shift)),
  ];
  return articleOf(`${article.id}#headline`, `${headline}\n\n${text}`, gold, headline.length);
}

const moved = ({ start, end, type }: GoldEntity, by: number): GoldEntity => ({
  start: start + by,
  end: end + by,
  type,
});

/** Sentences that end in a full stop, without it, and that have a name in them. */
function sentencesOf({ tokens, texts, names }: TrainingArticle): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = [];
  for (let first = 0, last = 0; first < texts.length; first = last) {
    last = first + 1;
    while (last < texts.length && tokens.sentence[last] === tokens.sentence[first]) last++;
    const length = tokens.end[last - 1]! - tokens.start[first]!;
    if (texts[last - 1] !== "." || length < SHORTEST || length > LONGEST) continue;
    const end = last - 1;
    if (names.some((name) => name.first >= first && name.last <= end)) found.push({ first, last: end });
  }
  return found;
}
