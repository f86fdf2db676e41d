// One model → the view of its validator module.

import { sortedByBytes } from "../../../ir/compare-bytes.js";
import type { Model } from "../../../ir/model.js";
import type { TypeExpr } from "../../../ir/type-expr.js";
import {
  type Code,
  code,
  stringContent,
  type Word,
  word,
} from "../../../languages/printable.js";
import { tsLineComment } from "../../../languages/typescript/escape-comment.js";
import type { ImportView } from "../../../languages/typescript/import-view.js";
import { importView } from "../../../languages/typescript/import-view.js";
import type { LowerContext } from "../lower-context.js";
import type { LoweredFile } from "../models/lower-model.js";
import type { ValidatorView } from "../typescript-view.js";
import type { WrittenChecks } from "./check-file.js";
import { writeChecks } from "./write-checks.js";

/** Types of `validation.ts`. A model with such a name is imported under another one. */
const typeImports: ReadonlySet<string> = new Set([
  ...["Branch", "Check", "Checker", "Loose", "ParseOptions", "Parsed"],
  ...["Presence", "StandardSchema"],
]);

export interface LoweredValidator {
  readonly view: ValidatorView;
  /** True if it imports `generic-checks.ts`. */
  readonly usesGenerics: boolean;
}

export function lowerValidator(
  model: Model,
  models: ReadonlyMap<string, Model>,
  checkNames: ReadonlySet<string>,
  lowered: LoweredFile | undefined,
  context: LowerContext,
): LoweredValidator {
  const { type: name } = context.namesOf(model.name);
  const nestedNames = new Map<TypeExpr, Word>(
    (lowered?.printer.nested ?? []).map(({ type, name }) => [type, name]),
  );
  const schema = word`${name}Schema`;
  const typeAs = createTypeAs(
    schema,
    new Set<string>([name, ...nestedNames.values()]),
  );
  const written = writeChecks(model, {
    ...context,
    models,
    checkNames,
    nestedNames,
    typeAs,
  });
  const standard =
    schema === "StandardSchema" ? word`SchemaOf` : word`StandardSchema`;
  const view: ValidatorView = {
    pointer: tsLineComment(model.pointer),
    imports: validatorImports(model, written, standard, typeAs, context),
    name,
    type: typeAs(name),
    standard,
    check: word`check${name}`,
    schema,
    checks: written.checks,
    properties: written.properties,
    constants: written.constants,
  };
  return { view, usesGenerics: written.generics.size > 0 };
}

function validatorImports(
  model: Model,
  written: WrittenChecks,
  standard: Word,
  typeAs: (type: Word) => Word,
  { namesOf }: LowerContext,
): readonly ImportView[] {
  const { type: name, file } = namesOf(model.name);
  const own = [...new Set([name, ...written.types])];
  const used = [...written.shared];
  const others = [...written.models].filter((other) => other !== model.name);
  const checks = others.map((other) => {
    const { type, file: from } = namesOf(other);
    return importView(stringContent`./${from}.js`, [word`check${type}`], false);
  });
  return [
    ...genericImports(written),
    importView(
      stringContent`../model/${file}.js`,
      own.map((type) => importAs(type, typeAs(type))),
    ),
    importView(
      stringContent`../serialization.js`,
      [code`clone`, code`stringify`],
      false,
    ),
    importView(stringContent`../validation.js`, [
      word`Check`,
      ...(written.properties.length > 0 ? [word`Loose`] : []),
      word`ParseOptions`,
      word`Parsed`,
      word`Presence`,
      importAs(word`StandardSchema`, standard),
      ...used.filter((one) => typeImports.has(one)),
    ]),
    importView(
      stringContent`../validation.js`,
      [
        word`accepts`,
        word`parse`,
        word`safeParse`,
        word`standardSchema`,
        ...used.filter((one) => !typeImports.has(one)),
      ],
      false,
    ),
    ...sortedByBytes(checks, ({ from }) => from),
  ];
}

function genericImports({ generics }: WrittenChecks): readonly ImportView[] {
  if (generics.size === 0) return [];
  const from = stringContent`../generic-checks.js`;
  return [importView(from, [...generics], false)];
}

function importAs(name: Word, here: Word): Code {
  return name === here ? name : code`${name} as ${here}`;
}

/** Renames imported types that collide with `validation.ts` or with the schema constant. */
function createTypeAs(
  schema: Word,
  own: ReadonlySet<string>,
): (type: Word) => Word {
  return (type) => {
    if (!typeImports.has(type) && type !== schema) return type;
    let name = word`${type}Model`;
    while (own.has(name)) name = word`${name}Model`;
    return name;
  };
}
