// An error of the config's JSON Schema → a message with the value and the fix.

import type { ErrorObject } from "ajv";
import {
  createDiagnostic,
  type Diagnostic,
} from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/did-you-mean.js";
import { quoteBriefly } from "../diagnostics/quote.js";
import { quoteAddress, showAddress } from "../diagnostics/show-address.js";

interface Description {
  readonly message: string;
  readonly help: string;
  /** The key that the error is about, below the value. */
  readonly key?: string;
}

/** `error` is from ajv with `verbose`, which adds the value and the schema. */
export function describeConfigError(
  error: ErrorObject,
  file: string,
): Diagnostic {
  const { message, help, key } = describe(error);
  const below = key === undefined ? "" : `/${escapeToken(key)}`;
  const pointer = `#${error.instancePath}${below}`;
  return createDiagnostic("config/invalid", { file, pointer }, message, help);
}

function describe(error: ErrorObject): Description {
  const value = quoteBriefly(error.data);
  const at = error.instancePath.split("/").at(-1) ?? "";
  switch (error.keyword) {
    case "additionalProperties":
      return describeUnknownKey(error);
    case "required": {
      const name = String(error.params.missingProperty);
      const help = `add \`${name}\`${name in examples ? `, such as \`${name}: ${examples[name]}\`` : ""}`;
      return { message: `${JSON.stringify(name)} is missing`, help };
    }
    case "type":
      return describeType(value, String(error.params.type), error.instancePath);
    case "enum": {
      const allowed = listOf(error.params.allowedValues);
      return {
        message: `${value} is not a ${at}`,
        help:
          didYouMean(String(error.data), allowed) ??
          `use one of ${allowed.join(", ")}`,
      };
    }
    case "minimum":
      return {
        message: `${value} is not a positive integer`,
        help: "use a whole number above 0",
      };
    case "minItems":
      return {
        message: `the list ${JSON.stringify(at)} is empty`,
        help: "add an entry with `spec` and `out`",
      };
    case "minLength":
      return {
        message: `${value} is an empty string`,
        help: "write a non-empty string, or remove the key",
      };
    case "pattern":
      return describePattern(value, error.data);
    default:
      return {
        message: `${value} is not allowed: it ${error.message ?? "is wrong"}`,
        help: "correct the value; `codegen.config.schema.json` lists the allowed values",
      };
  }
}

const examples: Readonly<Record<string, string>> = {
  out: "generated",
  outputs: "[{spec: openapi.json, out: generated}]",
  spec: "openapi.json",
};

/** A common mistake is to write a key of an output beside `outputs`; the help covers it. */
function describeUnknownKey({
  params,
  parentSchema,
  instancePath,
}: ErrorObject): Description {
  const key = String(params.additionalProperty);
  const known = Object.keys(Object(parentSchema?.properties));
  const message = `unknown key ${quoteAddress(key)}; expected one of ${known.join(", ")}`;
  const near = didYouMean(key, known);
  const other =
    instancePath === ""
      ? "remove it, or move it into an entry of `outputs`"
      : "remove it, or correct its name";
  return { key: showAddress(key), message, help: near ?? other };
}

const types: Readonly<Record<string, readonly [name: string, help: string]>> = {
  array: ["a list", "write a list, such as `[a, b]`"],
  boolean: ["a boolean", "write true or false, without quotes"],
  integer: ["an integer", "write a whole number, without quotes"],
  object: ["an object", "write keys with values, such as `{a: b}`"],
  string: ["a string", "write a string, in quotes if it looks like a number"],
};

function describeType(
  value: string,
  type: string,
  instancePath: string,
): Description {
  const [name, help] = types[type] ?? [
    `a value of type ${type}`,
    `write a value of type ${type}`,
  ];
  return {
    message: `${value} is not ${name}`,
    help:
      instancePath === ""
        ? `write \`outputs: ${examples.outputs ?? ""}\``
        : help,
  };
}

function describePattern(value: string, data: unknown): Description {
  return String(data).includes("\0")
    ? {
        message: `${value} contains a NUL character`,
        help: "remove the character",
      }
    : {
        message: `${value} is not a name`,
        help: "use letters, digits, `_`, `-` and `.`, with a letter or `_` first",
      };
}

function listOf(values: unknown): string[] {
  return Array.isArray(values) ? values.map(String) : [];
}

function escapeToken(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
