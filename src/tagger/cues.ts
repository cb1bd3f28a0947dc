/** Words by which the surroundings of a name tell what it is. All lower case. Evidence for the tagger, not rules. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

export const HONORIFICS = set("mr mr. mrs mrs. ms ms. miss dr dr. sir dame lady lord madam mx mx. sheikh imam");
export const SAYING = set(
  "said says say told tells added adds asked wrote writes tweeted replied insisted argued explained recalled noted warned claimed stated announced believes thinks admitted acknowledged testified continued concluded",
);
export const PLACE_BEFORE = set("in at from near across outside to around");
/** What an organization has, or is called. */
export const ORGANIZATION_AFTER = set(
  "spokesman spokeswoman spokesperson shares stock executives executive employees officials official ceo chairman chairwoman chief president director headquarters members leaders leader lawmakers staff workers players coach manager fans editor reporter analyst economist analysts board striker midfielder forward winger goalkeeper defender subsidiary shareholders",
);
export const PERSON_BEFORE = set(
  "president minister secretary senator sen. sen rep. rep gov. governor mayor gen. general judge justice captain coach professor prof. leader ceo chairman chancellor king queen prince princess pope actor actress singer author spokesman spokeswoman son daughter wife husband brother sister mother father",
);
/** What an organization is called right before its name, or in an apposition after it. */
export const ORGANIZATION_NOUNS = set(
  "company firm corporation conglomerate startup start-up manufacturer maker automaker carmaker chipmaker drugmaker planemaker toymaker winemaker brewer brewery distiller bakery retailer wholesaler supplier distributor exporter importer producer developer operator contractor builder shipbuilder steelmaker miner refiner utility insurer lender bank brokerage broker fund investor underwriter airline carrier shipper railway railroad airport broadcaster network channel station newspaper daily weekly magazine tabloid journal publisher publication website site portal blog agency newswire studio label supermarket grocer restaurateur hotelier chain franchise brand subsidiary affiliate unit division parent giant rival competitor consultancy pollster think-tank thinktank nonprofit non-profit charity foundation institute institution university college academy school club team side franchise league federation association union party movement group militia alliance coalition cartel gang ministry department bureau commission committee council court watchdog regulator authority body organization organisation museum gallery orchestra choir band church company's vendor provider platform partner partnership consortium cooperative co-operative practice clinic hospital lab laboratory laboratories",
);
