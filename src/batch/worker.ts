import { move, transferableSymbol, valueSymbol, workerData } from "piscina";
import type { Doc, LayerName } from "../layers.ts";
import type { Pipeline } from "../pipeline.ts";
import { loadPipeline } from "./pipeline-module.ts";
import {
  type Counts,
  contentOf,
  type Failure,
  failureOf,
  NOWHERE,
  type Outcome,
  type Success,
  type Task,
} from "./task.ts";

// Standard output is for data: what a stage logs goes where messages go.
process.stdout.write = process.stderr.write.bind(process.stderr);

const ready: Promise<Pipeline> = loadPipeline(workerData.pipeline);
ready.catch(() => {}); // each task reports it

/** Tells what is wrong with the pipeline; null if it is loaded. */
export const load = (): Promise<Failure | null> =>
  ready.then(
    () => null,
    (error) => failureOf(error, NOWHERE),
  );

/** Annotates one article. What goes wrong with it is an outcome, not an exception. */
export default async function annotateTask(task: Task): Promise<Outcome> {
  const milliseconds: Record<string, number> = {};
  try {
    const pipeline = await ready;
    const { file, bytes, ...input } = task;
    const doc = pipeline.run(
      { ...input, content: contentOf(task) },
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
