import { h } from "./elements.ts";

/** A choice from a list, with its label. */
export function choice(
  label: string,
  name: string,
  options: readonly (readonly [value: string, label: string])[],
  onChange: () => void,
): { element: HTMLElement; select: HTMLSelectElement } {
  const select = h("select", { name }, ...options.map(([value, text]) => h("option", { value }, text)));
  select.addEventListener("change", onChange);
  return { element: h("label", { class: "choice" }, h("span", {}, label), select), select };
}

/** A field to search with. */
export function search(
  label: string,
  name: string,
  onChange: () => void,
): { element: HTMLElement; input: HTMLInputElement } {
  const input = h("input", { type: "search", name, autocomplete: "off", spellcheck: "false" });
  input.addEventListener("input", onChange);
  return { element: h("label", { class: "choice search" }, h("span", {}, label), input), input };
}
