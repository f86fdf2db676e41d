// A schema by its own keywords: without a publisher's conventions, and without
// merging or resolving anything. Separate from `TypeExpr`, for output that
// follows the document's form more than its meaning.

import type { BooleanType, NumberType, StringType } from "./type-expr.js";

/** `type: array`; without `items`, the items are of kind `other`. */
export interface VerbatimArray {
  readonly kind: "array";
  readonly items: VerbatimType;
}

/** A named schema. */
export interface VerbatimReference {
  readonly kind: "reference";
  readonly model: string;
}

/**
 * `type: object` with the properties that it lists, perhaps none. Maps are
 * `other`.
 */
export interface VerbatimObject {
  readonly kind: "object";
  readonly title: string | null;
  /** In the document's order; targets sort them. */
  readonly fields: readonly VerbatimField[];
  readonly pointer: string;
  readonly text: string | null;
}

/**
 * A combiner (`anyOf`, `oneOf`, `allOf` of several), a map, or a schema
 * without a type.
 */
export interface VerbatimOther {
  readonly kind: "other";
}

export type VerbatimType =
  | BooleanType
  | NumberType
  | StringType
  | VerbatimArray
  | VerbatimObject
  | VerbatimOther
  | VerbatimReference;

/** A property as its own schema declares it. */
export interface VerbatimField {
  readonly name: string;
  readonly pointer: string;
  /**
   * The trimmed description; empty if the document has an empty one, null if
   * it has none.
   */
  readonly text: string | null;
  readonly required: boolean;
  readonly nullable: boolean;
  readonly type: VerbatimType;
}

/** A named schema, with its trimmed description. */
export interface VerbatimModel {
  readonly text: string | null;
  readonly type: VerbatimType;
}
