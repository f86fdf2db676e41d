// The lists of parameters of an operation and of its path → parameters, none twice.

import { quote } from "../../diagnostics/quote.js";
import type { Field } from "../../ir/type-expr.js";
import { isRecord, readDefault, readText } from "../schema/read-schema.js";
import type { Part } from "./create-part-reader.js";
import type { OperationContext } from "./operation-context.js";
import { listContent, uniteContent } from "./read-content.js";

/** @see https://spec.openapis.org/oas/v3.1.1#parameter-locations */
const parameterPlaces = ["cookie", "header", "path", "query"] as const;

export interface Parameter {
  readonly place: (typeof parameterPlaces)[number];
  readonly field: Field;
}

/** Of one name and place, the first counts: an operation's own before its path's. */
export function readParameters(
  holders: readonly Part[],
  context: OperationContext,
): Parameter[] {
  const found = new Map<string, Parameter>();
  for (const holder of holders) {
    const listed = readList(holder, context);
    const own = new Set<string>();
    for (const { parameter, at } of listed) {
      const key = identityOf(parameter);
      if (own.has(key)) {
        const { place, field } = parameter;
        context.parts.wrong(
          at,
          `${JSON.stringify(field.name)} is listed twice in ${place}; the first one counts`,
        );
      }
      own.add(key);
      if (!found.has(key)) found.set(key, parameter);
    }
  }
  return [...found.values()];
}

/** A parameter is told from others by its place and name, a header in any case. */
export function identityOf({ place, field: { name } }: Parameter): string {
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}

/**
 * These are said by the media types and the security of an operation.
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
    const place = parameterPlaces.find((one) => one === written);
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
        `a parameter is in ${parameterPlaces.join(", ")}, not in ${quote(written)}; it is left out`,
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
 * The whole query as one value: an object's properties are what else would be
 * parameters. Any other has no names, and so no types here.
 * @see https://spec.openapis.org/oas/v3.2.0#parameter-locations querystring
 */
function readQueryString(
  { raw, pointer }: Part,
  at: string,
  context: OperationContext,
): Listed[] {
  const { parts, request } = context;
  const [held] = listContent(
    raw.content,
    `${pointer}/content`,
    "request",
    context,
  );
  const schema = held && parts.read(held.schema, held.pointer, null);
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
