import type { Reading } from "../../../tagger/reading.ts";
import type { Range } from "../names.ts";
import { Kind } from "./word-kinds.ts";

/** Something between quotation marks of a block: its tokens with the marks. */
export interface Quoted extends Range {
  /** True if the block ends before a closing mark comes: the next block may go on with it. */
  readonly open: boolean;
}

const MARK = Kind.opens | Kind.closes | Kind.straight | Kind.half;

/** The quotations of a block from token `first` to `last`, in order, none inside another. Linear. */
export function quotedIn({ word, glued }: Reading, kind: Uint32Array, { first, last }: Range): Quoted[] {
  const found: Quoted[] = [];
  let start = -1;
  for (let at = first; at < last; at++) {
    const bits = kind[at]!;
    if ((bits & MARK) === 0) continue;
    const { text } = word[at]!;
    const twice = at + 1 < last && glued[at + 1] === 1 && word[at + 1]!.text === text;
    const opens = (bits & Kind.opens) !== 0 || (text === "`" && twice);
    const closes = (bits & Kind.closes) !== 0 || (text === "'" && twice);
    const straight = (bits & Kind.straight) !== 0;
    if (start < 0) {
      if (opens || straight || (closes && text === "'")) start = at;
    } else if (closes || straight) {
      found.push({ first: start, last: at + 1, open: false });
      start = -1;
    }
    if ((text === "`" || text === "'") && twice) at++;
  }
  if (start >= 0) found.push({ first: start, last, open: true });
  return found;
}
