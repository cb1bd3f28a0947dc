import { availableParallelism } from "node:os";
import { Command, Option } from "commander";
import { mapInOrder } from "../batch/ordered.ts";
import { DEFAULT_PIPELINE, loadPipeline } from "../batch/pipeline-module.ts";
import { createPool, type Pool } from "../batch/pool.ts";
import { MOST_BYTES_AHEAD } from "../batch/run.ts";
import type { Document } from "../schema/document.ts";
import { type GoldArticle, readGold } from "../score/gold.ts";
import { createScorer } from "../score/score.ts";
import { scoreTable } from "../score/table.ts";
import { EXIT, type ExitCode, type Finish } from "./exit.ts";
import { failureLine } from "./progress.ts";

interface Options {
  readonly layers?: string[];
  readonly errors: number;
  readonly json: boolean;
  readonly pipeline: string;
  readonly jobs: number;
}

export const scoreCommand = (finish: Finish): Command =>
  new Command("score")
    .description("annotate the articles of a gold file and compare what comes out with the gold")
    .argument("<gold.jsonl>", "a gold article a line: its text and the annotations it should have")
    .addOption(
      new Option("--layers <names>", "only these layers, with commas between them").argParser((v) => v.split(",")),
    )
    .addOption(
      new Option("--errors <n>", "also print the first n errors, as JSON on standard error")
        .argParser(Number)
        .default(0),
    )
    .addOption(new Option("--json", "print the scores as JSON").default(false))
    .addOption(new Option("--pipeline <file>", "a pipeline module of your own").default(DEFAULT_PIPELINE))
    .addOption(
      new Option("-j, --jobs <n>", "worker threads").argParser(Number).default(availableParallelism(), "one per core"),
    )
    .action(async (file: string, options: Options) => finish(await score(file, options)));

async function score(file: string, { layers, errors, json, pipeline, jobs }: Options): Promise<ExitCode> {
  if (pipeline !== DEFAULT_PIPELINE) await loadPipeline(pipeline);
  const scorer = createScorer({ ...(layers && { layers }), errors });
  const pool = createPool(pipeline, jobs);
  try {
    const results = mapInOrder(readGold(file), annotateGold(pool), {
      concurrency: jobs * 2,
      window: jobs * 16,
      maxWeight: MOST_BYTES_AHEAD,
      weigh: (gold) => gold.text?.length ?? 0,
    });
    for await (const { gold, document } of results) scorer.add(gold, document);
  } finally {
    await pool.close();
  }
  const result = scorer.result();
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : scoreTable(result));
  for (const error of scorer.errors()) process.stderr.write(`${JSON.stringify(error)}\n`);
  return EXIT.well;
}

/** Runs the pipeline on the text of a gold article. One that cannot be annotated scores as one with no annotations. */
const annotateGold =
  (pool: Pool) =>
  async (gold: GoldArticle): Promise<{ gold: GoldArticle; document: Document | null }> => {
    const { id, text = "", published } = gold;
    const outcome = await pool.annotate({
      content: text,
      bytes: text.length,
      file: null,
      path: null,
      record: null,
      mediaType: "text/plain",
      fields: { id, published: published ?? null },
      options: { layout: "line" },
    });
    if (outcome.ok) return { gold, document: JSON.parse(new TextDecoder().decode(outcome.output)) };
    process.stderr.write(`${failureLine({ ...outcome, path: id })}\n`);
    return { gold, document: null };
  };
