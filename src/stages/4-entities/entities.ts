import { defineStage } from "../../pipeline.ts";
import { loadModel, type Model } from "../../tagger/model.ts";
import type { Reading } from "../../tagger/reading.ts";
import { readArticle } from "../../tagger/reading.ts";
import { Spellings } from "../../tagger/spellings.ts";
import { tagNames } from "../../tagger/tag.ts";
import { tokenTexts } from "../../tokens.ts";
import { packageVersion } from "../../version.ts";
import { withDatelines } from "./dateline.ts";
import { withTrueEdges } from "./edges.ts";
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
  const spellings = new Spellings(model.lexicon);
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
      const texts = tokenTexts(text.value, tokens);
      const reading = readArticle(text.value, tokens, texts, spellings, model.smallWords);
      const found = withDatelines(reading, blocks, tokens, findNames(reading, model));
      const names = gazetteer ? withGazetteer(reading, gazetteer, found) : found;
      const groups = joinNames(reading, withRoles(reading, names));
      const references = findReferences(reading, model.lexicon, blocks, tokens, groups);
      return { entities: entitiesOf(doc, groups, references) };
    },
  });
};

/** The names of an article in text order, none overlapping another. */
function findNames(reading: Reading, model: Model): Named[] {
  const tagged: Named[] = [];
  for (const name of tagNames(reading, model)) {
    const type = typeOfName(reading, model.lexicon, name);
    const named = type && withTrueEdges(reading, { ...name, type, rule: "entities/model", role: null });
    // An initial or a "Jr." that was taken in may be the end or the beginning of the name beside it.
    const first = named ? Math.max(named.first, tagged.at(-1)?.last ?? 0) : 0;
    if (named && first < named.last) tagged.push({ ...named, first });
  }
  return withProducts(
    reading,
    model.lexicon,
    withOrganizations(reading, spread(reading, withExtraNames(reading, tagged))),
  );
}
