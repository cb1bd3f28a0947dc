/** A change to make: `text.slice(start, end)` of the source becomes `replacement`. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly kind: string;
  /** False where the damage lost something, and the replacement was inferred from what stands around it. */
  readonly certain: boolean;
  /** Why the change is made, for people. */
  readonly reason: string;
}

/** Makes changes that are in text order and do not overlap. Gives the changed text. */
export function changed(text: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, replacement } of changes) {
    parts.push(text.slice(at, start), replacement);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

/**
 * The changes that do at once what `first` does to a source, and `second` to what came out of that. Where a change of
 * the second round touches what one of the first made, the two become one. Both lists are in text order; linear.
 */
export function composed(first: readonly Change[], second: readonly Change[]): Change[] {
  const out: Change[] = [];
  let shift = 0; // what to take off an offset between the rounds to get one of the source
  let next = 0;
  /** The change being put together, and where its end is between the rounds. */
  let open: { change: Change; end: number } | null = null;
  const take = () => {
    const change = first[next++]!;
    const start = change.start + shift;
    shift += change.replacement.length - (change.end - change.start);
    return { change, start, end: start + change.replacement.length };
  };
  const startOf = (index: number) => (index < first.length ? first[index]!.start + shift : Number.POSITIVE_INFINITY);
  const close = () => {
    if (open) out.push(open.change);
    open = null;
  };
  for (const change of second) {
    if (open && change.start >= open.end) close();
    while (!open && startOf(next) <= change.start) {
      const made = take();
      if (made.end > change.start) open = { change: made.change, end: made.end };
      else out.push(made.change);
    }
    // What `open` made reaches past the start of the change: keep what is before it, and what is after its end.
    let [start, before, after, certain] = [change.start - shift, "", "", change.certain];
    let end = change.end;
    let outer: string | null = null;
    if (open) {
      const made: Change = open.change;
      outer = made.reason;
      const offset = made.replacement.length - (open.end - change.start);
      start = made.start;
      before = made.replacement.slice(0, offset);
      if (open.end > change.end) after = made.replacement.slice(offset + change.end - change.start);
      end = Math.max(end, open.end);
      certain &&= made.certain;
    }
    while (startOf(next) < change.end) {
      const made = take();
      if (made.end > change.end) after = made.change.replacement.slice(change.end - made.start);
      end = Math.max(end, made.end);
      certain &&= made.change.certain;
      outer ??= made.change.reason;
    }
    const replacement = before + change.replacement + after;
    const reason = outer === null ? change.reason : inTurn(outer, change.reason);
    open = { change: { ...change, start, end: end - shift, replacement, certain, reason }, end };
    if (after === "") close();
  }
  close();
  while (next < first.length) out.push(take().change);
  return out;
}

/** The reasons of a change and of another that was made to its result. */
function inTurn(outer: string, inner: string): string {
  if (outer.endsWith(`${inner}, many times over`)) return outer;
  if (outer.endsWith(`${inner}, twice over`)) return outer.replace(/twice over$/, "many times over");
  return outer.endsWith(inner) ? `${outer}, twice over` : outer === "" ? inner : `${outer}; then ${inner}`;
}
