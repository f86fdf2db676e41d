// Loads all files that a document refers to, directly or through other files, and makes
// each reference name its file unambiguously. All errors of references are reported here,
// while the file of each reference is known.

import { relative } from "node:path";
import {
  createDiagnostic,
  type Diagnostic,
  type Report,
} from "../../diagnostics/diagnostic.js";
import type { DiagnosticCode } from "../../diagnostics/diagnostic-catalogue.js";
import { didYouMean } from "../../diagnostics/did-you-mean.js";
import { InputError } from "../../diagnostics/input-error.js";
import { quoteAddress, showAddress } from "../../diagnostics/show-address.js";
import { ReadFailure } from "../../source/files/read-file.js";
import { decodePercent, isRemote, locate } from "../../source/locate.js";
import { overLimit } from "../../source/read-limits.js";
import {
  findExternalReferences,
  pointerOf,
  type Reference,
} from "../external-references.js";
import { isObject } from "../is-object.js";
import { appendPointer, encodePointer, parsePointer } from "../pointer.js";
import type { SpecTree } from "../spec-tree.js";
import { createIdentifiers } from "./create-identifiers.js";
import { type DocumentPart, findPart, type LinkedFile } from "./find-part.js";
import {
  displayName,
  type LinkedFileOptions,
  readLinkedFile,
} from "./read-linked-file.js";
import { shortenQuotes } from "./shorten-quotes.js";

/** A reference with its target. */
export interface Link {
  readonly file: LinkedFile;
  readonly reference: Reference;
  readonly target: DocumentPart;
}

export interface LinkedFiles {
  /** The document itself. */
  readonly main: LinkedFile;
  readonly others: readonly LinkedFile[];
  readonly links: readonly Link[];
}

export interface LinkOptions extends LinkedFileOptions {
  /** The folder that the document's name is relative to. */
  readonly cwd: string;
  /** True to fetch files from the network. */
  readonly remote: boolean;
}

/**
 * @throws InputError with the errors of all references
 * @see https://spec.openapis.org/oas/v3.2.0#relative-references-in-api-description-uris
 */
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
  const parts: DocumentPart[] = [
    { file: main, value: main.root, place: [], kind: "words" },
  ];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const { file } = part;
    for (const reference of findExternalReferences(
      part.value,
      part.kind,
      part.place,
    )) {
      // Parts may contain each other: a rewritten reference is not read a second time.
      const key = String(reference.place.at(-1));
      const keys = rewritten.get(reference.holder) ?? new Set();
      rewritten.set(reference.holder, keys);
      if (keys.has(key) || reference.kind === "data") continue;
      keys.add(key);
      const found = await loader.follow(file, reference);
      if (found === null) continue;
      links.push({ file, reference, target: found });
      const isNew = !seen.has(found.value) && found.file !== main;
      if (typeof found.value === "object" && found.value !== null && isNew) {
        seen.add(found.value);
        parts.push({ ...found, kind: reference.kind });
      }
    }
  }
  if (errors.length > 0) throw new InputError(errors);
  return { main, others: files.slice(1), links };
}

