import { defineStage } from "../../pipeline.ts";
import { loadModel } from "../../tagger/model.ts";
import type { Reading } from "../../tagger/reading.ts";
import { Tagger } from "../../tagger/tag.ts";
import { packageVersion } from "../../version.ts";
import { withConstituencies } from "./constituency.ts";
import { withDatelines } from "./dateline.ts";
import { trueEdges } from "./edges.ts";
import { entitiesOf } from "./entity-list.ts";
import { withExtraNames } from "./extra.ts";
import { readGazetteer, withGazetteer } from "./gazetteer.ts";
import { joinNames } from "./join.ts";
import { modelPath } from "./model-path.ts";
import type { Named } from "./names.ts";
import { withOrganizations } from "./organizations.ts";
import { withProducts } from "./products.ts";
import { findReferences } from "./references/references.ts";
import { withRoles } from "./roles.ts";
import { spread } from "./spread.ts";
import { typeOfName } from "./typing.ts";

export interface EntityOptions {
  /** Path of a file of names and types of your own that win over the model (docs/entities.md). */
  readonly gazetteer?: string;
  /** Path of a model that was trained with `npm run train:ner`, in place of the one that comes with pressmark. */
  readonly model?: string;
}

/** Stage 4: tokens in; named things out, one entity for all mentions of a thing. */
export const entities = ({ gazetteer: file, model: path = modelPath() }: EntityOptions = {}) => {
  const model = loadModel(path);
  const tagger = new Tagger(model);
  const gazetteer = file === undefined ? null : readGazetteer(file);
  return defineStage({
    name: "entities",
    needs: ["text", "blocks", "sentences", "tokens"],
    adds: ["entities"],
    resources: [
      { kind: "model", name: "ner", version: packageVersion, sha256: model.sha256 },
      ...(gazetteer ? [gazetteer.resource] : []),
    ],
    run: (doc) => {
      const { text, blocks, tokens } = doc;
      const reading = tagger.read(text.value, tokens);
      const found = withDatelines(reading, blocks, tokens, findNames(reading, tagger));
      const names = gazetteer ? withGazetteer(reading, gazetteer, found) : found;
      const groups = joinNames(reading, withRoles(reading, names));
      const references = findReferences(reading, model.lexicon, blocks, tokens, groups);
      return { entities: entitiesOf(doc, groups, references) };
    },
  });
};

/** The names of an article in text order, none overlapping another. */
function findNames(reading: Reading, tagger: Tagger): Named[] {
  const { lexicon } = tagger.model;
  const tagged: Named[] = [];
  let end = 0;
  for (const name of tagger.tag(reading)) {
    const type = typeOfName(reading, lexicon, name);
    const range = type && trueEdges(reading, lexicon, type, name);
    if (!range) continue;
    // An initial or a "Jr." that was taken in may be the end or the beginning of the name beside it.
    const first = Math.max(range.first, end);
    const { last } = range;
    if (first >= last) continue;
    end = last;
    tagged.push({ first, last, type, rule: "entities/model", confidence: name.confidence, role: null });
  }
  const names = withExtraNames(reading, withConstituencies(reading, tagged));
  return withProducts(reading, lexicon, withOrganizations(reading, spread(reading, names)));
}
