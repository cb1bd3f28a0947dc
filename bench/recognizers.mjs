// How long it takes to find the money in the texts of a JSONL file: Microsoft's Recognizers-Text (currency, English), and
// pressmark, all of it from raw text on and its money stage alone, the first time and when warm, in one process.
// Recognizers-Text is no dependency:
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
const PASSES = 20; // to let the compiler see the code run

let stageTime = 0;
const onStage = (stage, time) => {
  if (stage === "money") stageTime += time;
};
const options = { layout: "line" };
const annotate = (content) =>
  stages.run({ content, mediaType: "text/plain", path: null, record: null, fields: {}, options }, { onStage });

recognizeCurrency("It cost $5.", "en-us"); // builds its patterns
annotate("It cost $5.");
const theirs = timeOf((text) => recognizeCurrency(text, "en-us"));
print("Recognizers-Text", theirs);
for (const state of ["the first time", `after ${PASSES} passes`]) {
  stageTime = 0;
  print(`pressmark, read to money, ${state}`, timeOf(annotate));
  print(`pressmark, money stage, ${state}`, stageTime);
  if (state === "the first time") for (let pass = 1; pass < PASSES; pass++) texts.forEach(annotate);
}

function timeOf(work) {
  const before = performance.now();
  for (const text of texts) work(text);
  return performance.now() - before;
}

function print(name, time) {
  const rate = Math.round((words / time) * 1000).toLocaleString("en-US");
  console.log(`${name}: ${words} words, ${rate} words/s, ${Math.round(theirs / time)} times as fast`);
}
