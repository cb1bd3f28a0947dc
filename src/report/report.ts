import { basename, resolve } from "node:path";
import { cannotWrite, writeAtomically } from "../batch/sinks.ts";
import { isSame } from "../diff/article-diff.ts";
import { type PairedDocuments, pairDocuments } from "../diff/paired-documents.ts";
import { readRun, runReport } from "../diff/run-documents.ts";
import { DiffTally } from "../diff/totals.ts";
import { judgeFrom } from "../score/judge.ts";
import { packageVersion } from "../version.ts";
import { ArticleIndex } from "./article-index.ts";
import { comparisonFrom } from "./comparison.ts";
import { GoldTally } from "./gold-scores.ts";
import { pageAssets, reportHtml } from "./html.ts";
import { PacketFile } from "./packets.ts";
import type { ReportIndex, ReportOverview } from "./page-data.ts";
import { compareArticle, reportArticle } from "./report-article.ts";
import { RunTally } from "./run-overview.ts";

export interface ReportOptions {
  /** The run, and the one that is compared with it: folders or .jsonl files. */
  readonly places: readonly [a: string, b?: string];
  /** Where the report is written. */
  readonly out: string;
  /** Gold that both are judged by, in any format that is scored. */
  readonly gold?: string | undefined;
  readonly title?: string | undefined;
}

/** What is in a report that was written. */
export interface ReportCounts {
  articles: number;
  changed: number;
  /** Articles that the gold has, too. */
  gold: number;
}

/**
 * Writes a report of one run, or of two and how they differ, as an HTML page that needs nothing beside it. Articles pass
 * through one at a time; the list of them, and the gold, are held in memory. Throws an `InputError` if a run or the gold cannot be
 * read, if there is nothing in a run, or if the report cannot be written.
 */
export async function writeReport({ places, out, gold, title }: ReportOptions): Promise<ReportCounts> {
  const assets = pageAssets();
  const packets = await PacketFile.create();
  try {
    const { overview, index, counts } = await collected({ places, out, gold, title }, packets);
    await writeAtomically(out, reportHtml(assets, overview, index, packets.packets())).catch((cause: Error) => {
      throw cannotWrite(out, cause);
    });
    return counts;
  } finally {
    await packets.remove();
  }
}

interface Collected {
  readonly overview: ReportOverview;
  readonly index: ReportIndex;
  readonly counts: ReportCounts;
}

async function collected({ places, gold, title }: ReportOptions, packets: PacketFile): Promise<Collected> {
  const [placeA, placeB] = places;
  const runs = [new RunTally(), ...(placeB === undefined ? [] : [new RunTally()])];
  const comparison = placeB === undefined ? null : new DiffTally();
  const judge = gold === undefined ? null : await judgeFrom(gold);
  const scores = judge && new GoldTally(runs.length);
  const articles = new ArticleIndex();
  const counts: ReportCounts = { articles: 0, changed: 0, gold: 0 };
  for await (const pair of placeB === undefined ? only(placeA) : pairDocuments(readRun(placeA), readRun(placeB))) {
    const document = (pair.after ?? pair.before)!;
    const documents = [pair.before, pair.after].slice(0, runs.length);
    const wanted = judge?.goldOf(document) ?? null;
    const compared = compareArticle(pair, comparison === null, wanted && { article: wanted, types: judge!.types });
    const errors = wanted && scores!.add(wanted, documents);
    const article = reportArticle(document, compared, errors);
    for (const [i, side] of [compared.shown.a, compared.shown.b].entries()) if (side) runs[i]!.add(documents[i]!, side);
    comparison?.add(compared.sides.before, compared.sides.after, compared.diff);
    articles.add(article, await packets.add(article), comparison !== null);
    counts.articles++;
    if (!isSame(compared.diff)) counts.changed++;
    if (wanted) counts.gold++;
  }
  const names = places.filter((place) => place !== undefined).map(nameOf);
  const overview: ReportOverview = {
    title: title ?? names.join(" → "),
    generator: `pressmark ${packageVersion}`,
    runs: await Promise.all(runs.map(async (run, i) => run.overview(names[i]!, await runReport(places[i]!)))),
    comparison: comparison && comparisonFrom(comparison.totals()),
    gold: scores?.overview() ?? null,
  };
  return { overview, index: articles.index(), counts };
}

async function* only(place: string): AsyncGenerator<PairedDocuments> {
  for await (const { document } of readRun(place)) yield { before: document, after: null };
}

const nameOf = (place: string): string => basename(resolve(place));
