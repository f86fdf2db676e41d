// Starts the built command as a process of its own, as its users do.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

export interface CodegenResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function runCodegen(
  cwd: string,
  args: readonly string[],
  input = "",
): CodegenResult {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [command, ...args],
    { cwd, input, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  return { status, stdout, stderr };
}
