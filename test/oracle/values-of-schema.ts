// A schema of OpenAPI 3.0 → values that are valid by it. Independent of `src`: reads
// the document by itself.

import fc from "fast-check";
import { type Draw, drawn } from "./drawn.js";
import { isRecord, type Raw } from "./stripe-document.js";

/** Deeper values have no optional properties, no items, and null where it is allowed. */
const maxDepth = 4;
/** The same applies to values after this number of properties. */
const maxSize = 60;

/** Values of one schema, each of several branches, lengths and depths. */
export function valuesOf(
  schemas: Readonly<Record<string, Raw>>,
  name: string,
): fc.Arbitrary<unknown> {
  return drawn((draw) => writeValue(schemas, name, draw));
}

export function writeValue(
  schemas: Readonly<Record<string, Raw>>,
  name: string,
  draw: Draw,
): unknown {
  return createWriter(schemas, draw)(schemas[name], 0);
}

/** Values of any type, for schemas without a type. */
const anything = fc.jsonValue({ maxDepth: 1 });

/** Code points of one and of two units, which count as one each. */
const text = fc.string({
  unit: fc.constantFrom(..."abcxyz019 _-é€", "😀"),
  maxLength: 12,
  size: "max",
});

const url = fc.constantFrom("", "/", "?a=b");
const numbers = fc.double({ noNaN: true, noDefaultInfinity: true });
const integers = fc.maxSafeInteger();

function createWriter(
  schemas: Readonly<Record<string, Raw>>,
  { below, of }: Draw,
) {
  let size = 0;

  const chance = (one: number) => below(one) === 0;

  const write = (schema: unknown, depth: number): unknown => {
    if (!isRecord(schema)) return of(anything);
    const scarce = depth >= maxDepth || size > maxSize;
    if (schema.nullable === true && (scarce || chance(5))) return null;
    if (typeof schema.$ref === "string") {
      const name = schema.$ref.replace("#/components/schemas/", "");
      return write(schemas[name], depth);
    }
    if (Array.isArray(schema.anyOf)) {
      const branches: readonly unknown[] = schema.anyOf;
      const simple = branches.findIndex(
        (branch) => isRecord(branch) && branch.type === "string",
      );
      const chosen = scarce && simple >= 0 ? simple : below(branches.length);
      return write(branches[chosen], depth);
    }
    if (Array.isArray(schema.enum)) {
      return schema.enum[below(schema.enum.length)];
    }
    switch (schema.type) {
      case "string":
        return writeString(schema);
      case "integer":
        return of(integers);
      case "number":
        return chance(2) ? of(integers) : of(numbers);
      case "boolean":
        return chance(2);
      case "array":
        return Array.from({ length: scarce ? 0 : below(3) }, () =>
          write(schema.items, depth + 1),
        );
      case "object":
        return writeObject(schema, depth, scarce);
      default:
        throw new Error(`no values of ${JSON.stringify(schema)}`);
    }
  };

  const writeString = ({ maxLength, pattern }: Raw): string => {
    if (typeof pattern === "string") {
      return pattern.replace("^", "").replace("[^/]+", "abc") + of(url);
    }
    const max = typeof maxLength === "number" ? maxLength : 20;
    // As long as it may be, and no longer: in code points.
    if (chance(50)) return "é".repeat(max - 1) + (chance(2) ? "😀" : "a");
    return [...of(text)].slice(0, max).join("");
  };

  const writeObject = (
    schema: Raw,
    depth: number,
    scarce: boolean,
  ): Record<string, unknown> => {
    const { properties = {}, required = [], additionalProperties } = schema;
    const result: Record<string, unknown> = {};
    const names = new Set<unknown>(Array.isArray(required) ? required : []);
    const often = 1 + below(4); // some objects are full, others nearly empty
    for (const [name, property] of Object.entries(properties as Raw)) {
      if (!names.has(name) && (scarce || !chance(often))) continue;
      size++;
      result[name] = write(property, depth + 1);
    }
    if (isRecord(additionalProperties) && !scarce) {
      for (let count = below(3); count > 0; count--) {
        result[of(text)] = write(additionalProperties, depth + 1);
      }
    } else if (schema.properties === undefined && chance(2)) {
      result[of(text)] = of(anything);
    }
    return result;
  };

  return write;
}
