// The table of keys → the JSON Schema of codegen.config.yaml, for completion in
// editors and for `load-config.ts`, which checks configs against it.

import type {
  Setting,
  SettingTable,
  SettingType,
} from "../settings/setting.js";
import { outputKeys } from "./keys.js";

/** The dialects, and the targets with their options, from the composition root. */
export interface ConfigContext {
  readonly dialects: readonly string[];
  readonly targets: readonly {
    readonly name: string;
    readonly optionKeys: SettingTable;
  }[];
}

type JsonSchema = Readonly<Record<string, unknown>>;

export function configSchema(context: ConfigContext): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "codegen.config.yaml",
    description:
      "What `codegen run` generates, from which documents, and where.",
    type: "object",
    additionalProperties: false,
    required: ["outputs"],
    properties: {
      outputs: {
        description: "One entry for each folder of generated files.",
        type: "array",
        minItems: 1,
        items: tableSchema(contextualKeys(context)),
      },
    },
  };
}

/** The table of keys, with the choices of `dialect` and the descriptions of the targets' options. */
export function contextualKeys({
  dialects,
  targets,
}: ConfigContext): SettingTable {
  const names = new Set(
    targets.flatMap((each) => Object.keys(each.optionKeys)),
  );
  const options = [...names].map((name): [string, Setting] => {
    const descriptions = targets.flatMap(({ name: target, optionKeys }) => {
      const option = optionKeys[name];
      return option === undefined ? [] : [`${target}: ${option.description}`];
    });
    return [
      name,
      { type: "object", default: {}, description: descriptions.join(" ") },
    ];
  });
  return {
    ...outputKeys,
    dialect: { ...outputKeys.dialect, choices: dialects },
    options: { ...outputKeys.options, keys: Object.fromEntries(options) },
  };
}

function tableSchema(table: SettingTable): JsonSchema {
  const entries = Object.entries(table);
  const required = entries.flatMap(([key, setting]) =>
    "default" in setting ? [] : [key],
  );
  return {
    type: "object",
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(
      entries.map(([key, setting]) => [key, settingSchema(setting)]),
    ),
  };
}

const textSchema = { type: "string", minLength: 1 };
const pathSchema = { ...textSchema, pattern: "^[^\\u0000]*$" };

const schemaOfType: Readonly<
  Record<SettingType, (setting: Setting) => JsonSchema>
> = {
  boolean: () => ({ type: "boolean" }),
  choice: ({ choices = [] }) => ({ enum: choices }),
  choices: ({ choices = [] }) => ({
    type: "array",
    items: { enum: choices },
  }),
  count: () => ({ type: "integer", minimum: 1 }),
  path: () => pathSchema,
  paths: () => ({ type: "array", items: pathSchema }),
  globs: () => ({ type: "array", items: textSchema }),
  names: () => ({
    type: "object",
    additionalProperties: {
      type: "string",
      pattern: "^[A-Za-z_][A-Za-z0-9_.-]*$",
    },
  }),
  map: () => ({ type: "object", additionalProperties: textSchema }),
  group: ({ keys = {} }) => tableSchema(keys),
  // Only describes options: the targets check them, with better messages.
  object: ({ keys = {} }) => ({
    type: "object",
    ...(Object.keys(keys).length > 0 && {
      properties: Object.fromEntries(
        Object.entries(keys).map(([key, { description }]) => [
          key,
          { description },
        ]),
      ),
    }),
  }),
};

function settingSchema(setting: Setting): JsonSchema {
  const { default: value, description, type } = setting;
  const isScalar = value !== undefined && typeof value !== "object";
  return {
    description,
    ...schemaOfType[type](setting),
    ...(isScalar && { default: value }),
  };
}
