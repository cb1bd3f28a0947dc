import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { loadPipeline } from "../../src/batch/pipeline-module.ts";
import { temporaryFolder } from "../support/cli.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

describe("loadPipeline", () => {
  it.each([
    ["syntax.ts", "export default () => {", /module .*syntax.ts does not load: .*Unexpected token/s],
    ["nothing.ts", "export const x = 1;", /nothing.ts must export a pipeline/],
    ["number.ts", "export default 5;", /number.ts must export a pipeline/],
    ["throws.ts", 'throw new Error("on load");', /throws.ts does not load: on load/],
    ["null.ts", "throw null;", /null.ts does not load: null/],
    ["missing.ts", 'import "no-such-package"; export default 5;', /does not load: Cannot find .*no-such-package/],
    ["factory.ts", 'export default async () => { throw new Error("inside"); };', /factory.ts does not load: inside/],
    ["data.json", '{ "stages": [] }', /data.json must export a pipeline/],
    ["empty.mjs", 'import { pipeline } from "pressmark"; export default pipeline("e");', /"e" writes nothing/],
    [
      "raw.mjs",
      `import { pipeline } from "pressmark";
      export default pipeline("r").use({ name: "w", needs: [], adds: ["output"], run: () => ({ output: "" }) });`,
      /"r" writes nothing: no stage adds the layer "document"/,
    ],
  ])("says what is wrong with %s", async (name, code, message) => {
    writeFileSync(folder.path(name), code);
    await expect(loadPipeline(folder.path(name))).rejects.toThrow(message);
  });

  it("says that there is no module, even where there is a folder", async () => {
    mkdirSync(folder.path("folder.ts"));
    for (const name of ["folder.ts", "nowhere.ts"])
      await expect(loadPipeline(folder.path(name))).rejects.toThrow(/there is no pipeline module/);
  });
});
