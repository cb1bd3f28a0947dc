import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import type { Document } from "../src/schema/document.ts";

// How quick the page of a report is, by the number of articles: two runs over the sample articles again and again, with
// some annotations changed in the second. First the time that writing it keeps a processor busy, and its memory.
//   npm run bench:report [-- MOST_ARTICLES [PATH_OF_CHROMIUM]]

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const [most = "5000", executablePath = "/usr/bin/chromium"] = process.argv.slice(2);
/** Each time is the median of so many. */
const ROUNDS = 5;

const folder = mkdtempSync(join(tmpdir(), "pressmark-report-bench-"));
try {
  await pressmark("annotate", join(ROOT, "fixtures/articles"), "--out", join(folder, "samples"), "--quiet");
  const samples = readdirSync(join(folder, "samples"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("article.json"))
    .map((name) => JSON.parse(readFileSync(join(folder, "samples", name), "utf8")) as Document);
  console.log(`node ${process.version}, times in milliseconds, median of ${ROUNDS}\n`);
  const columns = [
    "articles",
    "processor",
    "memory",
    "file",
    "open",
    "all read",
    "articles",
    "filter",
    "article",
    "changes",
    "filter",
  ];
  console.log(columns.map((name) => name.padStart(11)).join(""));
  for (const count of [Number(most) / 25, Number(most) / 5, Number(most)].map(Math.round)) {
    const [a, b] = [await run("a.jsonl", samples, count), await run("b.jsonl", samples.map(changed), count)];
    const out = join(folder, "report.html");
    const { seconds, megabytes } = await pressmark("report", a, b, "--out", out);
    const size = `${(statSync(out).size / 2 ** 20).toFixed(1)} MB`;
    const times = await timesOf(pathToFileURL(out).href, count);
    console.log(
      [count, `${seconds.toFixed(1)} s`, `${Math.round(megabytes)} MB`, size, ...times]
        .map((cell) => String(cell).padStart(11))
        .join(""),
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** Writes so many documents, the samples again and again under other names. */
async function run(name: string, samples: readonly Document[], count: number): Promise<string> {
  const stream = createWriteStream(join(folder, name));
  for (let i = 0; i < count; i++) {
    const sample = samples[i % samples.length]!;
    const title = `${sample.article.title ?? "Untitled"}, no. ${i}`;
    const line = `${JSON.stringify({ ...sample, id: `story/${i}`, article: { ...sample.article, title } })}\n`;
    if (!stream.write(line)) await new Promise<void>((go) => stream.once("drain", go));
  }
  stream.end();
  await finished(stream);
  return join(folder, name);
}

/** Every seventh date is gone, every third amount another. */
function changed(document: Document): Document {
  return {
    ...document,
    dates: document.dates.filter((_, i) => i % 7 !== 3),
    money: document.money.map((money, i) =>
      i % 3 === 0 && money.amount ? { ...money, amount: `${money.amount}5` } : money,
    ),
  };
}

async function timesOf(url: string, count: number): Promise<number[]> {
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  const rounds: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: "reduce" });
    // Until something is there and about to be painted, by the page's own clock.
    const until = (act: string, there: string, from = "performance.now()"): Promise<number> =>
      page.evaluate(`new Promise((go) => {
        const started = ${from};
        ${act};
        const look = () => document.querySelector(${JSON.stringify(there)}) ? go(performance.now() - started) : requestAnimationFrame(look);
        requestAnimationFrame(look);
      })`);
    const type = (name: string, text: string): string =>
      `const field = document.querySelector("[name=${name}]"); field.value = "${text}"; field.dispatchEvent(new Event("input"))`;
    await page.goto(url, { waitUntil: "commit" });
    const open = await until("", ".lead h1", "0");
    await page.waitForLoadState("load");
    const read = await page.evaluate<number>("performance.getEntriesByType('navigation')[0].loadEventStart");
    rounds.push([
      open,
      read,
      await until('location.hash = "#/articles"', '#articles [role="option"]'),
      await until(type("find", `no. ${count - 1}`), '#articles [aria-setsize="1"]'),
      await until(`location.hash = "#/articles/${count - 1}"`, ".text .mark"),
      await until('location.hash = "#/changes"', ".change-row .pair"),
      await until(type("article", `no. ${count - 2}`), ".change-row .pair"),
    ]);
    await page.close();
  }
  await browser.close();
  return rounds[0]!.map((_, i) => Math.round(rounds.map((times) => times[i]!).sort((x, y) => x - y)[ROUNDS >> 1]!));
}

/** Runs the command in a process of its own, which says at its end how long it kept a processor busy (in seconds) and how much memory it had at most (in MB). */
function pressmark(...args: string[]): Promise<{ seconds: number; megabytes: number }> {
  const tell =
    "data:text/javascript,import{isMainThread}from'node:worker_threads';if(isMainThread)process.on('exit',()=>" +
    "{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();console.error((u+s)/1e6,m/1024)})";
  const child = spawn(process.execPath, ["--import", tell, join(ROOT, "bin/pressmark.js"), ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (part) => (said += part));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => {
      const [seconds, megabytes] = said.trim().split("\n").at(-1)!.split(" ").map(Number);
      if (code === 0) done({ seconds: seconds!, megabytes: megabytes! });
      else fail(new Error(`pressmark ${args[0]} ended with ${code}: ${said}`));
    });
  });
}
