/** Names and words that compromise's lexicon lacks or files elsewhere. All lower case. */

export const PLACES = {
  gpe: "us,u.s.,u.s,usa,u.s.a.,uk,u.k.,uae,united states,united kingdom,britain,great britain,england,scotland,wales,northern ireland,america,russia,ukraine,china,taiwan,hong kong,washington,new york,new york city,los angeles,san francisco,london,paris,brussels,moscow,beijing,gaza,west bank,palestine,vatican,holland,ivory coast,south korea,north korea,south sudan,soviet union,bosnia,kosovo,macau,burma,zaire,yugoslavia,jerusalem,nairobi,tel aviv".split(
    ",",
  ),
  loc: "africa,asia,europe,middle east,latin america,north america,south america,central america,southeast asia,sahel,arctic,antarctica,persian gulf,caribbean,balkans,baltics,horn of africa,silicon valley,west africa,east africa,southern africa,eastern europe,western europe,central asia,south asia,pacific,atlantic,mediterranean".split(
    ",",
  ),
  org: "eu,e.u.,european union,un,u.n.,united nations,nato,pentagon,white house,kremlin,congress,senate,house of representatives,parliament,supreme court,fbi,cia,nasa,imf,world bank,opec,bbc,cnn,nbc,abc news,cbs,npr,associated press,reuters,bloomberg,fed,federal reserve,wall street journal,new york times,washington post,guardian,hamas,hezbollah,taliban,islamic state,red cross,amnesty international,african union,who,labour,conservatives".split(
    ",",
  ),
  norp: "democrat,democrats,republican,republicans,muslim,muslims,christian,christians,jew,jews,jewish,islamic,islamist,islamists,catholic,catholics,protestant,protestants,orthodox,sunni,sunnis,shiite,shiites,shia,hindu,hindus,buddhist,buddhists,sikh,sikhs,communist,communists,socialist,socialists,nazi,nazis,arab,arabs,african-american,african-americans,hispanic,hispanics,latino,latinos,palestinian,palestinians,israeli,israelis,kurdish,kurds,kurd,european,europeans,african,africans,asian,asians,houthi,houthis,tutsi,tutsis,hutu,hutus,british,english,french,irish,dutch,spanish,scottish,welsh,swiss,danish,swedish,finnish,polish,turkish,chinese,japanese,portuguese,lebanese,vietnamese,taiwanese,sudanese,iraqi,iraqis,saudi,saudis,soviet".split(
    ",",
  ),
} as const;

export const DEMONYM_PLURALS =
  "americans,russians,germans,italians,canadians,australians,ukrainians,indians,iranians,syrians,mexicans,brazilians,kenyans,nigerians,egyptians,africans,cubans,afghans,koreans,serbs,croats,bosnians,albanians".split(
    ",",
  );

/** Words for what somebody is, that stand right before a name. */
export const ROLE_WORDS =
  "secretary,minister,president,chancellor,senator,sen,representative,rep,congressman,congresswoman,governor,gov,mayor,councillor,councilor,councilman,councilwoman,councilmember,general,gen,colonel,col,major,maj,captain,capt,lieutenant,lt,sergeant,sgt,admiral,adm,commander,judge,justice,attorney,prosecutor,chief,executive,ceo,cfo,coo,cto,chairman,chairwoman,chairperson,chair,director,officer,manager,coach,striker,midfielder,defender,goalkeeper,captain,professor,prof,doctor,pope,bishop,archbishop,cardinal,rabbi,imam,sheikh,king,queen,prince,princess,duke,duchess,emperor,ambassador,envoy,spokesman,spokeswoman,spokesperson,speaker,leader,commissioner,superintendent,constable,inspector,detective,deputy,premier,editor,correspondent,reporter,analyst,economist,scientist,researcher,author,singer,actor,actress,founder,co-founder,principal,treasurer,comptroller,sheriff,lawmaker,mp".split(
    ",",
  );

/** Titles that tell what the name before them is of: "Lumora CEO", "Quellin Mayor". */
export const HOLDERS: ReadonlyMap<string, "ORG" | "GPE"> = new Map<string, "ORG" | "GPE">([
  ...listed("ceo,cfo,coo,cto,executive,chairman,chairwoman,founder,co-founder,spokesman,spokeswoman", "ORG"),
  ...listed("mayor,governor,gov", "GPE"),
]);

function listed<T extends string>(words: string, value: T): [string, T][] {
  return words.split(",").map((word) => [word, value]);
}

