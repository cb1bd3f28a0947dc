import { fileURLToPath } from "node:url";

/** The model that comes with pressmark: `models/` lies beside `src/` in the sources and beside `dist/` in the package. */
export function modelPath(): string {
  const built = import.meta.url.endsWith(".js");
  return fileURLToPath(new URL(`${built ? "../" : ""}../../../models/ner.bin`, import.meta.url));
}
