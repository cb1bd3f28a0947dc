import { describe, expect, it } from "vitest";
import { documentIndex, type Identified } from "../../src/score/documents.ts";
import { gold } from "./made.ts";

const document = (id: string, path: string | null = null): Identified => ({ id, source: { path } });

describe("the document of a gold article", () => {
  it("is the one with its id", () => {
    const [a, b] = [document("news/a"), document("news/b")];
    const find = documentIndex([a, b]);
    expect(find(gold({ id: "news/b", text: "" }))).toBe(b);
    expect(find(gold({ id: "news/c", text: "" }))).toBeNull();
  });

  it("is else the one whose file has the same name, folders and extensions aside", () => {
    const story = document("0001", "pages/2026/story.HTML.gz");
    const find = documentIndex([story]);
    expect(find(gold({ id: "x", file: "gold/story.txt", body: "" }))).toBe(story);
    expect(find(gold({ id: "elsewhere/story.json", text: "" }))).toBe(story);
    expect(find(gold({ id: "story", text: "" }))).toBe(story);
    expect(find(gold({ id: "x", file: "gold/story.v2.txt", body: "" }))).toBeNull(); // ".v2" is part of the name
  });

  it("is sought by id before it is sought by file", () => {
    const byFile = document("1", "b.txt");
    const byId = document("b");
    expect(documentIndex([byFile, byId])(gold({ id: "b", text: "" }))).toBe(byId);
  });

  it("is the last of several with its id, and the first of several with its file", () => {
    const [first, last] = [document("a", "one/s.txt"), document("a", "two/s.txt")];
    const find = documentIndex([first, last]);
    expect(find(gold({ id: "a", text: "" }))).toBe(last);
    expect(find(gold({ id: "s", text: "" }))).toBe(first);
  });

  it("is found by id alone for a case of repair", () => {
    const find = documentIndex([document("1", "case.txt")]);
    expect(find(gold({ id: "case", text: "", fixed: "" }))).toBeNull();
    expect(find(gold({ id: "1", text: "", fixed: "" }))).not.toBeNull();
  });

  it("needs no file", () => {
    const find = documentIndex([{ id: "a" }, document("b")]);
    expect(find(gold({ id: "a", text: "" }))).toEqual({ id: "a" });
    expect(find(gold({ id: "x", text: "" }))).toBeNull();
  });
});
