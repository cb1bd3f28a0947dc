/** What was found with some margin, and whether it is right. */
export interface Judged {
  readonly margin: number;
  readonly right: boolean;
}

/** Fits a logistic curve of being right over margins (Platt 1999), by Newton's method. */
export function fitConfidence(judged: readonly Judged[]): [a: number, b: number] {
  if (judged.length === 0) return [0, 0.05];
  let [a, b] = [0, 0];
  for (let round = 0; round < 25; round++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-6, 0, 1e-6];
    for (const { margin, right } of judged) {
      const p = 1 / (1 + Math.exp(-(a + b * margin)));
      const error = (right ? 1 : 0) - p;
      const spread = p * (1 - p);
      ga += error;
      gb += error * margin;
      haa += spread;
      hab += spread * margin;
      hbb += spread * margin * margin;
    }
    const det = haa * hbb - hab * hab;
    a += (hbb * ga - hab * gb) / det;
    b += (haa * gb - hab * ga) / det;
  }
  return [a, b];
}
