// A document → every file that it refers to, directly or by way of others, and each
// reference rewritten to say which. All that is wrong is found here, where it is known
// which file says it: whoever puts the files together finds everything in place.

import {
  createDiagnostic,
  type Diagnostic,
  type Report,
} from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { InputError } from "../diagnostics/input-error.js";
import { createIdentifiers } from "./document-identifiers.js";
import { findPart, type LinkedFile, type Part } from "./find-part.js";
import {
  findReferences,
  pointerOf,
  type Reference,
} from "./find-references.js";
import { isObject } from "./is-object.js";
import { appendPointer, parsePointer } from "./pointer.js";
import type { ReadBudget } from "./read-limits.js";
import {
  displayName,
  isRemote,
  isThere,
  locate,
  readLinkedFile,
} from "./read-linked-file.js";
import type { SpecTree } from "./spec-tree.js";

/** A reference that was followed, and what it leads to. */
export interface Link {
  readonly file: LinkedFile;
  readonly reference: Reference;
  readonly target: unknown;
  /** The file that has the target. */
  readonly within: LinkedFile;
}

export interface LinkedFiles {
  /** The document itself comes first. */
  readonly files: readonly LinkedFile[];
  readonly links: readonly Link[];
}

export interface LinkOptions {
  readonly budget: ReadBudget;
  /** The folder that the document was named from. */
  readonly cwd: string;
  /** Whether files may be fetched from the network. */
  readonly remote: boolean;
}

/** Throws one `InputError` with all references that lead nowhere. */
export async function loadLinkedFiles(
  document: SpecTree,
  options: LinkOptions,
  warn: Report,
): Promise<LinkedFiles> {
  const loader = createLoader(document, options, warn);
  const { main, files, errors } = loader;
  const links: Link[] = [];
  const seen = new Set<unknown>();
  const rewritten = new Map<unknown, Set<string>>();
  const parts: Part[] = [
    { file: main, value: main.root, place: [], kind: "words" },
  ];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const { file } = part;
    for (const reference of findReferences(part.value, part.kind, part.place)) {
      // A part may be in another one; what was rewritten there is not read again.
      const key = String(reference.place.at(-1));
      const keys = rewritten.get(reference.holder) ?? new Set();
      rewritten.set(reference.holder, keys);
      if (keys.has(key) || reference.kind === "data") continue;
      keys.add(key);
      const found = await loader.follow(file, reference);
      if (found === null) continue;
      links.push({
        ...{ file, reference },
        ...{ target: found.value, within: found.file },
      });
      const isNew = !seen.has(found.value) && found.file !== main;
      if (typeof found.value === "object" && found.value !== null && isNew) {
        seen.add(found.value);
        parts.push({ ...found, kind: reference.kind });
      }
    }
  }
  if (errors.length > 0) throw new InputError(errors);
  return { files, links };
}

function createLoader(
  document: SpecTree,
  { budget, cwd, remote }: LinkOptions,
  warn: Report,
) {
  const main: LinkedFile = { ...document, id: idOf(document.location, 0) };
  const files: LinkedFile[] = [main];
  const errors: Diagnostic[] = [];
  /** Null for a file that cannot be read, of which all is said. */
  const byLocation = new Map<string, LinkedFile | null>([
    [main.location, main],
  ]);
  const identifiers = createIdentifiers();

  return { main, files, errors, follow };

  /** What a reference leads to, and the reference made to say so; null where nothing is. */
  async function follow(
    file: LinkedFile,
    reference: Reference,
  ): Promise<Part | null> {
    const hash = reference.ref.indexOf("#");
    const uri = hash < 0 ? reference.ref : reference.ref.slice(0, hash);
    const fragment = hash < 0 ? "" : reference.ref.slice(hash + 1);
    const stays = uri === "" || identifiers.isOwn(file.root, uri);
    const target = stays ? file : await load(file, reference, uri);
    if (target === null) return null;
    const found = findPart(target, fragment);
    // Within the document itself all is as it was, and looked at when models are built.
    if (stays && file === main) return found;
    if (found === null) reportMissing(file, reference, target, fragment);
    else reference.point(refTo(found, target === main && file === main));
    return found;
  }

  async function load(
    file: LinkedFile,
    reference: Reference,
    uri: string,
  ): Promise<LinkedFile | null> {
    const at = { file: file.file, pointer: pointerOf(reference) };
    const quoted = JSON.stringify(reference.ref);
    const location = locate(file.location, uri);
    if (location === null) return null; // `ref/external`, when models are built
    const known = byLocation.get(location);
    if (known !== undefined) return known;
    const isMissing = !isRemote(location) && !isThere(location);
    const isForbidden = isRemote(location) && !remote;
    // A discriminator that means nothing is a warning, when models are built.
    if (reference.isMapping && (isMissing || isForbidden)) return null;
    if (isForbidden) {
      report(
        "ref/remote",
        at,
        `${quoted} is in the network, and may not be fetched`,
      );
      return null;
    }
    const name = displayName(location, document.file, cwd);
    if (isMissing) {
      report(
        "ref/not-found",
        at,
        `${quoted} refers to a file that is not there (${name})`,
      );
      return null;
    }
    byLocation.set(location, null);
    try {
      const tree = await readLinkedFile(location, name, budget, warn);
      const loaded = { ...tree, id: idOf(location, files.length) };
      files.push(loaded);
      byLocation.set(location, loaded);
      return loaded;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      errors.push(...error.diagnostics);
      return null;
    }
  }

  function report(...diagnostic: Parameters<typeof createDiagnostic>): void {
    errors.push(createDiagnostic(...diagnostic));
  }

  function reportMissing(
    file: LinkedFile,
    reference: Reference,
    target: LinkedFile,
    fragment: string,
  ): void {
    if (reference.isMapping) return;
    const tokens = parsePointer(`#${fragment}`) ?? [];
    const last = tokens.at(-1) ?? "";
    const above = findPart(
      target,
      fragment.slice(0, fragment.lastIndexOf("/")),
    );
    const siblings = isObject(above?.value) ? Object.keys(above.value) : [];
    const near = didYouMean(last, siblings);
    report(
      "ref/not-found",
      { file: file.file, pointer: pointerOf(reference) },
      `${JSON.stringify(reference.ref)} refers to nothing in ${target.file}`,
      near ?? undefined,
    );
  }
}

/** Says the file even in the file itself: a part of it may come to stand elsewhere. */
function refTo({ file, place }: Part, isMain: boolean): string {
  const pointer = appendPointer("", ...place);
  const encoded = pointer.split("/").map(encodeURIComponent).join("/");
  return `${isMain ? "" : file.id}#${encoded}`;
}

/** Named after the file, since its schemas are. */
function idOf(location: string, index: number): string {
  const path = isRemote(location)
    ? decodeURI(new URL(location).pathname)
    : location;
  const name = path.split(/[/\\]/).pop() ?? "";
  return `/${index}/${name.replaceAll("#", "_")}`;
}
