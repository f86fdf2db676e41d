// The request of one operation → the declared types of its parts: parameters,
// query, path, headers and cookies.

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
  /** True if callers must pass this part. */
  readonly required: boolean;
}

/** One operation, and the tools to declare its parts. */
interface RequestScope {
  readonly operation: Operation;
  readonly names: Readonly<Record<OperationPart, Word>>;
  readonly printer: TypePrinter;
  readonly options: TypescriptOptions;
}

/** The parts that the operation has, in the order of their declarations. */
export function lowerRequest(
  operation: Operation,
  names: Readonly<Record<OperationPart, Word>>,
  printer: TypePrinter,
  options: TypescriptOptions,
): ReadonlyMap<OperationPart, RequestPart> {
  const scope: RequestScope = { operation, names, printer, options };
  return new Map(
    partsOf(operation).map((part) => [part, requestCases[part](scope)]),
  );
}

const requestCases: Readonly<
  Record<OperationPart, (scope: RequestScope) => RequestPart>
> = {
  Params(scope) {
    const { body, query } = scope.operation;
    return body === null
      ? ofFields("Params", query, docOfParams(scope), scope)
      : { declaration: declareBody(scope), required: body.required };
  },
  Query(scope) {
    const doc = docAbout("The query parameters of", ".", scope);
    return ofFields("Query", scope.operation.query, doc, scope);
  },
  Path(scope) {
    const doc = docAbout("The path parameters of", ".", scope);
    return ofFields("Path", scope.operation.pathParameters, doc, scope);
  },
  Headers(scope) {
    const ending = ". Names are case-insensitive.";
    const doc = docAbout("The headers of", ending, scope);
    return ofFields("Headers", scope.operation.headers, doc, scope);
  },
  Cookies(scope) {
    const doc = docAbout("The cookies of", ".", scope);
    return ofFields("Cookies", scope.operation.cookies, doc, scope);
  },
};

function ofFields(
  part: OperationPart,
  fields: readonly Field[],
  doc: DocView | null,
  { names, printer, options }: RequestScope,
): RequestPart {
  const object = { fields, additional: null };
  const declared = declareObject(names[part], object, printer, options);
  return {
    declaration: { ...declared, doc },
    required: fields.some(({ required }) => required),
  };
}

function declareBody(scope: RequestScope): TsDeclarationView {
  const { names, printer, options } = scope;
  const { body } = scope.operation;
  const doc = docOfParams(scope);
  if (body?.type.kind === "object") {
    return { ...declareObject(names.Params, body.type, printer, options), doc };
  }
  const type = printer.print(
    body?.type ?? { kind: "noValue" },
    word`${names.Params}Value`,
  );
  return declareAlias(names.Params, type, doc);
}

function titleOf({ operation }: RequestScope): string {
  return codeSpan(`${operation.method} ${operation.path}`);
}

function tagsOf({ operation }: RequestScope): readonly DocTag[] {
  return operation.deprecated ? [{ name: "deprecated" }] : [];
}

function docOfParams(scope: RequestScope): DocView | null {
  const { description } = scope.operation;
  const text = [titleOf(scope), description ?? ""].join("\n\n").trim();
  return docComment(text, tagsOf(scope));
}

function docAbout(
  before: string,
  after: string,
  scope: RequestScope,
): DocView | null {
  return docComment(`${before} ${titleOf(scope)}${after}`, tagsOf(scope));
}
