// Applies an overlay to a document. A library selects the targets (RFC 9535 JSONPath).
// Merging is done here: it is short, and records which overlay each value came from.

import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Location } from "../../diagnostics/diagnostic.js";
import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { inputError } from "../../diagnostics/input-error.js";
import { locate } from "../../source/locate.js";
import {
  overLimit,
  type ReadBudget,
  type ReadLimits,
} from "../../source/read-limits.js";
import { copyTree } from "../copy-tree.js";
import { findExternalReferences, isExternal } from "../external-references.js";
import { isObject } from "../is-object.js";
import { followable } from "../require-size.js";
import { depthOf, setOwn } from "../set-own.js";
import type { SpecTree } from "../spec-tree.js";
import { noteOrigins, type Origins } from "../trace-origin.js";
import { type OverlayAction, parseOverlay } from "./parse-overlay.js";
import {
  createSelect,
  PathError,
  type SelectedPlace,
} from "./select-places.js";

/** The limits and the root folder. */
export interface OverlayOptions {
  readonly budget: ReadBudget;
  /** The folder that referenced files must be in. */
  readonly folder: string;
}

/**
 * Changes `document.root` in place; no value in it may occur twice.
 * @throws InputError for a wrong action
 */
export async function applyOverlay(
  document: SpecTree,
  overlay: SpecTree,
  { budget, folder }: OverlayOptions,
  origins: Origins,
  report: Report,
): Promise<void> {
  const actions = parseOverlay(overlay, report);
  const selectPlaces = await createSelect(budget.limits.depth);
  for (const action of actions) {
    const at = (...keys: string[]) => ({
      file: overlay.file,
      pointer: [action.pointer, ...keys].join("/"),
    });
    const count = (steps: number) => budget.countSteps(steps, at());
    const select = (path: string, key: string): SelectedPlace[] => {
      try {
        return selectPlaces(document.root, path, count);
      } catch (error) {
        if (!(error instanceof PathError)) throw error;
        const message = `${JSON.stringify(path)} is not a JSONPath: ${error.message}`;
        throw inputError("overlay/wrong-path", at(key), message);
      }
    };
    const fail = (key: string, message: string): never => {
      throw inputError("overlay/invalid", at(key), message);
    };

    const targets = select(action.target, "target");
    const { change } = action;
    if (targets.length === 0) {
      const message = `${JSON.stringify(action.target)} matches nothing in ${document.file}`;
      report(createDiagnostic("overlay/no-match", at("target"), message));
    }
    if (change.kind === "remove") {
      if (!remove(targets))
        fail("target", "the whole document cannot be removed");
      continue;
    }
    const value = findValue(action, select, fail);
    requireRoom(targets, value, budget.limits, at(change.kind));
    for (const target of targets) {
      const update = copyTree(value, () => {
        count(1);
        return undefined;
      });
      if (change.kind === "update") {
        rebase(update, overlay, folder);
        noteOrigins(origins, update, overlay.file, `${action.pointer}/update`);
      }
      const objection = applyUpdate(target, update);
      if (objection !== null) fail(change.kind, objection);
    }
  }
}

/** Copies of copies could make the document too deep for later steps. */
function requireRoom(
  targets: readonly SelectedPlace[],
  value: unknown,
  limits: ReadLimits,
  at: Location,
): void {
  const deepest = targets.reduce((most, { depth }) => Math.max(most, depth), 0);
  const depth = Math.min(limits.depth, followable);
  if (deepest + depthOf(value) <= depth) return;
  const excess = "this value would be nested deeper";
  throw overLimit("depth", at, { ...limits, depth }, excess);
}

function findValue(
  { change }: OverlayAction,
  select: (path: string, key: string) => SelectedPlace[],
  fail: (key: string, message: string) => never,
): unknown {
  if (change.kind !== "copy") {
    return change.kind === "update" ? change.value : undefined;
  }
  const sources = select(change.from, "copy");
  const [source] = sources;
  if (sources.length === 1 && source !== undefined) return source.value;
  return fail(
    "copy",
    `"copy" needs exactly one value, but ${JSON.stringify(change.from)} matches ${sources.length}`,
  );
}

/**
 * Returns false for the document itself. Removes items from the end of an array, so
 * that earlier indexes stay valid.
 */
function remove(targets: readonly SelectedPlace[]): boolean {
  const last = (key: string | number) => (typeof key === "number" ? key : -1);
  const ordered = [...targets].sort((a, b) => last(b.key) - last(a.key));
  for (const { holder, key } of ordered) {
    if (holder === null) return false;
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  }
  return true;
}

/** Returns null, or why the value cannot be updated. */
function applyUpdate(
  { holder, key, value }: SelectedPlace,
  update: unknown,
): string | null {
  if (Array.isArray(value)) {
    value.push(...(Array.isArray(update) ? update : [update]));
    return null;
  }
  if (isObject(value)) {
    if (!isObject(update))
      return `${overlayKindOf(update)} cannot be merged into an object`;
    merge(value, update);
    return null;
  }
  if (holder === null) return "the document is not an object";
  if (Array.isArray(holder)) holder[Number(key)] = update;
  else holder[key] = update;
  return null;
}

/** Merges objects, appends to arrays, and replaces anything else. */
function merge(
  object: Record<string, unknown>,
  update: Readonly<Record<string, unknown>>,
): void {
  for (const [key, value] of Object.entries(update)) {
    const before = Object.hasOwn(object, key) ? object[key] : undefined;
    if (isObject(before) && isObject(value)) merge(before, value);
    else if (Array.isArray(before) && Array.isArray(value))
      before.push(...value);
    else setOwn(object, key, value);
  }
}

/** Resolves the references of an overlay against its own location. */
function rebase(update: unknown, { location }: SpecTree, folder: string): void {
  for (const reference of findExternalReferences(update)) {
    if (!isExternal(reference)) continue;
    const [uri = "", ...fragment] = reference.ref.split("#");
    const target = locate(location, uri, folder);
    if (target.kind === "address") {
      reference.point([target.location, ...fragment].join("#"));
    } else if (target.kind === "file") {
      const { href } = pathToFileURL(target.location);
      reference.point([href, ...fragment].join("#"));
    } else if (target.kind === "outside") {
      // The error is reported only if something follows the reference.
      const { href } = pathToFileURL(resolve(dirname(location), uri));
      reference.point([href, ...fragment].join("#"));
    }
  }
}

function overlayKindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return value === null ? "null" : `a ${typeof value}`;
}
