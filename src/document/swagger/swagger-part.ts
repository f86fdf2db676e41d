// A value of a Swagger 2.0 document together with its place in the user's files, and
// what all steps of an upgrade share.

import { isObject } from "../is-object.js";
import { parsePointer } from "../pointer.js";
import { type Origin, type Origins, originBelow } from "../trace-origin.js";

/** Made by `rootPart`, `childPart` and `resolvePart`, which keep the two together. */
export interface SwaggerPart {
  readonly value: unknown;
  readonly origin: Origin;
}

export interface UpgradeContext {
  readonly root: SwaggerPart;
  /** Has the origins of what overlays and other files brought; moved parts are added. */
  readonly origins: Origins;
  /** References to parts whose new place is known once everything has been moved. */
  readonly deepReferences: DeepReference[];
}

export interface DeepReference {
  /** The upgraded object that has the reference. */
  readonly holder: Record<string, unknown>;
  /** As in the Swagger 2.0 document. */
  readonly ref: string;
}

export function rootPart(value: unknown, file: string): SwaggerPart {
  return { value, origin: { file, pointer: "#" } };
}

/** The part at a key of another one; its value is undefined where there is none. */
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

/** The entries of a map of names; of anything else there are none. */
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

/** The items of a list; of anything else there are none. */
export function listedParts(
  part: SwaggerPart,
  context: UpgradeContext,
): SwaggerPart[] {
  if (!Array.isArray(part.value)) return [];
  return part.value.map((_item, index) => childPart(part, index, context));
}

/** The part that `ref` leads to; null where it leads to none, or out of the document. */
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

/** Follows references to parts that are references themselves; null for a circle. */
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

/** Notes that `made` is the part, moved or rewritten. */
export function moved<Made extends object>(
  made: Made,
  { origin }: SwaggerPart,
  { origins }: UpgradeContext,
): Made {
  origins.set(made, origin);
  return made;
}

/** Notes that `made` was made of the part, and that what is in it stands nowhere else. */
export function madeOf<Made extends object>(
  made: Made,
  { origin }: SwaggerPart,
  { origins }: UpgradeContext,
): Made {
  origins.set(made, { ...origin, isWhole: true });
  return made;
}
