import type { Remains } from "./remains.ts";

/** A place where something was lost. */
export interface Loss {
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
  /^ (?:=|[<>≤≥±~≈]|cells?|subunits?|chains?|particles?|decays?|amyloid|blockers?|values?|coefficients?|receptors?|rays?|tests?|testers?|testing|versions?|releases?|thalassa?emia|sheets?|strands?|globin|phase)/;
/** French and Portuguese words with a circumflex at their beginning. */
const CIRCUMFLEX = /^(?:ges?|gée?s?|gé|mes?|tres?|pres?|creté|nes?|nons?|ncora|ngulo|mago|mbito)(?![a-z])/;

/** What the text says about a place: the character before it, the quotes that are open there, the dash of the text. */
export interface Surroundings {
  readonly before: string;
  /** The curly quotes that are open, outermost first. */
  readonly open: string;
  readonly dash: string;
}

/** A place as the rules below see it. */
interface Place extends Surroundings {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly group: string;
  readonly candidates: string;
  readonly after: string;
  /** What follows, so far as the rules look. */
  readonly rest: string;
}

/** The wanted characters, the best first, and what makes them credible. */
interface Guess {
  readonly wanted: string;
  readonly clear?: boolean;
  readonly dash?: Loss["dash"];
  readonly doubtful?: boolean;
}

/** What the remains at `start` stand for, if their place tells. */
export function infer(text: string, start: number, { form, candidates }: Remains, around: Surroundings): Loss {
  const end = start + form.length;
  const group = form.length > 1 && form !== "\ufffd\ufffd\ufffd" ? "form" : form.charAt(0);
  const after = end < text.length ? text.charAt(end) : "\n";
  const { before, open, dash } = around;
  const rest = text.slice(end, end + 16);
  const place: Place = { text, start, end, form, group, candidates, before, after, rest, open, dash };
  const guess = stands(place) ? guessAt(place) : null;
  const replacement = guess && firstOf(guess.wanted, candidates);
  return {
    start,
    end,
    group,
    replacement,
    clear: replacement !== null && (guess?.clear === true || group === "form"),
    dash: guess?.dash ?? null,
    doubtful: guess?.doubtful ?? false,
  };
}

/** The first of the characters wanted that is a candidate. */
function firstOf(wanted: string, candidates: string): string | null {
  for (const char of wanted) if (candidates.includes(char)) return char;
  return null;
}

function guessAt(place: Place): Guess | null {
  const { group, candidates, before, after, rest, form } = place;
  if (candidates.length === 1) return { wanted: candidates };
  if (group === "β" && isGreek(place)) return null;
  if (LETTER.test(before) && LETTER.test(after)) return insideWord(place);
  if (/\d/.test(before) && group !== "?") {
    if (/^s(?![\p{L}\d])/u.test(rest)) return { wanted: "’" };
    if (/\d/.test(after)) return { wanted: "–" };
  }
  const spaceBefore = /[\s([{“‘"—–]/.test(before);
  const spaceAfter = /\s/.test(after);
  if (spaceBefore && spaceAfter) return betweenSpaces(place);
  if (spaceBefore) return opening(place);
  return spaceAfter || /\p{P}/u.test(after) || after === form.charAt(0) ? closing(place) : null;
}

/** "don_t", "Smith_s", "O_Brien", "model_until". */
function insideWord(place: Place): Guess | null {
  const { text, start, end, group, candidates, before, rest } = place;
  const contracted = CONTRACTED.test(rest);
  if (group === "form" && candidates.includes("‐") && !contracted) return { wanted: "‐" };
  if (contracted && contracts(place)) return { wanted: "’", clear: LOWER.test(before) || before === "I" };
  if (group === "?" || group === "\ufffd" || group === "â") return null;
  if (/(?:^|[^A-Za-z])[ODdLl]$/.test(text.slice(Math.max(0, start - 2), start))) return { wanted: "’" };
  const isBetweenWords =
    LOWER.test(before) &&
    LOWER.test(text.charAt(start - 2)) &&
    LOWER.test(text.charAt(end)) &&
    LOWER.test(text.charAt(end + 1));
  return isBetweenWords ? { wanted: "—" } : null;
}

/** "the model _ until now": a dash. */
function betweenSpaces({ text, start, end, group, before, after, rest, open, dash }: Place): Guess | null {
  if (before === "\n" || after === "\n") return group === "form" ? { wanted: open ? "”" : "“" } : null;
  const isLetter = group === "β" || group === "â";
  const doubtful =
    before !== " " ||
    after !== " " ||
    (isLetter && (NAMING.test(text.slice(Math.max(0, start - 14), start)) || SCIENCE.test(rest))) ||
    (group === "?" && !LOWER.test(text.charAt(end + 1)));
  return { wanted: dash === "—" ? "—–" : "–—", dash: CLAUSE.test(rest) ? "clause" : "spaced", doubtful };
}

/** "_We are late", "the _90s". */
function opening(place: Place): Guess | null {
  const { group, form, before, after, rest } = place;
  if (group === "â" && CIRCUMFLEX.test(rest)) return null;
  if (!/[\p{L}\d“‘"'’$£€…([]/u.test(after) && after !== form.charAt(0)) return null;
  if ((group === "?" || group === "\ufffd") && before !== "\n" && !closes(place)) return null;
  if (/^\d0s/.test(rest)) return { wanted: "’" };
  const capital = /^\p{Lu}\p{Ll}/u.test(rest) || /^[IA][  '’]/.test(rest);
  const single = before === "“" || place.open.endsWith("“") || closesSingle(place);
  return { wanted: single ? "‘“" : "“‘", clear: capital && (group === "β" || group === "â") };
}

/** "for years,_ she said", "the parties_ leaders". */
function closing({ text, start, group, before, after, rest, open }: Place): Guess | null {
  const isPlural = before === "s" && open === "";
  if (group === "?" || group === "\ufffd") {
    const stopped = group === "?" ? /[.,]/.test(before) : /[.,!]/.test(before);
    // A question ends with a capital or the line after it.
    if (group === "?" && !stopped && !/^(?: [a-z]|[.,;])/.test(rest)) return null;
    if (isPlural && /^ [a-z]/.test(rest)) return { wanted: "’" };
    if (open === "" && !stopped) return null;
    return { wanted: open.endsWith("‘") ? "’" : "”", clear: stopped && (group !== "?" || before === ",") };
  }
  const stopped = /[.,!?…’]/.test(before);
  const isWord = LOWER.test(before) && LOWER.test(text.charAt(start - 2));
  if (group === "â" && LETTER.test(before) && !open && !isPlural) return null;
  if (open.endsWith("‘")) return { wanted: "’”", clear: stopped };
  if (open || stopped) return { wanted: "”’", clear: stopped || isWord };
  return { wanted: isPlural && /\s/.test(after) ? "’”" : "”" };
}

/** Whether remains stand in English text, and not in another script or a garble of which they are a part. */
function stands({ text, start, end, form }: Place): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  if (/[Ͱ-ӿ]/.test(form) && /[Ͱ-αγ-ӿ]/.test(before + after)) return false;
  if (before > "\u00a0" && !PLAIN.test(before) && !/[\sA-Za-z]/.test(text.charAt(start - 2) || " ")) return false;
  if (after <= "\u00a0") return !(form === "â" && after === "?");
  return PLAIN.test(after) || (LATIN.test(after) && /[A-Za-z]/.test(text.charAt(end + 1)));
}

const PLAIN = /[β\u2010-\u2015\u2018-\u201d\u2026\ufffd£€$]/;
const LATIN = /[À-ÖØ-öø-ſ]/;

/** A Greek letter that is meant: beside other Greek, a hyphen or a number. */
function isGreek({ text, start, end }: Place): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  return (
    /[αγ-ωΑ-Ωά-ώ\-‐‑₀-₉²]/.test(before + after) ||
    (/\d/.test(after) && !/^\d0s/.test(text.slice(end, end + 3)) && LETTER.test(before))
  );
}

/** Whether letters around a loss are an English contraction or possessive. */
function contracts({ text, start, rest, group }: Place): boolean {
  if (group === "form" || group === "β") return true;
  const word = /\p{L}{1,24}$/u.exec(text.slice(Math.max(0, start - 24), start))?.[0] ?? "";
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

/** How far an end of a quote is looked for: more than nearly all quotes have. */
const FAR = 600;

/** Whether another loss of the form ends something before the line does: what an opening quote needs. */
function closes({ text, end, form }: Place): boolean {
  const within = lineFrom(text, end);
  for (let at = within.indexOf(form); at >= 0; at = within.indexOf(form, at + form.length)) {
    const before = within.charAt(at - 1);
    const rest = within.slice(at + form.length, at + form.length + 2);
    if (form === "?" ? /[.,!]/.test(before) || /^(?: [a-z]|[.,;])/.test(rest) : /[\p{L}\d.,!?]/u.test(before))
      if (!/^[\p{L}\d]/u.test(rest)) return true;
  }
  return false;
}

/** Whether the next mark that can close a quote is a single one that was not lost. */
function closesSingle({ text, end, form }: Place): boolean {
  if (form.length === 1) return false;
  const [before = ""] = lineFrom(text, end).split(form, 1);
  return /[^s\s]’(?!\p{L})|s’[.,;:!?]/u.test(before) && !/[“”]/.test(before);
}

const lineFrom = (text: string, from: number): string => {
  const within = text.slice(from, from + FAR);
  const line = within.indexOf("\n");
  return line < 0 ? within : within.slice(0, line);
};
