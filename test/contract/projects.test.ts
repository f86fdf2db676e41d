// Every test file runs in exactly one project, and a unit test lies where the file that
// it tests does.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { longTests, separateTests, testProjects } from "../projects.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const files = readdirSync(join(root, "test"), {
  recursive: true,
  encoding: "utf8",
})
  .filter((path) => path.endsWith(".test.ts"))
  .map((path) => `test/${path.replaceAll("\\", "/")}`)
  .filter((path) => !path.startsWith("test/corpus/installed/"));

const projectsOf = (file: string) =>
  testProjects
    .filter(
      ({ include, exclude }) =>
        picomatch([...include])(file) && !picomatch([...exclude])(file),
    )
    .map(({ name }) => name);

test("a test file is in one project, or has a command of its own", () => {
  expect(files.length).toBeGreaterThan(90);
  const isSeparate = picomatch([...separateTests]);
  const wrong = files.filter(
    (file) => projectsOf(file).length !== (isSeparate(file) ? 0 : 1),
  );
  expect(wrong).toEqual([]);
});

test.each([...longTests, ...separateTests])("%s is there", (glob) => {
  expect(files.filter((file) => picomatch(glob)(file))).not.toEqual([]);
});

describe("package.json", () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );

  test("npm test leaves out the long tests, test:all leaves out none", () => {
    expect(scripts.test).toBe("vitest run --project unit --project quick");
    expect(scripts["test:all"]).toBe("vitest run");
    expect(scripts["test:long"]).toBe("vitest run --project long");
    const ci = readFileSync(join(root, ".ci/run"), "utf8");
    expect(ci.match(/^ +tests .*$/gm)).toEqual([
      "  tests test",
      "  tests test:long",
    ]);
  });
});

describe("test/unit", () => {
  const unit = files.filter((file) => file.startsWith("test/unit/"));

  test("has the folders of src, and `templates` for the run-time library", () => {
    const stray = unit
      .map((file) => dirname(file).replace(/^test\/unit\//, ""))
      .filter((folder) => folder !== "templates")
      .filter((folder) => !existsSync(join(root, "src", folder)));
    expect(stray).toEqual([]);
  });

  test("needs no build", () => {
    const built = unit.filter((file) =>
      /dist\/|run-codegen/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(built).toEqual([]);
  });

  test.each(["src/parse/schema/rules", "src/passes"])(
    "has a test for each file of %s",
    (folder) => {
      const missing = readdirSync(join(root, folder))
        .map((name) => name.replace(/\.ts$/, ".test.ts"))
        .filter(
          (name) =>
            !existsSync(join(root, folder.replace("src", "test/unit"), name)),
        );
      expect(missing).toEqual([]);
    },
  );
});
