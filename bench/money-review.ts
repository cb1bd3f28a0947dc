import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { textInput } from "../src/layers.ts";
import { pipeline } from "../src/pipeline.ts";
import type { Money } from "../src/schema/money.ts";
import { read } from "../src/stages/1-read/read.ts";
import { repair } from "../src/stages/2-repair/repair.ts";
import { segment } from "../src/stages/3-segment/segment.ts";
import { dates } from "../src/stages/5-dates/dates.ts";
import { money } from "../src/stages/6-money/money.ts";

// What the money stage finds in a file of articles, and what looks like money outside of it, to be read by eye.
//   npm run build && node dist/bench/money-review.js FILE.jsonl [--list found|outside|quantities] [--width N]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: "string" }, width: { type: "string", default: "45" } },
});
const file = positionals[0];
if (!file) throw new Error("expected a JSONL file with the field text in each line");

/** Signs and words that most often come with money. */
const SUSPECT = /[$€£¥₹]|\b(?:million|billion|trillion|dollars?|euros?|pounds?|bucks?|cents?|USD|EUR|GBP)\b/giu;
const width = Number(values.width);
const review = pipeline("money").use(read()).use(repair()).use(segment()).use(dates()).use(money());
const counts = { articles: 0, words: 0, found: 0, suspects: 0, outside: 0, quantities: 0 };
const distinct = new Map<string, { reading: string; context: string; times: number }>();
const outside: string[] = [];
const quantities = new Map<string, number>();

for (const line of readFileSync(file, "utf8").split("\n")) {
  if (line.trim() === "") continue;
  const record = JSON.parse(line) as { text: string; published?: string | null; url?: string | null };
  const document = review.run(textInput(record.text, { published: record.published ?? null, url: record.url ?? null }));
  const text = document.text.value;
  const contextOf = (start: number, end: number): string =>
    `${text.slice(Math.max(0, start - width), start)}«${text.slice(start, end)}»${text.slice(end, end + width)}`.replace(
      /\s+/g,
      " ",
    );
  counts.articles++;
  counts.words += text.split(/\s+/).length;
  for (const found of document.money) {
    counts.found++;
    const known = distinct.get(found.text);
    if (known) known.times++;
    else distinct.set(found.text, { reading: readingOf(found), context: contextOf(found.start, found.end), times: 1 });
  }
  for (const { kind, value, min, max, unit, text: words, of } of document.quantities) {
    counts.quantities++;
    const shown = `${kind}\t${value ?? `${min}..${max}`}\t${unit ?? ""}\t${words}\t${of ?? ""}`;
    quantities.set(shown, (quantities.get(shown) ?? 0) + 1);
  }
  for (const match of text.matchAll(SUSPECT)) {
    counts.suspects++;
    const [at, end] = [match.index, match.index + match[0].length];
    if (document.money.some((found) => found.start < end && at < found.end)) continue;
    counts.outside++;
    outside.push(contextOf(at, end));
  }
}

if (values.list === "found")
  for (const { reading, context, times } of [...distinct.values()].sort((a, b) => (a.reading < b.reading ? -1 : 1)))
    console.log(`${reading}\t×${times}\t${context}`);
else if (values.list === "outside") for (const context of outside) console.log(context);
else if (values.list === "quantities") for (const [shown, times] of quantities) console.log(`${shown}\t×${times}`);
else console.log({ ...counts, distinct: distinct.size });

function readingOf({ amount, min, max, currency, currencyFrom, modifier, per }: Money): string {
  const range = `${min ?? ""}..${max ?? ""}`;
  return [amount ?? range, currency ?? "?", currencyFrom ?? "-", modifier ?? "-", per ? `per ${per}` : "-"].join(" ");
}
