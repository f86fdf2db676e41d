// Preloaded into every measured process. On exit it appends the process's resource
// usage, as the operating system reports it, to a file.

import { appendFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

// In a worker, the usage is that of the whole process, which the main thread reports.
if (isMainThread) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, maxRSS };
    appendFileSync(process.env.BENCH_USAGE, `${JSON.stringify(usage)}\n`);
  });
}
