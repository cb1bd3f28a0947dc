import { fileURLToPath } from "node:url";
import PQueue from "p-queue";
import { Piscina } from "piscina";
import { InputError } from "../input-error.ts";
import { PipelineError } from "../pipeline.ts";
import { modelPath } from "../stages/4-entities/model-path.ts";
import { shareModel } from "../tagger/model.ts";
import { type Failure, failureOf, NOWHERE, type Outcome, type Task } from "./task.ts";

/** Megabytes that a thread may take: enough for the biggest article on any machine, and an end to a stage run wild. */
const MOST_HEAP = 4096;

/** So many articles a thread reads together, stage by stage; more gave no more speed. */
export const MOST_TOGETHER = 16;
/** Bytes of input that they may have together; a longer one is read alone. */
const MOST_BYTES_TOGETHER = 2 ** 18;
/** Batches for each thread: one that it reads, one at the door. */
const BATCHES_PER_THREAD = 2;
/** How many articles should be given to the pool before the first is done, for each thread, to keep it at work. */
export const AHEAD_PER_THREAD = MOST_TOGETHER * (BATCHES_PER_THREAD + 1);

/** Threads that annotate, each with its own pipeline, loaded once. */
export interface Pool {
  readonly threads: number;
  /** Throws if the pipeline cannot be loaded. */
  ready(): Promise<void>;
  /** Annotates one article, together with others that wait. Rejects if the signal comes before it was begun. */
  annotate(task: Task, signal?: AbortSignal): Promise<Outcome>;
  close(): Promise<void>;
}

/**
 * Starts a pool of worker threads for a pipeline (a name or the path of a module). A thread that dies is replaced; each
 * article that it was reading is then read alone, and the one that it died of is a failure.
 */
export function createPool(pipeline: string, threads: number): Pool {
  if (threads > 1) shareNames();
  const piscina = new Piscina({
    filename: fileURLToPath(new URL("./worker.js", import.meta.url)),
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 60_000,
    workerData: { pipeline },
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP },
  });
  const queue = new PQueue({ concurrency: threads * BATCHES_PER_THREAD });
  const waiting: Waiting[] = [];
  const read = async (tasks: readonly Task[]): Promise<Outcome[]> => {
    try {
      return await piscina.run(tasks);
    } catch (error) {
      if (tasks.length === 1) return [failureOf(death(error), tasks[0]!)];
      const outcomes: Outcome[] = [];
      for (const task of tasks) outcomes.push(...(await read([task])));
      return outcomes;
    }
  };
  const readWaiting = async (): Promise<void> => {
    const batch = waiting.splice(0, batchSize(waiting, threads)).filter(({ signal, reject }) => {
      if (signal?.aborted) reject(signal.reason);
      return !signal?.aborted;
    });
    if (batch.length === 0) return; // an earlier batch took the article along
    const outcomes = await read(batch.map(({ task }) => task));
    for (const [i, { resolve }] of batch.entries()) resolve(outcomes[i]!);
  };
  return {
    threads,
    ready: async () => {
      let failure: Failure | null;
      try {
        failure = await piscina.run(null, { name: "load" });
      } catch (error) {
        failure = failureOf(death(error), NOWHERE);
      }
      if (failure?.remedy) throw new InputError(failure.reason, failure.remedy);
      if (failure) throw new PipelineError(failure.reason);
    },
    annotate: (task, signal) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, signal, resolve, reject });
        void queue.add(readWaiting);
      }),
    close: () => piscina.destroy(),
  };
}

interface Waiting {
  readonly task: Task;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: unknown) => void;
}

/** How many of those that wait are read together: each thread should get its share of them. */
function batchSize(waiting: readonly Waiting[], threads: number): number {
  const most = Math.min(MOST_TOGETHER, Math.ceil(waiting.length / threads));
  let bytes = 0;
  for (let size = 0; size < most; size++) {
    bytes += waiting[size]!.task.bytes;
    if (bytes > MOST_BYTES_TOGETHER) return Math.max(1, size);
  }
  return most;
}

/** Has all threads read one copy of the model of names. Where that is broken, the pipeline says so when it is loaded. */
function shareNames(): void {
  try {
    shareModel(modelPath());
  } catch {
    // each thread meets the same error in `loadModel`, and reports it
  }
}

/** A worker tells what went wrong; that it told nothing means that it is no more. */
function death(cause: unknown): InputError {
  if ((cause as NodeJS.ErrnoException)?.code === "ERR_WORKER_OUT_OF_MEMORY")
    return new InputError(
      "the worker thread ran out of memory",
      "split the article, or give Node more: NODE_OPTIONS=--max-old-space-size=8192 (in MB)",
      { cause },
    );
  return new InputError(
    `the worker thread ended (${cause instanceof Error ? cause.message : cause})`,
    "look in the pipeline for a call of process.exit, or an error thrown in a callback",
    { cause },
  );
}
