import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { annotate, type Document } from "../src/index.js";

// How time and memory of `pressmark diff` grow with the number of documents, in the same order on both sides and in the
// opposite one. The documents are paragraphs of the sample articles over and over; on one side, each tenth lacks a date.
//   npm run bench:diff [-- MOST_DOCUMENTS]

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const [most = 200_000] = process.argv.slice(2).map(Number);
const STEPS = [1 / 8, 1 / 4, 1 / 2, 1];
const SAMPLES = ["2026-02-24-corvane-recall", "2024-11-21-superior-dumping-trial"];
const ONE_IN = 10;

const samples: Document[] = [];
for (const name of SAMPLES)
  for (const text of readFileSync(join(ROOT, "fixtures/articles", name, "article.txt"), "utf8").split(/\n\n+/)) {
    if (text.length < 150) continue;
    const document = await annotate(text, { published: "2026-02-24" });
    if (document.dates.length > 0) samples.push(document);
  }

const folder = mkdtempSync(join(tmpdir(), "pressmark-diff-"));
try {
  console.log(`node ${process.version}; times are of the whole process`);
  console.log(
    `documents of ${Math.round(JSON.stringify(samples).length / samples.length / 1000)} kB, 1 in ${ONE_IN} differs\n`,
  );
  for (const order of ["the same order", "the opposite order"]) {
    console.log(order);
    for (const step of STEPS) {
      const count = Math.round(most * step);
      const [before, after] = [join(folder, "before.jsonl"), join(folder, "after.jsonl")];
      await write(before, count, (i) => documentAt(i));
      await write(after, count, (i) => changed(order === "the same order" ? i : count - 1 - i));
      await report(count, ["diff", before, after, "--changes", "0", "--fail-on", "added"]);
    }
    console.log("");
  }
} finally {
  rmSync(folder, { recursive: true });
}

function documentAt(i: number): Document {
  return { ...samples[i % samples.length]!, id: `article-${i}` };
}

function changed(i: number): Document {
  const document = documentAt(i);
  return i % ONE_IN === 0 ? { ...document, dates: document.dates.slice(1) } : document;
}

async function write(file: string, count: number, documentOf: (i: number) => Document): Promise<void> {
  const stream = createWriteStream(file);
  for (let i = 0; i < count; i++) if (!stream.write(`${JSON.stringify(documentOf(i))}\n`)) await once(stream, "drain");
  stream.end();
  await once(stream, "close");
}

async function report(count: number, args: readonly string[]): Promise<void> {
  const { seconds, peak, lost } = await measured(args);
  if (lost !== Math.ceil(count / ONE_IN)) throw new Error(`${lost} of ${Math.ceil(count / ONE_IN)} changes were found`);
  console.log(
    `${count.toLocaleString("en-US").padStart(12)}${`${seconds.toFixed(1)} s`.padStart(10)}` +
      `${`${Math.round(count / seconds).toLocaleString("en-US")} a second`.padStart(20)}${`${Math.round(peak)} MB`.padStart(10)} at most`,
  );
}

/** Runs the command in a process of its own, which says at its end how much memory it had at most (in MB). */
function measured(args: readonly string[]): Promise<{ seconds: number; peak: number; lost: number }> {
  const tellPeak = "data:text/javascript,process.on('exit',()=>console.error(process.resourceUsage().maxRSS))";
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", tellPeak, join(ROOT, "bin/pressmark.js"), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [told, said] = ["", ""];
  child.stdout.on("data", (part) => (told += part));
  child.stderr.on("data", (part) => (said += part));
  return new Promise((done, fail) =>
    child.on("close", (code) => {
      const seconds = (performance.now() - started) / 1000;
      const [, lost] = /^dates +\d+ +\d+ +(\d+)/m.exec(told) ?? [];
      if (code === 0) done({ seconds, peak: Number(said.trim().split("\n").at(-1)) / 1024, lost: Number(lost) });
      else fail(new Error(`the command ended with ${code}: ${said}`));
    }),
  );
}
