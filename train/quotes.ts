import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeModel } from "../src/tagger/model-file.ts";
import { readQuoteArticles } from "./quotes/articles.ts";
import { trainAttributions } from "./quotes/attributions.ts";
import { makeQuoteLexicon } from "./quotes/lexicon.ts";

// Trains the models of quotes from gold articles (docs/quotes.md).
//   npm run train:quotes -- --data FILE.jsonl [--data …] [--out models/] [--epochs N] [--folds N]

const { values } = parseArgs({
  options: {
    data: { type: "string", multiple: true },
    out: { type: "string", default: fileURLToPath(new URL("../models/", import.meta.url)) },
    epochs: { type: "string", default: "8" },
    folds: { type: "string", default: "4" },
  },
});
if (!values.data) {
  console.error("say what to train on: --data FILE.jsonl");
  process.exit(2);
}

const wordNet = makeQuoteLexicon();
const articles = await readQuoteArticles(values.data, wordNet);
console.error(`${articles.length} articles, ${articles.reduce((sum, { units }) => sum + units.length, 0)} units`);
const { cues, links, contents, sources } = trainAttributions(articles, wordNet, {
  epochs: Number(values.epochs),
  folds: Number(values.folds),
  log: (message) => console.error(message),
});
mkdirSync(values.out, { recursive: true });
for (const [name, model] of [
  ["quotes-cues.bin", cues],
  ["quotes-links.bin", links],
  ["quotes-contents.bin", contents],
  ["quotes-sources.bin", sources],
] as const) {
  const bytes = writeModel(model);
  writeFileSync(join(values.out, name), bytes);
  console.error(`${join(values.out, name)}: ${(bytes.length / 2 ** 20).toFixed(2)} MiB`);
}
