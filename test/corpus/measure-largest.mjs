// The largest document, through the built command as its users start it: how
// long it takes and how much memory, as the operating system counts them.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const preload = new URL("../../bench/report-usage.mjs", import.meta.url).href;

/**
 * @param {import("./list-documents.mjs").CorpusDocument} document
 * @param {string} folder to write in
 */
export function measureLargest(document, folder) {
  const usage = join(folder, "usage.jsonl");
  const start = Date.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      ...["--import", preload, command, "run", "--quiet"],
      ...["--spec", document.file, "--template", "typescript"],
      ...["--out", "largest", "--set", "emit=models,values,params"],
    ],
    {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, BENCH_USAGE: usage },
      maxBuffer: 1024 ** 3,
      timeout: 300_000,
    },
  );
  const seconds = (Date.now() - start) / 1000;
  if (status !== 0) {
    return { document, seconds, cpuSeconds: 0, gigabytes: null, stderr };
  }
  const { cpuSeconds, maxRSS } = JSON.parse(readFileSync(usage, "utf8"));
  const gigabytes = (maxRSS * 1024) / 1e9;
  return { document, seconds, cpuSeconds, gigabytes, stderr: "" };
}
