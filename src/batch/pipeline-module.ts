import { statSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createJiti } from "jiti";
import { InputError } from "../input-error.ts";
import type { LayerName } from "../layers.ts";
import { type Pipeline, PipelineError } from "../pipeline.ts";

/** The name of the pipeline that is used where none is given. */
export const DEFAULT_PIPELINE = "news";

/**
 * Loads a pipeline: `news`, or a JavaScript or TypeScript module by its path, whose default export is a pipeline or a
 * function that makes one. In such a module `import … from "pressmark"` is this package, wherever the module lies.
 */
export async function loadPipeline(name: string): Promise<Pipeline> {
  const made =
    name === DEFAULT_PIPELINE ? (await import("../../pipelines/news.ts")).news() : await loadModule(resolve(name));
  for (const layer of ["output", "document"] as const)
    if (!made.stages.some((stage) => stage.adds.includes(layer)))
      throw new PipelineError(
        `pipeline "${made.name}" writes nothing: no stage adds the layer "${layer}"; end it with .use(validate()).use(write())`,
      );
  return made as Pipeline<LayerName>;
}

async function loadModule(file: string): Promise<Pipeline> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new InputError(`there is no pipeline module ${file}`, `give the path of a module, or "${DEFAULT_PIPELINE}"`);
  // The module gets this very package, not a second copy of it, and not one that lies nearer to the module.
  const virtualModules = { pressmark: await import("../index.ts") };
  const jiti = createJiti(pathToFileURL(file).href, { virtualModules, fsCache: false });
  let made: Pipeline;
  try {
    const exported = await jiti.import(file, { default: true });
    made = typeof exported === "function" ? await exported() : exported;
  } catch (cause) {
    if (cause instanceof PipelineError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`the pipeline module ${file} does not load: ${reason}`, "mend the module", { cause });
  }
  if (typeof made?.run === "function" && Array.isArray(made.stages)) return made;
  throw new PipelineError(`${file} must export a pipeline, or a function that makes one, as its default`);
}
