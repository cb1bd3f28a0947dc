import type { DomDocument, DomElement } from "./dom.ts";

/** Whole words of class names and ids that name parts of a page which are not its article. */
const PARTS = new RegExp(
  `(?:^|[\\s_-])(?:${[
    "share|sharing|sharebar|sharetools|socials?|social-?media|follow-?us",
    "related|recirc|recommended|recommendations|read-?more|more-?from|more-?stories|more-?on|most-?(?:read|popular|viewed)|trending|popular|you-?may-?(?:also-?)?like|also-?(?:like|read)|next-?(?:up|article|story)|outbrain|taboola|zergnet|teasers?",
    "newsletters?|newsletter-?signup|sign-?up|signup|subscribe|subscription|subscriber|paywall|optin|mailing-?list",
    "gallery|slideshow|carousel|slider|lightbox|photo-?list|image-?list",
    "promo|promotion|promobox|sponsor(?:ed)?|advert|advertisement|ads?|ad-?(?:container|wrapper|slot|unit)|banner|dfp|gpt",
    "comments?|comment-?list|disqus|respond|trackbacks?",
    "breadcrumbs?|pagination|pager|nav|navbar|navigation|menu|toolbar|tags|tag-?list|tagcloud|topics|keywords",
    "author-?(?:bio|box|info|card|profile)|about-?(?:the-?)?author|bio|byline|dateline|timestamp|publish(?:ed)?-?date|post-?meta|entry-?meta|article-?meta|meta",
    "cookies?|cookie-?consent|consent|gdpr|modal|popup|overlay|tooltip|print-?only|sr-?only|visually-?hidden|screen-?reader-?text|hidden|login|account|search|skip-?link",
    "copyright|disclaimer|license|corrections-?link|feedback|rating|poll|quiz|weather|ticker|widget",
  ].join("|")})(?:$|[\\s_-])`,
  "i",
);

/** A part with more of the page's text than this is not thrown away for its name. */
const MOST_SHARE = 0.3;
/** Nor is one with as much running text as a paragraph or two, outside of links, headings and captions. */
const MOST_RUNNING = 400;

const NEVER = new Set(["HTML", "BODY", "MAIN", "ARTICLE", "H1"]);

/** Takes out of a page what is named as something other than the article, unless it holds much of the running text. */
export function prune(document: DomDocument): void {
  const all = textLength(document.body ?? document);
  for (const element of [...document.querySelectorAll("[class],[id]")]) {
    if (NEVER.has(element.tagName) || !isNamedPart(element)) continue;
    if (element.closest("article") === null && element.querySelector("article,main,h1")) continue;
    if (textLength(element) > all * MOST_SHARE || runningLength(element) > MOST_RUNNING) continue;
    element.remove();
  }
  for (const element of [...document.querySelectorAll('[role="navigation"],[role="complementary"],[role="dialog"]')])
    if (runningLength(element) <= MOST_RUNNING) element.remove();
}

const isNamedPart = (element: DomElement): boolean => PARTS.test(element.className) || PARTS.test(element.id);

const textLength = (element: DomElement): number => element.textContent.length;

/** Characters in paragraphs that are no links. */
function runningLength(element: DomElement): number {
  let length = 0;
  for (const paragraph of element.querySelectorAll("p")) {
    length += textLength(paragraph);
    for (const link of paragraph.querySelectorAll("a")) length -= textLength(link);
  }
  return length;
}
