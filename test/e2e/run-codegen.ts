// Starts the built command as a process of its own, as its users do.

import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const command = fileURLToPath(
  new URL("../../dist/cli.js", import.meta.url),
);

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

/** The same without blocking, for tests that serve the document meanwhile. */
export function startCodegen(
  cwd: string,
  args: readonly string[],
): Promise<CodegenResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], { cwd });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr }));
    child.stdin.end();
  });
}
