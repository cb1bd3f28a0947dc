import type { ReportArticle, ReportIndex, ReportOverview } from "../page-data.ts";

/** What the page shows. */
export interface Report {
  readonly overview: ReportOverview;
  readonly index: ReportIndex;
  /** Unpacks an article. It waits if the browser has not read the file that far. */
  readonly article: (index: number) => Promise<ReportArticle>;
}

/** Packets kept unpacked. */
const MOST_KEPT = 8;

/** Opens the report that a page holds. */
export async function openReport(page: Document): Promise<Report> {
  const [overview, index] = await Promise.all([
    unpacked<ReportOverview>(page, "overview"),
    unpacked<ReportIndex>(page, "index"),
  ]);
  const kept = new Map<number, Promise<readonly ReportArticle[]>>();
  const packet = (number: number): Promise<readonly ReportArticle[]> => {
    const known = kept.get(number) ?? unpacked<readonly ReportArticle[]>(page, `packet-${number}`);
    kept.delete(number);
    kept.set(number, known); // the last is the one used last
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
    return known;
  };
  return {
    overview,
    index,
    article: async (at) => {
      const row = index.articles[at]!;
      return (await packet(row.packet))[row.at]!;
    },
  };
}

/** The value in a block of the page: base64, deflated, JSON. */
async function unpacked<T>(page: Document, id: string): Promise<T> {
  if (!page.getElementById(id) && page.readyState === "loading")
    await new Promise((go) => page.addEventListener("DOMContentLoaded", go, { once: true }));
  const letters = atob(page.getElementById(id)!.textContent!);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).json();
}
