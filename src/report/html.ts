import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { packed } from "./packets.ts";
import type { ReportIndex, ReportOverview } from "./page-data.ts";

/** The code and style of the page, as the build made them. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** Reads the page's code and style from the package. */
export function pageAssets(): PageAssets {
  const root = dirname(createRequire(import.meta.url).resolve("pressmark/package.json"));
  const read = (name: string): string => readFileSync(join(root, "dist/src/report", name), "utf8");
  return { script: read("page.js").trim(), style: read("page.css").trim() };
}

/**
 * The page of a report, part by part. All that comes from articles is in packets, which are letters and digits; the page
 * can run nothing but its own script, and load nothing. The packets come last, so that the page is there before they are.
 */
export async function* reportHtml(
  { script, style }: PageAssets,
  overview: ReportOverview,
  index: ReportIndex,
  packets: AsyncIterable<string>,
): AsyncGenerator<string> {
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${sha256(script)}'`,
    `style-src 'sha256-${sha256(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="pressmark">
<title>pressmark report</title>
<style>${style}</style>
</head>
<body>
<noscript>This report needs JavaScript. It has no other part than this file, and loads nothing.</noscript>
${data("overview", packed(overview))}
${data("index", packed(index))}
<script>${script}</script>
`;
  let count = 0;
  for await (const packet of packets) yield `${data(`packet-${count++}`, packet)}\n`;
  yield "</body>\n</html>\n";
}

/** A block of data: no browser runs a script of this type. */
const data = (id: string, content: string): string =>
  `<script type="application/vnd.pressmark" id="${id}">${content}</script>`;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64");
