// The views of the TypeScript templates. Names, types and escapes are final in a view;
// order, keywords, punctuation and blank lines are up to the templates.

import type {
  Code,
  LineComment,
  StringContent,
  Word,
} from "../../languages/printable.js";
import type { DocView } from "../../languages/typescript/doc-comment.js";
import type { ImportView } from "../../languages/typescript/layout-import.js";
import type { CopiedFile, ShapeOf } from "../target.js";

export interface TsFieldView {
  readonly doc: DocView | null;
  /** The wire name, in quotes if it is not an identifier. */
  readonly key: Code;
  readonly optional: boolean;
  /** With the space or line break before it. */
  readonly type: Code;
}

/** An interface where `isInterface`, else a type alias. */
export interface TsDeclarationView {
  readonly doc: DocView | null;
  readonly name: Code;
  readonly isInterface: boolean;
  readonly fields: readonly TsFieldView[];
  /** The type of other keys, as in `[key: string]: …`; null if there is none. */
  readonly index: Code | null;
  /** The type of an alias, with the space or line break before it; empty for an interface. */
  readonly type: Code;
}

/** The view of `model.hbs`: a schema or a request, and the types declared inside it. */
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

/** An entry of the map of operations; each type includes the white space before it. */
export interface OperationView {
  readonly doc: DocView | null;
  /** `"POST /v1/charges"`, in quotes. */
  readonly key: Code;
  readonly path: Code;
  readonly params: Code;
  /** Null unless there is a body as well. */
  readonly query: Code | null;
  /** Null if there are none; likewise `cookies`. */
  readonly headers: Code | null;
  readonly cookies: Code | null;
  readonly response: Code;
  /** Null if all operations share it: it is then declared beside them. */
  readonly error: Code | null;
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
  /** Includes the white space before it. */
  readonly type: Code;
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
  /** True if the two do not fit on one line together. */
  readonly broken: boolean;
}

/** The view of `expand.hbs`. */
export interface ExpandView {
  /** The maximum number of objects on an expand path. */
  readonly levels: number;
  /** Page objects, such as lists. A path passes through them to their items without counting a level. */
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
  /** A tuple of literals; includes the white space before it. */
  readonly values: Code;
  /** `chargeStatusNames` */
  readonly namesName: Word;
  /** Empty if the document does not name the values. */
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
  /** True if the list of all types has one type per line. */
  readonly broken: boolean;
  readonly events: readonly EventView[];
}

export interface EventView {
  /** `"charge.succeeded"`, in quotes. */
  readonly key: Code;
  /** Includes the white space before it. */
  readonly type: Code;
}

/** The view of `parse-events.hbs`: parses, checks and types received events. */
export interface ParseEventsView {
  readonly imports: readonly ImportView[];
  /** As in `EventsView`. */
  readonly name: Word;
  readonly envelope: Word;
  /** The name of the constant with the API version: `shopApiVersion`. */
  readonly versionName: Word;
  /** In quotes; null if the document has none. */
  readonly version: Code | null;
  /** The events whose object the document describes. */
  readonly events: readonly EventCheckView[];
}

export interface EventCheckView {
  /** `"charge.succeeded"`, in quotes. */
  readonly key: Code;
  /** The function that checks its object. */
  readonly check: Word;
  /** True if the two do not fit on one line together. */
  readonly broken: boolean;
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
  /** True if the line that declares `parse…` is too wide; likewise for the others. */
  readonly broken: boolean;
  readonly brokenSafeParse: boolean;
  readonly brokenGuard: boolean;
  /** And those of `stringify…` and `clone…`. */
  readonly brokenStringify: boolean;
  readonly brokenClone: boolean;
  /** The bodies of the functions, and the schema. */
  readonly parse: Code;
  readonly safeParse: Code;
  readonly accepts: Code;
  /** `ChargeSchema` */
  readonly schema: Word;
  readonly standardSchema: Code;
  readonly checks: readonly CheckView[];
  readonly properties: readonly PropertiesView[];
  readonly constants: readonly ConstantView[];
}

/** A function that checks one value. */
export interface CheckView {
  readonly name: Word;
  readonly exported: boolean;
  /** The one call that it makes. */
  readonly call: Code;
}

/** A function that checks the properties of an object. */
export interface PropertiesView {
  readonly name: Word;
  /** The type of the checked object: `Loose<Charge>`. */
  readonly type: Code;
  readonly broken: boolean;
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
  /** True if the line that declares the function is too wide. */
  readonly broken: boolean;
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
      broken: "flag",
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
            type: "code",
          },
        },
      },
      index: "code",
      type: "code",
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
          path: "code",
          params: "code",
          query: "code",
          headers: "code",
          cookies: "code",
          response: "code",
          error: "code",
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
      list: { fields: { doc: docShape, key: "code", type: "code" } },
    },
    declarations: tsDeclarationShapes,
  },
};

const expandPaths: ShapeOf<ExpandPathsView> = {
  fields: {
    imports,
    paths: { list: { fields: { name: "word", type: "code", broken: "flag" } } },
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
          values: "code",
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
    broken: "flag",
    brokenSafeParse: "flag",
    brokenGuard: "flag",
    brokenStringify: "flag",
    brokenClone: "flag",
    parse: "code",
    safeParse: "code",
    accepts: "code",
    schema: "word",
    standardSchema: "code",
    checks: {
      list: { fields: { name: "word", exported: "flag", call: "code" } },
    },
    properties: {
      list: {
        fields: {
          name: "word",
          type: "code",
          broken: "flag",
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
    broken: "flag",
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
    broken: "flag",
    events: { list: { fields: { key: "code", type: "code" } } },
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
      list: { fields: { key: "code", check: "word", broken: "flag" } },
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
