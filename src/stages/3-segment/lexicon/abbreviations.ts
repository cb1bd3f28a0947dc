/** What a full stop after an abbreviation can mean when a capital letter or a number follows. */
export type AbbreviationKind =
  /** "Dr. Smith", "e.g. Paris": something always follows; no sentence ends here. */
  | "before"
  /** "No. 5", "p. 12", "Fig. 3": belongs to a number that follows; before anything else it is a word that ends a sentence. */
  | "number"
  /** "5 p.m.", "3 ft.", "etc.": ends a sentence before a capital letter. */
  | "measure"
  /** "Acme Inc.", "the U.S.", "Calif.": ends a sentence only where the next word can hardly be part of a name. */
  | "name"
  /** "Sat.", "Mass.": the same, but only with a capital; in lower case a word with a full stop after it. */
  | "proper";

const words = (list: string): string[] => list.trim().split(/\s+/);

/** Lower case, without the last full stop. Titles and places as Associated Press and Reuters style shorten them. */
export const ABBREVIATIONS: ReadonlyMap<string, AbbreviationKind> = new Map([
  ...kind(
    "before",
    `mr mrs ms mx messrs mmes dr drs prof profs rev revs hon gen gens sen sens rep reps gov govs lt col maj capt cpt cmdr
    cdr comdr sgt sgts cpl pvt pfc adm brig pres supt insp det atty attys amb sec asst assoc dep fr msgr rt mme mlle st ste
    mt ft vs v e.g i.e cf viz ca approx incl esp f.e eg ie sheikh lt.col lt.gov maj.gen brig.gen lt.gen op.cit nee aka`,
  ),
  ...kind("number", "no nos n° nr p pp fig figs art arts sec secs vol vols ch chap para paras rs pg sect °"),
  ...kind(
    "measure",
    `a.m p.m am pm etc et.al al min mins hr hrs secs ft in lb lbs oz yd yds sq cu km kg mph kph bpd pct max est ed eds
    temp btw i.v misc b.c a.d b.c.e c.e`,
  ),
  ...kind(
    "proper",
    `ala ariz ark calif colo conn del fla ga ill ind kan kans ky la mass md mich minn miss mo mont neb nebr nev okla ore pa penn tenn tex va vt wash wis wisc wyo ont que alta sask jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun`,
  ),
  ...kind(
    "name",
    `inc corp co cos ltd bros llc plc l.l.c l.p s.a n.v a.g s.p.a p.l.c gmbh jr sr esq ph.d m.d d.d.s m.a b.a b.s m.s m.b.a
    j.d d.phil r.n c.p.a o.b.e dept depts assn assns univ inst intl int'l nat'l natl govt gov't mfg mgmt ave blvd rd hwy pkwy
    rte sq bldg apt ste d.c u.s u.k e.u u.n u.s.a u.a.e u.s.s.r n.y n.j n.h n.m n.c n.d s.c s.d w.va
    r.i l.a b.c p.e.i n.s d.r`,
  ),
]);

function kind(name: AbbreviationKind, list: string): [string, AbbreviationKind][] {
  return words(list).map((word) => [word, name]);
}

/** Follow "a.m." and "p.m." without a sentence ending between them: time zones and days. */
export const AFTER_CLOCK_TIME: ReadonlySet<string> = new Set(
  words(`ET EST EDT CT CST CDT MT MST MDT PT PST PDT AKST HST GMT UTC BST IST CET CEST EET MSK JST KST SGT HKT AEST AEDT NZST
  NZDT WAT CAT EAT SAST WIB Eastern Central Mountain Pacific Greenwich London Beijing Moscow Monday Tuesday Wednesday Thursday
  Friday Saturday Sunday Mon. Tues. Wed. Thurs. Fri. Sat. Sun. January February March April May June July August September
  October November December Jan. Feb. Aug. Sept. Oct. Nov. Dec.`),
);

/** Names that end in an exclamation or question mark. */
export const MARKED_NAMES: ReadonlySet<string> = new Set(
  words("yahoo jeopardy yum oklahoma mia joomla panic wham jumanji airplane pokerstars guardians bang oliver"),
);
