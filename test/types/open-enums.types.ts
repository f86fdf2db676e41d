// `enums: {response: open}`, with overrides, on a document whose publisher is not
// known to add values: the golden case.

import type {
  Colour,
  Goods,
  Letter,
  LetterKind,
  Parcel,
  ParcelSize,
  Unrecognized,
} from "../golden/cases/enums-open/expected/index.js";
import { type Equal, exactly } from "./equal.js";

declare const parcel: Parcel;

export function exhaustive(status: Parcel["status"]): string | null {
  switch (status) {
    case "lost":
    case "sent":
    case null:
      return status;
    default:
      return status satisfies Unrecognized;
  }
}

export function forgetful(status: Parcel["status"]): void {
  switch (status) {
    case null:
    case "lost":
      return;
    default:
      // @ts-expect-error: "sent" is not handled
      status satisfies Unrecognized;
  }
}

// An override takes precedence over the setting for all enums.
exactly<Equal<Parcel["size"], ParcelSize>>();

/** Discriminants are closed, so that they narrow the union. */
const { contents } = parcel;
exactly<Equal<Letter["kind"], LetterKind>>();
if (contents.kind === "card" || contents.kind === "envelope") {
  exactly<Equal<typeof contents, Letter>>();
}
if (contents.kind === "fragile") exactly<Equal<typeof contents, Goods>>();
// @ts-expect-error: not a discriminant of letters or goods
contents.kind === "parcel";

// The named type contains only the listed values; properties that use it are open.
exactly<Equal<Colour, "blue" | "red">>();
exactly<Equal<Parcel["colour"], Colour | Unrecognized | undefined>>();
