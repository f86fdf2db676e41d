// The types that a schema can describe, in no language's terms. Targets print
// them; every switch on `kind` ends in `assertNever`.

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
  /** A name that the dialect gives to this very map (`Metadata`), else null. */
  readonly alias: string | null;
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

/** The id of an object, or the object itself when the caller asked for it. */
export interface ExpandableType {
  readonly kind: "expandable";
  /** What the id stands for: a reference, or a union of them. */
  readonly type: TypeExpr;
  /** Of the id. */
  readonly constraints?: StringConstraints;
}

/** A page of items in one of the dialect's usual envelopes. */
export interface ListType {
  readonly kind: "list";
  readonly items: TypeExpr;
  /** Whether it is what a search found, which has no fixed order or end. */
  readonly search: boolean;
  /** Of its address. */
  readonly constraints?: StringConstraints;
}

/** A value of a request, or the empty string, which clears what was there. */
export interface EmptyableType {
  readonly kind: "emptyable";
  readonly type: TypeExpr;
}

export type TypeExpr =
  | AnyValueType
  | ArrayType
  | BooleanType
  | EmptyObjectType
  | EmptyableType
  | EnumType
  | ExpandableType
  | InlineObjectType
  | IntersectionType
  | ListType
  | LiteralType
  | MapType
  | NoValueType
  | NullType
  | NullableType
  | NumberType
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
