import fc from "fast-check";
import type { Span } from "../../src/schema/span.ts";
import type { GoldSpan } from "../../src/score/gold.ts";
import { date, documentOf, entity, money, quote, repair, tokens } from "./made.ts";

/** A text in pieces: some were repaired, and spans of gold and document begin and end where pieces do, or nearly. */
const pieces = fc
  .array(
    fc.record({
      value: fc.constantFrom("one", "Two", " ", ", ", "é", "😀", "3", ". ", "“", "four five"),
      original: fc.constantFrom(null, null, null, null, null, null, null, "", "&amp;", "Ã©", "six"),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .filter((made) => made.some(({ original }) => original !== ""));
const place = fc.tuple(fc.nat(12), fc.nat(3), fc.constantFrom(0, 0, 0, 1));
const places = fc.array(place, { maxLength: 4 });
const someOf = <const T>(...values: T[]) => fc.constantFrom(...values);

const annotations = fc.record({
  entities: fc.array(fc.tuple(place, someOf("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT")), {
    maxLength: 5,
  }),
  dates: fc.array(fc.tuple(place, someOf("DATE", "TIME"), someOf("2026", "P1D")), { maxLength: 5 }),
  money: fc.array(fc.tuple(place, someOf("5", "7"), someOf("USD", "EUR", null)), { maxLength: 5 }),
  quotes: fc.array(
    fc.record({
      kind: someOf("direct", "mixed", "indirect", "scare"),
      spans: fc.array(place, { minLength: 1, maxLength: 3 }),
      speaker: fc.option(place),
      cue: fc.option(place),
    }),
    { maxLength: 4 },
  ),
  sentences: places,
  tokens: places,
});

/** A gold article with every layer, and a document that has some of the same annotations; null if it is missing. */
export const articleAndDocument = fc
  .record({
    pieces,
    gold: annotations,
    others: annotations,
    found: someOf("gold", "others", "both"),
    scope: fc.option(places, { freq: 2 }),
    fate: someOf("well", "well", "well", "well", "missing", "longer"),
  })
  .map(({ pieces, gold, others, found: from, scope, fate }) => {
    const found = <Layer extends keyof typeof gold>(layer: Layer) =>
      [...(from === "others" ? [] : gold[layer]), ...(from === "gold" ? [] : others[layer])] as (typeof gold)[Layer];
    const value = pieces.map((piece) => piece.value).join("");
    const source = pieces.map((piece) => piece.original ?? piece.value).join("");
    const repairs = pieces.flatMap(({ value, original }, i) => {
      const start = pieces.slice(0, i).reduce((sum, piece) => sum + piece.value.length, 0);
      return original === null ? [] : [repair(start, start + value.length, original)];
    });
    const longer = fate === "longer" ? `${value} and more` : value;
    const inValue = spanIn(
      [...pieces.map((piece) => piece.value), longer.slice(value.length)].filter((part) => part !== ""),
    );
    const inSource = spanIn(pieces.map((piece) => piece.original ?? piece.value));
    const listed = (at: Place): GoldSpan => {
      const { start, end } = inSource(at);
      return [start, end];
    };
    return {
      article: {
        text: source,
        ...(scope && { scope: scope.map(listed) }),
        entities: gold.entities.map(([at, type]) => ({ ...inSource(at), type })),
        dates: gold.dates.map(([at, type, value]) => ({ ...inSource(at), type, value })),
        money: gold.money.map(([at, amount, currency]) => ({ ...inSource(at), amount, currency })),
        quotes: gold.quotes.map(({ kind, spans, speaker, cue }) => ({
          kind,
          spans: spans.map(listed),
          ...(speaker && { speaker: [listed(speaker)] }),
          ...(cue && { cue: [listed(cue)] }),
        })),
        sentences: gold.sentences.map(listed),
        tokens: gold.tokens.map(listed),
        body: source,
      },
      document:
        fate === "missing"
          ? null
          : documentOf(longer, {
              repairs,
              entities: found("entities").map(([at, type]) => entity(type, inValue(at))),
              dates: found("dates").map(([at, type, value]) => date(inValue(at), value, type)),
              money: found("money").map(([at, amount, currency]) => money(inValue(at), { amount, currency })),
              quotes: found("quotes").map(({ kind, spans, speaker, cue }) =>
                quote(spans.map(inValue), {
                  type: kind,
                  ...(speaker && { speaker: inValue(speaker) }),
                  ...(cue && { cue: inValue(cue) }),
                }),
              ),
              sentences: found("sentences").map(inValue),
              tokens: tokens(found("tokens").map(inValue)),
            }),
    };
  });

/** The piece a span begins at, how many more it takes in, and by how many characters it misses its end. */
type Place = readonly [first: number, more: number, missed: number];

/** Makes a function that turns places into spans of a text in these parts. */
const spanIn =
  (parts: readonly string[]) =>
  ([first, more, missed]: Place): Span => {
    const from = first % parts.length;
    const length = parts.join("").length;
    // No span is empty, though a piece may be.
    const start = Math.min(parts.slice(0, from).join("").length, length - 1);
    const end = parts.slice(0, from + more + 1).join("").length;
    return { start, end: Math.max(start + 1, end - missed) };
  };
