import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// How time and memory of `pressmark annotate` grow: with the size of one article, and with the number of articles. The
// texts are the sample articles over and over, with a word in each paragraph that occurs nowhere else.
//   npm run bench:scale [-- LARGEST_MEGABYTES MOST_ARTICLES]

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const [largest = 10, most = 20_000] = process.argv.slice(2).map(Number);
const STEPS = [1 / 8, 1 / 4, 1 / 2, 1];
const PARAGRAPHS_OF_SMALL = 6;
const MEGABYTE = 2 ** 20;

const paragraphs = readdirSync(join(ROOT, "fixtures/articles"))
  .map((name) => join(ROOT, "fixtures/articles", name, "article.txt"))
  .filter((file) => existsSync(file))
  .flatMap((file) => readFileSync(file, "utf8").split(/\n+/))
  .filter((line) => line.length > 80);
let next = 0;
const paragraph = (): string => `${paragraphs[next % paragraphs.length]} Q${(next++).toString(36)}zorp agreed.`;

const folder = mkdtempSync(join(tmpdir(), "pressmark-scale-"));
try {
  console.log(`node ${process.version}; times are of the whole process, models loaded included\n`);
  console.log("one article");
  for (const step of STEPS) {
    const file = join(folder, "large.txt");
    const size = Math.round(largest * step * MEGABYTE);
    writeFileSync(file, text(size));
    await report(`${(largest * step).toFixed(2)} MB`, size, [file, "--out", join(folder, "large")]);
  }
  console.log("\narticles in a folder");
  for (const step of STEPS) {
    const count = Math.round(most * step);
    const size = articles(join(folder, "small"), count);
    await report(`${count}`, size, [join(folder, "small"), "--out", join(folder, "small.jsonl")]);
    rmSync(join(folder, "small"), { recursive: true });
  }
} finally {
  rmSync(folder, { recursive: true });
}

function text(size: number): string {
  const parts: string[] = [];
  for (let length = 0; length < size; length += parts.at(-1)!.length + 2) parts.push(paragraph());
  return parts.join("\n\n").slice(0, size);
}

/** Writes small articles, a thousand a folder, and returns their size in bytes. */
function articles(root: string, count: number): number {
  let size = 0;
  for (let i = 0; i < count; i++) {
    const place = join(root, String(Math.trunc(i / 1000)));
    if (i % 1000 === 0) mkdirSync(place, { recursive: true });
    const content = Array.from({ length: PARAGRAPHS_OF_SMALL }, paragraph).join("\n\n");
    writeFileSync(join(place, `${i}.txt`), content);
    size += Buffer.byteLength(content);
  }
  return size;
}

async function report(name: string, size: number, args: readonly string[]): Promise<void> {
  const { seconds, peak } = await measured(["annotate", ...args, "--published", "2026-02-23", "--quiet"]);
  const rate = size / MEGABYTE / seconds;
  console.log(
    `${name.padStart(12)}${`${seconds.toFixed(1)} s`.padStart(10)}${`${rate.toFixed(2)} MB/s`.padStart(14)}` +
      `${`${Math.round(peak)} MB`.padStart(12)} at most`,
  );
}

/** Runs the command in a process of its own, which says at its end how much memory it had at most (in MB). */
function measured(args: readonly string[]): Promise<{ seconds: number; peak: number }> {
  const tellPeak =
    "data:text/javascript,import{isMainThread}from'node:worker_threads';if(isMainThread)process.on('exit',()=>console.error(process.resourceUsage().maxRSS))";
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", tellPeak, join(ROOT, "bin/pressmark.js"), ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (part) => (said += part));
  return new Promise((done, fail) =>
    child.on("close", (code) => {
      const seconds = (performance.now() - started) / 1000;
      if (code === 0) done({ seconds, peak: Number(said.trim().split("\n").at(-1)) / 1024 });
      else fail(new Error(`the command ended with ${code}: ${said}`));
    }),
  );
}
