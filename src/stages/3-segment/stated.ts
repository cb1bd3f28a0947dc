import type { Article } from "../../schema/article.ts";
import type { Note } from "../../schema/notes.ts";
import type { Facts } from "./blocks.ts";

/** A date in the text that lies further than this from the one in the file's name, in days, is about something else. */
const FARTHEST = 31;
const DAY = 86_400_000;

/**
 * The article with what its text says of itself where nothing better is known: title, byline, and the publication date, which
 * goes before one from the file's name and after any other. A date that cannot be right is noted and not used.
 */
export function withStated(article: Article, { title, byline, date }: Facts): { article: Article; notes: Note[] } {
  const named = { ...article, title: article.title ?? title, byline: article.byline ?? byline };
  const isOpen = article.publishedFrom === "none" || article.publishedFrom === "filename";
  if (!date || !isOpen) return { article: named, notes: [] };
  const problem = date.problem ?? distance(date.day!, article.published);
  if (problem) return { article: named, notes: [doubtful(date.text, problem)] };
  return { article: { ...named, published: date.day, publishedFrom: "dateline" }, notes: [] };
}

function distance(day: string, published: string | null): string | null {
  const days = published === null ? 0 : Math.abs(Date.parse(day) - Date.parse(published)) / DAY;
  return days > FARTHEST ? `it is ${days} days from the ${published} of the file's name` : null;
}

const doubtful = (text: string, problem: string): Note => ({
  stage: "segment",
  code: "doubtful-date",
  message: `the date "${text}" in the text was not taken for the publication date: ${problem}`,
  start: null,
  end: null,
});
