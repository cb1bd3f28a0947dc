import { describe, expect, it } from "vitest";
import { addWeights } from "../../src/tagger/add-weights.ts";
import { FeatureList } from "../../src/tagger/features.ts";
import { dequantize, FEATURES, prepare, quantize, UNIT } from "../../src/tagger/model.ts";
import { ModelError, readModel, type StoredModel, writeModel } from "../../src/tagger/model-file.ts";

const stored: StoredModel = {
  types: ["PERSON", "ORG"],
  features: FEATURES,
  scale: 12,
  confidence: [-1, 0.1],
  inside: ["of"],
  edge: ["al"],
  sections: {
    featureKeys: Uint32Array.from([7, 4_000_000_000]),
    weightCounts: Uint8Array.from([2, 1]),
    weightLabels: Uint8Array.from([0, 3, 8]),
    weights: Int8Array.from([127, -64, 1]),
    transitions: new Float32Array(81).fill(0.5),
    wordKeys: Uint32Array.from([99]),
    wordClasses: Uint16Array.from([0]),
    wordShares: Uint8Array.from([6]),
    classSets: Uint32Array.from([5]),
  },
};
const bytes = writeModel(stored);

describe("a model file", () => {
  it("gives back what was written, from any place in memory", () => {
    const within = new Uint8Array(bytes.length + 3);
    within.set(bytes, 3);
    for (const file of [bytes, Buffer.from(bytes), within.subarray(3)]) {
      const { sha256, ...read } = readModel(file, "m", FEATURES);
      expect(read).toEqual({ ...stored, format: undefined, lengths: undefined, ...read });
      expect(read.sections).toEqual(stored.sections);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(writeModel(stored)).toEqual(bytes);
  });

  it.each([
    ["nothing", new Uint8Array(0), "not a model file"],
    ["another file", new TextEncoder().encode("PK\u0003\u0004 something else"), "not a model file"],
    ["half a header", bytes.slice(0, 40), "not a model file"],
    ["half a model", bytes.slice(0, -8), "damaged"],
    ["a changed byte", bytes.with(bytes.length - 20, 77), "damaged"],
  ])("that is %s is refused", (_, file, message) => {
    expect(() => readModel(file, "models/x.bin", FEATURES)).toThrow(ModelError);
    expect(() => readModel(file, "models/x.bin", FEATURES)).toThrow(`models/x.bin: `);
    expect(() => readModel(file, "models/x.bin", FEATURES)).toThrow(message);
  });

  it("of other features is refused, with what to do", () => {
    expect(() => readModel(bytes, "m", FEATURES + 1)).toThrow(/features .* train it anew/);
  });

  it("is made ready to look weights and words up", () => {
    const model = prepare({ ...stored, sha256: "" });
    expect(model.lexicon.keys.filter((key) => key !== 0)).toEqual(Uint32Array.from([99]));
    expect(model.table.filter((_, i) => i % 2 === 0 && model.table[i] !== 0).sort()).toEqual(
      stored.sections.featureKeys,
    );
    expect([...model.weights].map((weight) => weight & 31)).toEqual([0, 3, 8]);
    expect(model.weights[0]! >> 5).toBe(12 * UNIT);
  });

  it("adds up the weights of features", () => {
    const model = prepare({ ...stored, sha256: "" });
    const list = new FeatureList();
    for (const feature of [7, 8, 4_000_000_000, 4_000_000_000]) list.hashes[list.size++] = feature;
    const sums = new Int32Array(10);
    addWeights(model, list, sums, 1);
    const weight = (q: number) => Math.round(dequantize(q, stored.scale) * UNIT);
    expect([...sums]).toEqual([0, weight(127), 0, 0, weight(-64), 0, 0, 0, 0, 2 * weight(1)]);
  });

  it("adds up a single weight as large as they come", () => {
    const sections = { ...stored.sections, weights: Int8Array.from([127, -64, -127]) };
    for (const scale of [2 ** 7, 2 ** 8, 2 ** 12]) {
      const model = prepare({ ...stored, sections, scale, sha256: "" });
      const list = new FeatureList();
      list.hashes[list.size++] = 4_000_000_000;
      const sums = new Int32Array(9);
      addWeights(model, list, sums);
      expect([...sums]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, -scale * UNIT]);
    }
  });
});

describe("quantizing", () => {
  it("keeps the sign, the largest weight, and small ones apart", () => {
    for (const weight of [-12, -3, -0.5, -0.01, 0, 0.002, 0.1, 1, 12])
      expect(Math.abs(dequantize(quantize(weight, 12), 12) - weight)).toBeLessThan(0.002 + Math.abs(weight) * 0.1);
    expect(quantize(30, 12)).toBe(127);
  });
});
