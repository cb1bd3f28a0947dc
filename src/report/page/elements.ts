type Child = Node | string | null | undefined | false;

type Attribute = string | number | boolean | null | undefined;

/** What an element has: attributes, `vars` (custom properties of its style) and listeners, `onclick` for `click`. */
export interface Properties {
  readonly [name: string]: Attribute | ((event: never) => void) | Readonly<Record<`--${string}`, string>>;
}

/**
 * Makes an element. All text becomes text nodes, so that nothing an article says can be more than letters. An attribute of
 * true is there without a value, one of null, undefined or false is not there.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setProperties(element, properties);
  element.append(...present(children));
  return element;
}

/** The same for an element of a drawing. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  setProperties(element, properties);
  element.append(...present(children));
  return element;
}

/** Puts other children in the place of those that an element has. */
export const fill = (element: Element, ...children: readonly Child[]): void =>
  element.replaceChildren(...present(children));

const present = (children: readonly Child[]): (Node | string)[] =>
  children.filter((child) => child !== null && child !== undefined && child !== false);

function setProperties(element: HTMLElement | SVGElement, properties: Properties): void {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value as (event: Event) => void);
    else if (typeof value === "object" && value !== null)
      for (const [property, own] of Object.entries(value)) element.style.setProperty(property, own);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
}
