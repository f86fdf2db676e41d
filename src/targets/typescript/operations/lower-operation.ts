// One operation → the file of what it is sent, and its entry in the map of all.

import type { Content, Operation } from "../../../ir/operation.js";
import { type Code, type Word, word } from "../../../languages/printable.js";
import { docComment } from "../../../languages/typescript/doc-comment.js";
import { tsLineComment } from "../../../languages/typescript/escape-comment.js";
import { layoutType } from "../../../languages/typescript/layout-type.js";
import { orEmpty, type TsType } from "../../../languages/typescript/ts-type.js";
import { tsString } from "../../../languages/typescript/typescript-literals.js";
import type { LowerContext } from "../lower-context.js";
import { declareNested } from "../models/declare-typescript.js";
import type { LoweredFile } from "../models/lower-model.js";
import { createTypePrinter, type TypePrinter } from "../models/type-printer.js";
import type { OperationView } from "../typescript-view.js";
import { lowerRequest, type RequestPart } from "./lower-request.js";
import type { OperationNames } from "./name-operations.js";
import { requestImports } from "./request-imports.js";

export interface LoweredOperation {
  /** Null where nothing is sent. */
  readonly file: LoweredFile | null;
  readonly view: OperationView;
  /** What the entry in the map names from the operation's own file. */
  readonly own: readonly Code[];
}

/**
 * `answers` prints what all operations answer, and collects what must be imported.
 * `hasError` says whether the entry tells what comes when it fails.
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
  const sent = lowerRequest(operation, types, printer, options);
  const declared = [...sent.values()].map(({ declaration }) => declaration);
  const declarations = [...declared, ...declareNested(printer, options)];
  const view = {
    pointer: tsLineComment(operation.pointer),
    imports: requestImports(printer, context),
    declarations,
  };
  const { description, error, response } = operation;
  const ofRequest = (key: string, part: RequestPart | undefined) =>
    part === undefined ? null : member(key, typeOfRequest(part));
  const ofContent = (key: string, content: Content | null, name: Word) =>
    member(
      key,
      orEmpty(
        content && responses.print(content.type, name),
        content?.required === true,
      ),
    );
  return {
    own: declared.map(({ name }) => name),
    file: declarations.length === 0 ? null : { view, printer },
    view: {
      doc: docComment(
        description,
        operation.deprecated ? [{ name: "deprecated" }] : [],
      ),
      key: tsString(`${operation.method} ${operation.path}`),
      path:
        ofRequest("path", sent.get("Path")) ??
        member("path", orEmpty(null, true)),
      params:
        ofRequest("params", sent.get("Params")) ??
        member("params", orEmpty(null, true)),
      query: ofRequest("query", sent.get("Query")),
      headers: ofRequest("headers", sent.get("Headers")),
      cookies: ofRequest("cookies", sent.get("Cookies")),
      response: ofContent("response", response, word`${stem}Response`),
      error: hasError
        ? ofContent(
            "error",
            error && { required: true, type: error },
            word`${stem}Error`,
          )
        : null,
    },
  };
}

function typeOfRequest({ declaration, needed }: RequestPart): TsType {
  return orEmpty({ kind: "name", text: declaration.name }, needed);
}

/** The type of a key of an entry, with the white space before it. */
function member(key: string, type: TsType): Code {
  return layoutType(type, 4 + key.length + 1, 4, "property");
}
