import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Document } from "../../src/schema/document.ts";
import { pressmark, temporaryFolder } from "../support/cli.ts";
import { chromiumPath, launch } from "./chromium.ts";
import { HARM, toldDocument } from "./made.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const path = chromiumPath();

const run = (name: string, documents: readonly Document[]): string => {
  writeFileSync(folder.path(name), documents.map((document) => `${JSON.stringify(document)}\n`).join(""));
  return folder.path(name);
};

const PLACES = ["Eastmere", "Ashcombe", "Kelby"];
const many = Array.from({ length: 400 }, (_, i) =>
  toldDocument({
    id: `story/${i}`,
    title: `Story ${i} of ${PLACES[i % 3]}`,
    place: PLACES[i % 3]!,
    amount: "$3.5 million",
    confidence: (i % 10) / 10,
  }),
);
const harmful = toldDocument({
  id: `harm ${HARM}`,
  title: `Harm ${HARM}`,
  place: "Eastmere",
  amount: `$3.5 million ${HARM}`,
});
const before = [...many, harmful];
const after = before.map((document, i) => {
  if (i % 40 !== 0) return document;
  const changed = structuredClone(document);
  changed.dates[0]!.value = "2026-W09";
  changed.quotes[0]!.speaker = { kind: "unknown", mention: null, entity: null, reason: "none is near" };
  if (i % 80 === 0) changed.money = [];
  return changed;
});

async function report(name: string, ...args: string[]): Promise<string> {
  const { code, stderr } = await pressmark(["report", ...args, "--out", folder.path(name)]);
  expect([code, stderr]).toEqual([0, expect.stringContaining(folder.path(name))]);
  return pathToFileURL(folder.path(name)).href;
}

