// Which object an event carries, where its name does not say so: the part before
// the last dot, and why. What is not here follows from the name.

interface EventObject {
  /** All but the last segment of the event's name. */
  readonly prefix: string;
  /** Null where Stripe's document describes no such object. */
  readonly model: string | null;
  readonly reason: string;
}

/** @see https://docs.stripe.com/api/events/types */
export const eventObjects: readonly EventObject[] = [
  {
    prefix: "account.application",
    model: "application",
    reason: "an account's owner (de)authorizes an application",
  },
  {
    prefix: "account.external_account",
    model: "external_account",
    reason: "a bank account or a card that an account pays out to",
  },
  {
    prefix: "application_fee.refund",
    model: "fee_refund",
    reason: "the schema is named after the fee alone",
  },
  {
    prefix: "charge.dispute",
    model: "dispute",
    reason: "named after the charge that is disputed",
  },
  {
    prefix: "charge.refund",
    model: "refund",
    reason: "named after the charge that is refunded",
  },
  {
    prefix: "customer.discount",
    model: "discount",
    reason: "named after the customer who has it",
  },
  {
    prefix: "customer.source",
    model: "payment_source",
    reason: "any means of payment that is attached to a customer",
  },
  {
    prefix: "customer.subscription",
    model: "subscription",
    reason: "named after the customer who has it",
  },
  {
    prefix: "customer.tax_id",
    model: "tax_id",
    reason: "named after the customer who has it",
  },
  {
    prefix: "entitlements.active_entitlement_summary",
    model: null,
    reason: "sent in events only, and not described",
  },
  {
    prefix: "order",
    model: null,
    reason: "the first Orders API: its events outlived its schema",
  },
  {
    prefix: "recipient",
    model: null,
    reason: "the API before Connect: its events outlived its schema",
  },
  {
    prefix: "sigma.scheduled_query_run",
    model: "scheduled_query_run",
    reason: "the schema is named without the product",
  },
  {
    prefix: "sku",
    model: null,
    reason: "the first Orders API: its events outlived its schema",
  },
  {
    prefix: "source.transaction",
    model: "source_transaction",
    reason: "the schema has an underscore",
  },
];
