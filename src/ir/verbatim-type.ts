// What a schema says word for word: by its own keywords, with no convention of a
// publisher read into it, and nothing put together or taken apart. It is for output
// that follows the document's form more than its meaning.

import type { BooleanType, NumberType, StringType } from "./type-expr.js";

export interface VerbatimArray {
  readonly kind: "array";
  readonly items: VerbatimType;
}

/** A schema of the document, by its name. */
export interface VerbatimReference {
  readonly kind: "reference";
  readonly model: string;
}

/** `type: object`, with the properties that it lists, if any; no map. */
export interface VerbatimObject {
  readonly kind: "object";
  readonly title: string | null;
  /** In the document's order; a target sorts them. */
  readonly fields: readonly VerbatimField[];
  readonly pointer: string;
  readonly text: string | null;
}

/** Whatever takes more than one schema to say, a map, or no type at all. */
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

export interface VerbatimField {
  readonly name: string;
  readonly pointer: string;
  /** The description as it stands, trimmed; empty if it is there and says nothing, null if it is not there. */
  readonly text: string | null;
  readonly required: boolean;
  readonly nullable: boolean;
  readonly type: VerbatimType;
}

export interface VerbatimModel {
  readonly text: string | null;
  readonly type: VerbatimType;
}
