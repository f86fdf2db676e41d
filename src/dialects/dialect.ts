// The interface through which the parser asks for one publisher's conventions,
// such as extension keywords.

import type { Location, Report } from "../diagnostics/diagnostic.js";
import type { EventCatalogue } from "../ir/event-catalogue.js";
import type { FormStyle, Model } from "../ir/model.js";
import type { Field, TypeExpr } from "../ir/type-expr.js";
import type {
  Compiler,
  LearnSchemas,
  PresenceFindings,
} from "../learn/presence-finding.js";

/** An object of the parsed document, before any of its keywords is checked. */
export type RawSchema = Readonly<Record<string, unknown>>;

/** The direction of a schema's values, as the client sees it. */
export type Direction = "request" | "response";

/** The context in which a rule builds the type of one schema. */
export interface BuildContext {
  /** The document's file name or address, as messages show it. */
  readonly file: string;
  readonly direction: Direction;
  readonly report: Report;
  /** Records a regular expression. A pass checks it later, if the target checks values. */
  notePattern(pattern: string, pointer: string): void;
  /** Builds the type of a nested schema. */
  build(schema: unknown, pointer: string): TypeExpr;
}

/** One rule from schemas to types. The first rule that returns a type wins. */
export interface TypeRule {
  /** The rule in notation: `anyOf [A], nullable → A | null`. */
  readonly summary: string;
  /** The type of `schema`; null if the rule does not apply. */
  build(
    schema: RawSchema,
    pointer: string,
    context: BuildContext,
  ): TypeExpr | null;
}

/** The keywords of a property from which a dialect derives its presence. */
export type PresenceFacts = Pick<Field, "nullable" | "required">;

/** The publisher's own package of types, from which presence is learnt. */
export interface TypesPackage {
  /** Its name in the registry, and an example of a version. */
  readonly name: string;
  readonly example: string;
  /** The folder of its declarations. */
  readonly types: string;
  /**
   * `files`: path → text. The API version is null if the types name none. The compiler
   * is a value, because it is a dependency of the user's project.
   */
  learn(
    compiler: Compiler,
    files: ReadonlyMap<string, string>,
    schemas: LearnSchemas,
  ): {
    readonly apiVersion: string | null;
    readonly findings: PresenceFindings;
  };
}

/** The conventions of one publisher. */
export interface Dialect {
  /** Its name in the config: `plain`. */
  readonly name: string;
  /** True if the document, given by its root, follows this dialect. */
  recognises(root: Readonly<Record<string, unknown>>): boolean;
  /** Tried in this order, before the general rules. */
  readonly rules: readonly TypeRule[];
  /** True if responses may contain strings that an enum does not list. */
  readonly opensEnums: boolean;
  /** True if the `title` of an object in a request is a name for the shared type. */
  readonly titlesNameShapes: boolean;
  /** How deep a request may expand: 2 for `customer.default_source`; 0 for none. */
  readonly expandLevels: number;
  /** How forms encode nested values; null if the publisher does not define it. */
  readonly formStyle: FormStyle | null;
  /** True if real objects always have the property that is declared at `pointer`. */
  isPresent(field: PresenceFacts, pointer: string): boolean;
  /** Null if the publisher has no package of types that can be read. */
  readonly typesPackage: TypesPackage | null;
  /** Adds facts that depend on several models: a live object never has `deleted`. */
  relate(models: readonly Model[]): readonly Model[];
  /** The prefix of a model's ids: `charge → ch`; null if it is unknown. */
  idPrefix(model: string): string | null;
  /** Converts a description to Markdown that is correct outside of the publisher's site. */
  describe(text: string): string;
  /** The document's events, in any order; null if it lists none. */
  listEvents(request: EventRequest): EventCatalogue | null;
}

/** The input of `Dialect.listEvents`. */
export interface EventRequest {
  readonly file: string;
  readonly root: Readonly<Record<string, unknown>>;
  readonly models: readonly Model[];
  /** The user's choices, which override the dialect's. */
  readonly chosen: readonly ChosenEvent[];
  readonly report: Report;
}

/** The user's choice of the object that an event carries. */
export interface ChosenEvent {
  /** `charge.refund.updated` */
  readonly event: string;
  /** The name of the object's schema: `refund`. */
  readonly model: string;
  /** The location of the choice in the config. */
  readonly at: Location;
}
