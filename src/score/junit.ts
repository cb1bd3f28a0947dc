import { figuresOf } from "./figures.ts";
import type { ScoreError } from "./score.ts";
import { errorDetail, type ScoreReport } from "./sections.ts";

/** A gold article that was scored, with the layers that its gold has; `isMissing` if there was no document of it. */
export interface ScoredArticle {
  readonly id: string;
  readonly layers: readonly string[];
  readonly isMissing: boolean;
}

/**
 * The scores as JUnit XML, as CI servers read it: a suite for each layer, with its scores as properties, and a case for
 * each article. A case fails if anything is wrong in that layer, and tells what; one without a document is an error. The
 * report must hold all errors.
 */
export function scoreJunit({ scores, errors = [] }: ScoreReport, articles: readonly ScoredArticle[]): string {
  const figures = Object.entries(figuresOf(scores));
  const byCase = errorsByCase(errors);
  const suites = Object.keys(scores)
    .filter((layer) => layer !== "docs" && layer !== "types")
    .map((layer): Suite => {
      const own = articles.filter(({ layers }) => layers.includes(layer));
      return {
        name: layer,
        properties: figures.filter(([name]) => name.startsWith(`${layer} `) || name.startsWith(`types ${layer} `)),
        cases: own.map(({ id, isMissing }) => ({ id, isMissing, errors: byCase.get(caseKey(layer, id)) ?? [] })),
      };
    });
  const all = countsOf(suites.flatMap(({ cases }) => cases));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="pressmark score"${all}>\n${suites.map(suiteXml).join("")}</testsuites>\n`;
}

interface Case {
  readonly id: string;
  readonly isMissing: boolean;
  readonly errors: readonly ScoreError[];
}

interface Suite {
  readonly name: string;
  readonly properties: readonly (readonly [name: string, value: number])[];
  readonly cases: readonly Case[];
}

const caseKey = (layer: string, id: string): string => `${layer}\n${id}`;

function errorsByCase(errors: readonly ScoreError[]): Map<string, ScoreError[]> {
  const byCase = new Map<string, ScoreError[]>();
  for (const error of errors) {
    const key = caseKey(error.layer, error.id);
    const own = byCase.get(key);
    if (own) own.push(error);
    else byCase.set(key, [error]);
  }
  return byCase;
}

function countsOf(cases: readonly Case[]): string {
  const missing = cases.filter(({ isMissing }) => isMissing).length;
  const failures = cases.filter(({ isMissing, errors }) => !isMissing && errors.length > 0).length;
  return ` tests="${cases.length}" failures="${failures}" errors="${missing}"`;
}

function suiteXml({ name, properties, cases }: Suite): string {
  const told = properties.map(([what, value]) => `      <property name="${escaped(what)}" value="${value}"/>\n`);
  return (
    `  <testsuite name="${escaped(name)}"${countsOf(cases)}>\n` +
    `    <properties>\n${told.join("")}    </properties>\n` +
    `${cases.map((one) => caseXml(name, one)).join("")}  </testsuite>\n`
  );
}

function caseXml(layer: string, { id, isMissing, errors }: Case): string {
  const head = `    <testcase classname="pressmark.${escaped(layer)}" name="${escaped(id)}"`;
  if (isMissing) return `${head}>\n      <error message="there is no document of it"/>\n    </testcase>\n`;
  if (errors.length === 0) return `${head}/>\n`;
  const kinds = new Map<string, number>();
  for (const { kind } of errors) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const message = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(", ");
  const lines = errors.map((error) =>
    [
      `${error.kind}${error.start === undefined ? "" : ` ${error.start}-${error.end}`}`,
      errorDetail(error),
      error.context,
    ]
      .filter(Boolean)
      .join(": "),
  );
  return `${head}>\n      <failure message="${message}">${escaped(lines.join("\n"))}</failure>\n    </testcase>\n`;
}

/** What XML 1.0 cannot hold even as a reference: control characters, halves of surrogate pairs, and two others. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const escaped = (text: string): string =>
  text
    .replace(UNWRITABLE, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
