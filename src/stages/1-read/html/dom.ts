import { createRequire } from "node:module";

/** As much of the DOM as is used here: the compiler knows Node's globals and no browser's. */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string;
  readonly parentNode: DomElement | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  remove(): void;
}

export interface DomElement extends DomNode {
  readonly tagName: string;
  readonly id: string;
  readonly className: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelectorAll(selector: string): Iterable<DomElement>;
  querySelector(selector: string): DomElement | null;
  closest(selector: string): DomElement | null;
}

export interface DomDocument extends DomElement {
  readonly body: DomElement;
}

const ELEMENT = 1;
export const TEXT = 3;

export const isElement = (node: DomNode): node is DomElement => node.nodeType === ELEMENT;

const load = createRequire(import.meta.url);

/** Parses HTML with linkedom, which is loaded only when the first page comes. Scripts do not run, nothing is fetched. */
export const parsePage = (html: string): DomDocument => load("linkedom").parseHTML(html).document;

/** Finds the article of a page with Mozilla's Readability, which takes the document apart for it. Null if it finds none. */
export function findArticle(document: DomDocument): DomElement | null {
  const { Readability } = load("@mozilla/readability");
  const found = new Readability(document, {
    serializer: (element: DomElement) => element,
    disableJSONLD: true,
    keepClasses: true,
  }).parse();
  return found?.content ?? null;
}
