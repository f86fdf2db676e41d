// The types that a schema can describe, independent of any language and any
// publisher. Code with a case per kind is a `TypeCases` table
// (`ir/walk/match-type.ts`) or a switch that ends in `assertNever`, so that the
// compiler finds all of it when a kind is added.

import type {
  ArrayConstraints,
  NumberConstraints,
  ObjectConstraints,
  StringConstraints,
} from "./constraints.js";

/** `type: string`. */
export interface StringType {
  readonly kind: "string";
  /** The document's `format`: `decimal`, `int64`, `date-time`, `binary` …; null if it has none. */
  readonly format: string | null;
  readonly constraints?: StringConstraints;
}

/** `type: integer` or `type: number`. */
export interface NumberType {
  readonly kind: "number";
  /** True for `type: integer`. */
  readonly integer: boolean;
  /** The document's `format`: `unix-time`, `int64`, `double` …; null if it has none. */
  readonly format: string | null;
  readonly constraints?: NumberConstraints;
}

/** `type: boolean`. */
export interface BooleanType {
  readonly kind: "boolean";
}

/**
 * A string, number or boolean of the document. Only integers beyond ±(2^53 - 1)
 * are a `bigint`, because a `number` would lose digits.
 */
export type LiteralValue = string | number | bigint | boolean;

/** Exactly one value, `"charge"` or `true`: a `const`, or an `enum` of one value. */
export interface LiteralType {
  readonly kind: "literal";
  readonly value: LiteralValue;
  /** The document's `format` if the value is an integer: `int64`. */
  readonly format?: string;
}

/** One of several values: an `enum`. */
export interface EnumType {
  readonly kind: "enum";
  /** In the document's order, without duplicates and without `null`. */
  readonly values: readonly LiteralValue[];
  /** The document's `format` if all values are integers: `int64`. */
  readonly format?: string;
  /** True if the publisher may add values without notice, so that readers must expect others. */
  readonly open: boolean;
  /** One note per value, in the order of `values`; null if the document has no notes. */
  readonly notes: readonly EnumNote[] | null;
}

/** The document's name and description of one enum value: `x-enum-varnames`. */
export interface EnumNote {
  /** The value's name for code: `Red` for `1`; null if the document has none. */
  readonly name: string | null;
  /** Markdown; null if the document has none. */
  readonly description: string | null;
}

/** Another model: a `$ref`. */
export interface ReferenceType {
  readonly kind: "reference";
  /** The model's `name`. */
  readonly model: string;
  /** `closed` if this use of the model forbids properties that the model does not list. */
  readonly constraints?: Pick<ObjectConstraints, "closed">;
}

/** Another model in which some optional properties are required: a `$ref` beside `required`. */
export interface WithRequiredType {
  readonly kind: "withRequired";
  readonly type: ReferenceType;
  /** Optional properties of the model that are required here; at least one. */
  readonly names: readonly string[];
}

/** `type: array` with one type of item. */
export interface ArrayType {
  readonly kind: "array";
  readonly items: TypeExpr;
  readonly constraints?: ArrayConstraints;
}

/** `prefixItems`: a fixed number of items, each of its own type, then perhaps more. */
export interface TupleType {
  readonly kind: "tuple";
  /** The types of the fixed items, in order. */
  readonly items: readonly TypeExpr[];
  /** The type of all further items; null if there are none. */
  readonly rest: TypeExpr | null;
  readonly constraints?: ArrayConstraints;
}

/** An object with any number of keys and one type of value: `additionalProperties: {…}`. */
export interface MapType {
  readonly kind: "map";
  /** The type of the keys, from `propertyNames`; null if any string is allowed. */
  readonly keys: TypeExpr | null;
  readonly values: TypeExpr;
  readonly constraints?: ObjectConstraints;
}

/** One of several types: `anyOf`, `oneOf`, or `type` with a list. */
export interface UnionType {
  readonly kind: "union";
  /** At least two; none of them is itself a union or nullable. */
  readonly members: readonly TypeExpr[];
  /**
   * True for `oneOf`: a value that fits two members is invalid. Set only if the
   * target needs constraints.
   */
  readonly exclusive?: boolean;
  readonly constraints?: Pick<ObjectConstraints, "closed">;
}

/** All of several types at once: `allOf`. */
export interface IntersectionType {
  readonly kind: "intersection";
  /** At least two. */
  readonly members: readonly TypeExpr[];
  readonly constraints?: Pick<ObjectConstraints, "closed">;
}

/** An object schema without a name: it is declared where it is used. */
export interface InlineObjectType {
  readonly kind: "object";
  /** In the document's order; targets sort them. */
  readonly fields: readonly Field[];
  /** The type of all other properties; null if the document does not declare one. */
  readonly additional: TypeExpr | null;
  /** The location of the schema in the document. */
  readonly pointer: string;
  /** Markdown; null if the document has none, or an empty one. */
  readonly description: string | null;
  /** The document's `title`: a name in some documents, a headline in others; null if it has none. */
  readonly title: string | null;
  readonly constraints?: ObjectConstraints;
}

