import { Console } from "node:console";
import { readFileSync } from "node:fs";
import { move, transferableSymbol, valueSymbol, workerData } from "piscina";
import { InputError } from "../input-error.ts";
import type { Doc, LayerName } from "../layers.ts";
import type { Pipeline } from "../pipeline.ts";
import { loadPipeline } from "./pipeline-module.ts";
import { type Counts, failureOf, type Outcome, type Success, type Task } from "./task.ts";

/** The biggest file that is taken for one article; JavaScript's strings end at about 512 MB. */
const MOST_FILE_BYTES = 256 * 2 ** 20;

// Standard output is for data: what a stage logs goes where messages go.
globalThis.console = new Console(process.stderr);

const ready: Promise<Pipeline> = loadPipeline(workerData.pipeline);
ready.catch(() => {}); // each task reports it

/** Annotates one article. What goes wrong with it is an outcome, not an exception. */
export default async function annotateTask(task: Task): Promise<Outcome> {
  const pipeline = await ready;
  const milliseconds: Record<string, number> = {};
  try {
    const { file, bytes, content, ...input } = task;
    const doc = pipeline.run(
      { ...input, content: content ?? readArticle(file!, bytes) },
      {
        onStage: (stage, time) => {
          milliseconds[stage] = time;
        },
      },
    );
    const output = new TextEncoder().encode(doc.output);
    return moved({
      ok: true,
      id: doc.id,
      path: task.path,
      record: task.record,
      output,
      counts: counts(doc),
      milliseconds,
    });
  } catch (error) {
    return failureOf(error, task);
  }
}

/** Hands the output over to the main thread without copying it. */
const moved = (success: Success & { ok: true }): Outcome =>
  move({ [transferableSymbol]: [success.output.buffer], [valueSymbol]: success }) as unknown as Outcome;

function readArticle(file: string, bytes: number): Uint8Array {
  if (bytes > MOST_FILE_BYTES)
    throw new InputError(
      `the file has ${bytes} bytes; one article may have ${MOST_FILE_BYTES}`,
      "split it; if it is a dataset with a record a line, name it .jsonl",
    );
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new InputError(
      `the file cannot be read (${(cause as Error).message})`,
      "check that it is there and its permissions",
      { cause },
    );
  }
}

const counts = (doc: Doc<LayerName>): Counts => ({
  tokens: doc.document.tokens.start.length,
  sentences: doc.document.sentences.length,
  repairs: doc.document.text.repairs.length,
  entities: doc.document.entities.length,
  dates: doc.document.dates.length,
  money: doc.document.money.length,
  quantities: doc.document.quantities.length,
  quotes: doc.document.quotes.length,
  notes: doc.document.notes.length,
});
