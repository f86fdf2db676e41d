// One operation → the file of what it is sent, and its entry in the map of all.

import { sortedByBytes } from "../../model/byte-order.js";
import { shapePrefix } from "../../model/model.js";
import type { Operation } from "../../model/operation.js";
import type { Field, InlineObjectType } from "../../model/type-expr.js";
import { declareAlias, declareNested, declareObject } from "./declare.js";
import { docComment } from "./doc-comment.js";
import { layoutType } from "./layout.js";
import { layoutImport } from "./layout-import.js";
import type { LowerContext } from "./lower-context.js";
import type { LoweredFile } from "./lower-model.js";
import type { OperationNames } from "./name-operations.js";
import { stringLiteral } from "./text-literal.js";
import type { TsType } from "./ts-type.js";
import { createTypePrinter, type TypePrinter } from "./type-printer.js";
import type { DeclarationView, ImportView, OperationView } from "./view.js";

export interface LoweredOperation {
  /** Null where nothing is sent. */
  readonly file: LoweredFile | null;
  readonly view: OperationView;
  /** What the entry in the map names from the operation's own file. */
  readonly own: readonly string[];
}

/** `response` prints what all operations answer, and collects what must be imported. */
export function lowerOperation(
  operation: Operation,
  names: OperationNames,
  response: TypePrinter,
  context: LowerContext,
): LoweredOperation {
  const { options } = context;
  const { pathParameters, query, body } = operation;
  const printer = createTypePrinter(context, "request", {
    pointer: operation.pointer,
    model: null,
  });
  const title = `${operation.method} ${operation.path}`;
  const tags = operation.deprecated ? ["@deprecated"] : [];
  const doc = docComment(
    [`\`${title}\``, operation.description ?? ""].join("\n\n").trim(),
    tags,
  );
  const declarations: DeclarationView[] = [];
  const declare = (
    name: string,
    type: Pick<InlineObjectType, "fields" | "additional">,
    own = doc,
  ) => {
    declarations.push({
      ...declareObject(name, type, printer, options),
      doc: own,
    });
  };
  let params: TsType = nothing;
  if (body !== null) {
    if (body.type.kind === "object") declare(names.types.Params, body.type);
    else {
      const type = printer.print(body.type, `${names.types.Params}Value`);
      declarations.push(declareAlias(names.types.Params, type, doc));
    }
    params = optional(names.types.Params, body.required);
  } else if (query.length > 0) {
    declare(names.types.Params, { fields: query, additional: null });
    params = optional(names.types.Params, needsAny(query));
  }
  if (body !== null && query.length > 0) {
    declare(
      names.types.Query,
      { fields: query, additional: null },
      docComment(`The query of \`${title}\`, beside its body.`, tags),
    );
  }
  if (pathParameters.length > 0) {
    declare(
      names.types.Path,
      { fields: pathParameters, additional: null },
      docComment(`What takes the place of the braces in \`${title}\`.`, tags),
    );
  }
  const own = declarations.map(({ name }) => name);
  declarations.push(...declareNested(printer, options));
  const answer =
    operation.response === null
      ? nothing
      : response.print(operation.response, `${names.stem}Response`);
  return {
    own,
    file:
      declarations.length === 0
        ? null
        : {
            view: {
              pointer: operation.pointer,
              imports: importsOf(printer, context),
              declarations,
            },
            printer,
          },
    view: {
      doc: docComment(operation.description, tags),
      key: stringLiteral(title),
      path: member(
        "path",
        pathParameters.length > 0
          ? { kind: "name", text: names.types.Path }
          : nothing,
      ),
      params: member("params", params),
      query: own.includes(names.types.Query)
        ? member("query", optional(names.types.Query, needsAny(query)))
        : null,
      response: member("response", answer),
    },
  };
}

const nothing: TsType = { kind: "name", text: "undefined" };

function optional(name: string, needed: boolean): TsType {
  const type: TsType = { kind: "name", text: name };
  return needed ? type : { kind: "union", members: [type, nothing] };
}

function needsAny(fields: readonly Field[]): boolean {
  return fields.some(({ required }) => required);
}

/** The type of a key of an entry, with the white space before it. */
function member(key: string, type: TsType): string {
  return layoutType(type, 4 + key.length + 1, 4, "property");
}

/** Requests name shapes, and schemas only in documents that refer to them there. */
export function importsOf(
  printer: TypePrinter,
  { namesOf }: Pick<LowerContext, "namesOf">,
): ImportView[] {
  const shared = [...printer.shared].sort();
  const shapes = [...printer.models].filter((name) =>
    name.startsWith(shapePrefix),
  );
  const models = [...printer.models].filter(
    (name) => !name.startsWith(shapePrefix),
  );
  const types = (list: readonly string[]) =>
    sortedByBytes(
      list.map((name) => namesOf(name).type),
      (name) => name,
    );
  return [
    ...sortedByBytes(
      models.map((name) =>
        layoutImport(`../model/${namesOf(name).file}.js`, types([name])),
      ),
      ({ from }) => from,
    ),
    ...(shared.length > 0 ? [layoutImport("../types.js", shared)] : []),
    ...(shapes.length > 0 ? [layoutImport("./shared.js", types(shapes))] : []),
  ];
}
