import { defineStage } from "../../pipeline.ts";
import { withOffsets } from "../../schema/offsets.ts";
import { layOut } from "./layout.ts";

/** Stage 9: the document in; its JSON out, with a line break at the end. */
export const write = () =>
  defineStage({
    name: "write",
    needs: ["input", "document"],
    adds: ["output"],
    run: ({ input: { options }, document }) => {
      const written = withOffsets(document, options.offsets ?? "utf16");
      return { output: options.layout === "line" ? `${JSON.stringify(written)}\n` : layOut(written) };
    },
  });
