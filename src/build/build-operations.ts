// A parsed document → its operations, one a method of a path.

import { createDiagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { BuildContext, Dialect, RawSchema } from "../dialects/dialect.js";
import { sortedByBytes } from "../model/byte-order.js";
import type { Operation, RequestBody } from "../model/operation.js";
import type { Field, TypeExpr } from "../model/type-expr.js";
import type { SpecDocument } from "../spec/parse-spec.js";
import { appendPointer, resolvePointer } from "../spec/pointer.js";
import {
  type BuildSource,
  createBuildContext,
} from "./create-build-context.js";
import { isRecord, readText } from "./read-schema.js";

/** @see https://spec.openapis.org/oas/v3.1.1#path-item-object */
const methods = [
  "delete",
  "get",
  "head",
  "options",
  "patch",
  "post",
  "put",
  "query",
  "trace",
];

/** Where a part of a document stands, and what stands there. */
interface Placed {
  readonly raw: RawSchema;
  readonly pointer: string;
}

export function buildOperations(source: BuildSource): readonly Operation[] {
  const { document } = source;
  const reader = new OperationReader(source);
  const paths = reader.at(document.root.paths ?? {}, "#/paths");
  const operations = Object.entries(paths?.raw ?? {})
    .filter(([path]) => path.startsWith("/"))
    .flatMap(([path, item]) =>
      reader.readPath(path, item, appendPointer("#/paths", path)),
    );
  return sortedByBytes(operations, ({ id }) => id);
}

class OperationReader {
  readonly #document: SpecDocument;
  readonly #dialect: Dialect;
  readonly #report: Report;
  readonly #request: BuildContext;
  readonly #response: BuildContext;

  constructor(source: BuildSource) {
    this.#document = source.document;
    this.#dialect = source.dialect;
    this.#report = source.report;
    this.#request = createBuildContext(source, "request").context;
    this.#response = createBuildContext(source, "response").context;
  }

  /** The object at a place, or what its `$ref` leads to; null after reporting why not. */
  at(value: unknown, pointer: string): Placed | null {
    if (!isRecord(value)) {
      this.#wrong(
        pointer,
        `an object is needed here, not ${JSON.stringify(value)}`,
      );
      return null;
    }
    const { $ref } = value;
    if (typeof $ref !== "string") return { raw: value, pointer };
    const raw = resolvePointer(this.#document.root, $ref);
    if (isRecord(raw) && raw.$ref === undefined) return { raw, pointer: $ref };
    this.#report(
      createDiagnostic(
        "ref/not-found",
        { file: this.#document.file, pointer: `${pointer}/$ref` },
        `${JSON.stringify($ref)} refers to nothing in this document`,
      ),
    );
    return null;
  }

  readPath(path: string, value: unknown, pointer: string): Operation[] {
    const item = this.at(value, pointer);
    if (item === null) return [];
    const shared = this.#parameters(item);
    return methods
      .filter((method) => item.raw[method] !== undefined)
      .flatMap((method) => {
        const at = appendPointer(item.pointer, method);
        const placed = this.at(item.raw[method], at);
        return placed === null
          ? []
          : [this.#operation(method, path, placed, shared)];
      });
  }

  #operation(
    method: string,
    path: string,
    placed: Placed,
    shared: readonly Parameter[],
  ): Operation {
    const { raw, pointer } = placed;
    const own = this.#parameters(placed);
    // A parameter of the operation takes the place of the path's of the same name.
    const parameters = [
      ...shared.filter(
        ({ field, place }) =>
          !own.some(
            (one) => one.place === place && one.field.name === field.name,
          ),
      ),
      ...own,
    ];
    const of = (place: string) =>
      parameters.filter((one) => one.place === place).map(({ field }) => field);
    return {
      id:
        typeof raw.operationId === "string" && raw.operationId !== ""
          ? raw.operationId
          : `${method} ${path}`,
      method: method.toUpperCase(),
      path,
      pointer,
      description: this.#description(raw),
      deprecated: raw.deprecated === true,
      pathParameters: of("path").map((field) => ({
        ...field,
        required: true,
        present: true,
      })),
      query: of("query"),
      body: this.#body(raw.requestBody, `${pointer}/requestBody`),
      response: this.#answer(raw.responses, `${pointer}/responses`),
    };
  }

  /** The headline first, where there is one that does not say the same. */
  #description({ summary, description }: RawSchema): string | null {
    const texts = [summary, description].map((text) =>
      readText(text, this.#dialect),
    );
    return [...new Set(texts)].filter(Boolean).join("\n\n") || null;
  }

  /** @see https://spec.openapis.org/oas/v3.1.1#parameter-object */
  #parameters({ raw, pointer }: Placed): Parameter[] {
    const listed = raw.parameters ?? [];
    if (!Array.isArray(listed)) {
      this.#wrong(`${pointer}/parameters`, "a list of parameters is needed");
      return [];
    }
    return listed.flatMap((value: unknown, index): Parameter[] => {
      const placed = this.at(value, `${pointer}/parameters/${index}`);
      if (placed === null) return [];
      const { name, in: place } = placed.raw;
      if (typeof name === "string" && typeof place === "string") {
        return [{ place, field: this.#parameter(name, placed) }];
      }
      this.#wrong(placed.pointer, 'a parameter needs a "name" and an "in"');
      return [];
    });
  }

  #parameter(name: string, { raw, pointer }: Placed): Field {
    const [schema, at] =
      raw.schema === undefined
        ? (this.#content(raw.content, `${pointer}/content`) ?? [true, pointer])
        : [raw.schema, `${pointer}/schema`];
    const type = this.#request.build(schema, at);
    return {
      name,
      pointer,
      description: readText(raw.description, this.#dialect),
      required: raw.required === true,
      nullable: type.kind === "nullable",
      present: raw.required === true,
      deprecated: raw.deprecated === true,
      readOnly: false,
      writeOnly: false,
      type: type.kind === "nullable" ? type.type : type,
    };
  }

  /** @see https://spec.openapis.org/oas/v3.1.1#request-body-object */
  #body(value: unknown, pointer: string): RequestBody | null {
    if (value === undefined) return null;
    const placed = this.at(value, pointer);
    const content = this.#content(
      placed?.raw.content,
      `${placed?.pointer ?? pointer}/content`,
    );
    if (placed === null || content === null) return null;
    const type = this.#request.build(...content);
    if (type.kind === "emptyObject") return null;
    const required =
      placed.raw.required === true ||
      (type.kind === "object" && type.fields.some((field) => field.required));
    return { required, type };
  }

  /**
   * The answer of the first status that tells of success.
   * @see https://spec.openapis.org/oas/v3.1.1#responses-object
   */
  #answer(value: unknown, pointer: string): TypeExpr | null {
    if (value === undefined) return null;
    const responses = this.at(value, pointer);
    const statuses = Object.keys(responses?.raw ?? {}).sort();
    const success =
      statuses.find((status) => /^2(\d\d|XX)$/i.test(status)) ??
      statuses.find((status) => status === "default");
    if (responses === null || success === undefined) return null;
    const at = appendPointer(responses.pointer, success);
    const response = this.at(responses.raw[success], at);
    const content = this.#content(
      response?.raw.content,
      `${response?.pointer ?? at}/content`,
    );
    return content === null ? null : this.#response.build(...content);
  }

  /**
   * The schema of the media type that holds data best, and its place: JSON where
   * there is any, else the first. Null where there is no content.
   */
  #content(value: unknown, pointer: string): [unknown, string] | null {
    if (!isRecord(value)) return null;
    const types = Object.keys(value);
    const chosen = types.find((type) => /\bjson\b/.test(type)) ?? types[0];
    if (chosen === undefined) return null;
    const at = appendPointer(pointer, chosen);
    const media = this.at(value[chosen], at);
    if (media === null) return null;
    // Content of which nothing more is said can be any value.
    return [media.raw.schema ?? true, `${media.pointer}/schema`];
  }

  #wrong(pointer: string, message: string): void {
    const at = { file: this.#document.file, pointer };
    this.#report(createDiagnostic("operation/malformed", at, message));
  }
}

interface Parameter {
  /** `path`, `query`, `header` or `cookie`. */
  readonly place: string;
  readonly field: Field;
}
