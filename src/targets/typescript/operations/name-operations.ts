// Assigns type names and a file to each operation, derived from its id, or from its
// method and path if it has none. If two ids map to the same name, one of the
// operations is named after its method and path instead, which are unique. All
// other collisions are numbered. Each one is a warning that explains how to
// choose a name.

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
  /** The file without folder and extension. */
  readonly file: Word;
  /** The prefix of the names of its types: `PostCharges`. */
  readonly stem: Word;
  readonly types: Readonly<Record<OperationPart, Word>>;
}

/** The names that are assigned so far. */
interface NamingState {
  readonly file: string;
  readonly report: Report;
  /** The names of all types. */
  readonly taken: Set<string>;
  /** File → its operation; null for the file of shared types. */
  readonly files: Map<string, Operation | null>;
  readonly stems: Map<string, Operation>;
}

/** `taken` contains the names of all other types; the assigned ones are added. */
export function nameOperations(
  operations: readonly Operation[],
  file: string,
  taken: Set<string>,
  report: Report,
): ReadonlyMap<Operation, OperationNames> {
  const state: NamingState = {
    ...{ file, report, taken, stems: new Map() },
    // `params/shared.ts` is the file of shared types.
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

/** `before` is the operation that keeps the name if another id maps to the same one. */
function nameOperation(
  operation: Operation,
  before: Operation | undefined,
  state: NamingState,
): OperationNames {
  const { files, stems, taken } = state;
  const parts = partsOf(operation);
  const label =
    before === undefined ? operation.label : labelOfPlace(operation);
  const [stem, fileName] =
    parts.length === 0
      ? [tsTypeName(label), word``]
      : nameStem(operation, label, before, state);
  const types = namesOfParts((part) =>
    parts.includes(part) && !stems.has(stem)
      ? nameType(operation, word`${stem}${part}`, state)
      : word`${stem}${part}`,
  );
  if (parts.length > 0) {
    files.set(fileName, operation);
    stems.set(stem, operation);
    for (const part of parts) taken.add(types[part]);
  }
  return { file: fileName, stem, types };
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
  const fileName = tsFileName(snakeCase(label));
  const other = stems.get(stem);
  const holder = before ?? other ?? files.get(fileName);
  if (holder === undefined) return [stem, fileName];
  const isTaken = other !== undefined || files.has(fileName);
  const number = isTaken
    ? firstFreeOperationName((suffix) =>
        other === undefined
          ? files.has(fileName + suffix)
          : stems.has(stem + suffix) || files.has(fileName + suffix),
      )
    : word``;
  const numbered = other === undefined ? stem : word`${stem}${number}`;
  const of = holder === null ? "the file of shared types" : pathPlaceOf(holder);
  const message = `collides with ${of}; its types become ${numbered}… (params/${fileName}${number}.ts)`;
  warnOfName(operation, message, state);
  return [numbered, word`${fileName}${number}`];
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
 * Decides which operation keeps a name that several ids map to: one whose id is
 * spelled like its types or file, else the first by id. A new operation in the
 * document can therefore rename at most one other.
 */
function resolveIds(operations: readonly Operation[]) {
  const holders = new Map<string, Operation>();
  /** Operation that loses its name → the one that keeps it. */
  const yielding = new Map<Operation, Operation>();
  // An operation without request types declares no names that could collide.
  const named = operations.filter(
    (operation) => operation.isNamed && partsOf(operation).length > 0,
  );
  const exact = new Set(named.filter(isExactOperationName));
  const others = named.filter((operation) => !exact.has(operation));
  for (const operation of [...exact, ...others]) {
    const stem = tsTypeName(operation.label);
    const holder = holders.get(stem);
    if (holder === undefined) holders.set(stem, operation);
    else yielding.set(operation, holder);
  }
  const kept = operations.filter(
    (operation) => operation.isNamed && !yielding.has(operation),
  );
  return { kept, yielding };
}

function isExactOperationName({ label }: Operation): boolean {
  return tsTypeName(label) === label || tsFileName(snakeCase(label)) === label;
}

function pathPlaceOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

/** The label of an operation without an id: `post /v1/orders`. */
function labelOfPlace({ method, path }: Operation): string {
  return `${method.toLowerCase()} ${path}`;
}

/** The advice names the operation by method and path: its id could also be the name of a schema. */
function chooseAName(operation: Operation): string {
  return `choose a name in the config: \`names: {${JSON.stringify(pathPlaceOf(operation))}: …}\` beside \`out\``;
}

function namesOfParts(
  name: (part: OperationPart) => Word,
): OperationNames["types"] {
  const entries = operationParts.map((part) => [part, name(part)] as const);
  // `entries` has every part, but `fromEntries` loses the type of the keys.
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
