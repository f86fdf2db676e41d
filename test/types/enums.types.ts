// Enums are open, keep what is known of them, and are still exhaustive.

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
      // @ts-expect-error: "requires_input" and "verified" are left as well
      const unknownToUs: Unrecognized = status;
      return unknownToUs;
    }
  }
}

export const known: Status = "verified";

// @ts-expect-error: a misspelt value is an error
export const misspelt: Status = "verifed";

/** The name stands for what the document lists, and nothing more. */
export const listed: IdentityVerificationSessionStatus[] = ["verified"];

// @ts-expect-error: not in the list
export const unlisted: IdentityVerificationSessionStatus = "" as Unrecognized;
