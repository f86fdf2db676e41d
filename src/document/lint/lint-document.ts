// A parsed document, of Swagger 2.0 or OpenAPI 3, as it was written → where it breaks
// the letter of the specification. All of it as warnings: many real documents do, and
// something can be generated from them. What building models and operations tells of,
// with what it makes of it, is not told of twice.

import {
  createDiagnostic,
  type Diagnostic,
} from "../../diagnostics/diagnostic.js";
import { isObject } from "../is-object.js";
import type { SpecTree } from "../spec-tree.js";
import { pointerTo } from "./lint-place.js";
import type { Checks, Facts, LintRule, Raw, Version } from "./lint-rule.js";
import { lintRules } from "./lint-rules.js";
import { visitParts } from "./visit-parts.js";

/** What many operations share is told of once; a root that is no object has no parts. */
export function lintDocument({
  file,
  root,
}: Pick<SpecTree, "file" | "root">): Diagnostic[] {
  if (!isObject(root)) return [];
  const found = new Map<string, Diagnostic>();
  const tell: Facts["tell"] = (code, place, message, help) => {
    const pointer = pointerTo(place);
    const fault = createDiagnostic(code, { file, pointer }, message, help);
    found.set([code, pointer, message].join("\0"), fault);
  };
  const version = readSpecVersion(root);
  visitParts(findChecks(version), { root, version, tell });
  return [...found.values()];
}

function findChecks(version: Version): Checks {
  const rules = lintRules.filter(
    ({ appliesTo }) => appliesTo?.(version) ?? true,
  );
  const checksOf = <Kind extends keyof Checks>(
    kind: Kind,
  ): readonly NonNullable<LintRule[Kind]>[] =>
    rules.flatMap((rule) => rule[kind] ?? []);
  return {
    document: checksOf("document"),
    path: checksOf("path"),
    operation: checksOf("operation"),
    parameter: checksOf("parameter"),
    header: checksOf("header"),
    schema: checksOf("schema"),
  };
}

/** `{openapi: "3.1.0"} → {major: 3, minor: 1}` */
function readSpecVersion({ openapi, swagger }: Raw): Version {
  if (swagger !== undefined) return { major: 2, minor: 0 };
  const [, minor = "0"] = String(openapi).split(".");
  return { major: 3, minor: Number(minor) };
}
