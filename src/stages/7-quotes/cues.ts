import { createHash } from "node:crypto";
import nlp from "compromise";
import type { Resource } from "../../pipeline.ts";

/** Verbs that report speech whenever they have a speaker and something said. */
const SPEECH =
  "say,tell,add,write,ask,note,argue,announce,claim,explain,respond,reply,declare,insist,acknowledge,tweet,warn,conclude,admit,recall,complain,joke,remark,observe,state,quip,shout,whisper,testify,contend,assert,maintain,stress,comment,deny,promise,concede,caution,confirm,reveal,allege,emphasize,reiterate,counter,urge,predict,boast,lament,muse,vow,answer,agree,continue,put,post,repeat,exclaim,plead,report".split(
    ",",
  );
/** Verbs that report speech or thought only before "that" (or with a quotation). */
const THOUGHT =
  "suggest,show,believe,think,know,hope,expect,find,see,indicate,point,describe,call,mean,feel,fear,worry,estimate,propose,demand,cite,read,learn,decide,rule,hear,realize,imply,pledge,swear,mention,characterize,refer,accuse,criticize,praise,condemn,label,denounce,blast,dismiss".split(
    ",",
  );

export interface CueLexicon {
  readonly resource: Resource;
  /** Lemmas by inflected form, lower case. */
  readonly speech: ReadonlyMap<string, string>;
  readonly thought: ReadonlyMap<string, string>;
}

/** Inflects the verbs of reporting with compromise, once. */
export function loadCues(): CueLexicon {
  const forms = { speech: inflected(SPEECH), thought: inflected(THOUGHT) };
  const sha256 = createHash("sha256")
    .update(JSON.stringify([[...forms.speech], [...forms.thought]]))
    .digest("hex");
  return { ...forms, resource: { kind: "lexicon", name: "compromise", version: nlp.version, sha256 } };
}

/** compromise's own conjugation of one verb; its public `verbs()` first has to recognize the word as one. */
type Conjugate = (infinitive: string, model: unknown) => Readonly<Record<string, string | undefined>>;

function inflected(lemmas: readonly string[]): Map<string, string> {
  const { conjugate } = (nlp.methods() as { two: { transform: { verb: { conjugate: Conjugate } } } }).two.transform
    .verb;
  const forms = new Map<string, string>();
  for (const lemma of lemmas) {
    const { PastTense, PresentTense, Gerund, Participle } = conjugate(lemma, nlp.model());
    for (const form of [lemma, PastTense, PresentTense, Gerund, Participle, ...(MORE_FORMS[lemma] ?? [])])
      if (form) forms.set(form, lemma);
  }
  return forms;
}

/** Forms that compromise gets wrong, or writes in one way only. */
const MORE_FORMS: Readonly<Record<string, readonly string[]>> = {
  tweet: ["tweeted"],
  quip: ["quipped"],
  label: ["labelled", "labeling"],
  see: ["seen"],
  know: ["known"],
  swear: ["sworn"],
  show: ["shown"],
};

/** Stand before a noun, and say whose it is: "her claim". */
export const POSSESSIVES = new Set("my,your,his,her,its,our,their".split(","));

export const PRONOUNS = new Set("he,she,they,i,we,it,you,who".split(","));
