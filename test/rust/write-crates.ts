// The crates to compile, as one workspace: both typings of Stripe's document and of the
// golden cases, and programs that read and write values with them.

import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { runCodegen } from "../e2e/run-codegen.js";
import { crateFile, serde, serdeJson, writeWorkspace } from "./cargo.js";
import { library, roundTrip } from "./crates.js";
import { rustDecimal } from "./rust-decimal.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Contents {
  /** Path → text of the golden cases' modules. */
  readonly golden: Readonly<Record<string, string>>;
  /** The types of the values: of our own, and of Stripe's samples. */
  readonly ownTypes: readonly string[];
  readonly sampleTypes: readonly string[];
}

export async function writeCrates(
  folder: string,
  { golden, ownTypes, sampleTypes }: Contents,
): Promise<void> {
  for (const typing of ["loose", "precise"]) {
    const { status, stderr } = await runCodegen(root, [
      ...["run", "--template", "rust", "--set", `typing=${typing}`],
      ...["--out", join(folder, typing, "src"), "--quiet"],
    ]);
    expect(stderr).toBe("");
    expect(status).toBe(0);
  }
  cpSync(
    join(root, "test/golden/cases/rust-precise/expected"),
    join(folder, "golden_precise/src"),
    { recursive: true },
  );
  const decimal = 'rust_decimal = { path = "../rust_decimal" }';
  const libraries = {
    loose: [serde, serdeJson, decimal],
    precise: [serde, serdeJson],
    golden_precise: [serde, serdeJson],
  };
  const programs = {
    precise_values: roundTrip("precise", sampleTypes),
    golden_values: roundTrip("golden_precise", ownTypes),
  };
  const members = [
    ...["rust_decimal", "golden"],
    ...Object.keys(libraries),
    ...Object.keys(programs),
  ];
  const files: Record<string, string> = {
    "Cargo.toml": `[workspace]\nmembers = ${JSON.stringify(members)}\n`,
    "rust_decimal/Cargo.toml": crateFile("rust_decimal", [serde]),
    "rust_decimal/src/lib.rs": rustDecimal,
    "golden/Cargo.toml": crateFile("golden", libraries.loose),
  };
  for (const [path, text] of Object.entries(golden)) {
    files[`golden/src/${path}`] = text;
  }
  for (const [name, dependencies] of Object.entries(libraries)) {
    files[`${name}/Cargo.toml`] = crateFile(name, dependencies);
    files[`${name}/src/lib.rs`] = library;
  }
  for (const [name, program] of Object.entries(programs)) {
    for (const [path, text] of Object.entries(program)) {
      files[`${name}/${path}`] = text;
    }
  }
  writeWorkspace(folder, files);
}
