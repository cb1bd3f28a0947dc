import { setImmediate as tick } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { mapInOrder, type OrderedOptions } from "../../src/batch/ordered.ts";

const options = <T>(rest: Partial<OrderedOptions<T>> = {}): OrderedOptions<T> => ({
  window: 6,
  maxWeight: 1000,
  weigh: () => 1,
  ...rest,
});

const numbers = function* (count: number) {
  for (let i = 0; i < count; i++) yield i;
};

const collect = async <T>(results: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const result of results) all.push(result);
  return all;
};

describe("mapInOrder", () => {
  it("gives results in the order of the items, whatever ends first", async () => {
    const slowFirst = async (i: number) => {
      for (let k = 0; k < (i % 4 === 0 ? 20 : 1); k++) await tick();
      return i * 10;
    };
    expect(await collect(mapInOrder(numbers(20), slowFirst, options()))).toEqual(
      Array.from({ length: 20 }, (_, i) => i * 10),
    );
  });

  it("takes no more than fit the window", async () => {
    let [taken, given, ahead] = [0, 0, 0];
    const items = (function* () {
      for (; taken < 50; ) yield taken++;
    })();
    const work = async (i: number) => {
      await tick();
      return i;
    };
    for await (const _ of mapInOrder(items, work, options())) {
      given++;
      await tick();
      ahead = Math.max(ahead, taken - given);
    }
    expect(given).toBe(50);
    expect(ahead).toBeLessThanOrEqual(7);
  });

  it("takes one heavy item at a time", async () => {
    let [weight, most] = [0, 0];
    const work = async (i: number) => {
      weight += i;
      most = Math.max(most, weight);
      await tick();
      weight -= i;
    };
    await collect(mapInOrder([60, 60, 60, 10, 10, 500], work, options({ maxWeight: 100, weigh: (i) => i })));
    expect(most).toBe(500);
  });

  it("gives a result as soon as it is there, without waiting for further items", async () => {
    let more: () => void = () => {};
    const items = (async function* () {
      yield 1;
      await new Promise<void>((go) => {
        more = go;
      });
      yield 2;
    })();
    const results = mapInOrder(items, async (i) => i, options());
    expect((await results.next()).value).toBe(1);
    more();
    expect((await results.next()).value).toBe(2);
    expect((await results.next()).done).toBe(true);
  });

  it("when told to stop, finishes what it took, even if the source never answers", async () => {
    const controller = new AbortController();
    const items = (async function* () {
      yield 1;
      yield 2;
      await new Promise(() => {});
    })();
    const seen: number[] = [];
    for await (const result of mapInOrder(items, async (i) => i, options({ signal: controller.signal }))) {
      seen.push(result);
      if (result === 2) controller.abort();
    }
    expect(seen).toEqual([1, 2]);
  });

  it("passes on what the source and the work throw", async () => {
    const broken = (function* () {
      yield 1;
      throw new Error("source");
    })();
    await expect(collect(mapInOrder(broken, async (i) => i, options()))).rejects.toThrow("source");
    const failing = () => Promise.reject(new Error("work"));
    await expect(collect(mapInOrder([1], failing, options()))).rejects.toThrow("work");
  });

  it("lets go of the source when its reader stops early", async () => {
    let taken = 0;
    const items = (function* () {
      for (;;) yield taken++;
    })();
    for await (const _ of mapInOrder(items, async (i) => i, options())) break;
    const before = taken;
    await tick();
    await tick();
    expect(taken).toBeLessThanOrEqual(before + 1);
  });
});
