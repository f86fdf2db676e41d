// The form of all tables of settings: config keys, limits and options of targets.
// Types, defaults, the JSON Schema, flags and docs/config.md are derived from the
// tables. A new key is one entry in a table, and the code that uses it.

/** A setting's type in the tables → the type of its value in the program. */
interface SettingValues {
  readonly boolean: boolean;
  /** One of `choices`. */
  readonly choice: string;
  /** A list of some of `choices`. */
  readonly choices: readonly string[];
  /** A positive integer. */
  readonly count: number;
  /** A non-empty text without NUL: a path, a URL, or the name of something built in. */
  readonly path: string;
  readonly paths: readonly string[];
  /** Globs, or other non-empty texts. */
  readonly globs: readonly string[];
  /** Text → the name of a type or a file. */
  readonly names: Readonly<Record<string, string>>;
  /** Text → text. */
  readonly map: Readonly<Record<string, string>>;
  /** An object whose keys are settings themselves: `keys`. */
  readonly group: Readonly<Record<string, unknown>>;
  /** An object that is checked elsewhere. */
  readonly object: Readonly<Record<string, unknown>>;
}

export type SettingType = keyof SettingValues;

/** A flag of the command line that sets a key. */
export interface SettingFlag {
  /** `remotePrivate` is `--remote-private`. */
  readonly name: string;
  /** The argument as the help prints it: `<file>`; absent for a switch. */
  readonly argument?: string;
  readonly help: string;
  /** True if the flag can be repeated; its value is a list of texts. */
  readonly repeats?: true;
  /** True if the argument is `KEY=VALUE` and sets one key of an object. */
  readonly merges?: true;
}

/** One entry of a table. */
export interface Setting {
  readonly type: SettingType;
  /** The value if the key is not set; null for none. A key without `default` is required. */
  readonly default?: unknown;
  /** Markdown for the JSON Schema and docs/config.md. */
  readonly description: string;
  readonly flag?: SettingFlag;
  readonly choices?: readonly string[];
  readonly keys?: SettingTable;
}

export type SettingTable = Readonly<Record<string, Setting>>;

/** The value of a setting in the program: `{type: "path", default: null}` → `string | null`. */
export type SettingValue<Entry extends Setting> =
  | (Entry extends { readonly keys: infer Keys extends SettingTable }
      ? SettingsOf<Keys>
      : SettingValues[Entry["type"]])
  | (Entry extends { readonly default: null } ? null : never);

export type SettingsOf<Table extends SettingTable> = {
  readonly [Key in keyof Table]: SettingValue<Table[Key]>;
};

/** The flags of a table by name, with the types that the command line parser returns. */
export type FlagsOf<Table extends SettingTable> = {
  readonly [Key in keyof Table as Table[Key] extends {
    readonly flag: { readonly name: infer Name extends string };
  }
    ? Name
    : never]?: Table[Key] extends {
    readonly flag: { readonly repeats: true };
  }
    ? readonly string[]
    : Table[Key]["type"] extends "boolean"
      ? boolean
      : string;
};
