import type { Route } from "./route.ts";

/** One of the pages of a report. */
export interface View {
  readonly element: HTMLElement;
  /** Called when it comes into sight, and when what is asked of it changes. */
  readonly show: (route: Route) => void | Promise<void>;
}
