// Hostile texts in Rust: the compiler accepts the files and finds no code in comments.
// Slow, so it runs only with HOSTILE_FULL=1.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import {
  crateFile,
  missing,
  runCargo,
  serde,
  serdeJson,
  writeWorkspace,
} from "../rust/cargo.js";
import { library } from "../rust/crates.js";
import { rustDecimal } from "../rust/rust-decimal.js";
import { generateDocument, outputsOf } from "./generate-document.js";
import { publisherDocument } from "./hostile-document.js";
import { hostileTexts } from "./hostile-texts.js";
import { findTextPlaces, putTexts } from "./text-places.js";

const isWanted = process.env.HOSTILE_FULL === "1" && missing === null;
const folder = mkdtempSync(join(tmpdir(), "codegen-hostile-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const crates = outputsOf("models").filter(
  ({ template }) => template === "rust",
);
/** The lints for naming report hostile names; other lints must not report anything. */
const oddNames =
  "#![allow(confusable_idents, mixed_script_confusables, non_camel_case_types, non_snake_case, uncommon_codepoints)]\n";

const turns = [0, 1, 2, 3];

test.runIf(isWanted)(
  "compiles, and has no doc tests",
  async () => {
    const members = turns.flatMap((turn) =>
      crates.map((_crate, index) => `crate_${turn}_${index}`),
    );
    const files: Record<string, string> = {
      "Cargo.toml": `[workspace]\nmembers = ${JSON.stringify(["rust_decimal", ...members])}\n`,
      "rust_decimal/Cargo.toml": crateFile("rust_decimal", [serde]),
      "rust_decimal/src/lib.rs": rustDecimal,
    };
    const decimal = 'rust_decimal = { path = "../rust_decimal" }';
    for (const turn of turns) {
      crates.forEach((output, index) => {
        const generated = generateDocument(hostile(turn), output);
        expect(generated.messages).not.toContain("error: ");
        const name = `crate_${turn}_${index}`;
        files[`${name}/Cargo.toml`] = crateFile(name, [
          serde,
          serdeJson,
          decimal,
        ]);
        files[`${name}/src/lib.rs`] = oddNames + library;
        for (const [path, text] of generated.files ?? []) {
          files[`${name}/src/${path}`] = text;
        }
      });
    }
    writeWorkspace(folder, files);
    const { status, stdout, stderr } = await runCargo(folder, [
      "test",
      "--workspace",
    ]);
    expect(status === 0 ? "" : `${stderr}${stdout}`).toBe("");
    expect(stdout).toContain("0 passed");
    expect(stdout).not.toMatch(/[1-9]\d* (?:passed|ignored)/);
  },
  600_000,
);

/** Each description and each property is another text, and none is refused. */
function hostile(turn: number) {
  const places = findTextPlaces(publisherDocument).filter(
    ({ pointer, kind }) =>
      kind === "key"
        ? /^#\/components\/schemas\/Words\/properties\/\w+$/.test(pointer)
        : /\/(?:description|summary|title|default)$/.test(pointer),
  );
  return putTexts(
    publisherDocument,
    new Map(
      places.map((place, index) => {
        const { text } = hostileTexts[
          (index * 3 + turn * 53) % hostileTexts.length
        ] ?? { text: "" };
        return [
          place,
          place.kind === "key"
            ? `k${index} ${text.replace(/\p{Surrogate}/gu, "")}`
            : text,
        ];
      }),
    ),
  );
}
