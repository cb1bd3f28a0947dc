import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { formatByName, INPUT_TYPES } from "../batch/formats.ts";
import { mapInOrder } from "../batch/ordered.ts";
import { DEFAULT_PIPELINE, loadPipeline } from "../batch/pipeline-module.ts";
import { createPool, type Pool } from "../batch/pool.ts";
import { MOST_BYTES_AHEAD } from "../batch/run.ts";
import { readRun } from "../diff/run-documents.ts";
import { InputError } from "../input-error.ts";
import type { InputType } from "../layers.ts";
import type { Document } from "../schema/document.ts";
import { documentIndex, type Identified } from "../score/documents.ts";
import { type GoldArticle, readGold } from "../score/gold.ts";
import { issueText } from "../score/gold-json/issues.ts";
import { isGoldJson, readGoldJson } from "../score/gold-json/read.ts";
import { createScorer, type Scorer } from "../score/score.ts";
import { scoreTable } from "../score/table.ts";
import { EXIT, type ExitCode, type Finish } from "./exit.ts";
import { failureLine } from "./progress.ts";
import { count, plain } from "./text.ts";

interface Options {
  readonly layers?: string[];
  readonly errors: number;
  readonly json: boolean;
  readonly pipeline: string;
  readonly jobs: number;
  readonly run?: string;
  readonly check: boolean;
}

export const scoreCommand = (finish: Finish): Command =>
  new Command("score")
    .description("annotate the articles of a gold file, or take a run of them, and compare with the gold")
    .argument("<gold>", "a .jsonl file with a gold article a line, or a folder of gold.json files, or one of them")
    .addOption(
      new Option("--layers <names>", "only these layers, with commas between them").argParser((v) => v.split(",")),
    )
    .addOption(
      new Option("--errors <n>", "also print the first n errors, as JSON on standard error")
        .argParser(wholeNumber(0))
        .default(0),
    )
    .addOption(new Option("--check", "only tell whether the gold agrees with its texts and itself").default(false))
    .addOption(new Option("--json", "print the scores as JSON").default(false))
    .addOption(
      new Option(
        "--run <place>",
        "score what is there instead of annotating: a folder of .json files, or a .jsonl file",
      ),
    )
    .addOption(new Option("--pipeline <file>", "a pipeline module of your own").default(DEFAULT_PIPELINE))
    .addOption(
      new Option("-j, --jobs <n>", "worker threads")
        .argParser(wholeNumber(1))
        .default(availableParallelism(), "one per core"),
    )
    .action(async (file: string, options: Options) =>
      finish(options.check ? await checkGold(file) : await score(file, options)),
    );

/** A gold article with its document; null if there is none. */
interface Scorable {
  readonly gold: GoldArticle;
  readonly document: Document | null;
}

async function score(file: string, options: Options): Promise<ExitCode> {
  const { scorer, found, missing } = await scoreGold(file, options);
  const result = scorer.result();
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : scoreTable(result));
  for (const error of scorer.errors()) process.stderr.write(`${JSON.stringify(error)}\n`);
  if (found === 0) return EXIT.nothing;
  return missing > 0 ? EXIT.someFailed : EXIT.well;
}

/** Prints all that contradicts its text or itself, a line each; exits with 3 if there is any. */
async function checkGold(place: string): Promise<ExitCode> {
  let [articles, faults] = [0, 0];
  const files = (await isGoldJson(place)) ? readGoldJson(place) : null;
  if (files)
    for await (const { file, issues } of files) {
      articles++;
      faults += issues.length;
      for (const issue of issues) process.stdout.write(`${plain(file)}: ${plain(issueText(issue))}\n`);
    }
  else for await (const _ of readGold(place)) articles++;
  process.stderr.write(`${count(articles, "gold article")} checked, ${count(faults, "fault")}\n`);
  return faults > 0 || articles === 0 ? EXIT.nothing : EXIT.well;
}

/** How the articles of a gold file are annotated and scored, or a run of them. */
export type GoldOptions = Pick<Options, "layers" | "pipeline" | "jobs" | "run"> & Partial<Pick<Options, "errors">>;

/**
 * Scores all articles of a gold file; says how many had a document and how many did not. Throws an `InputError` if there is
 * none in it.
 */
export async function scoreGold(
  file: string,
  options: GoldOptions,
): Promise<{ scorer: Scorer; found: number; missing: number }> {
  const { layers, errors = 0, run } = options;
  const scorer = createScorer({ ...(layers && { layers }), errors });
  let [found, missing] = [0, 0];
  for await (const { gold, document } of run === undefined ? annotated(file, options) : fromRun(file, run)) {
    scorer.add(gold, document);
    if (document) found++;
    else missing++;
  }
  if (found + missing === 0)
    throw new InputError(`${file}: there is no gold article in it`, "see docs/scoring.md for the format");
  return { scorer, found, missing };
}

async function* annotated(file: string, { pipeline, jobs }: GoldOptions): AsyncGenerator<Scorable> {
  if (pipeline !== DEFAULT_PIPELINE) await loadPipeline(pipeline);
  const pool = createPool(pipeline, jobs);
  try {
    yield* mapInOrder(readGold(file), annotateGold(pool, dirname(file)), {
      concurrency: jobs * 2,
      window: jobs * 16,
      maxWeight: MOST_BYTES_AHEAD,
      weigh: (gold) => gold.text?.length ?? UNKNOWN_SIZE,
    });
  } finally {
    await pool.close();
  }
}

/** Only what documents are called is kept of a run; each is read again when its gold article comes. */
async function* fromRun(file: string, run: string): AsyncGenerator<Scorable> {
  const known: (Identified & { reload: () => Promise<Document> })[] = [];
  for await (const { document, reload } of readRun(run))
    known.push({ id: document.id, source: { path: document.source?.path ?? null }, reload });
  const find = documentIndex(known);
  for await (const gold of readGold(file)) {
    const found = find(gold);
    if (!found) process.stderr.write(`missing: ${plain(gold.id)}: the run has no document of it\n`);
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
