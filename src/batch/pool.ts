import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import { InputError } from "../input-error.ts";
import { PipelineError } from "../pipeline.ts";
import { modelPath } from "../stages/4-entities/model-path.ts";
import { shareModel } from "../tagger/model.ts";
import { type Failure, failureOf, NOWHERE, type Outcome, type Task } from "./task.ts";

/** Megabytes that a thread may take: enough for the biggest article on any machine, and an end to a stage run wild. */
const MOST_HEAP = 4096;

/** Threads that annotate, each with its own pipeline, loaded once. */
export interface Pool {
  readonly threads: number;
  /** Throws if the pipeline cannot be loaded. */
  ready(): Promise<void>;
  annotate(task: Task): Promise<Outcome>;
  close(): Promise<void>;
}

/**
 * Starts a pool of worker threads for a pipeline (a name or the path of a module). A thread that dies takes one article
 * with it, as a failure, and is replaced.
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
    annotate: async (task) => {
      try {
        return await piscina.run(task);
      } catch (error) {
        return failureOf(death(error), task);
      }
    },
    close: () => piscina.destroy(),
  };
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
