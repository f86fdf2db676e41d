// Mutated documents: whatever a document says, it is generated from or refused. Nothing
// ends as a bug of ours, and the work stays in proportion to the document.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "../e2e/temporary-folder.js";
import { generateAll } from "./generate-all.js";
import { createRandom, mutateDocument, part } from "./mutate-document.js";

const documents = Number(process.env.FUZZ_DOCUMENTS ?? 150);

/** Characters made of one character: no golden case makes more than 60. */
const mostGrowth = 200;

const cases = fileURLToPath(new URL("../golden/cases", import.meta.url));
const texts = readdirSync(cases)
  .sort()
  .map((name) => readFileSync(join(cases, name, "spec.yaml"), "utf8"));

test(
  "a mutated document is generated or refused",
  async () => {
    const cwd = temporaryFolder({ "part.json": part });
    const bugs: string[] = [];
    const growth: string[] = [];
    let generated = 0;
    for (let seed = 0; seed < documents; seed++) {
      const text = texts[seed % texts.length] ?? "";
      const mutated = mutateDocument(text, createRandom(seed));
      writeFileSync(join(cwd, "spec.yaml"), mutated);
      const made = await generateAll("spec.yaml", cwd);
      bugs.push(...made.bugs.map((bug) => `seed ${seed}: ${bug}`));
      if (made.characters > 0) generated++;
      if (made.characters > mostGrowth * mutated.length) {
        growth.push(`seed ${seed}: ${mutated.length} → ${made.characters}`);
      }
    }
    expect(bugs).toEqual([]);
    expect(growth).toEqual([]);
    // Were all refused, nothing would have been tried.
    expect(generated).toBeGreaterThan(documents / 4);
  },
  // It ends by the number of documents; this is for one that never ends.
  documents * 20_000,
);
