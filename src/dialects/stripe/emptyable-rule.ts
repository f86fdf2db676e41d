// `anyOf [T, ""]` in a request → a value, or the empty string, which clears what
// was there. Beside a string the compiler would not keep the two apart, so they
// get a name that says it.

import type { TypeRule } from "../dialect.js";
import { emptyable } from "./stripe-generics.js";

/** @see https://docs.stripe.com/api/metadata "posting an empty value" */
export const emptyableRule: TypeRule = {
  says: 'anyOf [A, ""] in a request → Emptyable<A>',
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
