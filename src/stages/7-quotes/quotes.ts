import type { Doc } from "../../layers.ts";
import { defineStage } from "../../pipeline.ts";
import type { Block } from "../../schema/blocks.ts";
import type { Note } from "../../schema/notes.ts";
import type { Quote } from "../../schema/quotes.ts";
import { tokenTexts } from "../../tokens.ts";
import { loadCues } from "./cues.ts";
import { indirectDrafts } from "./indirect.ts";
import { findQuotations, type Quotation } from "./marks.ts";
import { type Draft, goesOn, quotedDrafts } from "./quoted.ts";
import type { Article } from "./speakers.ts";

/** Stage 7: all layers in; what was said, by whom, as direct, mixed or indirect speech out. */
export const quotes = () => {
  const cues = loadCues();
  return defineStage({
    name: "quotes",
    needs: ["text", "blocks", "sentences", "tokens", "entities"],
    adds: ["quotes"],
    run: (doc) => {
      const article = lookAt(doc);
      const quotations = findQuotations(doc.text.value, doc.blocks);
      const quoted = quotedDrafts(article, cues, quotations);
      const drafts = [...quoted, ...indirectDrafts(article, cues, quoted)];
      return { quotes: numbered(drafts), notes: unclosed(quotations, doc.blocks) };
    },
  });
};

function lookAt(doc: Doc<"text" | "blocks" | "sentences" | "tokens" | "entities">): Article {
  const mentions = doc.entities
    .flatMap((entity) =>
      entity.mentions.filter((m) => m.kind === "name").map(({ start, end }) => ({ start, end, entity })),
    )
    .sort((a, b) => a.start - b.start);
  return { doc, lower: tokenTexts(doc.text.value, doc.tokens).map((word) => word.toLowerCase()), mentions };
}

/** Gives ids in text order, and ties a quote inside a quote to the one around it. */
function numbered(drafts: readonly Draft[]): Quote[] {
  const sorted = [...drafts].sort(
    (a, b) => a.spans[0]!.start - b.spans[0]!.start || b.spans.at(-1)!.end - a.spans.at(-1)!.end,
  );
  const ids = new Map<Quotation, string>();
  for (const [i, { quotations }] of sorted.entries())
    for (const quotation of quotations) ids.set(quotation, `q${i + 1}`);
  return sorted.map(({ quotations, ...quote }, i) => {
    const around = quotations[0]?.inside;
    return { id: `q${i + 1}`, ...quote, parent: (around && ids.get(around)) ?? null };
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
