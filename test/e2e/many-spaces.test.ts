// A hundred thousand spaces in the middle of a text take no longer than as many letters. A
// pattern such as `/ +$/` would try each of them, to the end of the run: a minute or more,
// and the test would time out.

import { expect, test } from "vitest";
import { runCodegen } from "./run-codegen.js";
import { temporaryFolder } from "./temporary-folder.js";

const count = 100_000;
const text = `a${" ".repeat(count)}b`;
const pieces = { description: text, title: text };

const documentText = JSON.stringify({
  openapi: "3.1.0",
  info: { ...pieces, version: "1" },
  paths: {},
  components: {
    schemas: {
      choice: { enum: [text, "c"], ...pieces },
      thing: {
        ...{ type: "object", ...pieces },
        properties: {
          [text]: { type: "string", default: text, const: text, ...pieces },
          choice: { enum: [text, "d"] },
          number: { type: "number", maximum: "LIMIT" },
        },
      },
    },
  },
}).replace('"LIMIT"', `1.${"0".repeat(count)}1`);

test.each([
  ["typescript", "--set", "emit=models,values,params,validators,factories"],
  ["rust"],
  ["markdown"],
  ["python"],
  ["zod"],
])("%s", async (template, ...settings) => {
  const folder = temporaryFolder({ "spaces.json": documentText });
  const { status, stderr } = await runCodegen(folder, [
    ...[
      "run",
      "--spec",
      "spaces.json",
      "--template",
      template,
      "--out",
      template,
    ],
    ...settings,
  ]);
  expect(stderr).not.toContain("error:");
  expect(status).toBe(0);
});
