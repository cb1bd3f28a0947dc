import { describe, expectTypeOf, it } from "vitest";
import { defineStage, type Pipeline, pipeline } from "../src/pipeline.ts";
import type { Document } from "../src/schema/document.ts";
import type { Money } from "../src/schema/money.ts";
import { read } from "../src/stages/1-read/read.ts";
import { repair } from "../src/stages/2-repair/repair.ts";
import { segment } from "../src/stages/3-segment/segment.ts";

const count = defineStage({
  name: "count",
  needs: ["tokens"],
  adds: ["money"],
  run: ({ tokens }) => {
    expectTypeOf(tokens.start).toEqualTypeOf<Uint32Array>();
    return { money: [] };
  },
});

describe("the compiler", () => {
  it("knows which layers are there", () => {
    const made = pipeline("p").use(read()).use(repair()).use(segment()).use(count);
    expectTypeOf(made).toExtend<Pipeline<"input" | "notes" | "text" | "tokens" | "money">>();
    expectTypeOf(made.run).returns.toHaveProperty("money").toEqualTypeOf<Money[]>();
  });

  it("refuses a pipeline in the wrong order", () => {
    // @ts-expect-error `repair` needs "raw", which only `read` adds
    pipeline("p").use(repair()).use(read());
  });

  it("refuses a missing layer", () => {
    // @ts-expect-error nothing adds "tokens"
    pipeline("p").use(read()).use(count);
    // @ts-expect-error `run` sees only what it needs
    defineStage({ name: "s", needs: ["text"], adds: [], run: ({ tokens }) => ({ tokens }) });
  });

  it("refuses a layer of the wrong shape, and one that is left out", () => {
    // @ts-expect-error money is a list
    defineStage({ name: "s", needs: ["text"], adds: ["money"], run: () => ({ money: 12 }) });
    // @ts-expect-error "dates" is declared and not returned
    defineStage({ name: "s", needs: ["text"], adds: ["money", "dates"], run: () => ({ money: [] }) });
    // @ts-expect-error an amount is a decimal string
    const run = (): { money: Partial<Money>[] } => ({ money: [{ amount: 12 }] });
    // @ts-expect-error money has more to it
    defineStage({ name: "s", needs: [], adds: ["money"], run });
  });

  it("refuses the name of a layer that is none", () => {
    // @ts-expect-error "token" is no layer
    defineStage({ name: "s", needs: ["token"], adds: [], run: () => ({}) });
  });

  it("offers a layer in `uses` as perhaps not there", () => {
    defineStage({
      name: "s",
      needs: ["text"],
      uses: ["money"],
      adds: [],
      run: ({ money }) => {
        expectTypeOf(money).toEqualTypeOf<Money[] | undefined>();
        return {};
      },
    });
  });

  it("gives the document its one type", () => {
    expectTypeOf<Document["tokens"]["start"]>().toEqualTypeOf<number[]>();
  });
});
