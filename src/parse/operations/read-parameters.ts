// The parameter lists of an operation and of its path → parameters without
// duplicates.

import { quote } from "../../diagnostics/quote.js";
import type { Field } from "../../ir/type-expr.js";
import { isRecord, readDefault, readText } from "../schema/read-schema.js";
import type { Part } from "./create-part-reader.js";
import type { OperationContext } from "./operation-context.js";
import { listContent, uniteContent } from "./read-content.js";

/** @see https://spec.openapis.org/oas/v3.1.1#parameter-locations */
const parameterLocations = ["cookie", "header", "path", "query"] as const;

/** A parameter and its location, the value of `in`. */
export interface Parameter {
  readonly place: (typeof parameterLocations)[number];
  readonly field: Field;
}

/**
 * Of parameters with the same name and location, the first wins. Duplicates in
 * one list are reported; those in different lists are overrides.
 */
export function readParameters(
  holders: readonly Part[],
  context: OperationContext,
): Parameter[] {
  const parameters = new Map<string, Parameter>();
  for (const holder of holders) {
    const listed = readList(holder, context);
    const seen = new Set<string>();
    for (const { parameter, at } of listed) {
      const key = identityOf(parameter);
      if (seen.has(key)) {
        const { place, field } = parameter;
        context.parts.wrong(
          at,
          `${JSON.stringify(field.name)} is listed twice in ${place}; the first one counts`,
        );
      }
      seen.add(key);
      if (!parameters.has(key)) parameters.set(key, parameter);
    }
  }
  return [...parameters.values()];
}

/** Name and location identify a parameter; names of headers are case-insensitive. */
export function identityOf({ place, field: { name } }: Parameter): string {
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}

/**
 * These headers are ignored: media types and security describe them.
 * @see https://spec.openapis.org/oas/v3.1.1#parameter-object name
 */
const ignoredHeaders = /^(accept|authorization|content-type)$/i;

interface Listed {
  readonly parameter: Parameter;
  readonly at: string;
}

/** @see https://spec.openapis.org/oas/v3.1.1#parameter-object */
function readList(
  { raw, pointer }: Part,
  context: OperationContext,
): readonly Listed[] {
  const { parts } = context;
  const listed = raw.parameters ?? [];
  if (!Array.isArray(listed)) {
    parts.wrong(
      `${pointer}/parameters`,
      "a list of parameters is needed; they are left out",
    );
    return [];
  }
  return listed.flatMap((value: unknown, index): Listed[] => {
    const at = `${pointer}/parameters/${index}`;
    const part = parts.read(value, at, "a parameter");
    if (part === null) return [];
    const { name, in: written } = part.raw;
    const place = parameterLocations.find((one) => one === written);
    if (typeof name !== "string" || typeof written !== "string") {
      parts.wrong(
        part.pointer,
        'a parameter needs a "name" and an "in"; it is left out',
      );
      return [];
    }
    if (written === "querystring") return readQueryString(part, at, context);
    if (place === undefined) {
      parts.wrong(
        `${part.pointer}/in`,
        `a parameter is in ${parameterLocations.join(", ")}, not in ${quote(written)}; it is left out`,
      );
      return [];
    }
    if (place === "header" && ignoredHeaders.test(name)) return [];
    return [
      { parameter: { place, field: readField(name, part, context) }, at },
    ];
  });
}

/**
 * Reads a parameter that is the whole query: the properties of an object
 * become query parameters. Other types have no names, so that they are
 * reported.
 * @see https://spec.openapis.org/oas/v3.2.0#parameter-locations querystring
 */
function readQueryString(
  { raw, pointer }: Part,
  at: string,
  context: OperationContext,
): Listed[] {
  const { parts, request } = context;
  const [entry] = listContent(
    raw.content,
    `${pointer}/content`,
    "request",
    context,
  );
  const schema = entry && parts.read(entry.schema, entry.pointer, null);
  const type = schema && request.build(schema.raw, schema.pointer);
  if (type?.kind === "object") {
    return type.fields.map((field) => ({
      parameter: { place: "query", field },
      at,
    }));
  }
  parts.wrong(
    pointer,
    "a querystring has types only where it is an object; it is left out",
  );
  return [];
}

function readField(
  name: string,
  { raw, pointer }: Part,
  context: OperationContext,
): Field {
  const type =
    raw.schema === undefined
      ? (uniteContent(
          listContent(raw.content, `${pointer}/content`, "request", context),
          "request",
          context,
        ) ?? { kind: "anyValue" })
      : context.request.build(raw.schema, `${pointer}/schema`);
  return {
    name,
    pointer,
    description: readText(raw.description, context.dialect),
    required: raw.required === true,
    nullable: type.kind === "nullable",
    present: raw.required === true,
    deprecated: raw.deprecated === true,
    default: isRecord(raw.schema) ? readDefault(raw.schema) : null,
    readOnly: false,
    writeOnly: false,
    type: type.kind === "nullable" ? type.type : type,
  };
}
