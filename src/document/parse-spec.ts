// Checks that a parsed document is an OpenAPI document of a supported version.

import type { OpenAPI3 } from "openapi-typescript";
import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import { inputError } from "../diagnostics/input-error.js";
import { quote } from "../diagnostics/quote.js";
import type { SpecTree } from "./spec-tree.js";

/** The root object. It has the keys of the specification; their values are unchecked. */
export type RawDocument = {
  readonly [Key in keyof OpenAPI3]?: unknown;
} & Readonly<Record<string, unknown>>;

/** A document with the parts that every step needs. */
export interface SpecDocument {
  readonly file: string;
  readonly root: RawDocument;
  /** `components.schemas`; empty if absent. */
  readonly schemas: Readonly<Record<string, unknown>>;
  readonly title: string | null;
  /** `info.version`, in the API's own numbering: `2025-10-15`. */
  readonly version: string | null;
}

/**
 * Checks version and top-level types.
 * @throws InputError for other documents
 * @see https://spec.openapis.org/oas/v3.1.1#openapi-object
 */
export function parseSpec(tree: SpecTree, report: Report): SpecDocument {
  const { file } = tree;
  const root = requireDocument(tree);
  requireOpenApi(root, file, report);
  const info = optionalObject(root.info, file, "#/info");
  const components = optionalObject(root.components, file, "#/components");
  const schemas = optionalObject(
    components.schemas,
    file,
    "#/components/schemas",
  );
  const version = typeof info.version === "string" ? info.version : null;
  if (tree.apiVersion !== null && tree.apiVersion !== version) {
    throw inputError(
      "pin/version",
      { file, pointer: "#/info/version" },
      `expected API version ${tree.apiVersion} (from the pin), got ${String(version)}`,
    );
  }
  const title = typeof info.title === "string" ? info.title : null;
  return { file, root, schemas, title, version };
}

/**
 * Checks only for the key `openapi` or `swagger`.
 * @throws InputError e.g. for a fragment of a document
 */
export function requireDocument({ root, file }: SpecTree): RawDocument {
  const document: RawDocument = requireObject(root, file, "#");
  const { openapi, swagger } = document;
  if (openapi !== undefined || swagger !== undefined) return document;
  throw notOpenApi(document, file);
}

/** A document without any of these is empty. */
const parts = ["paths", "components", "webhooks"] as const;

function requireOpenApi(root: RawDocument, file: string, report: Report): void {
  const { openapi, swagger } = root;
  const at = { file, pointer: "#/openapi" };
  if (openapi === undefined) {
    throw inputError(
      "spec/unsupported-version",
      { file, pointer: "#/swagger" },
      `this is Swagger ${quote(swagger)}; only Swagger 2.0 is supported`,
    );
  }
  // In YAML, `openapi: 3.1` is a number, and `openapi: 3.0` is the number 3.
  const isNumber = openapi === 3 || /^3\.\d$/.test(quote(openapi));
  const version = isNumber ? Number(openapi).toFixed(1) : openapi;
  const minor =
    typeof version === "string"
      ? /^3\.(\d+)(?:[.-]|$)/.exec(version)?.[1]
      : null;
  if (minor === undefined || minor === null) {
    throw inputError(
      "spec/unsupported-version",
      at,
      `${quote(openapi)} is not a version of OpenAPI 3`,
    );
  }
  if (isNumber) {
    report(
      createDiagnostic(
        "spec/version-number",
        at,
        `the version is the number ${quote(openapi)}, and is read as ${version}`,
      ),
    );
  }
  if (!["0", "1", "2"].includes(minor)) {
    report(
      createDiagnostic(
        "spec/unknown-version",
        at,
        `${quote(openapi)} is not a known version; it is read as 3.2`,
      ),
    );
  }
  if (parts.every((part) => root[part] === undefined)) {
    report(
      createDiagnostic(
        "spec/nothing",
        { file, pointer: "#" },
        `the document has none of ${parts.join(", ")}: there is nothing to generate`,
      ),
    );
  }
}

function notOpenApi(root: RawDocument, file: string): Error {
  const keys = Object.keys(root).slice(0, 5);
  return inputError(
    "spec/not-openapi",
    { file, pointer: "#" },
    `there is no "openapi" key; the keys are ${JSON.stringify(keys)}`,
  );
}

function requireObject(
  value: unknown,
  file: string,
  pointer: string,
): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>; // an object that is not an array has string keys
  }
  const what = Array.isArray(value) ? "an array" : quote(value);
  throw inputError(
    "spec/not-an-object",
    { file, pointer },
    `expected an object, got ${what.slice(0, 40)}`,
  );
}

function optionalObject(
  value: unknown,
  file: string,
  pointer: string,
): Readonly<Record<string, unknown>> {
  return value === undefined || value === null
    ? {}
    : requireObject(value, file, pointer);
}
