// The values of an enum are also available at run time, and equal its type.

import {
  type CheckoutSessionStatus,
  checkoutSessionStatusValues,
  type IdentityVerificationSession,
  type IdentityVerificationSessionStatus,
  identityVerificationSessionStatusValues,
  isOneOf,
  type PostIdentityVerificationSessionsParamsType,
  type postIdentityVerificationSessionsParamsTypeValues,
} from "../../generated/stripe/index.js";
import { type Equal, exactly } from "./equal.js";

exactly<
  Equal<
    (typeof identityVerificationSessionStatusValues)[number],
    IdentityVerificationSessionStatus
  >
>();
exactly<
  Equal<(typeof checkoutSessionStatusValues)[number], CheckoutSessionStatus>
>();
exactly<
  Equal<
    (typeof postIdentityVerificationSessionsParamsTypeValues)[number],
    PostIdentityVerificationSessionsParamsType
  >
>();

/** A tuple: its length and order are known. */
exactly<
  Equal<
    typeof postIdentityVerificationSessionsParamsTypeValues,
    readonly ["document", "id_number"]
  >
>();

// @ts-expect-error: the tuple is read-only
checkoutSessionStatusValues.push("open");

/** Distinguishes a known status in a response from a new one. */
export function isListed(
  status: IdentityVerificationSession["status"],
): status is IdentityVerificationSessionStatus {
  return isOneOf(identityVerificationSessionStatusValues, status);
}

/** Text from an external source. */
export function readStatus(
  text: string,
): IdentityVerificationSessionStatus | null {
  return isOneOf(identityVerificationSessionStatusValues, text) ? text : null;
}
