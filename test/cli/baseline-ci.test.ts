import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { articles, pressmark, type Ran, root, temporaryFolder } from "../support/cli.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const SAMPLE = "2026-04-21-kerbrat-painting";
const BASELINE = "fixtures/baseline.txt";

/** The arguments that a script of package.json gives to pressmark. */
function argumentsOf(script: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const [node, bin, ...args] = scripts[script].split(" ");
  expect([node, bin]).toEqual(["node", "bin/pressmark.js"]);
  return args;
}

/** Runs the script in a checkout that has one of the sample articles. */
const run = (script: string): Promise<Ran> => pressmark(argumentsOf(script), "", folder.path());

describe("the baseline of the sample articles", () => {
  it("is checked in CI, with the scores against their gold, against the file that is accepted", () => {
    expect(readFileSync(join(root, ".ci/run"), "utf8")).toMatch(/^check "[^"]+" npm run --silent baseline:check$/m);
    const [accept, check] = [argumentsOf("baseline:accept"), argumentsOf("baseline:check")];
    expect(check).toEqual(accept.map((arg) => (arg === "accept" ? "check" : arg)));
    expect(check).toEqual(expect.arrayContaining(["--gold", "--file", BASELINE]));
  });

  it("passes once it is accepted, and fails if an annotation or a score is lost", async () => {
    mkdirSync(folder.path("fixtures"));
    cpSync(join(articles, SAMPLE), folder.path("fixtures/articles", SAMPLE), { recursive: true });
    expect((await run("baseline:accept")).code).toBe(0);
    expect(await run("baseline:check")).toMatchObject({ code: 0, stdout: "" });

    const accepted = readFileSync(folder.path(BASELINE), "utf8");
    const [date] = /^dates .*$/m.exec(accepted)!;
    const [score, f1] = /^score "dates strict f1" (\S+)$/m.exec(accepted)!;
    writeFileSync(
      folder.path(BASELINE),
      accepted
        .replace(date, `${date}\n${date.replace(/^dates \S+/, "dates 0-1")}`)
        .replace(score, 'score "dates strict f1" 101'),
    );
    const { code, stdout } = await run("baseline:check");
    expect(code).toBe(4);
    expect(stdout).toMatch(new RegExp(`^${SAMPLE}/article\\n {2}0-1 {2}dates lost: `));
    expect(stdout).toContain(`score dates strict f1: 101 → ${f1} (lower)\n`);
  });
});
