// The keys of an output in codegen.config.yaml. Types, defaults,
// codegen.config.schema.json, the flags with their help, and docs/config.md are
// all derived from this table. Limits and the targets' options are tables of the
// same form, next to the code that uses them.

import type { FlagsOf, SettingsOf, SettingTable } from "../settings/setting.js";
import { limitKeys, limitNames } from "../source/read-limits.js";

/** In the order of `codegen run --help`; keys without a flag come last. */
export const outputKeys = {
  spec: {
    type: "path",
    description:
      "The document: a path relative to the config's folder, a URL, npm:NAME/FILE for a file in an installed package, or a pin that names one of these with its checksum.",
    flag: {
      name: "spec",
      argument: "<source>",
      help: "the document to read",
    },
  },
  template: {
    type: "path",
    default: "typescript",
    description: "A built-in template pack, or a folder with a pack.yaml.",
    flag: {
      name: "template",
      argument: "<pack|dir>",
      help: "the templates to render (typescript)",
    },
  },
  out: {
    type: "path",
    description: "The output folder, relative to the config's folder.",
    flag: { name: "out", argument: "<dir>", help: "the output folder" },
  },
  options: {
    type: "object",
    default: {},
    description: "Options of the target, as accepted by --set.",
    flag: {
      name: "set",
      argument: "<key=value>",
      help: "an option of the target; repeatable",
      repeats: true,
      merges: true,
    },
  },
  only: {
    type: "globs",
    default: [],
    description:
      "Globs of schema names, or of tags, paths and operationIds after `tag:`, `path:` and `operation:`. Everything that the matches need is generated too.",
    flag: {
      name: "only",
      argument: "<glob>",
      help: "generate only what matches, and everything it needs: a glob for schema names, or tag:GLOB, path:GLOB or operation:GLOB; repeatable",
      repeats: true,
    },
  },
  overlays: {
    type: "paths",
    default: [],
    description:
      "Overlays (OpenAPI Overlay 1) that correct the document, applied in this order before anything else.",
    flag: {
      name: "overlay",
      argument: "<file>",
      help: "an overlay that corrects the document; repeatable",
      repeats: true,
    },
  },
  remote: {
    type: "boolean",
    default: false,
    description: "Allows fetching referenced files from the network.",
    flag: {
      name: "remote",
      help: "fetch referenced files from the network",
    },
  },
  remotePrivate: {
    type: "boolean",
    default: false,
    description:
      "Allows references and redirects to private and loopback addresses, even of hosts that you do not name.",
    flag: {
      name: "remotePrivate",
      help: "allow references and redirects to private and loopback addresses",
    },
  },
  root: {
    type: "path",
    default: null,
    description:
      "The folder that must contain all referenced files, relative to the config's folder. By default the config's folder or the working folder, whichever contains the document; otherwise the document's own folder.",
    flag: {
      name: "root",
      argument: "<dir>",
      help: "the folder that referenced files must be in",
    },
  },
  limits: {
    type: "group",
    default: {},
    description: "Input limits. A document that exceeds a limit is an error.",
    keys: limitKeys,
    flag: {
      name: "limit",
      argument: "<key=value>",
      help: `an input limit: ${limitNames.join(", ")}; repeatable`,
      repeats: true,
      merges: true,
    },
  },
  dialect: {
    type: "choice",
    default: null,
    description:
      "The publisher's conventions to follow; by default they are recognised from the document.",
  },
  names: {
    type: "names",
    default: {},
    description:
      "Maps a schema, operationId or operation (`GET /path`) to the name to use for its types and its file.",
  },
  events: {
    type: "map",
    default: {},
    description:
      "Maps an event to the schema of its object, for events whose name does not determine it.",
  },
  presence: {
    type: "path",
    default: null,
    description:
      "A file that lists, for each API version, the nullable properties that real objects always have, and those that they may omit. `codegen presence learn` writes it.",
  },
  fixtures: {
    type: "path",
    default: null,
    description:
      "A JSON file of sample objects, `{resources: {SCHEMA: SAMPLE}}`. Factories use them as default values.",
  },
} as const satisfies SettingTable;

/** One output, with defaults for missing keys. */
export type OutputConfig = SettingsOf<typeof outputKeys>;

export type OutputFlags = FlagsOf<typeof outputKeys>;

type Optional = {
  [Key in keyof typeof outputKeys]: (typeof outputKeys)[Key] extends {
    readonly default: unknown;
  }
    ? Key
    : never;
}[keyof typeof outputKeys];

/** The defaults of a table. The default of a group, such as `limits`, is an object of its keys' defaults. */
function defaultsOf(table: SettingTable): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([key, setting]) => {
      if (setting.keys !== undefined) return [[key, defaultsOf(setting.keys)]];
      return "default" in setting ? [[key, setting.default]] : [];
    }),
  );
}

export const outputDefaults =
  // `Optional` names exactly the keys that have a default, which `defaultsOf` returns.
  defaultsOf(outputKeys) as unknown as Pick<OutputConfig, Optional>;
