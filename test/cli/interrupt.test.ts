import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import type { RunReport } from "../../src/batch/report.ts";
import { start, temporaryFolder } from "../support/cli.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const record = (id: string) => `${JSON.stringify({ id, text: `This is article ${id}.` })}\n`;
const report = (name: string): RunReport => JSON.parse(readFileSync(folder.path(name, "run.json"), "utf8"));
const files = (name: string) => (existsSync(folder.path(name)) ? readdirSync(folder.path(name)) : []);

/** A pipeline that says by one file that it has begun an article, and waits for another before it ends it. */
function waitingPipeline(name: string): { module: string; begun: string; go: string } {
  const [module, begun, go] = [`${name}.mjs`, `${name}-begun`, `${name}-go`].map((file) => folder.path(file));
  writeFileSync(
    module!,
    `import { existsSync, writeFileSync } from "node:fs";
    import { defineStage, pipeline, read, repair, segment, validate, write } from "pressmark";
    const wait = defineStage({ name: "wait", needs: ["raw"], adds: [], run: () => {
      writeFileSync(${JSON.stringify(begun)}, "");
      const nothing = new Int32Array(new SharedArrayBuffer(4));
      while (!existsSync(${JSON.stringify(go)})) Atomics.wait(nothing, 0, 0, 20);
      return {};
    } });
    export default () => pipeline("w").use(read()).use(wait).use(repair()).use(segment()).use(validate()).use(write());`,
  );
  return { module: module!, begun: begun!, go: go! };
}

function watch(child: ChildProcessWithoutNullStreams) {
  const seen = { stderr: "" };
  child.stderr.setEncoding("utf8").on("data", (part) => {
    seen.stderr += part;
  });
  child.stdin.on("error", () => {});
  const ended = new Promise<{ code: number | null; signal: string | null }>((done) =>
    child.on("close", (code, signal) => done({ code, signal })),
  );
  return { seen, ended };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((go) => setTimeout(go, 20));
}

describe("an interrupt", () => {
  it("ends a run that waits for more input, with the report written and told of", async () => {
    const child = start(["annotate", "-", "--out", folder.path("stopped")]);
    const { seen, ended } = watch(child);
    child.stdin.write(record("first"));
    await until(() => existsSync(folder.path("stopped/first.json")));
    child.kill("SIGINT"); // standard input is still open
    expect((await ended).code).toBe(130);
    expect(seen.stderr).toMatch(/stopping: what was begun is being finished/);
    expect(seen.stderr).toMatch(/Interrupted: 1 of 1 article annotated/);
    expect(seen.stderr).toContain(folder.path("stopped/run.json"));
    expect(report("stopped")).toMatchObject({ interrupted: true, counts: { written: 1 } });
  });

  it("lets finish what was begun, and nothing else", async () => {
    const { module, begun, go } = waitingPipeline("begun");
    const child = start(["annotate", "-", "--out", folder.path("begun"), "--jobs", "1", "--pipeline", module]);
    const { seen, ended } = watch(child);
    child.stdin.end(Array.from({ length: 10 }, (_, i) => record(`${i}`)).join(""));
    await until(() => existsSync(begun));
    child.kill("SIGINT");
    await until(() => seen.stderr.includes("stopping"));
    writeFileSync(go, "");
    expect((await ended).code).toBe(130);
    const { interrupted, counts } = report("begun");
    expect(interrupted).toBe(true);
    expect([1, 2]).toContain(counts.written); // one at work and one at the door
    expect(counts.articles).toBe(counts.written);
    expect(files("begun")).toHaveLength(counts.written + 1);
  });

  it("followed by a second one gives up, and leaves nothing half written", async () => {
    const { module, begun } = waitingPipeline("stuck");
    const child = start(["annotate", "-", "--out", folder.path("stuck/out.jsonl"), "--pipeline", module]);
    const { seen, ended } = watch(child);
    child.stdin.end(record("a"));
    await until(() => existsSync(begun));
    expect(files("stuck")).toEqual([expect.stringMatching(/tmp$/)]);
    child.kill("SIGINT");
    await until(() => seen.stderr.includes("stopping"));
    child.kill("SIGINT");
    expect(await ended).toEqual({ code: null, signal: "SIGINT" }); // which is 130 to a shell
    expect(files("stuck")).toEqual([]);
  });

  it("at the very start ends it too", async () => {
    for (const waits of [0, 10, 20, 30]) {
      const child = start(["annotate", "fixtures/articles", "--out", folder.path("early/out.jsonl")]);
      const { ended } = watch(child);
      await new Promise((go) => child.once("spawn", go));
      for (let wait = 0; wait < waits; wait++) await new Promise((go) => setTimeout(go, 20));
      child.kill("SIGINT");
      const { code, signal } = await ended;
      expect(signal ?? code).toBe(signal ? "SIGINT" : 130);
      expect(files("early").filter((name) => name.endsWith(".tmp"))).toEqual([]);
    }
  });
});
