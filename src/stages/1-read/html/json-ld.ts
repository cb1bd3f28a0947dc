/** What structured data says of the article of a page. */
export interface JsonLdArticle {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly published: readonly string[];
  readonly modified: readonly string[];
  readonly publisher: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly body: string | null;
}

type Thing = Readonly<Record<string, unknown>>;

/** schema.org's NewsArticle and its kin: Article, ReportageNewsArticle, OpinionNewsArticle, BlogPosting, LiveBlogPosting … */
const ARTICLE = /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|\w*Posting|Report)$/i;
/** Says when the page was published, and less surely who wrote it. */
const PAGE = /^(?:https?:\/\/schema\.org\/)?(?:WebPage|ItemPage|Recipe|Review)$/i;

/** Structured data with more things than this is not looked through to its end. */
const MOST_THINGS = 5000;

/**
 * Reads the article out of a page's JSON-LD. Where it describes several, `isTitle` tells which is this page's; the first one
 * is taken otherwise. Null if it describes none.
 */
export function readJsonLd(scripts: readonly string[], isTitle: (title: string) => boolean): JsonLdArticle | null {
  const things = scripts.flatMap((script) => thingsIn(parse(script)));
  const byId = new Map(things.map((thing) => [thing["@id"], thing]));
  const ofType = (type: RegExp): Thing[] =>
    things.filter((thing) => list(thing["@type"]).some((t) => type.test(String(t))));
  const articles = ofType(ARTICLE);
  const article = articles.find((thing) => isTitle(text(thing.headline) ?? "")) ?? articles[0];
  const page = ofType(PAGE).find((thing) => thing.datePublished !== undefined);
  const main = article ?? page;
  if (!main) return null;
  const resolve = (value: unknown): unknown => {
    const id = isThing(value) && Object.keys(value).length === 1 ? value["@id"] : undefined;
    return id === undefined ? value : (byId.get(id) ?? value);
  };
  const dates = (key: string): string[] => [main, page].flatMap((thing) => list(thing?.[key]).map(text).filter(isText));
  return {
    title: text(main.headline) ?? (article ? text(main.name) : null),
    authors:
      [main.author, main.creator].map((value) => namesOf(value, resolve)).find((names) => names.length > 0) ?? [],
    published: dates("datePublished"),
    modified: dates("dateModified"),
    publisher: namesOf(main.publisher, resolve)[0] ?? null,
    language: text(main.inLanguage) ?? namesOf(main.inLanguage, resolve)[0] ?? null,
    url:
      text(main.url) ??
      text(main.mainEntityOfPage) ??
      (isThing(main.mainEntityOfPage) ? text(main.mainEntityOfPage["@id"]) : null),
    body: article ? text(main.articleBody) : null,
  };
}

/** Parses JSON as pages have it: within comments, with raw line breaks in strings, with something after it. Null if it is none. */
function parse(script: string): unknown {
  const bare = script.replace(
    /^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?)|(?:-->|(?:\/\/|\/\*)?\s*\]\]>(?:\s*\*\/)?)\s*$/g,
    "",
  );
  for (const candidate of [bare, bare.replace(/[\u0000-\u001f]/g, " ").replace(/[;\s]+$/, "")])
    try {
      return JSON.parse(candidate);
    } catch {
      // The next candidate, or nothing: a page without structured data is a page all the same.
    }
  return null;
}

const isThing = (value: unknown): value is Thing =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
const isText = (value: string | null): value is string => value !== null;

/** All objects in a value, the outer before the inner. Comments to the article and lists of other articles are left out. */
function thingsIn(value: unknown): Thing[] {
  const things: Thing[] = [];
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && things.length < MOST_THINGS) {
    const next = waiting.shift();
    if (Array.isArray(next)) waiting.push(...next.slice(0, MOST_THINGS));
    else if (isThing(next)) {
      if (next["@type"] !== undefined) things.push(next);
      for (const [key, inner] of Object.entries(next))
        if (typeof inner === "object" && key !== "comment" && key !== "itemListElement") waiting.push(inner);
    }
  }
  return things;
}

/** A fact in a line of its own. Markup in it, which some put there, is left out. */
function text(value: unknown): string | null {
  const given = Array.isArray(value) ? value[0] : value;
  if (typeof given === "number") return String(given);
  if (typeof given !== "string") return null;
  return given.trim() || null;
}

function namesOf(value: unknown, resolve: (value: unknown) => unknown): string[] {
  return list(value)
    .map(resolve)
    .flatMap((item) => (isThing(item) ? list(item.name).map(text) : [text(item)]))
    .filter(isText)
    .filter((name) => !/^https?:/.test(name));
}
