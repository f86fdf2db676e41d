// One operation → the file with its request types, and its entry in `Operations`.

import type { Content, Operation } from "../../../ir/operation.js";
import { type Code, type Word, word } from "../../../languages/printable.js";
import { docComment } from "../../../languages/typescript/doc-comment.js";
import { tsLineComment } from "../../../languages/typescript/escape-comment.js";
import { orEmpty, type TsType } from "../../../languages/typescript/ts-type.js";
import { tsString } from "../../../languages/typescript/typescript-literals.js";
import type { LowerContext } from "../lower-context.js";
import { declareNested } from "../models/declare-typescript.js";
import type { LoweredFile } from "../models/lower-model.js";
import { createTypePrinter, type TypePrinter } from "../models/type-printer.js";
import { viewOfType } from "../ts-type-view.js";
import type { OperationView } from "../typescript-view.js";
import { lowerRequest, type RequestPart } from "./lower-request.js";
import type { OperationNames } from "./name-operations.js";
import { requestImports } from "./request-imports.js";

export interface LoweredOperation {
  /** Null if the request has no parameters and no body. */
  readonly file: LoweredFile | null;
  readonly view: OperationView;
  /** The types of `file` that the entry uses. */
  readonly requestTypes: readonly Code[];
}

/**
 * `responses` prints the response types of all operations, and collects imports.
 * `hasError` is true if every entry has its own `error`.
 */
export function lowerOperation(
  operation: Operation,
  { stem, types }: OperationNames,
  responses: TypePrinter,
  hasError: boolean,
  context: LowerContext,
): LoweredOperation {
  const { options } = context;
  const printer = createTypePrinter(context, "request", {
    pointer: operation.pointer,
    model: null,
  });
  const request = lowerRequest(operation, types, printer, options);
  const declared = [...request.values()].map(({ declaration }) => declaration);
  const declarations = [...declared, ...declareNested(printer, options)];
  const view = {
    pointer: tsLineComment(operation.pointer),
    imports: requestImports(printer, context),
    declarations,
  };
  const { description, error, response } = operation;
  const ofRequest = (part: RequestPart | undefined) =>
    part === undefined ? null : viewOfType(typeOfRequest(part));
  const ofContent = (content: Content | null, name: Word) =>
    viewOfType(
      orEmpty(
        content && responses.print(content.type, name),
        content?.required === true,
      ),
    );
  return {
    requestTypes: declared.map(({ name }) => name),
    file: declarations.length === 0 ? null : { view, printer },
    view: {
      doc: docComment(
        description,
        operation.deprecated ? [{ name: "deprecated" }] : [],
      ),
      key: tsString(`${operation.method} ${operation.path}`),
      path: ofRequest(request.get("Path")) ?? noPart,
      params: ofRequest(request.get("Params")) ?? noPart,
      query: ofRequest(request.get("Query")),
      headers: ofRequest(request.get("Headers")),
      cookies: ofRequest(request.get("Cookies")),
      response: ofContent(response, word`${stem}Response`),
      error: hasError
        ? ofContent(
            error && { required: true, type: error },
            word`${stem}Error`,
          )
        : null,
    },
  };
}

function typeOfRequest({ declaration, required }: RequestPart): TsType {
  return orEmpty({ kind: "name", text: declaration.name }, required);
}

/** The type of a part that the request does not have. */
const noPart = viewOfType(orEmpty(null, true));
