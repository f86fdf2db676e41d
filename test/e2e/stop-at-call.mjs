// Loaded before the command (`node --import`): at the n-th call of the file system
// below a folder, the process sends itself a signal, or the call fails.
// STOP_AT: {"folder", "call", "signal"?, "error"?}. Reports the number of calls in a file.

import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { folder, call, signal, error, counted } = JSON.parse(
  process.env.STOP_AT ?? "{}",
);
const names = [
  "copyFileSync",
  "linkSync",
  "lstatSync",
  "mkdirSync",
  "openSync",
  "readdirSync",
  "readFileSync",
  "renameSync",
  "rmdirSync",
  "rmSync",
  "statSync",
  "unlinkSync",
  "writeFileSync",
];
const write = fs.writeFileSync;
const kill = process.kill.bind(process);
let count = 0;
let inside = false; // `rmSync` calls others

for (const name of names) {
  const real = fs[name];
  fs[name] = (...args) => {
    const concerns =
      !inside &&
      args.some((arg) => typeof arg === "string" && arg.startsWith(folder));
    if (concerns && ++count === call) {
      if (signal !== undefined) kill(process.pid, signal);
      if (error !== undefined) {
        const message = `${error}: injected, ${name} '${args[0]}'`;
        throw Object.assign(new Error(message), { code: error, syscall: name });
      }
    }
    const outer = inside;
    inside = true;
    try {
      return real(...args);
    } finally {
      inside = outer;
    }
  };
}
syncBuiltinESMExports();
if (counted !== undefined) {
  process.on("exit", () => write(counted, `${count}`));
}
