// What a document describes, in no language's terms: its models, one a schema.

import type { Discriminator } from "./discriminator.js";
import type { EventCatalogue } from "./event-catalogue.js";
import type { ModelOrigin } from "./model-origin.js";
import type { Operation } from "./operation.js";
import type { Samples } from "./samples.js";
import type { Field, ObjectConstraints, TypeExpr } from "./type-expr.js";
import type { VerbatimModel } from "./verbatim-type.js";
import type { Webhook } from "./webhook.js";

interface ModelBase {
  /**
   * What references to it name; no two models of a set share one. Of a schema it is the
   * document's: `identity.verification_session`. Of all others, `origin` says what they are.
   */
  readonly name: string;
  readonly origin: ModelOrigin;
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
  readonly constraints?: ObjectConstraints;
}

/** A schema that names some other type: a union, an enum, a map, an empty object. */
export interface AliasModel extends ModelBase {
  readonly kind: "alias";
  readonly type: TypeExpr;
}

/** A regular expression, and where it stands. Nothing is known of it yet: it may be none. */
export interface PatternUse {
  readonly pattern: string;
  readonly pointer: string;
}

export type Model = AliasModel | ObjectModel;

/** `brackets`: `a[b]=1&c[0]=2`, and `true` for a boolean. */
export type FormStyle = "brackets";

export interface ModelSet {
  /** Where the document came from, as messages name it. */
  readonly file: string;
  /** In byte order of their names, so that the order of keys in the document changes nothing. */
  readonly models: readonly Model[];
  /** What is said of models in the unions that they are members of. */
  readonly discriminators: readonly Discriminator[];
  /** In byte order of their ids; empty where the target asks for none. */
  readonly operations: readonly Operation[];
  /** In byte order of their names; empty where the target asks for no operations. */
  readonly webhooks: readonly Webhook[];
  /**
   * Objects of requests that stand in several places and are declared once: their
   * `origin` is `shared`, and no model has the name of one.
   */
  readonly shapes: readonly ObjectModel[];
  /** How many expandables, one within the other, a request may ask for. */
  readonly expandLevels: number;
  /** How requests write nested values as a form; null where it is the reader's to know. */
  readonly formStyle: FormStyle | null;
  /** Null where the document lists no events, or the target asks for none. */
  readonly events: EventCatalogue | null;
  /** Of real objects, by the names of models; empty where none are given. */
  readonly samples: Samples;
  /** What the ids of models begin with, where it is known: `charge → ch`. */
  readonly idPrefixes: ReadonlyMap<string, string>;
  /** The regular expressions of strings, as the document has them: in byte order of their pointers. */
  readonly patterns: readonly PatternUse[];
  /** Of the API, as the document says it; null where it does not. */
  readonly version: string | null;
  /** By name, what each schema says word for word; null where the target does not ask for it. */
  readonly verbatim: ReadonlyMap<string, VerbatimModel> | null;
}
