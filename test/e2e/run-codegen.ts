// Runs the command: in this process, as hundreds of tests do, or as a process of its
// own, where streams, signals, memory or the exit of a process are what is tested.

import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { runInProcess } from "./run-in-process.js";

/** The built command. */
export const command = fileURLToPath(
  new URL("../../dist/cli.js", import.meta.url),
);

export interface CodegenResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** With `E2E_PROCESSES=1`, every test starts processes. */
const startsProcesses = process.env.E2E_PROCESSES === "1";

/** Starting a process takes 20 times as long as most runs. */
export async function runCodegen(
  cwd: string,
  args: readonly string[],
  input = "",
): Promise<CodegenResult> {
  if (startsProcesses) return startCodegen(cwd, args, input);
  const { status, stdout, stderr } = await runInProcess(cwd, args, input);
  return { status, stdout, stderr };
}

/** A process of its own; waits for its end. */
export function spawnCodegen(
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
  input = "",
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
    child.stdin.on("error", () => {}); // it may end before it has read all
    child.stdin.end(input);
  });
}
