import { Command } from "commander";
import { DEFAULT_PIPELINE, loadPipeline } from "../batch/pipeline-module.ts";
import type { Pipeline } from "../pipeline.ts";
import { EXIT, type Finish } from "./exit.ts";

export const explainCommand = (finish: Finish): Command =>
  new Command("explain")
    .description("print what a pipeline does: its stages, what each needs and adds, and what it loads")
    .argument("[pipeline]", "a pipeline's name or the path of its module", DEFAULT_PIPELINE)
    .action(async (name: string) => {
      process.stdout.write(plan(await loadPipeline(name)));
      finish(EXIT.well);
    });

/** The plan of a pipeline as text. */
export function plan({ name, version, stages }: Pipeline): string {
  const lines = [`pipeline ${name} ${version}`, ""];
  for (const [i, { name: stage, needs, uses = [], adds, resources = [], options = {} }] of stages.entries()) {
    lines.push(`${String(i + 1).padStart(2)}  ${stage}`);
    const add = (label: string, items: readonly string[]) =>
      items.length > 0 && lines.push(`      ${label.padEnd(6)} ${items.join(", ")}`);
    add("needs", needs as string[]);
    add("uses", uses as string[]);
    add("adds", adds as string[]);
    for (const { kind, name, version, sha256 } of resources)
      add("loads", [`${kind} ${name} ${version} (sha256 ${sha256.slice(0, 12)}…)`]);
    for (const [option, value] of Object.entries(options)) add("option", [`${option} = ${JSON.stringify(value)}`]);
  }
  return `${lines.join("\n")}\n`;
}
