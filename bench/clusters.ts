import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { textInput } from "../src/layers.ts";
import { pipeline } from "../src/pipeline.ts";
import { read } from "../src/stages/1-read/read.ts";
import { repair } from "../src/stages/2-repair/repair.ts";
import { segment } from "../src/stages/3-segment/segment.ts";
import { entities } from "../src/stages/4-entities/entities.ts";

// How well names of one person, and of one organization, are joined: pairs of names, against clusters made by hand.
//   npm run build && node dist/bench/clusters.js FILE.jsonl [--gold bench/name-clusters.json] [--errors]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gold: { type: "string", default: fileURLToPath(new URL("../../bench/name-clusters.json", import.meta.url)) },
    errors: { type: "boolean", default: false },
  },
});
if (positionals.length === 0) throw new Error("expected the JSONL file with the articles of the clusters");

/** A name from its first character to the one after its last, in the text as given. */
type Name = readonly [start: number, end: number];
type Clusters = readonly (readonly Name[])[];

const TYPES = ["PERSON", "ORG"] as const;
const gold = JSON.parse(readFileSync(values.gold, "utf8")) as Record<(typeof TYPES)[number], Record<string, Clusters>>;
const joining = pipeline("entities").use(read()).use(repair()).use(segment()).use(entities());
const counts = Object.fromEntries(
  TYPES.map((type) => [type, { articles: 0, names: 0, gold: 0, found: 0, right: 0, foreign: 0 }]),
) as Record<(typeof TYPES)[number], Record<"articles" | "names" | "gold" | "found" | "right" | "foreign", number>>;

for (const line of positionals.flatMap((file) => readFileSync(file, "utf8").split("\n"))) {
  if (line.trim() === "") continue;
  const { id, text } = JSON.parse(line) as { id: string; text: string };
  if (!TYPES.some((type) => gold[type][id])) continue;
  const found = joining.run(textInput(text)).entities;
  for (const type of TYPES) {
    const clusters = found
      .filter((entity) => entity.type === type)
      .map(({ mentions }) =>
        mentions.filter(({ kind }) => kind === "name").map(({ start, end }): Name => [start, end]),
      );
    compare(id, text, type, gold[type][id] ?? [], clusters);
  }
}
for (const type of TYPES) {
  const { articles, names, gold: all, found, right, foreign } = counts[type];
  const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1);
  console.log(
    `${type}: ${articles} articles, ${names} names, ${all} pairs; ${found} found, ${right} right: precision ${percent(right, found)} ` +
      `(${percent(right, found - foreign)} among names of the gold), recall ${percent(right, all)}`,
  );
}

/** Counts pairs of names: those of one gold cluster, those of one entity, and those of both. `foreign`: with a name not in the gold. */
function compare(id: string, text: string, type: (typeof TYPES)[number], clusters: Clusters, found: Clusters): void {
  const sums = counts[type];
  sums.articles++;
  const clusterAt = ([start, end]: Name, all: Clusters): number =>
    all.findIndex((names) => names.some((name) => name[0] < end && start < name[1]));
  const tell = (kind: string, one: Name, other: Name): void => {
    if (values.errors)
      console.log(`${kind} ${type} ${id}: ${text.slice(...one)} @${one[0]} = ${text.slice(...other)} @${other[0]}`);
  };
  for (const names of clusters) {
    sums.names += names.length;
    for (const [one, other] of pairsOf(names)) {
      sums.gold++;
      const entity = clusterAt(one, found);
      if (entity < 0 || entity !== clusterAt(other, found)) tell("missed", one, other);
    }
  }
  for (const names of found)
    for (const [one, other] of pairsOf(names)) {
      sums.found++;
      const [a, b] = [clusterAt(one, clusters), clusterAt(other, clusters)];
      if (a < 0 || b < 0) sums.foreign++;
      if (a >= 0 && a === b) sums.right++;
      else tell("wrong", one, other);
    }
}

function pairsOf(names: readonly Name[]): (readonly [Name, Name])[] {
  return names.flatMap((one, i) => names.slice(i + 1).map((other) => [one, other] as const));
}
