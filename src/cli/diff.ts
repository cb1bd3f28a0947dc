import { Command, InvalidArgumentError, Option } from "commander";
import { countFaults, FAULTS, type Fault, faultsFrom, isAllowed, isFault, USUAL_FAULTS } from "../diff/allowance.ts";
import { diffArticle, isSame, type Side, sideOf } from "../diff/article-diff.ts";
import { articleText } from "../diff/change-text.ts";
import { pairDocuments } from "../diff/paired-documents.ts";
import { readRun, runOptions } from "../diff/run-documents.ts";
import { DiffTally, type DiffTotals } from "../diff/totals.ts";
import { totalsText } from "../diff/totals-text.ts";
import type { Verdict } from "../diff/verdict.ts";
import { InputError } from "../input-error.ts";
import type { Document } from "../schema/document.ts";
import { judgeFrom } from "../score/judge.ts";
import { EXIT, type ExitCode, type Finish } from "./exit.ts";
import { count } from "./text.ts";

interface Options {
  readonly failOn: readonly Fault[];
  readonly maxChange: number;
  readonly changes: number;
  readonly json: boolean;
  readonly gold?: string;
}

export const diffCommand = (finish: Finish): Command =>
  new Command("diff")
    .description("compare what two runs found, article by article")
    .argument("<A>", "the run before: a folder of .json files, or a .jsonl file")
    .argument("<B>", "the run after")
    .addOption(
      new Option("--fail-on <kinds>", `what counts, with commas between: ${FAULTS.join(", ")}`)
        .argParser(faults)
        .default(USUAL_FAULTS, "all but detail and loss"),
    )
    .addOption(
      new Option("--max-change <percent>", "how many of A's annotations may change, as 0.5%")
        .argParser(percent)
        .default(0, "0%"),
    )
    .addOption(
      new Option("--gold <place>", "judge each change by this gold, as score takes it: a gain, a loss, or neither"),
    )
    .addOption(new Option("--changes <n>", "print so many changes").argParser(wholeNumber).default(50))
    .addOption(
      new Option("--json", "print all changes as JSON, a line per article, and the totals last").default(false),
    )
    .addHelpText("after", "\nExit codes: 0 the same, or allowed; 4 changed by more than is allowed")
    .action(async (before: string, after: string, options: Options) => finish(await diff(before, after, options)));

async function diff(
  before: string,
  after: string,
  { failOn, maxChange, changes, json, gold }: Options,
): Promise<ExitCode> {
  if (failOn.includes("loss") && gold === undefined)
    throw new InputError("--fail-on loss: what is a loss can be told by gold only", "name it: --gold gold.jsonl");
  const judge = gold === undefined ? null : await judgeFrom(gold);
  const sideFrom = (document: Document | null): Side | null =>
    document && sideOf(document, judge?.goldOf(document) ?? null, judge?.types);
  const tally = new DiffTally();
  let counted = 0;
  let [told, untold] = [0, 0];
  for await (const pair of pairDocuments(readRun(before), readRun(after))) {
    const [left, right] = [sideFrom(pair.before), sideFrom(pair.after)];
    const found = diffArticle(left, right);
    tally.add(left, right, found);
    if (pair.before) tally.madeBy("before", pair.before);
    if (pair.after) tally.madeBy("after", pair.after);
    counted += countFaults(found, failOn);
    if (isSame(found)) continue;
    if (json) {
      await print(`${JSON.stringify(found)}\n`);
      continue;
    }
    // Changes of detail are in the totals; they are told only to those who ask for them.
    const telling = found.changes.filter((change) => isFault(change, failOn));
    // An article that differs otherwise, in its text or sentences, takes the place of one change.
    const entries = telling.length || Number(countFaults(found, failOn) > 0);
    const room = Math.max(0, changes - told);
    if (entries > 0 && room > 0) await print(articleText({ ...found, changes: telling.slice(0, room) }));
    told += Math.min(entries, room);
    untold += entries - Math.min(entries, room);
  }
  const totals = tally.totals();
  const annotations = Object.values(totals.layers).reduce((sum, layer) => sum + layer.before, 0);
  const allowed = isAllowed(counted, annotations, maxChange);
  if (json) {
    const options = { before: await runOptions(before), after: await runOptions(after) };
    await print(`${JSON.stringify({ ...totals, options, counted, allowed })}\n`);
  } else {
    if (untold > 0) await print(`… and ${untold} more changes (--changes ${told + untold} prints all)\n`);
    if (told + untold > 0) await print("\n");
    await print(totalsText(totals, judge !== null));
    if (judge) await print(`\n${verdictLine(totals)}\n`);
    const options = [await runOptions(before), await runOptions(after)].map((run) => JSON.stringify(run));
    if (!options.includes("null") && options[0] !== options[1])
      await print(`\noptions of A: ${options[0]}\noptions of B: ${options[1]}\n`);
    if (counted > 0) {
      const share = annotations > 0 ? ` (${((100 * counted) / annotations).toFixed(2)} % of A's annotations)` : "";
      await print(
        `\n${counted} ${counted === 1 ? "difference counts" : "differences count"}${share}: ${allowed ? "allowed" : "more than is allowed"}\n`,
      );
    }
  }
  return allowed ? EXIT.well : EXIT.changed;
}

function verdictLine({ layers }: DiffTotals): string {
  const sum = (of: "changed" | Verdict): number => Object.values(layers).reduce((all, layer) => all + layer[of], 0);
  const [gains, losses, even] = [sum("gain"), sum("loss"), sum("even")];
  const unjudged = sum("changed") - gains - losses - even;
  return `by the gold: ${count(gains, "gain")}, ${losses} ${losses === 1 ? "loss" : "losses"}, ${even} even, ${unjudged} not judged`;
}

/** Waits for a reader that is slower. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((go) => process.stdout.once("drain", go));
}

function faults(list: string): readonly Fault[] {
  const named = faultsFrom(list);
  if (named) return named;
  throw new InvalidArgumentError(`Expected some of ${FAULTS.join(", ")}.`);
}

function percent(value: string): number {
  const [, number] = /^(\d{1,3}(?:\.\d+)?)%$/.exec(value) ?? [];
  if (number !== undefined && Number(number) <= 100) return Number(number) / 100;
  throw new InvalidArgumentError("Expected a percentage such as 0.5%.");
}

function wholeNumber(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Expected a whole number, 0 or more.");
}
