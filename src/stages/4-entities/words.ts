/** Words that tell what the name they stand in or beside is. All lower case. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(","));

/** Before a name, and no part of it. */
export const HONORIFICS = set(
  "mr,mrs,ms,miss,mx,dr,sir,dame,lord,lady,prof,professor,rev,reverend,fr,sheikh,shaikh,sheikha,sultan,imam,ayatollah,mullah,maulana,rabbi,datuk,hon",
);

/** What somebody is by office or trade: a title where it stands right before a name, a role where it stands after one. */
export const ROLES = set(
  "secretary,minister,president,chancellor,senator,sen,representative,rep,congressman,congresswoman,governor,gov,mayor,councillor,councilor,councilman,councilwoman,councilmember,alderman,assemblyman,general,gen,colonel,col,major,maj,captain,capt,lieutenant,lt,sergeant,sgt,corporal,private,admiral,adm,commander,cmdr,marshal,brigadier,judge,justice,magistrate,attorney,prosecutor,solicitor,chief,executive,ceo,cfo,coo,cto,chairman,chairwoman,chairperson,chair,director,officer,manager,coach,striker,midfielder,defender,goalkeeper,winger,quarterback,pitcher,professor,prof,lecturer,pope,bishop,archbishop,cardinal,rabbi,imam,ayatollah,pastor,priest,reverend,rev,king,queen,prince,princess,duke,duchess,emperor,sultan,emir,ambassador,envoy,diplomat,spokesman,spokeswoman,spokesperson,speaker,leader,commissioner,superintendent,constable,inspector,detective,sheriff,deputy,premier,editor,correspondent,reporter,journalist,columnist,analyst,economist,scientist,researcher,author,writer,novelist,poet,singer,rapper,musician,actor,actress,comedian,filmmaker,producer,designer,architect,artist,founder,co-founder,cofounder,principal,dean,provost,rector,treasurer,comptroller,lawmaker,mp,mep,mla,adviser,advisor,aide,strategist,counsel,lawyer,activist,candidate,nominee,historian,chef,owner,entrepreneur,businessman,billionaire,engineer,astronaut,pilot,physician,surgeon,nurse,veteran,negotiator,administrator,coordinator,vice-president,head",
);

/** They belong to the title that follows. */
export const ROLE_MODIFIERS = set(
  "defense,defence,foreign,prime,interior,finance,health,education,home,justice,labor,labour,trade,energy,agriculture,transport,transportation,environment,culture,housing,treasury,commerce,state,vice,deputy,chief,attorney,press,executive,managing,general,acting,interim,former,senior,junior,assistant,associate,first,lord,major,lieutenant,rear,brigadier,lead,head,city,national,security,financial,operating,technology,medical,information,inspector,district,surgeon,police,fire,crown,supreme,opposition,majority,minority,house,senate,party,information,economic,economy,planning,industry,tourism,science,sports,investment,communications,federal,provincial,cabinet,special,campaign,founding,editorial,news,team,field,fleet,sergeant,staff,then,retired,veteran,longtime,co,under,permanent,parliamentary,public,works,affairs,external,internal,legal,marketing,sales,development,human,resources,board,union,company,group,club,head,and,us,u.s.,of",
);

