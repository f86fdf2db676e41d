// What a document describes, in no language's terms: its models, one a schema.

import type { Field, TypeExpr } from "./type-expr.js";

interface ModelBase {
  /** The schema's name in the document: `identity.verification_session`. */
  readonly name: string;
  /** What generated names are made of: the name, unless the user chose another. */
  readonly label: string;
  /** `#/components/schemas/identity.verification_session` */
  readonly pointer: string;
  /** Markdown; null where the document has none or an empty one. */
  readonly description: string | null;
  readonly deprecated: boolean;
}

/** A schema with properties of its own. */
export interface ObjectModel extends ModelBase {
  readonly kind: "object";
  /** In the document's order; a target sorts them. */
  readonly fields: readonly Field[];
  /** What keys other than the fields may hold; null where nothing is said of them. */
  readonly additional: TypeExpr | null;
  /** Names that it never has, and by that differs from a model that is like it. */
  readonly absent: readonly string[];
}

/** A schema that names some other type: a union, an enum, a map, an empty object. */
export interface AliasModel extends ModelBase {
  readonly kind: "alias";
  readonly type: TypeExpr;
}

export type Model = AliasModel | ObjectModel;

export interface ModelSet {
  /** Where the document came from, as messages name it. */
  readonly file: string;
  /** In byte order of their names, so that the order of keys in the document changes nothing. */
  readonly models: readonly Model[];
}
