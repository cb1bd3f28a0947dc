import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { pressmark, root, temporaryFolder } from "../support/cli.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

describe("docs/scoring.md", () => {
  it("begins with an example that prints what it shows", async () => {
    const page = readFileSync(join(root, "docs/scoring.md"), "utf8");
    const block = (language: string): string =>
      new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "m").exec(page)![1]!;
    writeFileSync(folder.path("gold.jsonl"), block("json"));
    const [, command] = /^\$ npx pressmark (.*)$/.exec(block("console").trim())!;
    const { code, stdout } = await pressmark(command!.split(" "), "", folder.path());
    expect(code).toBe(0);
    let at = 0;
    for (const part of block("text").split("…\n")) {
      expect(stdout.slice(at)).toContain(part);
      at = stdout.indexOf(part, at) + part.length;
    }
  });
});
