import { dayInPath, readDay } from "../day.ts";
import type { Metadata } from "../reading.ts";
import { readJsonLd } from "./json-ld.ts";
import type { Page } from "./scan.ts";

/** Names of meta tags, most trusted first. */
const TITLES = ["og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title", "headline"];
const AUTHORS = [
  "author",
  "byl",
  "parsely-author",
  "sailthru.author",
  "dc.creator",
  "dcterms.creator",
  "article_author",
  "article:author_name",
  "article:author",
  "cxenseparse:author",
  "og:article:author",
  "creator",
];
const PUBLISHED = [
  "article:published_time",
  "og:article:published_time",
  "og:published_time",
  "article:published",
  "article.published",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "dcterms.issued",
  "dc.date.issued",
  "dcterms.created",
  "dc.date.created",
  "article_date_original",
  "og:pubdate",
  "pubdate",
  "pub_date",
  "publishdate",
  "publish-date",
  "publish_date",
  "publication_date",
  "published_time",
  "published",
  "cxenseparse:recs:publishtime",
  "date",
  "dc.date",
  "dcterms.date",
  "originalpublicationdate",
  "displaydate",
  "datecreated",
];
const MODIFIED = [
  "article:modified_time",
  "og:updated_time",
  "datemodified",
  "article:updated",
  "article.updated",
  "dcterms.modified",
  "last-modified",
];
const PUBLISHERS = ["og:site_name", "application-name", "dc.publisher", "publisher"];
const LANGUAGES = ["content-language", "og:locale", "language", "dc.language", "inlanguage"];

/** What a page says of its article, JSON-LD first, then meta tags, then `<time>` and `<title>`. The order is documented in docs/input.md. */
export function readMetadata(page: Page): Metadata & { readonly body: string | null } {
  const metas = new Map<string, string>();
  for (const [name, content] of page.metas) if (!metas.has(name) && content.trim()) metas.set(name, content.trim());
  const first = (names: readonly string[]): string | null => all(names)[0] ?? null;
  const all = (names: readonly string[]): string[] =>
    names.map((name) => metas.get(name)).filter((value) => value !== undefined);

  const publisher = first(PUBLISHERS.slice(0, 2));
  const headline = withoutSite(first(TITLES) ?? page.title, publisher);
  const article = readJsonLd(
    page.jsonLd,
    (title) => keyOf(title) !== "" && keyOf(headline).startsWith(keyOf(title).slice(0, 60)),
  );
  const url = page.canonical ?? metas.get("og:url") ?? article?.url ?? null;
  const fullPublisher = [article?.publisher, ...all(PUBLISHERS)].find((name) => name && isName(name));
  return {
    title: line(longer(article?.title ?? null, headline)),
    byline: byline(article?.authors ?? [], page.metas),
    publisher: line(fullPublisher ?? ""),
    url: url && /^https?:\/\//i.test(url) ? url : null,
    language: article?.language ?? page.language ?? first(LANGUAGES),
    published: [
      ...(article?.published ?? []),
      ...all(PUBLISHED),
      ...page.times.filter(({ published }) => published).map(({ value }) => value),
      ...agreed(page.times.map(({ value }) => value)),
      ...inAddress(url),
    ],
    modified: [...(article?.modified ?? []), ...all(MODIFIED)],
    body: article?.body ?? null,
  };
}

/** The day in an address such as `/2016/09/12/title`. */
function inAddress(url: string | null): string[] {
  const day = url && dayInPath(url);
  return day ? [day] : [];
}

/** Several `<time>` elements may be those of other articles on the page: they count if they name one day. */
function agreed(times: readonly string[]): string[] {
  const days = new Set(times.map(readDay).filter((day) => day !== null));
  return days.size === 1 ? [...days] : [];
}

function byline(authors: readonly string[], metas: Page["metas"]): string | null {
  const named = (name: string): string[] => metas.filter(([key]) => key === name).map(([, content]) => content);
  for (const names of [authors, ...AUTHORS.map(named)]) {
    const people = [...new Set(names.map((name) => line(name)?.replace(/^by\s+/i, "") ?? ""))].filter(isName);
    if (people.length > 0) return people.join(", ");
  }
  return null;
}

/** Authors may be given by the address of their profile, which is no name. */
const isName = (name: string): boolean =>
  /\p{L}/u.test(name) && !/^(?:https?:|www\.|@|\/)|\.(?:com|org|net)\//i.test(name) && name.length <= 200;

/** Headlines for search engines end at 110 characters; the other title may have the rest. */
const longer = (headline: string | null, other: string): string => {
  if (!headline) return other;
  const cut = keyOf(headline.replace(/(?:\.{3}|…)\s*$/, ""));
  return headline.length > 60 && keyOf(other).startsWith(cut) ? other : headline;
};

/** `Headline | The Example Times` without the name of the site. */
function withoutSite(title: string, publisher: string | null): string {
  const parts = title.split(/\s+[|–—-]\s+|\s+[»·]\s+/);
  if (parts.length < 2) return title;
  const last = parts.at(-1)!;
  const isSite =
    publisher &&
    (keyOf(last) === keyOf(publisher) ||
      keyOf(publisher).startsWith(keyOf(last)) ||
      keyOf(last).startsWith(keyOf(publisher)));
  return isSite || (/\s[|»]\s[^|»]*$/.test(title) && last.split(/\s+/).length <= 4)
    ? title.slice(0, title.lastIndexOf(last)).replace(/\s*[|–—»·-]\s*$/, "")
    : title;
}

const keyOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">", nbsp: " " };

/** What a character reference stands for; itself if it is none that facts have. */
function referred(reference: string, name: string): string {
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  if (code > 31 && code <= 0x10ffff) return String.fromCodePoint(code);
  return ENTITIES[name.toLowerCase()] ?? reference;
}

/** A fact on one line, without the markup and the doubly written entities that some have in theirs. */
function line(fact: string): string | null {
  const plain = fact
    .replace(/<\/?[a-z][^<>]*>/gi, "")
    .replace(/&(#?\w{2,8});/g, referred)
    .replace(/\s+/g, " ")
    .trim();
  return plain || null;
}
