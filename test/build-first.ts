// Builds the command once before any test runs, so that the tests which start
// it as a process never see an older one.

import { execFileSync } from "node:child_process";

export default function buildFirst(): void {
  execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
}
