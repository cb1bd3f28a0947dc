import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { news } from "../../pipelines/news.ts";
import { Document } from "../../src/schema/document.ts";
import { compileDocumentCheck, FlatDocument } from "../../src/schema/document-check.ts";
import { inputOf } from "../support/sample.ts";

const isDocument = compileDocumentCheck();
const accepted = (value: unknown): boolean => Document.safeParse(value).success;

const TEXT =
  "Mayor Ana Ruiz 😀 told “The Courier” on Tuesday: “We spent $3.5 million, or 12 percent.” Ruiz’s deputy, Bo Li, said it wasn’t enough.";
const document: Document = {
  ...(news().run(inputOf(`\ufeff${TEXT}`, { options: { published: "2026-02-23" } })).document as Document),
  extra: { mine: [{ deep: [1, "two", null, true] }] },
};
const fresh = (): Document => structuredClone(document);

/** Every object and list in a value, with its keys. */
function holders(value: unknown, found: object[] = []): object[] {
  if (typeof value !== "object" || value === null) return found;
  found.push(value);
  for (const item of Object.values(value)) holders(item, found);
  return found;
}

const odd = fc.constantFrom<unknown>(
  ...[
    null,
    undefined,
    true,
    "",
    "x",
    "😀",
    "e1",
    "d0",
    "2026-02-29",
    "2026-02-23",
    "-0",
    "1.50",
    "USD",
    "PERSON",
    "NOUN",
  ],
  ...[0, -0, 1, -1, 0.5, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53 - 1, 2 ** 53, 5n, Symbol.iterator],
  ...[[], {}, [null], [{}], new Date(0), new Map(), new Uint32Array(2), () => 1, { start: 0, end: 1 }],
);
const ARRAY_KEYS = ["push", "pop", "hole"] as const;

interface Change {
  readonly holder: number;
  readonly key: number;
  readonly how: "set" | "delete" | "add" | "inherit" | (typeof ARRAY_KEYS)[number];
  readonly value: unknown;
}
const changes = fc.array(
  fc.record<Change>({
    holder: fc.nat(),
    key: fc.nat(),
    how: fc.constantFrom("set", "set", "delete", "add", "inherit", ...ARRAY_KEYS),
    value: fc.oneof(odd, fc.jsonValue({ maxDepth: 2 }), fc.anything({ maxDepth: 1 })),
  }),
  { maxLength: 3 },
);

function change(root: object, { holder, key, how, value }: Change): void {
  const all = holders(root);
  const target = all[holder % all.length]!;
  const keys = Object.keys(target);
  const name = keys[key % keys.length] ?? "first";
  if (Array.isArray(target)) {
    if (how === "push") target.push(value);
    else if (how === "pop") target.pop();
    else if (how === "hole") delete target[key % (target.length || 1)];
    else target[key % (target.length || 1)] = value;
  } else if (how === "set") Reflect.set(target, name, value);
  else if (how === "delete") Reflect.deleteProperty(target, name);
  else if (how === "inherit") Object.setPrototypeOf(target, { [name]: value, later: value });
  else Reflect.set(target, "later", value);
}

describe("the compiled check of documents", () => {
  it("is compiled, and not refused by zod", () => {
    expect(() => z.compile(FlatDocument, { strict: true })).not.toThrow();
  });

  it("accepts real output", () => {
    expect([isDocument(document), isDocument(fresh())]).toEqual([true, true]);
  });

  it("says what the schema says of documents changed at random", () => {
    const answers = { true: 0, false: 0 };
    fc.assert(
      fc.property(changes, (all) => {
        const changed = fresh();
        for (const one of all) change(changed, one);
        const answer = isDocument(changed);
        answers[`${answer}`]++;
        expect(answer).toBe(accepted(changed));
      }),
      { numRuns: 3000 },
    );
    expect(Math.min(answers.true, answers.false)).toBeGreaterThan(100);
  });

  it("says what the schema says of anything in the place of any one value", () => {
    const values = fc.sample(odd, { numRuns: 12, seed: 1 });
    for (const [at, holder] of holders(document).entries())
      for (const key of Object.keys(holder))
        for (const value of values) {
          const changed = fresh();
          Reflect.set(holders(changed)[at]!, key, value);
          expect(isDocument(changed), `${key} ${String(value)}`).toBe(accepted(changed));
        }
  });

  it("says what the schema says of things that are no documents", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(isDocument(value)).toBe(accepted(value));
      }),
    );
  });
});
