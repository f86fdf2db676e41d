// A Swagger 2.0 document → an equivalent OpenAPI 3.0 document. `origins` then has the
// location of each moved part in the user's files.
// @see https://spec.openapis.org/oas/v2.0.html

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { isObject } from "../is-object.js";
import { setOwn } from "../set-own.js";
import type { SpecTree } from "../spec-tree.js";
import type { Origins } from "../trace-origin.js";
import { kindBelow } from "../walk-document.js";
import { pointReferences } from "./point-references.js";
import { requireObjects } from "./require-objects.js";
import {
  childPart,
  entriesOf,
  moved,
  rootPart,
  type SwaggerPart,
  type UpgradeContext,
} from "./swagger-part.js";
import { isBody, listParameter, upgradeBodyParameter } from "./upgrade-body.js";
import { upgradeParameter } from "./upgrade-parameter.js";
import { mediaTypes, upgradePathItem } from "./upgrade-path-item.js";
import { upgradeResponse } from "./upgrade-response.js";
import { upgradeSecurityScheme, upgradeServers } from "./upgrade-servers.js";
import { upgradePart } from "./upgrade-value.js";

/** True for `swagger: "2.0"`, and for `swagger: 2.0`, which is the number 2 in YAML. */
export function isSwagger(root: unknown): boolean {
  if (!isObject(root) || root.openapi !== undefined) return false;
  return root.swagger === 2 || /^2(\.0+)?$/.test(String(root.swagger));
}

/** Throws `InputError` if a value that must be an object is not one. */
export function upgradeSpec(
  tree: SpecTree,
  origins: Origins,
  report: Report,
): SpecTree {
  if (isObject(tree.root) && typeof tree.root.swagger === "number") {
    report(
      createDiagnostic(
        "spec/version-number",
        { file: tree.file, pointer: "#/swagger" },
        "the version is the number 2, and is read as 2.0",
      ),
    );
  }
  requireObjects(tree);
  const root = rootPart(tree.root, tree.file);
  const context: UpgradeContext = { root, origins, deepReferences: [] };
  const made = upgradeRoot(context);
  pointReferences(made, context);
  return { ...tree, root: made };
}

/** Root fields that have another location or form in OpenAPI 3.0. */
const rootOnlyFields: ReadonlySet<string> = new Set([
  "basePath",
  "consumes",
  "definitions",
  "host",
  "parameters",
  "paths",
  "produces",
  "responses",
  "schemes",
  "securityDefinitions",
  "swagger",
]);

function upgradeRoot(context: UpgradeContext): Record<string, unknown> {
  const { root } = context;
  const made: Record<string, unknown> = { openapi: "3.0.4" };
  for (const [key, child] of entriesOf(root, context)) {
    if (rootOnlyFields.has(key) || child.value === null) continue;
    const kind = kindBelow("words", key, Array.isArray(child.value));
    setOwn(made, key, upgradePart(child, context, kind));
  }
  const { info } = made;
  if (isObject(info) && typeof info.version === "number") {
    info.version = String(info.version);
  }
  const servers = upgradeServers(root, context);
  if (servers.length > 0) made.servers = servers;
  const paths = childPart(root, "paths", context);
  made.paths = upgradeEntries(paths, context, upgradePathItem);
  made.components = upgradeComponents(context);
  return made;
}

function upgradeComponents(context: UpgradeContext): Record<string, unknown> {
  const { root } = context;
  const area = (key: string) => childPart(root, key, context);
  const parameters = area("parameters");
  const isBodyPart = (part: SwaggerPart) =>
    isBody(listParameter(part, context));
  const consumes = mediaTypes(root, "consumes", context);
  const produces = mediaTypes(root, "produces", context);
  return {
    schemas: upgradePart(area("definitions"), context, "names") ?? {},
    parameters: upgradeEntries(parameters, context, (part) =>
      isBodyPart(part) ? undefined : upgradeParameter(part, context),
    ),
    requestBodies: upgradeEntries(parameters, context, (part) =>
      isObject(part.value) && part.value.in === "body"
        ? upgradeBodyParameter(part, consumes, context)
        : undefined,
    ),
    responses: upgradeEntries(area("responses"), context, (part) =>
      upgradeResponse(part, produces, context),
    ),
    securitySchemes: upgradeEntries(
      area("securityDefinitions"),
      context,
      upgradeSecurityScheme,
    ),
  };
}

/** Upgrades a map of names; omits entries for which `upgrade` returns undefined. */
function upgradeEntries(
  map: SwaggerPart,
  context: UpgradeContext,
  upgrade: (part: SwaggerPart, context: UpgradeContext) => unknown,
): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [name, part] of entriesOf(map, context)) {
    const value = upgrade(part, context);
    if (value !== undefined) setOwn(made, name, value);
  }
  return moved(made, map, context);
}
