import { blocksOf, type PageBlock } from "./blocks.ts";
import { withoutBoilerplate } from "./boilerplate.ts";
import { shownByline } from "./byline.ts";
import { findArticle, parsePage } from "./dom.ts";
import { prune } from "./prune.ts";
import type { Page } from "./scan.ts";

/** The article of a page. */
export interface Body {
  readonly blocks: readonly PageBlock[];
  /** Who wrote it, by its metadata or by what it shows. */
  readonly byline: string | null;
}

/** Readability's time grows faster than a page; news pages have one or two thousand elements. */
export const MOST_ELEMENTS = 20_000;

/**
 * Finds the article of a page: parts that are named as something else are cut away, Readability picks what is left, and
 * lines that belong to the page and not to the article are left out. No blocks if there is no article.
 */
export function extractBody(
  page: Page,
  facts: { readonly title: string | null; readonly byline: string | null },
): Body {
  const document = parsePage(page.html);
  const byline = facts.byline ?? shownByline(document);
  prune(document);
  const article = findArticle(document);
  return { blocks: article ? withoutBoilerplate(blocksOf(article), { ...facts, byline }) : [], byline };
}
