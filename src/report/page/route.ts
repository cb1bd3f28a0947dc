/** What is looked at, as the address after # says it: `#/articles/12/change/3`, `#/changes?layer=dates&kind=lost`. */
export interface Route {
  readonly page: "overview" | "articles" | "changes";
  /** Index of the article, or null for the list. */
  readonly article: number | null;
  readonly mark: number | null;
  readonly change: number | null;
  readonly filter: Readonly<Record<string, string>>;
}

/** Reads an address; whatever it does not know leads to the overview. */
export function routeOf(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [page, article, part, at] = path.split("/");
  return {
    page: page === "articles" || page === "changes" ? page : "overview",
    article: page === "articles" ? whole(article) : null,
    mark: part === "mark" ? whole(at) : null,
    change: part === "change" ? whole(at) : null,
    filter: Object.fromEntries(new URLSearchParams(query)),
  };
}

/** The address of the changes that a filter lets through. */
export const changesAddress = (filter: Readonly<Record<string, string>>): string => {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== "")).toString();
  return query ? `#/changes?${query}` : "#/changes";
};

const whole = (text: string | undefined): number | null => (text && /^\d{1,9}$/.test(text) ? Number(text) : null);
