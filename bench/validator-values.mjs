// Creates values that are valid by a schema, and copies of them with faults. Values of
// a publisher's samples are kept if they are valid; the rest is derived from the schema.

import { nameOf } from "./validator-schemas.mjs";

/** Makes `sample` valid by the schema: adds missing values and replaces invalid ones. */
export function mendValue(schemas, schema, sample) {
  if (schema.$ref !== undefined) {
    return mendValue(schemas, schemas[nameOf(schema.$ref)], sample);
  }
  if (sample === null && schema.nullable === true) return null;
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches !== undefined) return mendOneOf(schemas, branches, sample);
  switch (schema.type) {
    case "object":
      return mendObject(schemas, schema, isObject(sample) ? sample : {});
    case "array":
      return Array.isArray(sample)
        ? sample.map((item) => mendValue(schemas, schema.items, item))
        : [];
    case "string":
      if (schema.enum !== undefined) {
        return schema.enum.includes(sample) ? sample : schema.enum[0];
      }
      return typeof sample === "string" ? sample : "text";
    case "integer":
      return Number.isInteger(sample) ? sample : 1;
    case "number":
      return typeof sample === "number" ? sample : 1.5;
    case "boolean":
      return typeof sample === "boolean" ? sample : false;
    default:
      return sample ?? {};
  }
}

function mendOneOf(schemas, branches, sample) {
  const fits = (branch) => {
    if (!isObject(sample)) return branch.type === typeof sample;
    const { properties, type } =
      branch.$ref === undefined ? branch : schemas[nameOf(branch.$ref)];
    if (type !== "object") return false;
    const { enum: names = [sample.object] } = properties?.object ?? {};
    const isDeleted = properties?.deleted !== undefined;
    return names.includes(sample.object) && isDeleted === !!sample.deleted;
  };
  return mendValue(schemas, branches.find(fits) ?? branches[0], sample);
}

function mendObject(schemas, { properties = {}, required = [] }, sample) {
  const value = { ...sample };
  for (const [key, property] of Object.entries(properties)) {
    if (key in sample) value[key] = mendValue(schemas, property, sample[key]);
    else if (required.includes(key)) {
      const start = property.nullable === true ? null : undefined;
      value[key] = mendValue(schemas, property, start);
    }
  }
  return value;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Four faults: one missing, two of another type, one deeper. */
export function spoilValue({ id: _, ...value }) {
  return {
    ...value,
    created: "today",
    livemode: 1,
    metadata: { order: 5 },
  };
}
