import { existsSync } from "node:fs";
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
  if (!made.stages.some((stage) => stage.adds.includes("output")))
    throw new PipelineError(
      `pipeline "${made.name}" writes nothing: no stage adds the layer "output"; end it with .use(validate()).use(write())`,
    );
  return made as Pipeline<LayerName>;
}

async function loadModule(file: string): Promise<Pipeline> {
  if (!existsSync(file))
    throw new InputError(`there is no pipeline module ${file}`, `give the path of a module, or "${DEFAULT_PIPELINE}"`);
  // The module gets this very package, not a second copy of it, and not one that lies nearer to the module.
  const virtualModules = { pressmark: await import("../index.ts") };
  const jiti = createJiti(pathToFileURL(file).href, { virtualModules, fsCache: false });
  const exported = await jiti.import(file, { default: true });
  const made = typeof exported === "function" ? await exported() : exported;
  if (typeof made?.run === "function" && Array.isArray(made.stages)) return made;
  throw new PipelineError(`${file} must export a pipeline, or a function that makes one, as its default`);
}
