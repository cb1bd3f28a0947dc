import { expectTypeOf, it } from "vitest";
import { type ExpectedExtraction, expectExtraction } from "../src/vitest.ts";

it("knows the fields of each layer", () => {
  expectTypeOf<{ money: [{ amount: "1" }] }>().toExtend<ExpectedExtraction>();
  expectTypeOf<{ quotes: [{ speaker: "Ana Ruiz"; type: "direct" }] }>().toExtend<ExpectedExtraction>();
  expectTypeOf<{ dates: [{ value: 2026 }] }>().not.toExtend<ExpectedExtraction>();
  expectTypeOf<{ quotes: [{ type: "loud" }] }>().not.toExtend<ExpectedExtraction>();
  // @ts-expect-error there is no such field
  expectExtraction("a").toExtract({ money: [{ sum: "1" }] });
});
