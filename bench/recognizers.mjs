// Words per second of Microsoft's Recognizers-Text (currency, English) over the texts of a JSONL file. It is no dependency:
//   npm install --no-save @microsoft/recognizers-text-number-with-unit@1.3.1
//   node bench/recognizers.mjs FILE.jsonl [TEXTS]
import { readFileSync } from "node:fs";
import { recognizeCurrency } from "@microsoft/recognizers-text-number-with-unit";

const [file, most = "6"] = process.argv.slice(2);
if (!file) throw new Error("expected a JSONL file with the field text in each line");
const lines = readFileSync(file, "utf8").trim().split("\n").slice(0, Number(most));
const texts = lines.map((line) => JSON.parse(line).text);
recognizeCurrency("It cost $5.", "en-us"); // builds its patterns
const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
const before = performance.now();
for (const text of texts) recognizeCurrency(text, "en-us");
console.log(`${words} words, ${Math.round((words / (performance.now() - before)) * 1000)} words/s`);
