// Runs the lint rules on a document of any version. Violations are warnings, since many
// real documents have some, and code can still be generated from them. Problems that
// the parser reports are not reported again.

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

/**
 * Returns each violation once, even where many operations share the part. Returns
 * nothing for a root that is not an object, which parsing reports.
 */
export function lintDocument({
  file,
  root,
}: Pick<SpecTree, "file" | "root">): Diagnostic[] {
  if (!isObject(root)) return [];
  const warnings = new Map<string, Diagnostic>();
  const report: Facts["report"] = (code, place, message, help) => {
    const pointer = pointerTo(place);
    const warning = createDiagnostic(code, { file, pointer }, message, help);
    warnings.set([code, pointer, message].join("\0"), warning);
  };
  const version = readSpecVersion(root);
  visitParts(findChecks(version), { root, version, report });
  return [...warnings.values()];
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
