// Cargo with the crates that Debian packages, for tests that compile Rust. Without it,
// these tests are skipped, with a message.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const registry = "/usr/share/cargo/registry";

/** Debian's cargo, the oldest version that the output must compile with; else any. */
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

/** The reason why this machine cannot compile Rust; null if it can. */
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

export interface CargoResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs cargo offline. Returns its output, and true if it succeeded. */
export function runCargo(
  folder: string,
  [command = "", ...args]: readonly string[],
): Promise<CargoResult> {
  const program = cargo ?? "cargo";
  // The compiler that belongs to this cargo.
  const path = program.includes("/")
    ? `${dirname(program)}:${process.env.PATH}`
    : process.env.PATH;
  return new Promise((resolve, reject) => {
    const child = spawn(program, [command, "--offline", "--quiet", ...args], {
      cwd: folder,
      env: { ...process.env, PATH: path },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}
