// The crates that the tests compile: generated models, and programs that read and write
// values with them.

import { crateFile, serde, serdeJson } from "./cargo.js";

/** A library of what was generated into its `src`. */
export const library = "#![deny(warnings)]\npub mod model;\n";

/**
 * Reads a file of JSON, a list of types with a value each, and prints what comes out: the
 * value again, or the text of an error.
 */
export function roundTrip(
  models: string,
  types: readonly string[],
): Readonly<Record<string, string>> {
  const arms = types.map(
    (type) => `        "${type}" => again::<${type}>(value),`,
  );
  return {
    "Cargo.toml": crateFile(`${models}-values`, [
      ...[serde, serdeJson],
      `${models} = { path = "../${models}" }`,
    ]),
    "src/main.rs": `#![deny(warnings)]
use ${models}::model::*;
use serde_json::Value;

fn again<T: serde::de::DeserializeOwned + serde::Serialize>(value: Value) -> Value {
    match serde_json::from_value::<T>(value).and_then(serde_json::to_value) {
        Ok(value) => value,
        Err(error) => Value::String(error.to_string()),
    }
}

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    let values: Vec<(String, Value)> = serde_json::from_str(&text).unwrap();
    let written: Vec<Value> = values
        .into_iter()
        .map(|(name, value)| read(&name, value))
        .collect();
    println!("{}", serde_json::to_string(&written).unwrap());
}

fn read(name: &str, value: Value) -> Value {
    match name {
${arms.join("\n")}
        _ => panic!("{}", name),
    }
}
`,
  };
}
