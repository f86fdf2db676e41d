// The package that npm makes of a clone: what is in it, that its documents lead
// nowhere else, and that it is built once, by whichever command makes it.

import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { packPackage, repository } from "../e2e/packed-package.js";
import { temporaryFolder } from "../e2e/temporary-folder.js";

/** Link targets that the package does not contain, with the reason. */
const leftOut: Readonly<Record<string, string>> = {
  "CONTRIBUTING.md": "work on the code takes a clone",
  "src/README.md": "it describes the source, which is not in the package",
  "generated/": "it is an example of output, and larger than the package",
  "spec/": "it belongs to generated/, and names a development dependency",
};

const isIn = (path: string, place: string) =>
  place.endsWith("/") ? path.startsWith(place) : path === place;

/** The targets of links and images in Markdown, relative ones, without fragments. */
function relativeLinks(file: string): string[] {
  const text = readFileSync(join(repository, file), "utf8").replace(
    /^```[\s\S]*?^```/gm,
    "",
  );
  return [...text.matchAll(/\]\(([^)\s]+)[^)]*\)/g)]
    .map(([, target = ""]) => target.replace(/#.*/, ""))
    .filter((target) => target !== "" && !/^[a-z]+:/.test(target))
    .map((target) => normalize(join(dirname(file), target)));
}

test("relative links of the package's documents lead to files of the package", () => {
  const { paths } = packPackage(repository, temporaryFolder(), {
    scripts: false,
  });
  const documents = paths.filter((path) => path.endsWith(".md"));
  expect(documents).toEqual(
    expect.arrayContaining(["README.md", "SECURITY.md", "docs/documents.md"]),
  );
  const missing = documents.flatMap((file) =>
    relativeLinks(file).filter((target) => {
      const place = target.replace(/\/$/, "");
      return !paths.some((path) => path === place || isIn(path, `${place}/`));
    }),
  );
  const excused = (target: string) =>
    Object.keys(leftOut).find((place) => isIn(target, place));
  expect(missing.filter((target) => excused(target) === undefined)).toEqual([]);
  // A dangling link is not a link to an excluded file.
  for (const target of missing) {
    expect(() => statSync(join(repository, target))).not.toThrow();
  }
  const used = new Set(missing.map(excused));
  const unused = Object.keys(leftOut).filter((place) => !used.has(place));
  expect(unused).toEqual([]);
});

test("a clone is built by prepare, and once: what is built already is left alone", () => {
  const folder = temporaryFolder();
  for (const path of [
    ...["package.json", "tsconfig.json", "tsconfig.build.json", "src"],
    ...["test/after-build.mjs"],
    ...["templates", "codegen.config.schema.json", "docs"],
    ...["README.md", "SECURITY.md", "CHANGELOG.md", "LICENSE"],
  ]) {
    cpSync(join(repository, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  const cli = join(folder, "dist/cli.js");
  mkdirSync(join(folder, "dist/gone"), { recursive: true });
  writeFileSync(join(folder, "dist/gone/stale.js"), "");
  const builtAt = () => statSync(cli).mtimeMs;

  const first = packPackage(folder, temporaryFolder(), { scripts: true });
  const built = builtAt();
  expect(statSync(cli).mode & 0o111).toBe(0o111);
  expect(first.paths).toContain("dist/cli.js");
  expect(first.paths.filter((path) => /tsbuildinfo|^src\//.test(path))).toEqual(
    [],
  );
  expect(first.paths).not.toContain("dist/gone/stale.js");
  const { paths } = packPackage(repository, temporaryFolder(), {
    scripts: false,
  });
  expect([...first.paths].sort()).toEqual([...paths].sort());

  packPackage(folder, temporaryFolder(), { scripts: true });
  expect(builtAt()).toBe(built);

  appendFileSync(join(folder, "src/cli.ts"), "\nexport {};\n");
  packPackage(folder, temporaryFolder(), { scripts: true });
  expect(builtAt()).toBeGreaterThan(built);
});
