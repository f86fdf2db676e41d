import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/corpus/**", "**/node_modules/**"],
    globalSetup: ["test/build-first.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
