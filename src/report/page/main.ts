import { createArticlesView } from "./articles-view.ts";
import { createChangesView } from "./changes-view.ts";
import { fill, h } from "./elements.ts";
import { number } from "./labels.ts";
import { openReport, type Report } from "./open-report.ts";
import { createOverviewView } from "./overview-view.ts";
import { type Route, routeOf } from "./route.ts";
import type { View } from "./view.ts";

void openReport(document).then(start, (error: unknown) => {
  document.body.append(h("p", { class: "broken", role: "alert" }, `This report cannot be read: ${error}`));
});

function start(report: Report): void {
  const { overview, index } = report;
  const announcer = h("p", { class: "unseen", role: "status" });
  const announce = (words: string): void => {
    announcer.textContent = words;
  };
  const pages: Readonly<
    Record<Route["page"], { readonly label: string; readonly count: number | null; readonly make: () => View }>
  > = {
    overview: { label: "Overview", count: null, make: () => createOverviewView(report) },
    articles: { label: "Articles", count: index.articles.length, make: () => createArticlesView(report, announce) },
    changes: { label: "Changes", count: index.changes.article.length, make: () => createChangesView(report) },
  };
  const isPair = overview.runs.length > 1;
  const links = Object.entries(pages).flatMap(([page, { label, count }]) =>
    page === "changes" && !isPair
      ? []
      : h(
          "a",
          { href: `#/${page}`, "data-page": page },
          label,
          count !== null && h("span", { class: "number" }, number(count)),
        ),
  );
  const main = h("main", { id: "main" });
  document.body.append(
    h(
      "button",
      { class: "skip", type: "button", onclick: () => main.querySelector<HTMLElement>("h1, [tabindex]")?.focus() },
      "Skip to content",
    ),
    h(
      "header",
      { class: "masthead" },
      h("p", { class: "wordmark" }, "pressmark"),
      h("p", { class: "edition" }, overview.title),
      h("nav", { "aria-label": "Report" }, ...links),
    ),
    main,
    announcer,
  );

  const made = new Map<Route["page"], View>();
  let before: Route["page"] | null = null;
  const follow = async (): Promise<void> => {
    const asked = routeOf(location.hash);
    const route: Route = asked.page === "changes" && !isPair ? { ...asked, page: "overview" } : asked;
    const view = made.get(route.page) ?? pages[route.page].make();
    made.set(route.page, view);
    for (const link of links) {
      if (link.dataset.page === route.page) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (before !== route.page) fill(main, view.element);
    main.dataset.page = route.page;
    await view.show(route);
    // Who came by a link goes on reading at the head of what it leads to.
    if (
      before !== null &&
      (before !== route.page || route.article !== null) &&
      route.mark === null &&
      route.change === null &&
      !isTyping()
    )
      main.querySelector<HTMLElement>("h1")?.focus({ preventScroll: route.article !== null });
    if (before !== null && before !== route.page) scrollTo(0, 0);
    before = route.page;
  };
  addEventListener("hashchange", () => void follow());
  void follow();
}

/** True while the keyboard is in a field or a list, which it should not be taken from. */
const isTyping = (): boolean => document.activeElement?.matches("input, select, [role=listbox]") ?? false;
