// One model → the view of the module that checks its values.

import { sortedByBytes } from "../../model/byte-order.js";
import type { Model } from "../../model/model.js";
import type { TypeExpr } from "../../model/type-expr.js";
import type { WrittenChecks } from "./check-file.js";
import { printWidth } from "./layout.js";
import { layoutCall } from "./layout-code.js";
import { layoutImport } from "./layout-import.js";
import type { LowerContext } from "./lower-context.js";
import type { LoweredFile } from "./lower-model.js";
import { textWidth } from "./text-width.js";
import type { ImportView, ValidatorView } from "./view.js";
import { writeChecks } from "./write-checks.js";

/** Types of `validation.ts`: they are imported as types, and models give way to them. */
const types: ReadonlySet<string> = new Set([
  ...["Branch", "Check", "Checker", "Loose", "ParseOptions", "Parsed"],
  ...["Presence", "StandardSchema"],
]);

export function lowerValidator(
  model: Model,
  models: ReadonlyMap<string, Model>,
  checkNames: ReadonlySet<string>,
  lowered: LoweredFile | undefined,
  context: LowerContext,
): ValidatorView {
  const { type: name } = context.namesOf(model.name);
  const nestedNames = new Map<TypeExpr, string>(
    (lowered?.printer.nested ?? []).map((one) => [one.type, one.name]),
  );
  const schema = `${name}Schema`;
  const typeAs = createTypeAs(schema, new Set([name, ...nestedNames.values()]));
  const written = writeChecks(model, {
    ...context,
    models,
    checkNames,
    nestedNames,
    typeAs,
  });
  const check = `check${name}`;
  const args = [check, "json", "options"];
  const standard = schema === "StandardSchema" ? "SchemaOf" : "StandardSchema";
  return {
    pointer: model.pointer.replace(/\s/g, " ").trimEnd(),
    imports: importsOf(model, written, standard, typeAs, context),
    name,
    type: typeAs(name),
    standard,
    broken: isTooWide(`parse${name}`, typeAs(name)),
    brokenSafeParse: isTooWide(`safeParse${name}`, `Parsed<${typeAs(name)}>`),
    brokenGuard: isTooWide(`is${name}`, `json is ${typeAs(name)}`),
    brokenStringify: isTooWideFor(`stringify${name}`, typeAs(name), "string"),
    brokenClone: isTooWideFor(`clone${name}`, typeAs(name), typeAs(name)),
    parse: layoutCall("return parse", args, 2),
    safeParse: layoutCall("return safeParse", args, 2),
    accepts: layoutCall("return accepts", args, 2),
    schema,
    standardSchema: layoutCall("standardSchema", [check], 2, pure),
    checks: written.checks,
    properties: written.properties,
    constants: written.constants,
  };
}

function importsOf(
  model: Model,
  written: WrittenChecks,
  standard: string,
  typeAs: (type: string) => string,
  { namesOf }: LowerContext,
): readonly ImportView[] {
  const { type: name, file } = namesOf(model.name);
  const own = [...new Set([name, ...written.types])];
  const used = [...written.shared];
  const others = [...written.models].filter((other) => other !== model.name);
  const checks = others.map((other) => {
    const { type, file: from } = namesOf(other);
    return layoutImport(`./${from}.js`, [`check${type}`], false);
  });
  return [
    layoutImport(
      `../model/${file}.js`,
      own.map((type) => importAs(type, typeAs(type))),
    ),
    layoutImport("../serialization.js", ["clone", "stringify"], false),
    layoutImport("../validation.js", [
      "Check",
      ...(written.properties.length > 0 ? ["Loose"] : []),
      "ParseOptions",
      "Parsed",
      "Presence",
      importAs("StandardSchema", standard),
      ...used.filter((one) => types.has(one)),
    ]),
    layoutImport(
      "../validation.js",
      [
        "accepts",
        "parse",
        "safeParse",
        "standardSchema",
        ...used.filter((one) => !types.has(one)),
      ],
      false,
    ),
    ...sortedByBytes(checks, ({ from }) => from),
  ];
}

function importAs(name: string, here: string): string {
  return name === here ? name : `${name} as ${here}`;
}

/** A type that has the name of one of `validation.ts`, or of the schema, is renamed. */
function createTypeAs(
  schema: string,
  own: ReadonlySet<string>,
): (type: string) => string {
  return (type) => {
    if (!types.has(type) && type !== schema) return type;
    let name = `${type}Model`;
    while (own.has(name)) name += "Model";
    return name;
  };
}

/** What stands before the call that makes a schema. */
const pure = textWidth("  /* @__PURE__ */ ");

function isTooWide(name: string, result: string): boolean {
  const head = `export function ${name}(json: unknown, options?: ParseOptions): ${result} {`;
  return textWidth(head) > printWidth;
}

function isTooWideFor(name: string, type: string, result: string): boolean {
  const head = `export function ${name}(value: ${type}): ${result} {`;
  return textWidth(head) > printWidth;
}
