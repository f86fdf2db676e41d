// A value of a Swagger 2.0 document with its location in the user's files, and the
// context that all steps of an upgrade share.

import { isObject } from "../is-object.js";
import { parsePointer } from "../pointer.js";
import { type Origin, type Origins, originBelow } from "../trace-origin.js";

/** Created only by `rootPart`, `childPart` and `resolvePart`, so that value and location match. */
export interface SwaggerPart {
  readonly value: unknown;
  readonly origin: Origin;
}

export interface UpgradeContext {
  readonly root: SwaggerPart;
  /** The origins of parts from overlays and other files, and of moved parts; grows. */
  readonly origins: Origins;
  /** References to nested parts, whose new location is known only after the upgrade. */
  readonly deepReferences: DeepReference[];
}

export interface DeepReference {
  /** The upgraded object that has the reference. */
  readonly holder: Record<string, unknown>;
  /** The reference as in the Swagger 2.0 document. */
  readonly ref: string;
}

export function rootPart(value: unknown, file: string): SwaggerPart {
  return { value, origin: { file, pointer: "#" } };
}

/** The part at a key of another part. Its value is undefined if there is no such key. */
export function childPart(
  { value, origin }: SwaggerPart,
  key: string | number,
  { origins }: UpgradeContext,
): SwaggerPart {
  const child =
    typeof value === "object" && value !== null && Object.hasOwn(value, key)
      ? (value as Record<string | number, unknown>)[key] // an own key, checked above
      : undefined;
  return { value: child, origin: originBelow(origins, origin, key, child) };
}

/** The entries of a map of names; empty for other values. */
export function entriesOf(
  part: SwaggerPart,
  context: UpgradeContext,
): (readonly [string, SwaggerPart])[] {
  if (!isObject(part.value)) return [];
  return Object.keys(part.value).map((key) => [
    key,
    childPart(part, key, context),
  ]);
}

/** The items of a list; empty for other values. */
export function listedParts(
  part: SwaggerPart,
  context: UpgradeContext,
): SwaggerPart[] {
  if (!Array.isArray(part.value)) return [];
  return part.value.map((_item, index) => childPart(part, index, context));
}

/** The part that `ref` points to; null if there is none, or it is in another document. */
export function resolvePart(
  ref: string,
  context: UpgradeContext,
): SwaggerPart | null {
  const tokens = parsePointer(ref);
  if (tokens === null) return null;
  let part = context.root;
  for (const token of tokens) part = childPart(part, token, context);
  return part.value === undefined ? null : part;
}

/** Follows a chain of references to its end; null for a cycle. */
export function followPart(
  part: SwaggerPart,
  context: UpgradeContext,
): SwaggerPart | null {
  const seen = new Set<string>();
  let followed: SwaggerPart | null = part;
  while (followed !== null && isObject(followed.value)) {
    const { $ref }: Record<string, unknown> = followed.value;
    if (typeof $ref !== "string") return followed;
    if (seen.has($ref)) return null;
    seen.add($ref);
    followed = resolvePart($ref, context);
  }
  return null;
}

/** Records that `made` is the upgraded form of the part, at another location. */
export function moved<Made extends object>(
  made: Made,
  { origin }: SwaggerPart,
  { origins }: UpgradeContext,
): Made {
  origins.set(made, origin);
  return made;
}

/** Records that `made` is derived from the part, and that its contents have no other origin. */
export function madeOf<Made extends object>(
  made: Made,
  { origin }: SwaggerPart,
  { origins }: UpgradeContext,
): Made {
  origins.set(made, { ...origin, isWhole: true });
  return made;
}
