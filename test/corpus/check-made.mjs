// Generated factories and validators, run together: whatever a factory makes is what the
// validator of the same model takes in strict mode, without drift.

import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/** @import { Finding } from "./generate-worker.mjs" */

const runner = fileURLToPath(new URL("run-made.mjs", import.meta.url));

/**
 * @param {string} folder where the files of a document are
 * @returns {Finding[]}
 */
export function checkMade(folder) {
  const outfile = `${folder}.made.mjs`;
  const contents = ["factories", "validators"]
    .map((name) => `export * as ${name} from "./${name}.js";`)
    .join("\n");
  try {
    buildSync({
      stdin: { contents, resolveDir: folder, loader: "js" },
      ...{ outfile, bundle: true, format: "esm", logLevel: "silent" },
    });
    const { stdout, stderr } = spawnSync(process.execPath, [runner, outfile], {
      encoding: "utf8",
      timeout: 30_000,
    });
    if (stdout === "") return [{ kind: "made", message: stderr }];
    return JSON.parse(stdout);
  } catch (error) {
    return [{ kind: "made", message: String(error) }];
  } finally {
    rmSync(outfile, { force: true });
  }
}
