import { createRequire } from "node:module";

/** The version of this package, and through it of everything it writes. */
export const packageVersion: string = createRequire(import.meta.url)("pressmark/package.json").version;
