import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { news, pipeline } from "../../src/index.ts";
import type { Document } from "../../src/schema/document.ts";
import { restoreSource } from "../../src/schema/restore.ts";
import type { GoldArticle } from "../../src/score/gold.ts";
import { pressmark, type Ran, root, temporaryFolder } from "../support/cli.ts";
import { inputOf } from "../support/sample.ts";
import { FAULTS, planted, REFUSED } from "./planted-faults.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

/** One text for all: each article gets a fault of its own, and what is told of it is looked at by itself. */
const TEXT = `Mayor Ana Ruiz of Quellin opened the bridge on Tuesday, and it cost â‚¬2 million.

“We have waited long enough for this day,” Ruiz said. “It is a fine bridge and it will last,” said Carlos Ortega, an engineer from Oslo.

The council will spend $3.5 million on the harbor in June 2026.`;

const FAULT_IDS = Object.keys(FAULTS);
const lines = (name: string, objects: readonly object[]): string => {
  writeFileSync(folder.path(name), objects.map((object) => `${JSON.stringify(object)}\n`).join(""));
  return folder.path(name);
};

/** What the sound pipeline finds stands for gold here: whatever is told then is the fault's. */
function goldOf({ id, text, entities, dates, money, quotes, sentences }: Document): GoldArticle {
  const [{ start: at = 0, end: until = 0, original = "" } = {}] = text.repairs;
  const source = (offset: number) => (offset >= until ? offset + original.length - (until - at) : offset);
  const placed = <T extends { start: number; end: number }>({ start, end }: T) => ({
    start: source(start),
    end: source(end),
  });
  const listed = (span: { start: number; end: number }): [number, number] => [source(span.start), source(span.end)];
  return {
    id,
    text: restoreSource(text),
    published: "2026-02-26",
    entities: entities.flatMap(({ type, mentions }) =>
      mentions.filter(({ kind }) => kind === "name").map((mention) => ({ ...placed(mention), type })),
    ),
    dates: dates.map((date) => ({ ...placed(date), type: date.type, value: date.value })),
    money: money.map((item) => ({ ...placed(item), amount: item.amount, currency: item.currency })),
    quotes: quotes.map(({ type, spans, speaker }) => ({
      kind: type,
      spans: spans.map(listed),
      speaker: speaker.mention ? [listed(speaker.mention)] : [],
    })),
    sentences: sentences.map(listed),
  };
}

/** What a command printed of each article: from its id on a line of its own to the next. */
function byArticle(text: string): Record<string, string> {
  const parts = text.split(new RegExp(`^(?=(?:${FAULT_IDS.join("|")})\\b)`, "m"));
  return Object.fromEntries(
    parts.flatMap((part) => {
      const id = /^[a-z-]+/.exec(part)?.[0] ?? "";
      return id in FAULTS ? [[id, part.split("\n\n")[0]!]] : [];
    }),
  );
}

let diffed: Ran;
let scored: Ran;
let checked: Ran;
let sound: Ran;
let told: { diff: Record<string, string>; check: Record<string, string> };
let errors: readonly Record<string, string | number>[];

beforeAll(async () => {
  const articles = lines(
    "articles.jsonl",
    [...FAULT_IDS, "sound"].map((id) => ({ id, text: TEXT, published: "2026-02-26" })),
  );
  const module = folder.path("faulty.ts");
  writeFileSync(
    module,
    `import { news, pipeline } from ${JSON.stringify(join(root, "dist/src/index.js"))};
     import { planted } from ${JSON.stringify(join(root, "test/diff/planted-faults.ts"))};
     export default pipeline("news", news().stages.map((stage) => planted(stage)));`,
  );
  const annotate = (out: string, ...more: string[]) =>
    pressmark(["annotate", articles, "--out", folder.path(out), "--quiet", "--jobs", "1", ...more]);
  expect((await annotate("sound.jsonl")).code).toBe(0);
  expect(await annotate("faulty.jsonl", "--pipeline", module)).toEqual({ code: 0, stdout: "", stderr: "" });
  const documents = readFileSync(folder.path("sound.jsonl"), "utf8").trim().split("\n");
  const gold = lines(
    "gold.jsonl",
    documents.map((line) => goldOf(JSON.parse(line))),
  );
  const baseline = (action: string, ...more: string[]) =>
    pressmark(["baseline", action, articles, "--file", folder.path("baseline.txt"), ...more]);
  expect((await baseline("accept")).code).toBe(0);

  diffed = await pressmark([
    "diff",
    folder.path("sound.jsonl"),
    folder.path("faulty.jsonl"),
    "--changes",
    "1000",
    "--gold",
    gold,
  ]);
  scored = await pressmark(["score", gold, "--run", folder.path("faulty.jsonl"), "--json", "--errors", "1000"]);
  sound = await pressmark(["score", gold, "--run", folder.path("sound.jsonl"), "--json", "--errors", "1000"]);
  checked = await baseline("check", "--pipeline", module);
  told = { diff: byArticle(diffed.stdout), check: byArticle(checked.stdout) };
  errors = JSON.parse(scored.stdout).errors;
}, 120_000);

/** Where words stand in the text as it is repaired. */
function place(words: string): string {
  const start = TEXT.replace("â‚¬", "€").indexOf(words);
  return `${start}-${start + words.length}`;
}

/**
 * What is told of each fault: by `diff` and `baseline check` the place, the change and the family of the rule, or the part of the
 * article; by `score` the error.
 */
