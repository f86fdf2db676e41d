// Titled objects that occur in several requests → one shared shape each.
// Applies only to dialects in which a title always names the same object, so
// that names are predictable.

import { sortedByBytes } from "../ir/compare-bytes.js";
import type { ModelSet, ObjectModel } from "../ir/model.js";
import type { Operation } from "../ir/operation.js";
import { freeName } from "../ir/query/free-name.js";
import { identityText } from "../ir/query/identity-text.js";
import type { Field, InlineObjectType, TypeExpr } from "../ir/type-expr.js";
import { mapFields, mapType } from "../ir/walk/map-type.js";

/** The objects that have one title. */
interface Titled {
  readonly text: string;
  readonly type: InlineObjectType;
  count: number;
  /** True if objects with different declarations have this title. */
  ambiguous: boolean;
}

/** Two objects are equal if the declarations of their properties are. */
export function shareShapes(modelSet: ModelSet): ModelSet {
  const { operations } = modelSet;
  const titled = collectTitled(operations);
  const labels = [...titled.keys()].map(shapeLabel);
  const shared = new Map(
    [...titled].filter(
      ([title, { count, ambiguous }]) =>
        count > 1 &&
        !ambiguous &&
        labels.filter((label) => label === shapeLabel(title)).length === 1,
    ),
  );
  const taken = new Set(modelSet.models.map(({ name }) => name));
  const names = new Map(
    [...shared.keys()].map((title) => {
      const name = freeName(`shared ${title}`, taken);
      taken.add(name);
      return [title, name] as const;
    }),
  );
  const replace = (type: TypeExpr): TypeExpr => {
    if (type.kind !== "object" || type.title === null) return type;
    const model = names.get(type.title);
    return model === undefined ? type : { kind: "reference", model };
  };
  const shapes = [...shared].map(
    ([title, { type }]): ObjectModel => ({
      kind: "object",
      name: names.get(title) ?? title,
      origin: { kind: "shared", title },
      label: shapeLabel(title),
      pointer: type.pointer,
      // A description applies to one location, and stays there.
      description: null,
      deprecated: false,
      fields: mapFields(type.fields, replace),
      additional:
        type.additional === null ? null : mapType(type.additional, replace),
      absent: [],
    }),
  );
  return {
    ...modelSet,
    operations: operations.map((operation) =>
      mapRequestShapes(operation, replace),
    ),
    shapes: sortedByBytes(shapes, ({ name }) => name),
  };
}

/** `address_specs → address_specs_param`: avoids the name of a response's schema. */
function shapeLabel(title: string): string {
  return /params?$/i.test(title) ? title : `${title}_param`;
}

function mapRequestShapes(
  operation: Operation,
  replace: (type: TypeExpr) => TypeExpr,
): Operation {
  const { body, query } = operation;
  return {
    ...operation,
    query: mapFields(query, replace),
    // The body is named after its operation, so that only its parts are
    // replaced.
    body: body === null ? null : { ...body, type: mapBody(body.type, replace) },
  };
}

function mapBody(
  type: TypeExpr,
  replace: (type: TypeExpr) => TypeExpr,
): TypeExpr {
  return type.kind === "object"
    ? { ...type, fields: mapFields(type.fields, replace) }
    : mapType(type, replace);
}

function collectTitled(
  operations: readonly Operation[],
): ReadonlyMap<string, Titled> {
  const byTitle = new Map<string, Titled>();
  const collect = (type: TypeExpr): TypeExpr => {
    if (type.kind !== "object" || type.title === null) return type;
    const text = contentsOf(type);
    const titled = byTitle.get(type.title);
    if (titled === undefined) {
      byTitle.set(type.title, { text, type, count: 1, ambiguous: false });
    } else {
      titled.count++;
      titled.ambiguous ||= titled.text !== text;
    }
    return type;
  };
  for (const operation of operations) mapRequestShapes(operation, collect);
  return byTitle;
}

/**
 * A text that is equal for equal objects: regardless of pointers, of the order
 * of properties, and (by default) of constraints.
 */
export function contentsOf(
  { fields, additional, constraints }: InlineObjectType,
  ignored: ReadonlySet<string> = new Set(["constraints"]),
): string {
  const contents = { fields, additional, constraints };
  return identityText(contents, (key, value) => {
    if (key === "pointer" || ignored.has(key)) return undefined;
    return key === "fields" && Array.isArray(value)
      ? sortedByBytes(value, ({ name }: Field) => name)
      : value;
  });
}
