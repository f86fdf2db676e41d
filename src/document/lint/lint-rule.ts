// What a rule about documents looks at, and what it says. A rule is one sentence of
// the specification that documents are seen to break.

import type { DiagnosticCode } from "../../diagnostics/diagnostic-catalogue.js";
import { quote as quoteWhole } from "../../diagnostics/quote.js";
import type { LintPlace } from "./lint-place.js";

export type Raw = Readonly<Record<string, unknown>>;

export interface LintedPart {
  readonly raw: Raw;
  readonly place: LintPlace;
}

export interface LintedPath extends LintedPart {
  /** `/users/{id}`; null for webhooks and callbacks, whose keys are no paths. */
  readonly path: string | null;
}

export interface LintedOperation extends LintedPart {
  /** Those of the path that the operation does not replace, and its own. */
  readonly all: readonly LintedPart[];
}

/** What a schema is the schema of; `branch` of `allOf` and the like. */
export type SchemaRole = "branch" | "response" | "other";

export interface LintedSchema extends LintedPart {
  readonly role: SchemaRole;
}

export interface Version {
  readonly major: number;
  readonly minor: number;
}

export interface Facts {
  readonly root: Raw;
  readonly version: Version;
  readonly tell: (
    code: DiagnosticCode,
    place: LintPlace,
    message: string,
    help?: string,
  ) => void;
}

type Check<Kind extends LintedPart> = (part: Kind, facts: Facts) => void;

/** The parts that a rule is about. */
interface LintChecks {
  readonly document?: Check<LintedPart>;
  readonly path?: Check<LintedPath>;
  readonly operation?: Check<LintedOperation>;
  readonly parameter?: Check<LintedPart>;
  readonly header?: Check<LintedPart>;
  readonly schema?: Check<LintedSchema>;
}

export interface LintRule extends LintChecks {
  /** Left away where it is about all versions. */
  readonly appliesTo?: (version: Version) => boolean;
}

/** Each kind of part → the checks of all rules about it. */
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

/** As messages quote a value. */
export function quoteValue(value: unknown): string {
  return quoteWhole(value).slice(0, 80);
}

export const isSwagger2 = ({ major }: Version): boolean => major === 2;
