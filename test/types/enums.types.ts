// Enums are open, complete their known values, and still allow an exhaustive `switch`.

import type {
  IdentityVerificationSession,
  IdentityVerificationSessionStatus,
  Unrecognized,
} from "../../generated/stripe/index.js";

type Status = IdentityVerificationSession["status"];

export function exhaustive(status: Status): string {
  switch (status) {
    case "canceled":
    case "processing":
    case "requires_input":
    case "verified":
      return status;
    default: {
      const unknownToUs: Unrecognized = status;
      return unknownToUs.toUpperCase(); // still a string
    }
  }
}

export function forgetful(status: Status): string {
  switch (status) {
    case "canceled":
    case "processing":
      return status;
    default: {
      // @ts-expect-error: "requires_input" and "verified" are not handled
      const unknownToUs: Unrecognized = status;
      return unknownToUs;
    }
  }
}

export const known: Status = "verified";

// @ts-expect-error: a misspelt value is an error
export const misspelt: Status = "verifed";

/** The named type contains only the values that the document lists. */
export const listed: IdentityVerificationSessionStatus[] = ["verified"];

// @ts-expect-error: not in the list
export const unlisted: IdentityVerificationSessionStatus = "" as Unrecognized;
