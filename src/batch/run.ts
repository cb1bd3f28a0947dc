import type { ArticleOptions } from "../layers.ts";
import type { OffsetUnit } from "../schema/document.ts";
import type { Format } from "./formats.ts";
import { mapInOrder } from "./ordered.ts";
import { createPool, type Pool } from "./pool.ts";
import { type RunReport, Tally } from "./report.ts";
import { openSink, type Sink, writeAtomically } from "./sinks.ts";
import { failureOf, type Outcome } from "./task.ts";
import { type Todo, tasksFor } from "./tasks.ts";

/** Articles that may wait, be worked on or wait to be written, for each thread. */
const WINDOW_PER_THREAD = 16;
/** Bytes of input that those articles may have together. */
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
  /** Stops the taking of articles; those taken are finished and written. */
  readonly signal?: AbortSignal;
  /** Called for each article in input order, once it is written or has failed. `bytes` is what it took of the input. */
  readonly onOutcome?: (outcome: Outcome, bytes: number) => void;
}

/** Annotates all inputs and writes the documents and the run report. Throws only if nothing can be written at all. */
export async function annotateInputs(options: RunOptions): Promise<RunReport> {
  const started = performance.now();
  const sink = await openSink(options.out);
  const tally = new Tally(sink.report);
  const pool = createPool(options.pipeline, options.jobs);
  try {
    await annotateInto(sink, pool, tally, options);
  } finally {
    await pool.close();
  }
  await sink.close();
  const { inputs, pipeline, jobs, published = null, offsets, format = null, fieldNames = {} } = options;
  const report = tally.report(
    {
      pipeline,
      options: { published, offsets, format, fieldNames, jobs },
      inputs,
      output: sink.place,
      interrupted: options.signal?.aborted ?? false,
    },
    (performance.now() - started) / 1000,
  );
  if (sink.report) await writeAtomically(sink.report, `${JSON.stringify(report, null, 2)}\n`);
  return report;
}

async function annotateInto(sink: Sink, pool: Pool, tally: Tally, options: RunOptions): Promise<void> {
  const { published, offsets, fieldNames, format = null, signal, onOutcome } = options;
  const articleOptions = {
    ...(published && { published }),
    ...(fieldNames && { fieldNames }),
    offsets,
    layout: sink.layout,
  };
  const todo = tasksFor(options.inputs, options.out, articleOptions, format);
  const work = async (item: Todo): Promise<{ item: Todo; outcome: Outcome | null }> => {
    if ("task" in item) return { item, outcome: await pool.annotate(item.task) };
    return { item, outcome: "failure" in item ? item.failure : null };
  };
  const results = mapInOrder(todo, work, {
    concurrency: pool.threads * 2, // one at work, one at the door
    window: pool.threads * WINDOW_PER_THREAD,
    maxWeight: MOST_BYTES_AHEAD,
    weigh: bytesOf,
    signal,
  });
  for await (const { item, outcome } of results) {
    if (!outcome) tally.skipped++;
    else {
      const final = outcome.ok ? await written(sink, outcome) : outcome;
      tally.add(final);
      onOutcome?.(final, bytesOf(item));
    }
  }
}

const bytesOf = (item: Todo): number => ("task" in item ? item.task.bytes : 0);

/** A document that cannot be written is a failure of its article; a stream that nobody reads any more ends the run. */
async function written(sink: Sink, outcome: Outcome & { ok: true }): Promise<Outcome> {
  try {
    await sink.write(outcome);
    return outcome;
  } catch (error) {
    if (sink.report === null) throw error;
    const failure = failureOf(error, outcome);
    return {
      ...failure,
      id: outcome.id,
      stage: "write",
      reason: `the document could not be written (${failure.reason})`,
    };
  }
}
