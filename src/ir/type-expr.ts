// The types that a schema can describe, in no language's and no publisher's terms.
// Whatever has a case for each kind is a `TypeCases` (`ir/walk/match-type.ts`), or a
// switch that ends in `assertNever`: the compiler finds them all when a kind is added.

/**
 * What values must keep to beyond their types, which cannot say it. Read only where
 * a target asks for it: types are the same with it and without.
 */
export type Constraints =
  | ArrayConstraints
  | NumberConstraints
  | ObjectConstraints
  | StringConstraints;

/** Lengths in code points. */
export interface StringConstraints {
  readonly minLength?: number;
  readonly maxLength?: number;
  /** A regular expression of ECMA-262 that is known to be one, with the flag `u`. */
  readonly pattern?: string;
}

export interface NumberConstraints {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
}

export interface ArrayConstraints {
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}

export interface ObjectConstraints {
  /** Whether it has no properties but those that are listed. */
  readonly closed?: boolean;
  /** The properties that there may be, where a part of an `allOf` forbids those of another. */
  readonly only?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** A string, with what its `format` says of it. */
export interface StringType {
  readonly kind: "string";
  /** The document's `format`: `decimal`, `int64`, `date-time`, `binary` … */
  readonly format: string | null;
  readonly constraints?: StringConstraints;
}

/** `integer` and `number` of the document. */
export interface NumberType {
  readonly kind: "number";
  readonly integer: boolean;
  /** The document's `format`: `unix-time`, `int64`, `double` … */
  readonly format: string | null;
  readonly constraints?: NumberConstraints;
}

export interface BooleanType {
  readonly kind: "boolean";
}

/** A `bigint` is an integer beyond 2^53, and only that: `1` is a number. */
export type LiteralValue = string | number | bigint | boolean;

/** Exactly one value: `"charge"`, `true`. */
export interface LiteralType {
  readonly kind: "literal";
  readonly value: LiteralValue;
  /** The document's `format`, of an integer. */
  readonly format?: string;
}

/** One of several values, in the document's order, none twice, `null` not among them. */
export interface EnumType {
  readonly kind: "enum";
  readonly values: readonly LiteralValue[];
  /** The document's `format`, where all values are integers. */
  readonly format?: string;
  /** Whether real values may be others than these: the publisher adds some without notice. */
  readonly open: boolean;
  /** What the document says of single values, in their order; null where it says nothing. */
  readonly notes: readonly EnumNote[] | null;
}

export interface EnumNote {
  /** What code may call the value: `Red` for `1`; null where the document has no name. */
  readonly name: string | null;
  /** Markdown. */
  readonly description: string | null;
}

/** Another model, by its name in the document. */
export interface ReferenceType {
  readonly kind: "reference";
  readonly model: string;
  /** That what it leads to may have no other properties here. */
  readonly constraints?: Pick<ObjectConstraints, "closed">;
}

/** Another model, of which some properties are there that it may itself be without. */
export interface WithRequiredType {
  readonly kind: "withRequired";
  readonly type: ReferenceType;
  /** Optional properties of the model; at least one. */
  readonly names: readonly string[];
}

export interface ArrayType {
  readonly kind: "array";
  readonly items: TypeExpr;
  readonly constraints?: ArrayConstraints;
}

/** A fixed number of items, each of its own type, and perhaps more behind them. */
export interface TupleType {
  readonly kind: "tuple";
  readonly items: readonly TypeExpr[];
  readonly rest: TypeExpr | null;
  readonly constraints?: ArrayConstraints;
}

/** Any string key to one type of value. */
export interface MapType {
  readonly kind: "map";
  /** The keys that there may be; null for any. */
  readonly keys: TypeExpr | null;
  readonly values: TypeExpr;
  readonly constraints?: ObjectConstraints;
}

/** One of several types; at least two, none of them a union or nullable. */
export interface UnionType {
  readonly kind: "union";
  readonly members: readonly TypeExpr[];
  /** Whether a value of two of the types is none of the union; only with constraints. */
  readonly exclusive?: boolean;
  readonly constraints?: Pick<ObjectConstraints, "closed">;
}

/** All of several types at once; at least two. */
export interface IntersectionType {
  readonly kind: "intersection";
  readonly members: readonly TypeExpr[];
  readonly constraints?: Pick<ObjectConstraints, "closed">;
}

/** An object declared where it is used. */
export interface InlineObjectType {
  readonly kind: "object";
  readonly fields: readonly Field[];
  /** What other keys may hold; null where the document says nothing or forbids them. */
  readonly additional: TypeExpr | null;
  readonly pointer: string;
  readonly description: string | null;
  /** The document's `title`: in some documents a name, in others a headline. */
  readonly title: string | null;
  readonly constraints?: ObjectConstraints;
}

/** Null beside one other type; never nested. Fields say it as `Field.nullable`. */
export interface NullableType {
  readonly kind: "nullable";
  readonly type: TypeExpr;
}

/** Null and nothing else. */
export interface NullType {
  readonly kind: "null";
}

/** An object of which the document lists no property: `{type: object, properties: {}}`. */
export interface EmptyObjectType {
  readonly kind: "emptyObject";
  readonly constraints?: ObjectConstraints;
}

/** An object of which the document says nothing at all: `{type: object}`. */
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

/** `List<Charge>`: a generic that the dialect declares, applied to types. */
export interface GenericType {
  readonly kind: "generic";
  readonly generic: Generic;
  /** One for each of the generic's parameters. */
  readonly args: readonly TypeExpr[];
  /** Of the string that stands as `constrained` in the generic's structure. */
  readonly constraints?: StringConstraints;
}

/** Stands for an argument of the generic around it. Occurs in `Generic.type` only. */
export interface ParameterType {
  readonly kind: "parameter";
  /** Of the argument; `constrained` for the string that has the constraints of the application. */
  readonly of: number | "constrained";
}

/**
 * A named type with parameters. It is data: a pass, a target or a sample that does not
 * know it by its role or its support uses its structure (`structureOf`).
 */
export interface Generic {
  /** As generated code calls it: `List`. */
  readonly name: string;
  /** `["T"]`; empty for a name of one type: `Metadata`. */
  readonly parameters: readonly string[];
  /** Markdown, for whoever reads the declaration. */
  readonly description: string;
  /** The structure that it stands for: `{data: T[], has_more: boolean}`. */
  readonly type: TypeExpr;
  /** Null where its structure is all there is to know. */
  readonly role: GenericRole | null;
  /** By the name of a language; one that is absent prints, checks and makes the structure. */
  readonly languages: Readonly<Record<string, GenericSupport>>;
}

/** Meaning that a structure does not show. */
export type GenericRole =
  /** An id in place of an object that a request can ask for. */
  | { readonly kind: "expandable" }
  /** Some of the objects of a longer list. */
  | {
      readonly kind: "page";
      /** The property that holds the objects: `data`. */
      readonly items: string;
      /** A boolean property that tells a page from other objects with `items`. */
      readonly marker: string;
      /** The property that holds the constrained address of the list: `url`. */
      readonly address: string;
    };

/** Names in a language's run-time code that serve a generic better than its structure. */
export interface GenericSupport {
  /** A type that the run-time code declares, in place of the structure. */
  readonly type?: string;
  /** What a variant of a union is called that holds it. */
  readonly variant?: string;
  /** A function that checks a value, given the checks of the arguments. */
  readonly check?: string;
  /** A function that makes a value for a test; a role says what it is given. */
  readonly factory?: string;
}

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

/** A property of an object. `required` and `nullable` are two facts until a target prints them. */
export interface Field {
  /** As it goes over the wire. */
  readonly name: string;
  readonly pointer: string;
  /** Markdown; null where the document has none or an empty one. */
  readonly description: string | null;
  /** Listed in the schema's `required`. */
  readonly required: boolean;
  readonly nullable: boolean;
  /** Whether real objects always have it: `required`, unless the dialect knows better. */
  readonly present: boolean;
  readonly deprecated: boolean;
  /** What its absence stands for, as JSON in one line; null where the document does not say. */
  readonly default: string | null;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  /** Never of kind `nullable`. */
  readonly type: TypeExpr;
}
