// `$ref` → the model it names; a deeper one → the type of what it points at.

import { createDiagnostic } from "../../diagnostics/diagnostic.js";
import type { GeneralRule } from "../rules.js";

/** @see https://spec.openapis.org/oas/v3.1.1#reference-object */
export const referenceRule: GeneralRule = {
  says: "$ref → the model, or the type of the schema it points at",
  build(schema, pointer, { context, references }) {
    if (schema.$ref === undefined) return null;
    const target = references.read(schema.$ref, pointer);
    if (target === null) return { kind: "anyValue" };
    if (target.kind === "model") {
      return { kind: "reference", model: target.name };
    }
    const type = references.follow(target.pointer, () =>
      context.build(target.schema, target.pointer),
    );
    if (type !== null) return type;
    context.report(
      createDiagnostic(
        "ref/recursive",
        { file: context.file, pointer },
        `${JSON.stringify(schema.$ref)} leads back to itself`,
      ),
    );
    return { kind: "anyValue" };
  },
};
