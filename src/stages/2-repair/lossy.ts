import type { Change } from "./change.ts";
import { ENCODINGS } from "./encodings.ts";
import { createQuoteBalance } from "./quote-balance.ts";

/** How many sequences were found of UTF-8 read as Greek, and as anything else: they tell where a bare "β" comes from. */
export interface Traces {
  greek: number;
  latin: number;
}

/** What is left of a character after a loss, and which characters leave that. */
interface Remains {
  readonly form: string;
  readonly candidates: string;
}

/** The characters that news is full of and ASCII lacks; in UTF-8 all are E2 80 and a third byte. */
const PUNCTUATION = "‘’“”–—…‐";

/** By their first character, the longest first. */
const REMAINS = remainsOf(PUNCTUATION);

/** A place where something was lost. */
interface Loss {
  readonly start: number;
  readonly end: number;
  /** Losses of one form come from one accident, so that what is clear of one counts for the others. */
  readonly group: string;
  readonly replacement: string | null;
  /** Nothing else can stand there ("don?t"), or the form has no other meaning ("â€"). */
  readonly clear: boolean;
  readonly dash: "spaced" | "clause" | null;
  /** In a place where the same character is right in a sound text too ("the β value", "Really ? no"). */
  readonly doubtful: boolean;
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
]);

function whatRemains(group: string): string {
  if (group === "?" || group === "\ufffd") return "a mark of a character that was lost";
  return "what is left of UTF-8 read in another encoding, after bytes were lost";
}

/** Makes the table of what may be left of characters, by reading their UTF-8 in each encoding and losing bytes. */
function remainsOf(chars: string): ReadonlyMap<string, readonly Remains[]> {
  const made = new Map<string, Set<string>>();
  const add = (form: string, char: string) => made.set(form, (made.get(form) ?? new Set()).add(char));
  const tables = ENCODINGS.map(({ chars: table }) =>
    table.map((char) => (char && !(char >= "\u0080" && char < "\u00a0") ? char : null)),
  );
  const latin1 = Array.from({ length: 128 }, (_, i) => (i < 0x20 ? null : String.fromCharCode(0x80 + i)));
  for (const char of chars) {
    const bytes = Buffer.from(char, "utf8");
    for (const table of [...tables, latin1])
      for (const sign of ["", "?", "\ufffd"]) {
        const whole = Array.from(bytes, (byte) => table[byte - 0x80]);
        if (whole[0] && whole.includes(null)) add(whole.map((c) => c ?? sign).join(""), char);
      }
  }
  for (const sign of ["\ufffd", "\ufffd\ufffd\ufffd", "?"]) for (const char of chars) add(sign, char);
  const byFirst = new Map<string, Remains[]>();
  for (const [form, from] of made)
    byFirst.set(form.charAt(0), [...(byFirst.get(form.charAt(0)) ?? []), { form, candidates: [...from].join("") }]);
  for (const list of byFirst.values()) list.sort((a, b) => b.form.length - a.form.length);
  return byFirst;
}

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
    const loss = infer(text, i, found, balance.at(i), dash);
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

const CONTRACTED = /^(?:s|t|re|ve|ll|d|m)(?![\p{L}\d=])/iu;
const LETTER = /\p{L}/u;
const LOWER = /[a-z]/;
/** Words that a dash is often followed by, for they begin a clause or a phrase. */
const CLAUSE =
  /^ (?:and|but|or|nor|yet|so|who|whose|which|what|when|where|while|why|how|if|as|because|until|after|before|since|though|although|unless|the|an?|this|that|these|those|it|they|he|she|we|you|his|her|its|their|our|my|in|on|at|by|for|from|to|with|without|via|not|no|even|just|only|one|all|some|most|including|especially|something|nothing|possibly|perhaps)(?![a-z])/i;
/** Words that no dash follows: what is after them is a name for something. */
const NAMING =
  /(?:^|[^A-Za-z])(?:the|of|and|an?|with|where|is|in|for|or|by|on|are|called|parameter|coefficient|letter|value)[  ]$/i;
const SCIENCE =
  /^ (?:=|[<>≤≥±~≈]|is |was |are |cells?|subunits?|chains?|particles?|decays?|amyloid|blockers?|values?|coefficients?|receptors?|rays?|tests?|testers?|testing|versions?|releases?|thalassa?emia|sheets?|strands?|globin|phase)/;
/** French and Portuguese words with a circumflex at their beginning. */
const CIRCUMFLEX = /^(?:ges?|gée?s?|gé|mes?|tres?|pres?|creté|nes?|nons?|ncora|ngulo|mago|mbito)(?![a-z])/;

