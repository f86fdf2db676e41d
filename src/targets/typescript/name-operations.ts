// Each operation gets types and a file named after its id, or after its method and
// path. Two ids that come to one name are an error: a number behind one of them
// would say nothing to whoever reads it. Any other clash is numbered, and a warning
// says how to choose a name.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Operation } from "../../model/operation.js";
import { fileName, typeName } from "./names.js";
import {
  type OperationPart,
  operationParts,
  partsOf,
} from "./operation-parts.js";

export interface OperationNames {
  /** Without folder and ending. */
  readonly file: string;
  /** `PostCharges`: what the names of its types begin with. */
  readonly stem: string;
  readonly types: Readonly<Record<OperationPart, string>>;
}

/** `taken` has the names of all other types, and grows. */
export function nameOperations(
  operations: readonly Operation[],
  file: string,
  taken: Set<string>,
  report: Report,
): ReadonlyMap<Operation, OperationNames> {
  // The file of what several operations share.
  const files = new Map<string, Operation | null>([["shared", null]]);
  const stems = new Map<string, Operation>();
  const warn = (operation: Operation, message: string) =>
    report(
      createDiagnostic(
        "name/collision",
        { file, pointer: operation.pointer },
        `${placeOf(operation)} ${message}`,
        chooseAName(operation),
      ),
    );

  const nameStem = (operation: Operation): [stem: string, file: string] => {
    const stem = typeName(operation.label);
    const own = fileName(snakeCase(operation.label));
    const other = stems.get(stem);
    if (other !== undefined && operation.isNamed && other.isNamed) {
      report(sameName(operation, other, own, file));
      return [stem, own];
    }
    const holder = other ?? files.get(own);
    if (holder === undefined) return [stem, own];
    const number = firstFree((suffix) =>
      other === undefined
        ? files.has(own + suffix)
        : stems.has(stem + suffix) || files.has(own + suffix),
    );
    const numbered = other === undefined ? stem : stem + number;
    const of = holder === null ? "what several share" : placeOf(holder);
    warn(
      operation,
      `would have the name of ${of}; its types are ${numbered}… in params/${own + number}.ts`,
    );
    return [numbered, own + number];
  };

  const nameType = (operation: Operation, wanted: string): string => {
    if (!taken.has(wanted)) return wanted;
    const name = wanted + firstFree((suffix) => taken.has(wanted + suffix));
    warn(
      operation,
      `would have ${wanted}, which is a type already; it has ${name}`,
    );
    return name;
  };

  const inOrder = [
    ...operations.filter(({ isNamed }) => isNamed),
    ...operations.filter(({ isNamed }) => !isNamed),
  ];
  return new Map(
    inOrder.map((operation) => {
      const parts = partsOf(operation);
      const [stem, own] =
        parts.length === 0
          ? [typeName(operation.label), ""]
          : nameStem(operation);
      const types = namesOfParts((part) =>
        parts.includes(part) && !stems.has(stem)
          ? nameType(operation, stem + part)
          : stem + part,
      );
      if (parts.length > 0) {
        files.set(own, operation);
        stems.set(stem, operation);
        for (const part of parts) taken.add(types[part]);
      }
      return [operation, { file: own, stem, types }];
    }),
  );
}

function sameName(
  operation: Operation,
  other: Operation,
  own: string,
  file: string,
) {
  const at = { file, pointer: `${operation.pointer}/operationId` };
  const help = `give one of them another operationId, or ${chooseAName(operation)}`;
  return operation.id === other.id
    ? createDiagnostic(
        "operation/same-id",
        at,
        `${JSON.stringify(operation.id)} is also the id of ${placeOf(other)}`,
        help,
      )
    : createDiagnostic(
        "operation/name-taken",
        at,
        `${placeOf(operation)} would have params/${own}.ts, which there is already for ${placeOf(other)} (${JSON.stringify(other.id)})`,
        help,
      );
}

function placeOf({ method, path }: Operation): string {
  return `${method} ${path}`;
}

/** By its place, since an id may be that of a schema as well. */
function chooseAName(operation: Operation): string {
  return `choose a name in the config: \`names: {${JSON.stringify(placeOf(operation))}: …}\` beside \`out\``;
}

function namesOfParts(
  name: (part: OperationPart) => string,
): OperationNames["types"] {
  const entries = operationParts.map((part) => [part, name(part)] as const);
  // An entry for each part there is.
  return Object.fromEntries(entries) as OperationNames["types"];
}

function firstFree(isTaken: (suffix: string) => boolean): string {
  for (let number = 2; ; number++) {
    if (!isTaken(`_${number}`)) return `_${number}`;
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
