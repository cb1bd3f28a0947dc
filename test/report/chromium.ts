import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC = ["/Applications/Google Chrome.app/Contents/MacOS", "/Applications/Chromium.app/Contents/MacOS"];

/**
 * The Chromium or Chrome of this machine; null if there is none. With PRESSMARK_CHROMIUM=required that is an error, so that
 * a machine which should have one does not pass over the tests; any other value is the path of one.
 */
export function chromiumPath(): string | null {
  const given = process.env.PRESSMARK_CHROMIUM;
  if (given && given !== "required") return given;
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...MAC];
  const names = [...NAMES, "Google Chrome", "Chromium"];
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
  if (!found && given === "required")
    throw new Error("PRESSMARK_CHROMIUM=required, but there is no chromium on the path");
  return found ?? null;
}

/** Starts it. Its own sandbox does not work for root, as which containers run. */
export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
