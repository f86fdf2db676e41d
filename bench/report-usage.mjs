// Preloaded into every process that is measured: on exit it adds what the
// process used, as the operating system counts it, to a file.

import { appendFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

// A worker is told the use of its whole process, which the main thread reports.
if (isMainThread) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, maxRSS };
    appendFileSync(process.env.BENCH_USAGE, `${JSON.stringify(usage)}\n`);
  });
}
