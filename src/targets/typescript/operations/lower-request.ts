// What one operation is sent → the types that are declared for it, and what its
// entry in the map says of each part.

import { assertNever } from "../../../ir/assert-never.js";
import type { Operation } from "../../../ir/operation.js";
import type { Field } from "../../../ir/type-expr.js";
import { codeSpan } from "../../../languages/markdown-text.js";
import { type Word, word } from "../../../languages/printable.js";
import type { DocView } from "../../../languages/typescript/doc-comment.js";
import {
  type DocTag,
  docComment,
} from "../../../languages/typescript/doc-comment.js";
import { declareAlias, declareObject } from "../models/declare-typescript.js";
import type { TypePrinter } from "../models/type-printer.js";
import type { TypescriptOptions } from "../typescript-options.js";
import type { TsDeclarationView } from "../typescript-view.js";
import { type OperationPart, partsOf } from "./operation-parts.js";

export interface RequestPart {
  readonly declaration: TsDeclarationView;
  /** Whether it has to be sent. */
  readonly needed: boolean;
}

/** In the order in which they are declared. */
export function lowerRequest(
  operation: Operation,
  names: Readonly<Record<OperationPart, Word>>,
  printer: TypePrinter,
  options: TypescriptOptions,
): ReadonlyMap<OperationPart, RequestPart> {
  const { body, cookies, headers, pathParameters, query } = operation;
  const title = codeSpan(`${operation.method} ${operation.path}`);
  const tags: readonly DocTag[] = operation.deprecated
    ? [{ name: "deprecated" }]
    : [];
  const params = docComment(
    [title, operation.description ?? ""].join("\n\n").trim(),
    tags,
  );
  const ofFields = (
    part: OperationPart,
    fields: readonly Field[],
    doc: DocView | null,
  ): RequestPart => ({
    declaration: {
      ...declareObject(
        names[part],
        { fields, additional: null },
        printer,
        options,
      ),
      doc,
    },
    needed: fields.some(({ required }) => required),
  });
  const ofBody = (): TsDeclarationView => {
    if (body?.type.kind === "object") {
      const object = declareObject(names.Params, body.type, printer, options);
      return { ...object, doc: params };
    }
    const type = printer.print(
      body?.type ?? { kind: "noValue" },
      word`${names.Params}Value`,
    );
    return declareAlias(names.Params, type, params);
  };
  const lower = (part: OperationPart): RequestPart => {
    switch (part) {
      case "Params":
        return body === null
          ? ofFields(part, query, params)
          : { declaration: ofBody(), needed: body.required };
      case "Query":
        return ofFields(part, query, about("The query parameters of", "."));
      case "Path":
        return ofFields(
          part,
          pathParameters,
          about("The path parameters of", "."),
        );
      case "Headers":
        return ofFields(
          part,
          headers,
          about("The headers of", ". Names are case-insensitive."),
        );
      case "Cookies":
        return ofFields(part, cookies, about("The cookies of", "."));
      default:
        return assertNever(part);
    }
  };
  const about = (before: string, after: string) =>
    docComment(`${before} ${title}${after}`, tags);
  return new Map(partsOf(operation).map((part) => [part, lower(part)]));
}
