// What factories make of types that are put together, and of those with bounds of their
// own: our validators take it in strict mode, and so does ajv; or else a warning says
// that it is not so.

import { expect, test } from "vitest";
import { objectOf, smallDocument } from "../e2e/small-document.js";
import { generateInMemory } from "../golden/generate-in-memory.js";

const text = { type: "string" };

test.each([
  ["factories", "factories make"],
  ["validators", "validators take"],
  ["factories,validators", "validators take and factories make"],
])("formats that JSON has not, beside %s", (emit, said) => {
  const document = smallDocument({
    X: objectOf({
      at: { type: "string", format: "date-time" },
      count: { type: "integer", format: "int64" },
      home: { ...text, format: "uri" },
      id: { type: "string", format: "uuid" },
    }),
  });
  const { warnings } = generateInMemory("small.json", document, {
    emit: ["models", ...emit.split(",")],
    formats: {
      "date-time": "Date",
      int64: "bigint",
      uri: "URL",
      uuid: "Uuid",
    },
  });
  expect(warnings.map(({ code, message }) => [code, message])).toEqual(
    [
      ["date-time", "Date"],
      ["int64", "bigint"],
      ["uri", "URL"],
    ].map(([format, type]) => [
      "format/not-checked",
      `what has the format "${format}" is typed as ${type}, and ${said} what JSON has there`,
    ]),
  );
});
