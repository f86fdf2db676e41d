// The projects of tests: which run when. `test/contract` checks that each test file is
// in exactly one.

/** Tests that take long, as globs: only `npm run test:all` runs them. */
export const longTests: readonly string[] = [
  // Other programs as oracles: compilers, ajv, openapi-typescript, Rust.
  "test/oracle/**/*.test.ts",
  "test/rust/**/*.test.ts",
  "test/suites/**/*.test.ts",
  // Many documents, generated or large.
  "test/fuzz/**/*.test.ts",
  "test/growth/**/*.test.ts",
  "test/property/**/*.test.ts",
  "test/e2e/determinism.test.ts",
  // Many processes, and processes that are killed.
  "test/e2e/interrupted-reading.test.ts",
  "test/e2e/kill-outputs.test.ts",
  "test/e2e/kill.test.ts",
  "test/e2e/two-runs.test.ts",
  "test/unit/output/killed.test.ts",
  "test/e2e/readme.test.ts",
  // Millions of steps, or a thousand runs.
  "test/e2e/overlay-steps.test.ts",
  "test/e2e/secret-addresses.test.ts",
  "test/contract/package.test.ts",
  // Compiles several programs against three large sets of types.
  "test/contract/side-by-side.test.ts",
  "test/contract/webhooks.test.ts",
];

/** Tests with their own command, which need packages that the project does not install. */
export const separateTests: readonly string[] = ["test/corpus/**/*.test.ts"];

const others = [...longTests, ...separateTests];

export interface TestProject {
  readonly name: "long" | "quick" | "unit";
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** True if the command is built before the tests run. */
  readonly isBuilt: boolean;
}

export const testProjects: readonly TestProject[] = [
  {
    name: "unit",
    include: ["test/unit/**/*.test.ts"],
    exclude: others,
    isBuilt: false,
  },
  {
    name: "quick",
    include: ["test/**/*.test.ts"],
    exclude: ["test/unit/**/*.test.ts", ...others],
    isBuilt: true,
  },
  {
    name: "long",
    include: longTests,
    exclude: separateTests,
    isBuilt: true,
  },
];
