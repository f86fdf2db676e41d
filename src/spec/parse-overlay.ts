// The parsed text of an overlay → its actions, known to be what the specification says.

import { didYouMean } from "../diagnostics/did-you-mean.js";
import { inputError } from "../diagnostics/input-error.js";
import { quote } from "../diagnostics/quote.js";
import { isObject } from "./is-object.js";
import { appendPointer } from "./pointer.js";
import type { SpecTree } from "./spec-tree.js";

/** What is to be done to each place of the document that a JSONPath selects. */
export interface OverlayAction {
  readonly target: string;
  readonly change:
    | { readonly kind: "remove" }
    | { readonly kind: "update"; readonly value: unknown }
    | { readonly kind: "copy"; readonly from: string };
  /** Where the action stands in the overlay. */
  readonly pointer: string;
}

const overlayKeys = ["overlay", "info", "extends", "actions"];
const actionKeys = ["target", "description", "update", "remove", "copy"];

/**
 * @see https://spec.openapis.org/overlay/v1.0.0.html
 * Throws `InputError` for what is no overlay: one that is half applied corrects nothing.
 */
export function parseOverlay({ file, root }: SpecTree): OverlayAction[] {
  const fail = (pointer: string, message: string, help?: string): never => {
    throw inputError("overlay/invalid", { file, pointer }, message, help);
  };
  const requireKeys = (
    object: Readonly<Record<string, unknown>>,
    known: readonly string[],
    pointer: string,
  ): void => {
    for (const key of Object.keys(object)) {
      if (known.includes(key) || key.startsWith("x-")) continue;
      fail(
        appendPointer(pointer, key),
        `there is no ${JSON.stringify(key)} here; there are ${known.join(", ")}`,
        didYouMean(key, known) ?? undefined,
      );
    }
  };

  if (!isObject(root) || root.overlay === undefined) {
    return fail("#", 'this is no overlay: there is no "overlay" key');
  }
  if (!/^1\.\d/.test(String(root.overlay))) {
    const version = quote(root.overlay);
    fail("#/overlay", `${version} is no version of Overlay 1`);
  }
  requireKeys(root, overlayKeys, "#");
  const { actions } = root;
  if (!Array.isArray(actions)) {
    return fail("#/actions", "a list of actions is needed here");
  }
  return actions.map((action: unknown, index): OverlayAction => {
    const pointer = `#/actions/${index}`;
    if (!isObject(action)) return fail(pointer, "an action is an object");
    requireKeys(action, actionKeys, pointer);
    const { target, remove, update, copy } = action;
    if (typeof target !== "string") {
      return fail(
        `${pointer}/target`,
        "an action needs a JSONPath as its target",
      );
    }
    if (remove === true) return { target, change: { kind: "remove" }, pointer };
    if (typeof copy === "string" && update === undefined) {
      return { target, change: { kind: "copy", from: copy }, pointer };
    }
    if (update === undefined || copy !== undefined) {
      return fail(pointer, "an action needs one of update, remove and copy");
    }
    return { target, change: { kind: "update", value: update }, pointer };
  });
}
