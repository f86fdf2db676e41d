// After the compiler: files in `dist` whose source is gone would be published and
// imported for ever; the command has to be executable.

import { chmodSync, existsSync, readdirSync, rmSync } from "node:fs";

for (const path of readdirSync("dist", { recursive: true, encoding: "utf8" })) {
  const source = /^(.*?)(?:\.d)?\.(?:ts|js)$/.exec(path)?.[1];
  if (source !== undefined && !existsSync(`src/${source}.ts`)) {
    rmSync(`dist/${path}`);
  }
}
chmodSync("dist/cli.js", 0o755);
