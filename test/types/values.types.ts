// What an enum lists is there at run time too, and the two are the same.

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

// @ts-expect-error: no one changes it
checkoutSessionStatusValues.push("open");

/** A status of an object that was received, told from one that is new. */
export function isListed(
  status: IdentityVerificationSession["status"],
): status is IdentityVerificationSessionStatus {
  return isOneOf(identityVerificationSessionStatusValues, status);
}

/** Text from outside. */
export function readStatus(
  text: string,
): IdentityVerificationSessionStatus | null {
  return isOneOf(identityVerificationSessionStatusValues, text) ? text : null;
}
