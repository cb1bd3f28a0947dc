import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { findInputs } from "../batch/inputs.ts";
import { linesOf } from "../batch/lines.ts";
import { failureOf, MOST_ARTICLE_BYTES } from "../batch/task.ts";
import { STDIN } from "../batch/tasks.ts";
import { InputError } from "../input-error.ts";
import { decode } from "../stages/1-read/decode.ts";
import { parseRecord } from "../stages/1-read/record.ts";
import { type Change, changed } from "../stages/2-repair/change.ts";
import { findDamage } from "../stages/2-repair/find.ts";
import { EXIT, type ExitCode, type Finish } from "./exit.ts";
import { failureLine } from "./progress.ts";

export const repairCommand = (finish: Finish): Command =>
  new Command("repair")
    .description("undo what encoding mix-ups did to texts, and print them; or print what was done, and why")
    .argument("<inputs...>", "text files, .jsonl files, folders, patterns, or - for a text on standard input")
    .option("-e, --explain", "print each change and its reason instead of the text", false)
    .action(async (inputs: string[], { explain }: { explain: boolean }) => finish(await repair(inputs, explain)));

async function repair(inputs: readonly string[], explain: boolean): Promise<ExitCode> {
  const counts = { texts: 0, repaired: 0, changes: 0, failed: 0 };
  const write = (text: string, where: string, print: (repaired: string) => string): void => {
    const changes = findDamage(text);
    counts.texts++;
    counts.changes += changes.length;
    if (changes.length > 0) counts.repaired++;
    process.stdout.write(explain ? explanation(text, changes, where) : print(changed(text, changes)));
  };
  const attempt = async (path: string | null, record: number | null, work: () => void | Promise<void>) => {
    try {
      await work();
    } catch (error) {
      counts.failed++;
      process.stderr.write(`${failureLine(failureOf(error, { path, record }))}\n`);
    }
  };
  for (const input of inputs) {
    if (input === STDIN) {
      await attempt(null, null, async () => write(decode(await standardInput()).text, "-", asItIs));
      continue;
    }
    for await (const found of findInputs([input])) {
      if ("skipped" in found) continue;
      const { path } = found;
      await attempt(path, null, async () => {
        if ("error" in found) throw found.error;
        if (!/\.(?:jsonl|ndjson)$/i.test(path)) return write(decode(await readFile(found.absolute)).text, path, asItIs);
        for await (const { number, bytes } of linesOf(createReadStream(found.absolute), MOST_ARTICLE_BYTES))
          await attempt(path, number, () => {
            if (!bytes) throw new InputError("the line is too long for a record", "split the article");
            const json = decode(bytes).text;
            if (json.trim() !== "") write(parseRecord(json).text, `${path}:${number}`, inRecord(json));
          });
      });
    }
  }
  if (explain) process.stderr.write(`${counts.changes} changes in ${counts.repaired} of ${counts.texts} texts\n`);
  if (counts.texts === 0) return EXIT.nothing;
  return counts.failed > 0 ? EXIT.someFailed : EXIT.well;
}

const asItIs = (text: string): string => text;

/** The record as it was, but for its text. */
const inRecord =
  (json: string) =>
  (text: string): string =>
    `${JSON.stringify({ ...JSON.parse(json), text })}\n`;

/**
 * A line for each change: where it is in the source (line, and column in UTF-16 code units, both from 1), what it was, what
 * it is now, its kind, whether it is certain, and why it was made.
 */
export function explanation(text: string, changes: readonly Change[], where: string): string {
  const lines: string[] = [];
  let [line, lineStart] = [1, 0];
  for (const { start, end, replacement, kind, certain, reason } of changes) {
    for (let at = text.indexOf("\n", lineStart); at >= 0 && at < start; at = text.indexOf("\n", lineStart)) {
      line++;
      lineStart = at + 1;
    }
    const change = `${quoted(text.slice(start, end))} → ${quoted(replacement)}`;
    const place = `${where}:${line}:${start - lineStart + 1}`;
    lines.push(`${place}  ${change}  ${kind}, ${certain ? "certain" : "inferred"}: ${reason}\n`);
  }
  return lines.join("");
}

/** A string as JSON, with what cannot be seen escaped. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(/(?! )[\p{Cc}\p{Cf}\p{Zs}\p{Mn}]/gu, (char) =>
    Array.from({ length: char.length }, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, "0")}`).join(""),
  );

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
