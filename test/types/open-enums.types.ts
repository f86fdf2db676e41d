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
      // @ts-expect-error: "sent" is left as well
      status satisfies Unrecognized;
  }
}

// An override is stronger than what holds for all.
exactly<Equal<Parcel["size"], ParcelSize>>();

/** What tells the members of a union apart is closed, so that it narrows them. */
const { contents } = parcel;
exactly<Equal<Letter["kind"], LetterKind>>();
if (contents.kind === "card" || contents.kind === "envelope") {
  exactly<Equal<typeof contents, Letter>>();
}
if (contents.kind === "fragile") exactly<Equal<typeof contents, Goods>>();
// @ts-expect-error: neither letters nor goods have it
contents.kind === "parcel";

// The name of an enum stands for what the document lists; its use is open.
exactly<Equal<Colour, "blue" | "red">>();
exactly<Equal<Parcel["colour"], Colour | Unrecognized | undefined>>();
