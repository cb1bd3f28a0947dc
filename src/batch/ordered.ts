export interface OrderedOptions<Item> {
  /** How many items may be worked on, or be done and wait for their turn. */
  readonly window: number;
  /** How much those items may weigh together; one alone may weigh more. */
  readonly maxWeight: number;
  readonly weigh: (item: Item) => number;
  /** Ends the taking of items; those taken are finished. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Maps items to results, several at a time, and yields the results in the order of the items, each as soon as those
 * before it are done. Takes a new item only when there is room (back-pressure), so the source is never read far ahead.
 */
export async function* mapInOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  work: (item: Item) => Promise<Result>,
  { window, maxWeight, weigh, signal }: OrderedOptions<Item>,
): AsyncGenerator<Result> {
  const results: Promise<Result>[] = [];
  const changed = new Bell();
  let weight = 0;
  let state: "open" | "ended" = signal?.aborted ? "ended" : "open";
  let broken: { cause: unknown } | null = null;

  const end = (): void => {
    state = "ended";
    changed.ring();
  };
  const take = async (): Promise<void> => {
    for await (const item of items) {
      const own = weigh(item);
      while (state === "open" && (results.length >= window || (weight > 0 && weight + own > maxWeight)))
        await changed.rung();
      if (state === "ended") return;
      weight += own;
      const result = work(item).finally(() => {
        weight -= own;
        changed.ring();
      });
      result.catch(() => {}); // whoever awaits it below sees the error; until then it is nobody's
      results.push(result);
      changed.ring();
    }
  };
  signal?.addEventListener("abort", end, { once: true });
  if (state === "open")
    take()
      .catch((cause) => {
        broken = { cause };
      })
      .finally(end);
  try {
    while (state === "open" || results.length > 0) {
      const [next] = results;
      if (!next) {
        await changed.rung();
        continue;
      }
      const result = await next;
      results.shift();
      changed.ring();
      yield result;
    }
    if (broken) throw (broken as { cause: unknown }).cause;
  } finally {
    signal?.removeEventListener("abort", end);
    end();
  }
}

/** Lets several loops wait until something changed, without asking over and over. */
class Bell {
  #waiting: (() => void)[] = [];

  ring(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
  }

  rung(): Promise<void> {
    return new Promise((go) => this.#waiting.push(go));
  }
}
