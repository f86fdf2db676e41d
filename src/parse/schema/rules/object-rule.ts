// `type: object` → an object with fields, a map, an empty or an unknown
// object.

import { createDiagnostic } from "../../../diagnostics/diagnostic.js";
import { quote } from "../../../diagnostics/quote.js";
import type { PresenceFacts, RawSchema } from "../../../dialects/dialect.js";
import { appendPointer } from "../../../document/pointer.js";
import { combineUnion } from "../../../ir/query/combine-types.js";
import type {
  Field,
  MapType,
  TypeExpr,
  UnknownObjectType,
} from "../../../ir/type-expr.js";
import type { GeneralRule } from "../general-rule.js";
import { isAnnotated } from "../is-annotated.js";
import { impliedType } from "../json-types-of.js";
import { readObjectConstraints } from "../read-constraints.js";
import { isRecord, readDefault, readText } from "../read-schema.js";
import type { RuleContext } from "../rule-context.js";

/** @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2 */
export const objectRule: GeneralRule = {
  summary:
    "properties or required → an object; additionalProperties alone → a map; neither → opaque",
  build(schema, pointer, rules) {
    const { properties } = schema;
    const isObject =
      schema.type === "object" || impliedType(schema) === "object";
    if (!isObject) return null;
    const additional = buildAdditional(schema, pointer, rules);
    const constraints = readObjectConstraints(schema);
    const listed = properties ?? {};
    if (!isRecord(listed)) {
      reportWrong(properties, "properties", "an object", pointer, rules);
      return { kind: "unknownObject" };
    }
    const fields = buildFields(schema, listed, additional, pointer, rules);
    if (fields.length === 0) {
      const keys = buildKeys(schema, pointer, rules);
      if (additional !== null || keys !== null) {
        return {
          ...mapOf(keys, additional ?? { kind: "anyValue" }),
          ...constraints,
        };
      }
      const closed =
        isRecord(properties) || schema.additionalProperties === false;
      return { kind: closed ? "emptyObject" : "unknownObject", ...constraints };
    }
    const description = readText(schema.description, rules.dialect);
    const title = typeof schema.title === "string" ? schema.title : null;
    return {
      kind: "object",
      fields,
      additional,
      pointer,
      description,
      title,
      ...constraints,
    };
  },
};

function mapOf(
  keys: TypeExpr | null,
  values: TypeExpr,
): MapType | UnknownObjectType {
  return keys === null && values.kind === "anyValue"
    ? { kind: "unknownObject" }
    : { kind: "map", keys, values };
}

/**
 * The type of a map's keys, if `propertyNames` is an enum of strings; types
 * cannot express other constraints on names.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2.4
 */
function buildKeys(
  { propertyNames }: RawSchema,
  pointer: string,
  { context, references }: RuleContext,
): TypeExpr | null {
  if (!isRecord(propertyNames)) return null;
  const model = references.findModel(propertyNames.$ref);
  const schema = model === null ? propertyNames : references.schemaOf(model);
  const values = isRecord(schema) ? schema.enum : null;
  if (!Array.isArray(values)) return null;
  if (!values.every((value) => typeof value === "string")) return null;
  return context.build(propertyNames, `${pointer}/propertyNames`);
}

function buildFields(
  schema: RawSchema,
  properties: RawSchema,
  additional: TypeExpr | null,
  pointer: string,
  rules: RuleContext,
): Field[] {
  const listed = schema.required ?? [];
  if (!Array.isArray(listed)) {
    reportWrong(listed, "required", "a list of names", pointer, rules);
  }
  const required = new Set<unknown>(Array.isArray(listed) ? listed : []);
  const declared = Object.entries(properties).map(([name, property]): Field => {
    const at = appendPointer(pointer, "properties", name);
    const built = rules.context.build(property, at);
    const raw = isRecord(property) ? property : {};
    const facts = {
      required: required.has(name),
      nullable: built.kind === "nullable",
    };
    return {
      required: facts.required,
      nullable: facts.nullable,
      name,
      pointer: at,
      description: readText(raw.description, rules.dialect),
      present: isFieldPresent(facts, at, rules),
      deprecated: raw.deprecated === true,
      default: readDefault(raw),
      readOnly: isAnnotated(property, "readOnly", rules.references),
      writeOnly: isAnnotated(property, "writeOnly", rules.references),
      type: built.kind === "nullable" ? built.type : built,
    };
  });
  const names = new Set(
    [...required].filter(
      (name): name is string =>
        typeof name === "string" && !Object.hasOwn(properties, name),
    ),
  );
  return [
    ...declared,
    ...buildUndeclared(names, schema, additional, pointer, rules),
  ];
}

/**
 * Fields for the names in `required` that the schema does not declare, as `a`
 * in `{required: [a], properties: {b}}`: `required` is asserted wherever it
 * stands. Such a field has the type of other properties, or any. Where another
 * part of an intersection declares it, both are joined.
 * @see
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-6.5.3
 */
function buildUndeclared(
  names: ReadonlySet<string>,
  schema: RawSchema,
  additional: TypeExpr | null,
  pointer: string,
  rules: RuleContext,
): Field[] {
  if (schema.additionalProperties === false) return [];
  const type = additional ?? ({ kind: "anyValue" } as const);
  return [...names].map((name): Field => {
    const at = `${pointer}/required`;
    const facts = { required: true, nullable: type.kind === "nullable" };
    return {
      ...facts,
      name,
      pointer: at,
      description: null,
      present: isFieldPresent(facts, at, rules),
      deprecated: false,
      default: null,
      readOnly: false,
      writeOnly: false,
      type: type.kind === "nullable" ? type.type : type,
    };
  });
}

/**
 * In a request, only required properties are always present; observations of
 * real objects apply to responses.
 */
function isFieldPresent(
  facts: PresenceFacts,
  pointer: string,
  { context, dialect }: RuleContext,
): boolean {
  return context.direction === "request"
    ? facts.required
    : dialect.isPresent(facts, pointer);
}

/**
 * The type of properties that are not listed; null if there is none, or if
 * they are forbidden.
 */
function buildAdditional(
  schema: RawSchema,
  pointer: string,
  { context }: RuleContext,
): TypeExpr | null {
  const types: TypeExpr[] = [];
  const { patternProperties } = schema;
  // `unevaluatedProperties` applies if `additionalProperties` is absent.
  const keyword =
    schema.additionalProperties === undefined &&
    isRecord(schema.unevaluatedProperties)
      ? "unevaluatedProperties"
      : "additionalProperties";
  const others = schema[keyword];
  if (others !== undefined && others !== false) {
    types.push(context.build(others, `${pointer}/${keyword}`));
  }
  if (isRecord(patternProperties)) {
    for (const [pattern, property] of Object.entries(patternProperties)) {
      const at = appendPointer(pointer, "patternProperties", pattern);
      types.push(context.build(property, at));
    }
  }
  return types.length === 0 ? null : combineUnion(types);
}

function reportWrong(
  value: unknown,
  keyword: string,
  needed: string,
  pointer: string,
  { context }: RuleContext,
): void {
  context.report(
    createDiagnostic(
      "schema/wrong-value",
      { file: context.file, pointer: `${pointer}/${keyword}` },
      `"${keyword}" must be ${needed}, not ${quote(value)}`,
    ),
  );
}
