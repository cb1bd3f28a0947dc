import { move, transferableSymbol, valueSymbol, workerData } from "piscina";
import type { ArticleInput, Doc, LayerName } from "../layers.ts";
import { type Pipeline, StageError } from "../pipeline.ts";
import { loadPipeline } from "./pipeline-module.ts";
import { type Counts, contentOf, type Failure, failureOf, NOWHERE, type Outcome, type Task } from "./task.ts";

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

/** Annotates articles. What goes wrong with one is its outcome, not an exception. */
export default async function annotateTasks(tasks: readonly Task[]): Promise<Outcome[]> {
  const read = tasks.map(inputOf);
  const inputs = read.filter((input): input is ArticleInput => !("ok" in input));
  const milliseconds: Record<string, number>[] = inputs.map(() => ({}));
  try {
    const docs = (await ready).runAll(inputs, {
      onStage: (stage, time, article) => {
        milliseconds[article]![stage] = time;
      },
    });
    let next = 0;
    return moved(
      read.map((input, index) =>
        "ok" in input ? input : outcomeOf(docs[next]!, tasks[index]!, milliseconds[next++]!),
      ),
    );
  } catch (error) {
    return tasks.map((task) => failureOf(error, task));
  }
}

function inputOf(task: Task): ArticleInput | (Failure & { ok: false }) {
  const { file, bytes, ...input } = task;
  try {
    return { ...input, content: contentOf(task) };
  } catch (error) {
    return failureOf(error, task);
  }
}

const outcomeOf = (
  doc: Doc<LayerName> | StageError,
  task: Task,
  milliseconds: Readonly<Record<string, number>>,
): Outcome =>
  doc instanceof StageError
    ? failureOf(doc, task)
    : {
        ok: true,
        id: doc.id,
        path: task.path,
        record: task.record,
        output: new TextEncoder().encode(doc.output),
        counts: counts(doc),
        milliseconds,
      };

/** Hands the outputs over to the main thread without copying them. */
const moved = (outcomes: Outcome[]): Outcome[] =>
  move({
    [transferableSymbol]: outcomes.flatMap((outcome) => (outcome.ok ? [outcome.output.buffer] : [])),
    [valueSymbol]: outcomes,
  }) as unknown as Outcome[];

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
