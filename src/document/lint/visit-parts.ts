// Visits every part of a document that lint rules check. Visits each part once, at its
// declaration; does not follow references to it.

import { isObject } from "../is-object.js";
import {
  declaredParameters,
  followReference,
  overrideParameters,
} from "./declared-parameters.js";
import { type LintPlace, lintPlaceBelow } from "./lint-place.js";
import {
  type Checks,
  type Facts,
  type LintedPart,
  type LintedPath,
  lintedMethods,
  type SchemaRole,
} from "./lint-rule.js";

/** How the value of a keyword contains schemas: as a list, by name, or as a single one. */
const subschemas = new Map<string, "branches" | "named" | "one">([
  ["additionalProperties", "one"],
  ["allOf", "branches"],
  ["anyOf", "branches"],
  ["$defs", "named"],
  ["items", "one"],
  ["not", "one"],
  ["oneOf", "branches"],
  ["patternProperties", "named"],
  ["prefixItems", "branches"],
  ["properties", "named"],
]);

/** Runs all checks on the document. */
export function visitParts(checks: Checks, facts: Facts): void {
  new VisitPart(checks, facts).document();
}

class VisitPart {
  readonly #checks: Checks;
  readonly #facts: Facts;

  constructor(checks: Checks, facts: Facts) {
    this.#checks = checks;
    this.#facts = facts;
  }

  document(): void {
    const { root } = this.#facts;
    const part = { raw: root, place: null };
    for (const check of this.#checks.document) check(part, this.#facts);
    this.#each(
      root.paths,
      lintPlaceBelow(null, "paths"),
      (item, place, key) => {
        if (key.startsWith("/")) this.#path(item, place, key);
      },
    );
    this.#each(root.webhooks, lintPlaceBelow(null, "webhooks"), (item, place) =>
      this.#path(item, place, null),
    );
    this.#shared(root, null);
    if (isObject(root.components)) {
      this.#shared(root.components, lintPlaceBelow(null, "components"));
    }
  }

  /** Visits shared parts, which are in `components`, or at the root in 2.0. */
  #shared(raw: LintedPart["raw"], place: LintPlace): void {
    const each = (
      key: string,
      visit: (value: unknown, place: LintPlace) => void,
    ) => this.#each(raw[key], lintPlaceBelow(place, key), visit);
    each("parameters", (value, at) => this.#parameter(value, at));
    each("responses", (value, at) => this.#response(value, at));
    each("headers", (value, at) => this.#header(value, at));
    each("requestBodies", (value, at) => this.#content(value, at, "other"));
    each("definitions", (value, at) => this.#schema(value, at, "other"));
    each("schemas", (value, at) => this.#schema(value, at, "other"));
  }

  #path(value: unknown, place: LintPlace, path: string | null): void {
    const { root } = this.#facts;
    const raw = followReference(root, value);
    if (raw === null) return;
    const part: LintedPath = { raw, place, path };
    for (const check of this.#checks.path) check(part, this.#facts);
    this.#parameters(part);
    for (const method of lintedMethods) {
      const operation = raw[method];
      if (!isObject(operation)) continue;
      this.#operation(
        { raw: operation, place: lintPlaceBelow(place, method) },
        part,
      );
    }
  }

  #operation(part: LintedPart, path: LintedPath): void {
    this.#checkOperation(part, path);
    const { raw, place } = part;
    this.#parameters(part);
    this.#content(
      raw.requestBody,
      lintPlaceBelow(place, "requestBody"),
      "other",
    );
    this.#each(
      raw.responses,
      lintPlaceBelow(place, "responses"),
      (response, at) => this.#response(response, at),
    );
    this.#each(
      raw.callbacks,
      lintPlaceBelow(place, "callbacks"),
      (callback, at) =>
        this.#each(callback, at, (item, inner) =>
          this.#path(item, inner, null),
        ),
    );
  }

  /** Resolving parameters is slow, and only rules of some versions need them. */
  #checkOperation(part: LintedPart, path: LintedPath): void {
    if (this.#checks.operation.length === 0) return;
    const { root } = this.#facts;
    const shared = declaredParameters(root, path);
    const overrides = declaredParameters(root, part);
    const all = overrideParameters(shared, overrides);
    for (const check of this.#checks.operation) {
      check({ ...part, all }, this.#facts);
    }
  }

  #parameters({ raw, place }: LintedPart): void {
    if (!Array.isArray(raw.parameters)) return;
    const at = lintPlaceBelow(place, "parameters");
    for (const [index, value] of raw.parameters.entries()) {
      this.#parameter(value, lintPlaceBelow(at, index));
    }
  }

  #parameter(value: unknown, place: LintPlace): void {
    if (!isInlineObject(value)) return;
    const part = { raw: value, place };
    for (const check of this.#checks.parameter) check(part, this.#facts);
    this.#schema(value.schema, lintPlaceBelow(place, "schema"), "other");
    this.#content(value, place, "other");
  }

  #response(value: unknown, place: LintPlace): void {
    if (!isInlineObject(value)) return;
    this.#each(value.headers, lintPlaceBelow(place, "headers"), (header, at) =>
      this.#header(header, at),
    );
    this.#schema(value.schema, lintPlaceBelow(place, "schema"), "response");
    this.#content(value, place, "response");
  }

  #header(value: unknown, place: LintPlace): void {
    if (!isInlineObject(value)) return;
    const part = { raw: value, place };
    for (const check of this.#checks.header) check(part, this.#facts);
    this.#schema(value.schema, lintPlaceBelow(place, "schema"), "other");
  }

  /** Visits the media types of a body, a response or a parameter, since version 3. */
  #content(value: unknown, place: LintPlace, role: SchemaRole): void {
    if (!isInlineObject(value)) return;
    this.#each(value.content, lintPlaceBelow(place, "content"), (media, at) => {
      if (isObject(media))
        this.#schema(media.schema, lintPlaceBelow(at, "schema"), role);
    });
  }

  /** Most parts are schemas: this uses loops and creates few objects, for speed. */
  #schema(value: unknown, place: LintPlace, role: SchemaRole): void {
    if (!isInlineObject(value)) return;
    const part = { raw: value, place, role };
    for (const check of this.#checks.schema) check(part, this.#facts);
    for (const key in value) {
      const kind = subschemas.get(key);
      if (kind === undefined) continue;
      const at = lintPlaceBelow(place, key);
      const inner = value[key];
      if (kind === "one") this.#schema(inner, at, "other");
      else if (kind === "named" && isObject(inner)) {
        for (const name in inner) {
          this.#schema(inner[name], lintPlaceBelow(at, name), "other");
        }
      } else if (kind === "branches" && Array.isArray(inner)) {
        for (let index = 0; index < inner.length; index += 1) {
          this.#schema(inner[index], lintPlaceBelow(at, index), "branch");
        }
      }
    }
  }

  #each(
    value: unknown,
    place: LintPlace,
    visit: (value: unknown, place: LintPlace, key: string) => void,
  ): void {
    if (!isObject(value)) return;
    for (const key of Object.keys(value)) {
      visit(value[key], lintPlaceBelow(place, key), key);
    }
  }
}

/** True for an object declared here, not a reference: its target is visited elsewhere. */
function isInlineObject(value: unknown): value is LintedPart["raw"] {
  return isObject(value) && value.$ref === undefined;
}
