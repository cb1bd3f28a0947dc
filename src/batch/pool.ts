import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import { failureOf, type Outcome, type Task } from "./task.ts";

/** Threads that annotate, each with its own pipeline, loaded once. */
export interface Pool {
  readonly threads: number;
  annotate(task: Task): Promise<Outcome>;
  close(): Promise<void>;
}

/**
 * Starts a pool of worker threads for a pipeline (a name or the path of a module). A thread that dies takes one article
 * with it, as a failure, and is replaced.
 */
export function createPool(pipeline: string, threads: number): Pool {
  const piscina = new Piscina({
    filename: fileURLToPath(new URL("./worker.js", import.meta.url)),
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 60_000,
    workerData: { pipeline },
  });
  return {
    threads,
    annotate: async (task) => {
      try {
        return await piscina.run(task);
      } catch (error) {
        return failureOf(error, task);
      }
    },
    close: () => piscina.destroy(),
  };
}
