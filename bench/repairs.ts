/**
 * Lists every repair of the articles in JSONL files (fields `text`, `html`) and, for other files, of their content, with
 * what stands around it: a look at how often repair touches text that was sound.
 *
 *   npm run --silent build && node dist/bench/repairs.js FILE...
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { decode } from "../src/stages/1-read/decode.ts";
import { findDamage } from "../src/stages/2-repair/find.ts";

const AROUND = 30;

const content = (file: string): string => {
  const bytes = readFileSync(file);
  return decode(file.endsWith(".gz") ? gunzipSync(bytes) : bytes).text;
};

/** The articles of a file, with their names. */
function* articlesOf(file: string): Generator<[id: string, text: string]> {
  if (!file.endsWith(".jsonl")) return yield [file, content(file)];
  for (const [i, line] of content(file).split("\n").entries()) {
    if (line === "") continue;
    const { id = i + 1, text, html, body } = JSON.parse(line);
    for (const part of [text, html, body]) if (typeof part === "string") yield [`${file}:${id}`, part];
  }
}

let [articles, repaired, changes, units] = [0, 0, 0, 0];
for (const file of process.argv.slice(2))
  for (const [id, text] of articlesOf(file)) {
    const found = findDamage(text);
    articles++;
    units += text.length;
    changes += found.length;
    if (found.length > 0) repaired++;
    for (const { start, end, replacement, kind, certain } of found) {
      const [before, after] = [text.slice(Math.max(0, start - AROUND), start), text.slice(end, end + AROUND)];
      const parts = [before, text.slice(start, end), replacement, after].map((part) => JSON.stringify(part));
      console.log([id, kind, certain ? "certain" : "inferred", ...parts].join("\t"));
    }
  }
console.error(`${articles} texts, ${units} characters: ${changes} repairs in ${repaired} texts`);
