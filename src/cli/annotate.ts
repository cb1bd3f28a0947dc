import { availableParallelism } from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";
import { FORMATS, type Format } from "../batch/formats.ts";
import { DEFAULT_PIPELINE } from "../batch/pipeline-module.ts";
import type { RunReport } from "../batch/report.ts";
import { annotateInputs } from "../batch/run.ts";
import { removeDrafts, STDOUT } from "../batch/sinks.ts";
import { STDIN } from "../batch/tasks.ts";
import { FIELD_NAMES, type FieldName } from "../layers.ts";
import { IsoDate } from "../schema/article.ts";
import { OffsetUnit } from "../schema/document.ts";
import { EXIT, type ExitCode, type Finish } from "./exit.ts";
import { createProgress, type Progress } from "./progress.ts";
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
      ).argParser(notEmpty),
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

async function annotateAll(inputs: string[], { quiet, field, ...options }: Options): Promise<ExitCode> {
  const out = options.out ?? (inputs.includes(STDIN) ? STDOUT : "output");
  const progress = createProgress({ inputs, quiet, reported: out !== STDOUT });
  const highlights = new Highlights();
  const stop = stopOnSignal(progress);
  try {
    const report = await annotateInputs({
      ...options,
      ...(field && { fieldNames: field }),
      inputs,
      out,
      signal: stop.signal,
      onOutcome: (outcome, bytes) => {
        progress.outcome(outcome, bytes);
        highlights.add(outcome);
      },
    });
    progress.stop();
    if (!quiet) process.stderr.write(summary(report, out, highlights, process.stderr.columns));
    // A read that never ends (of a pipe that nobody writes to) would keep the process alive, and process.exit waiting.
    if (report.interrupted) setTimeout(() => process.kill(process.pid, "SIGINT"), 1000).unref();
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
function stopOnSignal(progress: Progress): { signal: AbortSignal; dispose: () => void } {
  const controller = new AbortController();
  const signals = ["SIGINT", "SIGTERM"] as const;
  const dispose = (): void => {
    for (const name of signals) process.off(name, stop);
  };
  const stop = (signal: NodeJS.Signals): void => {
    if (controller.signal.aborted) {
      // By the signal itself: process.exit would wait for threads, and one of them may be stuck.
      progress.stop();
      removeDrafts();
      dispose();
      process.kill(process.pid, signal);
      return;
    }
    progress.say("stopping: what was begun is being finished (interrupt again to give up)");
    controller.abort();
    process.stdin.destroy();
  };
  for (const name of signals) process.on(name, stop);
  return { signal: controller.signal, dispose };
}

function notEmpty(value: string): string {
  if (value !== "") return value;
  throw new InvalidArgumentError("Expected a folder, a .jsonl file, or -.");
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
