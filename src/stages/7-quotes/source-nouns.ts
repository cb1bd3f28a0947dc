const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Nouns whose "said" is not somebody's but a text's, or what stands for one. */
export const DOCUMENTS = words(`
  report statement study letter filing article indictment email e-mail tweet post book paper survey poll document memo
  lawsuit suit complaint newsletter affidavit transcript editorial column release website ruling order analysis review note notice
  text ad advertisement headline caption blog sign banner placard poster billboard inscription data figures statistics
  footage video audio recording documentary film textbook story message page account passage chapter summary plan
  platform manifesto agreement treaty charter constitution amendment law act legislation bill initiative resolution decision
  verdict opinion evidence research investigation inquiry probe average log record guidelines rules policy
`);

/** Nouns for organizations and public bodies without a name, in the singular. */
export const ORGANIZATIONS = words(`
  company firm council government ministry agency department committee subcommittee commission board party union bank court
  university school college club association federation foundation charity newspaper paper magazine broadcaster station channel
  television tv radio network group organization organisation institute office army military navy airline retailer maker operator
  regulator administration campaign team league company startup start-up business bureau panel directorate embassy consulate
  municipality city town country nation state county regime opposition leadership prosecution defense defence coalition
  alliance bloc congress parliament senate house cabinet police unit force body authority hospital museum church
`);

/** Nouns for people together, that look like the singular. */
export const GROUPS = words(`
  people police men women children media press family couple crowd audience staff crew public electorate majority community
  generation camp side half jury clergy youth
`);

/** Words for some of several: "many", "two of them", "six in 10 voters", "40 percent of those asked". */
export const QUANTIFIERS = words(`
  some many most both all none few several others those half majority minority percent number lot dozens hundreds thousands
  two three four five six seven eight nine ten
`);

/** Nouns and pronouns for people without a name, in the singular. */
export const ROLES = words(`
  spokesman spokeswoman spokesperson official officer lawyer attorney prosecutor judge minister president chairman chairwoman
  chair chief director manager coach analyst expert professor researcher scientist doctor senator governor mayor candidate leader
  author mother father brother sister wife husband son daughter uncle aunt cousin grandson mom dad man woman boy girl guy person
  teacher student resident voter witness victim owner worker adviser advisor aide critic supporter captain secretary
  ambassador police detective commissioner representative executive economist strategist reporter farmer fisherman neighbor
  neighbour friend herder driver dealer trader investor member activist historian artist curator engineer user employee nominee
  lady head mogul tycoon billionaire neurosurgeon surgeon physician nurse general colonel actor actress star host ceo cfo amir
  emir prince princess king queen pope bishop priest advocate opponent rival incumbent frontrunner front-runner veteran
  someone somebody anyone anybody everyone everybody nobody
`);

/** What marks a source as one that does not want to be named. */
export const ANONYMOUS =
  /\b(?:sources?|anonym\w+|people familiar|person familiar|insiders?|declined to be (?:named|identified)|asked not to be|another|one)\b|\b(?:an?|senior|former|two|three|several|some) (?:[\w’'-]+ ){0,3}(?:officials?|aides?|advisers?|advisors?|employees?|executives?|diplomats?|dealers?|managers?|staffers?)\b/i;
