import { once } from "node:events";
import { Command } from "commander";
import { contentOf, type Failure, failureOf, type Task } from "../batch/task.ts";
import { STDIN, tasksFor } from "../batch/tasks.ts";
import { decodeContent, readContent } from "../stages/1-read/content.ts";
import { type Change, changed } from "../stages/2-repair/change.ts";
import { findDamage } from "../stages/2-repair/find.ts";
import { EXIT, type ExitCode, type Finish } from "./exit.ts";
import { failureLine } from "./progress.ts";

export const repairCommand = (finish: Finish): Command =>
  new Command("repair")
    .description("undo what encoding mix-ups did to texts, and print them; or print what was done, and why")
    .argument(
      "<inputs...>",
      "files of any format that annotate takes, folders, patterns, or - for a text on standard input",
    )
    .option("-e, --explain", "print each change and its reason instead of the text", false)
    .action(async (inputs: string[], { explain }: { explain: boolean }) => finish(await repair(inputs, explain)));

async function repair(inputs: readonly string[], explain: boolean): Promise<ExitCode> {
  const counts = { texts: 0, repaired: 0, changes: 0, failed: 0 };
  const fail = (failure: Failure): void => {
    counts.failed++;
    process.stderr.write(`${failureLine(failure)}\n`);
  };
  for (const input of inputs)
    for await (const todo of tasksFor([input], () => false, {}, input === STDIN ? "text" : undefined)) {
      if ("skipped" in todo) continue;
      if ("failure" in todo) {
        fail(todo.failure);
        continue;
      }
      const { task } = todo;
      try {
        const text = textOf(task);
        const changes = findDamage(text.value);
        counts.texts++;
        counts.changes += changes.length;
        if (changes.length > 0) counts.repaired++;
        await write(
          explain ? explanation(text.value, changes, placeOf(task)) : text.printed(changed(text.value, changes)),
        );
      } catch (error) {
        fail(failureOf(error, task));
      }
    }
  if (explain) process.stderr.write(`${counts.changes} changes in ${counts.repaired} of ${counts.texts} texts\n`);
  if (counts.texts === 0) return EXIT.nothing;
  return counts.failed > 0 ? EXIT.someFailed : EXIT.well;
}

/**
 * The text that `annotate` would repair, and how it is printed: a plain text as it is, a page or Markdown as its text, and a
 * record as a record, on a line.
 */
function textOf(task: Task): { value: string; printed: (repaired: string) => string } {
  const content = contentOf(task);
  const { mediaType, reading } = readContent({ ...task, content });
  const { text: value, fields } = reading;
  if (mediaType === "application/json") return { value, printed: (text) => line({ ...jsonRecord(content), text }) };
  if (task.record !== null) return { value, printed: (text) => line({ ...fields, text }) };
  return { value, printed: (text) => (mediaType === "text/plain" ? text : `${text}\n`) };
}

const jsonRecord = (content: Uint8Array | string): object =>
  JSON.parse((typeof content === "string" ? content : decodeContent(content).text).replace(/^\ufeff/, ""));

const line = (record: object): string => `${JSON.stringify(record)}\n`;

const placeOf = ({ path, record }: Task): string => `${path ?? STDIN}${record === null ? "" : `:${record}`}`;

/** Writes to standard output, no faster than it is read. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

/**
 * A line for each change: where it is in the source (line, and column in UTF-16 code units, both from 1), what it was, what
 * it is now, its kind, whether it is certain, and why it was made.
 */
function explanation(text: string, changes: readonly Change[], where: string): string {
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
