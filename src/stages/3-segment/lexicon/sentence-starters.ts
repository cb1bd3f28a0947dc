/**
 * Words that, with a capital letter inside a text, nearly always begin a sentence: pronouns, determiners, conjunctions,
 * adverbs, prepositions and auxiliaries, which names seldom begin with.
 */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  `The A An This That These Those It It's It’s He She They We You I There Here His Her Their Its Our My Your Who What When Where
  Why How Which Whose And But Or Nor So Yet If Although Though While Whereas Because Since Unless Until Once After Before As At In
  On By For From With Without Within To Of Under Over Between Among Amid Against During Through About Across Despite Like Some Many
  Most Much Few Several All Both Each Every Any Another Other Others No None Not Neither Either One Two Three Four Five Six Seven
  Eight Nine Ten Now Then Thus Hence However Moreover Meanwhile Still Also Only Even Just Instead Later Earlier Today Yesterday
  Tomorrow Tonight Perhaps Maybe Indeed Finally Nevertheless Nonetheless Otherwise Therefore Did Do Does Is Are Was Were Has Have Had
  Can Could Will Would Should May Might Must Let Ask Asked According Critics Officials Analysts Experts Police Authorities
  Residents Investigators Shares`.split(/\s+/),
);
