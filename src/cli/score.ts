import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { formatByName, INPUT_TYPES } from "../batch/formats.ts";
import { mapInOrder } from "../batch/ordered.ts";
import { DEFAULT_PIPELINE, loadPipeline } from "../batch/pipeline-module.ts";
import { AHEAD_PER_THREAD, createPool, type Pool } from "../batch/pool.ts";
import { MOST_BYTES_AHEAD } from "../batch/run.ts";
import { readRun } from "../diff/run-documents.ts";
import { InputError } from "../input-error.ts";
import type { InputType } from "../layers.ts";
import type { Document } from "../schema/document.ts";
import { bootstrapIntervals, pairedDifferences } from "../score/bootstrap.ts";
import { documentIndex, type Identified } from "../score/documents.ts";
import type { GoldArticle } from "../score/gold.ts";
import type { ConllColumns } from "../score/gold-formats/conll.ts";
import {
  GOLD_FORMATS,
  type GoldFormat,
  type GoldReading,
  goldFormatsIn,
  readGoldFrom,
} from "../score/gold-formats/files.ts";
import { issueText } from "../score/gold-formats/json/issues.ts";
import { readGoldJson } from "../score/gold-formats/json/read.ts";
import { type ScoredArticle, scoreJunit } from "../score/junit.ts";
import { scoreMarkdown } from "../score/markdown.ts";
import { createScorer, SCORED_LAYERS, type Scorer, type ScorerOptions } from "../score/score.ts";
import type { ScoreReport } from "../score/sections.ts";
import { scoreTable } from "../score/table.ts";
import { goldTypes } from "../score/type-folding.ts";
import { EXIT, type ExitCode, type Finish } from "./exit.ts";
import { failureLine } from "./progress.ts";
import { count, plain } from "./text.ts";

/** What scores are printed as. */
const FORMATS = ["table", "json", "markdown", "junit"] as const;

interface Options {
  readonly layers?: string[];
  readonly errors?: number;
  readonly format: (typeof FORMATS)[number];
  readonly json?: true;
  readonly intervals: boolean;
  readonly goldFormat?: GoldFormat;
  readonly columns?: ConllColumns;
  readonly against?: string;
  readonly pipeline: string;
  readonly jobs: number;
  readonly run?: string;
  readonly check: boolean;
}

export const scoreCommand = (finish: Finish): Command =>
  new Command("score")
    .description("annotate the articles of a gold file, or take a run of them, and compare with the gold")
    .argument(
      "<gold>",
      "articles with the annotations they should have: a .jsonl file, or a file or folder of gold.json, brat, CoNLL or TimeML",
    )
    .addOption(new Option("--layers <names>", "only these layers, with commas between them").argParser(layerNames))
    .addOption(
      new Option("--errors <n>", "list the errors by layer and kind, up to n of each, in context").argParser(
        wholeNumber(0),
      ),
    )
    .addOption(new Option("--check", "only tell whether the gold agrees with its texts and itself").default(false))
    .addOption(
      new Option("--format <format>", "how the scores are printed; junit has all errors")
        .choices(FORMATS)
        .default("table"),
    )
    .addOption(new Option("--json", "the same as --format json"))
    .addOption(new Option("--intervals", "95 % confidence intervals, by bootstrap over articles").default(false))
    .addOption(
      new Option(
        "--run <place>",
        "score what is there instead of annotating: a folder of .json files, or a .jsonl file",
      ),
    )
    .addOption(
      new Option("--against <place>", "a run to compare with: how much higher or lower the scores are, with intervals"),
    )
    .addOption(
      new Option("--gold-format <format>", "what the gold is; by the names of files without it").choices(GOLD_FORMATS),
    )
    .addOption(
      new Option(
        "--columns <token,tag>",
        "of CoNLL: the columns of token and tag, from 1, or from the last with -1",
      ).argParser(conllColumns),
    )
    .addOption(new Option("--pipeline <file>", "a pipeline module of your own").default(DEFAULT_PIPELINE))
    .addOption(
      new Option("-j, --jobs <n>", "worker threads")
        .argParser(wholeNumber(1))
        .default(availableParallelism(), "one per core"),
    )
    .action(async (file: string, options: Options) =>
      finish(options.check ? await checkGold(file, options) : await score(file, options)),
    );

