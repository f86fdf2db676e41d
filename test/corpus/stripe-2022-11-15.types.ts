// Guarantees for every version of Stripe's document, checked for this one. The test copies
// this file beside the generated files and compiles it there.

import {
  type Charge,
  type CheckoutSession,
  type CheckoutSessionExpandPath,
  type Customer,
  chargeStatusValues,
  type DeletedCustomer,
  type Expanded,
  handleStripeEvent,
  type IdentityVerificationSession,
  type Invoice,
  idOf,
  isDeleted,
  isExpanded,
  type List,
  type Operations,
  type PostCustomersCustomerParams,
  type PostIdentityVerificationSessionsParams,
  type PostSubscriptionsSubscriptionExposedIdParams,
  readStripeEvent,
  type SearchResult,
  type StripeEvent,
  type StripeEventHandlers,
  type Unrecognized,
} from "./generated/index.js";

// Expand.
declare const session: Expanded<
  CheckoutSession,
  "subscription.items.data.price.product"
>;
const product = session.subscription?.items.data[0]?.price.product;
if (product !== undefined && !product.deleted) product.name satisfies string;
session.customer satisfies string | null;
// @ts-expect-error: the customer was not asked for
session.customer?.email;
// @ts-expect-error: misspelt
export const path: CheckoutSessionExpandPath = "subscripton";

declare const charge: Charge;
idOf(charge.customer) satisfies string | null;
if (isExpanded(charge.customer) && !isDeleted(charge.customer)) {
  charge.customer satisfies Customer;
}

// Presence: nullable, and always there.
charge.failure_code satisfies string | null;
// @ts-expect-error: optional and never null stays optional
charge.authorization_code satisfies string;

// Deleted objects.
export function emailOf(customer: Customer | DeletedCustomer): string | null {
  return customer.deleted ? null : customer.email;
}

// Enums.
export function exhaustive(status: IdentityVerificationSession["status"]) {
  switch (status) {
    case "canceled":
    case "processing":
    case "requires_input":
    case "verified":
      return status;
    default:
      return status satisfies Unrecognized;
  }
}
chargeStatusValues satisfies readonly ["failed", "pending", "succeeded"];

// Lists and search results.
charge.refunds satisfies List<object> | null | undefined;
declare const found: Operations["GET /v1/charges/search"]["response"];
found satisfies SearchResult<Charge>;

// Events.
declare const event: StripeEvent;
if (event.type === "invoice.paid") {
  event.data.object satisfies Invoice;
  event.data.previous_attributes?.lines?.data satisfies unknown;
}
// @ts-expect-error: misspelt
if (event.type === "invoice.payed") event.id;
const handlers: StripeEventHandlers<number, "charge.failed"> = {
  "charge.failed": ({ data }) => data.object.amount,
};
handleStripeEvent(event, handlers, () => 0) satisfies number;
readStripeEvent satisfies (
  one: never,
) => StripeEvent | { type: "unrecognized" };

// Requests and operations.
export const cleared: PostCustomersCustomerParams = { metadata: "" };
export const ending: PostSubscriptionsSubscriptionExposedIdParams = {
  trial_end: "now",
  cancel_at: "",
};
export const wrong: PostIdentityVerificationSessionsParams = {
  // @ts-expect-error: no such type
  type: "documents",
};
declare const created: Operations["POST /v1/identity/verification_sessions"];
created.response satisfies IdentityVerificationSession;
