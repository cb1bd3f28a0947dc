import { availableParallelism } from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";
import { FORMATS, type Format } from "../batch/formats.ts";
import { DEFAULT_PIPELINE, loadPipeline } from "../batch/pipeline-module.ts";
import type { RunReport } from "../batch/report.ts";
import { annotateInputs } from "../batch/run.ts";
import { STDIN } from "../batch/tasks.ts";
import { FIELD_NAMES, type FieldName } from "../layers.ts";
import { IsoDate } from "../schema/article.ts";
import { OffsetUnit } from "../schema/document.ts";
import { EXIT, type ExitCode, type Finish } from "./exit.ts";
import { createProgress } from "./progress.ts";
import { Highlights, summary } from "./summary.ts";

interface Options {
  readonly out?: string;
  readonly published?: string;
  readonly pipeline: string;
  readonly jobs: number;
  readonly offsets: OffsetUnit;
  readonly format?: Format;
  readonly field?: FieldNames;
  readonly quiet: boolean;
}

export const annotateCommand = (finish: Finish): Command =>
  new Command("annotate")
    .description("annotate articles and write one JSON document for each")
    .argument(
      "<inputs...>",
      "files (.txt .md .html .json .jsonl .csv .warc, also .gz), folders, quoted glob patterns, or - for standard input",
    )
    .addOption(
      new Option(
        "-o, --out <place>",
        'a folder, a .jsonl file, or - for standard output (default: "output", for input from - it is -)',
      ),
    )
    .addOption(
      new Option("--published <date>", "publication date of the articles, overruling their own").argParser(isoDate),
    )
    .addOption(
      new Option("--format <format>", "what all inputs are (default: by name and content; - is jsonl)").choices(
        FORMATS,
      ),
    )
    .addOption(
      new Option(
        "--field <ours=theirs>",
        "a field of the records by another name: text=body (can be repeated)",
      ).argParser(fieldName),
    )
    .addOption(new Option("--pipeline <file>", "a pipeline module of your own").default(DEFAULT_PIPELINE))
    .addOption(
      new Option("-j, --jobs <n>", "worker threads")
        .argParser(positive)
        .default(availableParallelism(), "one per core"),
    )
    .addOption(new Option("--offsets <unit>", "unit of all offsets").choices(OffsetUnit.options).default("utf16"))
    .addOption(new Option("-q, --quiet", "say nothing").default(false))
    .action(async (inputs: string[], options: Options) => finish(await annotateAll(inputs, options)));

async function annotateAll(inputs: string[], { out, quiet, field, ...options }: Options): Promise<ExitCode> {
  // A module that does not load should fail once and before anything is read, not once an article.
  if (options.pipeline !== DEFAULT_PIPELINE) await loadPipeline(options.pipeline);
  const progress = createProgress(inputs, quiet);
  const highlights = new Highlights();
  const stop = stopOnSignal(progress.say);
  try {
    const report = await annotateInputs({
      ...options,
      ...(field && { fieldNames: field }),
      inputs,
      out: out ?? (inputs.includes(STDIN) ? STDIN : "output"),
      signal: stop.signal,
      onOutcome: (outcome, bytes) => {
        progress.outcome(outcome, bytes);
        highlights.add(outcome);
      },
    });
    progress.stop();
    if (!quiet) process.stderr.write(summary(report, highlights));
    return exitCode(report);
  } finally {
    progress.stop();
    stop.dispose();
  }
}

function exitCode({ counts, interrupted }: RunReport): ExitCode {
  if (interrupted) return EXIT.interrupted;
  if (counts.written === 0) return EXIT.nothing;
  return counts.failed > 0 ? EXIT.someFailed : EXIT.well;
}

/** The first interrupt ends the taking of articles, the second the process. */
function stopOnSignal(say: (line: string) => void): { signal: AbortSignal; dispose: () => void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    say("stopping: what was begun is being finished (interrupt again to give up)");
    controller.abort();
    process.stdin.destroy();
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const name of signals) process.on(name, stop);
  return {
    signal: controller.signal,
    dispose: () => {
      for (const name of signals) process.off(name, stop);
    },
  };
}

type FieldNames = Partial<Record<FieldName, string>>;

function fieldName(value: string, before: FieldNames = {}): FieldNames {
  const [, ours, theirs] = /^([a-z]+)=(.+)$/s.exec(value) ?? [];
  if (ours && theirs && (FIELD_NAMES as readonly string[]).includes(ours)) return { ...before, [ours]: theirs };
  throw new InvalidArgumentError(`Expected one of ${FIELD_NAMES.join(", ")}, then = and the name in the records.`);
}

function isoDate(value: string): string {
  if (IsoDate.safeParse(value).success) return value;
  throw new InvalidArgumentError("Expected a day such as 2026-02-23.");
}

function positive(value: string): number {
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Expected a whole number from 1 to 9999.");
}
