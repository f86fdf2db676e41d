// Each operation gets types and a file named after its id, or after its method and
// path. Of two ids that come to one name, one gives way and is named after its method
// and path, which no other has. Any other clash is numbered. A warning says what the
// name is, and how to choose another.

import {
  createDiagnostic,
  type Report,
} from "../../../diagnostics/diagnostic.js";
import type { Operation } from "../../../ir/operation.js";
import { type Word, word } from "../../../languages/printable.js";
import {
  tsFileName,
  tsTypeName,
} from "../../../languages/typescript/typescript-names.js";
import {
  type OperationPart,
  operationParts,
  partsOf,
} from "./operation-parts.js";

export interface OperationNames {
  /** Without folder and ending. */
  readonly file: Word;
  /** `PostCharges`: what the names of its types begin with. */
  readonly stem: Word;
  readonly types: Readonly<Record<OperationPart, Word>>;
}

/** Names that are given so far. */
interface NamingState {
  readonly file: string;
  readonly report: Report;
  /** Of all types. */
  readonly taken: Set<string>;
  /** Of files, and the operation that has each; null for what several share. */
  readonly files: Map<string, Operation | null>;
  readonly stems: Map<string, Operation>;
}

/** `taken` has the names of all other types, and grows. */
export function nameOperations(
  operations: readonly Operation[],
  file: string,
  taken: Set<string>,
  report: Report,
): ReadonlyMap<Operation, OperationNames> {
  const state: NamingState = {
    ...{ file, report, taken, stems: new Map() },
    // The file of what several operations share.
    files: new Map([["shared", null]]),
  };
  const { kept, yielding } = resolveIds(operations);
  const inOrder = [
    ...kept,
    ...operations.filter(({ isNamed }) => !isNamed),
    ...yielding.keys(),
  ];
  return new Map(
    inOrder.map((operation) => [
      operation,
      nameOperation(operation, yielding.get(operation), state),
    ]),
  );
}

/** `before` is the one whose id came to the same name, and has it. */
function nameOperation(
  operation: Operation,
  before: Operation | undefined,
  state: NamingState,
): OperationNames {
  const { files, stems, taken } = state;
  const parts = partsOf(operation);
  const label =
    before === undefined ? operation.label : labelOfPlace(operation);
  const [stem, own] =
    parts.length === 0
      ? [tsTypeName(label), word``]
      : nameStem(operation, label, before, state);
  const types = namesOfParts((part) =>
    parts.includes(part) && !stems.has(stem)
      ? nameType(operation, word`${stem}${part}`, state)
      : word`${stem}${part}`,
  );
  if (parts.length > 0) {
    files.set(own, operation);
    stems.set(stem, operation);
    for (const part of parts) taken.add(types[part]);
  }
  return { file: own, stem, types };
}

function warnOfName(
  operation: Operation,
  message: string,
  { file, report }: NamingState,
): void {
  report(
    createDiagnostic(
      "name/collision",
      { file, pointer: operation.pointer },
      `${pathPlaceOf(operation)} ${message}`,
      chooseAName(operation),
    ),
  );
}

function nameStem(
  operation: Operation,
  label: string,
  before: Operation | undefined,
  state: NamingState,
): [stem: Word, file: Word] {
  const { files, stems } = state;
  const stem = tsTypeName(label);
  const own = tsFileName(snakeCase(label));
  const other = stems.get(stem);
  const holder = before ?? other ?? files.get(own);
  if (holder === undefined) return [stem, own];
  const isTaken = other !== undefined || files.has(own);
  const number = isTaken
    ? firstFreeOperationName((suffix) =>
        other === undefined
          ? files.has(own + suffix)
          : stems.has(stem + suffix) || files.has(own + suffix),
      )
    : word``;
  const numbered = other === undefined ? stem : word`${stem}${number}`;
  const of = holder === null ? "the file of shared types" : pathPlaceOf(holder);
  const message = `collides with ${of}; its types become ${numbered}… (params/${own}${number}.ts)`;
  warnOfName(operation, message, state);
  return [numbered, word`${own}${number}`];
}

function nameType(
  operation: Operation,
  wanted: Word,
  state: NamingState,
): Word {
  const { taken } = state;
  if (!taken.has(wanted)) return wanted;
  const number = firstFreeOperationName((suffix) => taken.has(wanted + suffix));
  const name = word`${wanted}${number}`;
  const message = `maps to ${wanted}, which is already a type; it becomes ${name}`;
  warnOfName(operation, message, state);
  return name;
}

/**
 * Of operations whose ids come to one name, the one that is spelled like its types or
 * file keeps it, else the first by id. One more renames no other but the one that has
 * its name.
 */
function resolveIds(operations: readonly Operation[]) {
  const holders = new Map<string, Operation>();
  /** Operation → the one that has its name. */
  const yielding = new Map<Operation, Operation>();
  // What sends nothing has no types of its own, and so no name to lose.
  const named = operations.filter(
    (one) => one.isNamed && partsOf(one).length > 0,
  );
  const exact = new Set(named.filter(isExactOperationName));
  const others = named.filter((one) => !exact.has(one));
  for (const operation of [...exact, ...others]) {
    const stem = tsTypeName(operation.label);
    const holder = holders.get(stem);
    if (holder === undefined) holders.set(stem, operation);
    else yielding.set(operation, holder);
  }
  const kept = operations.filter((one) => one.isNamed && !yielding.has(one));
  return { kept, yielding };
}

function isExactOperationName({ label }: Operation): boolean {
  return tsTypeName(label) === label || tsFileName(snakeCase(label)) === label;
}

function pathPlaceOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

/** `post /v1/orders`: as where a document gives no id. */
function labelOfPlace({ method, path }: Operation): string {
  return `${method.toLowerCase()} ${path}`;
}

/** By its place, since an id may be that of a schema as well. */
function chooseAName(operation: Operation): string {
  return `choose a name in the config: \`names: {${JSON.stringify(pathPlaceOf(operation))}: …}\` beside \`out\``;
}

function namesOfParts(
  name: (part: OperationPart) => Word,
): OperationNames["types"] {
  const entries = operationParts.map((part) => [part, name(part)] as const);
  // An entry for each part there is.
  return Object.fromEntries(entries) as OperationNames["types"];
}

function firstFreeOperationName(isTaken: (suffix: string) => boolean): Word {
  for (let number = 2; ; number++) {
    const suffix = word`_${number}`;
    if (!isTaken(suffix)) return suffix;
  }
}

/** `PostIdentityVerificationSessions → post_identity_verification_sessions` */
function snakeCase(id: string): string {
  return id
    .replace(/(?<=[\p{Ll}\p{Nd}])(?=\p{Lu})/gu, "_")
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_|_$/g, "")
    .toLowerCase();
}
