import cliProgress from "cli-progress";
import { findInputs } from "../batch/inputs.ts";
import type { Failure, Outcome } from "../batch/task.ts";
import { STDIN } from "../batch/tasks.ts";

/** Tells a person how a run goes on, on standard error. */
export interface Progress {
  outcome(outcome: Outcome, bytes: number): void;
  /** Says something without spoiling the display. */
  say(line: string): void;
  stop(): void;
}

/** Failures that are told one by one; the run report has them all. */
const MOST_TOLD = 20;

/** Milliseconds between two lines where there is no terminal. */
const LINE_EVERY = 5000;

/** A bar on a terminal, a line now and then elsewhere, nothing at all if `quiet`. Failures are told as they come. */
export function createProgress(inputs: readonly string[], quiet: boolean): Progress {
  if (quiet) return { outcome: () => {}, say: () => {}, stop: () => {} };
  const progress = process.stderr.isTTY ? bar(inputs) : lines();
  let failed = 0;
  return {
    ...progress,
    outcome: (outcome, bytes) => {
      if (!outcome.ok && ++failed <= MOST_TOLD) progress.say(failureLine(outcome));
      if (!outcome.ok && failed === MOST_TOLD) progress.say("further failures are only counted here");
      progress.outcome(outcome, bytes);
    },
  };
}

/** A failure on a line: where, why, and what to do. */
export const failureLine = ({ path, record, id, stage, reason, remedy }: Failure): string =>
  `failed: ${[path ?? id ?? "standard input", record].filter((part) => part !== null).join(":")}: ` +
  `${stage ? `[${stage}] ` : ""}${reason}${remedy ? `; ${remedy}` : ""}`;

function lines(): Progress {
  const started = performance.now();
  let told = started;
  let [done, failed] = [0, 0];
  return {
    outcome: (outcome) => {
      done++;
      if (!outcome.ok) failed++;
      const now = performance.now();
      if (now - told < LINE_EVERY) return;
      told = now;
      process.stderr.write(`${done} articles, ${failed} failed, ${rate(done, started)}\n`);
    },
    say: (line) => void process.stderr.write(`${line}\n`),
    stop: () => {},
  };
}

function bar(inputs: readonly string[]): Progress {
  const started = performance.now();
  let [done, failed, bytes] = [0, 0, 0];
  const multi = new cliProgress.MultiBar({
    ...cliProgress.Presets.shades_grey,
    format: "{bar} {percentage}%  {articles} articles  {rate}  {left}{failures}",
    stream: process.stderr,
    barsize: 28,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    emptyOnZero: true,
  });
  const shown = multi.create(0, 0, { articles: 0, rate: "", left: "", failures: "" });
  measure(inputs, (total) => shown.setTotal(total)).catch(() => {}); // a bar without an end is still a bar
  return {
    outcome: (outcome, own) => {
      done++;
      bytes += own;
      if (!outcome.ok) failed++;
      const total = shown.getTotal();
      const left =
        total > bytes
          ? `${clock((((performance.now() - started) / 1000) * (total - bytes)) / Math.max(bytes, 1))} left`
          : "";
      shown.update(bytes, {
        articles: done,
        rate: rate(done, started),
        left,
        failures: failed ? `  ${failed} failed` : "",
      });
    },
    say: (line) => void multi.log(`${line}\n`),
    stop: () => multi.stop(),
  };
}

/** Adds up the bytes of all inputs while the run goes on already. */
async function measure(inputs: readonly string[], tell: (total: number) => void): Promise<void> {
  if (inputs.includes(STDIN)) return;
  let total = 0;
  let files = 0;
  for await (const found of findInputs(inputs))
    if ("bytes" in found) {
      total += found.bytes;
      if (++files % 1000 === 0) tell(total);
    }
  tell(total);
}

const rate = (done: number, started: number): string =>
  `${Math.round(done / Math.max((performance.now() - started) / 1000, 0.001))}/s`;

const clock = (seconds: number): string => {
  const whole = Math.ceil(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}h${String(m).padStart(2, "0")}m` : m > 0 ? `${m}m${String(s).padStart(2, "0")}s` : `${s}s`;
};
