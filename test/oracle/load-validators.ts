// A document → its generated validators, by the names of its schemas.

import {
  generateInMemory,
  type InMemory,
} from "../golden/generate-in-memory.js";
import { loadModules } from "./load-modules.js";

export interface Options {
  readonly mode?: "lenient" | "strict";
}

export interface Issue {
  readonly path: readonly (number | string)[];
  readonly expected: string;
  readonly received: string;
}

export interface Drift {
  readonly path: readonly (number | string)[];
  readonly kind: "property" | "value";
  readonly received: string;
}

export type Parsed =
  | {
      readonly ok: true;
      readonly value: unknown;
      readonly drift: readonly Drift[];
    }
  | {
      readonly ok: false;
      readonly issues: readonly Issue[];
      readonly drift: readonly Drift[];
    };

export interface StandardSchema {
  readonly "~standard": {
    readonly version: number;
    readonly vendor: string;
    readonly validate: (value: unknown) => unknown;
  };
}

/** The exports of one model's module. */
export interface Validator {
  parse(json: unknown, options?: Options): unknown;
  safeParse(json: unknown, options?: Options): Parsed;
  is(json: unknown, options?: Options): boolean;
  readonly schema: StandardSchema;
}

export interface Validators {
  readonly of: (schema: string) => Validator;
  readonly generated: InMemory;
}

export function loadValidators(
  file: string,
  text: string,
  options: Readonly<Record<string, unknown>> = {},
): Validators {
  const generated = generateInMemory(file, text, {
    emit: ["models", "validators"],
    ...options,
  });
  return { of: readValidators(generated), generated };
}

/** `files` defaults to the generated files. */
export function readValidators(
  { generated: { views }, files: own }: InMemory,
  files: ReadonlyMap<string, string> = own,
): Validators["of"] {
  const load = loadModules(files);
  const modules = new Map(
    views
      .filter((file) => "view" in file && file.template === "validator")
      .map(({ model, path }) => [model, path]),
  );
  const known = new Map<string, Validator>();
  return (schema) => {
    const before = known.get(schema);
    if (before !== undefined) return before;
    const path = modules.get(schema);
    if (path === undefined) throw new Error(`no validator of ${schema}`);
    const validator = readValidator(load(path));
    known.set(schema, validator);
    return validator;
  };
}

function readValidator(exports: Readonly<Record<string, unknown>>): Validator {
  const safeParse = Object.keys(exports).find((name) =>
    name.startsWith("safeParse"),
  );
  const type = safeParse?.slice("safeParse".length) ?? "";
  // A missing export fails when it is called.
  return {
    parse: exports[`parse${type}`],
    safeParse: exports[`safeParse${type}`],
    is: exports[`is${type}`],
    schema: exports[`${type}Schema`],
  } as Validator;
}
