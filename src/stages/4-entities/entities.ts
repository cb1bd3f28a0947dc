import { defineStage } from "../../pipeline.ts";
import { findCandidates, lookAt } from "./candidates.ts";
import { classify, withHolders } from "./classify.ts";
import { joinNames } from "./join.ts";
import { loadLexicon } from "./lexicon.ts";

/** Stage 4: tokens in; named things out, one entity for all mentions of a thing. */
export const entities = () => {
  const lexicon = loadLexicon();
  return defineStage({
    name: "entities",
    needs: ["text", "blocks", "sentences", "tokens"],
    adds: ["entities"],
    resources: [lexicon.resource],
    run: (doc) => {
      const article = lookAt(doc);
      const named = findCandidates(article, lexicon).flatMap((candidate) => classify(article, lexicon, candidate));
      return { entities: joinNames(article, withHolders(article, named)) };
    },
  });
};
