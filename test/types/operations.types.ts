// One map types any client: here, one of a single function.

import type {
  Account,
  Binary,
  Customer,
  DeletedCustomer,
  Event,
  IdentityVerificationSession,
  List,
  OperationError,
  Operations,
  PostIdentityVerificationSessionsParams,
  Error as StripeError,
} from "../../generated/stripe/index.js";
import { type Equal, exactly } from "./equal.js";

type Name = keyof Operations;

/** Optional where it may be left away. */
type Argument<Key extends string, Value> = [Value] extends [undefined]
  ? { [One in Key]?: undefined }
  : undefined extends Value
    ? { [One in Key]?: Exclude<Value, undefined> }
    : { [One in Key]: Value };

type Arguments<One extends Name> = Argument<"path", Operations[One]["path"]> &
  Argument<"params", Operations[One]["params"]>;

declare function call<One extends Name>(
  operation: One,
  ...rest: object extends Arguments<One>
    ? [sent?: Arguments<One>]
    : [sent: Arguments<One>]
): Promise<Operations[One]["response"]>;

exactly<
  Equal<
    Operations["POST /v1/identity/verification_sessions"]["params"],
    PostIdentityVerificationSessionsParams | undefined
  >
>();
exactly<
  Equal<
    Operations["POST /v1/identity/verification_sessions"]["response"],
    IdentityVerificationSession
  >
>();
exactly<
  Equal<
    Operations["GET /v1/customers/{customer}"]["response"],
    Customer | DeletedCustomer
  >
>();
exactly<
  Equal<
    Operations["DELETE /v1/customers/{customer}"]["response"],
    DeletedCustomer
  >
>();
exactly<
  Equal<Operations["DELETE /v1/customers/{customer}"]["params"], undefined>
>();
exactly<Equal<Operations["GET /v1/quotes/{quote}/pdf"]["response"], Binary>>();
// All of Stripe's operations fail alike.
exactly<Equal<OperationError, StripeError>>();

export async function use(): Promise<void> {
  const session = await call("POST /v1/identity/verification_sessions", {
    params: { type: "document" },
  });
  session satisfies IdentityVerificationSession;

  (await call("GET /v1/account")) satisfies Account;
  (await call("GET /v1/events", {
    params: { types: ["charge.failed"] },
  })) satisfies List<Event>;
  const customer = await call("GET /v1/customers/{customer}", {
    path: { customer: "cus_1" },
  });
  if (!customer.deleted) customer satisfies Customer;

  // @ts-expect-error: no such operation
  await call("POST /v1/identity/verification_session");
  // @ts-expect-error: which customer?
  await call("GET /v1/customers/{customer}");
  await call("GET /v1/customers/{customer}", {
    // @ts-expect-error: misspelt
    path: { custmer: "cus_1" },
  });
  await call("POST /v1/identity/verification_sessions", {
    // @ts-expect-error: no such type
    params: { type: "documents" },
  });
  // @ts-expect-error: an amount and a currency have to be sent
  await call("POST /v1/payment_intents");
}
