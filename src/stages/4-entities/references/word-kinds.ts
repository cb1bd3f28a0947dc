import type { Reading } from "../../../tagger/reading.ts";
import { PERSON_NOUNS } from "../lexicon/person-nouns.ts";
import { ROLES } from "../words.ts";

/** What a word can do in a reference: bits, so that all that is known of a word is one number. */
export const Kind = {
  male: 1,
  female: 2,
  /** he, she */
  subject: 4,
  /** him; her, which may be a possessive too */
  object: 8,
  /** his, hers */
  possessive: 16,
  /** himself, herself */
  reflexive: 32,
  /** I, me, my */
  first: 64,
  /** it, its */
  neuter: 128,
  /** A noun for one person: "lawyer". */
  person: 256,
  /** Marks that open and close speech, and the straight one that does both. */
  opens: 512,
  closes: 1024,
  straight: 2048,
  /** A verb of saying. */
  says: 4096,
  /** A noun for an organization: "company". */
  organization: 8192,
  /** Half of a mark that is written as two: '' or ``. */
  half: 16384,
  /** "old", as in "43-year-old". */
  old: 32768,
  /** Single marks, which quote inside speech. */
  nests: 65536,
} as const;

const words = (list: string): string[] => list.split(" ");

const MEN = words(
  "man boy father son brother husband uncle nephew grandfather grandson king prince duke gentleman chairman spokesman congressman businessman policeman salesman fisherman actor waiter boyfriend groom widower dad stepfather stepson father-in-law son-in-law brother-in-law councilman alderman assemblyman cameraman gunman craftsman priest monk pope friar guy stepbrother fireman serviceman nobleman hitman landlord",
);
const WOMEN = words(
  "woman girl mother daughter sister wife aunt niece grandmother granddaughter queen princess duchess lady chairwoman spokeswoman congresswoman businesswoman policewoman actress waitress girlfriend bride widow mom stepmother stepdaughter mother-in-law daughter-in-law sister-in-law councilwoman assemblywoman heroine nun hostess goddess stepsister landlady housewife ballerina",
);
const MORE_PEOPLE = words(
  "someone somebody anyone nobody person one patient pensioner expert suspect detainee inmate survivor colleague professor lecturer pundit relative trainee caller widower insider envoy newcomer teenager youngster toddler baby widow cyclist pedestrian commuter passer-by shopper officer-in-charge midfielder defender winger quarterback captain skipper boss sportsman cricketer rower sprinter boxer jockey archer batsman fielder all-rounder seamer spinner policeman constable sergeant trooper protester protestor demonstrator activist dissident exile blogger youtuber influencer streamer mogul magnate star superstar frontrunner hopeful democrat republican contender rival opponent challenger predecessor successor critic ally chemist biologist sister-in-law",
);
const SAYING = words(
  "said says say saying added adds told tells wrote writes asked asks tweeted noted notes explained explains warned warns insisted insists argued argues replied recalled recalls continued continues announced declared stated claims claimed admitted acknowledged testified responded joked quipped complained concluded remarked observed promised predicted shouted posted commented cautioned stressed emphasized lamented exclaimed stated went",
);
/** Nouns for organizations, by the kinds of organization that they stand for (organization-nouns.ts). */
export const COMPANY_NOUNS = new Set(
  words(
    "company firm corporation airline carmaker automaker bank lender insurer manufacturer startup start-up conglomerate retailer carrier chipmaker drugmaker brewer miner supermarket",
  ),
);
export const BODY_NOUNS = new Set(
  words(
    "agency department ministry bureau committee commission council court tribunal board university college school club party federation association foundation union institute newspaper magazine broadcaster network authority league museum hospital church charity academy alliance coalition congress parliament senate assembly cabinet police army navy bank airline corporation party center centre office fund society group team newspaper",
  ),
);

const KINDS = new Map<string, number>();
const add = (list: Iterable<string>, kind: number): void => {
  for (const word of list) KINDS.set(word, (KINDS.get(word) ?? 0) | kind);
};
add(PERSON_NOUNS, Kind.person);
add(ROLES, Kind.person);
add(MORE_PEOPLE, Kind.person);
add(MEN, Kind.person | Kind.male);
add(WOMEN, Kind.person | Kind.female);
add(["he"], Kind.male | Kind.subject);
add(["him"], Kind.male | Kind.object);
add(["his"], Kind.male | Kind.possessive);
add(["himself"], Kind.male | Kind.reflexive);
add(["she"], Kind.female | Kind.subject);
add(["her"], Kind.female | Kind.object);
add(["hers"], Kind.female | Kind.possessive);
add(["herself"], Kind.female | Kind.reflexive);
add(["i", "me", "my", "myself", "mine"], Kind.first);
add(["it"], Kind.neuter | Kind.subject);
add(["its"], Kind.neuter | Kind.possessive);
add(["“", "«", "„"], Kind.opens);
add(["”", "»"], Kind.closes);
add(['"'], Kind.straight);
add(["'", "`"], Kind.half);
add(["'", "‘", "’"], Kind.nests);
add(["old"], Kind.old);
add(SAYING, Kind.says);
add(COMPANY_NOUNS, Kind.organization);
add(BODY_NOUNS, Kind.organization);
// Trades of groups, parts of the body politic and words of other senses.
for (const word of words("general private chief executive major head chair deputy justice cardinal counsel staff"))
  KINDS.set(word, 0);

/** The bits of `Kind` of a word in lower case. */
export const kindOf = (lower: string): number => KINDS.get(lower) ?? 0;

/** The same for each word of an article; each spelling is looked up once, in whatever article. */
export function kindsOf(words: Reading["word"]): Uint32Array {
  const kinds = new Uint32Array(words.length);
  for (let at = 0; at < words.length; at++) {
    const spelling = words[at]!;
    if (spelling.kinds < 0) spelling.kinds = kindOf(spelling.lower);
    kinds[at] = spelling.kinds;
  }
  return kinds;
}

/** Marks of people's sex before a name. */
export const MALE_TITLES = new Set(
  words("mr mr. sir lord king prince duke father brother baron pope sheikh imam rev."),
);
export const FEMALE_TITLES = new Set(
  words("mrs mrs. ms ms. miss dame lady queen princess duchess sister madam baroness mme señora sheikha"),
);
