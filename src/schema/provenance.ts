import { z } from "zod";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What made the document: the same provenance and the same input give the same document. */
export const Provenance = z.strictObject({
  generator: z.strictObject({ name: z.string(), version: z.string() }),
  pipeline: z.strictObject({ name: z.string(), version: z.string(), optionsHash: Sha256 }),
  models: z.array(z.strictObject({ name: z.string(), sha256: Sha256 })),
});
export type Provenance = z.infer<typeof Provenance>;
