import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { InputError } from "../../input-error.ts";
import type { Resource } from "../../pipeline.ts";
import { EntityType } from "../../schema/entities.ts";
import type { Reading } from "../../tagger/reading.ts";
import { inSentence, type Named } from "./names.ts";

/** Names of the user's own and their types. Upper and lower case count. */
export interface Gazetteer {
  /** Types by the name, its words parted by one space. */
  readonly types: ReadonlyMap<string, EntityType>;
  /** The longest name in characters. */
  readonly longest: number;
  readonly resource: Resource;
}

/**
 * Reads a gazetteer: a name a line, a tab, and its type; empty lines and those that begin with # are passed over. Throws
 * an `InputError` that names file and line where a line is no such pair.
 */
export function readGazetteer(file: string): Gazetteer {
  let content: string;
  try {
    content = readFileSync(file, "utf8");
  } catch (cause) {
    throw new InputError(`${file}: the gazetteer cannot be read (${(cause as Error).message})`, "check the path", {
      cause,
    });
  }
  const types = new Map<string, EntityType>();
  let longest = 0;
  for (const [i, line] of content.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [name = "", type] = line.split("\t").map((part) => part.trim().replace(/\s+/g, " "));
    const known = EntityType.safeParse(type);
    if (name === "" || !known.success)
      throw new InputError(
        `${file}:${i + 1}: not a name and a type with a tab between: ${JSON.stringify(line)}`,
        `types are ${EntityType.options.join(", ")}`,
      );
    types.set(name, known.data);
    longest = Math.max(longest, name.length);
  }
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { types, longest, resource: { kind: "lexicon", name: "gazetteer", version: "1", sha256 } };
}

/** Puts the names of a gazetteer in, wherever they stand as whole tokens; they win over what was found there. */
export function withGazetteer(reading: Reading, { types, longest }: Gazetteer, names: readonly Named[]): Named[] {
  const { word, glued, length } = reading;
  const known: Named[] = [];
  for (let first = 0; first < length; first++) {
    let name = "";
    let found: Named | null = null;
    for (let at = first; inSentence(reading, first, at); at++) {
      name += at > first && !glued[at] ? ` ${word[at]!.text}` : word[at]!.text;
      if (name.length > longest) break;
      const type = types.get(name);
      if (type) found = { first, last: at + 1, type, rule: "entities/gazetteer", confidence: 1, role: null };
    }
    if (!found) continue;
    known.push(found);
    first = found.last - 1;
  }
  if (known.length === 0) return [...names];
  const rest = names.filter((name) => !known.some(({ first, last }) => first < name.last && name.first < last));
  return [...rest, ...known].sort((a, b) => a.first - b.first);
}
