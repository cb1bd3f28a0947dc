import type { DomDocument } from "./dom.ts";

/** Where pages show who wrote the article, the surest first. */
const PLACES = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  '[rel~="author"]',
  ".byline-name,.author-name,.article-author-name,.byline__name,.article__author",
  ".byline,.article-byline,.story-byline,.entry-author",
];

/** A longer text is a biography. */
const LONGEST = 80;

/** The byline that a page shows, where its metadata has none; null if it shows none. */
export function shownByline(document: DomDocument): string | null {
  for (const place of PLACES)
    for (const element of document.querySelectorAll(place)) {
      if (element.closest('[class*="comment"],[class*="related"],aside,footer')) continue;
      const [text = ""] = element.textContent
        .replace(/\s+/g, " ")
        .trim()
        .split(/\s[|·•]\s|\s\(?(?=\S+@)/);
      const name = text.replace(/^(?:written\s+)?by:?\s+/i, "");
      if (/\p{L}{2}/u.test(name) && name.length <= LONGEST && !/\d{4}/.test(name)) return name;
    }
  return null;
}