/** Heads of the names of places that people govern. */
export const GOVERNED = set(
  "county,district,province,state,states,city,town,township,borough,republic,municipality,prefecture,territory,territories,kingdom,village,emirate,governorate,oblast,canton,commune,parish,emirates,federation,upazila,taluk,tehsil,woreda,kebele,barangay,suburb,shire",
);
/** Heads of the names of other places, at their end. */
export const NATURAL = set(
  "river,lake,sea,ocean,bay,gulf,strait,straits,island,islands,isle,isles,peninsula,archipelago,mountain,mountains,mount,hills,hill,valley,desert,delta,coast,beach,forest,basin,plateau,plains,canyon,glacier,falls,reef,creek,cape,peak,volcano,region,continent,highlands,lowlands,heights,ridge,range,lagoon,estuary,sound,channel,corridor,belt,triangle,hemisphere,zone,wetlands,marsh,savanna,steppe,tundra,rainforest,jungle,reserve,fjord",
);
/** … and at their beginning. */
export const NATURAL_FIRST = set(
  "lake,mount,cape,gulf,bay,strait,isle,river,sea,mt,mt.,horn,rio,valley,islands,islas,cerro",
);
export const FACILITIES = set(
  "airport,bridge,stadium,arena,tower,towers,hotel,prison,jail,palace,castle,cathedral,mosque,temple,station,port,harbor,harbour,dam,highway,avenue,street,road,boulevard,square,plaza,park,hall,building,base,camp,plant,tunnel,terminal,mall,theatre,theater,museum,hospital,zoo,cemetery,chapel,basilica,monastery,shrine,synagogue,monument,memorial,courthouse,refinery,motorway,freeway,expressway,lane,drive,gate,wall,market,mine,mill,pier,roundabout,lodge,inn,resort,barracks,canal,library,pavilion,garden,gardens,observatory,lighthouse",
);
export const GOVERNED_FIRST = set("republic,kingdom,state,province,district,county,city,town,village,municipality");
export const FACILITIES_FIRST = set("port,camp,fort,palacio,estadio,airport,hotel,hospital");

export const LAWS = set(
  "act,treaty,constitution,amendment,protocol,convention,bill,code,agreement,accord,accords,directive,law,resolution,charter,declaration,pact,statute",
);
export const EVENTS = set(
  "cup,olympics,games,championship,championships,festival,war,wars,summit,prix,marathon,awards,award,hurricane,typhoon,cyclone,revolution,elections,election,tournament,expo,derby,playoffs,final,finals,bowl,biennale,carnival,massacre,riots,uprising,intifada,holocaust,exhibition,anniversary,conference,forum,week,day,prize",
);
export const STORMS = set("hurricane,typhoon,cyclone,storm");

/** What a product is called, right after its name or a few words on. */
export const PRODUCT_NOUNS = set(
  "app,apps,model,models,chatbot,chat,assistant,software,browser,phone,phones,smartphone,smartphones,console,platform,rifle,rifles,missile,missiles,drone,drones,jet,jets,helicopter,helicopters,tank,tanks,vaccine,vaccines,sedan,suv,pickup,truck,trucks,car,cars,tablet,tablets,operating,messenger,messaging,spyware,malware,rocket,rockets,spacecraft,satellite,satellites,cryptocurrency,ai,robot,robots,battery,batteries,scooter,scooters,headset,headsets,laptop,laptops,smartwatch,camera,cameras,gadget,device,devices,drug,drugs,pill,tool,tools",
);
/** … with such words between. */
export const PRODUCT_MODIFIERS = set(
  "artificial,intelligence,ai,messaging,mobile,language,large,fighter,web,video,combat,surface-to-air,encrypted,chat,cruise,ballistic,assault,covid-19",
);

export const SUFFIXES = set("jr,jr.,sr,sr.,ii,iii,iv");
/** Lower-case parts of the names of people. */
export const PARTICLES = set("de,da,di,del,della,la,le,du,dos,das,van,von,der,den,ter,bin,ibn,al,el,y,ben,abu,zu,af");
/** Small words that acronyms leave out. */
export const SMALL = set("of,for,the,and,de,on,in,&,-,to,del,la,y,des,du,et,against");

/** Markings of secrecy and of who may read, as they are written in capitals. */
export const MARKINGS = set(
  "NOFORN,ORCON,PROPIN,RELIDO,FOUO,CUI,EYESONLY,SECRET,CONFIDENTIAL,UNCLASSIFIED,CLASSIFIED,RESTRICTED,TOP,NOCON,LIMDIS,WNINTEL,EXDIS,NODIS",
);

const LEGAL_FORMS = set(
  "inc,corp,corporation,co,company,ltd,limited,llc,llp,plc,ag,gmbh,nv,sa,spa,group,holdings,holding",
);
/** True of a word, in lower case, that ends the names of companies: "Inc.", "Group". */
export const isForm = (lower: string): boolean => LEGAL_FORMS.has(lower.endsWith(".") ? lower.slice(0, -1) : lower);
