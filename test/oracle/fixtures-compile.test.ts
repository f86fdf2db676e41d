// Stripe's sample objects, written out as literals of the generated types: the
// compiler finds only what is listed.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { hasFixtures, readFixtures } from "./fixtures.js";

const generated = fileURLToPath(
  new URL("../../generated/stripe/index.js", import.meta.url),
);

/** Properties of samples that the document does not declare: removed before compiling. */
const undocumented: Readonly<Record<string, readonly string[]>> = {
  // The document leaves out what is deprecated, or only for some accounts.
  charge: ["source"],
  invoice: ["lines.data.0.plan"],
  invoiceitem: ["plan"],
  line_item: ["plan"],
  payment_intent: ["source"],
  price: ["recurring.trial_period_days"],
  product: ["type"],
  subscription: [
    "items.data.0.plan",
    "items.data.0.price.recurring.trial_period_days",
  ],
  subscription_item: ["plan", "price.recurring.trial_period_days"],
  subscription_schedule: ["phases.0.items.0.plan"],
};

/** Samples that contradict the document, with the compiler's messages. */
const contradicting: Readonly<Record<string, string>> = {
  "entitlements.active_entitlement_summary":
    "has no exported member 'EntitlementsActiveEntitlementSummary'", // no such schema
  "financial_connections.account_ownership":
    "Type 'null' is not assignable to type 'List<FinancialConnectionsAccountOwner>'", // never null, it says
};

// Skipped where the samples are absent: they are Stripe's and not in the repository.
test.skipIf(!hasFixtures)("each sample is of its generated type", () => {
  const samples = Object.entries(readFixtures());
  expect(samples.length).toBeGreaterThan(150);
  const found = compile(
    samples.map(([name, sample]): [string, unknown] => [
      name,
      (undocumented[name] ?? []).reduce(without, sample),
    ]),
  );
  const expected = Object.entries(contradicting).map(([name, message]) => [
    name,
    [expect.stringContaining(message)],
  ]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
});

test.skipIf(!hasFixtures)("each property that is taken away has to be", () => {
  const samples = readFixtures();
  const tried = Object.entries(undocumented).flatMap(([name, paths]) =>
    paths.map((path) => {
      const others = paths.filter((other) => other !== path);
      return [name, others.reduce(without, samples[name])] as [string, unknown];
    }),
  );
  const failing = compile(tried).map(([name]) => name);
  expect(failing).toEqual(tried.map(([name]) => name));
});

/** `("lines.data.0.plan")` takes `plan` out of a copy; it must be there. */
function without(sample: unknown, path: string): unknown {
  const copy = structuredClone(sample);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const holder = keys.reduce<unknown>(
    (value, key) => Object(value)[key],
    copy,
  ) as Record<string, unknown>; // else the next line fails
  expect(holder, path).toHaveProperty([last]);
  delete holder[last];
  return copy;
}

/** Names of the samples that the compiler rejects, each with its message. */
function compile(
  samples: readonly (readonly [string, unknown])[],
): [string, string[]][] {
  const lines = samples.map(([name, sample], index) => {
    const type = name.replace(/(?:^|[._])([a-z])/g, (_all, letter: string) =>
      letter.toUpperCase(),
    );
    return `export const sample${index}: import(${JSON.stringify(generated)}).${type} = ${JSON.stringify(sample)};`;
  });
  const errors = errorsByLine(lines.join("\n"));
  return samples.flatMap(([name], line): [string, string[]][] => {
    const messages = errors.get(line);
    return messages === undefined ? [] : [[name, messages]];
  });
}

function errorsByLine(text: string): Map<number, string[]> {
  const path = join(dirname(generated), "samples.ts");
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === path
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022)
      : getSourceFile(name, ...rest);
  const program = ts.createProgram([path], options, host);
  const source = program.getSourceFile(path);
  const errors = new Map<number, string[]>();
  for (const { start, messageText } of ts.getPreEmitDiagnostics(program)) {
    const line = source?.getLineAndCharacterOfPosition(start ?? 0).line ?? -1;
    const message = ts.flattenDiagnosticMessageText(messageText, "\n");
    errors.set(line, [...(errors.get(line) ?? []), message]);
  }
  return errors;
}
