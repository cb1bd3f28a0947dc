import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { news } from "../pipelines/news.ts";
import { root } from "./support/cli.ts";

/** The parts of the house, each of which may import those before it and itself. */
const PARTS = [
  "src/schema",
  "src/*.ts",
  "src/tagger",
  "src/stages",
  "pipelines",
  "src/score",
  "src/batch",
  "src/annotator.ts",
  "src/diff",
  "src/report",
  "src/vitest.ts",
  "src/cli",
];

const partOf = (file: string): number => {
  const own = PARTS.findIndex((part) => file === part || file.startsWith(`${part}/`));
  if (own >= 0) return own;
  return /^src\/[^/]+\.ts$/.test(file) ? PARTS.indexOf("src/*.ts") : -1;
};

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));

/** Static imports; `import()` is how the library loads a pipeline only when it is needed. */
const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), "utf8").matchAll(/^(?:import|export)\s[^;]*?from "(\.[^"]+)"/gm)].map(
    ([, target]) => normalize(join(dirname(file), target!)),
  );

describe("the layout", () => {
  it("lists the stages in the order the news pipeline runs them", () => {
    const folders = readdirSync(join(root, "src/stages")).sort();
    expect(folders).toEqual(news().stages.map(({ name }, i) => `${i + 1}-${name}`));
  });

  it("has imports that point one way", () => {
    const wrong = [...sources("src"), ...sources("pipelines")]
      .filter((file) => file !== "src/index.ts")
      .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
      .filter(({ file, target }) => partOf(target) < 0 || partOf(target) > partOf(file));
    expect(wrong).toEqual([]);
  });

  it("has a page of the report that imports nothing but itself and the data it is given", () => {
    const wrong = sources("src/report/page")
      .flatMap(importsOf)
      .filter((target) => !target.startsWith("src/report/page/") && target !== "src/report/page-data.ts");
    expect(wrong).toEqual([]);
    expect(importsOf("src/report/page-data.ts")).toEqual([]);
  });

  it("has a page of the report that makes no markup from text, and asks nothing of the network", () => {
    const risky =
      /innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|DOMParser|document\.write|\beval\b|new Function|\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|\bimport\(/;
    expect(sources("src/report/page").filter((file) => risky.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
  });

  it("has no stage that imports another", () => {
    const stageOf = (file: string) => /^src\/stages\/([^/]+)/.exec(file)?.[1];
    const wrong = sources("src/stages").flatMap((file) =>
      importsOf(file)
        .filter((target) => stageOf(target) && stageOf(target) !== stageOf(file))
        .map((target) => `${file} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});
