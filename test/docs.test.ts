import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pressmark, root, temporaryFolder } from "./support/cli.ts";

const run = promisify(execFile);
const folder = temporaryFolder();
afterAll(folder.remove);

/** The code blocks of a page, in order. */
const codeBlocks = (page: string, language: string): string[] =>
  [...readFileSync(join(root, page), "utf8").matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)]
    .filter(([, found]) => found === language)
    .map(([, , code]) => code!);

beforeAll(() => {
  // A project of a user's that has pressmark installed.
  mkdirSync(folder.path("project/node_modules"), { recursive: true });
  symlinkSync(root, folder.path("project/node_modules/pressmark"));
  symlinkSync(join(root, "node_modules/@types"), folder.path("project/node_modules/@types"));
  writeFileSync(folder.path("project/package.json"), '{ "type": "module" }');
});

describe("docs/pipelines.md", () => {
  const [example] = codeBlocks("docs/pipelines.md", "ts");
  const module = folder.path("my-pipeline.ts"); // far from any node_modules

  it("has an example that works", async () => {
    writeFileSync(module, example!);
    const input = JSON.stringify({ id: "a", text: "“No,” she said on Tuesday." });
    const { code, stdout, stderr } = await pressmark(["annotate", "-", "--pipeline", module], input);
    expect([code, stderr]).toEqual([0, expect.stringContaining("1 of 1")]);
    const document = JSON.parse(stdout);
    expect(document.extra).toEqual({ readingTime: { minutes: 1 } });
    expect(document.dates).toEqual([]); // no publication date, so "Tuesday" is not certain
    expect(document.notes).toMatchObject([{ code: "not-run", message: expect.stringContaining("quotes") }]);
  });

  it("has an example that explain can explain", async () => {
    const { code, stdout } = await pressmark(["explain", module]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/4 {2}reading-time\n {6}needs {2}tokens\n {6}adds {3}readingTime/);
  });

  it("has an example that compiles in a user's project", async () => {
    writeFileSync(folder.path("project/my-pipeline.ts"), example!);
    const options = [
      "--strict",
      "--noEmit",
      "--module",
      "nodenext",
      "--target",
      "es2023",
      "--types",
      "node",
      "my-pipeline.ts",
    ];
    await run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), ...options], {
      cwd: folder.path("project"),
    });
  });

  it("tells the truth about the error of a wrong order", async () => {
    writeFileSync(
      folder.path("wrong.ts"),
      `import { entities, pipeline, quotes, read, repair, segment } from "pressmark";
       export default pipeline("mine", [read(), repair(), segment(), quotes(), entities()]);`,
    );
    const { code, stderr } = await pressmark(["explain", folder.path("wrong.ts")]);
    expect(code).toBe(3);
    const [told] = codeBlocks("docs/pipelines.md", "text");
    expect(stderr).toContain(told!.split("; the layers")[0]);
  });
});

describe("README.md", () => {
  const [single, many] = codeBlocks("README.md", "js");

  it("shows what its example article comes out as", async () => {
    const [text] = codeBlocks("README.md", "text");
    const [shown] = codeBlocks("README.md", "json");
    writeFileSync(folder.path("bridge.txt"), text!);
    const args = ["annotate", folder.path("bridge.txt"), "--published", "2026-02-25", "--out", "-"];
    const { stdout } = await pressmark(args);
    expect(JSON.parse(stdout)).toMatchObject(JSON.parse(shown!));
  });

  it.each([
    ["one article", single],
    ["many articles", many],
  ])("has an example for %s that works, and prints what it says", async (name, code) => {
    const file = folder.path(`project/${name.replace(" ", "-")}.mjs`);
    writeFileSync(file, code!);
    const { stdout } = await run(process.execPath, [file], { cwd: folder.path("project") });
    const promised = [...code!.matchAll(/^\s*\/\/ (?:→|->) (.*)$/gm)].map(([, line]) => line);
    expect(promised.length).toBeGreaterThan(0);
    expect(stdout.trim().split("\n")).toEqual(promised);
  });
});
