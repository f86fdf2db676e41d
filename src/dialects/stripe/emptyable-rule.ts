// `anyOf [T, ""]` in a request → `Emptyable<T>`: a value, or the empty string,
// which clears the field. A named type shows this meaning even if T is `string`,
// where TypeScript reduces the union `string | ""` to `string`.

import type { TypeRule } from "../dialect.js";
import { emptyable } from "./stripe-generics.js";

/** @see https://docs.stripe.com/api/metadata "posting an empty value" */
export const emptyableRule: TypeRule = {
  summary: 'anyOf [A, ""] in a request → Emptyable<A>',
  build(schema, pointer, context) {
    const branches = schema.anyOf;
    if (context.direction !== "request" || !Array.isArray(branches)) {
      return null;
    }
    const built = branches.map((branch: unknown, index) =>
      context.build(branch, `${pointer}/anyOf/${index}`),
    );
    const values = built.filter(
      (type) => type.kind !== "literal" || type.value !== "",
    );
    const [first] = values;
    if (first === undefined || values.length === built.length) return null;
    return {
      kind: "generic",
      generic: emptyable,
      args: [values.length === 1 ? first : { kind: "union", members: values }],
    };
  },
};
