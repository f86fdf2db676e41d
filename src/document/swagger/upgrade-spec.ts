// A Swagger 2.0 document → the OpenAPI 3.0 document that says the same, by
// swagger2openapi. The library is loaded only where there is such a document, and is
// given one that it gets right: what it would lose is seen to before and after.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { inputError } from "../../diagnostics/input-error.js";
import { isObject } from "../is-object.js";
import { appendPointer, parsePointer } from "../pointer.js";
import type { SpecTree } from "../spec-tree.js";
import { walkDocument } from "../walk-document.js";
import { hideNumbers, showNumbers } from "./hide-numbers.js";
import { findMarked } from "./mark-places.js";
import { type NameTable, nameSafely } from "./name-safely.js";
import { prepareSwagger } from "./prepare-swagger.js";

/** Whether the document calls itself Swagger 2.0; `swagger: 2.0` is the number 2 in YAML. */
export function isSwagger(root: unknown): boolean {
  if (!isObject(root) || root.openapi !== undefined) return false;
  return root.swagger === 2 || /^2(\.0+)?$/.test(String(root.swagger));
}

/** Throws `InputError` where the converter finds no sense in the document. */
export async function upgradeSpec(
  tree: SpecTree,
  report: Report,
): Promise<SpecTree> {
  if (isObject(tree.root) && typeof tree.root.swagger === "number") {
    report(
      createDiagnostic(
        "spec/version-number",
        { file: tree.file, pointer: "#/swagger" },
        "the version is the number 2, and is read as 2.0",
      ),
    );
  }
  const { swagger, marks } = prepareSwagger(tree);
  const names = nameSafely(swagger);
  const root = await convertSwagger(swagger, tree.file);
  mendSchemas(root);
  findMarked(root, marks);
  restoreNames(root, names);
  return { ...tree, root };
}

async function convertSwagger(
  swagger: Record<string, unknown>,
  file: string,
): Promise<Record<string, unknown>> {
  const { convertObj } = await import("swagger2openapi");
  // The library prints what it throws; here it becomes a diagnostic.
  const { warn } = globalThis.console;
  globalThis.console.warn = () => {};
  try {
    // The type that the library wants is that of a right document, which is what it is to find out.
    const input = hideNumbers(swagger) as Parameters<typeof convertObj>[0];
    const { openapi } = await convertObj(input, {
      patch: true,
      refSiblings: "preserve",
      text: "unused", // else the whole document is printed, for nothing
      warnOnly: true,
    });
    return { ...(showNumbers(openapi) as typeof openapi) }; // a copy
  } catch (error) {
    if (error instanceof RangeError) throw error; // of the stack: it is nested too deep
    const reason = error instanceof Error ? error.message : String(error);
    throw inputError(
      "spec/not-upgradable",
      { file, pointer: "#" },
      `this Swagger 2.0 document cannot be upgraded: ${reason}`,
    );
  } finally {
    globalThis.console.warn = warn;
  }
}

/** What the library leaves of 2.0 in the schemas of parameters: `x-nullable` and `file`. */
function mendSchemas(root: Record<string, unknown>): void {
  walkDocument(root, (object, _place, kind) => {
    if (kind !== "words") return;
    const schema = object as Record<string, unknown>; // ours alone: the converter made it
    if (schema.type === "file") {
      schema.type = "string";
      schema.format = "binary";
    }
    if (schema["x-nullable"] !== true) return;
    delete schema["x-nullable"];
    const holder = isObject(schema.schema) ? schema.schema : schema;
    holder.nullable = true;
  });
}

/** `Err_1 → Err«String»`, in the components and in the references to them. */
function restoreNames(root: Record<string, unknown>, names: NameTable): void {
  if (names.size === 0) return;
  walkDocument(root, (object, _place, kind) => {
    if (kind === "data" || typeof object.$ref !== "string") return;
    const [components, group, name, ...deeper] =
      parsePointer(object.$ref) ?? [];
    const original = names.get(name ?? "");
    if (components !== "components" || original === undefined) return;
    (object as Record<string, unknown>).$ref = appendPointer(
      "#",
      components,
      group ?? "",
      original.replaceAll("%", "%25"),
      ...deeper,
    );
  });
  const components = isObject(root.components) ? root.components : {};
  for (const [group, entries] of Object.entries(components)) {
    if (!isObject(entries)) continue;
    components[group] = Object.fromEntries(
      Object.entries(entries).map(([name, value]) => [
        names.get(name) ?? name,
        value,
      ]),
    );
  }
}
