// Models → what checks values at run time: a module a model, and what they share.

import { sortedByBytes } from "../../model/byte-order.js";
import type { Model, ModelSet } from "../../model/model.js";
import type { TypeExpr } from "../../model/type-expr.js";
import type { FileView } from "../target.js";
import { createCheckWriter } from "./check-writer.js";
import type { FileGroup } from "./file-group.js";
import { printWidth } from "./layout.js";
import { layoutCall } from "./layout-code.js";
import { layoutImport } from "./layout-import.js";
import type { LowerContext } from "./lower-context.js";
import type { LoweredFile } from "./lower-model.js";
import { lowerParseEvents } from "./lower-parse-events.js";
import { textWidth } from "./text-width.js";
import type {
  FixedView,
  ImportView,
  IndexView,
  ValidatorView,
} from "./view.js";

export function lowerValidators(
  { models, events, version }: ModelSet,
  lowered: ReadonlyMap<string, LoweredFile>,
  context: LowerContext,
): FileGroup {
  const byName = new Map(models.map((model) => [model.name, model]));
  const checkNames = new Set(
    models.map(({ name }) => `check${context.namesOf(name).type}`),
  );
  const exports: ImportView[] = [];
  const files = models.map((model): FileView => {
    const { file, type } = context.namesOf(model.name);
    const names = ["clone", "is", "parse", "safeParse", "stringify"];
    exports.push(
      layoutImport(
        `./validate/${file}.js`,
        [...names.map((name) => name + type), `${type}Schema`],
        false,
      ),
    );
    return {
      path: `validate/${file}.ts`,
      template: "validator",
      model: model.name,
      view: lowerValidator(
        model,
        byName,
        checkNames,
        lowered.get(model.name),
        context,
      ),
    };
  });
  exports.push(
    layoutImport("./serialization.js", ["clone", "stringify"], false),
  );
  const parseEvents =
    events === null ? null : lowerParseEvents(events, version, context);
  if (parseEvents !== null) exports.push(...parseEvents.exports);
  const validators: IndexView = {
    exports: sortedByBytes(exports, ({ from }) => from),
  };
  return {
    files: [
      ...files,
      ...(parseEvents?.files ?? []),
      ...["serialization", "validation"].map((template) => ({
        path: `${template}.ts`,
        template,
        model: null,
        view: { levels: 0 } satisfies FixedView,
      })),
      {
        path: "validators.ts",
        template: "validators",
        model: null,
        view: validators,
      },
    ],
    exports: [],
    shared: new Set(),
    enums: [],
  };
}

/** Types of `validation.ts` that every validator, and those that some, must import. */
const always = ["Check", "Loose", "Parsed", "ParseOptions", "Presence"];
const types: ReadonlySet<string> = new Set([
  ...always,
  "Branch",
  "Checker",
  "StandardSchema",
]);

function lowerValidator(
  model: Model,
  models: ReadonlyMap<string, Model>,
  checkNames: ReadonlySet<string>,
  lowered: LoweredFile | undefined,
  context: LowerContext,
): ValidatorView {
  const { type: name, file } = context.namesOf(model.name);
  const nested = new Map<TypeExpr, string>(
    (lowered?.printer.nested ?? []).map((one) => [one.type, one.name]),
  );
  const schema = `${name}Schema`;
  const typeAs = createTypeAs(schema, new Set([name, ...nested.values()]));
  const writer = createCheckWriter(
    context,
    { owner: name, nestedNames: nested, typeAs },
    models,
    checkNames,
  );
  if (model.kind === "object") writer.declareObject(name, model);
  else writer.declare(name, model.type);
  const check = `check${name}`;
  const args = [check, "json", "options"];
  const others = [...writer.models].filter((other) => other !== model.name);
  const checks = others.map((other) => {
    const names = context.namesOf(other);
    return layoutImport(`./${names.file}.js`, [`check${names.type}`], false);
  });
  const used = [...writer.shared];
  const functions = [
    "accepts",
    "parse",
    "safeParse",
    "standardSchema",
    ...used.filter((one) => !types.has(one)),
  ];
  const standard = schema === "StandardSchema" ? "SchemaOf" : "StandardSchema";
  const usedTypes = [
    "Check",
    ...(writer.properties.length > 0 ? ["Loose"] : []),
    "ParseOptions",
    "Parsed",
    "Presence",
    standard === "StandardSchema" ? standard : `StandardSchema as ${standard}`,
    ...used.filter((one) => types.has(one)),
  ];
  return {
    pointer: model.pointer.replace(/\s/g, " ").trimEnd(),
    imports: [
      layoutImport(
        `../model/${file}.js`,
        [name, ...writer.types]
          .filter(unique)
          .map((own) =>
            typeAs(own) === own ? own : `${own} as ${typeAs(own)}`,
          ),
      ),
      layoutImport("../serialization.js", ["clone", "stringify"], false),
      layoutImport("../validation.js", usedTypes),
      layoutImport("../validation.js", functions, false),
      ...sortedByBytes(checks, ({ from }) => from),
    ],
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
    checks: writer.checks,
    properties: writer.properties,
    constants: writer.constants,
  };
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

function unique<Item>(
  item: Item,
  index: number,
  all: readonly Item[],
): boolean {
  return all.indexOf(item) === index;
}