describe.skipIf(path === null)(
  "the page of a report, in Chromium (there is none on this machine if this is skipped)",
  () => {
    let browser: Browser;
    let page: Page;
    let one: string;
    let two: string;
    const complaints: string[] = [];

    beforeAll(async () => {
      browser = await launch(path!);
      const [a, b] = [run("before.jsonl", before), run("after.jsonl", after)];
      const gold = run("gold.jsonl", []);
      writeFileSync(gold, many.slice(0, 50).map(goldLine).join(""));
      one = await report("one.html", a);
      two = await report("two.html", a, b, "--gold", gold);
    }, 120_000);
    afterAll(() => browser?.close());

    beforeEach(async () => {
      complaints.length = 0;
      page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: "reduce" });
      page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("request", (request) => {
        if (!request.url().startsWith("file:") && !request.url().startsWith("blob:")) complaints.push(request.url());
      });
      page.setDefaultTimeout(20_000);
    });
    afterEach(async () => {
      await page.close();
      expect(complaints).toEqual([]);
    });

    it("opens at the run at a glance", async () => {
      await page.goto(one);
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("2,807 annotations in 401 articles");
      expect(await page.getByRole("listitem").filter({ hasText: "Quotes" }).textContent()).toContain("401");
      expect(await page.getByRole("img", { name: /^Quotes by confidence\. 0–0\.1: 40, / }).count()).toBe(1);
      expect(await page.title()).toBe("before.jsonl");
      expect(await page.getByRole("navigation", { name: "Report" }).getByRole("link").allTextContents()).toEqual([
        "Overview",
        "Articles401",
      ]);
    });

    it("lists articles, of which only those in sight are there, and filters them", async () => {
      await page.goto(`${one}#/articles`);
      const list = page.getByRole("listbox", { name: "Articles" });
      expect(await list.getByRole("option").count()).toBeLessThan(40);
      await page.getByLabel("Find").fill("of KELBY");
      expect(await page.getByRole("status").first().textContent()).toBe("133 of 401 articles");
      expect(await list.getByRole("option").first().textContent()).toContain("Story 2 of Kelby");
      await page.getByLabel("Find").fill("no such story");
      expect(await page.getByRole("status").first().textContent()).toBe("0 of 401 articles");
      await page.getByLabel("Find").fill("");
      await page.getByLabel("Order").selectOption("unsure");
      expect(await list.getByRole("option").first().textContent()).toContain("Story 0 ");
    });

    it("goes through the list by keyboard", async () => {
      await page.goto(`${one}#/articles`);
      const list = page.getByRole("listbox", { name: "Articles" });
      await list.focus();
      await page.keyboard.press("End");
      const active = () => list.locator("[aria-selected=true]");
      expect(await active().getAttribute("aria-posinset")).toBe("401");
      expect(await list.getAttribute("aria-activedescendant")).toBe(await active().getAttribute("id"));
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await page.getByRole("article", { name: "Story 399 of Eastmere" }).waitFor();
      expect(page.url()).toMatch(/#\/articles\/399$/);
    });

    it("shows an article with its annotations, by layer and confidence", async () => {
      await page.goto(`${one}#/articles/5`);
      const text = page.getByRole("group", { name: /^Text of the article/ });
      await text.waitFor();
      expect((await text.textContent())!.replace(/\s+/g, " ")).toContain(
        "Mayor Ana Ruiz said in Kelby, “but we are building.”",
      );
      const shown = () =>
        text.locator(".mark").evaluateAll((marks) => new Set(marks.map(({ classList }) => classList[1])).size);
      expect(await shown()).toBe(6); // quotes, entities, roles, dates, money, repairs
      await page.getByRole("checkbox", { name: "Entities" }).uncheck();
      expect(await text.locator(".mark.entities").count()).toBe(0);
      expect(await shown()).toBe(5);
      await page.getByRole("link", { name: "Next" }).click(); // the choice is kept
      await page.getByRole("article", { name: "Story 6 of Eastmere" }).waitFor();
      expect(await text.locator(".mark.entities").count()).toBe(0);
      await page.getByRole("slider", { name: "Confidence" }).fill("0.65");
      expect(await text.locator(".mark.quotes").count()).toBe(0);
      await page.getByText(/^All \d+ annotations as a table$/).click();
      await page.getByRole("row", { name: /last week dates DATE 2026-W08 dates\/last-next-unit 0\.60/ }).waitFor();
    });

    it("tells rule, value and speaker of what the pointer is on", async () => {
      await page.goto(`${one}#/articles/5`);
      const notes = page.getByRole("complementary", { name: "Notes" });
      await page.locator(".mark.money").hover();
      expect(await notes.textContent()).toMatch(/\$3\.5 million.*3500000 USD.*money\/amount.*0\.50/);
      await page
        .locator(".mark.quotes.content")
        .first()
        .hover({ position: { x: 20, y: 5 } });
      expect(await notes.textContent()).toMatch(
        /direct.*We are late, … but we are building\..*speaker, person.*Mayor Ana Ruiz/,
      );
      expect(await page.locator(".mark.quotes.on").count()).toBe(4); // both parts, speaker and cue
      expect(await page.locator(".tie path").count()).toBe(1);
    });

    it("leads from a quote to its speaker, and on to what the speaker says", async () => {
      await page.goto(`${one}#/articles/5`);
      await page.locator(".mark.quotes.content").last().click();
      const notes = page.getByRole("complementary", { name: "Notes" });
      await notes.getByRole("button", { name: "Mayor Ana Ruiz" }).click();
      expect(await page.locator(".mark.kept").textContent()).toBe("Ana Ruiz");
      expect(await notes.textContent()).toMatch(/PERSON.*mention 1 of 2.*1 quote/);
      await notes.getByRole("button", { name: "Next" }).click();
      expect(await notes.textContent()).toContain("mention 2 of 2");
      await notes.getByRole("button", { name: "“We are late,”" }).click();
      expect(await page.locator(".mark.quotes.kept").count()).toBe(4);
    });

    it("leads from annotation to annotation by keyboard, and says where it is", async () => {
      await page.goto(`${one}#/articles/5`);
      const text = page.getByRole("group", { name: /^Text of the article/ });
      await text.focus();
      for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight"); // the place in the headline, the repair, the quote
      const said = page.getByRole("status").last();
      expect(await said.textContent()).toMatch(
        /^quote direct, We are late, … but .*, speaker Mayor Ana Ruiz, rule quotes\/model-direct, confidence 0\.5$/,
      );
      await page.keyboard.press("s");
      expect(await said.textContent()).toMatch(/^entity PERSON, Ana Ruiz/);
      await page.keyboard.press("Escape");
      expect(await page.locator(".mark.kept").count()).toBe(0);
      expect(await page.locator(".text:focus").count()).toBe(1);
    });

    it("has an address for each annotation", async () => {
      await page.goto(`${one}#/articles/5`);
      await page.locator(".mark.dates").click();
      const address = await page.getByRole("link", { name: "Link" }).getAttribute("href");
      expect(address).toMatch(/^#\/articles\/5\/mark\/\d+$/);
      await page.goto("about:blank");
      await page.goto(one + address);
      await page.locator(".mark.kept").waitFor();
      expect(await page.locator(".mark.kept").textContent()).toBe("last week");
    });

    it("does nothing that an article says", async () => {
      await page.goto(`${two}#/articles/400`);
      await page.getByRole("article").waitFor();
      expect(await page.getByRole("group", { name: /^Text/ }).first().textContent()).toContain(HARM.slice(0, 40));
      await page.goto(`${two}#/articles`);
      await page.getByRole("listbox").focus();
      await page.keyboard.press("End");
      expect(await page.getByRole("option").last().textContent()).toContain("<script>");
      expect(await page.evaluate(`["harmed" in window, document.title, document.images.length]`)).toEqual([
        false,
        expect.not.stringMatching(/^harmed/),
        0,
      ]);
      expect(readFileSync(folder.path("two.html"), "utf8")).not.toMatch(/harmed|onerror|Mayor/);
    });

    it("compares two runs: what changed, by layer, kind and rule", async () => {
      await page.goto(two);
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("28 changes in 11 of 401 articles");
      await page.getByRole("link", { name: "11 Dates Revalued" }).click();
      await page.getByRole("heading", { name: "Changes" }).waitFor();
      const status = page.locator(".changes-view").getByRole("status");
      expect(await status.textContent()).toBe("11 of 28 changes");
      await page.getByLabel("Layer").selectOption("");
      await page.getByLabel("Kind").selectOption("lost");
      expect(await status.textContent()).toBe("6 of 28 changes");
      expect(page.url()).toMatch(/#\/changes\?kind=lost$/);
      await page.getByLabel("Kind").selectOption("");
      await page.getByLabel("Rule").selectOption("quotes/model-direct");
      expect(await status.textContent()).toBe("11 of 28 changes");
      await page.getByLabel("Article").fill("story 40 ");
      const option = page.getByRole("listbox", { name: "Changes" }).getByRole("option");
      expect(await option.textContent()).toMatch(/Mayor Ana Ruiz → unknown/);
      await option.click();
      await page.getByRole("article", { name: "Story 40 of Ashcombe" }).waitFor();
      expect(await page.locator(".column.a .mark.kept, .column.b .mark.kept").count()).toBeGreaterThan(0);
      expect(await page.locator(".column.a .mark.twin").count()).toBeGreaterThan(0);
      expect(await page.locator(".note.change-note").first().textContent()).toMatch(
        /speaker\s*Mayor Ana Ruiz\s*unknown/,
      );
      await page.locator(".notes").getByRole("link", { name: "Link" }).click();
      await page.waitForURL(/#\/articles\/40\/change\/1$/);
      await page.getByRole("radio", { name: "B only" }).check();
      expect(await page.locator(".column").count()).toBe(1);
      await page.goto(`${two}#/changes?kind=lost`); // what is there in A only brings A back
      await page.getByRole("listbox", { name: "Changes" }).getByRole("option").nth(1).click();
      await page.locator(".column.a .mark.kept").waitFor();
      expect(await page.getByRole("radio", { name: "Side by side" }).isChecked()).toBe(true);
    });

    it("sets scores beside each other where there is gold", async () => {
      await page.goto(two);
      const scores = page.getByRole("table", { name: "Scores in percent", exact: true });
      expect(
        await scores
          .getByRole("row", { name: /^dates value 100\.00 96\.00 100\.00 96\.00 100\.00 96\.00 −4\.00/ })
          .count(),
      ).toBe(1);
      await page.goto(`${two}#/articles/0`);
      await page.getByRole("heading", { name: "1 difference to the gold" }).waitFor();
      await page.getByRole("checkbox", { name: "Mark what is unlike the gold" }).check();
      expect(await page.locator(".column.b .mark.wrong").allTextContents()).toEqual(["last week"]);
      await page.goto(`${two}#/changes`);
      await page.getByLabel("Gold says").selectOption("loss");
      expect(await page.locator(".changes-view").getByRole("status").textContent()).toBe("2 of 28 changes");
      expect(await page.getByRole("option", { name: /Revalued.*Loss.*2026-W08 → 2026-W09/ }).count()).toBeGreaterThan(
        0,
      );
    });

    it.each([
      ["light", 1400],
      ["dark", 1400],
      ["dark", 420],
    ] as const)("has no fault that axe finds, in %s, %i pixels wide", async (colorScheme, width) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const [address, ready] of [
        [two, ".lead"],
        [`${two}#/articles/0`, ".article"],
        [`${two}#/articles/0/change/0`, ".note"],
        [`${two}#/changes`, ".change-row .pair"],
      ]) {
        await page.goto("about:blank");
        await page.goto(address!);
        await page.locator(ready!).first().waitFor();
        expect(await faults(page)).toEqual([]);
      }
    });
  },
);

const goldLine = ({ id, text, dates, article }: Document): string =>
  `${JSON.stringify({ id, text: text.value.replace("“", "â€œ"), published: article.published, dates: dates.map(({ start, end, type, value }) => ({ start: start + 2, end: end + 2, type, value })) })}\n`;

/** What axe-core has against a page: by WCAG at the levels A and AA, and by good practice. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source); // by the debugger, which the page's policy does not bind
  const found = await page.evaluate<axe.AxeResults>("axe.run()");
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}
