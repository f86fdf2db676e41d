// `deleted` narrows between a live object and a deleted one.

import type {
  AppsSecret,
  Customer,
  DeletedCustomer,
  DeletedDiscount,
  Discount,
} from "../../generated/stripe/index.js";

export function emailOf(customer: Customer | DeletedCustomer): string | null {
  // @ts-expect-error: a deleted customer has no email
  customer.email;
  if (customer.deleted) {
    const gone: true = customer.deleted;
    return gone ? customer.id : null;
  }
  return customer.email;
}

export function startOf(discount: Discount | DeletedDiscount): number {
  // A deleted discount is a full object: shared properties need no check.
  return discount.start;
}

export function isGone(secret: AppsSecret): boolean {
  // The document declares a `deleted` property for secrets.
  const own: boolean | undefined = secret.deleted;
  return own ?? false;
}

// @ts-expect-error: `deleted` is never true in a live customer
export const wrong: Pick<Customer, "deleted"> = { deleted: true };
