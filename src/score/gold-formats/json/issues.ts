import type { Span } from "../../../schema/span.ts";
import { contains } from "../../../span.ts";
import { type Locate, type Located, quoted } from "./locate.ts";

/** Something in a gold.json that contradicts its text or itself. `entry` is its number in its layer, from 1, and what it says. */
export interface GoldIssue {
  readonly layer: string;
  readonly entry: string;
  readonly fault: string;
  readonly remedy: string;
}

export const issueText = ({ layer, entry, fault, remedy }: GoldIssue): string =>
  `${layer} ${entry}: ${fault}; ${remedy}`;

export type Report = (fault: string, remedy: string) => void;

/** What the entries of all layers are read with. */
export interface Reading {
  readonly text: string;
  readonly locate: Locate;
  /** Null if sentences were not annotated. */
  readonly sentences: readonly Span[] | null;
  readonly blocks: readonly Span[];
  readonly issues: GoldIssue[];
}

/** Makes the function that reports what is wrong with an entry. */
export const reporter =
  ({ issues }: Pick<Reading, "issues">, layer: string, index: number, says: string): Report =>
  (fault, remedy) =>
    issues.push({ layer, entry: `${index + 1} ${quoted(says)}`, fault, remedy });

/** The spans that were found; none, and a report, if there is a fault. */
export function spansOf(located: Located, report: Report): readonly Span[] {
  if ("spans" in located) return located.spans;
  report(located.fault, located.remedy);
  return [];
}

/** The one span that a passage stands for; null, and a report, if it is none or several. */
export function spanOf(located: Located, report: Report): Span | null {
  const spans = spansOf(located, report);
  if (spans.length > 1) report(`this stands for ${spans.length} places`, "write one number after the #");
  return spans.length === 1 ? spans[0]! : null;
}

/** Reports a span that does not lie in one sentence. */
export function checkInSentence({ sentences, text }: Reading, span: Span, report: Report): void {
  if (sentences && !sentences.some((sentence) => contains(sentence, span)))
    report(
      `${quoted(text.slice(span.start, span.end))} lies in no sentence, or goes over the end of one`,
      "correct the first words of the sentences, or the passage",
    );
}
