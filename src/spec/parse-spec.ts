// The text of a document → its parsed form, known to be an OpenAPI document.

import type { OpenAPI3 } from "openapi-typescript";
import { inputError } from "../diagnostics/input-error.js";
import { parseText } from "./parse-text.js";
import type { SpecText } from "./spec-text.js";

/** The document's root: its keys are those of the specification, its values are not checked yet. */
export type RawDocument = {
  readonly [Key in keyof OpenAPI3]?: unknown;
} & Readonly<Record<string, unknown>>;

export interface SpecDocument {
  readonly file: string;
  readonly root: RawDocument;
  /** `components.schemas`, empty where the document has none. */
  readonly schemas: Readonly<Record<string, unknown>>;
  readonly title: string | null;
  /** `info.version`: whatever the document's authors count by. */
  readonly version: string | null;
}

/**
 * @see https://spec.openapis.org/oas/v3.1.1#openapi-object
 * Throws `InputError` for text that is no JSON or YAML, or no OpenAPI document.
 */
export function parseSpec(specText: SpecText): SpecDocument {
  const { file } = specText;
  const root: RawDocument = requireObject(parseText(specText), file, "#");
  requireOpenApi(root, file);
  const info = optionalObject(root.info, file, "#/info");
  const components = optionalObject(root.components, file, "#/components");
  const schemas = optionalObject(
    components.schemas,
    file,
    "#/components/schemas",
  );
  const version = typeof info.version === "string" ? info.version : null;
  if (specText.apiVersion !== null && specText.apiVersion !== version) {
    throw inputError(
      "pin/version",
      { file, pointer: "#/info/version" },
      `the pin says API version ${specText.apiVersion}, the document ${String(version)}`,
    );
  }
  const title = typeof info.title === "string" ? info.title : null;
  return { file, root, schemas, title, version };
}

function requireOpenApi(root: RawDocument, file: string): void {
  const version = root.openapi;
  if (typeof version === "string" && /^3\.\d+(\.|$)/.test(version)) return;
  if (root.swagger !== undefined) {
    throw inputError(
      "spec/unsupported-version",
      { file, pointer: "#/swagger" },
      `this is Swagger ${String(root.swagger)}, and only OpenAPI 3 is read`,
    );
  }
  if (version !== undefined) {
    throw inputError(
      "spec/unsupported-version",
      { file, pointer: "#/openapi" },
      `${JSON.stringify(version)} is no version of OpenAPI 3`,
    );
  }
  const keys = Object.keys(root).slice(0, 5);
  throw inputError(
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
    return value as Record<string, unknown>; // an object that is no array has string keys
  }
  const what = Array.isArray(value) ? "an array" : JSON.stringify(value);
  throw inputError(
    "spec/not-an-object",
    { file, pointer },
    `an object is needed here, not ${(what ?? "nothing").slice(0, 80)}`,
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
