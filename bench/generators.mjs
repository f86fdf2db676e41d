// The command line of each generator for one document and an empty folder. Each
// generates types of models only, if it has an option for that.

import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const ours = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

/** The script behind a package's command. */
function bin(name, command) {
  const manifest = findManifest(name);
  const { bin } = require(manifest);
  return join(dirname(manifest), typeof bin === "string" ? bin : bin[command]);
}

function findManifest(name) {
  return fileURLToPath(
    new URL(`node_modules/${name}/package.json`, import.meta.url),
  );
}

/** Names of generators that run a second time into the same folder. */
export const again = new Set(["codegen, again"]);

/** name → (document, folder) → the arguments of Node. */
export const generators = {
  codegen: (document, folder) => [
    ours,
    ...["run", "--spec", document, "--template", "typescript"],
    ...["--out", join(folder, "out")],
  ],
  "codegen, again": (document, folder) => generators.codegen(document, folder),
  "openapi-typescript": (document, folder) => [
    bin("openapi-typescript", "openapi-typescript"),
    document,
    ...["--output", join(folder, "schema.ts")],
  ],
  "hey-api": (document, folder) => [
    bin("@hey-api/openapi-ts", "openapi-ts"),
    ...["--input", document, "--output", join(folder, "out")],
    ...["--plugins", "@hey-api/typescript"],
  ],
  orval: (document, folder) => {
    const config = join(folder, "orval.config.cjs");
    const output = { schemas: join(folder, "out"), target: "out/api.ts" };
    write(config, {
      models: { input: document, output: { ...output, mode: "split" } },
    });
    return [bin("orval", "orval"), "--config", config];
  },
  kubb: (document, folder) => {
    const config = join(folder, "kubb.config.mjs");
    const packages = ["core", "plugin-oas", "plugin-ts"].map((name) =>
      JSON.stringify(
        new URL(`node_modules/@kubb/${name}/dist/index.js`, import.meta.url)
          .href,
      ),
    );
    writeFileSync(
      config,
      `import { defineConfig } from ${packages[0]};
import { pluginOas } from ${packages[1]};
import { pluginTs } from ${packages[2]};
export default defineConfig({
  input: { path: ${JSON.stringify(document)} },
  output: { path: ${JSON.stringify(join(folder, "out"))} },
  plugins: [pluginOas({ generators: [] }), pluginTs()],
});
`,
    );
    return [bin("@kubb/cli", "kubb"), "generate", "--config", config];
  },
  "swagger-typescript-api": (document, folder) => [
    bin("swagger-typescript-api", "swagger-typescript-api"),
    "generate",
    ...["--path", document, "--output", join(folder, "out"), "--no-client"],
  ],
};

function write(path, config) {
  writeFileSync(path, `module.exports = ${JSON.stringify(config)};\n`);
}
