// The views of the TypeScript templates. Names, types and escapes are final in a view;
// order, keywords, punctuation and blank lines are up to the templates.

import type {
  Code,
  LineComment,
  StringContent,
  Word,
} from "../../languages/printable.js";
import type { DocView } from "../../languages/typescript/doc-comment.js";
import type { ImportView } from "../../languages/typescript/import-view.js";
import type { CopiedFile, ShapeOf } from "../target.js";
import { type TsTypeView, tsTypeShape } from "./ts-type-view.js";

export interface TsFieldView {
  readonly doc: DocView | null;
  /** The wire name, in quotes if it is not an identifier. */
  readonly key: Code;
  readonly optional: boolean;
  readonly type: TsTypeView;
}

/** An interface where `isInterface`, else a type alias. */
export interface TsDeclarationView {
  readonly doc: DocView | null;
  readonly name: Code;
  readonly isInterface: boolean;
  readonly fields: readonly TsFieldView[];
  /** The type of other keys, as in `[key: string]: …`; null where there is none. */
  readonly index: TsTypeView | null;
  /** The type of an alias; null for an interface. */
  readonly type: TsTypeView | null;
}

/** The view of `model.hbs`: a schema or a request, and the types declared inside of it. */
export interface TsModelView {
  /** `#/components/schemas/charge`, `#/paths/~1v1~1charges/post` */
  readonly pointer: LineComment;
  readonly imports: readonly ImportView[];
  readonly declarations: readonly TsDeclarationView[];
}

/** The view of `types.hbs`: which of the shared types the models use. */
export interface SharedTypesView {
  readonly declarations: readonly TsDeclarationView[];
}

/** An entry of the map of operations. */
export interface OperationView {
  readonly doc: DocView | null;
  /** `"POST /v1/charges"`, in quotes. */
  readonly key: Code;
  readonly path: TsTypeView;
  readonly params: TsTypeView;
  /** Null unless there is a body as well. */
  readonly query: TsTypeView | null;
  /** Null where there are none, as are the cookies. */
  readonly headers: TsTypeView | null;
  readonly cookies: TsTypeView | null;
  readonly response: TsTypeView;
  /** Null if all operations share it: it is then declared beside them. */
  readonly error: TsTypeView | null;
}

/** The view of `operations.hbs`. */
export interface OperationsView {
  readonly imports: readonly ImportView[];
  readonly operations: readonly OperationView[];
  /** The types declared within responses. */
  readonly declarations: readonly TsDeclarationView[];
}

/** An entry of the map of webhooks. */
export interface WebhookView {
  readonly doc: DocView | null;
  /** In quotes if it is not an identifier. */
  readonly key: Code;
  readonly type: TsTypeView;
}

/** The view of `webhooks.hbs`. */
export interface WebhooksView {
  readonly imports: readonly ImportView[];
  readonly webhooks: readonly WebhookView[];
  /** The types declared within webhooks. */
  readonly declarations: readonly TsDeclarationView[];
}

/** The view of `expand-paths.hbs`. */
export interface ExpandPathsView {
  readonly imports: readonly ImportView[];
  /** The models with expandable properties, and the names of their path types. */
  readonly paths: readonly ExpandPathView[];
}

export interface ExpandPathView {
  readonly name: Word;
  readonly type: Code;
}

/** The view of `expand.hbs`. */
export interface ExpandView {
  /** How many objects deep one may expand. */
  readonly levels: number;
  /** Objects that hold others as items, which a path leads through without counting. */
  readonly pages: readonly PageView[];
}

export interface PageView {
  /** The property that holds the items: `data`. */
  readonly items: Word;
  /** A boolean property that only pages have: `has_more`. */
  readonly marker: Word;
}

/** The view of `values.hbs`: the values of each enum, for run time. */
export interface ValuesView {
  readonly enums: readonly EnumValuesView[];
}

export interface EnumValuesView {
  /** `chargeStatusValues` */
  readonly name: Word;
  /** Literals. */
  readonly values: readonly Code[];
  /** True if all values are numbers, of which a line holds as many as fit. */
  readonly areNumbers: boolean;
  /** `chargeStatusNames` */
  readonly namesName: Word;
  /** Empty where the document does not name the values. */
  readonly names: readonly EnumNameView[];
}

