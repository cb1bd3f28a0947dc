import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { root, temporaryFolder } from "../support/cli.ts";

const run = promisify(execFile);
const folder = temporaryFolder();
afterAll(folder.remove);

describe("docs/regression.md", () => {
  it("has an example for vitest that passes, and fails as the page shows", async () => {
    const page = readFileSync(join(root, "docs/regression.md"), "utf8");
    const [, example] = /^```ts\n(import \{ test \}[\s\S]*?)^```/m.exec(page)!;
    const [, shown] = /^```text\nthe extraction([\s\S]*?)^```/m.exec(page)!;
    mkdirSync(folder.path("node_modules"));
    symlinkSync(root, folder.path("node_modules/pressmark"));
    symlinkSync(join(root, "node_modules/vitest"), folder.path("node_modules/vitest"));
    writeFileSync(folder.path("package.json"), '{ "type": "module" }');
    writeFileSync(folder.path("good.test.ts"), example!);
    writeFileSync(folder.path("bad.test.ts"), example!.replace('"3500000"', '"3"'));
    const vitest = (file: string) =>
      run(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), "run", "--testTimeout=60000", file], {
        cwd: folder.path(),
        env: { ...process.env, NO_COLOR: "1" },
      });
    expect((await vitest("good.test.ts")).stdout).toMatch(/1 passed/);
    const failed = await vitest("bad.test.ts").catch((error: { stderr: string }) => error);
    for (const line of shown!.trim().split("\n")) expect(failed.stderr).toContain(line.trim());
  });
});
