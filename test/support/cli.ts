import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The articles that come with the package. */
export const articles = join(root, "fixtures/articles");

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the built command as a user's shell would. */
export const start = (args: readonly string[], cwd = root) =>
  spawn(process.execPath, [join(root, "bin/pressmark.js"), ...args], { cwd, env: { ...process.env, NO_COLOR: "1" } });

/** Runs the built command to its end, with `input` on its standard input. */
export function pressmark(args: readonly string[], input: string | Uint8Array = "", cwd = root): Promise<Ran> {
  const child = start(args, cwd);
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (part) => (stdout += part));
  child.stderr.setEncoding("utf8").on("data", (part) => (stderr += part));
  child.stdin.on("error", () => {}); // it may end before it has read all
  child.stdin.end(input);
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => done({ code, stdout, stderr }));
  });
}

/** Makes an empty folder, and takes it away again. */
export function temporaryFolder(): { path: (...parts: string[]) => string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "pressmark-"));
  return { path: (...parts) => join(folder, ...parts), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
