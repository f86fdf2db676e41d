// The findings of one source about the presence of properties, and how findings combine.

import type ts from "typescript";

/** The compiler as a value: it is a dependency of the user's project, not of ours. */
export type Compiler = typeof ts;

/** The part of an OpenAPI schema that learning walks through. */
export interface LearnSchema {
  readonly $ref?: string;
  readonly anyOf?: readonly LearnSchema[];
  readonly items?: LearnSchema;
  readonly nullable?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, LearnSchema>>;
  readonly additionalProperties?: LearnSchema | boolean;
  readonly enum?: readonly unknown[];
}

export type LearnSchemas = Readonly<Record<string, LearnSchema>>;

/** `always`: present in all that was seen; `sometimes`: absent at least once. */
export type Presence = "always" | "sometimes";

/** `charge.invoice` → its presence in the source. */
export type PresenceFindings = ReadonlyMap<string, Presence>;

/** Absence wins: a property that is absent once is not always present. */
export function addFinding(
  findings: Map<string, Presence>,
  property: string,
  isOptional: boolean,
): void {
  if (isOptional) findings.set(property, "sometimes");
  else if (!findings.has(property)) findings.set(property, "always");
}

/** `#/components/schemas/charge` → `charge` */
export function schemaNameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}

/**
 * Only these need a fact: of a property that is never null, `required` says whether
 * it is present.
 */
export function needsFact(
  { required = [] }: LearnSchema,
  name: string,
  property: LearnSchema,
): boolean {
  return property.nullable === true && !required.includes(name);
}

/** The literal of `object` in a schema, such as `checkout.session`; null for none. */
export function objectLiteralOf(schema: LearnSchema): string | null {
  const values = schema.properties?.object?.enum ?? [];
  return values.length === 1 && typeof values[0] === "string"
    ? values[0]
    : null;
}

/** True for `deleted_customer`, which shares `object` with `customer`. */
export function isDeletedForm(schema: LearnSchema): boolean {
  return schema.properties?.deleted?.enum?.[0] === true;
}
