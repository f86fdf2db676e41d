import { defineConfig } from "vitest/config";
import { testProjects } from "./test/projects.js";

export default defineConfig({
  test: {
    maxWorkers: "100%", // the default leaves one core to itself
    projects: testProjects.map(({ name, include, exclude, isBuilt }) => ({
      test: {
        name,
        include: [...include],
        exclude: [...exclude, "**/node_modules/**"],
        globalSetup: isBuilt ? ["test/build-first.ts"] : [],
        // On a busy machine a long test takes ten times as long.
        testTimeout: name === "long" ? 600_000 : 120_000,
        hookTimeout: name === "long" ? 600_000 : 120_000,
      },
    })),
  },
});
