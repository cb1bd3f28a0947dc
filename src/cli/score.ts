import { Command } from "commander";
import { EXIT, type Finish } from "./exit.ts";

export const scoreCommand = (finish: Finish): Command => new Command("score").action(() => finish(EXIT.usage));
