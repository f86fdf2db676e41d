// The interface of lint rules. A rule checks one sentence of the specification that
// real documents violate.

import type { DiagnosticCode } from "../../diagnostics/diagnostic-catalogue.js";
import { quote as quoteWhole } from "../../diagnostics/quote.js";
import type { LintPlace } from "./lint-place.js";

/** An unchecked object of the document. */
export type Raw = Readonly<Record<string, unknown>>;

/** A part of the document, with its path. */
export interface LintedPart {
  readonly raw: Raw;
  readonly place: LintPlace;
}

/** A path item, with references resolved. */
export interface LintedPath extends LintedPart {
  /**
   * The key, e.g. `/users/{id}`; null for webhooks and callbacks, whose keys are not
   * paths.
   */
  readonly path: string | null;
}

export interface LintedOperation extends LintedPart {
  /** The parameters of the operation, and those of its path that it does not override. */
  readonly all: readonly LintedPart[];
}

/** The use of a schema; `branch` is an item of `allOf` and the like. */
export type SchemaRole = "branch" | "response" | "other";

export interface LintedSchema extends LintedPart {
  readonly role: SchemaRole;
}

/** The version of the specification: `{major: 3, minor: 1}`. */
export interface Version {
  readonly major: number;
  readonly minor: number;
}

/** The document, and a function that reports violations. */
export interface Facts {
  readonly root: Raw;
  readonly version: Version;
  readonly report: (
    code: DiagnosticCode,
    place: LintPlace,
    message: string,
    help?: string,
  ) => void;
}

type Check<Kind extends LintedPart> = (part: Kind, facts: Facts) => void;

/** A rule implements a check for each kind of part that it applies to. */
interface LintChecks {
  readonly document?: Check<LintedPart>;
  readonly path?: Check<LintedPath>;
  readonly operation?: Check<LintedOperation>;
  readonly parameter?: Check<LintedPart>;
  readonly header?: Check<LintedPart>;
  readonly schema?: Check<LintedSchema>;
}

/** A rule of the table in `lint-rules.ts`. */
export interface LintRule extends LintChecks {
  /** Omitted if the rule applies to every version. */
  readonly appliesTo?: (version: Version) => boolean;
}

/** The checks of all rules, by kind of part. */
export type Checks = {
  readonly [Kind in keyof LintChecks]-?: readonly NonNullable<
    LintChecks[Kind]
  >[];
};

/** @see https://spec.openapis.org/oas/v3.2.0#path-item-object */
export const lintedMethods: readonly string[] = [
  "delete",
  "get",
  "head",
  "options",
  "patch",
  "post",
  "put",
  "query",
  "trace",
];

/** Quotes a value for a message, cut to 80 characters. */
export function quoteValue(value: unknown): string {
  return quoteWhole(value).slice(0, 80);
}

export const isSwagger2 = ({ major }: Version): boolean => major === 2;