/** A gold article with its document; null if there is none. */
interface Scorable {
  readonly gold: GoldArticle;
  readonly document: Document | null;
}

async function score(file: string, options: Options): Promise<ExitCode> {
  const { errors, intervals, against } = options;
  const format = options.json ? "json" : options.format;
  const isCompared = against !== undefined;
  const scored = await scoreGold(file, {
    ...options,
    errors: format === "junit" ? Number.POSITIVE_INFINITY : (errors ?? 0),
    resample: intervals || isCompared,
  });
  const { scorer, articles } = scored;
  const other = isCompared ? await scoreGold(file, { ...options, run: against, errors: 0, resample: true }) : null;
  const report: ScoreReport = {
    scores: scorer.result(),
    ...(intervals && { intervals: bootstrapIntervals(scorer) }),
    ...(other && { differences: pairedDifferences(other.scorer, scorer) }),
    ...((errors !== undefined || format === "junit") && { errors: scorer.errors(), errorTotals: scorer.errorTotals() }),
  };
  const scoredLayers = Object.keys(report.scores).filter((name) => name !== "docs" && name !== "types");
  if (scoredLayers.length === 0)
    throw new InputError(
      `${file}: the gold has none of the layers to be scored`,
      "see docs/scoring.md for their names",
    );
  process.stdout.write(printed(report, articles, format));
  return Math.max(...[scored, ...(other ? [other] : [])].map(({ articles }) => missingCode(articles))) as ExitCode;
}

function missingCode(articles: readonly ScoredArticle[]): ExitCode {
  const missing = articles.filter(({ isMissing }) => isMissing).length;
  if (missing === articles.length) return EXIT.nothing;
  return missing > 0 ? EXIT.someFailed : EXIT.well;
}

function printed(report: ScoreReport, articles: readonly ScoredArticle[], format: Options["format"]): string {
  if (format === "table") return scoreTable(report);
  if (format === "markdown") return scoreMarkdown(report);
  if (format === "junit") return scoreJunit(report, articles);
  const { scores, ...beside } = report;
  return `${JSON.stringify({ ...scores, ...beside })}\n`;
}

/** Prints all that contradicts its text or itself, a line each; exits with 3 if there is any. */
async function checkGold(place: string, options: GoldOptions): Promise<ExitCode> {
  let [articles, faults] = [0, 0];
  const formats = await goldFormatsIn(place, readingOf(options));
  if (formats.has("json"))
    for await (const { file, issues } of readGoldJson(place)) {
      articles++;
      faults += issues.length;
      for (const issue of issues) process.stdout.write(`${plain(file)}: ${plain(issueText(issue))}\n`);
    }
  else for await (const _ of readGoldOf(place, options)) articles++;
  process.stderr.write(`${count(articles, "gold article")} checked, ${count(faults, "fault")}\n`);
  return faults > 0 || articles === 0 ? EXIT.nothing : EXIT.well;
}

/** How the articles of a gold file are annotated and scored, or a run of them. */
export type GoldOptions = Pick<Options, "layers" | "pipeline" | "jobs" | "run" | "goldFormat" | "columns"> &
  Pick<ScorerOptions, "errors" | "resample">;

/**
 * Scores all articles of a gold file; lists them, and which of them had no document. Throws an `InputError` if there is
 * none in it.
 */
export async function scoreGold(
  file: string,
  options: GoldOptions,
): Promise<{ scorer: Scorer; articles: readonly ScoredArticle[] }> {
  const { layers, errors, resample, run } = options;
  const scorer = createScorer({
    ...(layers && { layers }),
    ...(errors && { errors }),
    ...(resample && { resample }),
    types: await goldTypes(readGoldOf(file, options)),
  });
  const articles: ScoredArticle[] = [];
  for await (const { gold, document } of run === undefined ? annotated(file, options) : fromRun(file, run, options)) {
    scorer.add(gold, document);
    articles.push({
      id: gold.id,
      layers: gold.fixed === undefined ? Object.keys(gold) : ["repair"],
      isMissing: !document,
    });
  }
  if (articles.length === 0)
    throw new InputError(`${file}: there is no gold article in it`, "see docs/scoring.md for the format");
  return { scorer, articles };
}

