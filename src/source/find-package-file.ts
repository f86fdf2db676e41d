// Finds the file that `npm:@scope/name/file.json` refers to in an installed package.

import { dirname, join } from "node:path";
import { inputError } from "../diagnostics/input-error.js";
import { quoteAddress, showAddress } from "../diagnostics/show-address.js";
import { inspectPath } from "./files/read-file.js";

/**
 * Searches `node_modules` in `cwd` and each folder above it, as Node does.
 * @see https://nodejs.org/api/modules.html#loading-from-node_modules-folders
 */
export function findPackageFile(source: string, cwd: string): string {
  const match = /^npm:((?:@[^/]+\/)?[^/@][^/]*)\/(.+)$/.exec(source);
  const [, name, file] = match ?? [];
  if (name === undefined || file === undefined || leavesFolder(name, file)) {
    throw inputError(
      "spec/package-path",
      { file: source },
      `${quoteAddress(source)} does not name a file of a package`,
    );
  }
  for (let folder = cwd; ; folder = dirname(folder)) {
    const root = join(folder, "node_modules", name);
    if (inspectPath(root) !== null) return join(root, file);
    if (dirname(folder) === folder) break;
  }
  throw inputError(
    "spec/package-missing",
    { file: source },
    `the package ${quoteAddress(name)} is not installed`,
    `run \`npm install --save-dev ${showAddress(name)}\`, or \`npm ci\` if it is in the lock file`,
  );
}

function leavesFolder(name: string, file: string): boolean {
  return `${name}/${file}`
    .split(/[/\\]/)
    .some((part) => part === ".." || part === "." || part === "");
}
