// The seam between the general reading of an OpenAPI document and the
// conventions of one publisher of such documents.

import type { Location, Report } from "../diagnostics/diagnostic.js";
import type { EventCatalogue } from "../ir/event-catalogue.js";
import type { FormStyle, Model } from "../ir/model.js";
import type { Field, TypeExpr } from "../ir/type-expr.js";
import type {
  Compiler,
  LearnSchemas,
  PresenceFindings,
} from "../learn/presence-finding.js";

/** A schema as it was parsed: nothing of it is checked yet. */
export type RawSchema = Readonly<Record<string, unknown>>;

/** Whether a schema describes what a client sends or what it gets. */
export type Direction = "request" | "response";

/** What a rule may ask of the document while it turns one schema into a type. */
export interface BuildContext {
  readonly file: string;
  readonly direction: Direction;
  readonly report: Report;
  /** Remembers where a regular expression stands: it is checked where values are. */
  notePattern(pattern: string, pointer: string): void;
  /** The type of a schema below the one at hand. */
  build(schema: unknown, pointer: string): TypeExpr;
}

/** One sentence about schemas, and the function that makes it true. */
export interface TypeRule {
  /** In notation, with an example: `anyOf [A], nullable → A | null`. */
  readonly says: string;
  /** The type of `schema`, or null where the rule does not speak of it. */
  build(
    schema: RawSchema,
    pointer: string,
    context: BuildContext,
  ): TypeExpr | null;
}

/** What the document says of the presence of a property. */
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

export interface Dialect {
  readonly name: string;
  /** Whether a document (its root) is written in this dialect. */
  recognises(root: Readonly<Record<string, unknown>>): boolean;
  /** Tried in their order, before the rules that hold for every document. */
  readonly rules: readonly TypeRule[];
  /** Whether responses may hold other values than an enum of strings lists. */
  readonly opensEnums: boolean;
  /** Whether the `title` of an object in a request names its shape. */
  readonly titlesNameShapes: boolean;
  /** How many expandables, one within the other, a request may ask for. */
  readonly expandLevels: number;
  /** How requests write nested values as a form, where the publisher has one way. */
  readonly formStyle: FormStyle | null;
  /** Whether real objects always have a property, by where it is declared. */
  isPresent(field: PresenceFacts, pointer: string): boolean;
  /** Null if the publisher has no package of types that can be read. */
  readonly typesPackage: TypesPackage | null;
  /** What can be said of models only when all of them are known. */
  relate(models: readonly Model[]): readonly Model[];
  /** What the ids of a model begin with, where the publisher's are known: `charge → ch`. */
  idPrefix(model: string): string | null;
  /** Text of the document → Markdown that reads well outside of it. */
  describe(text: string): string;
  /** The events that the document lists, in any order; null where it lists none. */
  listEvents(request: EventRequest): EventCatalogue | null;
}

export interface EventRequest {
  readonly file: string;
  readonly root: Readonly<Record<string, unknown>>;
  readonly models: readonly Model[];
  /** What the user says of some events: the schema of the object that each carries. */
  readonly chosen: readonly ChosenEvent[];
  readonly report: Report;
}

export interface ChosenEvent {
  readonly event: string;
  readonly model: string;
  readonly at: Location;
}
