import type { Block } from "../../src/schema/blocks.ts";
import type { Document } from "../../src/schema/document.ts";
import { documentWith } from "../diff/made.ts";
import { at } from "../score/made.ts";

/** What an invented article says; all parts stand in one text. */
interface Told {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly amount: string;
  readonly day?: string;
  readonly confidence?: number;
}

/** A whole document: a headline, a quote in two parts with a named speaker, a date, money and a repair. */
export function toldDocument({ id, title, place, amount, day = "2026-W08", confidence = 0.9 }: Told): Document {
  const text =
    `${title}\n\n“We are late,” Mayor Ana Ruiz said in ${place}, “but we are building.”\n\n` +
    `The council paid ${amount} for it last week. Ruiz was pleased.`;
  const span = (part: string) => ({ ...at(text, part), text: part });
  const evidence = { rule: "made/rule", confidence };
  const [head, ...paragraphs] = text.split("\n\n");
  const blocks: Block[] = [
    { ...at(text, head!), kind: "title" },
    ...paragraphs.map((paragraph) => ({ ...at(text, paragraph), kind: "paragraph" as const })),
  ];
  const later = text.lastIndexOf("Ruiz");
  const document = documentWith(text, {
    blocks,
    entities: [
      {
        id: "e1",
        type: "PERSON",
        name: "Ana Ruiz",
        aliases: ["Ruiz"],
        roles: [{ ...span("Mayor"), of: null }],
        mentions: [
          { ...span("Ana Ruiz"), kind: "name", ...evidence },
          { start: later, end: later + 4, text: "Ruiz", kind: "name", ...evidence },
        ],
      },
      {
        id: "e2",
        type: "GPE",
        name: place,
        aliases: [],
        roles: [],
        mentions: [{ ...span(place), kind: "name", ...evidence }],
      },
    ],
    dates: [
      {
        id: "d1",
        ...span("last week"),
        type: "DATE",
        value: day,
        mod: null,
        stated: [],
        grain: "week",
        begin: "2026-02-16",
        until: "2026-02-23",
        anchor: "2026-02-25",
        unresolved: null,
        rule: "dates/last-next-unit",
        confidence,
      },
    ],
    money: [
      {
        id: "m1",
        ...span(amount),
        amount: "3500000",
        min: null,
        max: null,
        currency: "USD",
        currencyFrom: "symbol",
        modifier: null,
        per: null,
        rule: "money/amount",
        confidence,
      },
    ],
    quotes: [
      {
        id: "q1",
        type: "direct",
        spans: [span("We are late,"), span("but we are building.")],
        speaker: { kind: "person", mention: span("Mayor Ana Ruiz"), entity: "e1", reason: null },
        cue: { ...span("said"), lemma: "say" },
        order: "QSCQ",
        parent: null,
        rule: "quotes/model-direct",
        confidence,
      },
    ],
    notes: [],
  });
  const repairs = [{ ...at(text, "“"), original: "â€œ", kind: "mojibake", certain: true }];
  return {
    ...document,
    id,
    text: { value: text, repairs },
    article: { ...document.article, title, published: "2026-02-25", publishedFrom: "option" },
  };
}

/** What an article could hold to do harm on a page that believes it. */
export const HARM = [
  "<script>document.title = 'harmed'</script>",
  "</script><script>window.harmed = 1</script>",
  '<img src=x onerror="window.harmed = 2">',
  '<a href="javascript:window.harmed=3">here</a>',
  "<!--<script>",
  "]]>{{constructor.constructor('window.harmed=4')()}}",
].join(" ");
