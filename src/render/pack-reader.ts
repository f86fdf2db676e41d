// Reads an object of `pack.yaml`, with the location of each wrong value.

import { didYouMean } from "../diagnostics/did-you-mean.js";
import { inputError } from "../diagnostics/input-error.js";
import { isObject } from "../document/is-object.js";
import { appendPointer } from "../document/pointer.js";

export class PackReader {
  readonly values: Readonly<Record<string, unknown>>;
  readonly #file: string;
  readonly #pointer: string;

  constructor(
    values: Readonly<Record<string, unknown>>,
    file: string,
    pointer: string,
  ) {
    this.values = values;
    this.#file = file;
    this.#pointer = pointer;
  }

  placeOf(key: string): { readonly file: string; readonly pointer: string } {
    return { file: this.#file, pointer: appendPointer(this.#pointer, key) };
  }

  /** The error for a value of the wrong kind, or a missing one. */
  wrong(key: string, needed: string): Error {
    return inputError(
      "pack/invalid",
      this.placeOf(key),
      `"${key}" must be ${needed}, not ${shown(this.values[key])}`,
    );
  }

  refuseUnknownKeys(known: readonly string[]): void {
    for (const key of Object.keys(this.values)) {
      if (known.includes(key)) continue;
      throw inputError(
        "pack/invalid",
        this.placeOf(key),
        `unknown key ${JSON.stringify(key)}; expected one of ${known.join(", ")}`,
        didYouMean(key, known) ?? undefined,
      );
    }
  }

  text(key: string, needed: string): string {
    const value = this.textOrNull(key, needed);
    if (value === null) throw this.wrong(key, needed);
    return value;
  }

  textOrNull(key: string, needed: string): string | null {
    const value = this.values[key];
    if (value === undefined) return null;
    if (typeof value === "string" && value !== "") return value;
    throw this.wrong(key, needed);
  }

  /** Empty if there is no such key. */
  texts(key: string, needed: string): readonly string[] {
    const value = this.values[key] ?? [];
    if (!Array.isArray(value)) throw this.wrong(key, needed);
    return value.map((item: unknown) => {
      if (typeof item === "string" && item !== "") return item;
      throw this.wrong(key, needed);
    });
  }

  /** The objects of a list; empty if there is no such key. */
  list(key: string): readonly PackReader[] {
    const value = this.values[key] ?? [];
    if (!Array.isArray(value)) throw this.wrong(key, "a list");
    const { file, pointer } = this.placeOf(key);
    return value.map((item: unknown, index) => {
      if (!isObject(item)) throw this.wrong(key, "a list of objects");
      return new PackReader(item, file, appendPointer(pointer, String(index)));
    });
  }

  /** Null if there is no such key. */
  object(key: string): PackReader | null {
    const value = this.values[key];
    if (value === undefined) return null;
    if (!isObject(value)) throw this.wrong(key, "an object");
    const { file, pointer } = this.placeOf(key);
    return new PackReader(value, file, pointer);
  }
}

/** A YAML alias may refer to a value that contains it, which JSON cannot represent. */
function shown(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "absent";
  } catch {
    return "a value that contains itself";
  }
}
