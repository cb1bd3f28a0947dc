import { mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { Command, Option } from "commander";
import { DEFAULT_PIPELINE } from "../batch/pipeline-module.ts";
import { annotateInputs } from "../batch/run.ts";
import { cannotWrite, writeAtomically } from "../batch/sinks.ts";
import { countFaults, FAULTS } from "../diff/allowance.ts";
import { type ArticleDiff, diffArticle, type Side } from "../diff/article-diff.ts";
import { articleText } from "../diff/change-text.ts";
import { readRun } from "../diff/run-documents.ts";
import { readSnapshot, snapshotText } from "../diff/snapshot.ts";
import { InputError } from "../input-error.ts";
import type { Document } from "../schema/document.ts";
import { type Figures, figuresOf } from "../score/figures.ts";
import { EXIT, type ExitCode, type Finish } from "./exit.ts";
import { failureLine } from "./progress.ts";
import { scoreGold } from "./score.ts";
import { count, plain } from "./text.ts";

interface Options {
  readonly file: string;
  readonly pipeline: string;
  readonly gold?: string;
}

export function baselineCommand(finish: Finish): Command {
  const part = (name: string, description: string, run: (inputs: string[], options: Options) => Promise<ExitCode>) =>
    new Command(name)
      .description(description)
      .argument("<inputs...>", "the articles, as annotate takes them")
      .addOption(new Option("--file <file>", "the baseline").default("pressmark-baseline.txt"))
      .addOption(new Option("--gold <gold.jsonl>", "keep the scores against this gold too; they may not fall"))
      .addOption(new Option("--pipeline <file>", "a pipeline module of your own").default(DEFAULT_PIPELINE))
      .action(async (inputs: string[], options: Options) => finish(await run(inputs, options)));
  return new Command("baseline")
    .description("keep what is extracted from some articles as a file, and tell when it changes")
    .addCommand(part("accept", "write what is extracted now as the baseline", accept))
    .addCommand(part("check", "compare what is extracted now with the baseline; exits with 4 if it differs", check));
}

async function accept(inputs: string[], options: Options): Promise<ExitCode> {
  const documents = await extracted(inputs, options);
  const snapshot = snapshotText(documents, await scores(options));
  await writeAtomically(options.file, snapshot).catch((cause) => {
    throw cannotWrite(options.file, cause);
  });
  process.stderr.write(`${count(documents.length, "article")} accepted in ${options.file}\n`);
  return EXIT.well;
}

async function check(inputs: string[], options: Options): Promise<ExitCode> {
  const { file } = options;
  const accepted = await readFile(file, "utf8").catch((cause: Error) => {
    throw new InputError(`${file}: the baseline cannot be read (${cause.message})`, "make it with baseline accept", {
      cause,
    });
  });
  const baseline = readSnapshot(accepted, file);
  const before = new Map(baseline.sides.map((side) => [side.id, side]));
  const documents = await extracted(inputs, options);
  const { sides: now } = readSnapshot(snapshotText(documents), file);
  let counted = 0;
  const tell = (diff: ArticleDiff): void => {
    const faults = countFaults(diff, FAULTS);
    counted += faults;
    if (faults > 0) process.stdout.write(articleText(diff));
  };
  for (const [i, side] of now.entries()) {
    const after: Side = { ...side, text: documents[i]!.text.value };
    tell(diffArticle(before.get(side.id) ?? null, after));
    before.delete(side.id);
  }
  for (const side of before.values()) tell(diffArticle(side, null));
  if (options.gold === undefined && Object.keys(baseline.scores).length > 0)
    process.stderr.write(`the scores in ${file} are not checked: there is no --gold to make them with\n`);
  if (options.gold !== undefined) counted += fallen(baseline.scores, await scores(options));
  process.stderr.write(
    counted === 0
      ? `${count(now.length, "article")}: all as in ${file}\n`
      : `${count(counted, "difference")} to ${file} (A); if they are meant, run pressmark baseline accept\n`,
  );
  return counted === 0 ? EXIT.well : EXIT.changed;
}

/** Tells scores that differ, and says how many are lower than they were, or are no more. */
function fallen(before: Figures, now: Figures): number {
  let lower = 0;
  for (const name of new Set([...Object.keys(before), ...Object.keys(now)])) {
    const [was, is] = [before[name], now[name]];
    if (was === is) continue;
    const isLower = was !== undefined && (is === undefined || is < was);
    if (isLower) lower++;
    process.stdout.write(`score ${plain(name)}: ${was ?? "none"} → ${is ?? "none"}${isLower ? " (lower)" : ""}\n`);
  }
  return lower;
}

async function scores({ gold, pipeline }: Options): Promise<Figures> {
  if (gold === undefined) return {};
  const { scorer } = await scoreGold(gold, { pipeline, jobs: availableParallelism() });
  return figuresOf(scorer.result());
}

/** Annotates all articles, sorted by id. Throws an `InputError` if one cannot be annotated or two have one id. */
async function extracted(inputs: string[], { pipeline }: Options): Promise<Document[]> {
  const folder = await mkdtemp(join(tmpdir(), "pressmark-"));
  try {
    const out = join(folder, "run.jsonl");
    const { counts, failures } = await annotateInputs({
      inputs,
      out,
      pipeline,
      jobs: availableParallelism(),
      offsets: "utf16",
    });
    for (const failure of failures) process.stderr.write(`${failureLine(failure)}\n`);
    if (counts.failed > 0 || counts.written === 0)
      throw new InputError(
        counts.failed > 0 ? `${count(counts.failed, "article")} cannot be annotated` : "no articles found",
        "a baseline needs them all",
      );
    const documents = new Map<string, Document>();
    for await (const { document } of readRun(out)) {
      if (documents.has(document.id))
        throw new InputError(`two articles have the id "${document.id}"`, "give each its own");
      documents.set(document.id, document);
    }
    return [...documents.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
