import { createHash } from "node:crypto";
import { LayerError } from "./layer-error.ts";
import type { Doc, LayerName, Layers } from "./layers.ts";
import type { Note } from "./schema/notes.ts";
import { packageVersion } from "./version.ts";

/** Something a stage loaded to do its work: named in `explain`, hashed in a document's provenance if it is a model. */
export interface Resource {
  readonly kind: "model" | "lexicon";
  readonly name: string;
  readonly version: string;
  /** SHA-256 of the content, as hex. */
  readonly sha256: string;
}

/**
 * One step of a pipeline. It reads the layers it `needs` (and those it `uses`, where an earlier stage added them), and
 * returns the layers it `adds`, with `notes` about what it could not do. It is pure: same layers in, same layers out.
 * A stage that needs a layer and adds it too replaces it.
 */
export interface Stage<
  Needs extends LayerName = LayerName,
  Adds extends LayerName = LayerName,
  Uses extends LayerName = LayerName,
> {
  readonly name: string;
  readonly needs: readonly Needs[];
  readonly uses?: readonly Uses[];
  readonly adds: readonly Adds[];
  readonly resources?: readonly Resource[];
  /** Whatever changes the output beside the code: part of `provenance.pipeline.optionsHash`. */
  readonly options?: Readonly<Record<string, unknown>>;
  // A property and not a method, so that the compiler checks the parameter contravariantly.
  readonly run: (doc: Doc<Needs, Uses>) => Pick<Layers, Adds> & { notes?: readonly Note[] };
}

/** Types a stage from what it declares. Returns its argument. */
export const defineStage = <
  const Needs extends LayerName,
  const Adds extends LayerName,
  const Uses extends LayerName = never,
>(
  stage: Stage<Needs, Adds, Uses>,
): Stage<Needs, Adds, Uses> => stage;

/** The layers that are there before the first stage runs. */
const GIVEN = ["input", "notes", "provenance"] as const satisfies readonly LayerName[];
type Given = (typeof GIVEN)[number];

/** A stage in a list, whatever it needs: whether its place is right is looked at when the pipeline is made. */
export interface AnyStage extends Omit<Stage, "run"> {
  readonly run: (doc: never) => object;
}

/** A pipeline that cannot work: names the stage and the layer. */
export class PipelineError extends Error {
  override readonly name = "PipelineError";
}

/** What a stage threw (`cause`) or did against its declaration, with the stage and the article it happened in. */
export class StageError extends Error {
  override readonly name = "StageError";
  readonly stage: string;
  readonly article: string;
  readonly reason: string;
  constructor(stage: string, article: string, reason: string, options?: ErrorOptions) {
    super(`stage "${stage}", article "${article}": ${reason}`, options);
    this.stage = stage;
    this.article = article;
    this.reason = reason;
  }
}

export interface RunOptions {
  /** Stop as soon as this layer is there. */
  readonly until?: LayerName;
  /** Called after each stage with its name, the milliseconds it took, and which of the articles it read, from 0. */
  readonly onStage?: (stage: string, milliseconds: number, article: number) => void;
}

export interface Pipeline<Has extends LayerName = LayerName> {
  readonly name: string;
  readonly version: string;
  readonly stages: readonly AnyStage[];
  /** Appends a stage. It may need only layers that are there by then. */
  use<Adds extends LayerName>(stage: Stage<Has, Adds, LayerName>): Pipeline<Has | Adds>;
  /** Puts `stage` where the stage named `name` stands. */
  replace(name: string, stage: AnyStage): Pipeline<Has>;
  /** Puts `stage` right after the stage named `name`. */
  insertAfter<Adds extends LayerName>(name: string, stage: Stage<Has, Adds, LayerName>): Pipeline<Has | Adds>;
  /** Leaves out the stage named `name`. */
  without(name: string): Pipeline<Has>;
  /** Runs the stages over one article and returns all layers. Throws a `StageError`. */
  run(input: Layers["input"], options?: RunOptions): Doc<Has>;
  /**
   * Runs each stage over all articles before the next stage, which is quicker than one article after the other: code and
   * tables of a stage stay in the processor's caches. Returns each article's layers in its place, or the `StageError` it
   * ended with; the others go on. All their layers are in memory at once.
   */
  runAll(inputs: readonly Layers["input"][], options?: RunOptions): (Doc<Has> | StageError)[];
}

/** An empty pipeline, or one of the stages given. Throws a `PipelineError` if their order cannot work. */
export function pipeline(name: string, stages: readonly AnyStage[] = [], version = packageVersion): Pipeline<Given> {
  check(name, stages);
  const provenance = describe(name, version, stages);
  const at = (stage: string): number => {
    const index = stages.findIndex((s) => s.name === stage);
    if (index >= 0) return index;
    throw new PipelineError(`pipeline "${name}" has no stage "${stage}"; it has ${list(stages.map((s) => s.name))}`);
  };
  const made = {
    name,
    version,
    stages,
    use: (stage: AnyStage) => pipeline(name, [...stages, stage], version),
    replace: (old: string, stage: AnyStage) => pipeline(name, stages.with(at(old), stage), version),
    insertAfter: (old: string, stage: AnyStage) => pipeline(name, stages.toSpliced(at(old) + 1, 0, stage), version),
    without: (old: string) => pipeline(name, stages.toSpliced(at(old), 1), version),
    run: (input: Layers["input"], options?: RunOptions) => {
      const [doc] = made.runAll([input], options);
      if (doc instanceof StageError) throw doc;
      return doc!;
    },
    runAll: (inputs: readonly Layers["input"][], options?: RunOptions) =>
      runAll(
        stages,
        inputs.map((input) => ({ input, provenance, notes: [] })),
        options,
      ),
  };
  return made as unknown as Pipeline<Given>;
}

