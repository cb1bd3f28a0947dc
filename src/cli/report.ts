import { Command, Option } from "commander";
import { writeReport } from "../report/report.ts";
import { EXIT, type ExitCode, type Finish } from "./exit.ts";
import { count } from "./text.ts";

interface Options {
  readonly out: string;
  readonly gold?: string;
  readonly title?: string;
}

export const reportCommand = (finish: Finish): Command =>
  new Command("report")
    .description("write a run, or two and how they differ, as one HTML page to read offline")
    .argument("<A>", "the run: a folder of .json files, or a .jsonl file")
    .argument("[B]", "the run after; what differs from A is shown side by side")
    .addOption(new Option("-o, --out <file>", "where the page is written").default("report.html"))
    .addOption(new Option("--gold <place>", "judge by this gold, as score takes it: scores, errors, gains and losses"))
    .addOption(new Option("--title <title>", "what the page is called (default: the names of the runs)"))
    .action(async (a: string, b: string | undefined, options: Options) => finish(await report(a, b, options)));

async function report(a: string, b: string | undefined, options: Options): Promise<ExitCode> {
  const { articles, changed, gold } = await writeReport({ ...options, places: b === undefined ? [a] : [a, b] });
  const parts = [
    count(articles, "article"),
    ...(b === undefined ? [] : [`${changed} of them changed`]),
    ...(options.gold === undefined ? [] : [`${gold} with gold`]),
  ];
  process.stderr.write(`${parts.join(", ")}: ${options.out}\n`);
  return EXIT.well;
}