/** What the remains at `start` stand for, if their place tells. */
function infer(text: string, start: number, remains: Remains, open: string, dash: string): Loss {
  const { form, candidates } = remains;
  const end = start + form.length;
  const group = form.length > 1 && form !== "\ufffd\ufffd\ufffd" ? "form" : form.charAt(0);
  const before = start > 0 ? text.charAt(start - 1) : "\n";
  const after = end < text.length ? text.charAt(end) : "\n";
  const rest = text.slice(end, end + 16);
  const made = (wanted: string, clear = false, isDash: Loss["dash"] = null, doubtful = false): Loss => {
    const char = Array.from(wanted).find((c) => candidates.includes(c)) ?? null;
    const only = candidates.length === 1 ? candidates : null;
    const replacement = form.length > 1 ? (char ?? only) : char;
    return {
      start,
      end,
      group,
      replacement,
      clear: replacement !== null && (clear || group === "form"),
      dash: isDash,
      doubtful,
    };
  };
  const nothing: Loss = { start, end, group, replacement: null, clear: false, dash: null, doubtful: false };
  if (!stands(text, start, end, form)) return nothing;
  if (candidates.length === 1) return made(candidates);
  if (group === "β" && scientific(text, start, end)) return nothing;

  const [letterBefore, letterAfter] = [LETTER.test(before), LETTER.test(after)];
  if (letterBefore && letterAfter) {
    if (group === "form" && candidates.includes("‐") && !CONTRACTED.test(rest)) return made("‐");
    if (CONTRACTED.test(rest) && contracts(text, start, rest, group))
      return made("’", LOWER.test(before) || before === "I");
    if (group === "?" || group === "\ufffd" || group === "â") return nothing;
    if (/(?:^|[^A-Za-z])[ODdLl]$/.test(text.slice(Math.max(0, start - 2), start))) return made("’");
    return LOWER.test(before) && LOWER.test(text.charAt(start - 2)) && LOWER.test(text.charAt(end + 1))
      ? made("—")
      : nothing;
  }
  if (/\d/.test(before) && /\d/.test(after)) return group === "?" ? nothing : made("–");

  const spaceBefore = /[\s([{“‘"—–]/.test(before);
  const spaceAfter = /\s/.test(after);
  if (spaceBefore && spaceAfter) {
    if (after === "\n" || before === "\n") return group === "form" ? made(open ? "”" : "“") : nothing;
    const lone = before === " " && after === " ";
    const doubtful =
      !lone ||
      ((group === "β" || group === "â") &&
        (NAMING.test(text.slice(Math.max(0, start - 14), start)) || SCIENCE.test(rest))) ||
      (group === "?" && !LOWER.test(text.charAt(end + 1)));
    return made(dash + (dash === "—" ? "–" : "—"), false, CLAUSE.test(rest) ? "clause" : "spaced", doubtful);
  }
  if (spaceBefore) {
    if (group === "â" && CIRCUMFLEX.test(rest)) return nothing;
    if (!/[\p{L}\d“‘"'’$£€…]/u.test(after)) return nothing;
    if ((group === "?" || group === "\ufffd") && !closes(text, end, form)) return nothing;
    const capital = /^\p{Lu}\p{Ll}/u.test(rest) || /^(?:I|A)[  '’]/.test(rest);
    if (/^\d0s/.test(rest)) return made("’");
    return made(before === "“" ? "‘“" : "“‘", capital && (group === "β" || group === "â"));
  }
  if (spaceAfter || /[\p{P}]/u.test(after)) {
    if (group === "?" && !/[.,!]/.test(before)) return nothing;
    if (group === "?" || group === "\ufffd") return open.includes("“") ? made("”") : nothing;
    if (group === "â" && letterBefore && !open) return nothing;
    if (open.endsWith("‘")) return made("’”");
    if (open || /[.,!?…’]/.test(before)) return made("”’");
    if (before === "s" && spaceAfter) return made("’”");
    return made("”");
  }
  return nothing;
}

/** Whether remains stand in English text, and not in another script or a garble of which they are a part. */
function stands(text: string, start: number, end: number, form: string): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  if (/[Ͱ-ӿ]/.test(form) && /[Ͱ-ӿ]/.test(before + after)) return false;
  if (before > "\u00a0" && !PLAIN.test(before) && !/[\sA-Za-z]/.test(text.charAt(start - 2) || " ")) return false;
  if (after <= "\u00a0") return !(form === "â" && after === "?");
  return PLAIN.test(after) || (LATIN.test(after) && /[A-Za-z]/.test(text.charAt(end + 1)));
}

const PLAIN = /[\u2010-\u2015\u2018-\u201d\u2026\ufffd£€$]/;
const LATIN = /[À-ÖØ-öø-ſ]/;

/** A Greek letter that is meant: beside other Greek, a hyphen or a number. */
function scientific(text: string, start: number, end: number): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  return (
    /[α-ωΑ-Ωά-ώ\-‐‑₀-₉²]/.test(before + after) ||
    (/\d/.test(after) && !/^\d0s/.test(text.slice(end, end + 3)) && !/\s/.test(before))
  );
}

/** Whether letters around a loss are an English contraction or possessive. */
function contracts(text: string, start: number, rest: string, group: string): boolean {
  if (group === "form" || group === "β") return true;
  const word = /[A-Za-z]{1,24}$/.exec(text.slice(Math.max(0, start - 24), start))?.[0] ?? "";
  if (word === "") return false;
  if (/^t/i.test(rest))
    return /^(?:is|are|was|were|do|does|did|wo|would|ca|could|should|have|has|had|ai|need|must|might)n$/i.test(word);
  if (group === "?") {
    const token = /\S{0,60}$/.exec(text.slice(Math.max(0, start - 60), start))![0];
    if (/[/=@.]/.test(token)) return false;
  }
  if (/^(?:d|m|ll|ve|re)/i.test(rest))
    return /^(?:i|you|he|she|it|we|they|who|that|there|would|could|should)$/i.test(word);
  return word.length > 1;
}

/** Whether another loss of the form ends something before the line does: what an opening quote needs. */
function closes(text: string, from: number, form: string): boolean {
  const line = text.indexOf("\n", from);
  const within = text.slice(from, Math.min(line < 0 ? text.length : line, from + 1000));
  for (let at = within.indexOf(form); at >= 0; at = within.indexOf(form, at + form.length)) {
    const [before, after] = [within.charAt(at - 1), within.charAt(at + form.length)];
    if (form === "?" ? /[.,!]/.test(before) : /[\p{L}\d.,!?]/u.test(before)) if (!/[\p{L}\d]/u.test(after)) return true;
  }
  return false;
}
