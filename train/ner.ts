import { mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeModel } from "../src/tagger/model-file.ts";
import { readArticles } from "./ner/articles.ts";
import { withHeadlines } from "./ner/headlines.ts";
import { makeLexicon } from "./ner/lexicon.ts";
import { trainTagger } from "./ner/tagger.ts";

// Trains the tagger of names from gold articles (docs/entities.md).
//   npm run train:ner -- --data FILE.jsonl|FOLDER [--data …] [--out models/ner.bin] [--epochs N] [--folds N]
// Articles without an `entities` layer are not trained on, but tell how often words have small letters.

const { values } = parseArgs({
  options: {
    data: { type: "string", multiple: true },
    out: { type: "string", default: fileURLToPath(new URL("../models/ner.bin", import.meta.url)) },
    epochs: { type: "string", default: "10" },
    folds: { type: "string", default: "2" },
  },
});
if (!values.data) {
  console.error("say what to train on: --data FILE.jsonl, or a folder of such files");
  process.exit(2);
}

const files = values.data.flatMap((path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((file) => file.endsWith(".jsonl"))
        .sort()
        .map((file) => join(path, file))
    : [path],
);
const articles = await readArticles(files);
const annotated = articles.filter((article) => article.annotated);
console.error(`${articles.length} articles, ${annotated.length} of them annotated with names`);
const model = trainTagger([...annotated, ...withHeadlines(annotated)], makeLexicon(articles), {
  epochs: Number(values.epochs),
  folds: Number(values.folds),
  log: (message) => console.error(message),
});
const bytes = writeModel(model);
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, bytes);
console.error(`${values.out}: ${(bytes.length / 2 ** 20).toFixed(2)} MiB`);
