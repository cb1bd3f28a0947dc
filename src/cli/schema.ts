import { Command } from "commander";
import { documentJsonSchema } from "../schema/json-schema.ts";
import { EXIT, type Finish } from "./exit.ts";

export const schemaCommand = (finish: Finish): Command =>
  new Command("schema").description("print the JSON Schema of the output (draft 2020-12)").action(() => {
    process.stdout.write(`${JSON.stringify(documentJsonSchema(), null, 2)}\n`);
    finish(EXIT.well);
  });
