// The form of a table of settings: keys of the config, limits, options of a target. Types,
// defaults, the JSON Schema, flags and docs/config.md follow from the tables, so that a
// new key is an entry in one of them and the code that uses it.

/** A setting's type in the tables → the type of its value in the program. */
interface SettingValues {
  readonly boolean: boolean;
  /** One of `choices`. */
  readonly choice: string;
  /** A list of some of `choices`. */
  readonly choices: readonly string[];
  /** A positive integer. */
  readonly count: number;
  /** A non-empty text without a NUL: a path, an address, or a name of a built-in thing. */
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
  /** As the help prints it, such as `<file>`; without it the flag is a switch. */
  readonly argument?: string;
  readonly help: string;
  /** The flag may be given several times; a list of texts. */
  readonly repeats?: true;
  /** `KEY=VALUE`: the flag replaces single keys of the object, not the whole. */
  readonly merges?: true;
}

export interface Setting {
  readonly type: SettingType;
  /** Null where the key has no value unless it is set; without it, the key is required. */
  readonly default?: unknown;
  /** For the JSON Schema and docs/config.md. */
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

/** The flags of a table by name, as the command line hands them over. */
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
