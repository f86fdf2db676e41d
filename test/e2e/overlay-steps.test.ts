// Overlays that would take forever are refused after the steps that they may take.

import { describe, test } from "vitest";
import {
  expectRefusal,
  folderWithOutput,
  type Refusal,
  run,
} from "./refusal.js";
import { smallDocument } from "./small-document.js";

const withActions = (actions: string) =>
  `overlay: 1.0.0\ninfo: {title: t, version: "1"}\nactions: ${actions}\n`;
const withOverlay = ["--overlay", "fix.yaml"];

/** Selects every value below, and of those every value below, and so on. */
const explosion = `$${"..*".repeat(8)}`;
function nestedList(depth: number): object {
  return depth === 0 ? {} : { type: "array", items: nestedList(depth - 1) };
}

const doubling = Array.from(
  { length: 40 },
  (_, index) =>
    `{target: $, update: {x-${index}: {}}}, {target: $.x-${index}, copy: $}`,
).join(", ");
const endless: Readonly<Record<string, Refusal>> = {
  "a path that selects itself again and again": {
    files: {
      "deep.json": smallDocument({ A: nestedList(60) }),
      "fix.yaml": withActions(`[{target: "${explosion}", remove: true}]`),
    },
    args: run("deep.json", ...withOverlay),
    code: "spec/limit",
    what: 'overlays may take 50000000 steps (limit "steps")',
    where: "fix.yaml #/actions/0",
    help: "--limit steps=NUMBER",
  },
  "copies of copies": {
    files: { "fix.yaml": withActions(`[${doubling}]`) },
    args: run("good.json", ...withOverlay),
    code: "spec/limit",
    what: 'overlays may take 50000000 steps (limit "steps")',
    where: "*",
    help: "--limit steps=NUMBER",
  },
};

describe("what would have no end", () => {
  test.each(Object.entries(endless))("%s", async (_name, refusal) => {
    const folder = await folderWithOutput(refusal.files ?? {});
    await expectRefusal(folder, refusal);
  });
});
