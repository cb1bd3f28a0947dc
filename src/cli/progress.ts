import cliProgress from "cli-progress";
import { findInputs } from "../batch/inputs.ts";
import type { Failure, Outcome } from "../batch/task.ts";
import { STDIN } from "../batch/tasks.ts";
import { count, plain } from "./text.ts";

/** Tells a person how a run goes on, on standard error. */
export interface Progress {
  outcome(outcome: Outcome, bytes: number): void;
  /** Says something without spoiling the display. */
  say(line: string): void;
  stop(): void;
}

export interface ProgressOptions {
  readonly inputs: readonly string[];
  readonly quiet: boolean;
  /** Whether a report will have all failures; if not, they are told here, however many there are. */
  readonly reported: boolean;
}

/** Failures that are told one by one if the run report has them all. */
const MOST_TOLD = 20;

/** Milliseconds between two lines where there is no terminal. */
const LINE_EVERY = 5000;

/** A bar on a terminal, a line now and then elsewhere, nothing at all if `quiet`. Failures are told as they come. */
export function createProgress({ inputs, quiet, reported }: ProgressOptions): Progress {
  if (quiet) return { outcome: () => {}, say: () => {}, stop: () => {} };
  const progress = process.stderr.isTTY ? bar(inputs) : lines();
  const most = reported ? MOST_TOLD : Number.POSITIVE_INFINITY;
  let failed = 0;
  return {
    ...progress,
    outcome: (outcome, bytes) => {
      if (!outcome.ok && ++failed <= most) progress.say(failureLine(outcome));
      if (failed === most && !outcome.ok) progress.say("failed: further articles; the report will say which and why");
      progress.outcome(outcome, bytes);
    },
  };
}

/** A failure on a line: where, why, and what to do. */
export const failureLine = ({ path, record, id, stage, reason, remedy }: Failure): string =>
  plain(
    `failed: ${[path ?? id ?? "standard input", record].filter((part) => part !== null).join(":")}: ` +
      `${stage ? `[${stage}] ` : ""}${reason}${remedy ? `; ${remedy}` : ""}`,
  );

function lines(): Progress {
  const pace = new Pace();
  let told = performance.now();
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  return {
    outcome: (outcome, bytes) => {
      pace.add(outcome, bytes);
      const now = performance.now();
      if (now - told < LINE_EVERY) return;
      told = now;
      say(pace.parts(null).join(", "));
    },
    say,
    stop: () => {},
  };
}

function bar(inputs: readonly string[]): Progress {
  const pace = new Pace();
  const columns = process.stderr.columns || 80;
  const barsize = Math.max(0, Math.min(columns - 52, 28));
  const isMeasured = !inputs.includes(STDIN);
  const gap = columns < 60 ? " " : "  ";
  const multi = new cliProgress.MultiBar({
    ...cliProgress.Presets.shades_grey,
    format: `${isMeasured ? `${barsize < 8 ? "" : "{bar} "}{percentage}%${gap}` : ""}{state}`,
    stream: process.stderr,
    barsize,
    linewrap: true, // messages may be longer than a line; the bar is cut to one
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    gracefulExit: false, // an interrupt does not end the run at once
    emptyOnZero: true,
  });
  const shown = multi.create(0, 0, { state: "starting" });
  let total: number | null = null;
  let stopped = false;
  const measure = async (): Promise<void> => {
    let bytes = 0;
    for await (const found of findInputs(inputs)) {
      if (stopped) return;
      if ("bytes" in found) bytes += found.bytes;
    }
    total = bytes;
    shown.setTotal(bytes);
    shown.update(pace.bytes);
  };
  if (isMeasured) measure().catch(() => {}); // a bar without an end is still a bar
  return {
    outcome: (outcome, bytes) => {
      pace.add(outcome, bytes);
      shown.update(total === null ? 0 : pace.bytes, { state: pace.parts(total).join(gap) });
    },
    say: (line) => {
      if (stopped) process.stderr.write(`${line}\n`);
      else multi.log(`${line}\n`);
    },
    stop: () => {
      if (stopped) return;
      stopped = true;
      multi.update(); // says what was still to be said
      multi.stop();
    },
  };
}

/** Counts what is done, and how fast: from the first article on, so that the time it takes to load does not count. */
class Pace {
  bytes = 0;
  #done = 0;
  #failed = 0;
  #from: { readonly time: number; readonly bytes: number } | null = null;

  add(outcome: Outcome, bytes: number): void {
    this.bytes += bytes;
    this.#done++;
    if (!outcome.ok) this.#failed++;
    this.#from ??= { time: performance.now(), bytes };
  }

  /** How far it is, how fast it goes and how long it will take if it is `total` bytes. */
  parts(total: number | null): string[] {
    const { time, bytes } = this.#from!;
    const seconds = (performance.now() - time) / 1000;
    const parts = [count(this.#done, "article")];
    if (this.#failed > 0) parts.push(`${this.#failed} failed`);
    if (seconds < 1) return parts; // too early to tell
    const rate = (this.#done - 1) / seconds;
    parts.push(`${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`);
    const left = (total ?? 0) - this.bytes;
    if (left > 0 && this.bytes > bytes) parts.push(`${clock((seconds * left) / (this.bytes - bytes))} left`);
    return parts;
  }
}

const clock = (seconds: number): string => {
  const whole = Math.ceil(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}h${String(m).padStart(2, "0")}m` : m > 0 ? `${m}m${String(s).padStart(2, "0")}s` : `${s}s`;
};
