import { InputError } from "../input-error.ts";
import type { ArticleOptions } from "../layers.ts";
import type { OffsetUnit } from "../schema/document.ts";
import type { Format } from "./formats.ts";
import { mapInOrder } from "./ordered.ts";
import { DEFAULT_PIPELINE } from "./pipeline-module.ts";
import { AHEAD_PER_THREAD, createPool, type Pool } from "./pool.ts";
import { type RunReport, Tally } from "./report.ts";
import { cannotWrite, openSink, outputsOf, realPath, reportPaths, type Sink, writeAtomically } from "./sinks.ts";
import { failureOf, type Outcome } from "./task.ts";
import { STDIN, type Todo, tasksFor } from "./tasks.ts";

/** Bytes of input that the articles may have together which wait, are worked on or wait to be written. */
export const MOST_BYTES_AHEAD = 64 * 2 ** 20;

export interface RunOptions {
  /** Files, folders, glob patterns; `-` for JSONL from standard input. */
  readonly inputs: readonly string[];
  /** A folder, a .jsonl file, or `-` for standard output. */
  readonly out: string;
  /** A pipeline's name or the path of its module. */
  readonly pipeline: string;
  readonly jobs: number;
  readonly published?: string | undefined;
  readonly offsets: OffsetUnit;
  /** What all inputs are, whatever they are called. */
  readonly format?: Format | undefined;
  /** Names that records have for their fields. */
  readonly fieldNames?: ArticleOptions["fieldNames"];
  /** Stops the run; articles that were begun are finished and written. */
  readonly signal?: AbortSignal;
  /** Called for each article in input order, once it is written or has failed. `bytes` is what it took of the input. */
  readonly onOutcome?: (outcome: Outcome, bytes: number) => void;
}

/** Annotates all inputs and writes the documents and the run report. Throws only if nothing can be written at all. */
export async function annotateInputs(options: RunOptions): Promise<RunReport> {
  const started = performance.now();
  const { inputs, out, pipeline, jobs, published = null, offsets, format = null, fieldNames = {}, signal } = options;
  const isOutput = outputsOf(out);
  for (const input of inputs)
    if (input !== STDIN && isOutput(realPath(input)))
      throw new InputError(`${input} is an input, and the run would write it`, "choose another place for the output");
  const pool = createPool(pipeline, jobs);
  try {
    // A module that does not load should fail once and before anything is read, not once an article.
    if (pipeline !== DEFAULT_PIPELINE) await pool.ready();
    const sink = await openSink(out);
    const tally = new Tally(reportPaths(out)?.failures ?? null);
    await annotateInto(sink, pool, tally, isOutput, options);
    const report = tally.report(
      {
        pipeline,
        options: { published, offsets, format, fieldNames, jobs },
        inputs,
        output: sink.place,
        interrupted: signal?.aborted ?? false,
      },
      (performance.now() - started) / 1000,
    );
    await writeReport(report, out);
    return report;
  } finally {
    await pool.close();
  }
}

/** Annotates everything. Afterwards the output is whole, or (if there is none) what was there before. */
async function annotateInto(
  sink: Sink,
  pool: Pool,
  tally: Tally,
  isOutput: (file: string) => boolean,
  { inputs, published, offsets, format, fieldNames, signal, onOutcome }: RunOptions,
): Promise<void> {
  const articleOptions = {
    ...(published && { published }),
    ...(fieldNames && { fieldNames }),
    offsets,
    layout: sink.layout,
  };
  const todo = tasksFor(inputs, isOutput, articleOptions, format);
  const work = async (item: Todo): Promise<{ item: Todo; outcome: Outcome | null }> => {
    if ("failure" in item) return { item, outcome: item.failure };
    if ("skipped" in item || signal?.aborted) return { item, outcome: null };
    try {
      return { item, outcome: await pool.annotate(item.task, signal) };
    } catch (error) {
      if (signal?.aborted) return { item, outcome: null };
      throw error;
    }
  };
  const results = mapInOrder(todo, work, {
    window: pool.threads * AHEAD_PER_THREAD,
    maxWeight: MOST_BYTES_AHEAD,
    weigh: bytesOf,
    signal,
  });
  let whole = false;
  try {
    for await (const { item, outcome } of results) {
      if ("skipped" in item) tally.skipped++;
      if (!outcome) continue;
      const final = outcome.ok ? await written(sink, outcome) : outcome;
      tally.add(final);
      onOutcome?.(final, bytesOf(item));
    }
    whole = tally.written > 0;
  } finally {
    await sink.close(whole);
  }
}

const bytesOf = (item: Todo): number => ("task" in item ? item.task.bytes : 0);

/** A document that cannot be written fails its article; one line that cannot be written is the end of all. */
async function written(sink: Sink, outcome: Outcome & { ok: true }): Promise<Outcome> {
  try {
    await sink.write(outcome);
    return outcome;
  } catch (cause) {
    const error = cannotWrite(sink.layout === "line" ? sink.place : "the document", cause);
    if (sink.layout === "line") throw error;
    return { ...failureOf(error, outcome), id: outcome.id, stage: "write" };
  }
}

async function writeReport(report: RunReport, out: string): Promise<void> {
  const path = reportPaths(out)?.report;
  try {
    if (path) await writeAtomically(path, `${JSON.stringify(report, null, 2)}\n`);
  } catch (cause) {
    throw cannotWrite(path!, cause);
  }
}
