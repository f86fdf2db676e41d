// The objects of events whose name does not determine the object, each with a
// reason. All other events carry the object that their name begins with.

interface EventObject {
  /** The event's name without its last segment, or the whole name of a single event. */
  readonly event: string;
  /** The name of the object's schema; null if Stripe's document does not describe it. */
  readonly model: string | null;
  /** Why the name does not determine the object. */
  readonly reason: string;
}

/** @see https://docs.stripe.com/api/events/types */
export const eventObjects: readonly EventObject[] = [
  {
    event: "account.application",
    model: "application",
    reason: "an account's owner (de)authorizes an application",
  },
  {
    event: "account.external_account",
    model: "external_account",
    reason: "a bank account or a card that an account pays out to",
  },
  {
    event: "application_fee.refund",
    model: "fee_refund",
    reason: "the schema is named after the fee alone",
  },
  {
    event: "charge.dispute",
    model: "dispute",
    reason: "named after the charge that is disputed",
  },
  {
    event: "charge.refund",
    model: "refund",
    reason: "named after the charge that is refunded",
  },
  {
    event: "customer.discount",
    model: "discount",
    reason: "named after the customer who has it",
  },
  {
    event: "customer.source",
    model: "payment_source",
    reason: "any means of payment that is attached to a customer",
  },
  {
    event: "customer.subscription",
    model: "subscription",
    reason: "named after the customer who has it",
  },
  {
    event: "customer.tax_id",
    model: "tax_id",
    reason: "named after the customer who has it",
  },
  {
    event: "entitlements.active_entitlement_summary",
    model: null,
    reason: "sent in events only, and not described",
  },
  {
    event: "order",
    model: null,
    reason: "the first Orders API: its events outlived its schema",
  },
  {
    event: "recipient",
    model: null,
    reason: "the API before Connect: its events outlived its schema",
  },
  {
    event: "sigma.scheduled_query_run",
    model: "scheduled_query_run",
    reason: "the schema is named without the product",
  },
  {
    event: "sku",
    model: null,
    reason: "the first Orders API: its events outlived its schema",
  },
  {
    event: "source.mandate_notification",
    model: "source_mandate_notification",
    reason:
      "the one event of a source that carries another object than the source",
  },
  {
    event: "source.transaction",
    model: "source_transaction",
    reason: "the schema has an underscore",
  },
];