function createLoader(document: SpecTree, options: LinkOptions, warn: Report) {
  const main: LinkedFile = { ...document, id: idOf(document.location, 0) };
  const files: LinkedFile[] = [main];
  const errors: Diagnostic[] = [];
  /** Null for a file that cannot be read, after reporting why. */
  const byLocation = new Map<string, LinkedFile | null>([
    [main.location, main],
  ]);
  const identifiers = createIdentifiers();

  return { main, files, errors, follow };

  /** Rewrites a reference and returns its target; null after reporting that there is none. */
  async function follow(
    file: LinkedFile,
    reference: Reference,
  ): Promise<DocumentPart | null> {
    const hash = reference.ref.indexOf("#");
    const uri = hash < 0 ? reference.ref : reference.ref.slice(0, hash);
    const fragment = hash < 0 ? "" : reference.ref.slice(hash + 1);
    const stays = uri === "" || identifiers.isOwn(file.root, uri);
    const target = stays ? file : await load(file, reference, uri);
    if (target === null) return null;
    const found = findPart(target, fragment);
    // The parser checks references within the document.
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
    const location = findFile(file, reference, uri);
    if (location === null) return null;
    const known = byLocation.get(location);
    if (known !== undefined) return known;
    const name = displayName(location, document.file, options.cwd);
    try {
      const tree = await readLinkedFile(location, name, options, warn);
      const loaded = { ...tree, id: idOf(location, files.length) };
      files.push(loaded);
      byLocation.set(location, loaded);
      return loaded;
    } catch (error) {
      if (error instanceof InputError) {
        errors.push(...error.diagnostics.map(shortenQuotes));
      } else if (error instanceof ReadFailure) {
        // The parser reports a discriminator without a target as a warning.
        if (reference.isMapping && error.kind === "missing") return null;
        reportUnread(file, reference, name, error);
      } else {
        throw error;
      }
      byLocation.set(location, null);
      return null;
    }
  }

  /** Returns the location of a file; null if it is not a file or may not be read. */
  function findFile(
    file: LinkedFile,
    reference: Reference,
    uri: string,
  ): string | null {
    const target = locate(file.location, uri, options.root);
    if (target.kind === "nowhere") return null; // the parser reports `ref/external`
    if (target.kind === "file") return target.location;
    const isForbidden = target.kind !== "address" || !options.remote;
    if (!isForbidden) return target.location;
    if (reference.isMapping) return null; // as above
    if (target.kind === "address") {
      const what = "is in the network, and may not be fetched";
      reportAt(file, reference, "ref/remote", what);
    } else if (target.kind === "local") {
      const what = "is a file of this machine, and the document is not";
      reportAt(file, reference, "ref/outside", what);
    } else {
      const root = relative(options.cwd, options.root) || ".";
      const what =
        options.root === document.location
          ? "is another file, and the document has no root folder: it is in the topmost folder"
          : `is outside of the root folder ${quoteAddress(root)}`;
      reportAt(file, reference, "ref/outside", what);
    }
    return null;
  }

  function reportUnread(
    file: LinkedFile,
    reference: Reference,
    name: string,
    { kind, message }: ReadFailure,
  ): void {
    if (kind === "missing") {
      const what = `refers to a file that is not there (${name})`;
      reportAt(file, reference, "ref/not-found", what);
    } else if (kind === "outside") {
      reportAt(file, reference, "ref/outside", message);
    } else if (kind === "too-large") {
      const { limits } = options.network.budget;
      const found = `${JSON.stringify(name)} ${message}`;
      const at = { file: file.file, pointer: pointerOf(reference) };
      errors.push(...overLimit("bytes", at, limits, found).diagnostics);
    } else {
      const what = `refers to a file that cannot be read: ${JSON.stringify(name)} ${message}`;
      reportAt(file, reference, "spec/unreadable", what);
    }
  }

  /** The message is the quoted reference, followed by `what`. */
  function reportAt(
    { file }: LinkedFile,
    reference: Reference,
    code: DiagnosticCode,
    what: string,
  ): void {
    const quoted = quoteAddress(reference.ref);
    report(code, { file, pointer: pointerOf(reference) }, `${quoted} ${what}`);
  }

  function report(...parts: Parameters<typeof createDiagnostic>): void {
    const diagnostic = createDiagnostic(...parts);
    const isOwn = diagnostic.at?.file === main.file;
    errors.push(isOwn ? diagnostic : shortenQuotes(diagnostic));
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
      `${quoteAddress(reference.ref)} refers to nothing in ${target.file}`,
      near ?? undefined,
    );
  }
}

/** Names the file even within that file, because a part of it may be moved. */
function refTo({ file, place }: DocumentPart, isMain: boolean): string {
  const encoded = encodePointer(appendPointer("", ...place));
  return `${isMain ? "" : file.id}#${encoded}`;
}

/** Ends in the file's name: a schema that is a whole file is named after it. */
function idOf(location: string, index: number): string {
  const path = isRemote(location)
    ? decodePercent(new URL(location).pathname)
    : location;
  const name = showAddress(path.split(/[/\\]/).pop() ?? "");
  return `/${index}/${name.replaceAll("#", "_")}`;
}
