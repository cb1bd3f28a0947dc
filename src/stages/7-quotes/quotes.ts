import type { Doc } from "../../layers.ts";
import { defineStage } from "../../pipeline.ts";
import type { Block } from "../../schema/blocks.ts";
import type { Entity } from "../../schema/entities.ts";
import type { Note } from "../../schema/notes.ts";
import type { Quote } from "../../schema/quotes.ts";
import { textSpan } from "../../span.ts";
import { lowerTexts, tokenFrom } from "../../tokens.ts";
import { packageVersion } from "../../version.ts";
import type { Article } from "./article.ts";
import { loadAttributionModel } from "./attribution-model.ts";
import { attributionFinder } from "./attributions.ts";
import { type CueLexicon, loadCues } from "./cues.ts";
import { indirectDrafts } from "./indirect.ts";
import { learnedDrafts } from "./learned.ts";
import { findQuotations, type Quotation } from "./marks.ts";
import { type Draft, goesOn, orderOf, quotedDrafts } from "./quoted.ts";
import { Kinds, readUnits } from "./units.ts";
import { outsideOf, unmarkedDrafts } from "./unmarked.ts";

export interface QuoteOptions {
  /** Folder of models that were trained with `npm run train:quotes`, in place of those that come with pressmark. */
  readonly models?: string;
}

/** Stage 7: all layers in; what was said, by whom, as direct, mixed or indirect speech out. */
export const quotes = ({ models }: QuoteOptions = {}) => {
  const cues = loadCues();
  const model = loadAttributionModel(models);
  const kinds = new Kinds(model.cues.lexicon, cues);
  const finder = attributionFinder(model);
  return defineStage({
    name: "quotes",
    needs: ["text", "blocks", "sentences", "tokens", "entities"],
    adds: ["quotes"],
    resources: [
      { kind: "model", name: "quotes-cues", version: packageVersion, sha256: model.cues.sha256 },
      { kind: "model", name: "quotes-links", version: packageVersion, sha256: model.links.sha256 },
      { kind: "model", name: "quotes-contents", version: packageVersion, sha256: model.contents.sha256 },
      { kind: "model", name: "quotes-sources", version: packageVersion, sha256: model.sources.sha256 },
      cues.resource,
    ],
    run: (doc) => {
      if (kinds.trim()) finder.forget();
      const article = lookAt(doc);
      const quotations = findQuotations(doc.text.value, doc.blocks);
      const units = readUnits(article, quotations, kinds);
      const outer = quotations.filter((q) => q.inside === null);
      const learned = learnedDrafts(article, cues, units, outer, finder.find(units));
      const drafts = merged(article, cues, learned, quotedDrafts(article, cues, quotations));
      const unmarked = unmarkedDrafts(article, quotations);
      return {
        quotes: numbered([...unmarked, ...outsideOf(unmarked, drafts)]),
        notes: unclosed(quotations, doc.blocks),
      };
    },
  });
};

/** What the model found, what the rules made of the quotations that it left, and reports that it passed over. */
function merged(article: Article, cues: CueLexicon, learned: readonly Draft[], ruled: readonly Draft[]): Draft[] {
  const owner = new Map(learned.flatMap((draft) => draft.quotations.map((one) => [one, draft] as const)));
  const longer = new Map<Draft, Draft>();
  const left = ruled.flatMap((draft) => {
    const rest = draft.quotations.filter((one) => !owner.has(one));
    if (rest.length === draft.quotations.length) return [draft];
    const own = owner.get(draft.quotations[0]!);
    if (rest.length > 0 && own?.type === "direct" && draft.rule === "quotes/interrupted" && !longer.has(own))
      longer.set(own, joined(article, own, rest));
    return longer.has(own!) ? [] : quotedDrafts(article, cues, rest);
  });
  const found = [...learned.map((draft) => longer.get(draft) ?? draft), ...left];
  const all = [...found, ...indirectDrafts(article, cues, found)];
  return goingOn(article, all);
}

const startOf = ({ spans }: Draft): number => spans[0]!.start;
const endOf = ({ spans }: Draft): number => spans.at(-1)!.end;

/**
 * Quotations that no verb of saying introduces, in the sentence right after speech by somebody, are more of the same
 * speech, in the next paragraph too: “We are late,” Ruiz said. “But we are building.”
 */
