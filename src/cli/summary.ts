import type { RunReport } from "../batch/report.ts";
import type { Outcome } from "../batch/task.ts";
import type { Document } from "../schema/document.ts";

/** Articles that are shown one by one; of a bigger run only the totals are. */
const MOST_SHOWN = 12;
/** A bigger document is not worth reading again for the summary. */
const MOST_BYTES = 2 ** 20;
const WIDTH = 100;

/** Keeps the first few documents of a run, to show what was found in them. */
export class Highlights {
  readonly documents: Document[] = [];

  written = 0;

  add(outcome: Outcome): void {
    if (!outcome.ok) return;
    this.written++;
    if (this.written <= MOST_SHOWN && outcome.output.length <= MOST_BYTES)
      this.documents.push(JSON.parse(new TextDecoder().decode(outcome.output)));
  }
}

/** What a run found and where it went, for a person. */
export function summary(report: RunReport, { documents, written }: Highlights): string {
  const { counts, annotations, timings, throughput, output, failures, interrupted } = report;
  const lines: string[] = [""];
  if (written <= MOST_SHOWN) for (const document of documents) lines.push(...article(document), "");
  if (counts.articles === 0) lines.push("No articles found.");
  else
    lines.push(
      `${interrupted ? "Interrupted: " : ""}${number(counts.written)} of ${number(counts.articles)} articles annotated in ${timings.seconds} s ` +
        `(${number(throughput.tokensPerSecond)} tokens/s), written to ${output}`,
      ["entities", "dates", "money", "quantities", "quotes", "repairs"]
        .map((layer) => `${number(annotations[layer as keyof typeof annotations])} ${layer}`)
        .join("   "),
    );
  if (counts.failed > 0) {
    const where =
      output === "standard output" ? "above" : `in run.json (first: ${failures[0]!.path ?? failures[0]!.id})`;
    lines.push(`${number(counts.failed)} failed; why is ${where}`);
  }
  if (counts.skipped > 0) lines.push(`${number(counts.skipped)} other files in the folders were passed over`);
  return `${lines.join("\n")}\n\n`;
}

function article({ id, article: { published }, entities, dates, money, quotes }: Document): string[] {
  const names = [...entities]
    .filter((e) => e.type === "PERSON" || e.type === "ORG")
    .sort((a, b) => b.mentions.length - a.mentions.length)
    .slice(0, 4)
    .map((e) => e.name);
  const amounts = money.slice(0, 3).map((m) => `${m.text} → ${m.amount ?? `${m.min}–${m.max ?? ""}`} ${m.currency ?? "?"}`);
  const days = dates
    .filter((d) => d.unresolved === null && d.text !== d.value)
    .slice(0, 3)
    .map((d) => `${d.text} → ${d.value}`);
  const quote = quotes.find((q) => q.type === "direct" && q.speaker.mention && q.spans[0]!.text.length > 30);
  const said = quote && `${speaker(quote.speaker, entities)}: “${quote.spans.map((s) => s.text).join(" … ")}”`;
  return [
    id + (published ? `  (${published})` : ""),
    ...row("who", names.join(", ")),
    ...row("money", amounts.join("   ")),
    ...row("when", days.join("   ")),
    ...row("quote", said ?? ""),
  ];
}

function speaker({ entity, mention }: Document["quotes"][number]["speaker"], entities: Document["entities"]): string {
  const name = entities.find((e) => e.id === entity)?.name;
  return name && name !== mention?.text ? `${mention?.text} (${name})` : (mention?.text ?? "");
}

const row = (label: string, value: string): string[] => {
  const plain = value.replace(/\s+/g, " ");
  const room = WIDTH - 10;
  return plain ? [`  ${label.padEnd(7)} ${plain.length > room ? `${plain.slice(0, room - 1)}…` : plain}`] : [];
};

const number = (value: number): string => value.toLocaleString("en-US");