/** `T | null`. Properties use `Field.nullable` instead. */
export interface NullableType {
  readonly kind: "nullable";
  /** Never nullable itself. */
  readonly type: TypeExpr;
}

/** Only null: `type: "null"`. */
export interface NullType {
  readonly kind: "null";
}

/** An object with an empty list of properties: `{type: object, properties: {}}`. */
export interface EmptyObjectType {
  readonly kind: "emptyObject";
  readonly constraints?: ObjectConstraints;
}

/** An object whose properties are unknown: `{type: object}`. */
export interface UnknownObjectType {
  readonly kind: "unknownObject";
  readonly constraints?: ObjectConstraints;
}

/** Any JSON value: `{}`, `true`. */
export interface AnyValueType {
  readonly kind: "anyValue";
}

/** No value: `false`. */
export interface NoValueType {
  readonly kind: "noValue";
}

/** `List<Charge>`: a generic of the dialect, applied to type arguments. */
export interface GenericType {
  readonly kind: "generic";
  readonly generic: Generic;
  /** One argument per parameter of the generic. */
  readonly args: readonly TypeExpr[];
  /** The constraints of the string that the generic's structure marks as `constrained`. */
  readonly constraints?: StringConstraints;
}

/**
 * A placeholder in `Generic.type`, replaced when the generic is applied. It
 * occurs nowhere else.
 */
export interface ParameterType {
  readonly kind: "parameter";
  /** The index of a type argument, or `constrained`: a string with `GenericType.constraints`. */
  readonly of: number | "constrained";
}

/**
 * A named type with parameters. It is data: code that does not support its role
 * or its language support uses its structure instead (`structureOf`).
 */
export interface Generic {
  /** Its name in generated code: `List`. */
  readonly name: string;
  /** The names of its parameters: `["T"]`; empty for `Metadata`. */
  readonly parameters: readonly string[];
  /** Markdown for the generated declaration. */
  readonly description: string;
  /** Its structure: `{data: T[], has_more: boolean}`. */
  readonly type: TypeExpr;
  /** Null if it means no more than its structure. */
  readonly role: GenericRole | null;
  /** Support by the name of a language. A language without an entry uses the structure. */
  readonly languages: Readonly<Record<string, GenericSupport>>;
}

/** A meaning that the structure does not express. */
export type GenericRole =
  /** The id of an object, or the object if the request expanded it. */
  | { readonly kind: "expandable" }
  /** One page of a longer list. */
  | {
      readonly kind: "page";
      /** The name of the property with the objects: `data`. */
      readonly items: string;
      /** The name of a boolean property that only pages have: `has_more`. */
      readonly marker: string;
      /** The name of the property with the URL of the list: `url`. It is the `constrained` string. */
      readonly address: string;
    };

/** Names in a language's run-time library to use instead of the structure. */
export interface GenericSupport {
  /** A type of the library that replaces the structure: `List`. */
  readonly type?: string;
  /** The name of a variant of a tagged enum that contains the generic: `List`. */
  readonly variant?: string;
  /** A function that validates a value; its parameters are the checks of the type arguments. */
  readonly check?: string;
  /** A function that creates a test value; its parameters depend on the role. */
  readonly factory?: string;
}

/** Any type that a schema can describe. */
export type TypeExpr =
  | AnyValueType
  | ArrayType
  | BooleanType
  | EmptyObjectType
  | EnumType
  | GenericType
  | InlineObjectType
  | IntersectionType
  | LiteralType
  | MapType
  | NoValueType
  | NullType
  | NullableType
  | NumberType
  | ParameterType
  | UnknownObjectType
  | ReferenceType
  | WithRequiredType
  | StringType
  | TupleType
  | UnionType;

/**
 * A property of an object, or a parameter of an operation. `required`,
 * `nullable` and `present` stay separate until a target prints them.
 */
export interface Field {
  /** As sent on the wire: `has_more`. */
  readonly name: string;
  /** The location of the property's schema in the document. */
  readonly pointer: string;
  /** Markdown; null if the document has none, or an empty one. */
  readonly description: string | null;
  /** True if the schema's `required` lists it. */
  readonly required: boolean;
  /** True if its value may be null. */
  readonly nullable: boolean;
  /** True if real objects always have it: equals `required`, unless the dialect overrides it. */
  readonly present: boolean;
  readonly deprecated: boolean;
  /** The document's `default` as one line of JSON; null if it has none. */
  readonly default: string | null;
  /** True if only responses have it. */
  readonly readOnly: boolean;
  /** True if only requests have it. */
  readonly writeOnly: boolean;
  /** Never of kind `nullable`: `nullable` above replaces it. */
  readonly type: TypeExpr;
}
