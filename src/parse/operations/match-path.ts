// The parameters in the braces of a path → exactly one field for each,
// whatever the document declares.

import type { Field } from "../../ir/type-expr.js";
import type { OperationContext } from "./operation-context.js";

/**
 * Reports a declared parameter that is not in the path, and a parameter of the
 * path that is not declared, which becomes a string. `pointer` is that of the
 * operation.
 */
export function matchPath(
  path: string,
  declared: readonly Field[],
  pointer: string,
  { parts }: OperationContext,
): readonly Field[] {
  const names = new Set(
    [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name),
  );
  for (const { name, pointer: at } of declared) {
    if (names.has(name)) continue;
    parts.wrong(
      at,
      `${JSON.stringify(name)} is in no braces of ${path}; it is left out`,
    );
  }
  const missing = [...names].filter(
    (name) => !declared.some((field) => field.name === name),
  );
  return [
    ...declared
      .filter(({ name }) => names.has(name))
      .map((field) => ({ ...field, required: true, present: true })),
    ...missing.map((name): Field => {
      parts.wrong(
        pointer,
        `no parameter says what {${name}} is in ${path}; it is a string`,
      );
      return undeclared(name, pointer);
    }),
  ];
}

function undeclared(name: string, pointer: string): Field {
  return {
    name,
    pointer,
    description: null,
    required: true,
    nullable: false,
    present: true,
    deprecated: false,
    default: null,
    readOnly: false,
    writeOnly: false,
    type: { kind: "string", format: null },
  };
}