type Unfinished = Partial<Layers> & Pick<Layers, Given>;

function runAll(
  stages: readonly AnyStage[],
  articles: readonly Unfinished[],
  { until, onStage }: RunOptions = {},
): (Doc<LayerName> | StageError)[] {
  const docs: (Unfinished | StageError)[] = [...articles];
  for (const [index, stage] of stages.entries()) {
    for (const [article, doc] of docs.entries()) {
      if (doc instanceof StageError || (until && until in doc)) continue;
      const before = onStage ? performance.now() : 0;
      try {
        const added = checked(stage, stage.run(doc as never) as Partial<Layers>);
        docs[article] = { ...doc, ...added, notes: added.notes ? [...doc.notes, ...added.notes] : doc.notes };
        onStage?.(stage.name, performance.now() - before, article);
      } catch (cause) {
        docs[article] = stageError(stages.slice(0, index + 1), doc, cause);
      }
    }
  }
  return docs as (Doc<LayerName> | StageError)[];
}

/** What a stage returned, if it is what the stage declared. */
function checked(stage: AnyStage, added: Partial<Layers>): Partial<Layers> {
  if (typeof added !== "object" || added === null || "then" in added)
    throw new TypeError(`"run" must return an object of layers, at once and not as a promise`);
  for (const layer of stage.adds)
    if (layer !== "notes" && added[layer] === undefined)
      throw new TypeError(`did not return the layer "${layer}" that it adds`);
  for (const layer of Object.keys(added))
    if (layer !== "notes" && !stage.adds.includes(layer as LayerName))
      throw new TypeError(`returned the layer "${layer}", which it does not declare in "adds"`);
  return added;
}

/** Blames the last of the stages that ran, or the one that added the layer which turned out not to be valid. */
function stageError(ran: readonly AnyStage[], doc: Unfinished, cause: unknown): StageError {
  const { path, record } = doc.input;
  const article = doc.id ?? `${path ?? "article"}${record === null ? "" : `:${record}`}`;
  const layer = cause instanceof LayerError ? (cause.layer as LayerName) : null;
  const stage = ran.findLast((s) => layer !== null && s.adds.includes(layer)) ?? ran.at(-1)!;
  return new StageError(stage.name, article, messageOf(cause), { cause });
}

/** What was thrown, in words. It may be anything, and even refuse to become a string. */
function messageOf(cause: unknown): string {
  try {
    return cause instanceof Error ? cause.message : String(cause);
  } catch {
    return "threw something that cannot be shown";
  }
}

/** Throws unless each stage finds what it needs, and none overwrites a layer unseen. */
function check(name: string, stages: readonly AnyStage[]): void {
  const from = new Map<LayerName, string>(GIVEN.map((layer) => [layer, "the runner"]));
  const names = new Set<string>();
  for (const stage of stages) {
    const where = `pipeline "${name}": stage "${stage?.name}"`;
    if (
      typeof stage?.name !== "string" ||
      typeof stage.run !== "function" ||
      !Array.isArray(stage.needs) ||
      !Array.isArray(stage.adds)
    )
      throw new PipelineError(`${where} is not a stage: expected { name, needs, adds, run }, as defineStage makes it`);
    if (names.has(stage.name)) throw new PipelineError(`${where} is there twice; give each stage a name of its own`);
    names.add(stage.name);
    for (const layer of stage.needs) {
      if (from.has(layer)) continue;
      const later = stages.find((s) => s?.adds?.includes(layer));
      throw new PipelineError(
        `${where} needs the layer "${layer}", which ${later ? `stage "${later.name}" adds only after it` : "no stage adds"}; ` +
          `the layers before it are ${list([...from.keys()])}`,
      );
    }
    for (const layer of stage.adds) {
      const other = from.get(layer);
      if (other && layer !== "notes" && !stage.needs.includes(layer))
        throw new PipelineError(
          `${where} adds the layer "${layer}", which ${other} added before; name it in "needs" too if it should be replaced`,
        );
      from.set(layer, stage.name);
    }
  }
}

/** The provenance that every document of this pipeline carries. */
function describe(name: string, version: string, stages: readonly AnyStage[]): Layers["provenance"] {
  const settings = stages.map((s) => ({ stage: s.name, options: s.options ?? {}, lexicons: resources(s, "lexicon") }));
  return {
    generator: { name: "pressmark", version: packageVersion },
    pipeline: { name, version, optionsHash: createHash("sha256").update(canonical(settings)).digest("hex") },
    models: stages.flatMap((s) => resources(s, "model")),
  };
}

const resources = (stage: AnyStage, kind: Resource["kind"]) =>
  (stage.resources ?? [])
    .filter((r: Resource) => r.kind === kind)
    .map((r: Resource) => ({ name: r.name, sha256: r.sha256 }));

/** JSON with the keys of every object in order, so that equal settings give equal hashes. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, v) =>
    v && typeof v === "object" && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );

const list = (names: readonly string[]) => names.map((n) => `"${n}"`).join(", ") || "none";
