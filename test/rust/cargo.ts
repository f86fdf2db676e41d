// Cargo, as it comes with the crates that Debian packages: what the tests that compile
// need and most machines have not. They are skipped where it is absent, and say so.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const registry = "/usr/share/cargo/registry";

/** Debian's own, whose version is the oldest that the output must compile with; else any. */
function find(program: string): string | null {
  const debian = `/usr/bin/${program}`;
  if (existsSync(debian)) return debian;
  return spawnSync(program, ["--version"]).status === 0 ? program : null;
}

const cargo = find("cargo");
export const rustfmt = find("rustfmt");

function hasCrate(name: string): boolean {
  return (
    existsSync(registry) &&
    readdirSync(registry).some((crate) => crate.startsWith(`${name}-1.`))
  );
}

/** Why nothing can be compiled here; null where it can. */
export const missing =
  cargo === null
    ? "there is no cargo"
    : ["serde", "serde_derive", "serde_json"].every(hasCrate)
      ? null
      : `${registry} lacks serde, serde_derive or serde_json`;

/** A workspace that takes its crates from Debian's registry and from nowhere else. */
export function writeWorkspace(
  folder: string,
  files: Readonly<Record<string, string>>,
): void {
  const config = [
    "[source.crates-io]",
    'replace-with = "debian"',
    "[source.debian]",
    `directory = "${registry}"`,
    "[profile.dev]",
    "debug = false",
    'panic = "abort"',
    "incremental = false",
    "",
  ].join("\n");
  const all = { ...files, ".cargo/config.toml": config };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

export function crateFile(
  name: string,
  dependencies: readonly string[],
): string {
  return [
    "[package]",
    `name = "${name}"`,
    'version = "0.0.0"',
    'edition = "2021"',
    "[dependencies]",
    ...dependencies,
    "",
  ].join("\n");
}

export const serde = 'serde = { version = "1", features = ["derive"] }';
export const serdeJson = 'serde_json = "1"';

/** What cargo printed, and whether it succeeded. Nothing is fetched. */
export function runCargo(
  folder: string,
  [command = "", ...args]: readonly string[],
): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  const { status, stdout, stderr } = spawnSync(
    cargo ?? "cargo",
    [command, "--offline", "--quiet", ...args],
    {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...process.env,
        // The compiler that belongs to this cargo.
        PATH: cargo?.includes("/")
          ? `${dirname(cargo)}:${process.env.PATH}`
          : process.env.PATH,
      },
    },
  );
  return { status, stdout, stderr };
}
