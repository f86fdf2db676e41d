// The form that the loose typing keeps to: one of its files, byte for byte, through the
// command. The file is not part of the project: skipped where it is absent.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runCodegen } from "../e2e/run-codegen.js";
import { temporaryFolder } from "../e2e/temporary-folder.js";

const seed = fileURLToPath(new URL("../../../shared/seed/", import.meta.url));
const hasSeed = existsSync(seed);
const title = "identity_verification_session.rs is the file that it was";

test.skipIf(!hasSeed)(
  hasSeed ? title : `${title}: there is no ${seed}`,
  async () => {
    const folder = temporaryFolder();
    const { status, stderr } = await runCodegen(folder, [
      ...["run", "--spec", join(seed, "stripe-2022-11-15.identity.json")],
      ...["--template", "rust", "--set", "typing=loose", "--out", "out"],
    ]);
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const file = "identity_verification_session.rs";
    const written = readFileSync(join(folder, "out/model", file));
    expect(written.equals(readFileSync(join(seed, file)))).toBe(true);
  },
);
