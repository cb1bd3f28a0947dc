import { readFileSync } from "node:fs";
import { defineConfig } from "rolldown";

// The code of the page that `pressmark report` writes, in one file, and its style beside it.
export default defineConfig({
  input: "src/report/page/main.ts",
  platform: "browser",
  logLevel: "warn",
  output: { file: "dist/src/report/page.js", format: "iife", minify: true },
  plugins: [
    {
      name: "style",
      generateBundle() {
        this.emitFile({
          type: "asset",
          fileName: "page.css",
          source: readFileSync("src/report/page/page.css", "utf8"),
        });
      },
    },
  ],
});
