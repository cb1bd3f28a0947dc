// Words per second over the texts of a JSONL file: Microsoft's Recognizers-Text (currency, English), and pressmark from the
// raw text to the end of its money stage, in one process. Recognizers-Text is no dependency:
//   npm run build && npm install --no-save @microsoft/recognizers-text-number-with-unit@1.3.1
//   node bench/recognizers.mjs FILE.jsonl [TEXTS]
import { readFileSync } from "node:fs";
import { recognizeCurrency } from "@microsoft/recognizers-text-number-with-unit";
import { pipeline } from "../dist/src/pipeline.js";
import { read } from "../dist/src/stages/1-read/read.js";
import { repair } from "../dist/src/stages/2-repair/repair.js";
import { segment } from "../dist/src/stages/3-segment/segment.js";
import { dates } from "../dist/src/stages/5-dates/dates.js";
import { money } from "../dist/src/stages/6-money/money.js";

const [file, most = "6"] = process.argv.slice(2);
if (!file) throw new Error("expected a JSONL file with the field text in each line");
const lines = readFileSync(file, "utf8").trim().split("\n").slice(0, Number(most));
const texts = lines.map((line) => JSON.parse(line).text);
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);

const stages = pipeline("money").use(read()).use(repair()).use(segment()).use(dates()).use(money());
const annotate = (content) =>
  stages.run({ content, mediaType: "text/plain", path: null, record: null, fields: {}, options: { layout: "line" } });

for (const [name, work] of [
  ["Recognizers-Text", (text) => recognizeCurrency(text, "en-us")],
  ["pressmark, read to money", annotate],
]) {
  work("It cost $5."); // builds its patterns
  const before = performance.now();
  for (const text of texts) work(text);
  console.log(`${name}: ${words} words, ${Math.round((words / (performance.now() - before)) * 1000)} words/s`);
}
