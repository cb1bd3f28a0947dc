import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root, temporaryFolder } from "../support/cli.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

/** A code block of a page, with the text between it and the one before. */
interface Block {
  readonly language: string;
  readonly code: string;
  readonly lead: string;
}

function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  let end = 0;
  for (const { 0: all, 1: language, 2: code, index } of page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)) {
    blocks.push({ language: language!, code: code!, lead: page.slice(end, index) });
    end = index + all.length;
  }
  return blocks;
}

/** What a user does who follows the page: files to write, commands to run, and what is to be seen. */
type Step =
  | { readonly kind: "file"; readonly path: string; readonly content: string }
  | { readonly kind: "command"; readonly command: string; readonly code: number; readonly shown: readonly string[] }
  | { readonly kind: "baseline"; readonly lines: readonly string[] }
  | { readonly kind: "workflow"; readonly command: string };

function stepsOf(page: string): Step[] {
  const blocks = blocksOf(page);
  return blocks.flatMap(({ language, code, lead }, i): Step[] => {
    const lines = code.trimEnd().split("\n");
    const path = /`([^`\s]+\.\w+)`[^`]*:\n\n$/.exec(lead)?.[1];
    if (path !== undefined) return [{ kind: "file", path, content: code }];
    if (language === "diff") return [{ kind: "baseline", lines }];
    if (language === "yaml") return [{ kind: "workflow", command: lines[0]!.replace(/^- run: /, "") }];
    if (language !== "console") return [];
    const next = blocks[i + 1];
    const shown = next?.language === "text" && next.lead.trim() === "" ? next.code.trimEnd().split("\n") : [];
    return lines.map((line, k): Step => {
      expect(line).toMatch(/^\$ /);
      return {
        kind: "command",
        command: line.slice(2).replace(/\s+#.*$/, ""),
        code: Number(/# exit code (\d)/.exec(line)?.[1] ?? 0),
        shown: k === lines.length - 1 ? shown.filter((text) => text !== "…") : [],
      };
    });
  });
}

function run(command: string): Promise<{ code: number | null; output: string }> {
  const child = spawn("bash", ["-c", command], {
    cwd: folder.path(),
    env: { ...process.env, NO_COLOR: "1", npm_config_offline: "true", npm_config_update_notifier: "false" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part) => (output += part));
  child.stdin.end();
  return new Promise((done) => child.on("close", (code) => done({ code, output })));
}

/** The lines stand in the text one after another. */
function expectInOrder(text: string, lines: readonly string[]): void {
  let at = 0;
  for (const line of lines) {
    const found = text.indexOf(line, at);
    expect(found < 0 ? `${line} is not after\n${text.slice(0, at)}<here>${text.slice(at)}` : line).toBe(line);
    at = found + line.length;
  }
}

describe("docs/regression.md", () => {
  const steps = stepsOf(readFileSync(join(root, "docs/regression.md"), "utf8"));

  beforeAll(() => {
    // A project of a user's that has pressmark installed.
    mkdirSync(folder.path("node_modules/.bin"), { recursive: true });
    symlinkSync(root, folder.path("node_modules/pressmark"));
    symlinkSync(join(root, "bin/pressmark.js"), folder.path("node_modules/.bin/pressmark"));
    writeFileSync(folder.path("package.json"), '{ "type": "module" }');
  });

  it("can be followed from its first command to its last", async () => {
    const commands: string[] = [];
    const baselines: string[] = [];
    for (const step of steps) {
      if (step.kind === "file") {
        mkdirSync(dirname(folder.path(step.path)), { recursive: true });
        writeFileSync(folder.path(step.path), step.content);
      } else if (step.kind === "command") {
        const { code, output } = await run(step.command);
        commands.push(step.command);
        expect(`${step.command}\n${code === step.code ? "" : output}exit code ${code}`).toBe(
          `${step.command}\nexit code ${step.code}`,
        );
        expectInOrder(output, step.shown);
        if (/ baseline accept .*--gold/.test(step.command))
          baselines.push(readFileSync(folder.path("pressmark-baseline.txt"), "utf8"));
      } else if (step.kind === "baseline") {
        const [before, after] = baselines.map((baseline) => baseline.split("\n"));
        for (const line of step.lines.filter((text) => text !== "…")) {
          const isIn = [before!.includes(line.slice(1)), after!.includes(line.slice(1))];
          expect([line, isIn]).toEqual([line, [line[0] !== "+", line[0] !== "-"]]);
        }
      } else expect(commands).toContain(step.command);
    }
    const names = ["annotate", "score", "diff", "report", "baseline accept", "baseline check"];
    for (const name of names) expect(commands.join("\n")).toContain(`npx pressmark ${name} `);
    expect(steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["file", "baseline", "workflow"]));
  }, 600_000);
});