/** Words that stand before a role word and belong to it. */
export const ROLE_MODIFIERS = new Set(
  "defense,defence,foreign,prime,interior,finance,health,education,home,justice,labor,labour,trade,energy,agriculture,transport,transportation,environment,culture,housing,treasury,commerce,state,vice,deputy,chief,attorney,press,executive,managing,general,acting,interim,former,senior,assistant,associate,first,lord,major,lieutenant,rear,brigadier,lead,head,city,national,security,financial,operating,technology,inspector,district,surgeon,police".split(
    ",",
  ),
);

export const LEGAL_FORMS = new Set(
  "inc,inc.,corp,corp.,co,co.,ltd,ltd.,llc,plc,ag,gmbh,nv,sa,spa,group,holdings".split(","),
);

/** Heads of organizations' names that compromise does not list. */
export const ORGANIZATION_WORDS = new Set(
  "party,court,senate,parliament,congress,assembly,league,team,fc,united,rangers,army,navy,force,guard,alliance,movement,front,militia,network,initiative,programme,program,trust,exchange,airlines,airways,works,studios,records,stores,steel,technologies,technology,software,pharma,biotech,ventures,partners,cartel,administration,house,secretariat,agency,centers,commonwealth,archives,treasury,department,ministry,bureau,pictures,express,mart,line,lines,solutions,laboratories".split(
    ",",
  ),
);

/** Heads whose name goes on after "of" or "for". */
export const TAKES_OF = new Set(
  "bank,university,ministry,department,house,court,board,council,institute,college,school,church,republic,gulf,bay,strait,cape,isle,sea,horn,city,state,kingdom,office,bureau,chamber,federation,union,association,organization,organisation,league,society,center,centre,centers,academy,museum,library,duke,duchess,prince,bill,declaration,statue,district,province,island,foundation,fund,coalition,campaign,agency,commission,committee,confederation,congress,party,movement,community,church,friends,doctors,battle,treaty,university,conference".split(
    ",",
  ),
);

export const LINKS_AFTER_HEAD = new Set(["of", "for"]);
/** Lower-case parts of names: "Ursula von der Leyen", "Leonardo da Vinci". */
export const PARTICLES = new Set(
  "de,da,di,del,della,la,le,du,dos,das,van,von,der,den,ter,bin,ibn,al,el,y,ben,abu".split(","),
);

export const FACILITY_WORDS = new Set(
  "airport,bridge,stadium,arena,tower,hotel,prison,jail,palace,castle,cathedral,mosque,temple,station,port,harbor,harbour,dam,highway,avenue,street,road,boulevard,square,plaza,park,hall,building,base,camp,plant,tunnel,terminal,mall,theatre,theater,gallery,museum,hospital".split(
    ",",
  ),
);
export const REGION_WORDS = new Set(
  "county,district,province,state,city,town,township,borough,republic,municipality,prefecture,territory,kingdom,village".split(
    ",",
  ),
);
/** Heads of natural places' names that compromise does not list. */
export const PLACE_WORDS = "sea,ocean,channel,peak,falls,desert".split(",");
/** Words that begin the name of a place or storm. */
export const PLACE_STARTS = new Set("lake,mount,cape,gulf,fort".split(","));
export const STORMS = new Set("hurricane,storm,typhoon,cyclone".split(","));
export const LAW_WORDS = new Set(
  "act,treaty,constitution,amendment,protocol,convention,bill,code,agreement,accord,accords,directive".split(","),
);
export const EVENT_WORDS = new Set(
  "cup,olympics,games,championship,championships,festival,war,summit,open,prix,marathon,awards,olympic,hurricane,storm,typhoon,revolution,election,elections,tournament,expo,derby,playoffs,final".split(
    ",",
  ),
);

/** Capitalized words that are no names: days, months, and what stands at the head of a sentence or line. */
export const NO_NAMES = new Set(
  "monday,tuesday,wednesday,thursday,friday,saturday,sunday,january,february,march,april,may,june,july,august,september,october,november,december,jan,jan.,feb,feb.,mar.,apr.,jun.,jul.,aug,aug.,sept,sept.,oct,oct.,nov,nov.,dec,dec.,i,i'm,a.m.,p.m.,am,pm,gmt,et,est,cet,utc,q1,q2,q3,q4,mr,mrs,ms,dr,ok,tv,internet,christmas,easter,thanksgiving,ramadan,god,mr.,mrs.,ms.,dr.".split(
    ",",
  ),
);

/** Names that are common words unless all of their letters are capitals. */
export const CAPITALS_ONLY = new Set("who,us,un".split(","));