export interface EnumNameView {
  /** The name of the value in code, in quotes if needed. */
  readonly key: Code;
  readonly value: Code;
}

/** The view of `events.hbs` and `read-events.hbs`. */
export interface EventsView {
  readonly imports: readonly ImportView[];
  /** The prefix of the type names: `ShopEvent`. */
  readonly name: Word;
  /** The prefix of the value names: `shopEvent`. */
  readonly variable: Word;
  /** The type of the envelope. */
  readonly envelope: Word;
  /** The file of the envelope, from the file of the events. */
  readonly envelopeFile: StringContent;
  readonly events: readonly EventView[];
}

export interface EventView {
  /** `"charge.succeeded"`, in quotes. */
  readonly key: Code;
  readonly type: TsTypeView;
}

/** The view of `parse-events.hbs`: events of any origin, checked and typed. */
export interface ParseEventsView {
  readonly imports: readonly ImportView[];
  /** As in `EventsView`. */
  readonly name: Word;
  readonly envelope: Word;
  /** The name of the constant with the API version: `shopApiVersion`. */
  readonly versionName: Word;
  /** In quotes; null where the document has none. */
  readonly version: Code | null;
  /** The events whose object the document describes. */
  readonly events: readonly EventCheckView[];
}

export interface EventCheckView {
  /** `"charge.succeeded"`, in quotes. */
  readonly key: Code;
  /** The function that checks its object. */
  readonly check: Word;
}

/** The view of `validator.hbs`: the functions that check values of one model. */
export interface ValidatorView {
  readonly pointer: LineComment;
  readonly imports: readonly ImportView[];
  /** The type of the model, after which the functions are named. */
  readonly name: Word;
  /** The local name of the type, if another one has its name. */
  readonly type: Code;
  /** `StandardSchema`, renamed if the model is called `Standard`. */
  readonly standard: Word;
  /** The function that checks a value: `checkCharge`. */
  readonly check: Word;
  /** `ChargeSchema` */
  readonly schema: Word;
  readonly checks: readonly CheckView[];
  readonly properties: readonly PropertiesView[];
  readonly constants: readonly ConstantView[];
}

/** A function that checks one value. */
export interface CheckView {
  readonly name: Word;
  readonly exported: boolean;
  /** The function that it calls, and the arguments. */
  readonly calls: Word;
  readonly args: readonly Code[];
}

/** A function that checks the properties of an object. */
export interface PropertiesView {
  readonly name: Word;
  /** The type of the checked object: `Loose<Charge>`. */
  readonly type: Code;
  /** A call for each property. */
  readonly lines: readonly Code[];
}

export interface ConstantView {
  /** The whole statement. */
  readonly text: Code;
}

/** The view of `maker.hbs`: the factory of one model. */
export interface MakerView {
  readonly pointer: LineComment;
  readonly imports: readonly ImportView[];
  /** The type of the model, and its name within the file. */
  readonly name: Word;
  readonly type: Code;
  /** The constant with the parts of the object. */
  readonly part: Code;
  readonly constants: readonly ConstantView[];
}

/** The view of `make-events.hbs`. */
export interface MakeEventsView {
  /** The prefix of the type names: `ShopEvent`. */
  readonly name: Word;
  /** The type of the envelope, and its file without folder and ending. */
  readonly envelope: Word;
  readonly envelopeFile: StringContent;
  /** In quotes; null if events do not contain it. */
  readonly apiVersion: Code | null;
}

/** The view of `index.hbs`. */
export interface TsIndexView {
  readonly exports: readonly ImportView[];
}

const docShape: ShapeOf<DocView> = {
  fields: { single: "flag", lines: { list: "blockComment" } },
};

const imports: ShapeOf<readonly ImportView[]> = {
  list: {
    fields: {
      isType: "flag",
      from: "string",
      names: { list: "code" },
      isSingle: "flag",
    },
  },
};

const tsDeclarationShapes: ShapeOf<readonly TsDeclarationView[]> = {
  list: {
    fields: {
      doc: docShape,
      name: "code",
      isInterface: "flag",
      fields: {
        list: {
          fields: {
            doc: docShape,
            key: "code",
            optional: "flag",
            type: tsTypeShape,
          },
        },
      },
      index: tsTypeShape,
      type: tsTypeShape,
    },
  },
};

