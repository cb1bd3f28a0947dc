import { Console } from "node:console";
import { Command, CommanderError } from "commander";
import { packageVersion } from "../version.ts";
import { annotateCommand } from "./annotate.ts";
import { baselineCommand } from "./baseline.ts";
import { diffCommand } from "./diff.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import { explainCommand } from "./explain.ts";
import { repairCommand } from "./repair.ts";
import { reportCommand } from "./report.ts";
import { schemaCommand } from "./schema.ts";
import { scoreCommand } from "./score.ts";
import { plain } from "./text.ts";

const program = new Command("pressmark")
  .description("Turns news articles into structured data: entities, dates, money and quotes with their speakers.")
  .version(packageVersion)
  .showHelpAfterError("(see pressmark --help)")
  .addHelpText(
    "after",
    `
Exit codes:
  0    all went well
  1    some articles failed; the run report says which and why
  2    the command was not understood
  3    nothing could be done: no article was found, or none could be annotated
  4    what was compared differs by more than is allowed
  130  interrupted; what was begun is finished and reported`,
  );
for (const command of [
  annotateCommand,
  baselineCommand,
  diffCommand,
  explainCommand,
  repairCommand,
  reportCommand,
  schemaCommand,
  scoreCommand,
])
  program.addCommand(command(finish));
for (const command of [program, ...program.commands.flatMap((command) => [command, ...command.commands])])
  command.exitOverride();

function finish(code: ExitCode): void {
  process.exitCode = code;
}

finish(EXIT.nothing); // until a command says otherwise

// Standard output is for data: what a pipeline module logs goes where messages go.
globalThis.console = new Console(process.stderr);

// A reader that closes the pipe early (`| head`) has what it wants.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.well);
  process.stderr.write(`pressmark: standard output cannot be written (${error.message})\n`);
  process.exit(EXIT.nothing);
});
process.stderr.on("error", () => {}); // nobody reads the messages; the work goes on

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) finish(error.exitCode === 0 ? EXIT.well : EXIT.usage);
  else {
    const remedy = error instanceof Error && "remedy" in error ? `; ${error.remedy}` : "";
    process.stderr.write(`pressmark: ${plain(error instanceof Error ? error.message : String(error))}${remedy}\n`);
    finish(EXIT.nothing);
  }
}
