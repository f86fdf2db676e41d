// A document as data, independent of any language: its models, operations,
// webhooks and events. The parser produces a `ModelSet`, passes transform it,
// and targets print it.

import type { ObjectConstraints } from "./constraints.js";
import type { Discriminator } from "./discriminator.js";
import type { EventCatalogue } from "./event-catalogue.js";
import type { ModelOrigin } from "./model-origin.js";
import type { Operation } from "./operation.js";
import type { Samples } from "./samples.js";
import type { Field, TypeExpr } from "./type-expr.js";
import type { VerbatimModel } from "./verbatim-type.js";
import type { Webhook } from "./webhook.js";

interface ModelBase {
  /**
   * The identity of the model, by which references name it; unique within a
   * model set. For a schema it is the document's name:
   * `identity.verification_session`. Never parse it: `origin` has the facts.
   */
  readonly name: string;
  readonly origin: ModelOrigin;
  /**
   * The base of generated names. For a schema it equals `name`, unless the user
   * chose another; for other models it is derived from their location or title.
   */
  readonly label: string;
  /** `#/components/schemas/identity.verification_session` */
  readonly pointer: string;
  /** Markdown; null if the document has none, or an empty one. */
  readonly description: string | null;
  readonly deprecated: boolean;
}

/** A schema that declares properties. */
export interface ObjectModel extends ModelBase {
  readonly kind: "object";
  /** In the document's order; targets sort them. */
  readonly fields: readonly Field[];
  /**
   * The type of all other properties; null if the document does not declare
   * one.
   */
  readonly additional: TypeExpr | null;
  /**
   * Properties that the object never has, which distinguishes it from a
   * similar model: `customer` never has `deleted`, and `deleted_customer`
   * always does.
   */
  readonly absent: readonly string[];
  readonly constraints?: ObjectConstraints;
}

/**
 * A schema that stands for another type: a union, an enum, a map, an empty
 * object.
 */
export interface AliasModel extends ModelBase {
  readonly kind: "alias";
  readonly type: TypeExpr;
}

/**
 * A regular expression and its location. It is unchecked: its syntax may be
 * invalid.
 */
export interface PatternUse {
  readonly pattern: string;
  readonly pointer: string;
}

/**
 * A named declaration. Every `$ref` to it becomes a `reference` with its name.
 */
export type Model = AliasModel | ObjectModel;

/** How forms encode nested values. `brackets`: `a[b]=1&c[0]=2`; booleans are `true` and `false`. */
export type FormStyle = "brackets";

export interface ModelSet {
  /** The document's file name or address, as messages show it. */
  readonly file: string;
  /**
   * The parser sorts models in byte order of their names, so that the order of
   * keys in the document has no effect. Passes append the models that they
   * add.
   */
  readonly models: readonly Model[];
  /** The discriminators of the document; a pass applies them to the models. */
  readonly discriminators: readonly Discriminator[];
  /**
   * In byte order of their ids; may be empty if neither the target nor an
   * option needs them.
   */
  readonly operations: readonly Operation[];
  /**
   * In byte order of their names; may be empty if neither the target nor an
   * option needs them.
   */
  readonly webhooks: readonly Webhook[];
  /**
   * Objects that several requests share and that are declared once. Their
   * `origin` is `shared`, and their names differ from those of all models.
   */
  readonly shapes: readonly ObjectModel[];
  /** How deep a request may expand: 2 for `customer.default_source`. */
  readonly expandLevels: number;
  /** How forms encode nested values; null if the dialect does not define it. */
  readonly formStyle: FormStyle | null;
  /** Null if the document lists no events, or the target does not need them. */
  readonly events: EventCatalogue | null;
  /** Sample objects by the names of models; empty if the user provides none. */
  readonly samples: Samples;
  /** The prefixes of models' ids, where known: `charge → ch`. */
  readonly idPrefixes: ReadonlyMap<string, string>;
  /**
   * The regular expressions of all strings, in byte order of their pointers.
   */
  readonly patterns: readonly PatternUse[];
  /** The version of the API, `info.version`; null if the document has none. */
  readonly version: string | null;
  /**
   * The verbatim reading of each schema, by name; null if the target does not
   * need it.
   */
  readonly verbatim: ReadonlyMap<string, VerbatimModel> | null;
}