function goingOn(article: Article, drafts: readonly Draft[]): Draft[] {
  const { tokens } = article.doc;
  const sentenceAt = (offset: number): number =>
    tokens.sentence[Math.min(tokenFrom(tokens, offset), tokens.sentence.length - 1)]!;
  const sorted = [...drafts].sort((a, b) => startOf(a) - startOf(b));
  const kept: Draft[] = [];
  let host = -1; // the last quote with a speaker
  for (const draft of sorted) {
    const floats = draft.rule === "quotes/no-cue" || draft.rule === "quotes/goes-on";
    const before = kept[host];
    if (floats && before && endOf(before) <= startOf(draft)) {
      const last = Math.max(endOf(before), before.cue?.end ?? 0, before.speaker.mention?.end ?? 0);
      if (sentenceAt(draft.quotations[0]!.outer.start) - sentenceAt(last - 1) < 2) {
        kept[host] = {
          ...joined(article, before, draft.quotations),
          type: before.type === "direct" ? "direct" : "mixed",
        };
        continue;
      }
    }
    const one = draft.rule === "quotes/no-cue" && before ? afterOther(article, draft, before) : draft;
    kept.push(one);
    const speaks = one.type !== "scare" && one.speaker.mention !== null;
    if (speaks && (!before || endOf(one) >= endOf(before))) host = kept.length - 1;
  }
  return kept;
}

/** Speech by nobody, after a report in its paragraph, goes on with who speaks there. */
function afterOther({ doc: { blocks } }: Article, draft: Draft, last: Draft): Draft {
  const { block, outer } = draft.quotations[0]!;
  if (endOf(last) > outer.start || endOf(last) < Math.max(blocks[block]!.start, outer.start - LONGEST_PAUSE))
    return draft;
  const { speaker } = last;
  const order = orderOf(draft.spans, null, speaker.mention);
  return { ...draft, speaker, order, rule: "quotes/goes-on", confidence: 0.4 };
}

/** So many characters at most stand between a report and speech that goes on with it. */
const LONGEST_PAUSE = 120;

/** The quote with more quotations: the rest of interrupted speech. */
function joined({ doc: { text } }: Article, draft: Draft, more: readonly Quotation[]): Draft {
  const spans = [...draft.spans, ...more.map(({ start, end }) => textSpan(text.value, start, end))];
  spans.sort((a, b) => a.start - b.start);
  const order = orderOf(spans, draft.cue, draft.speaker.mention);
  return { ...draft, spans, quotations: [...draft.quotations, ...more].sort((a, b) => a.start - b.start), order };
}

function lookAt(doc: Doc<"text" | "blocks" | "sentences" | "tokens" | "entities">): Article {
  const mentions: { start: number; end: number; entity: Entity }[] = [];
  const references = new Map<number, { end: number; entity: Entity }>();
  for (const entity of doc.entities)
    for (const { start, end, kind } of entity.mentions)
      if (kind === "name") mentions.push({ start, end, entity });
      else references.set(start, { end, entity });
  mentions.sort((a, b) => a.start - b.start);
  return { doc, lower: lowerTexts(doc.text.value, doc.tokens), mentions, references };
}

/** Gives ids in text order, and ties a quote that stands in another one to the nearest around it. */
function numbered(drafts: readonly Draft[]): Quote[] {
  const sorted = [...drafts].sort(
    (a, b) => a.spans[0]!.start - b.spans[0]!.start || b.spans.at(-1)!.end - a.spans.at(-1)!.end,
  );
  const spans = sorted
    .flatMap(({ spans }, i) => spans.map(({ start, end }, k) => ({ start, end, quote: i, first: k === 0 })))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.quote - b.quote);
  const parents = new Map<number, number>();
  const around: (typeof spans)[number][] = [];
  for (const span of spans) {
    while (around.length > 0 && around.at(-1)!.end < span.end) around.pop();
    const parent = around.findLast(({ quote }) => quote !== span.quote);
    if (span.first && parent) parents.set(span.quote, parent.quote);
    around.push(span);
  }
  return sorted.map(({ quotations: _, ...quote }, i) => {
    const parent = parents.get(i);
    return { id: `q${i + 1}`, ...quote, parent: parent === undefined ? null : `q${parent + 1}` };
  });
}

/** Notes each quotation whose closing mark is missing, unless the next paragraph begins by going on with it. */
function unclosed(quotations: readonly Quotation[], blocks: readonly Block[]): Note[] {
  const outer = quotations.filter((q) => !q.inside);
  return outer
    .filter((q, i) => !q.closed && !(outer[i + 1] && goesOn(q, outer[i + 1]!, blocks)))
    .map((q) => ({
      stage: "quotes",
      code: "unclosed-quotation",
      message: "a quotation mark is never closed; the quotation ends with its paragraph",
      start: q.outer.start,
      end: q.outer.end,
    }));
}
