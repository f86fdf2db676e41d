// The package as npm packs it, unpacked into a folder that has it as a dependency.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../..", import.meta.url));

export interface PackedPackage {
  /** The `.tgz`. */
  readonly tarball: string;
  /** Paths of its files. */
  readonly paths: readonly string[];
}

/** `scripts` is true if npm runs `prepare`, which is its default. */
export function packPackage(
  folder: string,
  destination: string,
  { scripts }: { readonly scripts: boolean },
): PackedPackage {
  const args = ["pack", "--json", "--pack-destination", destination];
  const output = execFileSync(
    "npm",
    scripts ? args : [...args, "--ignore-scripts"],
    { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
  );
  // The output of `prepare` comes first. Older npm prints a list, newer npm an object.
  const json = output.slice(output.search(/^[[{]/m));
  const [packed] = Object.values<{
    readonly filename: string;
    readonly files: readonly { readonly path: string }[];
  }>(JSON.parse(json));
  if (packed === undefined) throw new Error(`npm packed nothing: ${output}`);
  return {
    tarball: join(destination, packed.filename),
    paths: packed.files.map(({ path }) => path),
  };
}

/**
 * As `npm install TARBALL` does it, without the network: the dependencies, and only
 * those that package.json names, are the ones that are installed here.
 */
export function installPacked(folder: string, tarball: string): void {
  const modules = join(folder, "node_modules");
  const target = join(modules, "stripe-codegen");
  mkdirSync(target, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", target, "--strip-components=1"]);
  const { bin, dependencies } = JSON.parse(
    readFileSync(join(target, "package.json"), "utf8"),
  );
  for (const name of Object.keys(dependencies)) {
    const path = join(modules, name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(join(repository, "node_modules", name), path);
  }
  mkdirSync(join(modules, ".bin"));
  for (const [name, file] of Object.entries(bin)) {
    const path = join("..", "stripe-codegen", String(file));
    symlinkSync(path, join(modules, ".bin", name));
  }
}