const EXPECTED: Readonly<Record<string, readonly [change: string, error: object]>> = {
  "paragraph-lost": [
    `${place("$3.5 million")}  LOSS  money lost: "$3.5 million"  money  3500000 USD  [money/`,
    { layer: "money", kind: "missed", text: "$3.5 million" },
  ],
  "published-otherwise": [
    `${place("Tuesday")}  LOSS  dates revalued: "Tuesday"  2026-02-24 → 2026-01-20  [dates/`,
    { layer: "dates", kind: "value", text: "Tuesday", got: "2026-01-20", rule: expect.stringMatching(/^dates\//) },
  ],
  "repair-wrong": [
    `${place("€2 million")}  LOSS  money revalued: "€2 million" → "£2 million"  2000000 EUR → 2000000 GBP  [money/`,
    {
      layer: "money",
      kind: "value",
      text: "â‚¬2 million",
      got: "2000000 GBP",
      rule: expect.stringMatching(/^money\//),
    },
  ],
  "sentence-cut": ["sentences at 0-14", { layer: "sentences", kind: "spurious", text: "Mayor Ana Ruiz" }],
  "entity-dropped": [
    `${place("Oslo")}  LOSS  entities lost: "Oslo"  GPE  Oslo  [entities/`,
    { layer: "entities", kind: "missed", text: "Oslo" },
  ],
  "entity-retyped": [
    `${place("Ana Ruiz")}  LOSS  entities retyped: "Ana Ruiz"  PERSON → ORG  Ana Ruiz  [entities/`,
    { layer: "entities", kind: "type", text: "Ana Ruiz", got: "ORG", rule: expect.stringMatching(/^entities\//) },
  ],
  "mention-moved": [
    `10-14  LOSS  entities moved: "Ana Ruiz" → "Ruiz"  Ana Ruiz  [entities/`,
    { layer: "entities", kind: "bounds", text: "Ana Ruiz", got: "Ruiz", rule: expect.stringMatching(/^entities\//) },
  ],
  "year-off": [
    `${place("Tuesday")}  LOSS  dates revalued: "Tuesday"  2026-02-24 → 2027-02-24  [dates/`,
    { layer: "dates", kind: "value", text: "Tuesday", got: "2027-02-24", rule: expect.stringMatching(/^dates\//) },
  ],
  "date-dropped": [
    `${place("June 2026")}  LOSS  dates lost: "June 2026"  DATE  2026-06  [dates/`,
    { layer: "dates", kind: "missed", text: "June 2026" },
  ],
  "times-thousand": [
    `${place("€2 million")}  LOSS  money revalued: "€2 million"  2000000 EUR → 2000000000 EUR  [money/`,
    { layer: "money", kind: "value", got: "2000000000 EUR", rule: expect.stringMatching(/^money\//) },
  ],
  "speaker-swapped": [
    `${place("We have waited long enough for this day,")}  LOSS  quotes reattributed: "We have waited long enough for this day,"  person Ruiz = Ana Ruiz → person Carlos Ortega  [quotes/`,
    { layer: "quotes", kind: "speaker", got: "Carlos Ortega", rule: expect.stringMatching(/^quotes\//) },
  ],
  "quote-cut": [
    `${place("We have waited")}  LOSS  quotes moved: "We have waited long enough for this day," → "We have waited"  [quotes/`,
    { layer: "quotes", kind: "spurious", text: "We have waited", rule: expect.stringMatching(/^quotes\//) },
  ],
  "lost-at-the-gate": [
    `${place("€2 million")}  LOSS  money lost: "€2 million"  money  2000000 EUR  [money/`,
    { layer: "money", kind: "missed", text: "â‚¬2 million" },
  ],
  "written-otherwise": [
    `${place("$3.5 million")}  LOSS  money revalued: "$3.5 million"  3500000 USD → 3500000 CAD  [money/`,
    { layer: "money", kind: "value", got: "3500000 CAD", rule: expect.stringMatching(/^money\//) },
  ],
};

describe("a fault planted in a stage", () => {
  it("is the only thing that is told: a sound run has no errors, and a sound article no differences", () => {
    expect(JSON.parse(sound.stdout).errors).toEqual([]);
    expect(diffed.stdout).not.toMatch(/^sound/m);
    expect(checked.stdout).not.toMatch(/^sound/m);
    expect(errors.filter(({ id }) => id === "sound")).toEqual([]);
    expect([diffed.code, checked.code]).toEqual([4, 4]);
  });

  it("is tried in each stage", () => {
    expect(new Set(Object.values(FAULTS).map(({ stage }) => stage))).toEqual(
      new Set(news().stages.map(({ name }) => name)),
    );
    expect(Object.keys(EXPECTED)).toEqual(FAULT_IDS);
  });

  it.each(FAULT_IDS)("is told by diff, score and baseline check: %s", (id) => {
    const [change, error] = EXPECTED[id]!;
    expect(told.diff[id]).toContain(change);
    expect(told.check[id]).toContain(change.replace("  LOSS", ""));
    expect(errors.filter((one) => one.id === id)).toContainEqual(expect.objectContaining(error));
  });

  it.each([
    [
      "undone-wrongly",
      /^stage "repair", article "undone-wrongly": layer "text" is not valid: text\.repairs: undoing them does not give the source back/,
    ],
    ["offset-off", /^stage "money", article "offset-off": layer "money" is not valid: money\.0/],
  ])("is refused before anything is written if the document would contradict itself: %s", (id, message) => {
    expect(Object.keys(REFUSED)).toContain(id);
    const faulty = pipeline("faulty", news().stages.map(planted));
    expect(() => faulty.run(inputOf(TEXT, { fields: { id } }))).toThrow(message);
  });
});
