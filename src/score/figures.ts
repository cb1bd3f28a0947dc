/** Scores in percent, by what they measure: "dates value f1". */
export type Figures = Readonly<Record<string, number>>;

/** The numbers of a score result that are better if they are higher: F1, accuracies and shares. */
export const figuresOf = (result: object): Figures =>
  leaves(result, (key) => /^(?:f1|pct|exactTexts)$/.test(key) || key.endsWith("Accuracy"));

/** All the percentages of a score result: precision and recall too. */
export const percentagesOf = (result: object): Figures =>
  leaves(result, (key) => /^(?:p|r|f1|pct|exactTexts)$/.test(key) || key.endsWith("Accuracy"));

function leaves(result: object, isWanted: (key: string) => boolean, path: readonly string[] = []): Figures {
  const entries = Object.entries(result).flatMap(([key, value]): [string, number][] => {
    if (typeof value === "object" && value !== null && key !== "docs")
      return Object.entries(leaves(value, isWanted, [...path, key]));
    return typeof value === "number" && isWanted(key) ? [[[...path, key].join(" "), value]] : [];
  });
  return Object.fromEntries(entries);
}
