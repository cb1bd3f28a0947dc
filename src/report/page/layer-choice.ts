import { type Mark, REPORT_LAYERS, type ReportLayer } from "../page-data.ts";
import { h } from "./elements.ts";
import { LAYER_NAMES, number } from "./labels.ts";

/** Which annotations a reader wants to see; kept from article to article. */
export interface LayerChoice {
  readonly hidden: Set<ReportLayer>;
  least: number;
  /** Whether what the gold does not have just so is marked. */
  showsWrong: boolean;
}

/** All layers. What is wrong is marked from the start in one run only: of two, the changes are what is looked for. */
export const createLayerChoice = (isPair: boolean): LayerChoice => ({
  hidden: new Set(),
  least: 0,
  showsWrong: !isPair,
});

export const isChosen = ({ hidden, least }: LayerChoice, { layer, confidence }: Mark): boolean =>
  !hidden.has(layer) && (confidence ?? 1) >= least;

/** Controls for the choice: a box for each layer, the least confidence and, if there is gold, a box for what is wrong by it. */
export function layerControls(
  choice: LayerChoice,
  marks: readonly Mark[],
  hasGold: boolean,
  onChange: () => void,
): HTMLElement {
  const counts = new Map<ReportLayer, number>();
  for (const { layer } of marks) counts.set(layer, (counts.get(layer) ?? 0) + 1);
  const box = (layer: ReportLayer): HTMLElement => {
    const input = h("input", { type: "checkbox", name: layer, checked: !choice.hidden.has(layer) });
    input.addEventListener("change", () => {
      if (input.checked) choice.hidden.delete(layer);
      else choice.hidden.add(layer);
      onChange();
    });
    const sample = h("span", { class: `sample ${layer}`, "aria-hidden": "true" });
    return h(
      "label",
      {},
      input,
      sample,
      LAYER_NAMES[layer],
      h("span", { class: "number" }, number(counts.get(layer) ?? 0)),
    );
  };
  const shown = h("output", {}, choice.least.toFixed(2));
  const range = h("input", { type: "range", name: "least", min: 0, max: 1, step: 0.05, value: choice.least });
  range.addEventListener("input", () => {
    choice.least = Number(range.value);
    shown.textContent = choice.least.toFixed(2);
    onChange();
  });
  const wrong = h("input", { type: "checkbox", name: "wrong", checked: choice.showsWrong });
  wrong.addEventListener("change", () => {
    choice.showsWrong = wrong.checked;
    onChange();
  });
  return h(
    "div",
    { class: "controls" },
    h("fieldset", { class: "layers" }, h("legend", {}, "Layers"), ...REPORT_LAYERS.map(box)),
    hasGold && h("label", { class: "wrong" }, wrong, "Mark what is unlike the gold"),
    h("label", { class: "least" }, "Confidence from ", range, shown),
  );
}
