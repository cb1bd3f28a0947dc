import { describe, expect, it } from "vitest";
import type { RunReport } from "../../src/batch/report.ts";
import type { Outcome } from "../../src/batch/task.ts";
import { Highlights, summary } from "../../src/cli/summary.ts";
import { clip, plain } from "../../src/cli/text.ts";

const report = (rest: object = {}): RunReport =>
  ({
    output: "out",
    interrupted: false,
    counts: { articles: 1, written: 1, failed: 0, skipped: 0 },
    annotations: { entities: 1234, dates: 2, money: 3, quantities: 4, quotes: 5, repairs: 6 },
    failuresFile: null,
    timings: { seconds: 1.5 },
    throughput: { tokensPerSecond: 2000 },
    ...rest,
  }) as unknown as RunReport;

const document = (rest: object) => ({
  id: "story",
  article: { published: "2026-02-25" },
  entities: [],
  dates: [],
  money: [],
  quotes: [],
  ...rest,
});

/** The summary of a run that wrote these documents. */
const told = (documents: object[], columns?: number, out = "out"): string => {
  const highlights = new Highlights();
  for (const written of documents)
    highlights.add({ ok: true, output: Buffer.from(JSON.stringify(document(written))) } as unknown as Outcome);
  return summary(report(), out, highlights, columns);
};

const money = (text: string, amount: string | null, rest: object = {}) => ({
  text,
  amount,
  min: null,
  max: null,
  currency: "USD",
  per: null,
  ...rest,
});
const date = (text: string, value: string, rest: object = {}) => ({
  text,
  value,
  type: "DATE",
  anchor: "2026-02-25",
  unresolved: null,
  ...rest,
});
const quote = (text: string, mention: string | null, entity: string | null, type = "direct") => ({
  type,
  spans: [{ text }],
  speaker: { mention: mention && { text: mention }, entity },
});

describe("an excerpt", () => {
  it("shows amounts with their thousands apart, each once", () => {
    const amounts = [
      money("$200 million", "200000000"),
      money("$200m", "200000000"),
      money("0.0725 dollars", "0.0725", { per: "kWh" }),
      money("$1,000-2,500.12345", null, { min: "1000", max: "2500.12345", currency: null }),
    ];
    expect(told([{ money: amounts }], 120)).toContain(
      "  money   $200 million → 200,000,000 USD · 0.0725 dollars → 0.0725 USD per kWh\n",
    );
    expect(told([{ money: amounts.slice(3) }])).toContain("→ 1,000–2,500.12345 ?\n");
  });

  it("shows days that were worked out first, and nothing vague", () => {
    const dates = [
      date("recently", "PAST_REF"),
      date("now", "PRESENT_REF"),
      date("months", "PXM", { type: "DURATION" }),
      date("two hours", "PT2H", { type: "DURATION", anchor: null }),
      date("2026-01-01", "2026-01-01", { anchor: null }),
      date("May 5, 2025", "2025-05-05", { anchor: null }),
      date("Friday", "XXXX-WXX-5", { unresolved: "no publication date" }),
      date("Tuesday", "2026-02-24"),
      date("on Tuesday", "2026-02-24"),
    ];
    expect(told([{ dates }])).toContain(
      "  when    Tuesday → 2026-02-24 · May 5, 2025 → 2025-05-05 · two hours → PT2H\n",
    );
  });

  it("shows a quote of somebody known, by name", () => {
    const entities = [{ id: "e1", type: "PERSON", name: "Ana Ruiz", mentions: [1] }];
    const long = "It is late, and it will be later still,";
    const saidBy = (mention: string | null, entity: string | null) =>
      /quote +(.*): “(.*)”\n/.exec(told([{ entities, quotes: [quote(long, mention, entity)] }]))?.slice(1);
    expect(saidBy("she", "e1")).toEqual(["Ana Ruiz", long.slice(0, -1)]);
    expect(saidBy("Mayor Ana Ruiz", "e1")?.[0]).toBe("Mayor Ana Ruiz");
    expect(saidBy("the mayor", "e1")?.[0]).toBe("the mayor (Ana Ruiz)");
    expect(saidBy("a witness", null)?.[0]).toBe("a witness");
    expect(saidBy("she", null)).toBeUndefined();
    const quotes = [quote(long, "a witness", null), quote("No.", "she", "e1"), quote(long, "Ruiz", "e1")];
    expect(told([{ entities, quotes }])).toContain("Ruiz (Ana Ruiz): “It is late");
  });

  it("keeps to the width of the terminal, and to what it may obey", () => {
    const name = (i: number) => ({ id: `e${i}`, type: "ORG", name: `Name \u001b[31m${i} `.repeat(5), mentions: [1] });
    const entities = Array.from({ length: 4 }, (_, i) => name(i));
    const quotes = [quote("A long story. ".repeat(30), "a man\nof many words ".repeat(5), null)];
    const text = told([{ id: "long/".repeat(50), entities, quotes, money: [money("$1 ".repeat(50), "1")] }], 60);
    expect(text).not.toContain("\u001b");
    for (const line of text.split("\n").slice(0, 5)) expect(line.length).toBeLessThanOrEqual(60);
    expect(text).toMatch(/ {2}quote {3}a man of many words.*…: “A long story.*…”\n/);
  });

  it("is left out for an article with nothing in it, for many articles, and beside the data itself", () => {
    const full = { money: [money("$5", "5")] };
    expect(told([{}])).not.toContain("story");
    expect(told([full])).toContain("story  (2026-02-25)\n");
    expect(told(Array.from({ length: 13 }, () => full))).not.toContain("story");
    expect(told([full], 80, "-")).not.toContain("story");
  });
});

describe("the totals", () => {
  const totals = (rest: object, out = "out") => summary(report(rest), out, new Highlights());

  it("say how much was done, how fast and where it is", () => {
    expect(totals({})).toBe(
      "\n1 of 1 article annotated in 1.5 s (2,000 tokens/s), written to out\n" +
        "1,234 entities · 2 dates · 3 money · 4 quantities · 5 quotes · 6 repairs\n\n",
    );
  });

  it("say where failures are told", () => {
    const counts = { articles: 1234, written: 1232, failed: 2, skipped: 3 };
    expect(totals({ counts })).toMatch(/1,232 of 1,234 articles .*\n.*\n2 failed; which and why is in out.run.json\n/);
    expect(totals({ counts })).toContain("3 other files in the folders were passed over");
    expect(totals({ counts, failuresFile: "failures.jsonl" }, "a/b.jsonl")).toMatch(/is in a.failures.jsonl\n/);
    expect(totals({ counts }, "-")).toContain("2 failed; which and why is above");
  });

  it("say that a run was interrupted, and where its report is", () => {
    expect(totals({ interrupted: true })).toMatch(
      /Interrupted: 1 of 1 article .*\n.*\nwhat was done is in out.run.json/,
    );
    const counts = { articles: 0, written: 0, failed: 0, skipped: 0 };
    expect(totals({ interrupted: true, counts })).toContain("Interrupted before the first article.");
    expect(totals({ counts })).toContain("No articles found");
  });
});

describe("text for a terminal", () => {
  it("has no control characters and one line", () =>
    expect(plain(" a\n\tb\u001b[0m\u0007 ")).toBe("a b\ufffd[0m\ufffd"));
  it("is cut between characters", () => {
    expect(clip("😀😀😀", 3)).toBe("😀😀😀");
    expect(clip("😀😀😀", 2)).toBe("😀…");
    expect(clip("one, two", 6)).toBe("one…");
  });
});
