import type { Change } from "./change.ts";
import { infer, type Loss } from "./inference.ts";
import { createQuoteBalance } from "./quote-balance.ts";
import { REMAINS } from "./remains.ts";

/** How many sequences were found of UTF-8 read as Greek, and as anything else: they tell where a bare "β" comes from. */
export interface Traces {
  greek: number;
  latin: number;
}

/**
 * Infers punctuation of which a mix-up left only a part ("β" or "â" for any, "â€" for "”") or a mark that something is
 * missing ("?", U+FFFD), from what stands around it. A form that sound text has too is touched only where the text
 * gives a reason to: a place where nothing else can stand, other damage of the kind, or several places that agree.
 * Returns changes in text order, all of them uncertain. Linear.
 */
export function findLosses(text: string, traces: Traces): Change[] {
  const losses = lossesOf(text);
  if (losses.length === 0) return [];
  const groups = countByGroup(losses);
  if (traces.greek > 0 && groups.has("β")) groups.get("β")!.clear++;
  if (traces.latin > 0 && groups.has("â")) groups.get("â")!.clear++;
  const realGreek = traces.greek === 0 && /[αγ-ωΓ-Ω]/.test(text);
  const changes: Change[] = [];
  for (const { start, end, group, replacement, clear, dash, doubtful } of losses) {
    if (replacement === null) continue;
    if (!clear && !believable(group, dash, doubtful)) continue;
    changes.push({
      start,
      end,
      replacement,
      kind: "lossy-mojibake",
      certain: false,
      reason: `${whatRemains(group)}; what stands around it makes it ${NAMES.get(replacement)}`,
    });
  }
  function believable(group: string, dash: Loss["dash"], doubtful: boolean): boolean {
    if (group === "β" && realGreek) return false;
    const { clear, dashes } = groups.get(group)!;
    if (clear > 0) return !doubtful || (group !== "?" && traces.greek + traces.latin > 0);
    if (dash === null || doubtful || group === "?") return false;
    return dashes > 1 || (dash === "clause" && group !== "\ufffd");
  }
  return changes;
}

/** What a form is found in over the text. */
interface Counts {
  clear: number;
  dashes: number;
}

function countByGroup(losses: readonly Loss[]): Map<string, Counts> {
  const groups = new Map<string, Counts>();
  for (const { group, clear, dash, doubtful } of losses) {
    const counts = groups.get(group) ?? { clear: 0, dashes: 0 };
    groups.set(group, counts);
    if (clear) counts.clear++;
    if (dash && !doubtful) counts.dashes++;
  }
  return groups;
}

const NAMES = new Map([
  ["‘", "an opening single quote"],
  ["’", "an apostrophe or closing single quote"],
  ["“", "an opening quote"],
  ["”", "a closing quote"],
  ["–", "a dash"],
  ["—", "a dash"],
  ["…", "an ellipsis"],
  ["‐", "a hyphen"],
  ["€", "a euro sign"],
  ["₹", "a rupee sign"],
]);

function whatRemains(group: string): string {
  if (group === "?" || group === "\ufffd") return "a mark of a character that was lost";
  return "what is left of UTF-8 read in another encoding, after bytes were lost";
}

/** The places where something may have been lost, in text order. */
function lossesOf(text: string): Loss[] {
  const losses: Loss[] = [];
  const balance = createQuoteBalance(text);
  const dash = dashOf(text);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80 && code !== 0x3f) continue;
    const forms = REMAINS.get(text.charAt(i));
    if (!forms) continue;
    const found = forms.find(({ form }) => text.startsWith(form, i));
    if (!found) continue;
    const previous = losses.at(-1);
    const before = previous?.end === i && previous.replacement ? previous.replacement : text.charAt(i - 1) || "\n";
    const loss = infer(text, i, found, { before, open: balance.at(i), dash });
    i = loss.end - 1;
    losses.push(loss);
    if (loss.replacement) balance.add(loss.replacement, loss.end);
    else balance.skip(loss.end);
  }
  return losses;
}

/** The dash the text has between spaces; an em dash if it has none. */
function dashOf(text: string): string {
  const count = (dash: string) => text.split(dash).length;
  return count(" – ") > count(" — ") ? "–" : "—";
}
