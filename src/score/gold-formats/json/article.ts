import type { GoldArticle } from "../../gold.ts";
import { readBlocks } from "./blocks.ts";
import { entityFinder, readEntities } from "./entities.ts";
import { checkExpressionsApart, readDates, readMoney, readQuantities } from "./expressions.ts";
import type { GoldIssue, Reading } from "./issues.ts";
import { locator } from "./locate.ts";
import { readQuotes } from "./quotes.ts";
import type { WrittenGold } from "./schema.ts";

/**
 * Makes a gold article of what a gold.json says about a text, with offsets for its passages; and lists all that contradicts
 * the text or itself. Where there are issues, the article is good for nothing.
 */
export function goldArticleFrom(
  { published, ...written }: WrittenGold,
  text: string,
  { id, source }: { readonly id: string; readonly source: string },
): { gold: GoldArticle; issues: readonly GoldIssue[] } {
  const issues: GoldIssue[] = [];
  const locate = locator(text);
  const segments = written.blocks && readBlocks(written.blocks, { text, locate, issues });
  const reading: Reading = {
    text,
    locate,
    issues,
    sentences: segments?.sentences ?? null,
    blocks: segments?.blocks ?? [],
  };
  const clusters = written.entities && readEntities(written.entities, reading);
  const dates = written.dates && readDates(written.dates, reading);
  const money = written.money && readMoney(written.money, reading);
  const quantities = written.quantities && readQuantities(written.quantities, reading);
  checkExpressionsApart({ dates: dates ?? [], money: money ?? [], quantities: quantities ?? [] }, reading);
  const quotes =
    written.quotes && readQuotes(written.quotes, reading, clusters ?? [], entityFinder(written.entities ?? []));
  const gold: GoldArticle = {
    id,
    text,
    source,
    published,
    ...(segments && {
      blocks: segments.blocks,
      sentences: segments.sentences.map(({ start, end }): [number, number] => [start, end]),
    }),
    ...(clusters && {
      clusters,
      entities: clusters
        .flatMap(({ type, mentions }) =>
          mentions.flatMap(({ start, end, kind }) => (kind === "name" ? [{ start, end, type }] : [])),
        )
        .sort((a, b) => a.start - b.start),
    }),
    ...(dates && { dates }),
    ...(money && { money }),
    ...(quantities && { quantities }),
    ...(quotes && { quotes }),
  };
  return { gold, issues };
}