const readingOf = ({ goldFormat, columns }: Pick<GoldOptions, "goldFormat" | "columns">): GoldReading => ({
  ...(goldFormat && { format: goldFormat }),
  ...(columns && { columns }),
});

const readGoldOf = (file: string, options: GoldOptions) => readGoldFrom(file, readingOf(options));

async function* annotated(file: string, options: GoldOptions): AsyncGenerator<Scorable> {
  const { pipeline, jobs } = options;
  if (pipeline !== DEFAULT_PIPELINE) await loadPipeline(pipeline);
  const pool = createPool(pipeline, jobs);
  try {
    yield* mapInOrder(readGoldOf(file, options), annotateGold(pool, dirname(file)), {
      window: jobs * AHEAD_PER_THREAD,
      maxWeight: MOST_BYTES_AHEAD,
      weigh: (gold) => gold.text?.length ?? UNKNOWN_SIZE,
    });
  } finally {
    await pool.close();
  }
}

/** Only what documents are called is kept of a run; each is read again when its gold article comes. */
async function* fromRun(file: string, run: string, options: GoldOptions): AsyncGenerator<Scorable> {
  const known: (Identified & { reload: () => Promise<Document> })[] = [];
  for await (const { document, reload } of readRun(run))
    known.push({ id: document.id, source: { path: document.source?.path ?? null }, reload });
  const find = documentIndex(known);
  for await (const gold of readGoldOf(file, options)) {
    const found = find(gold);
    if (!found) process.stderr.write(`missing: ${plain(gold.id)}: ${plain(run)} has no document of it\n`);
    yield { gold, document: found && (await found.reload()) };
  }
}

/** What a gold article in a file of its own weighs while it waits: pages are hardly bigger. */
const UNKNOWN_SIZE = 2 ** 20;

/**
 * Runs the pipeline on a gold article: on its text, or on the `file` it names, beside the gold file or one folder up. One
 * that cannot be annotated scores as one with no annotations.
 */
const annotateGold =
  (pool: Pool, folder: string) =>
  async (gold: GoldArticle): Promise<Scorable> => {
    const { id, text, published } = gold;
    const file = gold.source ?? (text === undefined && gold.file ? pageFile(folder, gold.file) : null);
    const outcome = await pool.annotate({
      content: file ? null : (text ?? ""),
      bytes: text?.length ?? 0,
      file,
      path: gold.source === undefined ? file && gold.file! : basename(gold.source),
      record: null,
      mediaType: file ? typeOf(file) : "text/plain",
      fields: { id, published: published ?? null },
      options: { layout: "line" },
    });
    if (outcome.ok) return { gold, document: JSON.parse(new TextDecoder().decode(outcome.output)) };
    process.stderr.write(`${failureLine({ ...outcome, path: id })}\n`);
    return { gold, document: null };
  };

const pageFile = (folder: string, file: string): string =>
  [join(folder, file), join(folder, "..", file)].find((path) => existsSync(path)) ?? join(folder, file);

function typeOf(file: string): InputType {
  const format = formatByName(file);
  return format && format in INPUT_TYPES ? INPUT_TYPES[format as keyof typeof INPUT_TYPES] : "text/plain";
}

function wholeNumber(least: number): (value: string) => number {
  return (value) => {
    if (/^\d{1,9}$/.test(value) && Number(value) >= least) return Number(value);
    throw new InvalidArgumentError(`Expected a whole number, ${least} or more.`);
  };
}

function layerNames(value: string): string[] {
  const names = value.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !SCORED_LAYERS.includes(name));
  if (unknown === undefined) return names;
  throw new InvalidArgumentError(
    `There is no layer "${unknown}" to be scored; choose from ${SCORED_LAYERS.join(", ")}.`,
  );
}

function conllColumns(value: string): ConllColumns {
  const [, token, tag] = /^(-?[1-9]\d?),(-?[1-9]\d?)$/.exec(value) ?? [];
  if (token !== undefined) return { token: Number(token), tag: Number(tag) };
  throw new InvalidArgumentError("Expected two columns, as 1,4 or 1,-1.");
}
