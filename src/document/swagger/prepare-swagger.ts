// A Swagger 2.0 document → a copy that says the same in ways that its converter gets
// right: each rewriting here is of something that it would lose or stumble over.

import { inputError } from "../../diagnostics/input-error.js";
import { quote } from "../../diagnostics/quote.js";
import { copyTree } from "../copy-tree.js";
import { isObject } from "../is-object.js";
import { appendPointer, resolvePointer } from "../pointer.js";
import type { SpecTree } from "../spec-tree.js";
import { walkDocument } from "../walk-document.js";
import { markPlaces, type PlaceMarks } from "./mark-places.js";

type SwaggerParameter = Record<string, unknown>;

/** @see https://spec.openapis.org/oas/v2.0.html#path-item-object */
const swaggerMethods = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
];

interface PreparedSwagger {
  readonly swagger: Record<string, unknown>;
  readonly marks: PlaceMarks;
}

/** A copy: the converter takes an object that stands in two places for an error. */
export function prepareSwagger(tree: SpecTree): PreparedSwagger {
  const swagger: unknown = copyTree(tree.root);
  if (!isObject(swagger)) throw new TypeError("a document is an object");
  requireObjects(swagger, tree.file);
  swagger.swagger = "2.0";
  swagger.info ??= { title: "", version: "" };
  const paths = isObject(swagger.paths) ? swagger.paths : {};
  swagger.paths = paths;
  const marks = markPlaces(swagger); // while all is where the references say
  for (const item of Object.values(paths)) {
    if (isObject(item)) lowerBodies(item, swagger);
  }
  walkDocument(swagger, (object, _place, kind) => {
    // The copy is this function's own, so what the walk shows may be changed.
    const own = object as Record<string, unknown>;
    if (kind === "words") keepNull(own);
    if (kind === "names") keepEmpty(own);
  });
  return { swagger, marks };
}

/**
 * Parameters of a path that make up the body → parameters of its operations, where an
 * operation does not have its own: the converter forgets those of an operation with none.
 */
function lowerBodies(
  item: Record<string, unknown>,
  swagger: Record<string, unknown>,
): void {
  const shared = item.parameters;
  if (!Array.isArray(shared)) return;
  const resolve = (parameter: unknown): SwaggerParameter => {
    const ref = isObject(parameter) ? parameter.$ref : undefined;
    const found =
      typeof ref === "string" ? resolvePointer(swagger, ref) : parameter;
    return isObject(found) ? found : {};
  };
  const bodies = shared.filter((one) => isBody(resolve(one)));
  if (bodies.length === 0) return;
  item.parameters = shared.filter((one) => !bodies.includes(one));
  for (const method of swaggerMethods) {
    const operation = item[method];
    if (!isObject(operation)) continue;
    const own: unknown[] = Array.isArray(operation.parameters)
      ? operation.parameters
      : [];
    const inherited = bodies.filter(
      (one) => !own.some((other) => replaces(resolve(other), resolve(one))),
    );
    // Copies: the converter marks the parameters that it has seen.
    operation.parameters = [...structuredClone(inherited), ...own];
  }
}

function isBody({ in: place }: SwaggerParameter): boolean {
  return place === "body" || place === "formData";
}

/** There can be one body; other parameters are told apart by place and name. */
function replaces(own: SwaggerParameter, inherited: SwaggerParameter): boolean {
  if (own.in === "body" || inherited.in === "body") return isBody(own);
  return own.in === inherited.in && own.name === inherited.name;
}

/**
 * `{$ref, x-nullable}` → `{$ref, nullable}`: siblings of a reference are kept as they
 * are. `{enum: [a, null]}` → `{enum: [a], nullable}`: every null is taken out.
 */
function keepNull(schema: Record<string, unknown>): void {
  if (schema.$ref !== undefined && schema["x-nullable"] === true) {
    delete schema["x-nullable"];
    schema.nullable = true;
  }
  if (Array.isArray(schema.enum) && schema.enum.includes(null)) {
    schema.enum = schema.enum.filter((value) => value !== null);
    schema["x-nullable"] = true;
  }
}

/** `{name: null}` → `{name: {}}`: what YAML makes of a property of which nothing is said. */
function keepEmpty(names: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(names)) {
    if (value === null) names[name] = {};
  }
}

/** Where these are something else the converter ends in errors of its own code. */
function requireObjects(swagger: Record<string, unknown>, file: string): void {
  const require = (value: unknown, ...keys: string[]): void => {
    if (value === undefined || value === null || isObject(value)) return;
    throw inputError(
      "spec/not-an-object",
      { file, pointer: appendPointer("#", ...keys) },
      `expected an object, got ${quote(value).slice(0, 40)}`,
    );
  };
  for (const key of [
    "info",
    "paths",
    "definitions",
    "parameters",
    "responses",
  ]) {
    const value = swagger[key];
    require(value, key);
    if (!isObject(value) || key === "info") continue;
    for (const [name, entry] of Object.entries(value)) {
      if (!name.startsWith("x-") && typeof entry !== "boolean") {
        require(entry, key, name);
      }
    }
  }
}
