// A model set → the views of a document, its models, operations and events.

import { createDiagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { sortedByBytes } from "../../ir/compare-bytes.js";
import type { EventType } from "../../ir/event-catalogue.js";
import type { Model, ModelSet } from "../../ir/model.js";
import type { Content, Operation } from "../../ir/operation.js";
import { ownWord } from "../../languages/printable.js";
import { nameCases } from "../../languages/words-of-name.js";
import type { FileView } from "../target.js";
import {
  createFieldNames,
  createFieldViews,
  createObjectView,
  createTypeView,
  type TypeContext,
} from "./create-type-view.js";
import type {
  ContentView,
  DocumentView,
  InnerView,
  ModelEventView,
  ModelOperationView,
  ModelView,
} from "./document-view.js";
import type { ModelOptions } from "./model-options.js";
import { type FileNameView, NameScope, withFile } from "./name-view.js";
import { optionalText, textView } from "./text-view.js";

interface LowerState {
  readonly modelSet: ModelSet;
  readonly reserved: ReadonlySet<string>;
  readonly fieldNames: TypeContext["fieldNames"];
  /** The names of all models. */
  readonly names: ReadonlyMap<string, FileNameView>;
  /** The names of models, and of objects inside of them. */
  readonly scope: NameScope;
  readonly models: ReadonlyMap<string, Model>;
}

export function lowerModelSet(
  modelSet: ModelSet,
  { reserved }: ModelOptions,
  report: Report,
): FileView[] {
  const all = [...modelSet.models, ...modelSet.shapes];
  const scope = new NameScope(reserved);
  const names = claimModelNames(
    all,
    { scope, reserved },
    modelSet.file,
    report,
  );
  const models = new Map(all.map((model) => [model.name, model]));
  const fieldNames = createFieldNames(reserved);
  const state: LowerState = {
    ...{ modelSet, reserved, fieldNames, names, scope, models },
  };
  const document: DocumentView = {
    version: optionalText(modelSet.version),
    models: all.map((model) => toModelView(model, state)),
    operations: toOperationViews(state),
    events: toEventViews(state),
  };
  const { models: modelViews, operations, events } = document;
  return [
    { path: "document", template: "document", model: null, view: document },
    ...modelViews.map((view, index) => ({
      ...{ path: view.name.file, template: "model", view },
      model: all[index]?.name ?? null,
    })),
    ...operations.map((view) => ({
      ...{ path: view.name.file, template: "operation", model: null, view },
    })),
    ...events.map((view) => ({
      ...{ path: view.name.file, template: "event", model: null, view },
    })),
  ];
}

/**
 * Schemas come first, so that a type derived from one never takes the name of another;
 * of those, names that stay as the document spells them.
 */
function claimModelNames(
  models: readonly Model[],
  { scope, reserved }: Pick<LowerState, "reserved" | "scope">,
  file: string,
  report: Report,
): ReadonlyMap<string, FileNameView> {
  const isSchema = ({ origin }: Model) => origin.kind === "schema";
  const isExact = ({ label }: Model) => {
    const { pascal, snake } = nameCases(label, null, reserved);
    return label === pascal || label === snake;
  };
  const schemas = models.filter(isSchema);
  const schemasFirst = [
    ...schemas.filter(isExact),
    ...schemas.filter((model) => !isExact(model)),
    ...models.filter((model) => !isSchema(model)),
  ];
  return new Map(
    schemasFirst.map((model) => {
      const { label, name: text } = model;
      const name = withFile(scope.claim(label, text));
      const wanted = nameCases(label, null, reserved).pascal;
      if (isSchema(model) && name.pascal !== wanted) {
        report(
          createDiagnostic(
            "name/collision",
            { file, pointer: model.pointer },
            `${JSON.stringify(model.name)} collides with another schema; it becomes ${name.pascal}`,
            `choose a name in the config: \`names: {${JSON.stringify(model.name)}: …}\` beside \`out\``,
          ),
        );
      }
      return [model.name, name];
    }),
  );
}

function toModelView(model: Model, state: LowerState): ModelView {
  const { modelSet, names } = state;
  const { context, references } = createContext(state);
  const { description, deprecated, pointer, origin, label } = model;
  const name = assignedName(model.name, names);
  const type =
    model.kind === "object"
      ? createObjectView(model, name, label, context)
      : createTypeView(model.type, label, context);
  references.delete(model.name);
  return {
    ...{ name, deprecated, type, fields: type.fields },
    ...{ inner: context.inner, isObject: model.kind === "object" },
    description: optionalText(description),
    pointer: textView(pointer),
    origin: ownWord<typeof origin.kind>(origin.kind),
    references: assignedNames(references, names),
    events: (modelSet.events?.types ?? []).flatMap((event) =>
      event.model === model.name ? [textView(event.name)] : [],
    ),
  };
}

/** The context of the types of one file, and the models that they refer to. */
function createContext({
  names,
  models,
  reserved,
  scope,
  fieldNames,
}: LowerState): {
  readonly context: TypeContext;
  readonly references: Set<string>;
} {
  const references = new Set<string>();
  const inner: InnerView[] = [];
  return {
    references,
    context: {
      ...{ inner, reserved, fieldNames },
      refer: (model) => {
        references.add(model);
        return assignedName(model, names);
      },
      claimInner: (base) => withFile(scope.claim(base)),
      propertyName: (model, property) => {
        const found = models.get(model);
        const fields = found?.kind === "object" ? found.fields : [];
        const name = fieldNames(fields).get(property);
        return name ?? new NameScope(reserved).claim(property);
      },
    },
  };
}

function toOperationViews(state: LowerState): ModelOperationView[] {
  const scope = new NameScope(state.reserved);
  return state.modelSet.operations.map((operation) =>
    toOperationView(operation, withFile(scope.claim(operation.label)), state),
  );
}

function toOperationView(
  operation: Operation,
  name: FileNameView,
  state: LowerState,
): ModelOperationView {
  const { context, references } = createContext(state);
  const { label, method, path, description, deprecated, tags } = operation;
  const { pathParameters, query, headers, cookies } = operation;
  const { body, response, error, pointer } = operation;
  const fieldsOf = (fields: Operation["query"]) =>
    createFieldViews(fields, label, context);
  const contentOf = (content: Content | null, place: string) =>
    content === null
      ? null
      : toContentView(content, `${label} ${place}`, context);
  return {
    ...{ name, deprecated, method: textView(method) },
    path: textView(path),
    description: optionalText(description),
    tags: tags.map(textView),
    pointer: textView(pointer),
    pathParameters: fieldsOf(pathParameters),
    query: fieldsOf(query),
    headers: fieldsOf(headers),
    cookies: fieldsOf(cookies),
    body: contentOf(body, "body"),
    response: contentOf(response, "response"),
    error:
      error === null ? null : createTypeView(error, `${label} error`, context),
    inner: context.inner,
    references: assignedNames(references, state.names),
  };
}

function toContentView(
  { required, type }: Content,
  base: string,
  context: TypeContext,
): ContentView {
  return { required, type: createTypeView(type, base, context) };
}

function toEventViews({
  modelSet,
  names,
  reserved,
}: LowerState): ModelEventView[] {
  const scope = new NameScope(reserved);
  return (modelSet.events?.types ?? []).map(({ name, model }: EventType) => ({
    name: withFile(scope.claim(name)),
    type: textView(name),
    model: model === null ? null : assignedName(model, names),
  }));
}

function assignedName(
  model: string,
  names: ReadonlyMap<string, FileNameView>,
): FileNameView {
  const name = names.get(model);
  if (name === undefined) throw new Error(`no name for ${model}`);
  return name;
}

function assignedNames(
  models: ReadonlySet<string>,
  names: ReadonlyMap<string, FileNameView>,
): FileNameView[] {
  return sortedByBytes([...models], (model) => model).map((model) =>
    assignedName(model, names),
  );
}