const tsModelShape: ShapeOf<TsModelView> = {
  fields: {
    pointer: "lineComment",
    imports,
    declarations: tsDeclarationShapes,
  },
};

const typesShape: ShapeOf<SharedTypesView> = {
  fields: { declarations: tsDeclarationShapes },
};

const tsIndexShape: ShapeOf<TsIndexView> = { fields: { exports: imports } };

const operations: ShapeOf<OperationsView> = {
  fields: {
    imports,
    operations: {
      list: {
        fields: {
          doc: docShape,
          key: "code",
          path: tsTypeShape,
          params: tsTypeShape,
          query: tsTypeShape,
          headers: tsTypeShape,
          cookies: tsTypeShape,
          response: tsTypeShape,
          error: tsTypeShape,
        },
      },
    },
    declarations: tsDeclarationShapes,
  },
};

const webhooks: ShapeOf<WebhooksView> = {
  fields: {
    imports,
    webhooks: {
      list: { fields: { doc: docShape, key: "code", type: tsTypeShape } },
    },
    declarations: tsDeclarationShapes,
  },
};

const expandPaths: ShapeOf<ExpandPathsView> = {
  fields: {
    imports,
    paths: { list: { fields: { name: "word", type: "code" } } },
  },
};

const expand: ShapeOf<ExpandView> = {
  fields: {
    levels: "word",
    pages: { list: { fields: { items: "word", marker: "word" } } },
  },
};

const values: ShapeOf<ValuesView> = {
  fields: {
    enums: {
      list: {
        fields: {
          name: "word",
          values: { list: "code" },
          areNumbers: "flag",
          namesName: "word",
          names: { list: { fields: { key: "code", value: "code" } } },
        },
      },
    },
  },
};

const validator: ShapeOf<ValidatorView> = {
  fields: {
    pointer: "lineComment",
    imports,
    name: "word",
    type: "code",
    standard: "word",
    check: "word",
    schema: "word",
    checks: {
      list: {
        fields: {
          name: "word",
          exported: "flag",
          calls: "word",
          args: { list: "code" },
        },
      },
    },
    properties: {
      list: {
        fields: {
          name: "word",
          type: "code",
          lines: { list: "code" },
        },
      },
    },
    constants: { list: { fields: { text: "code" } } },
  },
};

const maker: ShapeOf<MakerView> = {
  fields: {
    pointer: "lineComment",
    imports,
    name: "word",
    type: "code",
    part: "code",
    constants: { list: { fields: { text: "code" } } },
  },
};

const makeEvents: ShapeOf<MakeEventsView> = {
  fields: {
    name: "word",
    envelope: "word",
    envelopeFile: "string",
    apiVersion: "code",
  },
};

const events: ShapeOf<EventsView> = {
  fields: {
    imports,
    name: "word",
    variable: "word",
    envelope: "word",
    envelopeFile: "string",
    events: { list: { fields: { key: "code", type: tsTypeShape } } },
  },
};

const parseEvents: ShapeOf<ParseEventsView> = {
  fields: {
    imports,
    name: "word",
    envelope: "word",
    versionName: "word",
    version: "code",
    events: {
      list: { fields: { key: "code", check: "word" } },
    },
  },
};

export const typescriptShapes = {
  events,
  expand,
  "expand-paths": expandPaths,
  factories: tsIndexShape,
  index: tsIndexShape,
  "make-events": makeEvents,
  maker,
  model: tsModelShape,
  operations,
  "parse-events": parseEvents,
  "read-events": events,
  types: typesShape,
  validator,
  validators: tsIndexShape,
  values,
  webhooks,
};

/** Code that is the same for every document: it is copied, and has no view. */
export const runtimeFiles = [
  "expandables",
  "factory",
  "forms",
  "generic-checks",
  "generic-parts",
  "serialization",
  "validation",
] as const;

/** `forms → forms.ts` in the output folder. */
export function copyRuntime(
  runtime: (typeof runtimeFiles)[number],
): CopiedFile {
  return { path: `${runtime}.ts`, runtime, model: null };
}
