// Parses an overlay into actions. Faults that affect an action are errors; other
// violations of the specification are warnings.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/did-you-mean.js";
import { inputError } from "../../diagnostics/input-error.js";
import { quoteBriefly } from "../../diagnostics/quote.js";
import { isObject } from "../is-object.js";
import { appendPointer } from "../pointer.js";
import type { SpecTree } from "../spec-tree.js";

/** A change to every value that a JSONPath selects. */
export interface OverlayAction {
  readonly target: string;
  readonly change:
    | { readonly kind: "remove" }
    | { readonly kind: "update"; readonly value: unknown }
    | { readonly kind: "copy"; readonly from: string };
  /** The location of the action in the overlay. */
  readonly pointer: string;
}

type Keys = Readonly<Record<string, unknown>>;

/** `fail` rejects the overlay; `warn` reports a fault and continues. */
interface Reader {
  fail(pointer: string, message: string, help?: string): never;
  warn(pointer: string, message: string, help?: string): void;
}

const overlayKeys = ["overlay", "info", "extends", "actions"];
const infoKeys = ["title", "version", "description"];
const actionKeys = ["target", "description", "update", "remove", "copy"];

/**
 * Parses all actions before any is applied.
 * @throws InputError for a wrong action, since a half-applied overlay is of no use
 * @see https://spec.openapis.org/overlay/v1.0.0.html
 * @see https://spec.openapis.org/overlay/v1.1.0.html
 */
export function parseOverlay(
  { file, root }: SpecTree,
  report: Report,
): OverlayAction[] {
  const reader: Reader = {
    fail(pointer, message, help) {
      throw inputError("overlay/invalid", { file, pointer }, message, help);
    },
    warn(pointer, message, help) {
      report(
        createDiagnostic("overlay/ignored", { file, pointer }, message, help),
      );
    },
  };
  if (!isObject(root) || root.overlay === undefined) {
    return reader.fail(
      "#",
      'this is not an overlay: there is no "overlay" key',
    );
  }
  checkVersion(root.overlay, reader);
  requireKeys(root, overlayKeys, "#", reader);
  checkInfo(root.info, reader);
  checkText(root, "extends", "#", reader);
  const { actions } = root;
  if (!Array.isArray(actions)) {
    return reader.fail(
      "#/actions",
      actions === undefined
        ? '"actions" is missing'
        : `${quoteBriefly(actions)} is not a list of actions`,
      "write a list of objects, each with a `target`",
    );
  }
  if (actions.length === 0) {
    const help = "add an action, or remove the overlay";
    reader.warn("#/actions", "the list of actions is empty", help);
  }
  return actions.map((action, index) =>
    readAction(action, `#/actions/${index}`, reader),
  );
}

function checkVersion(version: unknown, { fail, warn }: Reader): void {
  const text = String(version);
  if (!/^1(?:\.|$)/.test(text)) {
    fail("#/overlay", `${quoteBriefly(version)} is not a version of Overlay 1`);
  }
  if (/^1\.[01]\.\d+(?:-.+)?$/.test(text)) return;
  const message = `${quoteBriefly(version)} is not a known version of the specification`;
  const help = 'write "1.0.0" or "1.1.0"; the overlay is read like these';
  warn("#/overlay", message, help);
}

function checkInfo(info: unknown, reader: Reader): void {
  if (!isObject(info)) {
    reader.warn(
      "#/info",
      info === undefined
        ? '"info" is missing'
        : `${quoteBriefly(info)} is not an object`,
      "add `info` with a `title` and a `version`",
    );
    return;
  }
  requireKeys(info, infoKeys, "#/info", reader);
  for (const key of ["title", "version"]) {
    if (info[key] !== undefined) continue;
    reader.warn("#/info", `"${key}" is missing`, `add a ${key}`);
  }
  for (const key of infoKeys) checkText(info, key, "#/info", reader);
}

/** Checks a key that has no effect, and so only warns. */
function checkText(
  object: Keys,
  key: string,
  pointer: string,
  { warn }: Reader,
): void {
  const value = object[key];
  if (value === undefined || typeof value === "string") return;
  const help = "write a string, in quotes if it looks like a number";
  warn(
    appendPointer(pointer, key),
    `${quoteBriefly(value)} is not a string`,
    help,
  );
}

function requireKeys(
  object: Keys,
  allowed: readonly string[],
  pointer: string,
  { fail }: Reader,
): void {
  for (const key of Object.keys(object)) {
    if (allowed.includes(key) || key.startsWith("x-")) continue;
    fail(
      appendPointer(pointer, key),
      `unknown key ${JSON.stringify(key)}; expected one of ${allowed.join(", ")}`,
      didYouMean(key, allowed) ?? undefined,
    );
  }
}

function readAction(
  action: unknown,
  pointer: string,
  reader: Reader,
): OverlayAction {
  const { fail } = reader;
  if (!isObject(action)) {
    return fail(pointer, `${quoteBriefly(action)} is not an object`);
  }
  requireKeys(action, actionKeys, pointer, reader);
  checkText(action, "description", pointer, reader);
  const { target } = action;
  if (typeof target === "string") {
    return { target, change: readChange(action, pointer, reader), pointer };
  }
  return fail(
    `${pointer}/target`,
    target === undefined
      ? "an action needs a target"
      : `${quoteBriefly(target)} is not a JSONPath`,
    "write a JSONPath such as `$.components.schemas.Pet`",
  );
}

function readChange(
  { remove = false, update, copy }: Keys,
  pointer: string,
  { fail, warn }: Reader,
): OverlayAction["change"] {
  if (typeof remove !== "boolean") {
    const help = "write true or false, without quotes";
    return fail(
      `${pointer}/remove`,
      `${quoteBriefly(remove)} is not a boolean`,
      help,
    );
  }
  if (copy !== undefined && typeof copy !== "string") {
    const help = "write the JSONPath of the value to copy";
    return fail(
      `${pointer}/copy`,
      `${quoteBriefly(copy)} is not a JSONPath`,
      help,
    );
  }
  if (copy !== undefined && (remove || update !== undefined)) {
    const beside = remove ? "remove" : "update";
    const help = "write two actions";
    return fail(pointer, `"copy" is not allowed beside "${beside}"`, help);
  }
  if (copy !== undefined) return { kind: "copy", from: copy };
  if (remove && update !== undefined) {
    const message = '"update" has no effect beside "remove: true"';
    const help = "remove one of the two, or write two actions";
    warn(`${pointer}/update`, message, help);
  }
  if (remove) return { kind: "remove" };
  if (update !== undefined) return { kind: "update", value: update };
  return fail(
    pointer,
    "this action has no effect: it needs update, remove or copy",
    "add `update: VALUE`, `remove: true` or `copy: JSONPATH`, or remove the action",
  );
}
