import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { loadModel, type Model, shareModel } from "../../src/tagger/model.ts";
import { root } from "../support/cli.ts";

const path = join(root, "models/ner.bin");

/** What a thread sees of the environment's data: the same memory, so that a byte written there is seen here. */
const SOURCE = `
  const { getEnvironmentData, parentPort, workerData } = require("node:worker_threads");
  const model = getEnvironmentData(workerData);
  model.table[0] = 12345;
  parentPort.postMessage([model.types, model.smallWords.inside.has("of")]);
`;

describe("the model of names", () => {
  it("is at most 6 MiB", () => {
    expect(readFileSync(path).length).toBeLessThan(6 * 2 ** 20);
  });

  it("is shared with threads that are started later", async () => {
    shareModel(path);
    const model: Model = loadModel(path);
    const kept = model.table[0]!;
    const worker = new Worker(SOURCE, { eval: true, workerData: `pressmark model ${path}` });
    const [types, of] = await new Promise<[string[], boolean]>((done, fail) => {
      worker.on("message", done).on("error", fail);
    });
    expect([types, of]).toEqual([model.types, true]);
    expect(model.table[0]).toBe(12345);
    model.table[0] = kept;
    await worker.terminate();
  });
});
