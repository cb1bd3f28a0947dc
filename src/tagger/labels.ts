/**
 * Labels of a sequence in the BIOES scheme: 0 is O; type t has B, I, E and S at 1 + 4t and on. What may follow what is
 * fixed by the scheme, so only these moves exist and only they have weights.
 */
export const OUTSIDE = 0;
export const BEGIN = 0;
export const INSIDE = 1;
export const END = 2;
export const SINGLE = 3;
/** Labels of a type. */
export const PARTS = 4;

export const labelCount = (types: number): number => 1 + 4 * types;
export const labelOf = (type: number, part: number): number => 1 + 4 * type + part;
export const typeOf = (label: number): number => (label - 1) >> 2;
export const partOf = (label: number): number => (label - 1) & 3;

/** True for a label after which no name is open. */
export const closes = (label: number): boolean => label === OUTSIDE || partOf(label) >= END;
/** True for a label that does not go on with a name. */
export const opens = (label: number): boolean =>
  label === OUTSIDE || partOf(label) === BEGIN || partOf(label) === SINGLE;

export const mayFollow = (before: number, after: number): boolean =>
  closes(before) ? opens(after) : !opens(after) && typeOf(before) === typeOf(after);

/** Labels by what may stand before them, for loops that try no move in vain. */
export interface Moves {
  readonly labels: number;
  /** For each label, those that may stand before it. */
  readonly before: readonly Uint8Array[];
  /** The labels after which no name is open, and those that do not go on with one. */
  readonly closers: Uint8Array;
  readonly openers: Uint8Array;
}

export function movesOf(types: number): Moves {
  const labels = labelCount(types);
  const all = Array.from({ length: labels }, (_, label) => label);
  return {
    labels,
    before: all.map((after) => Uint8Array.from(all.filter((label) => mayFollow(label, after)))),
    closers: Uint8Array.from(all.filter(closes)),
    openers: Uint8Array.from(all.filter(opens)),
  };
}

/**
 * The labels in an order in which those that a token may have stand side by side: begins, outside, singles, ends, insides.
 * The first token of a stretch can have no end or inside, the last one no begin or inside.
 */
export function labelColumns(types: number): Uint8Array {
  const all = Array.from({ length: types }, (_, type) => type);
  const of = (part: number) => all.map((type) => labelOf(type, part));
  return Uint8Array.from([...of(BEGIN), OUTSIDE, ...of(SINGLE), ...of(END), ...of(INSIDE)]);
}

/** The columns, from one up to another, of a token that is the first of a stretch, or the last, or both. */
export const firstColumn = (types: number, isLast: boolean): number => (isLast ? types : 0);
export const endColumn = (types: number, isFirst: boolean, isLast: boolean): number =>
  1 + types * (isFirst ? 2 : isLast ? 3 : 4);
