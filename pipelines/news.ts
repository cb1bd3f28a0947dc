import { pipeline } from "../src/pipeline.ts";
import { read } from "../src/stages/1-read/read.ts";
import { repair } from "../src/stages/2-repair/repair.ts";
import { segment } from "../src/stages/3-segment/segment.ts";
import { entities } from "../src/stages/4-entities/entities.ts";
import { dates } from "../src/stages/5-dates/dates.ts";
import { money } from "../src/stages/6-money/money.ts";
import { quotes } from "../src/stages/7-quotes/quotes.ts";
import { validate } from "../src/stages/8-validate/validate.ts";
import { write } from "../src/stages/9-write/write.ts";

/** News articles in English. Loads its models and lexicons when called; make one and use it for every article. */
export const news = () =>
  pipeline("news")
    .use(read())
    .use(repair())
    .use(segment())
    .use(entities())
    .use(dates())
    .use(money())
    .use(quotes())
    .use(validate())
    .use(write());

export default news;
