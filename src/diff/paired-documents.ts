import type { Document } from "../schema/document.ts";
import type { RunDocument } from "./run-documents.ts";

/** The document of an article in each run; null where a run has none. */
export interface PairedDocuments {
  readonly before: Document | null;
  readonly after: Document | null;
}

/** A document that waits for its counterpart; of the ones that wait longest only where to read them again is kept. */
interface Held {
  readonly reload: RunDocument["reload"];
  document: Document | null;
}

/** What waits, by id, in the order it came. */
type Waiting = Map<string, Held[]>;

/** Waiting documents kept in memory on each side, so that an article that is missing here and there costs no reading. */
const MOST_KEPT = 64;

/**
 * Pairs the documents of two runs by id; of several with one id, the first with the first. Runs in the same order are
 * paired as they are read. Of a document whose counterpart does not come soon, only its place in its file is kept, so any
 * other order is paired just as well, in a little memory for each document that waits. Those without a counterpart come last.
 */
export async function* pairDocuments(
  before: AsyncIterable<RunDocument>,
  after: AsyncIterable<RunDocument>,
): AsyncGenerator<PairedDocuments> {
  const [left, right] = [before[Symbol.asyncIterator](), after[Symbol.asyncIterator]()];
  const [waitingLeft, waitingRight]: [Waiting, Waiting] = [new Map(), new Map()];
  const [keepLeft, keepRight] = [keeper(), keeper()];
  for (;;) {
    const [one, other] = [(await left.next()).value, (await right.next()).value] as (RunDocument | undefined)[];
    if (!one && !other) break;
    const id = one?.document.id;
    if (one && other && id === other.document.id && !waitingLeft.has(id!) && !waitingRight.has(id!)) {
      yield { before: one.document, after: other.document };
      continue;
    }
    // What waits on the other side is looked for before the two are left to wait themselves.
    if (one) {
      const found = take(waitingRight, one.document.id);
      if (found) yield { before: one.document, after: await documentOf(found) };
      else wait(waitingLeft, one, keepLeft);
    }
    if (other) {
      const found = take(waitingLeft, other.document.id);
      if (found) yield { before: await documentOf(found), after: other.document };
      else wait(waitingRight, other, keepRight);
    }
  }
  for (const queue of waitingLeft.values())
    for (const held of queue) yield { before: await documentOf(held), after: null };
  for (const queue of waitingRight.values())
    for (const held of queue) yield { before: null, after: await documentOf(held) };
}

const documentOf = async ({ document, reload }: Held): Promise<Document> => document ?? (await reload());

/** Makes a function that keeps the documents of the last few and lets go of that of the one before. */
function keeper(): (held: Held) => void {
  const kept: Held[] = [];
  let next = 0;
  return (held) => {
    const oldest = kept[next];
    if (oldest) oldest.document = null;
    kept[next] = held;
    next = (next + 1) % MOST_KEPT;
  };
}

function wait(waiting: Waiting, { document, reload }: RunDocument, keep: (held: Held) => void): void {
  const held: Held = { document, reload };
  keep(held);
  const queue = waiting.get(document.id);
  if (queue) queue.push(held);
  else waiting.set(document.id, [held]);
}

function take(waiting: Waiting, id: string): Held | undefined {
  const queue = waiting.get(id);
  const held = queue?.shift();
  if (queue?.length === 0) waiting.delete(id);
  return held;
}
