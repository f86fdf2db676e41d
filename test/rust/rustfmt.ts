// Files of Rust → what rustfmt would change in them; empty where it has nothing to say.

import { spawnSync } from "node:child_process";
import { rustfmt } from "./cargo.js";

/** Formats a file and the files of its modules. */
export function runRustfmt(file: string): string {
  const args = ["--edition", "2021", "--check", "--color", "never", file];
  const { stdout, stderr } = spawnSync(rustfmt ?? "rustfmt", args, {
    encoding: "utf8",
  });
  return stdout + stderr;
}
