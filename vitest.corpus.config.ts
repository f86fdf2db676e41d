// The suites that take long or install what is not the project's: each has its own
// command.

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/corpus/**/*.test.ts"],
    globalSetup: ["test/build-first.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
