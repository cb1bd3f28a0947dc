import { existsSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { pressmark, temporaryFolder } from "../support/cli.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
afterEach(() => void vi.unstubAllEnvs());

/** What stages do wrong to the article that says so, and what is then said of it. */
const FAULTS: Record<string, [code: string, message: RegExp]> = {
  throws: ['throw new Error("one\\nline")', /\[odd\] one line; the fault is in the stage/],
  null: ["throw null", /\[odd\] null; /],
  monster: ["throw { toString() { throw 1; } }", /\[odd\] threw something that cannot be shown; /],
  promise: ["return Promise.resolve({})", /\[odd\] "run" must return .* not as a promise; /],
  iterates: ["for (const _ of Promise.resolve([])) ;", /\[odd\] .*not iterable; /],
  recurses: ["const deeper = () => 1 + deeper(); deeper()", /\[odd\] Maximum call stack/],
  exits: ["process.exit(0)", /the worker thread ended \(.*0\); look in the pipeline for a call of process.exit/],
  hoards: [
    "const all = []; for (;;) all.push({ all, at: [all.length] })",
    /the worker thread ran out of memory; split/,
  ],
};

/** Runs an article for each fault, with good ones between them, through a stage that has them all. */
function annotateWith(faults: readonly string[], ...args: string[]) {
  const module = folder.path("odd.mjs");
  const cases = faults.map((name) => `if (raw.text === "${name}") { ${FAULTS[name]![0]} }`);
  writeFileSync(
    module,
    `import { defineStage, pipeline, read, repair, segment, validate, write } from "pressmark";
    const odd = defineStage({ name: "odd", needs: ["raw"], adds: [], run: ({ raw }) => {
      console.log("LOGGED");
      process.stdout.write("WRITTEN\\n");
      ${cases.join("\n")}
      return {};
    } });
    export default () => pipeline("odd").use(read()).use(odd).use(repair()).use(segment()).use(validate()).use(write());`,
  );
  const texts = ["good", ...faults.flatMap((name) => [name, "good"])];
  const input = texts.map((text, i) => JSON.stringify({ id: i + 1, text })).join("\n");
  return pressmark(["annotate", "-", "--pipeline", module, ...args], input);
}

const ids = (stdout: string): number[] =>
  stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => Number(JSON.parse(line).id));

describe("a stage that goes wrong", () => {
  const faults = Object.keys(FAULTS).filter((name) => name !== "hoards");

  it.each(["1", "2"])("fails its article only, with --jobs %s, and prints nothing among the data", async (jobs) => {
    const { code, stdout, stderr } = await annotateWith(faults, "--jobs", jobs);
    expect(ids(stdout)).toEqual([1, ...faults.map((_, i) => 2 * i + 3)]);
    for (const [i, name] of faults.entries())
      expect(stderr).toMatch(new RegExp(`^failed: standard input:${2 * i + 2}: ${FAULTS[name]![1].source}`, "m"));
    expect(stderr).toContain("LOGGED\n");
    expect(stderr).toContain("WRITTEN\n");
    expect(code).toBe(1);
  });

  it("by taking all memory fails its article only", async () => {
    vi.stubEnv("NODE_OPTIONS", "--max-old-space-size=256");
    const { code, stdout, stderr } = await annotateWith(["hoards"]);
    expect(ids(stdout)).toEqual([1, 3]);
    expect(stderr).toMatch(new RegExp(`^failed: standard input:2: ${FAULTS.hoards![1].source}`, "m"));
    expect(code).toBe(1);
  });
});

it.each([
  ["syntax.ts", "export default () => {", /pipeline module .*syntax.ts does not load: .*Unexpected token/],
  ["empty.mjs", 'import { pipeline } from "pressmark"; export default pipeline("e");', /"e" writes nothing/],
  ["exits.ts", "process.exit(0);", /the worker thread ended/],
])("a module that makes no pipeline (%s) ends the run before anything is written", async (name, code, message) => {
  writeFileSync(folder.path(name), code);
  const args = ["annotate", "-", "--pipeline", folder.path(name), "--out", folder.path("never/written")];
  const ran = await pressmark(args, '{"text":"x"}');
  expect(ran.stderr).toMatch(/^pressmark: .+\n$/);
  expect(ran.stderr).toMatch(message);
  expect([ran.code, ran.stdout]).toEqual([3, ""]);
  expect(existsSync(folder.path("never"))).toBe(false);
});

it("a module may be TypeScript with types, print while it loads, and leave timers behind", async () => {
  const module = folder.path("typed.ts");
  writeFileSync(
    module,
    `import { defineStage, pipeline, read, repair, segment, validate, write, type Doc } from "pressmark";
    declare module "pressmark" { interface Layers { size: { value: number } } }
    enum Unit { One = 1 }
    abstract class Measure { constructor(protected readonly unit: Unit) {} abstract of(text: string): number; }
    class Length extends Measure { of(text: string) { return text.length * this.unit; } }
    const size = defineStage({ name: "size", needs: ["raw"], adds: ["size"], run: ({ raw }: Doc<"raw">) =>
      ({ size: { value: new Length(Unit.One).of(raw.text) satisfies number } }) });
    console.log("LOADING");
    setInterval(() => {}, 1000);
    export default async () =>
      pipeline("typed").use(read()).use(size).use(repair()).use(segment()).use(validate()).use(write());`,
  );
  const ran = await pressmark(["annotate", "-", "--pipeline", module], '{"text":"good 1"}');
  expect(ran.code).toBe(0);
  expect(JSON.parse(ran.stdout).extra).toEqual({ size: { value: 6 } });
  expect(ran.stderr).toContain("LOADING");
});
